//! From the words that the tagger marks to mentions: where the name ends in its last word, and its dictionary form.

use std::borrow::Cow;

use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::mention::{self, is_sign};
use super::reading::{Hit, Reading};
use super::tagger::{Tagged, Tagger};
use super::word::Piece;
use super::{Kind, acronym};
use crate::text::{Script, TokenKind, fold};

/// Most words and marks of a name; more in a row are a list or no text at all.
const LONGEST: usize = 16;

/// Adds what the tagger finds.
pub(super) fn find(reading: &Reading, tagger: &mut Tagger, out: &mut Vec<Candidate>) {
    for Tagged { from, to, kind, margin } in tagger.tag(reading) {
        let doubtful = margin < doubt(reading, from, to);
        let before = (from..to - 1).take_while(|&i| is_before_names(reading, i)).count();
        let mut from = from + before;
        while from < to {
            let (end, next) = part(reading, from, to, kind);
            if (1..=LONGEST).contains(&(end - from)) && !describes(reading, from, end, next, to, kind) {
                out.push(Candidate { doubtful, ..candidate(reading, from, end, kind) });
            }
            from = next;
        }
    }
}

/// Whether the word stands before a name and is none of it: नंतर बर्लिन, मात्र किम; but के. एझिलरसी, हो ची मिन्ह.
fn is_before_names(reading: &Reading, i: usize) -> bool {
    let piece = &reading.pieces[i];
    !piece.classes.any(Classes::NAME)
        && piece.key.chars().nth(2).is_some()
        && !reading.is(i + 1, ".")
        && piece.cue.is_empty()
        && reading.pack.table("indeclinables").contains(&piece.key)
}

/// Where the first name among pieces of one name by the tagger ends, and where the next one begins.
fn part(reading: &Reading, from: usize, to: usize, kind: Kind) -> (usize, usize) {
    for i in from..to {
        if !may_be_inside(reading, i) {
            return (i, i + 1);
        }
        let closed = kind == Kind::Person && has_case(&reading.pieces[i]);
        if closed || kind == Kind::Organisation && i + 1 < to && begins_anew(reading, i + 1) {
            return (i + 1, i + 1);
        }
    }
    (to, to)
}

/// Whether the word is a name of the tables with a case ending: no person's name goes on after one (किमने पुतिन).
fn has_case(piece: &Piece) -> bool {
    let ending = &piece.raw[piece.stem..];
    piece.classes.any(Classes::PERSON)
        && ending.starts_with(|c: char| !is_sign(c))
        && ending.chars().count() > 1
}

/// Whether piece `i` is the short name of a body that the words before it describe: भारतीय अंतराळ संस्था इस्रो.
fn begins_anew(reading: &Reading, i: usize) -> bool {
    let piece = &reading.pieces[i];
    let listed = || piece.classes.any(Classes::ORGANISATION) && !piece.doubtful;
    !reading.pieces[i - 1].head.is_empty() && (listed() || acronym::spelled(reading, piece).is_some())
}

/// Whether the pieces up to `end` only say what the body named from there to `to` is, and name none themselves.
fn describes(reading: &Reading, from: usize, end: usize, next: usize, to: usize, kind: Kind) -> bool {
    kind == Kind::Organisation
        && end == next
        && end < to
        && reading.pieces[end - 1].head != "organisation"
        && !reading.pieces[from..end].iter().any(|p| p.classes.any(Classes::PERSON.and(Classes::PLACE)))
}

/// How much has to speak for the pieces as a name, in the units of the weights: an ordinary word that no table knows looks
/// much like a name, and so does one that some people bear as a name.
fn doubt(reading: &Reading, from: usize, to: usize) -> i32 {
    let pieces = || reading.pieces[from..to].iter().filter(|p| p.kind == TokenKind::Word);
    let named = |p: &Piece| p.classes.any(Classes::NAME);
    let ends_as_one = |p: &Piece| !p.name_ending.is_empty() && !p.common;
    if pieces().any(|p| named(p) && !p.doubtful || ends_as_one(p)) || is_introduced(reading, from, to) {
        0
    } else if pieces().any(|p| named(p) || p.acronym.is_some()) {
        reading.words.doubt * 3 / 4
    } else {
        reading.words.doubt
    }
}

/// Whether the word before says that a name follows, and the last word stands in a case as names do: तालुक्यातील
/// आंबेगव्हाणात, आमदार यामादाला.
fn is_introduced(reading: &Reading, from: usize, to: usize) -> bool {
    let last = &reading.pieces[to - 1];
    let Some(before) = from.checked_sub(1).map(|i| &reading.pieces[i]) else { return false };
    let region = before.head == "beside" && before.raw.ends_with("तील");
    !last.common && last.guess < last.raw.len() && (region || before.classes.any(Classes::OFFICE))
}

/// Whether a name may go over piece `i`. What no sentence of the training text shows is not left to the weights: leftover
/// code, and small Latin letters amid Devanagari.
fn may_be_inside(reading: &Reading, i: usize) -> bool {
    let piece = &reading.pieces[i];
    match piece.kind {
        TokenKind::Word => {
            reading.english
                || Script::of_word(piece.raw) == Script::Devanagari
                || Script::of_word(piece.raw) == Script::Latin && piece.raw.starts_with(char::is_uppercase)
        }
        TokenKind::Number => true,
        _ => matches!(piece.raw, "." | "-" | "–" | "'" | "’" | "&" | "/" | ","),
    }
}

fn candidate(reading: &Reading, from: usize, to: usize, kind: Kind) -> Candidate {
    let whole = whole(reading, from, to);
    let kind = whole.as_ref().and_then(|hit| only_kind(hit.classes)).unwrap_or(kind);
    let (stem, name) = end(reading, from, to, kind, whole);
    Candidate {
        from,
        to,
        span: reading.span(from, to, stem),
        kind,
        score: score::WHOLE,
        name,
        doubtful: false,
    }
}

/// The name of several words, where the gazetteer has it whole.
fn whole<'a>(reading: &Reading<'a>, from: usize, to: usize) -> Option<Hit<'a>> {
    let mut whole = None;
    if to > from + 1 {
        reading.hits(from, &mut |hit| {
            if hit.to == to {
                whole = Some(hit);
            }
        });
    }
    whole
}

/// The kind of a name that is one thing only.
fn only_kind(classes: Classes) -> Option<Kind> {
    match classes.only(Classes::NAME.and(Classes::AMBIGUOUS)) {
        Classes::FAMOUS => Some(Kind::Person),
        Classes::PLACE => Some(Kind::Place),
        Classes::ORGANISATION => Some(Kind::Organisation),
        _ => None,
    }
}

/// Bytes of the last word of a name before its ending, and the name's dictionary form where that is known and not what
/// is left.
fn end(reading: &Reading, from: usize, to: usize, kind: Kind, whole: Option<Hit>) -> (usize, Option<String>) {
    let last = &reading.pieces[to - 1];
    // What stands before यांनी has no ending of its own: बारझानी यांनी, सारेला यांनी.
    if kind == Kind::Person && reading.cue(to) == "persons" {
        return (last.raw.len(), None);
    }
    let class = match kind {
        Kind::Person => Classes::PERSON,
        Kind::Place => Classes::PLACE,
        Kind::Organisation => Classes::ORGANISATION,
        _ => Classes::OFFICE,
    };
    let whole = whole.filter(|hit| hit.classes.any(class));
    let front = reading.pieces[from].span.start as usize..last.span.start as usize;
    let named = |form: &str| [&reading.doc.text[front.clone()], form].concat();
    let in_gazetteer = || (last.stem, last.form.as_deref().map(named));
    let in_table = |table| {
        let known = mention::find("", last.raw, &last.stems, table)?;
        Some((known.stem, known.restored.as_deref().map(named)))
    };
    let noun = || (kind != Kind::Person).then(|| in_table(reading.pack.table("nouns"))).flatten();
    let head = || (kind != Kind::Person).then(|| in_table(reading.heads)).flatten();
    whole
        .map(|hit| (hit.stem, hit.form.map(Cow::into_owned)))
        .or_else(|| last.classes.any(class).then(in_gazetteer))
        .or_else(head)
        .or_else(|| last.classes.any(Classes::NAME).then(in_gazetteer))
        .or_else(noun)
        .unwrap_or_else(|| {
            let cut = last.guess < last.raw.len();
            let ends_as_name = |form: &str| !reading.name_ending(form).is_empty();
            let form =
                cut.then(|| mention::guess_form(&fold(&last.raw[..last.guess]), ends_as_name)).flatten();
            (last.guess, form.as_deref().map(named))
        })
}
