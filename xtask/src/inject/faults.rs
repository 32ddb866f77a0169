//! The faults: each turns a clean text into one with that fault in it, or declines.

use std::ops::Range;

use kasoti::entity::Kind;

use super::random::Random;
use crate::train::corpus::Sentence;

/// A text with a fault in it.
pub struct Faulty {
    pub text: String,
    /// Where, in bytes.
    pub at: Range<usize>,
}

impl Faulty {
    /// The fault with some words around it.
    pub fn shown(&self) -> String {
        let from = self.text[..self.at.start].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
        let to = self.text[self.at.end..]
            .char_indices()
            .nth(30)
            .map_or(self.text.len(), |(at, _)| self.at.end + at);
        let Range { start, end } = self.at;
        format!("{}⟦{}⟧{}", &self.text[from..start], &self.text[start..end], &self.text[end..to])
    }
}

/// How the fault of one rule is made.
pub struct Fault {
    pub code: &'static str,
    pub langs: &'static [&'static str],
    pub make: fn(&Sentence, &mut Random) -> Option<Faulty>,
}

const ALL: &[&str] = &["mr", "hi", "en"];
const DEVANAGARI: &[&str] = &["mr", "hi"];
const MARATHI: &[&str] = &["mr"];

/// In the order of the catalogue.
pub const FAULTS: &[Fault] = &[
    Fault {
        code: "missing-eyelash-ra",
        langs: MARATHI,
        make: |t, r| swap(t, r, &[("ऱ्य", "र्य"), ("ऱ्ह", "र्ह")]),
    },
    Fault {
        code: "broken-cluster",
        langs: DEVANAGARI,
        make: |t, r| swap(t, r, &[("ि", "िि"), ("े", "ेे"), ("ा", "ाा"), ("्", "््")]),
    },
    Fault { code: "split-postposition", langs: MARATHI, make: split_postposition },
    Fault { code: "mixed-digits", langs: DEVANAGARI, make: mixed_digits },
    Fault { code: "broken-number-grouping", langs: ALL, make: broken_grouping },
    Fault {
        code: "wrong-way-quote", langs: ALL, make: |t, r| quoted(t, r, |words| format!("”{words}”"))
    },
    Fault { code: "unpaired-quote", langs: ALL, make: |t, r| quoted(t, r, |words| format!("“{words}")) },
    Fault {
        code: "floating-quote", langs: ALL, make: |t, r| quoted(t, r, |words| format!("“ {words}”"))
    },
    Fault { code: "spaced-punctuation", langs: ALL, make: |t, r| swap(t, r, &[(", ", " , ")]) },
    Fault { code: "doubled-punctuation", langs: ALL, make: |t, r| swap(t, r, &[(", ", ",, ")]) },
    Fault { code: "missing-space", langs: ALL, make: missing_space },
    Fault { code: "stuttered-word", langs: MARATHI, make: stuttered },
    Fault { code: "repeated-word", langs: ALL, make: |t, r| repeated(t, r, 1) },
    Fault { code: "repeated-phrase", langs: ALL, make: |t, r| repeated(t, r, 5) },
    Fault {
        code: "leftover-markup",
        langs: ALL,
        make: |t, r| {
            inserted(
                t,
                r,
                &["<b>", "</p>", "&nbsp;", "<br />", "[caption]", "&amp;quot;", "](https://example.org)"],
            )
        },
    },
    Fault { code: "mojibake", langs: ALL, make: mojibake },
    Fault {
        code: "foreign-script",
        langs: ALL,
        make: |t, r| inserted(t, r, &["правительство", "政府", "الحكومة", "সরকার", "정부"]),
    },
    Fault { code: "mixed-script-word", langs: DEVANAGARI, make: mixed_script },
    Fault {
        code: "leftover-placeholder",
        langs: ALL,
        make: |t, r| inserted(t, r, &["{name}", "%s", "[INSERT NAME]", "{{date}}", "${city}", "XXXX"]),
    },
    Fault {
        code: "untranslated-run",
        langs: DEVANAGARI,
        make: |t, r| {
            inserted(
                t,
                r,
                &[
                    "according to the officials",
                    "in the last three months",
                    "with a total cost of",
                    "because of heavy rain",
                ],
            )
        },
    },
    Fault { code: "name-variant", langs: ALL, make: name_variant },
];

/// Characters of a word that no language here doubles.
const LONG_WORD: usize = 7;

/// The words with their places, without marks beside them.
fn words(text: &str) -> Vec<(usize, &str)> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let marks = |c: char| c.is_ascii_punctuation() || "“”‘’।…".contains(c);
    text.split(' ')
        .map(|word| word.trim_matches(marks))
        .filter(|w| !w.is_empty())
        .map(|w| (place(w), w))
        .collect()
}

fn put(text: &str, at: Range<usize>, with: &str) -> Faulty {
    let whole = [&text[..at.start], with, &text[at.end..]].concat();
    Faulty { text: whole, at: at.start..at.start + with.len() }
}

/// One of the pieces where it stands, by another.
fn swap(text: &Sentence, random: &mut Random, pieces: &[(&str, &str)]) -> Option<Faulty> {
    let (piece, other) = random.pick(pieces)?;
    let places: Vec<_> = text.text.match_indices(piece).map(|(at, _)| at).collect();
    let &at = random.pick(&places)?;
    Some(put(&text.text, at..at + piece.len(), other))
}

/// One of the pieces between two words.
fn inserted(text: &Sentence, random: &mut Random, pieces: &[&str]) -> Option<Faulty> {
    let words = words(&text.text);
    let &(at, _) = random.pick(words.get(1..)?)?;
    let piece = random.pick(pieces)?;
    let faulty = put(&text.text, at..at, &format!("{piece} "));
    Some(Faulty { at: faulty.at.start..faulty.at.end - 1, ..faulty })
}

/// Some words of a sentence in quotation marks, or what is made of them, in a text without any.
fn quoted(text: &Sentence, random: &mut Random, make: fn(&str) -> String) -> Option<Faulty> {
    if text.text.contains(['“', '”', '"', '\'', '‘', '’']) {
        return None;
    }
    let words = words(&text.text);
    let first = random.below(words.len().checked_sub(5)?.max(1));
    let (start, (last, word)) = (words[first].0, words[first + 4]);
    let end = last + word.len();
    // A quotation does not begin in one sentence and end in another.
    let span = &text.text[start..end];
    if span.contains(['.', '।', '?']) {
        return None;
    }
    Some(put(&text.text, start..end, &make(span)))
}

fn split_postposition(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    const JOINED: [&str; 8] = ["मध्ये", "साठी", "पासून", "पर्यंत", "बद्दल", "विरुद्ध", "दरम्यान", "कडून"];
    let cut = |&(at, word): &(usize, &str)| {
        let ending = JOINED.iter().find(|ending| word.ends_with(*ending))?;
        let stem = word.len() - ending.len();
        // After a figure or an acronym the space is lawful.
        let is_plain = word.chars().all(|c| !c.is_numeric() && !c.is_ascii());
        (stem >= 9 && is_plain).then_some((at, stem, word.len()))
    };
    let places: Vec<_> = words(&text.text).iter().filter_map(cut).collect();
    let &(at, stem, len) = random.pick(&places)?;
    let word = &text.text[at..at + len];
    Some(put(&text.text, at..at + len, &format!("{} {}", &word[..stem], &word[stem..])))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('०'..='९').contains(&c)
}

fn mixed_digits(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    let words = words(&text.text);
    let numbers: Vec<_> =
        words.iter().filter(|(_, w)| w.chars().count() > 1 && w.chars().all(is_digit)).collect();
    let &&(at, number) = random.pick(&numbers)?;
    let (place, digit) = number.char_indices().nth(random.below(number.chars().count()))?;
    let turn = match digit {
        '0'..='9' => char::from_u32('०' as u32 + digit as u32 - '0' as u32)?,
        _ => char::from_u32('0' as u32 + digit as u32 - '०' as u32)?,
    };
    let faulty = put(&text.text, at + place..at + place + digit.len_utf8(), &turn.to_string());
    Some(faulty)
}

/// 1,500 → 15,00.
fn broken_grouping(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    let words = words(&text.text);
    let grouped = |w: &str| w.contains(',') && w.chars().all(|c| is_digit(c) || c == ',');
    let numbers: Vec<_> = words.iter().filter(|(_, w)| grouped(w)).collect();
    let &&(at, number) = random.pick(&numbers)?;
    let (head, tail) = number.rsplit_once(',')?;
    let moved = tail.chars().next()?.len_utf8();
    Some(put(&text.text, at..at + number.len(), &format!("{head}{},{}", &tail[..moved], &tail[moved..])))
}

fn missing_space(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    let places: Vec<_> = [", ", ". ", "। "].iter().flat_map(|mark| text.text.match_indices(mark)).collect();
    let &(at, mark) = random.pick(&places)?;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let between =
        letter(text.text[..at].chars().next_back()) || text.text[..at].ends_with(['ा', 'ी', 'े', 'ो', 'ं']);
    let behind = letter(text.text[at + mark.len()..].chars().next());
    (between && behind).then(|| put(&text.text, at..at + mark.len(), mark.trim_end()))
}

/// ऐतिहासिक → ऐतिहासिक तिहासिक.
fn stuttered(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    let words = words(&text.text);
    let long: Vec<_> = words.iter().filter(|(_, w)| w.chars().count() >= 7 && !w.contains('-')).collect();
    let &&(at, word) = random.pick(&long)?;
    let is_letter = |c: char| ('\u{905}'..='\u{939}').contains(&c);
    let (cut, _) = word.char_indices().skip(1).find(|&(_, c)| is_letter(c))?;
    // A piece that begins behind a virama would begin in mid-cluster.
    if word[..cut].ends_with('\u{94D}') {
        return None;
    }
    Some(put(&text.text, at..at + word.len(), &format!("{word} {}", &word[cut..])))
}

/// The words once more. A word alone must be a long one: grammar doubles short ones (भाग भाग, दोन दोन, had had).
fn repeated(text: &Sentence, random: &mut Random, count: usize) -> Option<Faulty> {
    let words = words(&text.text);
    let first = random.below(words.len().checked_sub(count)?.max(1));
    let (start, (last, word)) = (words[first].0, words[first + count - 1]);
    let span = &text.text[start..last + word.len()];
    // One sentence's, and nothing that counts: what is said of numbers and names may be said twice.
    if span.contains(['.', '।', '?', ',', '"', '“', '”'])
        || span.chars().any(is_digit)
        || count == 1 && word.chars().count() < LONG_WORD
    {
        return None;
    }
    let named =
        |at: Range<usize>| text.names.iter().any(|(name, _)| name.start < at.end && at.start < name.end);
    if count == 1 && named(start..start + span.len()) {
        return None;
    }
    Some(put(&text.text, start..start + span.len(), &format!("{span} {span}")))
}

/// A word's UTF-8 read as Latin-1, as a wrong header makes of it.
fn mojibake(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    let words = words(&text.text);
    let beyond: Vec<_> = words.iter().filter(|(_, w)| !w.is_ascii() && w.chars().count() > 3).collect();
    let &&(at, word) = random.pick(&beyond)?;
    let broken: String = word.bytes().map(char::from).collect();
    Some(put(&text.text, at..at + word.len(), &broken))
}

/// भारत → भारt.
fn mixed_script(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    const KEYS: [(char, char); 8] =
        [('र', 'r'), ('त', 't'), ('क', 'k'), ('स', 's'), ('म', 'm'), ('प', 'p'), ('न', 'n'), ('ल', 'l')];
    let words = words(&text.text);
    let &(at, word) = random.pick(&words)?;
    let last = word.chars().next_back()?;
    let (_, key) = KEYS.iter().find(|(letter, _)| *letter == last)?;
    if word.chars().count() < 4 || word.ends_with(|c: char| !c.is_alphabetic()) {
        return None;
    }
    let end = at + word.len();
    let mut faulty = put(&text.text, end - last.len_utf8()..end, &key.to_string());
    faulty.at.start = at;
    Some(faulty)
}

/// A person named at least twice is spelled otherwise once.
fn name_variant(text: &Sentence, random: &mut Random) -> Option<Faulty> {
    const SLIPS: [(&str, &str); 12] = [
        ("ि", "ी"),
        ("ी", "ि"),
        ("ु", "ू"),
        ("ू", "ु"),
        ("श", "स"),
        ("व्ह", "व"),
        ("ॉ", "ो"),
        ("ए", "ॲ"),
        ("ei", "ie"),
        ("ee", "i"),
        ("ll", "l"),
        ("v", "w"),
    ];
    let of = |at: &Range<usize>| &text.text[at.clone()];
    let people: Vec<_> =
        text.names.iter().filter(|(_, kind)| *kind == Kind::Person).map(|(at, _)| at).collect();
    let again = |at: &&&Range<usize>| {
        let surname = of(at).rsplit(' ').next().unwrap_or_default();
        surname.chars().count() >= 4 && people.iter().filter(|other| of(other).ends_with(surname)).count() > 1
    };
    let repeated: Vec<_> = people.iter().filter(again).collect();
    let at = random.pick(&repeated)?;
    let name = of(at);
    let start = at.start + name.rfind(' ').map_or(0, |space| space + 1);
    let surname = &text.text[start..at.end];
    let (slip, other) = SLIPS.iter().find(|(slip, _)| surname.contains(slip))?;
    let place = start + surname.find(slip)?;
    let mut faulty = put(&text.text, place..place + slip.len(), other);
    faulty.at.start = start;
    Some(faulty)
}
