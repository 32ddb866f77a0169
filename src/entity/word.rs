//! What the finders know of one word, number or mark.

use std::borrow::Cow;
use std::rc::Rc;

use super::features::Traits;
use super::gazetteer::Classes;
use super::mention::Stems;
use super::tagger::Voices;
use crate::text::{Span, TokenKind};

/// A word, number or mark.
pub(super) struct Piece<'a> {
    pub span: Span,
    pub kind: TokenKind,
    pub raw: &'a str,
    /// Stands right after the piece before it.
    pub glued: bool,
    pub word: Rc<Analysis<'a>>,
}

/// What the tables know of a word wherever it stands.
pub(super) struct Analysis<'a> {
    /// For look-up: folded, in English without the possessive.
    pub key: Cow<'a, str>,
    /// Where endings may be cut off.
    pub stems: Stems,
    /// Bytes of the word before the case ending, so far as the gazetteer knows the stem.
    pub stem: usize,
    /// The same by the ending alone.
    pub guess: usize,
    pub classes: Classes,
    /// The dictionary form, where it is known and not the stem itself.
    pub form: Option<Cow<'a, str>>,
    /// See the language's table of cues.
    pub cue: &'a str,
    /// Its row in the calendar, with the bytes before an ending.
    pub calendar: Option<(usize, &'a str)>,
    /// Its row among the number words, with the bytes before an ending.
    pub number: Option<(usize, &'a str)>,
    /// Bytes before the ending of a word that spells an acronym.
    pub acronym: Option<usize>,
    /// What it is as a common noun that may end a longer name; empty where it is none.
    pub head: &'a str,
    /// What the ending of a name that no table knows says of it: person, place or nothing.
    pub name_ending: &'a str,
    /// Whether it is an ordinary word: the lexicon knows it, or it is used as a cue.
    pub common: bool,
    /// Whether it is an ordinary word too, where it is a name.
    pub doubtful: bool,
    /// What the tagger sees of it beside its neighbours.
    pub traits: Traits,
    /// What it speaks for, as the tagger has learnt.
    pub voices: Voices,
}

impl<'a> std::ops::Deref for Piece<'a> {
    type Target = Analysis<'a>;

    fn deref(&self) -> &Analysis<'a> {
        &self.word
    }
}

impl<'a> Analysis<'a> {
    /// A mark or number, of which no table knows anything.
    pub fn plain(raw: &'a str) -> Self {
        Self {
            key: Cow::Borrowed(raw),
            stems: Stems::default(),
            stem: raw.len(),
            guess: raw.len(),
            classes: Classes::default(),
            form: None,
            cue: "",
            calendar: None,
            number: None,
            acronym: None,
            head: "",
            name_ending: "",
            common: false,
            doubtful: false,
            traits: Traits::default(),
            voices: Voices::default(),
        }
    }

    /// Bytes of the word before the ending, by the gazetteer or else by the ending alone.
    pub fn best_stem(&self) -> usize {
        if self.classes.any(Classes::NAME) { self.stem } else { self.guess }
    }
}
