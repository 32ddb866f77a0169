//! An invisible character inside a word where it changes nothing: गुन्हे(ZWNJ)गारी.
//!
//! Joiners shape letters of Indic scripts: behind a virama they ask for a half form, an eyelash ra or a visible virama.
//! Anywhere else they show nothing and keep a search from finding the word. Zero-width spaces, byte order marks and
//! soft hyphens show nothing anywhere. Off by default: a reader sees no difference.

use super::{Article, Findings, Rule, Severity};
use crate::text::{Script, Span};

pub(super) const RULE: Rule =
    Rule { code: "stray-joiner", severity: Severity::Hint, default_on: false, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let text = article.doc.text;
    let mut done = 0;
    // All of them begin with one of three bytes, rare in any text.
    while let Some(at) = text[done..].find(is_invisible).map(|at| done + at) {
        let word = around(text, at);
        done = word.end as usize;
        let Some(clean) = cleaned(word.of(text)) else { continue };
        findings.report(word).arg("form", word.of(text)).replace(clean).safe();
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}')
}

/// The Indic word that the invisible character at byte `at` stands in; it may part the word for a tokeniser.
fn around(text: &str, at: usize) -> Span {
    let inside = |&(_, c): &(usize, char)| is_invisible(c) || Script::of(c).is_indic();
    let start = text[..at].char_indices().rev().take_while(inside).last().map_or(at, |(start, _)| start);
    let last = text[at..].char_indices().take_while(inside).last();
    Span::new(start..last.map_or(at, |(end, c)| at + end + c.len_utf8()))
}

/// The word without what shows nothing in it; `None` when there is nothing of the kind.
fn cleaned(word: &str) -> Option<String> {
    let mut clean = String::with_capacity(word.len());
    let mut before = None;
    let mut chars = word.chars();
    while let Some(c) = chars.next() {
        // At an end it shapes the letter for what follows, or parts two words.
        let inside = before.is_some() && !is_rest_invisible(chars.clone());
        // Behind a virama a joiner asks for a shape.
        let shapes = matches!(c, '\u{200C}' | '\u{200D}') && before.is_some_and(is_virama);
        if !is_invisible(c) {
            before = Some(c);
        }
        if !is_invisible(c) || shapes || !inside {
            clean.push(c);
        }
    }
    (clean.len() < word.len()).then_some(clean)
}

fn is_rest_invisible(rest: std::str::Chars) -> bool {
    rest.into_iter().all(is_invisible)
}

/// The viramas of the Indic scripts stand at the same place of their blocks, but for Sinhala's.
fn is_virama(c: char) -> bool {
    let code = u32::from(c);
    (0x900..0xD80).contains(&code) && code & 0x7F == 0x4D || code == 0xDCA
}
