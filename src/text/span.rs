//! Byte spans inside, UTF-16 spans at the edge, and the one converter between them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, on grapheme boundaries. Never leaves the crate's edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range`; a text is never longer than `u32::MAX` bytes (see [`Document`](super::Document)).
    pub fn new(range: Range<usize>) -> Self {
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// As indices of `str`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words that the span covers in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing is covered: the place of an insertion.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What of `other` lies inside, from the beginning of this one.
    pub fn within(self, other: Span) -> Span {
        other.map(|at| at.clamp(self.start, self.end) - self.start)
    }

    /// The same elsewhere, both ends passed through `to`.
    pub fn map(self, to: impl Fn(u32) -> u32) -> Span {
        Span { start: to(self.start), end: to(self.end) }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A half-open range of UTF-16 code units: what `String.prototype.slice` expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utf16Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Translates byte offsets of one text to offsets of another unit.
///
/// Offsets may be asked for in any order. The text is walked once, and what is passed is marked every kilobyte:
/// a finding may name a place far away, and a hundred thousand that name the first page must not read the text each.
pub struct OffsetMap<'t> {
    text: &'t str,
    width: fn(&[u8]) -> u32,
    byte: usize,
    unit: u32,
    /// The unit at each multiple of [`STEP`], as far as the text was walked.
    marks: Vec<u32>,
}

/// Bytes between two marks: no question reads more, and the marks are small beside the text.
const STEP: usize = 1024;

impl<'t> OffsetMap<'t> {
    /// To UTF-16 code units, as JavaScript counts.
    pub fn utf16(text: &'t str) -> Self {
        Self { text, width: utf16_units, byte: 0, unit: 0, marks: vec![0] }
    }

    /// To Unicode code points, as Python counts.
    pub fn code_points(text: &'t str) -> Self {
        Self { text, width: characters, byte: 0, unit: 0, marks: vec![0] }
    }

    /// The two ends of `span` in this map's unit.
    pub fn ends(&mut self, span: Span) -> (u32, u32) {
        (self.offset(span.start as usize), self.offset(span.end as usize))
    }

    fn offset(&mut self, target: usize) -> u32 {
        if target.abs_diff(self.byte) > STEP {
            (self.byte, self.unit) = self.mark(target / STEP);
        }
        self.unit += self.width(self.byte, target);
        // A short step back (a related span, an edit before the finding) walks only that step.
        self.unit -= self.width(target, self.byte);
        self.byte = target;
        self.unit
    }

    /// The `i`th mark: its byte and its unit.
    fn mark(&mut self, i: usize) -> (usize, u32) {
        let byte = |i: usize| self.text.floor_char_boundary(i * STEP);
        for next in self.marks.len()..=i {
            let unit = self.marks[next - 1] + self.width(byte(next - 1), byte(next));
            self.marks.push(unit);
        }
        (byte(i), self.marks[i])
    }

    /// The text from `from` to `to` in units; nothing when `to` lies before.
    fn width(&self, from: usize, to: usize) -> u32 {
        self.text.as_bytes().get(from..to).map_or(0, self.width)
    }
}

/// Every byte begins a character but those of the form 10xxxxxx.
fn characters(bytes: &[u8]) -> u32 {
    count(bytes, |eight| !(eight >> 7) | eight >> 6)
}

/// A character of four bytes, the first of the form 1111xxxx, is the one kind that takes two units.
fn utf16_units(bytes: &[u8]) -> u32 {
    characters(bytes) + count(bytes, |eight| eight >> 7 & eight >> 6 & eight >> 5 & eight >> 4)
}

/// The bytes whose lowest bit `test` sets, which takes eight of them at once.
fn count(bytes: &[u8], test: impl Fn(u64) -> u64) -> u32 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let (eights, rest) = bytes.as_chunks::<8>();
    let whole: u32 =
        eights.iter().map(|eight| (test(u64::from_le_bytes(*eight)) & LOWEST).count_ones()).sum();
    whole + rest.iter().map(|&byte| (test(u64::from(byte)) & 1) as u32).sum::<u32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_offsets_are_those_of_javascript() {
        let text = "🚩 पुणे 😀x";
        let map = &mut OffsetMap::utf16(text);
        let span = |word: &str| {
            let start = text.find(word).unwrap();
            Span::new(start..start + word.len())
        };
        assert_eq!(map.ends(span("पुणे")), (3, 7));
        assert_eq!(map.ends(span("x")), (10, 11));
        assert_eq!(map.ends(span("🚩")), (0, 2), "asking backwards is lawful");
        assert_eq!(OffsetMap::code_points(text).ends(span("x")), (8, 9));
    }

    #[test]
    fn a_place_far_away_is_found_in_either_direction() {
        let text = "पुणे😀".repeat(1000);
        let map = &mut OffsetMap::utf16(&text);
        for word in [999, 0, 500, 499, 998, 1] {
            let at = word * "पुणे😀".len();
            assert_eq!(map.ends(Span::new(at..at + 3)), (6 * word as u32, 6 * word as u32 + 1));
        }
    }
}
