//! A quotation mark or bracket without its partner.
//!
//! The reader cannot tell where the quoted words end and the reporter's begin. Where the partner belongs only the
//! speaker's words tell, so the end of the sentence is offered and never applied unseen. A quotation over several
//! paragraphs, list marks such as `a)`, emoticons and apostrophes are lawful. See [`quotes`] for how marks are paired
//! and which rule speaks of which mark.

use super::quotes::{self, Fault};
use super::{Article, Findings, Rule, Severity};

pub(super) const RULE: Rule =
    Rule { code: "unpaired-quote", severity: Severity::Major, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    quotes::report(article, findings, Fault::Unpaired);
}
