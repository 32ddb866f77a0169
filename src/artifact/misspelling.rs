//! A word in a spelling that is wrong wherever it stands: विरूद्ध, अंबलबजावणी, absense.
//!
//! The forms are those of a table, endings and all, since a word that a lexicon lacks is a name or a new word more
//! often than a slip. Silent are names, what stands in quotation marks by itself, and words with a capital.

use super::listed::{self, Reach};
use super::{Article, Findings, Rule, Severity, near};
use crate::lang::Lang;

pub(super) const RULE: Rule = Rule {
    code: "misspelling",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for place in listed::places(article, "misspellings", Reach::Whole) {
        let form = doc.slice(place.span);
        let capital = form.starts_with(char::is_uppercase);
        if capital || listed::is_named(article, place.span) || near::is_quoted(doc.text, place.span) {
            continue;
        }
        findings.report(place.span).arg("form", form).arg("right", place.value).replace(place.value).safe();
    }
}
