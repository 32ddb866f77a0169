//! Two or more ordinary words of the original left as they were: 20 लीटर clean water, four months of imports पुरेसा.
//!
//! In a Marathi or Hindi article that is English in Latin letters, in an English one Devanagari. Names, brands, titles
//! and abbreviations are at home there and carry capitals, so that a run counts only with a word in small letters that
//! no name has inside it (Bank of India, Ludwig van Beethoven). Silent are addresses, units, words in quotation marks or
//! brackets, and a line that is English from end to end: that is a quotation or another rule's boilerplate.

use super::{Article, Findings, Rule, Severity, near};
use crate::entity::Kind;
use crate::lang::Lang;
use crate::text::{Document, Paragraph, Script, Span, Token, TokenKind, lower};

pub(super) const RULE: Rule = Rule {
    code: "untranslated-run",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// Small words that names have inside them, and those between the parts of a title.
const INSIDE_NAMES: [&str; 36] = [
    "of", "the", "and", "for", "in", "on", "at", "to", "by", "de", "la", "le", "du", "des", "da", "di", "do",
    "dos", "el", "al", "bin", "ibn", "van", "von", "der", "den", "ter", "y", "e", "a", "an", "vs", "v", "ft",
    "feat", "or",
];

/// What stands around figures, and the smallest words of chats: no ordinary words of an article.
const UNITS: [&str; 22] = [
    "km", "kmph", "kg", "mg", "ml", "cm", "mm", "sq", "ft", "am", "pm", "mbps", "gb", "tb", "mb", "kw", "mw",
    "hp", "cc", "per", "hour", "mph",
];

/// An article with more such runs than this writes about the other language, or in both.
const STRAY: usize = 6;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let own = doc.lang.language().script;
    let strange = if own == Script::Latin { Script::Devanagari } else { Script::Latin };
    let mut runs = Vec::new();
    for paragraph in &doc.paragraphs {
        collect(article, paragraph, strange, &mut runs);
    }
    if runs.len() <= STRAY {
        for span in runs {
            findings.report(span).arg("form", doc.slice(span));
        }
    }
}

/// Adds the runs of a paragraph that is not strange from end to end.
fn collect(article: &Article, paragraph: &Paragraph, strange: Script, runs: &mut Vec<Span>) {
    let doc = article.doc;
    let tokens = doc.tokens_of(paragraph);
    let is_strange = |t: &Token| t.kind == TokenKind::Word && t.script == strange;
    let own = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.script != strange).count();
    if own == 0 {
        return;
    }
    let mut at = 0;
    while at < tokens.len() {
        if !is_strange(&tokens[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while joins(doc, tokens, end).is_some_and(|next| is_strange(&tokens[next])) {
            end = joins(doc, tokens, end).map_or(end, |next| next + 1);
        }
        let run = &tokens[at..end];
        let span = run[0].span.to(run[run.len() - 1].span);
        if is_ordinary(doc, run, strange) && !is_given(doc, span) && !is_address(article, span) {
            runs.push(span);
        }
        at = end;
    }
}

/// The token behind a space, or a plural's apostrophe and a space, at token `end`.
fn joins(doc: &Document, tokens: &[Token], end: usize) -> Option<usize> {
    let mark = tokens.get(end)?;
    let apostrophe = usize::from(matches!(doc.word(mark), "'" | "’"));
    let space = tokens.get(end + apostrophe)?;
    (space.kind == TokenKind::Space).then_some(end + apostrophe + 1)
}

/// Whether the words are an ordinary phrase, not a name.
fn is_ordinary(doc: &Document, run: &[Token], strange: Script) -> bool {
    let words: Vec<&str> = run.iter().filter(|t| t.kind == TokenKind::Word).map(|t| doc.word(t)).collect();
    if words.len() < 2 || strange != Script::Latin {
        return words.len() >= 2;
    }
    let ordinary = |word: &&&str| {
        let small = word.chars().all(|c| c.is_lowercase() || c == '\'' || c == '’');
        small && word.len() > 2 && !INSIDE_NAMES.contains(word) && !UNITS.contains(&lower(word).as_str())
    };
    words.iter().any(|word| ordinary(&word))
}

fn is_given(doc: &Document, span: Span) -> bool {
    let marks = |c| matches!(c, '(' | '[' | '"' | '\'' | '“' | '‘' | '«' | '/' | '@' | '#' | '_' | '-');
    near::before(doc.text, span.start as usize).is_some_and(marks)
}

fn is_address(article: &Article, span: Span) -> bool {
    article.mentions_on(span).next().is_some_and(|mention| mention.kind == Kind::Contact)
}
