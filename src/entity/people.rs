//! People in Marathi and Hindi: names that stand between a title and a word such as यांनी, that follow a given
//! name, or that the gazetteer knows.

use super::Kind;
use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::reading::Reading;
use crate::text::{Script, TokenKind};

/// Words of a name at most: given name, father's name, surname, and one of a double name.
const MOST_WORDS: usize = 4;

/// What a word is for a person's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// No part of a name.
    No,
    /// ए., पु.: a letter with its stop.
    Initial,
    /// No table knows it, so it may be a foreign name.
    Unknown,
    /// A given name or surname that is also an ordinary word.
    Doubtful,
    /// A given name.
    Given,
    /// A surname.
    Surname,
}

/// Words in a row that may be one name, and what stands around them.
struct Run {
    from: usize,
    to: usize,
}

/// Adds the people of a Marathi or Hindi sentence.
pub(super) fn find(reading: &Reading, out: &mut Vec<Candidate>) {
    if reading.names.is_empty() {
        // Without the gazetteer every word is unknown and nothing can be told.
        return;
    }
    let parts: Vec<Part> = (0..reading.pieces.len()).map(|i| part(reading, i)).collect();
    let mut from = 0;
    while from < parts.len() {
        if parts[from] == Part::No {
            from += 1;
            continue;
        }
        let to = run_end(reading, &parts, from);
        judge(reading, &parts, &Run { from, to }, out);
        from = to;
    }
}

fn part(reading: &Reading, i: usize) -> Part {
    let piece = &reading.pieces[i];
    if piece.kind != TokenKind::Word || Script::of_word(piece.raw) != Script::Devanagari {
        return Part::No;
    }
    if reading.is(i + 1, ".") && reading.pieces[i + 1].glued && is_initial(reading, i) {
        return Part::Initial;
    }
    if !piece.cue.is_empty() {
        return Part::No;
    }
    if piece.stem < piece.raw.len() && is_bare(reading, i) && !reading.is_common(i) {
        // The gazetteer knows it by a cut that cannot be: a name all the same, and an unknown one.
        return Part::Unknown;
    }
    if piece.classes.any(Classes::OFFICE) && !is_surname_here(reading, i) {
        return Part::No;
    }
    if piece.classes.any(Classes::PERSON) {
        let doubtful = piece.classes.any(Classes::PLACE) || reading.is_ambiguous(i) || reading.is_common(i);
        return match piece.classes.any(Classes::GIVEN) {
            _ if doubtful => Part::Doubtful,
            true => Part::Given,
            false => Part::Surname,
        };
    }
    if reading.is_unknown(i) {
        let stem = stem(reading, i);
        return if reading.name_ending(&piece.raw[..stem]) == "person" {
            Part::Surname
        } else {
            Part::Unknown
        };
    }
    if is_name_after_title(reading, i) { Part::Doubtful } else { Part::No }
}

/// मंत्री, नाईक and पाटील are offices and surnames: surnames after a given name that no title follows.
fn is_surname_here(reading: &Reading, i: usize) -> bool {
    let doubtful = Classes::OFFICE.and(Classes::AMBIGUOUS);
    let personal = |p: &super::word::Piece| p.classes.any(Classes::GIVEN) && !p.classes.any(doubtful);
    let before = i.checked_sub(1).map(|b| &reading.pieces[b]);
    before.is_some_and(|p| personal(p) && p.stem == p.raw.len() || p.raw == ".")
        || reading.cue(i + 1) == "persons" && reading.pieces[i].classes.any(Classes::SURNAME)
}

/// An ordinary noun between a title and an unknown name is a given name that sounds like the noun: मंत्री वेस स्ट्रीटिंग.
fn is_name_after_title(reading: &Reading, i: usize) -> bool {
    let noun = reading.pack.table("nouns").contains(&reading.pieces[i].key);
    let next = |class| reading.pieces[i + 1].classes.any(class);
    noun && introduced(reading, i) == 2
        && i + 1 < reading.pieces.len()
        && (reading.is_unknown(i + 1) || next(Classes::SURNAME) && !next(Classes::AMBIGUOUS))
}

/// A letter or the name of one: पु, एम, डब्ल्यू.
fn is_initial(reading: &Reading, i: usize) -> bool {
    let piece = &reading.pieces[i];
    let letters =
        piece.raw.chars().filter(|c| c.is_alphabetic() && !matches!(c, '\u{93E}'..='\u{94C}')).count();
    let named = reading.letters.contains(&piece.key);
    let unit = reading.words.units.contains(&piece.key) || reading.words.calendar.contains(&piece.key);
    (letters == 1 || named) && !unit && piece.cue.is_empty()
}

/// The end of the run that begins at `from`: it ends after a word with a case ending, at a mark, before a word that
/// is no name.
fn run_end(reading: &Reading, parts: &[Part], from: usize) -> usize {
    let mut to = from;
    while to < parts.len() {
        match parts[to] {
            Part::No => {
                // अल-बुसैदी, बेक सुंग-हो: a hyphen inside holds the name together.
                let hyphen = to > from && reading.is(to, "-") && reading.pieces[to].glued;
                let after = parts.get(to + 1).is_some_and(|p| *p != Part::No) && reading.pieces[to + 1].glued;
                if !(hyphen && after) {
                    break;
                }
                to += 1;
            }
            Part::Initial => to += 2,
            _ => {
                to += 1;
                if stem(reading, to - 1) < reading.pieces[to - 1].raw.len() {
                    break;
                }
            }
        }
    }
    to.min(parts.len())
}

/// Bytes of a name's last word before its ending; a word that no table knows is cut by its ending alone.
fn stem(reading: &Reading, i: usize) -> usize {
    let piece = &reading.pieces[i];
    if is_bare(reading, i) {
        piece.raw.len()
    } else if piece.classes.any(Classes::NAME) {
        piece.stem
    } else if matches!(reading.cue(i + 1), "person" | "speech") {
        piece.raw.len()
    } else {
        piece.guess
    }
}

/// What stands before यांनी has no ending of its own: बारझानी यांनी, सारेला यांनी.
fn is_bare(reading: &Reading, i: usize) -> bool {
    reading.cue(i + 1) == "persons"
}

/// Adds the person that the words of `run` are, if what is inside and what stands beside says so.
fn judge(reading: &Reading, parts: &[Part], run: &Run, out: &mut Vec<Candidate>) {
    let to = run.to;
    let inflected = stem(reading, to - 1) < reading.pieces[to - 1].raw.len();
    let right = if inflected { "" } else { reading.cue(to) };
    let left = introduced(reading, run.from);
    let from = if left == 0 { start(reading, parts, run) } else { run.from };
    if let Some(score) = evidence(&parts[from..to], left, right) {
        push(reading, from, to, score, out);
    }
}

/// How much speaks for a person named by words of these `parts`, introduced so much from the left (see
/// [`introduced`]) and with this cue to the right.
fn evidence(parts: &[Part], left: u8, right: &str) -> Option<u16> {
    let count = |part: Part| parts.iter().filter(|p| **p == part).count();
    let known = count(Part::Given) + count(Part::Surname);
    let doubtful = count(Part::Doubtful);
    let named = known + doubtful > 0;
    let words = known + doubtful + count(Part::Unknown);
    if words == 0 || words > MOST_WORDS + 1 {
        return None;
    }
    let honoured = right == "persons" || left == 2;
    let strong = known > 0 && (honoured || left > 0)
        || honoured && (doubtful > 0 || words <= 3)
        || words >= 2 && (known >= 2 || known == 1 && doubtful >= 1)
        || words >= 2 && parts.contains(&Part::Initial) && named;
    let pair = (2..=3).contains(&words) && parts.first() == Some(&Part::Given)
        || words == 2 && parts.last() == Some(&Part::Surname);
    let introduced = left > 0 && words <= 3;
    let said = right == "speech" && (named || words <= 2) || right == "person" && (named || words == 2);
    if strong {
        Some(score::STRONG)
    } else if pair || introduced || said {
        Some(score::SIGN)
    } else {
        (words == 1 && known == 1).then_some(score::WEAK)
    }
}

/// Where the name begins in a run without a title before it: as many words back as names have.
fn start(reading: &Reading, parts: &[Part], run: &Run) -> usize {
    let mut from = run.to;
    let mut count = 0;
    while from > run.from && count < MOST_WORDS - 1 {
        from -= 1;
        let held = from > run.from && reading.is(from - 1, "-") && reading.pieces[from].glued;
        if !held && parts[from] != Part::No {
            count += usize::from(parts[from] != Part::Initial);
        }
    }
    while from > run.from + 1 && reading.is(from - 1, ".") && parts[from - 2] == Part::Initial {
        from -= 2;
    }
    from
}

/// 2 when an honorific or title stands right before piece `from`, 1 for an occupation, else 0.
fn introduced(reading: &Reading, from: usize) -> u8 {
    let Some(mut before) = from.checked_sub(1) else { return 0 };
    // डॉ., प्रा.: the stop between.
    if reading.is(before, ".") && reading.pieces[before].glued && before > 0 {
        before -= 1;
    }
    let piece = &reading.pieces[before];
    if piece.cue == "honorific" {
        return 2;
    }
    // A title with a case ending is another person's: अध्यक्षांनी राम यांना.
    let whole = piece.stem == piece.raw.len();
    match whole && piece.kind == TokenKind::Word {
        true if piece.classes.any(Classes::TITLE) || ends_title(reading, before) => 2,
        true if piece.classes.any(Classes::TITLE_NAMED) => 2,
        true if piece.classes.any(Classes::INTRODUCES) => 1,
        _ => 0,
    }
}

/// Whether a title of several words ends at piece `i`.
fn ends_title(reading: &Reading, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|from| {
        let mut ends = false;
        reading.hits(from, &mut |hit| {
            ends |= hit.to == i + 1
                && hit.stem == reading.pieces[i].raw.len()
                && hit.classes.any(Classes::OFFICE);
        });
        ends
    })
}

fn push(reading: &Reading, from: usize, to: usize, score: u16, out: &mut Vec<Candidate>) {
    let stem = stem(reading, to - 1);
    let last = &reading.pieces[to - 1];
    let span = reading.span(from, to, stem);
    let name = last
        .form
        .as_ref()
        .filter(|_| stem == last.stem && last.classes.any(Classes::PERSON))
        .map(|form| front(reading, from, to) + form);
    out.push(Candidate { from, to, span, kind: Kind::Person, score, name });
}

/// The text of the pieces before the last one.
fn front(reading: &Reading, from: usize, to: usize) -> String {
    let start = reading.pieces[from].span.start as usize;
    let end = reading.pieces[to - 1].span.start as usize;
    reading.doc.text[start..end].to_owned()
}
