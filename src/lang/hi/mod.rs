//! Hindi.

use super::{Lang, Language, NO_WORDS, NameWords, SentenceTables, Words, words};
use crate::text::Script;

pub static FUNCTION_WORDS: Words = words!("function-words.tsv");
static NUMBER_WORDS: Words = words!("number-words.tsv");
static ABBREVIATIONS: Words = words!("abbreviations.tsv");
static LETTER_NAMES: Words = words!("letter-names.tsv");
static EDGES: Words = words!("edges.tsv");
static REPORTING: Words = words!("reporting.tsv");
static CALENDAR: Words = words!("calendar.tsv");
static UNITS: Words = words!("units.tsv");

pub static SENTENCES: SentenceTables = SentenceTables {
    abbreviations: &ABBREVIATIONS,
    letters: &LETTER_NAMES,
    edges: &EDGES,
    reporting: &REPORTING,
    ordinals: false,
    terminator: None,
};

pub static LANGUAGE: Language = Language {
    lang: Lang::HINDI,
    script: Script::Devanagari,
    function_words: &FUNCTION_WORDS,
    number_words: &NUMBER_WORDS,
    sentences: &SENTENCES,
    // Half of what Hindi's tagger learns from leaves names unmarked: it is quiet enough.
    names: NameWords { endings: &NO_WORDS, calendar: &CALENDAR, units: &UNITS, doubt: 0 },
};
