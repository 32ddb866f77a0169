//! A language model's own talk around its work: "Here is the translation:", "As an AI language model, I …",
//! "भाषांतर खालीलप्रमाणे:", "Let me know if you'd like changes."
//!
//! Whoever had an article translated by a chat pasted the chat's courtesies with it. They stand where a paragraph
//! begins or ends, whatever its language, and no reader of the article is meant by them; the fix takes them out, with
//! the line when nothing else is on it. Articles about AI that quote such talk are silent: it stands in quotation
//! marks there. So is a newspaper's own "here is the full text of the letter", and a translator's credit.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::{Article, Findings, Rule, Severity, near};
use crate::lang::words;
use crate::report::{Edit, Sentence};
use crate::text::{Document, Span, Token, TokenKind, fold, lower};

pub(super) const RULE: Rule =
    Rule { code: "prompt-leak", severity: Severity::Critical, default_on: true, langs: &[], check };

/// All languages' patterns, since talk in English is left in Marathi articles.
static PATTERNS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&words!("prompt_leak/patterns.tsv")));

/// Agreement that a chat begins with. Alone it says nothing; before a leak it belongs to it.
const AGREEMENT: [&str; 22] = [
    "sure",
    "certainly",
    "of course",
    "absolutely",
    "okay",
    "ok",
    "great",
    "alright",
    "yes",
    "no problem",
    "got it",
    "नक्कीच",
    "अर्थातच",
    "निश्चितच",
    "जरूर",
    "होय",
    "ठीक आहे",
    "बिल्कुल",
    "अवश्य",
    "हाँ",
    "जी हाँ",
    "निश्चित रूप से",
];

/// What newspapers themselves print translations of. An announcement of these counts in the first line only.
const PRINTED: [&str; 20] = [
    "letter",
    "poem",
    "speech",
    "statement",
    "verse",
    "song",
    "interview",
    "remarks",
    "transcript",
    "post",
    "पत्र",
    "पत्राचे",
    "पत्राचा",
    "कवितेचे",
    "कवितेचा",
    "भाषणाचे",
    "भाषणाचा",
    "निवेदनाचे",
    "पत्र",
    "भाषण",
];

/// Words of a sentence that are read: patterns are shorter, and a bound keeps a long line cheap.
const WORDS_READ: usize = 30;
/// How far behind a pattern its colon may stand, in words: "… translation of the article into Marathi:".
const COLON_REACH: usize = 8;
/// An announcement without a colon is no longer, in words.
const ANNOUNCEMENT: usize = 14;
/// Sentences of a paragraph that is talk from beginning to end.
const LONGEST_TALK: usize = 6;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let mut sentences = article.sentences;
    for (i, paragraph) in doc.paragraphs.iter().enumerate() {
        let n = sentences.iter().take_while(|s| paragraph.span.covers(s.span)).count();
        let (own, rest) = sentences.split_at(n);
        sentences = rest;
        for span in talk(doc, own, i) {
            let gone =
                if span == paragraph.span { near::line(doc.text, span) } else { near::cut(doc.text, span) };
            findings
                .report(span)
                .arg("form", doc.slice(span))
                .fix(vec![Edit { span: gone, text: String::new() }])
                .safe();
        }
    }
}

/// The talk at the beginning and the end of a paragraph.
fn talk(doc: &Document, sentences: &[Sentence], paragraph: usize) -> Vec<Span> {
    let Some(last) = sentences.len().checked_sub(1) else { return Vec::new() };
    let place = |alone| Place { alone, paragraph, last_lines: paragraph + 2 >= doc.paragraphs.len() };
    let found: Vec<Option<Span>> = if last < LONGEST_TALK {
        let alone: Vec<_> = sentences.iter().map(|s| leak(doc, s.span, &place(true))).collect();
        let agreed = |i: usize| i < last && alone[i + 1].is_some() && is_agreement(doc, sentences[i].span);
        if (0..=last)
            .all(|i| alone[i].is_some_and(|span| i == last || span == sentences[i].span) || agreed(i))
        {
            let end = alone[last].unwrap_or(sentences[last].span).end;
            return vec![Span { start: sentences[0].span.start, end }];
        }
        sentences.iter().map(|s| leak(doc, s.span, &place(false))).collect()
    } else {
        let mut found = vec![None; sentences.len()];
        for i in [0, 1, last - 1, last] {
            found[i] = leak(doc, sentences[i].span, &place(false));
        }
        found
    };
    let whole = |i: usize| found[i] == Some(sentences[i].span);
    let mut spans = Vec::new();
    let first = usize::from(last > 0 && found[0].is_none() && is_agreement(doc, sentences[0].span));
    let mut next = first;
    if let Some(mut span) = found[first] {
        span.start = sentences[0].span.start;
        while next < last && whole(next) && found[next + 1].is_some() {
            next += 1;
            span = found[next].map_or(span, |more| span.to(more));
        }
        spans.push(span);
        next += 1;
    }
    let tail = (next..=last).rev().take_while(|&i| i > 0 && whole(i)).last();
    if let Some(from) =
        tail.filter(|&from| !is_inside_quotation(doc, sentences[0].span, sentences[from].span))
    {
        spans.push(sentences[from].span.to(sentences[last].span));
    }
    spans
}

/// Where a sentence stands.
struct Place {
    /// Nothing but talk is on its line.
    alone: bool,
    /// Index of the paragraph.
    paragraph: usize,
    /// In the last lines of the text.
    last_lines: bool,
}

/// The part of the sentence that is talk: all of it, or what stands before the colon.
fn leak(doc: &Document, sentence: Span, place: &Place) -> Option<Span> {
    let tokens = doc.tokens_in(sentence);
    let (words, at) = words(doc, tokens)?;
    let skipped = agreement(&words, &at, doc, tokens);
    [0, skipped].into_iter().find_map(|from| {
        let mut kinds = PATTERNS.at(&words[from..]);
        kinds.find_map(|(n, kind)| {
            let taken = from + n;
            let colon = || {
                let reach = at.get(taken + COLON_REACH).copied().unwrap_or(tokens.len());
                let after = &tokens[at[taken - 1]..reach];
                after
                    .iter()
                    .find(|t| doc.word(t) == ":")
                    .map(|t| Span { start: sentence.start, end: t.span.end })
            };
            let printed = || place.paragraph > 0 && words.iter().any(|w| PRINTED.contains(&w.as_str()));
            let marked = || tokens.iter().any(|t| matches!(doc.word(t), ":" | "[" | "*" | "#"));
            match kind {
                "reply" => Some(sentence),
                "closing" => (place.alone || place.last_lines).then_some(sentence),
                "opening" if printed() => None,
                "opening" => {
                    colon().or_else(|| (place.alone && words.len() <= ANNOUNCEMENT).then_some(sentence))
                }
                "label" => (place.alone && taken == words.len() && (n > 2 || marked())).then_some(sentence),
                "first" => colon().filter(|_| place.paragraph == 0),
                _ => None,
            }
        })
    })
}

/// The first words, folded and in small letters, and which tokens they are; `None` where a quotation begins.
fn words(doc: &Document, tokens: &[Token]) -> Option<(Vec<String>, Vec<usize>)> {
    if tokens.first()?.kind == TokenKind::Quote {
        return None;
    }
    let is_word = |(_, t): &(usize, &Token)| matches!(t.kind, TokenKind::Word | TokenKind::Number);
    let read = tokens.iter().enumerate().filter(is_word).take(WORDS_READ);
    Some(read.map(|(i, t)| (fold(&lower(doc.word(t))).into_owned(), i)).unzip())
}

/// How many words of agreement stand in front, set off by a mark.
fn agreement(words: &[String], at: &[usize], doc: &Document, tokens: &[Token]) -> usize {
    let set_off = |n: usize| {
        at.get(n).is_some_and(|&next| {
            tokens[at[n - 1]..next].iter().any(|t| matches!(doc.word(t), "!" | "," | "."))
        })
    };
    (1..=3.min(words.len()))
        .find(|&n| AGREEMENT.contains(&words[..n].join(" ").as_str()) && set_off(n))
        .unwrap_or(0)
}

fn is_agreement(doc: &Document, sentence: Span) -> bool {
    words(doc, doc.tokens_in(sentence))
        .is_some_and(|(words, _)| AGREEMENT.contains(&words.join(" ").as_str()))
}

/// Whether a quotation that begins in the paragraph is still open where `sentence` begins.
fn is_inside_quotation(doc: &Document, first: Span, sentence: Span) -> bool {
    let before = doc.slice(Span { start: first.start, end: sentence.start });
    let count = |c: char| before.matches(c).count();
    count('“') > count('”') || count('"') % 2 == 1
}
