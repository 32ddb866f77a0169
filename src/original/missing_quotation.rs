//! Quoted words of the original that stand unquoted in the translation.
//!
//! A quotation mark says who answers for the words. Sentences that are each other's only partner are compared: the
//! original's opens and closes a quotation of two words or more, the translation's has no quotation mark of any kind.
//! Whole sentences may lawfully become reported speech, so that only a phrase is compared: one that begins with a small
//! letter. What is reported are about as
//! many words as were quoted, before the verb that ends the sentence: there Marathi and Hindi put what is said.

use super::facing;
use crate::artifact::{Article, Findings, Rule};
use crate::report::Severity;
use crate::text::{Document, Span, Token, TokenKind};

pub(crate) const RULE: Rule =
    Rule { code: "missing-quotation", severity: Severity::Major, default_on: true, langs: &[], check };

/// One word in quotation marks is a doubt about the word, a nickname, the name of a ship.
const FEWEST_WORDS: usize = 2;

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    for (ours, theirs) in facing(article.sentences, original) {
        let Some(quoted) = quotation(original.doc, theirs) else { continue };
        let tokens = article.doc.tokens_in(ours);
        if tokens.iter().any(|t| t.kind == TokenKind::Quote) {
            continue;
        }
        let words = quoted.1;
        let span = before_verb(article.doc, tokens, words).unwrap_or(ours);
        let finding = findings.report(span);
        finding.arg("form", article.doc.slice(span)).original(original.doc, quoted.0);
    }
}

/// The one quotation that the sentence opens and closes, with its marks, and how many words it has.
fn quotation(doc: &Document, sentence: Span) -> Option<(Span, usize)> {
    let tokens = doc.tokens_in(sentence);
    let mut marks = (0..tokens.len()).filter(|&at| matches!(doc.word(&tokens[at]), "“" | "”" | "\""));
    let (open, close) = (marks.next()?, marks.next()?);
    if marks.next().is_some() || doc.word(&tokens[open]) == "”" || doc.word(&tokens[close]) == "“" {
        return None;
    }
    let phrase = doc.word(tokens.get(open + 1)?).starts_with(char::is_lowercase);
    let words = tokens[open..close].iter().filter(|t| t.kind == TokenKind::Word).count();
    (phrase && words >= FEWEST_WORDS).then(|| (tokens[open].span.to(tokens[close].span), words))
}

fn before_verb(doc: &Document, tokens: &[Token], words: usize) -> Option<Span> {
    let list: Vec<&Token> = tokens.iter().filter(|t| t.kind == TokenKind::Word).collect();
    if doc.lang.language().sentences.edges.is_empty() || list.len() < words + 2 {
        return None;
    }
    let last = list.len() - 2;
    Some(list[last + 1 - words.min(last)].span.to(list[last].span))
}
