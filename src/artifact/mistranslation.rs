//! A word in another sense of the English one: हवाई संप, an air strike as if its pilots had stopped work.
//!
//! Machine translation takes a word's commonest sense. The phrases are those of a table, each one where only that other
//! sense can be meant; a false friend alone (संप, वनस्पती) is none. Silent inside names.

use super::listed;
use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;

pub(super) const RULE: Rule = Rule {
    code: "mistranslation",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    listed::report_all(article, "false-friends", |place| listed::is_named(article, place.span), findings);
}
