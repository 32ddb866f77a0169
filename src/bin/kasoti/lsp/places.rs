//! Positions as editors count them: lines from 0, and UTF-16 code units from the line's beginning.

use std::ops::Range;

use kasoti::text::Span;
use lsp_types::Position;

/// Where the lines of a text begin.
pub struct Places<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Places<'t> {
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        // A carriage return ends a line too, unless the line feed that ends it follows.
        let ends = bytes.iter().enumerate().filter(|&(i, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(i + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The position of a byte.
    pub fn position(&self, byte: u32) -> Position {
        let byte = byte as usize;
        let line = self.starts.partition_point(|&start| start <= byte) - 1;
        let units = self.text[self.starts[line]..byte].encode_utf16().count();
        Position::new(line as u32, units as u32)
    }

    /// The range of a span.
    pub fn range(&self, span: Span) -> lsp_types::Range {
        lsp_types::Range::new(self.position(span.start), self.position(span.end))
    }

    /// The byte at a position. One behind the end of its line means that end, one behind the text the text's; one that
    /// parts a surrogate pair means the character's beginning.
    pub fn byte(&self, position: Position) -> usize {
        let Some(&start) = self.starts.get(position.line as usize) else { return self.text.len() };
        let end = self.starts.get(position.line as usize + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\r', '\n']);
        let mut left = position.character as usize;
        for (i, c) in line.char_indices() {
            if left < c.len_utf16() {
                return start + i;
            }
            left -= c.len_utf16();
        }
        start + line.len()
    }

    /// The bytes of a range; none where its ends are swapped.
    pub fn bytes(&self, range: lsp_types::Range) -> Range<usize> {
        let (start, end) = (self.byte(range.start), self.byte(range.end));
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_positions_are_each_others_reverse() {
        let text = "😀 एक\r\nदोन 😀!\rतीन\n";
        let places = Places::new(text);
        for (byte, line, character) in
            [(0, 0, 0), (4, 0, 2), (5, 0, 3), (13, 1, 0), (23, 1, 4), (27, 1, 6), (29, 2, 0), (39, 3, 0)]
        {
            assert_eq!(places.position(byte), Position::new(line, character), "{byte}");
            assert_eq!(places.byte(Position::new(line, character)), byte as usize);
        }
    }

    #[test]
    fn what_lies_nowhere_is_brought_to_the_nearest_place() {
        let places = Places::new("😀 एक\r\nदोन");
        let byte = |line, character| places.byte(Position::new(line, character));
        assert_eq!(byte(0, 1), 0); // half of the emoji
        assert_eq!(byte(0, 99), 11); // before the line's end
        assert_eq!(byte(9, 0), 22);
        let swapped = lsp_types::Range::new(Position::new(1, 1), Position::new(0, 0));
        assert_eq!(places.bytes(swapped), 16..16);
    }
}
