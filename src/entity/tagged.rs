//! From the words that the tagger marks to mentions: where the name ends in its last word, and its dictionary form.

use super::Kind;
use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::mention;
use super::reading::Reading;
use super::tagger::{Tagged, Tagger};
use crate::text::{Script, TokenKind};

/// Most words and marks of a name; more in a row are a list or no text at all.
const LONGEST: usize = 16;

/// Adds what the tagger finds.
pub(super) fn find(reading: &Reading, tagger: &mut Tagger, out: &mut Vec<Candidate>) {
    for Tagged { from, to, kind, .. } in tagger.tag(reading) {
        let mut from = from;
        while from < to {
            let end = (from..to).find(|&i| !may_be_inside(reading, i)).unwrap_or(to);
            if (1..=LONGEST).contains(&(end - from)) {
                out.push(candidate(reading, from, end, kind));
            }
            from = end + 1;
        }
    }
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
    let (stem, form) = end(reading, from, to, kind);
    let span = reading.span(from, to, stem);
    let name = form.map(|form| front(reading, from, to) + &form);
    Candidate { from, to, span, kind, score: score::WHOLE, name }
}

/// Bytes of the last word of a name before its ending, and that word's dictionary form where it is known and not what
/// is left.
fn end(reading: &Reading, from: usize, to: usize, kind: Kind) -> (usize, Option<String>) {
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
    let mut whole = None;
    if to > from + 1 {
        reading.hits(from, &mut |hit| {
            if hit.to == to && hit.classes.any(class) {
                whole = Some((hit.stem, None));
            }
        });
    }
    let form = |form: &Option<std::borrow::Cow<str>>| form.as_deref().map(str::to_owned);
    whole
        .or_else(|| last.classes.any(class).then(|| (last.stem, form(&last.form))))
        .or_else(|| {
            let endings = reading.words.endings;
            let head = mention::find("", last.raw, endings, reading.heads)?;
            (to > from + 1 || kind != Kind::Person).then_some((head.stem, head.restored))
        })
        .or_else(|| last.classes.any(Classes::NAME).then(|| (last.stem, form(&last.form))))
        .or_else(|| {
            let nouns = reading.pack.table("nouns");
            let noun = mention::find("", last.raw, reading.words.endings, nouns)?;
            (kind != Kind::Person).then_some((noun.stem, noun.restored))
        })
        .unwrap_or((last.guess, None))
}

/// The text of the pieces before the last one.
fn front(reading: &Reading, from: usize, to: usize) -> String {
    let start = reading.pieces[from].span.start as usize;
    let end = reading.pieces[to - 1].span.start as usize;
    reading.doc.text[start..end].to_owned()
}
