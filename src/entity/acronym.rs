//! Letter acronyms: NATO, and केसीएनए, which spells the names of Latin letters in Devanagari.

use std::sync::LazyLock;

use super::Kind;
use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::mention::Stems;
use super::reading::Reading;
use super::tagger::Tagger;
use super::word::Piece;
use crate::lang::{letters, words};
use crate::table::Table;
use crate::text::{Script, TokenKind, fold};

static ORDINARY: LazyLock<Table> = words!("ordinary-acronyms.tsv");

/// Two letters make too many ordinary words (ओके), longer ones are whole sentences in capitals.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=7;

/// Adds the acronyms that are nothing else; each is taken for an organisation.
pub(super) fn find(reading: &Reading, tagger: &Tagger, out: &mut Vec<Candidate>) {
    let shouted = is_shouted(reading);
    for (from, piece) in reading.pieces.iter().enumerate() {
        let known = piece.classes.only(Classes::NAME);
        let passed = match known {
            Classes::ORGANISATION => false,
            known => known != Classes::default() || tagger.is_ordinary(from),
        };
        if piece.kind != TokenKind::Word || passed {
            continue;
        }
        let found = match Script::of_word(piece.raw) {
            Script::Devanagari => spelled(reading, piece).and_then(|stem| {
                latin(&fold(&piece.raw[..stem]), reading.letters).map(|latin| (stem, latin))
            }),
            Script::Latin if !shouted => capitals(&piece.raw[..piece.stem]).map(|latin| (piece.stem, latin)),
            _ => None,
        };
        let Some((stem, latin)) = found else { continue };
        if ORDINARY.contains(&latin) || is_roman(&latin) {
            continue;
        }
        let span = reading.span(from, from + 1, stem);
        out.push(Candidate {
            from,
            to: from + 1,
            span,
            kind: Kind::Organisation,
            score: score::KNOWN,
            name: None,
            doubtful: false,
        });
    }
}

/// Bytes before the ending of a piece that spells an acronym, also where the gazetteer has the acronym.
pub(super) fn spelled(reading: &Reading, piece: &Piece) -> Option<usize> {
    let listed = || at(piece.raw, reading.letters, &piece.stems);
    if piece.classes.any(Classes::NAME) { listed() } else { piece.acronym }
}

/// Bytes before the ending of a Devanagari word that spells out the names of Latin letters.
pub(super) fn at(word: &str, letters: &Table, stems: &Stems) -> Option<usize> {
    if Script::of_word(word) != Script::Devanagari {
        return None;
    }
    // Hardly a word begins with the names of so many letters.
    letters::spelled(&fold(word), letters).ends().nth(LETTERS.start() - 1)?;
    let spells = |stem: &str| latin(&fold(stem), letters).map(|_| stem.len());
    spells(word).or_else(|| stems.of(word).find_map(spells))
}

/// The acronym in Latin letters that `word` spells out in the names of letters, if it is nothing else.
pub(super) fn latin(word: &str, table: &Table) -> Option<String> {
    letters::spelled(word, table).letters(word.len()).filter(|latin| LETTERS.contains(&latin.len()))
}

fn capitals(word: &str) -> Option<String> {
    let fits = word.bytes().all(|b| b.is_ascii_uppercase()) && (2..=6).contains(&word.len());
    fits.then(|| word.to_owned())
}

fn is_roman(latin: &str) -> bool {
    latin.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// Whether a Latin sentence is set in capitals, so that capitals say nothing.
fn is_shouted(reading: &Reading) -> bool {
    let latin = |p: &&Piece| p.kind == TokenKind::Word && Script::of_word(p.raw) == Script::Latin;
    let (mut all, mut upper) = (0, 0);
    for piece in reading.pieces.iter().filter(latin) {
        all += 1;
        upper += usize::from(piece.raw.len() > 1 && piece.raw.bytes().all(|b| b.is_ascii_uppercase()));
    }
    reading.english && all >= 3 && upper * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn reads_the_names_of_letters() {
        let letters = Lang::MARATHI.language().sentences.letters;
        let read = |word| latin(word, letters);
        assert_eq!(read("केसीएनए").as_deref(), Some("KCNA"));
        assert_eq!(read("डब्ल्यूएचओ").as_deref(), Some("WHO"));
        assert_eq!(read("एक्स"), None);
        assert_eq!(read("केळी"), None);
        assert_eq!(read(""), None);
        assert_eq!(read("😀"), None);
    }
}
