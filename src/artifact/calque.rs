//! A word-for-word rendering of English where the language has a phrase of its own: राज्य माध्यमे for state media.
//!
//! Machine translation renders the words and not the phrase. The phrases are those of a table, with what a paper writes
//! and the English behind them; those that are good in another sense are not in it. Silent inside names.

use super::listed;
use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;

pub(super) const RULE: Rule = Rule {
    code: "calque",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    listed::report_all(article, "calques", |place| listed::is_named(article, place.span), findings);
}
