//! The letters of an acronym out of order: केसीएएन beside केसीएनए, NCTA beside NTCA.
//!
//! Which one is right the article says: the one that the gazetteer knows, that stands in brackets behind its words,
//! or that stands there more often. Two acronyms that are both known are two bodies.

use super::acronym::{Acronym, are_joined, better};
use super::{Article, Findings, Rule, Severity};
use crate::index::Map;
use crate::text::distance;

pub(super) const RULE: Rule =
    Rule { code: "scrambled-acronym", severity: Severity::Major, default_on: true, langs: &[], check };

/// Acronyms of the same letters that are compared; an article has two, a word list any number.
const MOST_COMPARED: usize = 16;

fn check(article: &Article, findings: &mut Findings) {
    let list = article.acronyms();
    let mut by_letters: Map<Vec<usize>> = Map::default();
    for (i, acronym) in list.iter().enumerate().filter(|(_, a)| a.letters.len() >= 3) {
        let same = by_letters.or_insert_with(&sorted(&acronym.letters), Vec::new);
        if same.len() < MOST_COMPARED {
            same.push(i);
        }
    }
    for (i, acronym) in list.iter().enumerate() {
        let others = by_letters
            .get(&sorted(&acronym.letters))
            .into_iter()
            .flatten()
            .filter(|&&j| j != i)
            .map(|&j| &list[j]);
        let rivals = others.filter(|other| {
            is_scrambled(&acronym.letters, &other.letters) && !are_joined(article.doc, acronym, other)
        });
        // Of several, the one that stands most often.
        let right = rivals
            .filter(|other| better(acronym, other).is_some_and(|(right, _)| right.letters == other.letters))
            .max_by_key(|other| other.places.len());
        if let Some(right) = right {
            report(acronym, right, findings);
        }
    }
}

fn sorted(letters: &str) -> String {
    let mut sorted: Vec<char> = letters.chars().collect();
    crate::sort::by_key(&mut sorted, |&letter| letter);
    sorted.into_iter().collect()
}

/// Two neighbours changed places, or, in a long one, any letters did.
fn is_scrambled(a: &str, b: &str) -> bool {
    a.len() > 4 || distance(a, b) == 1
}

/// Marks every place of `wrong`.
pub(super) fn report(wrong: &Acronym, right: &Acronym, findings: &mut Findings) {
    for &place in &wrong.places {
        findings
            .report(place)
            .arg("form", &*wrong.form)
            .arg("right", &*right.form)
            .arg("formCount", wrong.places.len() as u32)
            .arg("count", right.places.len() as u32)
            .replace(&*right.form)
            .related(right.places[0])
            .safe();
    }
}
