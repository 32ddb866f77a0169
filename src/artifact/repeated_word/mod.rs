//! The same word twice in a row: आहे आहे.
//!
//! Copying, cutting and machine translation double words. In the languages of South Asia so does grammar: हळू हळू,
//! मोठे मोठे, जाता जाता, दोन दोन, काय काय distribute, intensify and prolong, and English has *had had* and *very very*.
//! So a doubled word is reported only where its class has no reduplication (finite verbs, auxiliaries, conjunctions,
//! postpositions, personal pronouns, long nouns) and the table of lawful doublings does not list it; names, numbers,
//! question words, adjectives that inflect, participles and words unknown to the lexicon are left alone, and inside a
//! quotation, where people repeat themselves, all but function words.
//!
//! A postposition that stands once more behind the word that already ends in it (युक्रेनवर वर) is the same fault.

mod grammar;

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::{Span, Token, TokenKind, fold, lower};

use grammar::Doubling;

pub(super) const RULE: Rule = Rule {
    code: "repeated-word",
    severity: Severity::Major,
    default_on: true,
    // Elsewhere reduplication may be grammar in ways that no table here knows.
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for paragraph in &doc.paragraphs {
        let tokens = doc.tokens_of(paragraph);
        let mut at = 0;
        while at < tokens.len() {
            let word = doc.word(&tokens[at]);
            let copies = 1 + tokens[at..].windows(3).step_by(2).take_while(|w| is_copy(article, w)).count();
            let last = at + 2 * (copies - 1);
            if copies > 1 {
                let span = tokens[at].span.to(tokens[last].span);
                let next = tokens.get(last + 2).map_or("", |t| doc.word(t));
                let is_same = doc.word(&tokens[last]) == word;
                let is_fault = match doubling(article, word, next, is_same) {
                    _ if is_hyphenated(article, span) => false,
                    Doubling::Lawful => false,
                    Doubling::Fault => true,
                    Doubling::FaultOutsideQuotation => !article.quotes().hold(span),
                };
                if is_fault {
                    report(article, findings, span, word);
                }
            } else if let [a, space, b, ..] = &tokens[at..]
                && space.kind == TokenKind::Space
                && grammar::is_ending_again(article, word, doc.word(b))
            {
                report(article, findings, a.span.to(b.span), word);
            }
            at = last + 1;
        }
    }
}

fn report(article: &Article, findings: &mut Findings, span: Span, word: &str) {
    findings.report(span).arg("form", article.doc.slice(span)).arg("right", word).replace(word).safe();
}

/// Whether a hyphen ties it to more: तू तू-मैं मैं.
fn is_hyphenated(article: &Article, span: Span) -> bool {
    let text = article.doc.text;
    text[..span.start as usize].ends_with(['-', '–']) || text[span.end as usize..].starts_with(['-', '–'])
}

/// Whether three tokens are a word, a space and the same word.
fn is_copy(article: &Article, window: &[Token]) -> bool {
    let [a, space, b] = window else { return false };
    let (first, second) = (article.doc.word(a), article.doc.word(b));
    a.kind == TokenKind::Word
        && space.kind == TokenKind::Space
        && b.kind == TokenKind::Word
        && (first == second
            // The the: a capital at the start of the sentence.
            || article.doc.lang == Lang::ENGLISH && first.len() == second.len() && lower(first) == second)
}

fn doubling(article: &Article, word: &str, next: &str, is_same: bool) -> Doubling {
    let word = &*fold(word);
    match article.doc.lang {
        Lang::MARATHI => grammar::marathi(article, word),
        Lang::HINDI => grammar::hindi(article, word, next),
        _ => grammar::english(article, word, is_same),
    }
}
