//! A quotation mark with space on both sides, so that nobody can tell which word it belongs to.
//!
//! Tokenisers part marks from words, and what joins the words again often leaves them parted. A mark that has its
//! partner is joined to the words it quotes; one at the end of a paragraph with nothing to close is better cut out.
//! See [`quotes`] for how marks are paired and which rule speaks of which mark.

use super::quotes::{self, Fault};
use super::{Article, Findings, Rule, Severity};

pub(super) const RULE: Rule =
    Rule { code: "floating-quote", severity: Severity::Major, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    quotes::report(article, findings, Fault::Floating);
}
