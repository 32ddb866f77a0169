//! Hindi.

use std::sync::LazyLock;

use super::{Lang, Language, Words};
use crate::table::Table;
use crate::text::Script;

static FUNCTION_WORDS: Words = LazyLock::new(|| Table::parse(include_str!("function-words.tsv")));
static NUMBER_WORDS: Words = LazyLock::new(|| Table::parse(include_str!("number-words.tsv")));

pub static LANGUAGE: Language = Language {
    lang: Lang::HINDI,
    script: Script::Devanagari,
    function_words: &FUNCTION_WORDS,
    number_words: &NUMBER_WORDS,
};
