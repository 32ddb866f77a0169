//! Languages: which there are, what is special about each, and which one a text is in.
//!
//! A language is a folder here (plain-text tables and one small file) and a line in [`LANGUAGES`]. Any other
//! language of the world is lawful too and gets Unicode's default behaviour.

pub(crate) mod compiled;
mod en;
mod guess;
mod hi;
mod iso;
pub(crate) mod letters;
mod mr;
mod sentence;
mod world;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::text::Script;

pub(crate) use compiled::words;
pub use compiled::{NO_WORDS, Words};
pub use guess::guess;
pub use sentence::SentenceTables;

/// A language by its ISO 639 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang([u8; 3]);

/// What Kasoti knows of one language besides its pack: tables small enough to be part of the program.
pub struct Language {
    /// Its code.
    pub lang: Lang,
    /// The script that it is written in.
    pub script: Script,
    /// Words so common that a few of them tell the language.
    pub function_words: &'static Words,
    /// Number words with their values; see the table's head.
    pub number_words: &'static Words,
    /// What tells the ends of its sentences.
    pub sentences: &'static SentenceTables,
    /// What entities are found with.
    pub names: NameWords,
}

/// The tables that entities are found with; each table's head says what its columns mean.
pub struct NameWords {
    /// Case endings and postpositions written joined to a noun.
    pub endings: &'static Words,
    /// Months, weekdays and what dates and clock times are built with.
    pub calendar: &'static Words,
    /// Units.
    pub units: &'static Words,
    /// How much the tagger has to find for a name that no table knows, in the eighths of a nat that its weights are stored
    /// in. Two nats cost a tenth of the unknown names and spare half of the false ones (`cargo xtask eval --cv`).
    pub doubt: i32,
}

/// The languages with tables of their own. The first one wins a tie of [`guess`].
pub const LANGUAGES: &[&Language] = &[&mr::LANGUAGE, &hi::LANGUAGE, &en::LANGUAGE];

/// What sentences need of [`LANGUAGES`], in the same order: through that, every other table would come into the module
/// of the sentences alone.
const READ: &[(Lang, Script, &Words, &SentenceTables)] = &[
    (Lang::MARATHI, Script::Devanagari, &mr::FUNCTION_WORDS, &mr::SENTENCES),
    (Lang::HINDI, Script::Devanagari, &hi::FUNCTION_WORDS, &hi::SENTENCES),
    (Lang::ENGLISH, Script::Latin, &en::FUNCTION_WORDS, &en::SENTENCES),
];

/// Every other language: nothing is known of it, so Unicode's rules decide.
static NO_LANGUAGE: Language = Language {
    lang: Lang::UNDETERMINED,
    script: Script::Common,
    function_words: &NO_WORDS,
    number_words: &NO_WORDS,
    sentences: &SentenceTables::NONE,
    names: NameWords { endings: &NO_WORDS, calendar: &NO_WORDS, units: &NO_WORDS, doubt: 0 },
};

impl Lang {
    /// मराठी.
    pub const MARATHI: Lang = Lang(*b"mr\0");
    /// हिन्दी.
    pub const HINDI: Lang = Lang(*b"hi\0");
    /// English.
    pub const ENGLISH: Lang = Lang(*b"en\0");
    /// No language could be told (ISO 639: und).
    pub const UNDETERMINED: Lang = Lang(*b"und");

    /// Reads a code such as `mr`, `hi-IN` or `EN_us`; the region is of no consequence here.
    pub fn parse(tag: &str) -> Result<Lang, UnknownLang> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        if !iso::CODES.split_ascii_whitespace().any(|code| code == primary) {
            return Err(UnknownLang(tag.to_owned()));
        }
        let mut code = [0; 3];
        code[..primary.len()].copy_from_slice(primary.as_bytes());
        Ok(Lang(code))
    }

    /// The code, as in `lang="mr"`.
    pub fn code(&self) -> &str {
        // Codes are ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end_matches('\0')
    }

    /// Its tables; empty ones for a language without.
    pub fn language(self) -> &'static Language {
        LANGUAGES.iter().find(|l| l.lang == self).copied().unwrap_or(&NO_LANGUAGE)
    }

    /// What tells the ends of its sentences; for many languages that is all there is.
    pub fn sentence_tables(self) -> SentenceTables {
        match READ.iter().find(|(lang, ..)| *lang == self) {
            Some((.., tables)) => **tables,
            None => world::tables(self.code()),
        }
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A language tag that names no language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own: Vec<_> = LANGUAGES.iter().map(|l| l.lang.code()).collect();
        write!(
            f,
            "unknown language \"{}\"; known are auto, {} and, with general rules only, every other ISO 639 code such as bn or fr",
            self.0,
            own.join(", ")
        )
    }
}

impl std::error::Error for UnknownLang {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_read_with_its_own_tables() {
        assert_eq!(READ.len(), LANGUAGES.len());
        for (&(lang, script, words, sentences), language) in READ.iter().zip(LANGUAGES) {
            assert_eq!((lang, script), (language.lang, language.script));
            assert!(std::ptr::eq(words, language.function_words));
            assert!(std::ptr::eq(sentences, language.sentences));
        }
    }

    #[test]
    fn codes() {
        assert_eq!(Lang::parse("mr-IN"), Ok(Lang::MARATHI));
        assert_eq!(Lang::parse("EN_us"), Ok(Lang::ENGLISH));
        assert_eq!(Lang::parse("fr").unwrap().code(), "fr");
        assert_eq!(Lang::parse("bho").unwrap().code(), "bho");
        for wrong in ["", "marathi", "x😀", "auto"] {
            let told = Lang::parse(wrong).unwrap_err().to_string();
            assert!(told.contains(&format!("\"{wrong}\"")) && told.contains("auto, mr, hi, en"), "{told}");
        }
    }
}
