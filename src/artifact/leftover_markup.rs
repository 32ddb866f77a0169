//! Markup left in the text: tags, entities, Markdown, shortcodes, escapes, the word marks of tokenisers.
//!
//! It was meant for a program that shows or cuts up the text; a reader should see what it stands for or nothing at
//! all, and that is the fix. Code shown as code is not touched: what stands between backticks, in a fenced block
//! that names its language, or alone between quotation marks. A bare < is "less than".

mod escape;
mod html;
mod markdown;

use super::{Article, Findings, Rule, Severity, near};
use crate::report::Edit;
use crate::text::Span;

pub(super) const RULE: Rule =
    Rule { code: "leftover-markup", severity: Severity::Major, default_on: true, langs: &[], check };

/// A piece of markup.
struct Piece {
    /// Bytes before the mark that was looked at: WordPiece parts words by " ##".
    back: usize,
    /// Bytes from there to the end.
    len: usize,
    /// What a reader should see in its place.
    right: String,
}

impl Piece {
    /// One that stands for nothing.
    fn gone(len: usize) -> Self {
        Self { back: 0, len, right: String::new() }
    }

    /// One that stands for something.
    fn read(len: usize, right: impl Into<String>) -> Self {
        Self { back: 0, len, right: right.into() }
    }
}

/// Characters that markup begins with.
const STARTS: &[char] = &['<', '&', '\\', '[', ']', '!', '#', '@', '▁', '`', '%', '*', '_'];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let mut fences = markdown::Fences::new(doc);
    for (i, paragraph) in doc.paragraphs.iter().enumerate() {
        if fences.is_code(i) {
            continue;
        }
        let base = paragraph.span.start as usize;
        let line = doc.slice(paragraph.span);
        let mut last: Option<(Span, String)> = None;
        for (at, piece) in pieces(line) {
            let span = Span::new(base + at - piece.back..base + at + piece.len);
            match &mut last {
                // Neighbours are one fault: </p><p>, &nbsp;&nbsp;
                Some((before, right)) if before.end == span.start => {
                    before.end = span.end;
                    right.push_str(&piece.right);
                }
                _ => {
                    report(doc.text, last.take(), findings);
                    last = Some((span, piece.right));
                }
            }
        }
        report(doc.text, last, findings);
    }
}

fn report(text: &str, found: Option<(Span, String)>, findings: &mut Findings) {
    let Some((span, right)) = found else { return };
    if near::is_quoted(text, span) {
        return;
    }
    let spaced = near::before(text, span.start as usize).is_none_or(char::is_whitespace)
        || near::after(text, span.end as usize).is_none_or(char::is_whitespace);
    let right = match right.trim_matches(' ') {
        "" if right.is_empty() || spaced => "",
        "" => " ",
        _ => right.as_str(),
    };
    let span = if right.is_empty() { near::cut(text, span) } else { span };
    findings
        .report(span)
        .arg("form", text[span.range()].trim())
        .arg("right", right)
        .fix(vec![Edit { span, text: right.to_owned() }])
        .safe();
}

/// All markup of one line, in order.
fn pieces(line: &str) -> Vec<(usize, Piece)> {
    let mut found = Vec::new();
    let mut emphasis = markdown::emphasis(line).into_iter().peekable();
    let mut scripts_end = html::ScriptEnds::default();
    let mut at = 0;
    while let Some(next) = line[at..].find(STARTS) {
        at += next;
        while emphasis.next_if(|&(start, _)| start < at).is_some() {}
        if let Some((_, len)) = emphasis.next_if(|&(start, _)| start == at) {
            found.push((at, Piece::gone(len)));
            at += len;
            continue;
        }
        if let Some(len) = markdown::code(&line[at..]) {
            at += len;
            continue;
        }
        let piece = html::tag(&line[at..], &mut scripts_end)
            .or_else(|| html::entity(&line[at..]))
            .or_else(|| escape::escape(line, at))
            .or_else(|| markdown::mark(line, at));
        at += match piece {
            Some(piece) => {
                let len = piece.len;
                found.push((at, piece));
                len
            }
            None => near::after(line, at).map_or(1, char::len_utf8),
        };
    }
    found
}
