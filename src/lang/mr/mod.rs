//! Marathi.

use std::sync::LazyLock;

use super::{Lang, Language, SentenceTables, Words};
use crate::table::Table;
use crate::text::Script;

static FUNCTION_WORDS: Words = LazyLock::new(|| Table::parse(include_str!("function-words.tsv")));
static NUMBER_WORDS: Words = LazyLock::new(|| Table::parse(include_str!("number-words.tsv")));
static ABBREVIATIONS: Words = LazyLock::new(|| Table::parse(include_str!("abbreviations.tsv")));
static LETTER_NAMES: Words = LazyLock::new(|| Table::parse(include_str!("letter-names.tsv")));
static EDGES: Words = LazyLock::new(|| Table::parse(include_str!("edges.tsv")));
static REPORTING: Words = LazyLock::new(|| Table::parse(include_str!("reporting.tsv")));

pub static LANGUAGE: Language = Language {
    lang: Lang::MARATHI,
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
};
