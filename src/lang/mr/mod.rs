//! Marathi.

use super::{Lang, Language, NameWords, SentenceTables, Words, words};
use crate::text::Script;

pub static FUNCTION_WORDS: Words = words!("function-words.tsv");
static NUMBER_WORDS: Words = words!("number-words.tsv");
static ABBREVIATIONS: Words = words!("abbreviations.tsv");
static LETTER_NAMES: Words = words!("letter-names.tsv");
static EDGES: Words = words!("edges.tsv");
static REPORTING: Words = words!("reporting.tsv");
static ENDINGS: Words = words!("endings.tsv");
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
    lang: Lang::MARATHI,
    script: Script::Devanagari,
    function_words: &FUNCTION_WORDS,
    number_words: &NUMBER_WORDS,
    sentences: &SENTENCES,
    names: NameWords { endings: &ENDINGS, calendar: &CALENDAR, units: &UNITS, doubt: 16 },
};
