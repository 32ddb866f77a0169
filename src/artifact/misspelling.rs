//! A word in a spelling that is wrong wherever it stands: विरूद्ध, अंबलबजावणी, absense.
//!
//! The forms are those of a table, endings and all, since a word that a lexicon lacks is a name or a new word more
//! often than a slip; but a postposition is misspelled joined as it is alone: शहराविरूद्धच्या. Silent are names, what
//! stands in quotation marks by itself, and words with a capital.

use super::listed::{self, Reach};
use super::{Article, Findings, Rule, Severity, lexicon, near};
use crate::lang::Lang;
use crate::text::{Script, Span, Token, TokenKind, fold};

pub(super) const RULE: Rule = Rule {
    code: "misspelling",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for place in listed::places(article, "misspellings", Reach::Whole) {
        let form = doc.slice(place.span);
        let capital = form.starts_with(char::is_uppercase);
        if capital || listed::is_named(article, place.span) || near::is_quoted(doc.text, place.span) {
            continue;
        }
        findings.report(place.span).arg("form", form).arg("right", place.value).replace(place.value).safe();
    }
    if doc.lang == Lang::MARATHI {
        for token in doc.tokens.iter().filter(|t| t.kind == TokenKind::Word && t.script == Script::Devanagari)
        {
            check_end(article, token, findings);
        }
    }
}

/// Code points of a misspelled postposition that is looked for at the end of a word: what is shorter (तरि) ends other words too.
const SHORTEST_END: usize = 4;
/// What may be joined behind the postposition.
const BEHIND: [&str; 7] = ["च्या", "चा", "ची", "चे", "ही", "च", ""];

/// Reports a misspelled postposition that the word ends with.
fn check_end(article: &Article, token: &Token, findings: &mut Findings) {
    let (word, wrongs) = (article.doc.word(token), article.table("misspellings"));
    if word.len() > 3 * lexicon::LONGEST_WORD || wrongs.contains(&fold(word)) {
        return;
    }
    let right = |wrong: &str| {
        let right = wrongs.get(wrong).filter(|_| wrong.chars().nth(SHORTEST_END - 1).is_some())?;
        article.table("postpositions").contains(right).then_some(right)
    };
    let mut heads = BEHIND.iter().filter_map(|behind| word.strip_suffix(behind));
    // What it is joined to has two code points at least.
    let end = |head: &'_ str| {
        head.char_indices().skip(2).find_map(|(at, _)| Some((at, head[at..].len(), right(&head[at..])?)))
    };
    let Some((at, len, right)) = heads.find_map(end) else { return };
    let start = token.span.start as usize + at;
    let span = Span::new(start..start + len);
    if !listed::is_named(article, span) {
        findings
            .report(span)
            .arg("form", span.of(article.doc.text))
            .arg("right", right)
            .replace(right)
            .safe();
    }
}
