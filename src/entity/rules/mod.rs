//! What needs no dictionary of names: dates, clock times, measures and contacts.

mod contact;
mod date;
mod measure;
mod number;
mod time;

use super::Kind;
use super::choose::{Candidate, score};
use super::reading::Reading;

pub(super) use contact::contacts;

/// Adds the dates, times and measures of the sentence.
pub(super) fn find(reading: &Reading, out: &mut Vec<Candidate>) {
    for from in 0..reading.pieces.len() {
        for found in [date::at(reading, from), time::at(reading, from), measure::at(reading, from)] {
            out.extend(found.map(|found| candidate(reading, from, found)));
        }
    }
}

/// What a rule found from some piece on.
struct Found {
    kind: Kind,
    /// The piece after it.
    to: usize,
    /// Bytes of the last piece before its ending.
    stem: usize,
    /// Same for all that name one: a date's number and month.
    name: Option<String>,
    /// Signs beyond the rule's least: a fuller date wins over a part of it.
    extra: u16,
}

fn candidate(reading: &Reading, from: usize, found: Found) -> Candidate {
    Candidate {
        from,
        to: found.to,
        span: reading.span(from, found.to, found.stem),
        kind: found.kind,
        score: score::RULE + found.extra,
        name: found.name,
        doubtful: false,
    }
}
