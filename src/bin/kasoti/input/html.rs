//! HTML: the text of its blocks, each a paragraph. Scripts, code blocks and controls are no prose.

use std::collections::HashMap;
use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Token, Tokenizer};

use super::prose::Prose;

/// Elements whose text is no prose, sorted.
const SKIPPED: &[&str] = &[
    "audio", "button", "canvas", "datalist", "head", "iframe", "math", "nav", "noscript", "object", "pre",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Elements that stand inside a sentence, sorted; all others begin a paragraph.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "output", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Inline elements of code: they hold their sentence together but are not judged. Sorted.
const CODE: &[&str] = &["code", "kbd", "samp", "tt", "var"];

/// Takes the prose out of a page.
pub fn read(file: &str) -> Prose {
    let mut prose = Prose::default();
    add(file, 0, &mut prose);
    prose
}

/// Adds the prose of `html`, which stands in the file at `at`.
pub fn add(html: &str, at: usize, prose: &mut Prose) {
    let tags = tags(html);
    let mut last_end = HashMap::new();
    for (i, tag) in tags.iter().enumerate().filter(|(_, tag)| !tag.opens) {
        last_end.insert(&*tag.name, i);
    }
    // An element that is never closed must not swallow the rest of the page.
    let is_closed = |i: usize, name: &str| last_end.get(name).is_some_and(|&end| end > i);
    let (mut skipped, mut code, mut from) = (None::<(&str, usize)>, 0_usize, 0);
    for (i, tag) in tags.iter().enumerate() {
        let words = from..tag.range.start.max(from);
        if skipped.is_none() {
            text(&html[words.clone()], at + words.start, code > 0, prose);
        }
        from = tag.range.end;
        let is = |names: &[&str]| names.binary_search(&&*tag.name).is_ok();
        match &mut skipped {
            Some((name, depth)) if *name == tag.name => {
                *depth = if tag.opens { *depth + 1 } else { *depth - 1 };
                if *depth == 0 {
                    skipped = None;
                }
            }
            Some(_) => {}
            None if tag.name.is_empty() => {}
            None if is(CODE) && tag.opens && is_closed(i, &tag.name) => code += 1,
            None if is(CODE) => code = code.saturating_sub(1),
            None if is(INLINE) => {}
            None => {
                prose.break_line();
                if is(SKIPPED) && tag.opens && is_closed(i, &tag.name) {
                    skipped = Some((&tag.name, 1));
                }
            }
        }
    }
    if skipped.is_none() {
        text(&html[from..], at + from, code > 0, prose);
    }
    prose.break_line();
}

/// A tag, or a comment, which has no name.
struct Tag {
    name: String,
    opens: bool,
    range: Range<usize>,
}

fn tags(html: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let name = |name: HtmlString| String::from_utf8_lossy(&name).into_owned();
    let tokens = Tokenizer::new_with_emitter(html, emitter).flatten();
    let tags = tokens.filter_map(|token| {
        let (name, opens, span) = match token {
            // `<p/>` opens a paragraph all the same; `<script/>` a script.
            Token::StartTag(tag) => (name(tag.name), true, tag.span),
            Token::EndTag(tag) => (name(tag.name), false, tag.span),
            Token::Comment(comment) => (String::new(), true, comment.span),
            Token::Doctype(doctype) => (String::new(), true, doctype.span),
            Token::String(_) | Token::Error(_) => return None,
        };
        let range = span.start..span.end;
        html.get(range.clone()).map(|_| Tag { name, opens, range })
    });
    tags.collect()
}

/// Adds text with its white space as a reader sees it and its character references read.
pub fn text(raw: &str, at: usize, is_code: bool, prose: &mut Prose) {
    let mut rest = raw;
    let place = |rest: &str| at + raw.len() - rest.len();
    while let Some(first) = rest.chars().next() {
        let start = place(rest);
        let is_white = |c: char| c.is_ascii_whitespace();
        let length = if is_white(first) {
            let length = rest.find(|c| !is_white(c)).unwrap_or(rest.len());
            if !prose.text.is_empty() && !prose.text.ends_with(is_white) {
                prose.piece(" ", start..start + length, &rest[..length], is_code);
            }
            length
        } else if first == '&' {
            let length = reference(rest);
            let decoded = decode(&rest[..length]);
            prose.piece(&decoded, start..start + length, &rest[..length], is_code);
            length
        } else {
            let length = words(rest);
            prose.piece(&rest[..length], start..start + length, &rest[..length], is_code);
            length
        };
        rest = &rest[length..];
    }
}

/// Bytes up to the next character reference or white space that a reader would see otherwise.
fn words(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_lone_space =
        |i: usize| bytes[i] == b' ' && bytes.get(i + 1).is_some_and(|next| !next.is_ascii_whitespace());
    (1..bytes.len())
        .find(|&i| bytes[i] == b'&' || bytes[i].is_ascii_whitespace() && !is_lone_space(i))
        .unwrap_or(bytes.len())
}

/// Bytes of what may be a character reference, with its `&`.
fn reference(rest: &str) -> usize {
    let end =
        rest[1..].find(|c: char| c != '#' && !c.is_ascii_alphanumeric()).map_or(rest.len(), |end| end + 1);
    if rest[end..].starts_with(';') { end + 1 } else { end }
}

/// The characters that a reference stands for; `&` alone stands for itself.
fn decode(reference: &str) -> String {
    let mut decoded = Vec::new();
    for token in Tokenizer::new(reference).flatten() {
        if let Token::String(words) = token {
            decoded.extend_from_slice(&words);
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| reference.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [SKIPPED, INLINE, CODE] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
