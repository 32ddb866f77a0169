//! The same mark twice where one is meant: ,, or .. or ।।
//!
//! A key pressed twice, or a stop added to a line that had one. Three dots are an ellipsis and ?! or !! are meant; two
//! dots within a path, between numbers or before small letters are no full stops, and verses count with a pair of dandas.

use super::{Article, Findings, Rule, Severity, near};
use crate::text::{Script, Span, TokenKind, digit};

pub(super) const RULE: Rule =
    Rule { code: "doubled-punctuation", severity: Severity::Minor, default_on: true, langs: &[], check };

/// An article that ends this many lines in two dandas holds a poem.
const VERSE: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let pairs: Vec<(Span, &str)> = runs(article).collect();
    let is_verse = pairs.iter().filter(|(_, mark)| *mark == "।").count() >= VERSE;
    for (span, mark) in pairs {
        if !(is_verse && mark == "।") && ends_words(doc.text, span, mark) {
            findings.report(span).arg("form", doc.slice(span)).arg("right", mark).replace(mark).safe();
        }
    }
}

/// Where a mark stands exactly twice.
fn runs<'a>(article: &'a Article<'_>) -> impl Iterator<Item = (Span, &'a str)> {
    let doc = article.doc;
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < doc.tokens.len() {
            let first = doc.tokens[at];
            let mark = doc.word(&first);
            if first.kind != TokenKind::Punct || !matches!(mark, "," | "." | "।" | ";") {
                at += 1;
                continue;
            }
            let length = doc.tokens[at..].iter().take_while(|t| doc.word(t) == mark).count();
            let last = doc.tokens[at + length - 1];
            at += length;
            if length == 2 {
                return Some((first.span.to(last.span), mark));
            }
        }
        None
    })
}

/// Whether words stand before the marks, and behind them nothing that goes on.
fn ends_words(text: &str, span: Span, mark: &str) -> bool {
    let before = near::before(text, span.start as usize);
    let mut rest = text[span.end as usize..].chars();
    let after = rest.next();
    let is_word =
        |c: char| Script::of(c) != Script::Common || matches!(c, '”' | '’' | ')' | '%' | '"' | '\'');
    let is_digit = |c: char| digit(c).is_some();
    if !before.is_some_and(|c| is_word(c) || is_digit(c)) {
        return false;
    }
    match after {
        None => true,
        Some(c) if c.is_whitespace() => {
            let next = rest.find(|c| !c.is_whitespace());
            // Two dots before a small letter stand for words left out; a verse is numbered behind its dandas.
            !(mark == "." && next.is_some_and(char::is_lowercase)
                || mark == "।" && next.is_some_and(is_digit))
        }
        Some('”' | '’' | '"' | '\'' | ')') => true,
        Some(c) => mark != "." && mark != "।" && is_word(c) && !is_digit(c),
    }
}
