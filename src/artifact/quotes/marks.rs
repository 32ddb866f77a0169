//! The marks of one paragraph as they stand: which kind, which shape, between what.

use crate::artifact::Article;
use crate::lang::Lang;
use crate::text::{Paragraph, Span, TokenKind, find};

/// Languages that quote as English does: “…” with ‘…’ inside. All of South Asia's press does.
const ENGLISH_STYLE: [&str; 18] = [
    "as", "bho", "bn", "en", "gu", "hi", "kn", "kok", "mai", "ml", "mr", "ne", "or", "pa", "sa", "sd", "ta",
    "te",
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Double,
    Single,
    Round,
    Square,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Open,
    Close,
    Straight,
}

/// Where a mark stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Opening,
    Closing,
    Floating,
    /// Letters or marks on both sides, or nothing that tells.
    Inside,
}

#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub span: Span,
    pub kind: Kind,
    pub shape: Shape,
    pub place: Place,
    pub opens: bool,
}

/// Whether a mark opens, from where it stands and how it looks. `next` is the shape of the next mark.
pub(super) fn opens(mark: Mark, is_open: bool, next: Option<Shape>) -> bool {
    let closes_next = next.is_some_and(|shape| shape != Shape::Open);
    match (mark.place, mark.shape) {
        _ if matches!(mark.kind, Kind::Round | Kind::Square) => mark.shape == Shape::Open,
        // A single mark that looks like an apostrophe is only ever read as the end of a quotation.
        _ if mark.kind == Kind::Single && mark.shape == Shape::Close => false,
        (Place::Opening | Place::Inside, Shape::Open) => true,
        (Place::Closing | Place::Inside, Shape::Close) => false,
        (Place::Opening, Shape::Straight) => true,
        (Place::Closing, Shape::Straight) => false,
        (Place::Inside, Shape::Straight) => !is_open,
        (Place::Floating, Shape::Straight) => !is_open && next.is_some(),
        (Place::Opening, Shape::Close) => !is_open || closes_next,
        (Place::Closing, Shape::Open) => !is_open && closes_next,
        (Place::Floating, Shape::Open) => next.is_some() && (!is_open || closes_next),
        (Place::Floating, Shape::Close) => !is_open && closes_next,
    }
}

/// The glyph that does what the mark does.
pub(super) fn glyph(mark: Mark) -> &'static str {
    match (mark.kind, mark.shape, mark.opens) {
        (Kind::Double, Shape::Straight, _) => "\"",
        (Kind::Double, _, true) => "“",
        (Kind::Double, _, false) => "”",
        (Kind::Single, _, true) => "‘",
        (Kind::Single, _, false) => "’",
        (Kind::Round, _, true) => "(",
        (Kind::Round, _, false) => ")",
        (Kind::Square, _, true) => "[",
        (Kind::Square, _, false) => "]",
    }
}

/// The marks of one kind in a paragraph, in order.
pub(super) fn marks(article: &Article, paragraph: &Paragraph, kind: Kind) -> Vec<Mark> {
    let doc = article.doc;
    let quotes_kind = matches!(kind, Kind::Double | Kind::Single);
    let is_broken_text = || ["â€", "à¤"].iter().any(|bytes| find(doc.slice(paragraph.span), bytes).is_some());
    if quotes_kind && (!quotes_as_english(doc.lang) || is_broken_text()) {
        return Vec::new();
    }
    let mut marks = Vec::new();
    for token in doc.tokens_of(paragraph) {
        if kind == Kind::Single && token.kind == TokenKind::Word && token.script.is_indic() {
            // A mark between a title and its case ending (‘केसरी’चे) counts as part of the word.
            for (at, mark) in doc.word(token).match_indices('’') {
                let start = token.span.start as usize + at;
                let span = Span::new(start..start + mark.len());
                marks.push(Mark { span, kind, shape: Shape::Close, place: Place::Inside, opens: false });
            }
        }
        if !matches!(token.kind, TokenKind::Quote | TokenKind::Punct) {
            continue;
        }
        let first = doc.word(token).chars().next().unwrap_or_default();
        if quotes_kind && matches!(first, '„' | '‚' | '«' | '»' | '‹' | '›' | '‟' | '‛') {
            // The paragraph quotes in another language's way.
            return Vec::new();
        }
        let (of_kind, shape) = match first {
            '“' => (Kind::Double, Shape::Open),
            '”' => (Kind::Double, Shape::Close),
            '"' => (Kind::Double, Shape::Straight),
            '‘' => (Kind::Single, Shape::Open),
            '’' => (Kind::Single, Shape::Close),
            '(' => (Kind::Round, Shape::Open),
            ')' => (Kind::Round, Shape::Close),
            '[' => (Kind::Square, Shape::Open),
            ']' => (Kind::Square, Shape::Close),
            _ => continue,
        };
        let span = Span { start: token.span.start, end: token.span.start + first.len_utf8() as u32 };
        if of_kind == kind && !is_no_mark(doc.text, paragraph.span, span, first) {
            let place = place(doc.text, paragraph.span, span);
            marks.push(Mark { span, kind, shape, place, opens: false });
        }
    }
    marks
}

fn quotes_as_english(lang: Lang) -> bool {
    ENGLISH_STYLE.contains(&lang.code())
}

fn place(text: &str, paragraph: Span, mark: Span) -> Place {
    let before = text[paragraph.start as usize..mark.start as usize].chars().next_back();
    let after = text[mark.end as usize..paragraph.end as usize].chars().next();
    let free_before = before.is_none_or(char::is_whitespace);
    let free_after = after.is_none_or(char::is_whitespace);
    let leads = |c: char| matches!(c, '(' | '[' | '{' | '–' | '—' | '-' | '/' | '“' | '‘' | '"' | '\'');
    let ends = |c: char| {
        matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '?'
                | '!'
                | '।'
                | '॥'
                | '…'
                | ')'
                | ']'
                | '}'
                | '–'
                | '—'
                | '-'
                | '/'
                | '”'
                | '’'
        )
    };
    // A stop after the mark, not the three dots of words left out: “...
    let mut rest = text[mark.end as usize..paragraph.end as usize].chars();
    let is_stop = matches!(rest.next(), Some('.' | ',' | '।')) && !matches!(rest.next(), Some('.'));
    let opening = free_before || before.is_some_and(leads);
    let closing = free_after || after.is_some_and(ends);
    match (opening, closing) {
        // At an edge of the paragraph a mark that touches its word is as it should be.
        (true, true) if free_before && (free_after || is_stop) => Place::Floating,
        (true, false) => Place::Opening,
        (false, true) => Place::Closing,
        _ => Place::Inside,
    }
}

/// Whether the character is something else: an apostrophe, a prime, a list mark, a mouth.
fn is_no_mark(text: &str, paragraph: Span, mark: Span, glyph: char) -> bool {
    let head = &text[paragraph.start as usize..mark.start as usize];
    let before = head.chars().next_back();
    let after = text[mark.end as usize..paragraph.end as usize].chars().next();
    match glyph {
        // 5'10" and 6” pipe.
        '"' | '”' if before.is_some_and(char::is_numeric) => {
            let since = head.rfind(['“', '"', '”']);
            !since.is_some_and(|at| head[at..].starts_with(['“', '"']))
        }
        // ‘90s and ‘em are apostrophes that a machine curled.
        '‘' => after.is_some_and(char::is_numeric),
        ')' => head.ends_with([':', ';', '=']) || head.ends_with(":-") || head.ends_with(";-"),
        '(' => head.ends_with([':', ';', '=']) || head.ends_with(":-") || matches!(after, Some(':' | ';')),
        _ => false,
    }
}

/// Whether `head` ends with the letter or number of a list: `a` or `१२` at its start or after a space.
pub(super) fn is_list_mark(head: &str) -> bool {
    let item = head.rsplit(char::is_whitespace).next().unwrap_or_default();
    !item.is_empty() && item.chars().count() <= 3 && item.chars().all(char::is_alphanumeric)
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
