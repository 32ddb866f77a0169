//! A quotation mark that faces the wrong way: an opening mark that closes, or a closing one that opens.
//!
//! Typesetting programs guess the direction from the space around a mark and guess wrong when that space is wrong.
//! The shape is judged against the place and the partner, never alone, so an apostrophe, a prime or a quotation that
//! runs over paragraphs is not touched. See [`quotes`] for how marks are paired and which rule speaks of which mark.

use super::quotes::{self, Fault};
use super::{Article, Findings, Rule, Severity};

pub(super) const RULE: Rule =
    Rule { code: "wrong-way-quote", severity: Severity::Major, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    quotes::report(article, findings, Fault::WrongWay);
}
