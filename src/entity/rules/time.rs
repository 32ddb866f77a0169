//! Clock times: दुपारी ४.४० वाजता, शाम 5:30 बजे, 9.30 am.

use super::{Found, number};
use crate::entity::Kind;
use crate::entity::reading::Reading;
use crate::text::{TokenKind, has, lower};

/// The clock time that begins at piece `from`.
pub(super) fn at(reading: &Reading, from: usize) -> Option<Found> {
    let part = word(reading, from).is_some_and(|(kind, _, _)| kind == "daypart");
    if part && reading.english {
        return None;
    }
    let mut start = from + usize::from(part);
    // सायं. ६.३०: the stop of the abbreviation.
    if part && reading.is(start, ".") && reading.pieces[start].glued {
        start += 1;
    }
    let (mut to, colon) = clock_number(reading, start)?;
    // सकाळी ९ ते १२ वाजता, सकाळी ९ ते रात्री ९.
    let mut span_of_time = false;
    if word(reading, to).is_some_and(|(kind, _, _)| kind == "range") {
        let second_part = word(reading, to + 1).is_some_and(|(kind, _, _)| kind == "daypart");
        if let Some((end, _)) = clock_number(reading, to + 1 + usize::from(second_part)) {
            let clock = word(reading, end).is_some_and(|(kind, _, _)| kind == "clock");
            if clock || part && second_part {
                to = end;
                span_of_time = true;
            }
        }
    }
    if let Some((stem, after)) = clock_word(reading, to) {
        return Some(found(after, stem));
    }
    let bare = part && (span_of_time || colon);
    bare.then(|| found(to, reading.pieces[to - 1].raw.len()))
}

fn found(to: usize, stem: usize) -> Found {
    Found { kind: Kind::Time, to, stem, name: None, extra: 6 }
}

/// The number of a clock at piece `from`: the piece after it, and whether hours and minutes stand apart by a colon.
fn clock_number(reading: &Reading, from: usize) -> Option<(usize, bool)> {
    let piece = reading.pieces.get(from)?;
    if piece.kind != TokenKind::Number {
        let number = number::at(reading, from)?;
        let whole = number.stem == reading.pieces[number.to - 1].raw.len();
        // Hours in words: सहा, साडेपाच, चार.
        return (whole && !number.scaled && number.to == from + 1).then_some((number.to, false));
    }
    let mut parts = piece.raw.split(['.', ':']);
    let hours = number::value(parts.next().unwrap_or_default())?;
    let minutes = parts.next().map(number::value);
    if hours > 24 || parts.next().is_some() || minutes.is_some_and(|m| m.is_none_or(|m| m > 59)) {
        return None;
    }
    let colon = reading.is(from + 1, ":") && reading.pieces[from + 1].glued;
    if colon && minutes.is_none() {
        let after = reading.pieces.get(from + 2).filter(|p| p.glued && p.kind == TokenKind::Number)?;
        return number::value(after.raw).filter(|&m| m < 60).map(|_| (from + 3, true));
    }
    Some((from + 1, has(piece.raw, ':')))
}

/// वाजता, बजे, am: its bytes before an ending, and the piece after it.
fn clock_word(reading: &Reading, at: usize) -> Option<(usize, usize)> {
    if !reading.english {
        let (kind, stem, whole) = word(reading, at)?;
        if kind != "clock" {
            return None;
        }
        // The shortest stem that the table knows: वाजण्या of वाजण्यापूर्वी.
        let piece = &reading.pieces[at];
        let shorter = whole.then(|| {
            let is_clock = |stem: &&str| reading.words.calendar.get(stem) == Some("clock");
            piece.stems.of(piece.raw).find(is_clock).map(str::len)
        });
        let stop = reading.is(at + 1, ".") && piece.raw == "वा" && reading.pieces[at + 1].glued;
        return match shorter.flatten() {
            Some(stem) => Some((stem, at + 1)),
            None if stop => Some((1, at + 2)),
            // १४ वा मजला: the fourteenth, not fourteen hours.
            None if piece.raw == "वा" => None,
            None => Some((stem, at + 1)),
        };
    }
    let piece = reading.pieces.get(at)?;
    let lower = lower(piece.raw);
    if piece.calendar.is_some_and(|(_, kind)| kind == "clock") {
        return Some((piece.raw.len(), at + 1));
    }
    // a.m. is four pieces.
    let dotted = matches!(lower.as_str(), "a" | "p")
        && reading.is(at + 1, ".")
        && reading.pieces.get(at + 2).is_some_and(|p| p.glued && p.raw.eq_ignore_ascii_case("m"));
    if !dotted {
        return None;
    }
    let stop = reading.is(at + 3, ".") && reading.pieces[at + 3].glued;
    Some((1, at + if stop { 4 } else { 3 }))
}

/// What the calendar says of a piece: its kind, its bytes before an ending, and whether that is the whole piece.
fn word<'a>(reading: &Reading<'a>, i: usize) -> Option<(&'a str, usize, bool)> {
    let piece = reading.pieces.get(i)?;
    let (stem, kind) = piece.calendar?;
    Some((kind, stem, stem == piece.raw.len()))
}
