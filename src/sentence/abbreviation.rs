//! Words before a full stop: abbreviations, initials, and words that look so.

use unicode_segmentation::UnicodeSegmentation;

use super::Pass;
use super::line::has_class;
use super::mark::Mark;
use crate::text::{Script, TokenKind, fold, lower};

/// What the word before a full stop says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Short {
    /// What it belongs to follows: not the end.
    Before,
    /// An abbreviation when a number follows, else a word.
    Number,
    /// A unit: may be the end of a sentence.
    Unit,
    /// May be the end.
    Either,
    /// An initial or a letter: may be the end.
    Letter,
}

/// Letters joined by full stops (U.S., कि.मी.) that are looked up as one word are no longer than this; in bytes.
const LONGEST_GROUP: usize = 32;

impl Pass<'_> {
    /// What kind of abbreviation ends at token `at`, a word right before a full stop.
    ///
    /// `group` is the first token of the letters and stops without a space that `at` is the last of; `before` is the
    /// abbreviation whose full stop stands right before the group.
    pub(super) fn short(&self, group: usize, at: usize, before: Option<Short>) -> Option<Short> {
        let joined = group < at;
        let before = if joined { self.short_alone(at - 2).or(before) } else { before };
        let whole = self.line.tokens[group].span.to(self.line.tokens[at].span).of(self.line.doc.text);
        let counted = self.follows_number(group) || whole.starts_with(char::is_numeric);
        let listed = |word: &str| self.listed(word, counted || before.is_some());
        let written = self.line.word(at);
        let word = written.trim_start_matches(char::is_numeric);
        // l'Avv.: an elided article is no part of the abbreviation.
        let base = word.rsplit(['\'', '’']).next().filter(|base| base.len() > 1).unwrap_or(word);
        if joined && whole.len() <= LONGEST_GROUP {
            let whole = listed(whole.trim_start_matches(char::is_numeric));
            if whole.is_some() {
                return whole;
            }
        }
        match listed(word).or_else(|| listed(base)).or_else(|| self.letter(written, at, before)) {
            // U.S. and कि.मी. may end a sentence, whatever their last letter alone would do.
            Some(Short::Before | Short::Letter) if joined && before.is_some() => Some(Short::Either),
            short => short,
        }
    }

    /// The same for a word without its neighbours.
    fn short_alone(&self, at: usize) -> Option<Short> {
        let word = self.line.word(at);
        self.listed(word, true).or_else(|| self.letter(word, at, None))
    }

    /// What the table says; `counted` where a number or another abbreviation precedes.
    fn listed(&self, word: &str, counted: bool) -> Option<Short> {
        let table = self.line.know.abbreviations;
        let key = fold(word);
        let classes = table.get(&key).or_else(|| {
            // Only scripts with capitals have two forms; the look-up in small letters costs an allocation.
            let capital = word.chars().any(char::is_uppercase) && !is_one_grapheme(word);
            capital.then(|| table.get(&lower(&key))).flatten()
        })?;
        if has_class(classes, "after") && counted {
            return Some(Short::Unit);
        }
        classes.split(' ').find_map(|class| match class {
            "before" => Some(Short::Before),
            "number" => Some(Short::Number),
            "trails" => Some(Short::Unit),
            "either" => Some(Short::Either),
            _ => None,
        })
    }

    /// A single letter, or the name of one.
    fn letter(&self, word: &str, at: usize, before: Option<Short>) -> Option<Short> {
        let is_letter = if self.line.tokens[at].script.is_indic() {
            let named = self.line.know.letters.contains(&fold(word));
            // Without tables we cannot tell a letter from a short word: Nepali छ is a verb.
            named || !self.line.know.letters.is_empty() && is_one_grapheme(word)
        } else {
            is_cased(self.line.tokens[at].script) && is_one_grapheme(word)
        };
        // °C and km/h are units.
        let glued = at.checked_sub(1).and_then(|before| self.line.mark(before));
        if !is_letter || glued == Some(Mark::Other) {
            return None;
        }
        let classes = self.line.know.abbreviations.get(&fold(word)).unwrap_or_default();
        let is_word = has_class(classes, "word") || has_class(classes, "particle") && at > self.start;
        // Behind कि.मी. stands a word, behind श्री. an initial.
        let chained = matches!(before, Some(Short::Before | Short::Letter));
        (!is_word || chained || self.stands_among_initials(at)).then_some(Short::Letter)
    }

    /// Whether a word that is an initial too is one here: another initial follows, or a capital both precedes and
    /// follows (Albert I. Jones).
    fn stands_among_initials(&self, at: usize) -> bool {
        let Some(next) = self.line.next_word(at + 2) else { return false };
        let stop = self.line.mark(next + 1) == Some(Mark::Stop);
        if is_cased(self.line.tokens[at].script) {
            let is_name = |i: usize| {
                self.line.word(i).starts_with(char::is_uppercase)
                    && !self.line.has_class(self.line.know.edges, i, "first")
            };
            return self.line.previous_word(at).is_some_and(is_name) && is_name(next);
        }
        let letter = |i: usize| {
            self.line.know.letters.contains(&fold(self.line.word(i))) || is_one_grapheme(self.line.word(i))
        };
        stop && letter(next)
    }

    fn follows_number(&self, at: usize) -> bool {
        let before = self.line.tokens[..at].iter().rev().take(2).find(|t| t.kind != TokenKind::Space);
        before.is_some_and(|t| t.kind == TokenKind::Number)
    }
}

/// Whether the script has capital and small letters.
pub(super) fn is_cased(script: Script) -> bool {
    matches!(script, Script::Latin | Script::Greek | Script::Cyrillic | Script::Other)
}

/// Whether the word is one letter with its signs.
pub(super) fn is_one_grapheme(word: &str) -> bool {
    // The longest Devanagari cluster in use, with its signs, is shorter than this.
    if word.len() > 24 {
        return false;
    }
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (_, None) => true,
        // Two consonants with nothing that joins them; two letters.
        (Some('\u{904}'..='\u{939}' | 'A'..='z'), Some('\u{904}'..='\u{939}' | 'A'..='z')) => false,
        _ => word.graphemes(true).nth(1).is_none(),
    }
}
