//! No space after a mark that ends a sentence or clause: म्हणाले.त्यांनी
//!
//! Lines that were joined lose the space, and so do sentences put together by programs. The full stop has many other
//! duties (पु.ल., कि.मी., 3.5, www.kasoti.in, Node.js), so it counts only between two words that are long enough to be
//! no abbreviation, no initial and no part of an address.

use super::{Article, Findings, Rule, Severity, lexicon, near};
use crate::entity::Kind;
use crate::lang::Lang;
use crate::text::{Script, Span, Token, TokenKind, find, fold, lower};

pub(super) const RULE: Rule = Rule {
    code: "missing-space",
    severity: Severity::Minor,
    default_on: true,
    // Chinese, Thai and others write no spaces.
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// The run without spaces around a mark is read this far, in bytes, to see whether it is an address.
const ADDRESS: usize = 120;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for window in doc.tokens.windows(3) {
        let [before, mark, after] = window else { continue };
        let glyph = doc.word(mark);
        if mark.kind != TokenKind::Punct
            || before.kind != TokenKind::Word
            || !parts(article, before, glyph, after)
        {
            continue;
        }
        if is_address(doc.text, mark.span) || is_contact(article, mark.span) {
            continue;
        }
        let right = [glyph, " "].concat();
        findings
            .report(mark.span)
            .arg("form", doc.slice(before.span.to(after.span)))
            .arg("right", [doc.word(before), &right, doc.word(after)].concat())
            .replace(right)
            .safe();
    }
}

/// Whether the mark ends something, the next word begins something, and no space is between.
fn parts(article: &Article, before: &Token, glyph: &str, after: &Token) -> bool {
    let doc = article.doc;
    let (word, next) = (doc.word(before), doc.word(after));
    // A mark that looks like an opening one and is followed by no word closes the wrong way round.
    let opens = matches!(next, "“" | "‘")
        && near::after(doc.text, after.span.end as usize).is_some_and(char::is_alphanumeric);
    let begins = after.kind == TokenKind::Word && (after.script == before.script || glyph == "।");
    match glyph {
        "।" | "?" | "!" => begins && before.script != Script::Latin || opens && glyph == "।",
        "," | ";" => (begins || opens) && (is_long(word) || is_long(next)),
        "." if opens => is_sentence_end(article, word, before.script),
        "." => {
            begins
                && is_sentence_end(article, word, before.script)
                && begins_sentence(article, next, before.script)
                && (is_small(word) || before.script != Script::Latin || is_long_or_known(article, next))
        }
        _ => false,
    }
}

fn is_long(word: &str) -> bool {
    word.chars().count() > 1
}

/// Whether a full stop behind this word ends a sentence: the word is no abbreviation, initial or letter name.
fn is_sentence_end(article: &Article, word: &str, script: Script) -> bool {
    let tables = &article.doc.lang.language().sentences;
    let key = fold(word);
    let lower = lower(&key);
    let abbreviated = [&*key, &lower].iter().any(|form| tables.abbreviations.contains(form));
    if abbreviated || tables.letters.contains(&key) || lexicon::is_acronym(article, &key) {
        return false;
    }
    if script == Script::Latin {
        // A name that ends a sentence has its capital: … in Kolkata.The …
        return word.len() > 1
            && word.chars().skip(1).all(char::is_lowercase)
            && (is_small(word) || word.len() > 3);
    }
    lexicon::syllables(&key) > 1
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Behind a capital a short word is the rest of a brand or a file more often than not: Node.Js, Booking.Com, Readme.Md.
fn is_long_or_known(article: &Article, word: &str) -> bool {
    word.len() > 4 || is_function_word(article, &lower(word))
}

fn begins_sentence(article: &Article, word: &str, script: Script) -> bool {
    let tables = &article.doc.lang.language().sentences;
    let key = fold(word);
    if script == Script::Latin {
        let mut chars = word.chars();
        return chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
            // I and A begin sentences too, other single letters are initials.
            && (word.len() > 1 || matches!(word, "I" | "A"));
    }
    let is_abbreviation =
        tables.abbreviations.get(&key).is_some_and(|classes| find(classes, "before").is_some());
    !is_abbreviation
        && !tables.letters.contains(&key)
        && (lexicon::syllables(&key) > 1 || is_function_word(article, &key))
}

fn is_function_word(article: &Article, word: &str) -> bool {
    article.doc.lang.language().function_words.contains(word)
}

/// Whether the run of characters without a space is a web address, a path or code.
fn is_address(text: &str, mark: Span) -> bool {
    let head =
        &text[text.floor_char_boundary((mark.start as usize).saturating_sub(ADDRESS))..mark.start as usize];
    let tail =
        &text[mark.end as usize..text.floor_char_boundary((mark.end as usize + ADDRESS).min(text.len()))];
    let before = head.rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = tail.split(char::is_whitespace).next().unwrap_or_default();
    let technical = |piece: &str| {
        piece.contains(['/', '@', '_', '=', '\\', '#', '&', '<', '>', '{', '}', '|', '*'])
            || find(piece, "www.").is_some()
            || find(piece, "http").is_some()
    };
    technical(before) || technical(after) || near::before(text, mark.start as usize).is_none()
}

fn is_contact(article: &Article, mark: Span) -> bool {
    article.mentions_on(mark).any(|mention| mention.kind == Kind::Contact)
}
