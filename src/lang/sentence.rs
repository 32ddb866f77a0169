//! What the sentence splitter must know of a language.

use super::{NO_WORDS, Words};

/// What tells where the sentences of one language end. Each table's head explains the classes of its words.
#[derive(Clone, Copy)]
pub struct SentenceTables {
    /// Words that stand before a full stop without ending the sentence.
    pub abbreviations: &'static Words,
    /// Names of the Latin letters in a script that has none: एस for S.
    pub letters: &'static Words,
    /// Words that begin sentences, or end them.
    pub edges: &'static Words,
    /// Words around quoted speech.
    pub reporting: &'static Words,
    /// Whether a number with a full stop is an ordinal: German 7. = 7th.
    pub ordinals: bool,
    /// A mark that ends sentences here and does something else in other languages: the Greek question mark ; and
    /// the Armenian full stop, written as a colon.
    pub terminator: Option<char>,
}

impl SentenceTables {
    /// Nothing known: Unicode's rules decide.
    pub const NONE: Self = Self {
        abbreviations: &NO_WORDS,
        letters: &NO_WORDS,
        edges: &NO_WORDS,
        reporting: &NO_WORDS,
        ordinals: false,
        terminator: None,
    };
}
