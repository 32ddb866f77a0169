//! A sentence that denies in the original and affirms in the translation: एकमताने घेण्यात आला होता for "was not unanimous".
//!
//! Machine translation loses a "not" more often than any other word, and no other loss turns a report into its
//! opposite. Sentences that are each other's only partner are compared: the original's is negated outright (not, n't,
//! never, no one; a verb of refusing is no proof), and nothing in the translation's denies, refuses, forbids, lacks or
//! goes without. "Not only", "no more than", "whether or not" and questions negate nothing. What is reported are the
//! words where the negation belongs: the verb that ends the clause, inside the quotation when it was denied there.
//! It is a hint, since a clause can be turned round in more ways than a table lists.

use super::facing;
use super::figure::WORDS;
use crate::artifact::{Article, Findings, Rule};
use crate::report::Severity;
use crate::text::{Document, Span, Token, TokenKind, fold, lower};

pub(crate) const RULE: Rule =
    Rule { code: "missing-negation", severity: Severity::Hint, default_on: true, langs: &[], check };

/// Words behind "not" or "no" that take the denial back or make it a comparison.
const LAWFUL: [&str; 18] = [
    "only",
    "just",
    "merely",
    "simply",
    "least",
    "more",
    "less",
    "fewer",
    "later",
    "sooner",
    "doubt",
    "matter",
    "wonder",
    "one's",
    "other",
    "until",
    "surprisingly",
    "to",
];

/// Characters of the shortest word that also counts as the beginning or end of another.
const SHORTEST: usize = 4;

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    for (ours, theirs) in facing(article.sentences, original) {
        let Some(denial) = denial(original.doc, theirs) else { continue };
        if denies(article.doc, ours) {
            continue;
        }
        let span = verb(article.doc, ours, &denial);
        let finding = findings.report(span);
        finding.arg("form", article.doc.slice(span)).original(original.doc, theirs);
    }
}

/// Where a sentence of the original denies.
struct Denial {
    quoted: bool,
    /// In the first half of its sentence.
    early: bool,
}

fn denial(doc: &Document, sentence: Span) -> Option<Denial> {
    let tokens = doc.tokens_in(sentence);
    if tokens.iter().any(|t| doc.word(t) == "?") {
        return None;
    }
    let at = (0..tokens.len()).find(|&at| {
        tokens[at].kind == TokenKind::Word && is_negator(doc, &tokens[at]) && {
            let after = tokens[at + 1..].iter().find(|t| t.kind != TokenKind::Space);
            let before = tokens[..at].iter().rev().find(|t| t.kind == TokenKind::Word);
            let lawful = after.is_some_and(|t| {
                matches!(doc.word(t), "." | ",") || LAWFUL.contains(&lower(doc.word(t)).as_str())
            });
            !lawful && before.is_none_or(|t| !matches!(lower(doc.word(t)).as_str(), "or" | "if" | "why"))
        }
    })?;
    let quotes = tokens[..at].iter().filter(|t| t.kind == TokenKind::Quote).count();
    Some(Denial { quoted: quotes % 2 == 1, early: at * 2 < tokens.len() })
}

fn is_negator(doc: &Document, token: &Token) -> bool {
    let key = fold(doc.word(token));
    let word = lower(&key);
    word.ends_with("n't") || WORDS.get(&word) == Some("denies\tsurely")
}

/// Whether anything in the sentence denies, refuses, forbids, lacks.
fn denies(doc: &Document, sentence: Span) -> bool {
    let words = doc.tokens_in(sentence).iter().filter(|t| t.kind == TokenKind::Word);
    words.map(|t| fold(doc.word(t))).any(|word| {
        let word = lower(&word);
        let marks = |stem: &str| WORDS.get(stem).is_some_and(|row| row.starts_with("denies"));
        // नाकारले, शिवायची: any word that begins or ends with one of four letters or more.
        let chars = word.chars().count();
        let mut edges = word.char_indices().enumerate();
        let marks_an_edge = |(nth, (at, _)): (usize, (usize, char))| {
            nth >= SHORTEST && marks(&word[..at]) || chars - nth >= SHORTEST && marks(&word[at..])
        };
        word.ends_with("n't") || marks(&word) || edges.any(marks_an_edge)
    })
}

/// The last two words of the clause in which the translation should deny.
fn verb(doc: &Document, sentence: Span, denial: &Denial) -> Span {
    let tokens = doc.tokens_in(sentence);
    let quote = |t: &Token| t.kind == TokenKind::Quote;
    let clause = match (tokens.iter().position(quote), tokens.iter().rposition(quote)) {
        (Some(open), Some(close)) if open < close && denial.quoted => &tokens[open..close],
        (Some(_), Some(close)) if close + 3 < tokens.len() => &tokens[close..],
        _ => tokens,
    };
    let mut ends = vec![clause.len()];
    ends.extend(clause.iter().rposition(|t| matches!(doc.word(t), "," | ";")).filter(|&at| at > 2));
    // …, असे ते म्हणाले: what is said ends before the comma.
    let told = ends.len() == 2 && {
        let next = clause[ends[1] + 1..].iter().find(|t| t.kind == TokenKind::Word);
        next.is_some_and(|t| ["असे", "असं", "अशी", "ऐसा"].contains(&doc.word(t)))
    };
    let end = if told || ends.len() == 2 && denial.early && !denial.quoted { ends[1] } else { ends[0] };
    let mut words = clause[..end].iter().rev().filter(|t| t.kind == TokenKind::Word);
    match (words.next(), words.next()) {
        (Some(last), Some(before)) => before.span.to(last.span),
        (Some(last), None) => last.span,
        _ => sentence,
    }
}
