//! Markdown, shortcodes and wiki links, and the word marks of tokenisers.

use super::super::near::{after, before};
use super::Piece;
use crate::text::{Document, has};

/// Names of shortcodes that take no value: content systems set pictures, films and galleries by them.
const SHORTCODES: &str =
    "audio b caption code embed gallery i img playlist quote tweet twitter u url video youtube";

/// Which lines are code in a fenced block that names its language. Fences of plain text are leftovers.
pub(super) struct Fences {
    code: Vec<bool>,
}

impl Fences {
    pub(super) fn new(doc: &Document) -> Self {
        let mut code = vec![false; doc.paragraphs.len()];
        let mut open: Option<usize> = None;
        for (i, paragraph) in doc.paragraphs.iter().enumerate() {
            let Some(info) = doc.slice(paragraph.span).strip_prefix("```") else { continue };
            match open.take() {
                Some(from) => code[from..=i].fill(true),
                None if is_programming(info.trim()) => open = Some(i),
                None => {}
            }
        }
        Self { code }
    }

    pub(super) fn is_code(&mut self, paragraph: usize) -> bool {
        self.code[paragraph]
    }
}

fn is_programming(info: &str) -> bool {
    !info.is_empty() && info.is_ascii() && !matches!(info, "markdown" | "md" | "text" | "txt" | "plaintext")
}

/// Length of code between backticks at the start of `rest`; `None` for anything else, a fence too.
pub(super) fn code(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('`')?;
    let end = body.find('`').filter(|&end| end > 0)?;
    // Code is a few words; a lone backtick is an apostrophe, and a bound keeps many of them cheap.
    (end <= 120).then_some(end + 2)
}

/// Places and lengths of the `**` and `__` that embrace words.
pub(super) fn emphasis(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut at = 0;
    while let Some(next) = line[at..].find(['*', '_']) {
        at += next;
        let mark = &line[at..at + 1];
        let len = line[at..].bytes().take_while(|byte| [*byte] == *mark.as_bytes()).count();
        let end = at + len;
        let space_before = before(line, at).is_none_or(|c| !c.is_alphanumeric());
        let space_after = after(line, end).is_none_or(char::is_whitespace);
        if matches!(len, 2 | 3) {
            match open {
                Some((from, run))
                    if run == &line[at..end] && before(line, at).is_some_and(|c| !c.is_whitespace()) =>
                {
                    found.extend([(from, len), (at, len)]);
                    open = None;
                }
                _ if space_before && !space_after => open = Some((at, &line[at..end])),
                _ => {}
            }
        }
        at = end;
    }
    // __NAME__ is a blank to fill in, and another rule's.
    found.chunks(2).filter(|pair| !is_blank(line, pair)).flatten().copied().collect()
}

fn is_blank(line: &str, pair: &[(usize, usize)]) -> bool {
    let [(open, len), (close, _)] = pair else { return false };
    let inside = &line[open + len..*close];
    line[*open..].starts_with('_')
        && inside.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

/// The mark at byte `at` of `line`.
pub(super) fn mark(line: &str, at: usize) -> Option<Piece> {
    let rest = &line[at..];
    let gone = |len: usize| Some(Piece::gone(len));
    match after(line, at)? {
        '`' if rest.starts_with("```") && at == 0 => gone(rest.len() - rest.trim_start_matches('`').len()),
        '#' if at == 0 => heading(rest),
        '#' => word_piece(line, at),
        '!' if rest.starts_with("![") => link(&rest[1..]).and_then(|link| gone(1 + link.len)),
        ']' => link_end(rest),
        '[' => link(rest).or_else(|| wiki_link(rest)).or_else(|| shortcode(rest)),
        '@' if rest.starts_with("@@ ") && before(line, at).is_some_and(char::is_alphabetic) => gone(3),
        '▁' if after(line, at + 3).is_some_and(char::is_alphanumeric) => Some(Piece::read(3, " ")),
        _ => None,
    }
}

/// `## ` before a heading. `# 1` is a rank and `#word` a hashtag.
fn heading(rest: &str) -> Option<Piece> {
    let words = rest.trim_start_matches('#');
    let len = rest.len() - words.len();
    let first = words.trim_start().chars().next()?;
    let heading = words.starts_with(' ') && len <= 6 && (len > 1 || !first.is_numeric());
    heading.then(|| Piece::gone(len))
}

/// ` ##प्रधान`: WordPiece marks a word's later pieces so; they join the word before.
fn word_piece(line: &str, at: usize) -> Option<Piece> {
    let rest = &line[at..];
    let piece = rest.starts_with("##") && after(line, at + 2).is_some_and(char::is_alphabetic);
    (piece && before(line, at) == Some(' ')).then(|| Piece { back: 1, len: 2, right: String::new() })
}

/// `[words](address)`.
fn link(rest: &str) -> Option<Piece> {
    let body = rest.strip_prefix('[')?;
    let end = body.find(['[', ']'])?;
    let address = body[end..].strip_prefix("](")?;
    let close = closing(address)?;
    let known = ["http", "www.", "/", "#", "mailto:"].iter().any(|p| address.starts_with(p));
    known.then(|| Piece::read(1 + end + 2 + close + 1, &body[..end]))
}

/// `](http://address)`: what is left of a link whose beginning was cut off.
fn link_end(rest: &str) -> Option<Piece> {
    let address = rest.strip_prefix("](").filter(|address| address.starts_with("http"))?;
    Some(Piece::gone(2 + closing(address)? + 1))
}

/// Where the bracket closes that holds the address of a link.
fn closing(address: &str) -> Option<usize> {
    address.find([')', ' ', '[']).filter(|&at| address[at..].starts_with(')'))
}

/// `[[page|words]]`, as wikis write a link.
fn wiki_link(rest: &str) -> Option<Piece> {
    let body = rest.strip_prefix("[[")?;
    let end = body.find(['[', ']'])?;
    let (_, words) = body[..end].split_once('|')?;
    body[end..].starts_with("]]").then(|| Piece::read(2 + end + 2, words))
}

/// `[caption id="3"]`, `[/caption]`, `[gallery]`.
fn shortcode(rest: &str) -> Option<Piece> {
    let body = rest.strip_prefix('[')?;
    let end = body.find(['[', ']']).filter(|&end| body[end..].starts_with(']'))?;
    let inside = &body[..end];
    let closing = inside.strip_prefix('/');
    let name = closing.unwrap_or(inside).split([' ', '=']).next().unwrap_or_default();
    let is_name =
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit());
    let known = SHORTCODES.split(' ').any(|code| code == name);
    let valued = inside.is_ascii() && has(&inside[name.len()..], '=');
    let is_code =
        is_name && (known || valued || closing == Some(name) && !name.bytes().all(|b| b.is_ascii_digit()));
    is_code.then(|| Piece::gone(end + 2))
}
