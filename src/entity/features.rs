//! What the tagger sees of a word and of the words beside it: the one place where features are made, for training and
//! for use.
//!
//! A feature is a hash. Those of a word alone are made once for each different word of a text, and what they speak for
//! is kept with the word for each of the places from which it is seen; only those that join several words are made at
//! every word.

use super::gazetteer::Classes;
use super::reading::Reading;
use super::word::Analysis;
use crate::table::fnv;
use crate::text::{Script, TokenKind};
use crate::weights::BITS;

/// Where a word stands that is seen, counted from the word that is to be labelled.
pub(super) const PLACES: [isize; 5] = [0, -1, 1, -2, 2];

/// Words to each side among which the next ordinary word is looked for: no name is longer without one.
const FARTHEST: usize = 4;

/// The kinds of features; each hash begins with one, so that the same word seen two ways gives two features.
#[derive(Clone, Copy)]
enum Seen {
    Word = 1,
    Stem,
    Ending,
    Front,
    Tail,
    StemTail,
    Length,
    Shape,
    Class,
    Classes,
    Sort,
    NameEnding,
    Nothing,
    Whole,
    SortBefore,
    SortAfter,
    SortsAround,
    SortsBefore,
    SortsAfter,
    EndingBetween,
    StemThenSort,
    SortThenStem,
    StemThenStem,
    TailThenSort,
    SortThenTail,
    EndingBefore,
    OrdinaryBefore,
    OrdinaryAfter,
    Position,
    Inside,
    Transition,
}

/// What of a word goes into the features of its neighbours, hashed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    /// The stem.
    stem: u32,
    /// The case ending; 0 where there is none.
    ending: u32,
    /// The last letters of the stem.
    tail: u32,
    /// What the tables say of it.
    sort: u32,
    /// Whether it is an ordinary word or a mark: no part of a name that no table knows.
    ordinary: bool,
}

/// The feature that a label came after `before`, or at the beginning of a sentence. Such a feature speaks for the
/// label after it.
pub fn transition(before: Option<usize>) -> u32 {
    cut(mix(Seen::Transition as u32, before.map_or(0, |label| label as u32 + 1)))
}

/// `feature` of a word, seen from so many words away.
pub(super) fn seen_from(place: isize, feature: u32) -> u32 {
    cut(mix(feature, place as u32))
}

/// The feature that no word stands at that place.
pub(super) fn nothing_at(place: isize) -> u32 {
    seen_from(place, Seen::Nothing as u32)
}

/// Gives `visit` the features of a word by itself, with how many words away each is of use.
pub(super) fn of_word(
    raw: &str,
    kind: TokenKind,
    word: &Analysis,
    mut visit: impl FnMut(u32, usize),
) -> Traits {
    let mut see = |what: Seen, value: u32, reach: usize| {
        let feature = mix(what as u32, value);
        visit(feature, reach);
        feature
    };
    if kind != TokenKind::Word {
        let value = if kind == TokenKind::Number { raw.chars().count() as u32 } else { hash(raw) };
        let sort = see(Seen::Shape, value, 2);
        return Traits { stem: sort, ending: 0, tail: sort, sort, ordinary: true };
    }
    let inflected = word.best_stem();
    let (stem, ending) = raw.split_at_checked(inflected).unwrap_or((raw, ""));
    let ends = ends(&word.key);
    let letters = ends.len();
    see(Seen::Word, hash(&word.key), 1);
    see(Seen::Stem, hash(stem), 2);
    if !ending.is_empty() {
        see(Seen::Ending, hash(ending), 1);
    }
    for (n, &end) in ends.iter().take(4).enumerate() {
        see(Seen::Front, mix(n as u32, hash(&word.key[..end])), 0);
    }
    for n in 1..=4.min(letters.saturating_sub(1)) {
        let tail = &word.key[ends[letters - 1 - n]..];
        see(Seen::Tail, hash(tail), usize::from(n == 2 || n == 3));
    }
    let stem_ends = self::ends(stem);
    let stem_letters = stem_ends.len();
    let mut tail = 0;
    for n in 1..=3.min(stem_letters.saturating_sub(1)) {
        let feature = hash(&stem[stem_ends[stem_letters - 1 - n]..]);
        if n <= 2 {
            tail = feature;
        }
        if !ending.is_empty() {
            see(Seen::StemTail, feature, 0);
        }
    }
    see(Seen::Length, letters.min(8) as u32, 0);
    see(Seen::Shape, shape(raw, letters), 1);
    let classes = word.classes.bits();
    for bit in (0..u16::BITS).filter(|bit| classes >> bit & 1 == 1) {
        see(Seen::Class, mix(bit, word.common.into()), 1);
    }
    let sort = [
        u32::from(classes & !Classes::LONGER.bits()),
        word.common.into(),
        word.doubtful.into(),
        hash(word.cue),
        hash(word.head),
        word.acronym.is_some().into(),
    ]
    .into_iter()
    .fold(0, mix);
    see(Seen::Classes, u32::from(classes), 0);
    see(Seen::Sort, sort, 2);
    see(Seen::NameEnding, mix(hash(word.name_ending), (ending.is_empty()).into()), 1);
    Traits {
        stem: hash(stem),
        ending: if ending.is_empty() { 0 } else { hash(ending) },
        tail,
        sort,
        ordinary: word.common,
    }
}

/// Gives `visit` the features of piece `i` that join it with its neighbours. `whole` holds for each piece the name of
/// several words that it is part of (see [`whole_names`]).
pub(super) fn of_place(reading: &Reading, i: usize, whole: &[u32], inside: u32, mut visit: impl FnMut(u32)) {
    let mut see = |what: Seen, value: u32| visit(cut(mix(what as u32, value)));
    let at = |at: Option<usize>| {
        at.and_then(|at| reading.pieces.get(at))
            .map_or(Traits { ordinary: true, ..Traits::default() }, |p| p.traits)
    };
    let here = reading.pieces[i].traits;
    let (before, after) = (at(i.checked_sub(1)), at(Some(i + 1)));
    let (before_that, after_that) = (at(i.checked_sub(2)), at(Some(i + 2)));
    see(Seen::SortBefore, mix(before.sort, here.sort));
    see(Seen::SortAfter, mix(here.sort, after.sort));
    see(Seen::SortsAround, mix(mix(before.sort, here.sort), after.sort));
    see(Seen::SortsBefore, mix(mix(before_that.sort, before.sort), here.sort));
    see(Seen::SortsAfter, mix(mix(here.sort, after.sort), after_that.sort));
    see(Seen::EndingBetween, mix(mix(here.sort, here.ending), after.sort));
    see(Seen::EndingBefore, mix(mix(before.sort, before.ending), here.sort));
    see(Seen::StemThenSort, mix(here.stem, after.sort));
    see(Seen::SortThenStem, mix(before.sort, here.stem));
    see(Seen::StemThenStem, mix(before.stem, here.stem));
    see(Seen::StemThenStem, mix(mix(here.stem, after.stem), 1));
    see(Seen::TailThenSort, mix(here.tail, after.sort));
    see(Seen::SortThenTail, mix(before.sort, here.tail));
    if whole[i] != 0 {
        see(Seen::Whole, whole[i]);
    }
    let ordinary = |distance: &usize, place: Option<usize>| {
        let traits = at(place);
        traits.ordinary.then_some((*distance as u32, traits))
    };
    if let Some((distance, word)) = (1..=FARTHEST).find_map(|d| ordinary(&d, i.checked_sub(d))) {
        see(Seen::OrdinaryBefore, mix(mix(distance, word.stem), here.ending));
    }
    if let Some((distance, word)) = (1..=FARTHEST).find_map(|d| ordinary(&d, Some(i + d))) {
        see(Seen::OrdinaryAfter, mix(mix(distance, word.stem), u32::from(here.ending != 0)));
    }
    see(Seen::Position, mix(i.min(2) as u32, here.sort));
    if inside != 0 {
        see(Seen::Inside, mix(inside, here.sort));
    }
    if reading.pieces[i].glued {
        see(Seen::Position, mix(before.sort, 9));
    }
}

/// For each piece of the sentence what the longest name of several words says that it is part of; 0 where there is
/// none.
pub(super) fn whole_names(reading: &Reading, whole: &mut Vec<u32>) {
    whole.clear();
    whole.resize(reading.pieces.len(), 0);
    let mut free = 0;
    for from in 0..reading.pieces.len() {
        let mut longest = None;
        reading.hits(from, &mut |hit| {
            if hit.to > from + 1 {
                longest = Some((hit.to, hit.classes));
            }
        });
        let Some((to, classes)) = longest.filter(|(to, _)| *to > free) else { continue };
        for (at, part) in whole.iter_mut().enumerate().take(to).skip(from.max(free)) {
            let edge = u32::from(at == from) + 2 * u32::from(at + 1 == to);
            *part = mix(u32::from(classes.bits()) + 1, edge);
        }
        free = to;
    }
}

/// In what each piece stands: quotation marks, brackets.
pub(super) fn insides(reading: &Reading, inside: &mut Vec<u32>) {
    inside.clear();
    let (mut quoted, mut bracketed) = (false, false);
    for piece in &reading.pieces {
        match piece.kind {
            TokenKind::Quote => quoted = !quoted,
            TokenKind::Punct if piece.raw == "(" => bracketed = true,
            TokenKind::Punct if piece.raw == ")" => bracketed = false,
            _ => {}
        }
        inside.push(u32::from(quoted) + 2 * u32::from(bracketed));
    }
}

/// How a word looks: its script, its capitals, whether digits stand in it.
fn shape(raw: &str, letters: usize) -> u32 {
    let digits = raw.chars().any(char::is_numeric);
    let first = raw.starts_with(char::is_uppercase);
    let all = first && !raw.chars().any(char::is_lowercase);
    let script = match Script::of_word(raw) {
        Script::Devanagari => 0,
        Script::Latin => 1,
        _ => 2,
    };
    let single = u32::from(letters == 1);
    script + 4 * u32::from(digits) + 8 * u32::from(first) + 16 * u32::from(all) + 32 * single
}

/// Where the letters of a word end, each with the signs on it.
fn ends(word: &str) -> Letters {
    let mut ends = Letters::default();
    let starts = word.char_indices().filter(|(at, c)| *at > 0 && !is_sign(*c)).map(|(at, _)| at);
    for end in starts.chain([word.len()]) {
        ends.push(end);
    }
    ends
}

/// Letters of which the first and last are looked at: a word may be as long as a text.
const MOST_LETTERS: usize = 24;

/// Ends of the letters of a word; of a very long word the last ones are missing but for the very last.
#[derive(Default)]
struct Letters {
    ends: [usize; MOST_LETTERS],
    count: usize,
}

impl Letters {
    fn push(&mut self, end: usize) {
        self.count = (self.count + 1).min(MOST_LETTERS);
        self.ends[self.count - 1] = end;
    }
}

impl std::ops::Deref for Letters {
    type Target = [usize];

    fn deref(&self) -> &[usize] {
        &self.ends[..self.count]
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{903}' | '\u{93C}' | '\u{93E}'..='\u{94D}' | '\u{955}'..='\u{957}' | '\u{962}' | '\u{963}')
}

fn hash(text: &str) -> u32 {
    let hash = fnv(text.as_bytes());
    (hash ^ (hash >> 32)) as u32
}

/// Two hashes made one; the constant is 2^64 divided by the golden ratio (Knuth).
fn mix(a: u32, b: u32) -> u32 {
    let x = (u64::from(a) << 32 | u64::from(b)).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let x = (x ^ (x >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (x >> 32) as u32
}

/// As many bits as the table of weights tells apart.
fn cut(hash: u32) -> u32 {
    hash >> (u32::BITS - BITS)
}
