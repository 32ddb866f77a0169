//! One name spelled several ways in one article: लव्ह्रोव्ह, लावरोव्ह, लव्हरोव.
//!
//! Who spells a foreign name by ear spells it differently each time; a reader takes it for two people. The spelling
//! that stands most often is taken for the right one, in a tie the gazetteer's, else the first, and the others are
//! marked, each with its ending kept. Evidence is the link between the mentions (same kind, same person by the words
//! around) and the sound; a word that no table knows and that sounds like a name of the article counts as well. Silent
//! are the inflected forms of one spelling, two people with near names, two names that stand side by side, acronyms
//! (they have rules of their own), words of the lexicon, and what Unicode or the orthography lets writers choose
//! (nukta, ॲ and अॅ).

mod orphans;
mod spellings;

use super::{Article, Findings, Rule, Severity};
use crate::text::{Span, fold, has};
use spellings::Spelling;

pub(super) const RULE: Rule =
    Rule { code: "name-variant", severity: Severity::Major, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let mut names = spellings::of_entities(article);
    orphans::adopt(article, &mut names);
    names.extend(article.entities.iter().filter_map(|entity| spellings::of_joints(article, entity)));
    for name in &names {
        let Some(right) = right(article, &name.spellings) else { continue };
        let counted = |s: &Spelling| s.places.len() as u32;
        for wrong in name.spellings.iter().filter(|s| s.base != right.base) {
            for place in &wrong.places {
                let form = article.doc.slice(place.span);
                let mended = [right.base.as_str(), place.tail].concat();
                findings
                    .report(place.span)
                    .arg("form", form)
                    .arg("right", right.base.as_str())
                    .arg("count", counted(right))
                    .arg("formCount", counted(wrong))
                    .replace(mended)
                    .related(right.places.first().map_or(place.span, |p| p.span));
            }
        }
    }
}

/// The spelling that the others should follow; `None` where there is one only.
fn right<'s>(article: &Article, spellings: &'s [Spelling]) -> Option<&'s Spelling> {
    if spellings.len() < 2 {
        return None;
    }
    let names = article.table("names");
    // Known, and not as another form of a name in the first column.
    let own = |s: &Spelling| names.get(&fold(&s.base)).is_some_and(|value| !has(value, '\t'));
    let first = |s: &Spelling| s.places.first().map_or(u32::MAX, |p| p.span.start);
    spellings.iter().max_by_key(|s| (s.places.len(), own(s), std::cmp::Reverse(first(s))))
}

/// One place where a spelling stands.
struct Place {
    /// Without case ending.
    span: Span,
    /// What of the oblique stem stands in `span` behind the spelling: ा in बांगलादेशा.
    tail: &'static str,
}
