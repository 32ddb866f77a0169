//! What stands next to a place in the text: small questions that several rules ask.

use crate::text::Span;

/// The character that ends at byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that begins at byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether the span stands by itself between two quotation marks, as a form does that a text speaks *about*.
pub(super) fn is_quoted(text: &str, span: Span) -> bool {
    let mark = |c| matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '‹' | '›');
    let Span { start, end } = span;
    before(text, start as usize).is_some_and(mark) && after(text, end as usize).is_some_and(mark)
}

/// The span to cut out so that the words around it stay one space apart: it takes a space with it that
/// would be left over, at an edge of the line or beside another one.
pub(super) fn cut(text: &str, span: Span) -> Span {
    let space = |c: char| c.is_whitespace() && !is_break(c);
    let Span { start, end } = span;
    let (start, end) = (start as usize, end as usize);
    let open = before(text, start).is_none_or(|c| c.is_whitespace());
    let close = after(text, end).is_none_or(|c| is_break(c) || is_stop(c));
    if open && !close {
        let rest = text[end..].trim_start_matches(space);
        Span::new(start..text.len() - rest.len())
    } else if close {
        let head = text[..start].trim_end_matches(space);
        Span::new(head.len()..end)
    } else {
        span
    }
}

/// The span with the line break that ends its line, or, in the last line, with the one before it.
pub(super) fn line(text: &str, span: Span) -> Span {
    let Span { start, end } = span;
    let (start, end) = (start as usize, end as usize);
    let tail = text[end..].trim_start_matches(|c: char| c.is_whitespace() && !is_break(c));
    let rest = tail.strip_prefix("\r\n").or_else(|| tail.strip_prefix(is_break));
    let head = text[..start].trim_end_matches(|c: char| c.is_whitespace() && !is_break(c));
    match (rest, head.strip_suffix("\r\n").or_else(|| head.strip_suffix(is_break))) {
        (Some(rest), _) => Span::new(start..text.len() - rest.len()),
        (None, Some(head)) if tail.is_empty() => Span::new(head.len()..end),
        _ => span,
    }
}

/// Marks that no space goes before.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '।')
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_with_its_break() {
        for (text, from, to, left) in [
            ("अ\nब \r\nक", 4, 7, "अ\nक"),
            ("अ 😀\nब", 9, 12, "अ 😀"),
            ("अ", 0, 3, ""),
            ("अ\n\nब", 0, 3, "\nब"),
        ] {
            let Span { start, end } = line(text, Span { start: from, end: to });
            assert_eq!([&text[..start as usize], &text[end as usize..]].concat(), left);
        }
    }

    #[test]
    fn a_cut_leaves_one_space() {
        for (text, from, to, left) in [
            ("अ <b> क", 4, 7, "अ क"),
            ("<b> क", 0, 3, "क"),
            ("अ <b>\nक", 4, 7, "अ\nक"),
            ("अ <b>.", 4, 7, "अ."),
            ("अ<b>क 😀", 3, 6, "अक 😀"),
        ] {
            let Span { start, end } = cut(text, Span { start: from, end: to });
            assert_eq!([&text[..start as usize], &text[end as usize..]].concat(), left);
        }
    }
}
