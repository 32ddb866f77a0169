//! Measures: a number with its unit, money, percent, durations, ages.

use super::{Found, number};
use crate::entity::Kind;
use crate::entity::reading::Reading;
use crate::text::{TokenKind, lower};

/// Signs and abbreviations of currencies that stand before the sum, in lower case.
const CURRENCIES: [&str; 18] =
    ["$", "₹", "£", "€", "¥", "₩", "₽", "₪", "rs", "re", "us$", "a$", "inr", "usd", "eur", "gbp", "रु", "रू"];

/// The measure that begins at piece `from`.
pub(super) fn at(reading: &Reading, from: usize) -> Option<Found> {
    if let Some(start) = currency(reading, from) {
        let sum = number::range(reading, start)?;
        return Some(found(sum.to, sum.stem, 8));
    }
    let piece = &reading.pieces[from];
    if piece.kind != TokenKind::Number && piece.kind != TokenKind::Word {
        return None;
    }
    let mut number = number::range(reading, from)?;
    if number.stem < reading.pieces[number.to - 1].raw.len() {
        return None;
    }
    // एक घंटा 23 मिनट: a larger and a smaller unit of time are one duration.
    let (mut to, mut stem, kind) = unit(reading, number)?;
    if kind == "time" {
        if number.plain.is_some_and(is_year) {
            return None;
        }
        while let Some(next) = number::at(reading, to).filter(|_| stem == reading.pieces[to - 1].raw.len()) {
            number = next;
            match unit(reading, number) {
                Some((next_to, next_stem, "time")) if number.plain.is_some() => {
                    (to, stem) = (next_to, next_stem)
                }
                _ => break,
            }
        }
    }
    if kind == "temperature" && reading.pieces[from].raw == "०" {
        return None;
    }
    Some(found(to, stem, 0))
}

fn found(to: usize, stem: usize, extra: u16) -> Found {
    Found { kind: Kind::Measure, to, stem, name: None, extra }
}

/// A figure that is a year rather than a number of years.
fn is_year(value: u32) -> bool {
    (1700..2100).contains(&value)
}

/// The unit after `number`: the piece after it, its bytes before an ending, its kind.
fn unit<'a>(reading: &Reading<'a>, number: number::Number) -> Option<(usize, usize, &'a str)> {
    let mut at = number.to;
    let next = reading.pieces.get(at)?;
    let hyphen = next.glued && matches!(next.raw, "-" | "‑");
    if hyphen {
        at += 1;
    }
    let (mut to, mut stem, kind) = reading.phrase(at, reading.words.units)?;
    if hyphen && reading.english {
        // 73-year-old is one word.
        if reading.is(to, "-") && reading.is(to + 1, "old") && reading.pieces[to + 1].glued {
            to += 2;
            stem = reading.pieces[to - 1].raw.len();
        }
    }
    // The stop of an abbreviated unit is part of it: कि.मी.
    let abbreviated = reading.pieces[at..to].iter().any(|p| p.raw == ".");
    if abbreviated && reading.is(to, ".") && reading.pieces[to].glued {
        stem = reading.pieces[to].raw.len();
        to += 1;
    }
    Some((to, stem, kind))
}

/// The piece after a sign of currency, where the sum begins.
fn currency(reading: &Reading, from: usize) -> Option<usize> {
    let piece = &reading.pieces[from];
    let is_sign = |s: &str| CURRENCIES.contains(&s);
    let mut next = from + 1;
    if !is_sign(piece.raw) && !is_sign(&lower(piece.raw)) {
        // US and $ are two pieces.
        let dollar = matches!(piece.raw, "US" | "A" | "C" | "S" | "HK") && reading.is(next, "$");
        if !dollar || !reading.pieces[next].glued {
            return None;
        }
        next += 1;
    }
    if piece.raw.chars().all(char::is_alphabetic) && reading.is(next, ".") {
        next += 1;
    }
    reading.pieces.get(next).filter(|p| p.kind == TokenKind::Number).map(|_| next)
}
