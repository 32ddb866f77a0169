//! An English noun left in Devanagari letters where the language has a plain word: मिनिस्ट्री, कोस्टल सिटी.
//!
//! A model that finds no word writes down the sound. The nouns are those of a table; loans that papers use are not in it.
//! Silent are names and titles that hold such a word, what people are quoted with, what stands in brackets, and a word
//! beside a Latin one, which is a name or a term that the article explains.

use super::listed::{self, Place};
use super::{Article, Findings, Rule, Severity, near};
use crate::lang::Lang;
use crate::text::{Script, Span};

pub(super) const RULE: Rule = Rule {
    code: "transliterated-noun",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let stands_apart = |place: &Place| {
        listed::is_named(article, place.span)
            || is_set_apart(article, place.span)
            || article.quotes().hold(place.span)
    };
    listed::report_all(article, "transliterated-nouns", stands_apart, findings);
}

fn is_set_apart(article: &Article, span: Span) -> bool {
    let text = article.doc.text;
    let mark = |c| matches!(c, '“' | '”' | '‘' | '’' | '"' | '\'' | '(' | ')' | '[' | ']' | '-');
    let beside = [near::before(text, span.start as usize), near::after(text, span.end as usize)];
    let at = article.doc.token_at(span.start);
    let around = [at.checked_sub(2), Some(article.doc.token_at(span.end.saturating_sub(1)) + 2)];
    let is_latin = |i: usize| article.doc.tokens.get(i).is_some_and(|t| t.script == Script::Latin);
    beside.into_iter().flatten().any(mark) || around.into_iter().flatten().any(is_latin)
}
