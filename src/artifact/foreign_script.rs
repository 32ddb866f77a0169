//! A word in a script that the article has no reason for: Bengali, Arabic or Chinese in Marathi, Devanagari in English.
//!
//! A model that translates slips into another of its languages for a word; a reader cannot even spell it. Latin is at
//! home in every article (names, brands, units). Silent are words in brackets or quotation marks, which the article
//! gives on purpose, single letters (μ, π, Ω), a phrase of several words in one other script, which is a quotation or an
//! untranslated run, and an article that has so many of them that it speaks about the other language.

use super::{Article, Findings, Rule, Severity, near};
use crate::text::{Document, Script, Span, TokenKind};

pub(super) const RULE: Rule =
    Rule { code: "foreign-script", severity: Severity::Major, default_on: true, langs: &[], check };

/// An article with more such words than this writes about another language.
const STRAY: usize = 5;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let own = doc.lang.language().script;
    // Without tables nothing is known of the language's script.
    if own == Script::Common {
        return;
    }
    let words = words(doc, own);
    if words.len() > STRAY {
        return;
    }
    for (i, &(span, script)) in words.iter().enumerate() {
        let beside = |other: usize| {
            words.get(other).is_some_and(|&(other, _)| {
                let (first, second) = if other.start < span.start { (other, span) } else { (span, other) };
                doc.text[first.end as usize..second.start as usize].trim().is_empty()
            })
        };
        let alone = !beside(i + 1) && i.checked_sub(1).is_none_or(|before| !beside(before));
        if alone && is_word(doc.slice(span), script) && !is_given(doc.text, span) {
            findings.report(span).arg("form", doc.slice(span));
        }
    }
}

/// The words in other scripts. East Asian words are a token a sign; what touches is one word.
fn words(doc: &Document, own: Script) -> Vec<(Span, Script)> {
    let mut words: Vec<(Span, Script)> = Vec::new();
    for token in &doc.tokens {
        if token.kind == TokenKind::Word && is_foreign(token.script, own) {
            match words.last_mut() {
                Some((last, script)) if last.end == token.span.start && *script == token.script => {
                    last.end = token.span.end;
                }
                _ => words.push((token.span, token.script)),
            }
        }
    }
    words
}

fn is_foreign(script: Script, own: Script) -> bool {
    // A word of two scripts counts as the first one's: mixed-script-word speaks of it.
    script != own && !matches!(script, Script::Latin | Script::Common | Script::Other)
}

/// Two letters at least, all of one script; for scripts that write a word in one sign one is enough.
fn is_word(word: &str, script: Script) -> bool {
    let mut letters = word.chars().map(Script::of).filter(|&of| of != Script::Common);
    let pure = letters.clone().all(|of| of == script);
    pure && (letters.nth(1).is_some() || script == Script::EastAsian)
}

/// Whether the article gives the word on purpose: in brackets, or between quotation marks.
fn is_given(text: &str, span: Span) -> bool {
    near::is_quoted(text, span)
        || near::before(text, span.start as usize).is_some_and(|c| matches!(c, '(' | '['))
}
