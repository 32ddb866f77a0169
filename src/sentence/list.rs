//! Markers of list items: `१.` `अ)` `(२)` `•`.

use super::line::Line;
use super::mark::Mark;
use crate::text::{TokenKind, digit};

/// The marker that an item begins with. Two markers of one list differ in their value alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// The number, or the letter's place in the alphabet; 0 for a bullet.
    value: u32,
    style: Style,
    /// Tokens that it takes.
    pub(super) len: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `1.`
    Dot,
    /// `1)` or `1.)`
    Bracket,
    /// `(1)`
    Brackets,
    /// A bullet of this shape.
    Bullet(char),
}

/// The largest number of a list item: what is larger is a year or an amount.
const LARGEST: u32 = 199;

impl Marker {
    /// The marker at token `at`, if there is one with something behind it.
    pub(super) fn at(line: &Line, at: usize) -> Option<Marker> {
        let kind = |i: usize| line.tokens.get(i).map(|t| t.kind);
        if line.mark(at) == Some(Mark::Bullet) {
            let len = 1 + usize::from(kind(at + 1) == Some(TokenKind::Space));
            let filled = matches!(kind(at + len), Some(TokenKind::Word | TokenKind::Number));
            // • 9. has two markers; the bullet's shape tells the list.
            let number = Marker::number_at(line, at + len).map_or(0, |number| number.len);
            let style = Style::Bullet(line.first_char(at));
            return filled.then_some(Marker { value: 0, style, len: len + number });
        }
        Marker::number_at(line, at)
    }

    fn number_at(line: &Line, at: usize) -> Option<Marker> {
        let kind = |i: usize| line.tokens.get(i).map(|t| t.kind);
        let opened = line.mark(at) == Some(Mark::Open);
        let value = at + usize::from(opened);
        let (value, is_number) = value_of(line, value)?;
        let mut len = 1 + usize::from(opened);
        let dot = line.mark(at + len) == Some(Mark::Stop);
        len += usize::from(dot && !opened);
        let bracket = line.mark(at + len) == Some(Mark::Close);
        len += usize::from(bracket);
        let style = match (opened, dot, bracket) {
            (true, _, true) => Style::Brackets,
            (false, _, true) => Style::Bracket,
            // A letter with a full stop is an initial, but initials are capitals.
            (false, true, false) if is_number || line.first_char(at).is_lowercase() => Style::Dot,
            _ => return None,
        };
        let spaced = kind(at + len) == Some(TokenKind::Space) && at + len + 1 < line.tokens.len();
        spaced.then_some(Marker { value, style, len })
    }

    /// Whether `next` goes on with the list that `self` is an item of.
    pub(super) fn leads_to(self, next: Marker) -> bool {
        let follows = next.value == self.value + 1 || self.value == 'i' as u32 && next.value == ROMAN + 2;
        self.style == next.style && (matches!(self.style, Style::Bullet(_)) || follows)
    }
}

/// Values of Roman numbers count from here, above all numbers and letters. One letter (i, v, x) is taken for a letter.
const ROMAN: u32 = 0x11_0000;

/// The Roman numbers of list items, from two on.
const ROMANS: [&str; 14] =
    ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

/// The value of the number or letter at token `at`, and whether it is a number.
fn value_of(line: &Line, at: usize) -> Option<(u32, bool)> {
    let token = line.tokens.get(at)?;
    let word = line.word(at);
    match token.kind {
        TokenKind::Number => {
            let mut value = 0u32;
            for c in word.chars() {
                value = value * 10 + u32::from(digit(c)?.1);
                if value > LARGEST {
                    return None;
                }
            }
            Some((value, true))
        }
        TokenKind::Word => {
            if word.len() > 1
                && let Some(place) = ROMANS.iter().position(|roman| *roman == word)
            {
                return Some((ROMAN + 2 + place as u32, true));
            }
            let mut chars = word.chars();
            let letter = chars.next().filter(|_| chars.next().is_none())?;
            Some((letter as u32, false))
        }
        _ => None,
    }
}
