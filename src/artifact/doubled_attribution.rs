//! The same speaker introduces and closes one quotation: X म्हणाले की "…", असे X म्हणाले.
//!
//! English puts the speaker before or after the words; a translation that renders the one and adds what the language
//! is used to has both. Marked is what stands between them and both; the first fix drops the second frame with its
//! marks, the other one the first. Two quotations, two speakers, a speaker who quotes another (… असे त्यांच्या पत्नीने
//! सांगितले) and "also said" (असेही) are lawful.

use super::attribution::{Clause, Frame, Mark, clauses, same_word};
use super::{Article, Findings, Rule, Severity, near};
use crate::lang::Lang;
use crate::report::Edit;
use crate::text::{Document, Span};

pub(super) const RULE: Rule = Rule {
    code: "doubled-attribution",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// A closing frame is short; what is longer says something of its own. In words.
const LONGEST_FRAME: usize = 12;
/// Ordinary words beside speaker and saying that a closing frame may have: "in Pune", "on the phone".
const MOST_OTHERS: usize = 2;
/// A frame that closes a quotation is doubled by the clause right after it, an apposition between: said Rao, the captain, …
const REACH: usize = 3;
/// Sentences of one quotation within a paragraph; newspapers break longer ones up.
const LONGEST_QUOTATION: usize = 5;
/// First frames that are kept of one sentence: more than a few is no reported speech.
const MOST_FRAMES: usize = 4;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let mut paragraph = u32::MAX;
    let mut depth = 0;
    let mut sentences_since = 0;
    let mut first: Vec<Frame> = Vec::new();
    for sentence in article.sentences {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            depth = 0;
        }
        // A quotation of several sentences keeps the frame that introduced it, unless its closing mark is missing.
        sentences_since = if depth == 0 { 0 } else { sentences_since + 1 };
        if depth == 0 || sentences_since > LONGEST_QUOTATION {
            depth = 0;
            first.clear();
        }
        let clauses = clauses(doc, sentence, &mut depth);
        for (i, clause) in clauses.iter().enumerate() {
            let Some(frame) = clause.frame(doc.lang) else { continue };
            let last = i + 1 == clauses.len();
            let closes = is_closing(clause, doc.lang);
            if last
                && closes
                && i + first.len() > 0
                && clause.words.len() <= LONGEST_FRAME
                && frame.others <= MOST_OTHERS
            {
                if let Some(before) = first.iter().find(|before| is_same(before, &frame, doc.lang)) {
                    report(doc, clause, before, sentence.span, findings);
                }
            } else if first.len() < MOST_FRAMES && !clause.words.iter().any(|(_, c)| *c == "pronoun") {
                // "X made an appeal, “…,” X said" tells two things.
                let introduces = frame.verb || clause.before == Mark::That;
                if introduces && !closes || closes && i + REACH >= clauses.len() {
                    first.push(frame);
                }
            }
        }
    }
}

/// Whether the clause stands where a frame closes what was said.
fn is_closing(clause: &Clause, lang: Lang) -> bool {
    let such = clause.words.first().is_some_and(|(_, class)| *class == "such");
    match clause.after {
        Mark::Close => true,
        Mark::Comma if lang == Lang::MARATHI => such,
        Mark::Comma => clause.before == Mark::Edge,
        _ => false,
    }
}

/// Whether the second frame names the speaker of the first, or leaves it at a pronoun.
fn is_same(before: &Frame, frame: &Frame, lang: Lang) -> bool {
    if before.speaker.is_empty() {
        return false;
    }
    if frame.pronoun {
        return true;
    }
    let known = |word: &&str| before.speaker.iter().any(|w| same_word(w, word));
    let head = match (before.speaker.last(), frame.speaker.last()) {
        (Some(a), Some(b)) => lang == Lang::ENGLISH || before.others > 0 || same_word(a, b),
        _ => false,
    };
    head && frame.speaker.iter().all(known)
}

fn report(doc: &Document, clause: &Clause, before: &Frame, sentence: Span, findings: &mut Findings) {
    let text = doc.text;
    let Span { start, end } = clause.span;
    let (start, end) = (start as usize, end as usize);
    let space = |c: char| c.is_whitespace() && !near::is_break(c);
    let head = text[..start].trim_end_matches(space);
    let rest = &text[end..sentence.end as usize];
    let stop = &rest[..rest.len() - rest.trim_start_matches(['.', '।', '?', '!', '…']).len()];
    let tail = end + stop.len();
    let (span, right) = match clause.after {
        Mark::Close => {
            let said = head.trim_end_matches([',', ' ']);
            let mark = said.chars().next_back().filter(|c| matches!(c, '“' | '”' | '"')).unwrap_or('”');
            let inside = said.strip_suffix(mark).unwrap_or(said);
            if inside.ends_with(['.', '?', '!', '।', '…']) {
                (Span::new(said.len()..tail), String::new())
            } else {
                let inside = inside.trim_end_matches([',', ' ']);
                (Span::new(inside.len()..tail), format!("{stop}{mark}"))
            }
        }
        _ => (Span::new(head.trim_end_matches([',', ';', ' ', '–', '—']).len()..end), String::new()),
    };
    let whole = if sentence.covers(before.span) { before.span.to(span) } else { span };
    let finding = findings
        .report(whole)
        .arg("form", doc.slice(clause.span))
        .arg("words", doc.slice(before.span))
        .related(before.span)
        .fix(vec![Edit { span, text: right }]);
    if before.span.start == sentence.start {
        finding.fix(vec![without_first(text, before.span)]);
    }
}

/// What follows the first frame becomes the beginning of the sentence.
fn without_first(text: &str, frame: Span) -> Edit {
    let rest = &text[frame.end as usize..];
    let begin = text.len() - rest.trim_start_matches([',', ':', ' ']).len();
    // Of the languages that the rule knows only English has capitals.
    let first = text[begin..].chars().next().filter(char::is_ascii_lowercase);
    let right = first.map_or(String::new(), |c| c.to_ascii_uppercase().into());
    Edit { span: Span::new(frame.start as usize..begin + right.len()), text: right }
}
