//! One sentence as the finders read it: its words and marks with what the tables know of each.

use std::borrow::Cow;
use std::rc::Rc;

use super::gazetteer::Classes;
use super::mention::Stems;
use super::word::{Analysis, Piece};
use super::{acronym, lexicon, mention, tagger};
use crate::index::Map;
use crate::lang::{Lang, NameWords};
use crate::pack::Pack;
use crate::table::Table;
use crate::text::{Document, Span, TokenKind, fold, lower};

/// The most words and marks that a name of the tables has: no name is longer, and the bound keeps the walk linear.
const LONGEST_NAME: usize = 16;

/// Bytes of the longest ending that names have (ोपाध्याय).
const LONGEST_NAME_ENDING: usize = 27;

/// A name of the gazetteer found at a place.
pub(super) struct Hit<'a> {
    /// The piece after it.
    pub to: usize,
    /// Bytes of the last piece before its ending.
    pub stem: usize,
    pub classes: Classes,
    pub form: Option<Cow<'a, str>>,
}

/// A sentence and the tables.
pub(super) struct Reading<'a> {
    pub doc: &'a Document<'a>,
    pub pieces: Vec<Piece<'a>>,
    pub words: &'static NameWords,
    pub numbers: &'static Table,
    /// Names of the Latin letters.
    pub letters: &'static Table,
    pub names: &'a Table,
    /// Words beside a name that tell what it is.
    pub cues: &'a Table,
    /// Common nouns that end a longer name.
    pub heads: &'a Table,
    /// Endings of names that no table knows.
    name_endings: &'a Table,
    pub pack: &'a Pack,
    pub english: bool,
    /// What was found out about a word, since words come again.
    known: Map<Rc<Analysis<'a>>>,
}

impl<'a> Reading<'a> {
    pub fn new(doc: &'a Document<'a>, pack: &'a Pack) -> Self {
        Self {
            doc,
            pieces: Vec::new(),
            words: &doc.lang.language().names,
            numbers: doc.lang.language().number_words,
            letters: doc.lang.language().sentences.letters,
            names: pack.table("names"),
            cues: pack.table("cues"),
            heads: pack.table("heads"),
            name_endings: pack.table("name-endings"),
            pack,
            english: doc.lang == Lang::ENGLISH,
            known: Map::default(),
        }
    }

    /// Reads the tokens of `span` in the place of what was read before.
    pub fn read(&mut self, span: Span) {
        self.pieces.clear();
        let mut end = None;
        for token in self.doc.tokens_in(span) {
            if matches!(token.kind, TokenKind::Space | TokenKind::Break) {
                continue;
            }
            let piece = self.piece(token.span, token.kind, end == Some(token.span.start));
            end = Some(token.span.end);
            self.pieces.push(piece);
        }
    }

    fn piece(&mut self, span: Span, kind: TokenKind, glued: bool) -> Piece<'a> {
        let raw = self.doc.slice(span);
        let word = match self.known.get(raw) {
            Some(known) => known.clone(),
            None => {
                let mut fresh =
                    if kind == TokenKind::Word { self.analyse(raw) } else { Analysis::plain(raw) };
                fresh.voices = tagger::voices(raw, kind, &mut fresh, self.pack.weights());
                self.known.or_insert_with(raw, || Rc::new(fresh)).clone()
            }
        };
        Piece { span, kind, raw, glued, word }
    }

    fn analyse(&self, raw: &'a str) -> Analysis<'a> {
        let whole = if self.english { possessive(raw) } else { raw.len() };
        let key = fold(&raw[..whole]);
        let lower = if self.english { Cow::Owned(lower(&key)) } else { key.clone() };
        let endings = self.words.endings;
        let stems = Stems::new(raw, endings);
        let row = |table: &'a Table| {
            let word = if self.english { lower.as_ref() } else { raw };
            mention::find("", word, &stems, table).map(|known| (known.stem.min(whole), known.value))
        };
        let cue = self.cues.get(&lower).unwrap_or_default();
        let (calendar, number) = (row(self.words.calendar), row(self.numbers));
        let head = self.heads.get(&key).or(row(self.heads).map(|(_, head)| head)).unwrap_or_default();
        let guess = if self.english { whole } else { mention::guess_stem(raw, endings) };
        let (stem, classes, form) =
            self.look_up("", &raw[..whole], &stems).unwrap_or((whole, Classes::default(), None));
        let acronym =
            (!classes.any(Classes::NAME)).then(|| acronym::at(&raw[..whole], self.letters, &stems)).flatten();
        let counted = self.numbers.contains(&key);
        let common = !cue.is_empty() || counted || lexicon::knows(raw, &key, &stems, self.pack, self.words);
        let in_lexicon = || match &form {
            Some(form) => lexicon::has(form, self.pack),
            None => lexicon::has(&fold(&raw[..stem]), self.pack),
        };
        let doubtful = classes.any(Classes::AMBIGUOUS)
            || !cue.is_empty()
            || counted
            || self.words.units.contains(&key)
            || in_lexicon();
        Analysis {
            stem,
            guess,
            classes,
            form,
            cue,
            calendar,
            number,
            acronym,
            head,
            name_ending: self.name_ending(&raw[..guess]),
            common,
            doubtful,
            stems,
            key,
            ..Analysis::plain(raw)
        }
    }

    /// What the gazetteer says of `word` after `prefix`. English titles are in the table in small letters.
    fn look_up(
        &self,
        prefix: &str,
        word: &str,
        stems: &Stems,
    ) -> Option<(usize, Classes, Option<Cow<'a, str>>)> {
        let read = |known: mention::Known<'a>| {
            let (classes, form) = Classes::parse(known.value);
            (known.stem, classes, form.map(Cow::Borrowed).or(known.restored.map(Cow::Owned)))
        };
        let found = mention::find(prefix, word, stems, self.names).map(read);
        if !self.english || !prefix.starts_with(char::is_uppercase) && !word.starts_with(char::is_uppercase) {
            return found;
        }
        let small = self.names.get(&lower(&[prefix, word].concat()));
        let (offices, form) = Classes::parse(small.unwrap_or_default());
        let offices = offices.only(Classes::OFFICE).and(offices.only(Classes::LONGER));
        match found {
            Some((stem, classes, form)) => Some((stem, classes.and(offices), form)),
            None if small.is_some() && offices != Classes::default() => {
                Some((word.len(), offices, form.map(Cow::Borrowed)))
            }
            None => None,
        }
    }

    /// What the ending of an unknown word says of it: person, place or nothing.
    pub fn name_ending(&self, word: &str) -> &'a str {
        let table = self.name_endings;
        let from = word.floor_char_boundary(word.len().saturating_sub(LONGEST_NAME_ENDING));
        let starts = word[from..].char_indices().map(|(at, _)| from + at).filter(|&at| at > 3);
        starts.filter_map(|at| table.get(&word[at..])).next().unwrap_or_default()
    }

    /// Gives `visit` every name of the gazetteer that begins at piece `from`, the shortest first.
    pub fn hits(&self, from: usize, visit: &mut dyn FnMut(Hit<'a>)) {
        let first = &self.pieces[from];
        if first.kind != TokenKind::Word && first.kind != TokenKind::Number {
            return;
        }
        if first.classes.any(Classes::NAME) {
            let (stem, classes, form) = (first.stem, first.classes, first.form.clone());
            visit(Hit { to: from + 1, stem, classes, form });
        }
        if first.stem < first.raw.len() && self.english || !self.begins(&first.key) {
            return;
        }
        let mut prefix = first.key.clone().into_owned();
        for (i, piece) in self.pieces.iter().enumerate().skip(from + 1).take(LONGEST_NAME) {
            if !piece.glued {
                prefix.push(' ');
            }
            let word = if self.english { &piece.raw[..piece.stem] } else { piece.raw };
            if let Some((stem, classes, form)) = self.look_up(&prefix, word, &piece.stems)
                && classes.any(Classes::NAME)
            {
                visit(Hit { to: i + 1, stem, classes, form });
            }
            prefix.push_str(&piece.key);
            if !self.begins(&prefix) {
                return;
            }
        }
    }

    fn begins(&self, prefix: &str) -> bool {
        let longer =
            |key: &str| self.names.get(key).is_some_and(|v| Classes::parse(v).0.any(Classes::LONGER));
        longer(prefix) || self.english && longer(&lower(prefix))
    }

    /// The longest entry of a small table that begins at piece `from`: the piece after it, the bytes of its last
    /// piece before an ending, and what the table says. Looked up in lower case.
    pub fn phrase(&self, from: usize, table: &'a Table) -> Option<(usize, usize, &'a str)> {
        let mut prefix = String::new();
        let mut best = None;
        for (i, piece) in self.pieces.iter().enumerate().skip(from).take(LONGEST_PHRASE) {
            if i > from && !piece.glued {
                prefix.push(' ');
            }
            let small;
            let word = if self.english {
                small = lower(piece.raw);
                small.as_str()
            } else {
                piece.raw
            };
            if let Some(known) = mention::find(&prefix, word, &piece.stems, table) {
                best = Some((i + 1, known.stem.min(piece.raw.len()), known.value));
            }
            if piece.kind != TokenKind::Word && !piece.glued {
                break;
            }
            prefix.push_str(&fold(word));
        }
        best
    }

    /// The text from piece `from` up to the first `stem` bytes of the piece before `to`.
    pub fn span(&self, from: usize, to: usize, stem: usize) -> Span {
        let last = &self.pieces[to - 1];
        Span { start: self.pieces[from].span.start, end: last.span.start + stem as u32 }
    }

    /// Whether piece `i` exists and is this mark or word.
    pub fn is(&self, i: usize, raw: &str) -> bool {
        self.pieces.get(i).is_some_and(|p| p.raw == raw)
    }

    /// The cue of piece `i`; empty where there is none.
    pub fn cue(&self, i: usize) -> &'a str {
        self.pieces.get(i).map_or("", |p| p.cue)
    }
}

/// Words and marks of the longest unit: चौ. कि. मी.
const LONGEST_PHRASE: usize = 6;

/// Bytes of an English word without its possessive.
fn possessive(word: &str) -> usize {
    ["'s", "’s", "'", "’"].iter().find_map(|end| word.strip_suffix(end)).map_or(word.len(), str::len)
}
