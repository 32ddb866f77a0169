//! Hindi.

use std::sync::LazyLock;

use super::{Lang, Language, NO_WORDS, NameWords, SentenceTables, Words};
use crate::table::Table;
use crate::text::Script;

static FUNCTION_WORDS: Words = LazyLock::new(|| Table::parse(include_str!("function-words.tsv")));
static NUMBER_WORDS: Words = LazyLock::new(|| Table::parse(include_str!("number-words.tsv")));
static ABBREVIATIONS: Words = LazyLock::new(|| Table::parse(include_str!("abbreviations.tsv")));
static LETTER_NAMES: Words = LazyLock::new(|| Table::parse(include_str!("letter-names.tsv")));
static EDGES: Words = LazyLock::new(|| Table::parse(include_str!("edges.tsv")));
static REPORTING: Words = LazyLock::new(|| Table::parse(include_str!("reporting.tsv")));
static CALENDAR: Words = LazyLock::new(|| Table::parse(include_str!("calendar.tsv")));
static UNITS: Words = LazyLock::new(|| Table::parse(include_str!("units.tsv")));
static CUES: Words = LazyLock::new(|| Table::parse(include_str!("cues.tsv")));
static HEADS: Words = LazyLock::new(|| Table::parse(include_str!("heads.tsv")));
static NAME_ENDINGS: Words = LazyLock::new(|| Table::parse(include_str!("name-endings.tsv")));

pub static LANGUAGE: Language = Language {
    lang: Lang::HINDI,
    script: Script::Devanagari,
    function_words: &FUNCTION_WORDS,
    number_words: &NUMBER_WORDS,
    sentences: SentenceTables {
        abbreviations: &ABBREVIATIONS,
        letters: &LETTER_NAMES,
        edges: &EDGES,
        reporting: &REPORTING,
        ordinals: false,
        terminator: None,
    },
    names: NameWords {
        endings: &NO_WORDS,
        calendar: &CALENDAR,
        units: &UNITS,
        cues: &CUES,
        heads: &HEADS,
        name_endings: &NAME_ENDINGS,
    },
};
