//! A word-for-word rendering of English where the language has a phrase of its own: राज्य माध्यमे for state media.
//!
//! Machine translation renders the words and not the phrase. The phrases are those of a table, with what a paper writes
//! and the English behind them; those that are good in another sense are not in it. Silent inside names, and where
//! the last years are those of something: कारकिर्दीच्या शेवटच्या दोन वर्षांत.

use super::listed::{self, Place};
use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    code: "calque",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    listed::report_all(
        article,
        "calques",
        |place| is_in_name(article, place) || is_of(article, place),
        findings,
    );
}

/// Whether a name holds the words or more than them; a row may have one among its own: अमेरिकेच्या राज्य विभागाने.
fn is_in_name(article: &Article, place: &Place) -> bool {
    let within = |name: Span| place.span.covers(name) && name != place.span;
    article.mentions_on(place.span).any(|mention| mention.kind.is_name() && !within(mention.span))
}

/// Whether it is the end of what the word before names.
fn is_of(article: &Article, place: &Place) -> bool {
    let (before, phrase) = article.doc.text.split_at(place.span.start as usize);
    phrase.starts_with("शेवटच्या ") && before.ends_with("च्या ")
}
