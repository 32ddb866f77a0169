//! A word in another sense of the English one: हवाई संप, an air strike as if its pilots had stopped work.
//!
//! Machine translation takes a word's commonest sense. The phrases are those of a table, each one where only that other
//! sense can be meant; a false friend alone (संप, वनस्पती) is none, unless the original proves it: the sentence that it
//! renders has the English word, and somewhere in the text stands one that goes with the sense meant (plant, reactor).
//! Silent inside names.

use super::listed::{self, Reach};
use super::{Article, Findings, Rule, Severity};
use crate::index::Index;
use crate::lang::Lang;
use crate::original::{Original, facing};
use crate::report::Sentence;
use crate::text::{Span, lower};

pub(super) const RULE: Rule = Rule {
    code: "mistranslation",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let proved = article.original.map_or_else(Vec::new, |original| prove(article, original, findings));
    let is_lawful = |span: Span| {
        listed::is_named(article, span) || proved.iter().any(|known: &Span| known.overlaps(span))
    };
    listed::report_all(article, "false-friends", |place| is_lawful(place.span), findings);
}

/// Reports the words whose other sense the original proves: a fact, and graver than a doubt about the wording. Gives where.
fn prove(article: &Article, original: &Original, findings: &mut Findings) -> Vec<Span> {
    let mut proved = Vec::new();
    let mut all = Index::default();
    for token in &original.doc.tokens {
        all.add(&lower(original.doc.word(token)));
    }
    for place in listed::places(article, "senses", Reach::Oblique) {
        let cells: Vec<&str> = place.value.split('\t').collect();
        let [better, english, cues] = cells[..] else { continue };
        let mut words = rendered(article.sentences, original, place.span);
        let source = words.find(|&word| {
            let word = lower(original.doc.slice(word));
            english.split('|').any(|one| one == word)
        });
        let is_meant = cues.split('|').any(|cue| all.get(cue).is_some());
        let Some(source) = source.filter(|_| is_meant && !listed::is_named(article, place.span)) else {
            continue;
        };
        let right = listed::mended(article, better, place.ending);
        let finding = findings.report(place.span);
        // Whoever asked for another severity has it.
        if finding.severity == RULE.severity {
            finding.severity = Severity::Major;
        }
        finding.arg("form", article.doc.slice(place.span)).original(original.doc, source);
        finding.arg("right", right.as_deref().unwrap_or(better));
        if let Some(right) = right {
            finding.replace(right);
        }
        proved.push(place.span);
    }
    proved
}

/// The words of the sentence that the one around `span` renders.
fn rendered(sentences: &[Sentence], original: &Original, span: Span) -> impl Iterator<Item = Span> {
    let facing = facing(sentences, original).find(|(ours, _)| ours.covers(span));
    facing.into_iter().flat_map(|(_, theirs)| original.doc.tokens_in(theirs)).map(|token| token.span)
}
