//! Places, organisations, titles and known people by the gazetteer.

use super::Kind;
use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::reading::{Hit, Reading};
use crate::text::Script;

/// Endings that say of an ambiguous word that it is a place: in, from, of the place.
const LOCATIVES: [&str; 9] = ["त", "तील", "तून", "मध्ये", "मधील", "मधून", "हून", "तल्या", "मधल्या"];

/// Adds what the gazetteer knows.
pub(super) fn find(reading: &Reading, out: &mut Vec<Candidate>) {
    for from in 0..reading.pieces.len() {
        reading.hits(from, &mut |hit| {
            for (kind, score) in judge(reading, from, &hit) {
                let to = hit.to;
                let span = reading.span(from, to, hit.stem);
                let name = hit.form.as_deref().map(str::to_owned);
                out.push(Candidate { from, to, span, kind, score, name });
            }
        });
    }
}

/// What a hit may be, with the score of each.
fn judge(reading: &Reading, from: usize, hit: &Hit) -> Vec<(Kind, u16)> {
    let mut kinds = Vec::new();
    let classes = hit.classes;
    let words = hit.to - from;
    let known = if words > 1 { score::WHOLE } else { score::KNOWN };
    if reading.english && !capitalised(reading, from) {
        // Only offices are written small: the prime minister.
        if classes.any(Classes::TITLE) {
            kinds.push((Kind::Title, known - 5));
        }
        if classes.any(Classes::TITLE_NAMED) {
            kinds.push((Kind::Title, NAMED_TITLE));
        }
        return kinds;
    }
    if classes.any(Classes::TITLE) {
        kinds.push((Kind::Title, known - 2));
    } else if classes.any(Classes::TITLE_NAMED) {
        kinds.push((Kind::Title, NAMED_TITLE));
    }
    let doubtful = words == 1
        && (classes.any(Classes::AMBIGUOUS)
            || !reading.english && reading.is_ambiguous(from)
            || begins_sentence(reading, from) && reading.english && reading.is_common(from));
    let personal = classes.any(Classes::PERSON);
    if classes.any(Classes::FAMOUS) && (words > 1 || !doubtful) {
        kinds.push((Kind::Person, known + 2));
    }
    if classes.any(Classes::PLACE) {
        let placed = is_placed(reading, from, hit);
        let else_named = doubtful || personal && is_person_beside(reading, from, hit.to);
        if placed || !else_named {
            kinds.push((Kind::Place, known));
        }
    }
    if classes.any(Classes::ORGANISATION) && !doubtful && !(words == 1 && personal) {
        kinds.push((Kind::Organisation, known + 1));
    }
    kinds
}

/// A title that counts beside a person only; what is beside it is asked when all is chosen.
pub(super) const NAMED_TITLE: u16 = score::KNOWN - 3;

fn begins_sentence(reading: &Reading, i: usize) -> bool {
    i == 0 || i == 1 && !reading.pieces[0].raw.chars().any(char::is_alphanumeric)
}

/// Whether what stands beside an ambiguous name says that it is a place.
fn is_placed(reading: &Reading, from: usize, hit: &Hit) -> bool {
    let last = &reading.pieces[hit.to - 1];
    if reading.english {
        return from.checked_sub(1).is_some_and(|b| reading.cue(b) == "to-place")
            && !begins_sentence(reading, from);
    }
    let key = &reading.pieces[from].key;
    let function = ["indeclinables", "adjectives"].iter().any(|t| reading.pack.table(t).contains(key));
    if function || reading.numbers.contains(key) {
        return false;
    }
    let ending = &last.raw[hit.stem..];
    let here = reading.cue(hit.to) == "here";
    let beside = reading.head(hit.to).is_some_and(|(_, _, kind)| kind == "beside" || kind == "place");
    here || beside
        || LOCATIVES.contains(&ending) && hit.classes.any(Classes::PLACE) && !reading.is_common(from)
}

/// Whether the word is part of a person's name here: a given name before it, or यांनी after.
fn is_person_beside(reading: &Reading, from: usize, to: usize) -> bool {
    let given = from.checked_sub(1).is_some_and(|b| {
        let p = &reading.pieces[b];
        p.classes.any(Classes::GIVEN) && !p.classes.any(Classes::PLACE) && p.stem == p.raw.len()
            || p.classes.any(Classes::TITLE) && p.stem == p.raw.len()
            || p.cue == "honorific"
    });
    given || matches!(reading.cue(to), "persons" | "speech")
}

/// Written with a capital, or in a script that has none.
pub(super) fn capitalised(reading: &Reading, i: usize) -> bool {
    let raw = reading.pieces[i].raw;
    Script::of_word(raw) != Script::Latin
        || raw.starts_with(char::is_uppercase)
        || raw.chars().any(char::is_uppercase)
}
