//! Organisations and places of Marathi and Hindi that a common noun ends (पुणे विद्यापीठ, कोयना धरण), and places
//! that a word beside them gives away (… येथे, … जिल्हा).

use super::Kind;
use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::reading::Reading;
use crate::text::TokenKind;

/// Words before the common noun at most.
const MOST_MODIFIERS: usize = 5;

/// Adds what common nouns show.
pub(super) fn find(reading: &Reading, out: &mut Vec<Candidate>) {
    if reading.names.is_empty() {
        return;
    }
    for i in 0..reading.pieces.len() {
        if reading.pieces[i].kind != TokenKind::Word {
            continue;
        }
        if reading.cue(i) == "here" {
            beside(reading, i, score::SIGN + 5, out);
        } else if let Some((to, stem, kind)) = reading.head(i) {
            match kind {
                "organisation" => body(reading, i, to, stem, Kind::Organisation, true, out),
                "organisation-named" => body(reading, i, to, stem, Kind::Organisation, false, out),
                "place" => body(reading, i, to, stem, Kind::Place, false, out),
                "beside" => beside(reading, i, score::SIGN, out),
                _ => {}
            }
        }
    }
}

/// An unknown name right before piece `at`, which says that it is a place.
fn beside(reading: &Reading, at: usize, score: u16, out: &mut Vec<Candidate>) {
    let Some(from) = at.checked_sub(1) else { return };
    let piece = &reading.pieces[from];
    let inflected = piece.guess < piece.raw.len();
    if reading.is_unknown(from) && !inflected {
        let span = reading.span(from, at, piece.raw.len());
        out.push(Candidate { from, to: at, span, kind: Kind::Place, score, name: None });
    }
}

/// What a word before a common noun adds to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Modifier {
    /// A name, or a word that may be one.
    Proper,
    /// उच्च, राष्ट्रीय: makes the common noun a name.
    Rank,
    /// An ordinary noun or adjective.
    Common,
}

/// The body whose common noun is the pieces `head..to`.
fn body(
    reading: &Reading,
    head: usize,
    to: usize,
    stem: usize,
    kind: Kind,
    any: bool,
    out: &mut Vec<Candidate>,
) {
    let mut modifiers = Vec::new();
    let mut from = head;
    while from > 0 && modifiers.len() < MOST_MODIFIERS {
        match modifier(reading, from - 1) {
            Some(modifier) => modifiers.push(modifier),
            None => break,
        }
        from -= 1;
        // A place begins the name: कोल्हापूर जिल्हा परिषद.
        if reading.pieces[from].classes.any(Classes::PLACE) && modifiers.len() > 1 {
            break;
        }
    }
    // From the noun leftward: as far as the last word that makes it a name.
    let proper = modifiers.iter().rposition(|m| *m == Modifier::Proper);
    let rank = modifiers.iter().rposition(|m| *m == Modifier::Rank);
    let commons = |n: usize| modifiers[..n].iter().filter(|m| **m == Modifier::Common).count();
    let taken = match proper.max(rank).map(|last| last + 1) {
        Some(taken) if commons(taken) <= 2 => taken,
        _ if any && !modifiers.is_empty() => 1,
        _ => return,
    };
    let from = head - taken;
    let span = reading.span(from, to, stem);
    let certain =
        proper.is_some_and(|p| p < taken && reading.pieces[head - 1 - p].classes.any(Classes::NAME));
    let score = if certain || any { score::STRONG } else { score::SIGN };
    out.push(Candidate { from, to, span, kind, score, name: None });
}

fn modifier(reading: &Reading, i: usize) -> Option<Modifier> {
    let piece = &reading.pieces[i];
    if piece.kind != TokenKind::Word || piece.raw.chars().any(char::is_numeric) {
        return None;
    }
    match piece.cue {
        "rank" => return Some(Modifier::Rank),
        "" => {}
        _ => return None,
    }
    if piece.classes.any(Classes::OFFICE) {
        return None;
    }
    if piece.classes.any(Classes::NAME) {
        // पुण्यात महापालिका: the ending says that the name is no part of it.
        let whole = piece.stem == piece.raw.len() && piece.form.is_none()
            || piece.stem == piece.raw.len() && !oblique(piece.raw);
        let doubtful = reading.is_ambiguous(i);
        return whole.then_some(if doubtful { Modifier::Common } else { Modifier::Proper });
    }
    if reading.is_unknown(i) {
        let inflected = piece.guess < piece.raw.len();
        return (!inflected).then_some(Modifier::Proper);
    }
    let plain = ["nouns", "adjectives"].iter().any(|t| reading.pack.table(t).contains(&piece.key));
    let particle = reading.pack.table("indeclinables").contains(&piece.key);
    (plain && !particle).then_some(Modifier::Common)
}

fn oblique(word: &str) -> bool {
    word.ends_with("्या") || word.ends_with('ं')
}
