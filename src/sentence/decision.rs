//! Whether an ending ends the sentence.

use super::abbreviation::{Short, is_cased};
use super::mark::Mark;
use super::{Ending, Pass};
use crate::text::{Script, TokenKind};

/// What stands behind an ending.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next {
    /// The first token that is no space.
    pub(super) token: usize,
    /// The first word or number, behind opening marks.
    pub(super) word: Option<usize>,
    /// Whether a space stands before it.
    pub(super) spaced: bool,
    /// Of the word's first letter.
    pub(super) case: Case,
}

/// Of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    Lower,
    /// No letter, or one of a script without case.
    None,
}

/// Opening marks that are looked through for the word behind them.
const OPENERS: usize = 4;

/// Tokens of a phrase that a preposition opens (At 5 a.m. on Monday …): a longer one has its verb by then.
const FRONTED: usize = 24;

impl Pass<'_> {
    /// Whether the sentence ends with `ending`.
    pub(super) fn is_end(&mut self, ending: &Ending) -> bool {
        let Some(next) = self.next(ending) else { return true };
        let short = self.abbreviation(ending);
        let held =
            short.is_some_and(|short| self.holds(short, ending, &next)) || self.is_numero(ending, &next);
        if let Some(short) = short.filter(|_| held) {
            self.chain = Some((ending.end, short));
        }
        if self.is_inside_word(ending, &next, short.is_some()) || self.leads_on(ending, &next) {
            return false;
        }
        let cased =
            self.word_before(ending).is_none_or(|(_, script)| is_cased(script) || script == Script::Common);
        // Where the sentence itself began in small letters they prove nothing.
        if cased && next.case == Case::Lower && (ending.quoted || short.is_some() || !self.begins_small()) {
            return false;
        }
        let ends = match ending.mark {
            Mark::Stop if self.is_number_dot(ending, &next) => {
                self.chain = Some((ending.end, Short::Number));
                false
            }
            Mark::Stop => !held,
            // Scripts with capitals show what an ellipsis does; elsewhere it hangs in the air and the sentence with it.
            // The English I is always a capital.
            Mark::Ellipsis => {
                next.case == Case::Upper && cased && !self.is_one_letter(next.word)
                    || ending.quoted
                    || ending.bracketed
            }
            Mark::Pipe => self.is_danda(ending),
            _ => true,
        };
        ends && !self.goes_on(ending, &next)
    }

    /// N°. 12, the sign of a number.
    fn is_numero(&self, ending: &Ending, next: &Next) -> bool {
        let Some(sign) = ending.first.checked_sub(1).filter(|&sign| sign > 0) else { return false };
        matches!(self.line.word(sign), "°" | "º")
            && matches!(self.line.word(sign - 1), "N" | "n")
            && next.word.is_some_and(|w| self.line.kind(w) == Some(TokenKind::Number))
    }

    fn begins_small(&self) -> bool {
        self.line.kind(self.start) == Some(TokenKind::Word)
            && case(self.line.first_char(self.start)) == Case::Lower
    }

    fn next(&self, ending: &Ending) -> Option<Next> {
        let spaced = self.line.kind(ending.end) == Some(TokenKind::Space);
        let token = ending.end + usize::from(spaced);
        self.line.kind(token)?;
        let mut word = token;
        while word < token + OPENERS
            && (matches!(self.line.kind(word), Some(TokenKind::Quote | TokenKind::Space))
                || matches!(self.line.mark(word), Some(Mark::Open | Mark::Dash | Mark::Bullet)))
        {
            word += 1;
        }
        let is_word = matches!(self.line.kind(word), Some(TokenKind::Word | TokenKind::Number));
        // A quotation mark read in the wrong encoding begins with a small letter: â€œ
        if self.line.kind(word) == Some(TokenKind::Word)
            && self.line.word(word) == "â"
            && self.line.mark(word + 1) == Some(Mark::Other)
        {
            return Some(Next { token, word: None, spaced, case: Case::Upper });
        }
        let case = match self.line.kind(word) {
            Some(TokenKind::Word) => case(self.line.first_char(word)),
            _ => Case::None,
        };
        Some(Next { token, word: is_word.then_some(word), spaced, case })
    }

    /// The abbreviation whose full stop the ending is.
    fn abbreviation(&self, ending: &Ending) -> Option<Short> {
        if ending.mark != Mark::Stop || ending.stops != 1 {
            return None;
        }
        let (at, _) =
            self.word_before(ending).filter(|&(at, _)| self.line.kind(at) == Some(TokenKind::Word))?;
        let group = self.group_of(at);
        self.short(group, at, self.chained(group))
    }

    /// The first token of the words and full stops without a space that the word at `at` ends.
    fn group_of(&self, at: usize) -> usize {
        let (group, end) = self.group;
        if end == at + 1 { group } else { at }
    }

    /// Whether an abbreviation of this kind keeps its sentence open before `next`.
    fn holds(&self, short: Short, ending: &Ending, next: &Next) -> bool {
        let group = self.word_before(ending).map_or(self.start, |(at, _)| self.group_of(at));
        let is_number = next.word.is_some_and(|w| self.line.kind(w) == Some(TokenKind::Number));
        // The A of U. A. E. is no article.
        let initial = self.is_one_letter(next.word)
            && next.word.is_some_and(|w| self.line.mark(w + 1) == Some(Mark::Stop));
        let is_first =
            !initial && next.word.is_some_and(|w| self.line.has_class(self.line.know.edges, w, "first"));
        let quotes = self.line.kind(next.token) == Some(TokenKind::Quote);
        // कि. मी.: the next piece of the same abbreviation.
        if next.word == Some(next.token)
            && self.is_one_letter(next.word)
            && self.line.mark(next.token + 1) == Some(Mark::Stop)
            && next.case == Case::None
            && !is_number
        {
            return true;
        }
        match short {
            Short::Before => true,
            Short::Number => is_number,
            Short::Unit if next.case == Case::Upper => !is_first && !quotes && self.is_fronted(group),
            Short::Letter if group == self.start => true,
            Short::Unit | Short::Letter => !is_first,
            Short::Either => !(is_first || quotes && next.case == Case::Upper),
        }
    }

    /// Whether the clause is, up to here, a phrase that a preposition opens: At 5 a.m. Mr. Rao left.
    fn is_fronted(&self, at: usize) -> bool {
        let Some(first) = self.line.next_word(self.clause) else { return false };
        (first..first + FRONTED).contains(&at) && self.line.has_class(self.line.know.edges, first, "fronting")
    }

    /// Whether what follows shows that the sentence goes on: a comma, a closing bracket, a dash between spaces; or
    /// whether a bracket in mid-sentence holds the ending.
    fn leads_on(&self, ending: &Ending, next: &Next) -> bool {
        let spaced_dash = || next.spaced && self.line.kind(next.token + 1) == Some(TokenKind::Space);
        match self.line.mark(next.token) {
            Some(Mark::Continues | Mark::Close) => return true,
            // A spaced dash, and the one of a dateline: मालवण.-
            Some(Mark::Dash) if spaced_dash() || !next.spaced => return true,
            _ => {}
        }
        // (?) and “!” are remarks about a mark, not ends.
        let bare = ending.first.checked_sub(1).is_some_and(|at| {
            self.line.mark(at) == Some(Mark::Open)
                || self.line.kind(at) == Some(TokenKind::Quote) && ending.opened == Some(at)
        });
        bare || ending.first < self.inside && (ending.end <= self.inside || next.case == Case::None)
    }

    /// A number's full stop that makes it a list marker, an ordinal or part of a date.
    fn is_number_dot(&self, ending: &Ending, next: &Next) -> bool {
        let Some((at, _)) = self.word_before(ending) else { return false };
        if self.line.kind(at) != Some(TokenKind::Number) || ending.quoted || ending.bracketed {
            return false;
        }
        let digits = self.line.word(at).chars().count();
        let opens = at == self.start && digits <= 3;
        let next_is_number =
            next.word.is_some_and(|w| w == next.token && self.line.kind(w) == Some(TokenKind::Number));
        // २२. १०. २००६
        let is_date = digits <= 2
            && next_is_number
            && (self.line.mark(next.token + 1) == Some(Mark::Stop) || self.chained(at).is_some());
        opens || is_date || self.line.know.ordinals && digits <= 2 && next.word == Some(next.token)
    }

    /// The vertical line is a danda right behind a word, or behind a space and a verb that ends sentences; else it
    /// parts the cells of a table.
    fn is_danda(&self, ending: &Ending) -> bool {
        self.word_before(ending).is_some_and(|(at, script)| {
            script.is_indic()
                && (at + 1 == ending.first || self.line.has_class(self.line.know.edges, at, "last"))
        })
    }

    /// The abbreviation whose full stop stands right before token `at`.
    fn chained(&self, at: usize) -> Option<Short> {
        let space = at > 0 && self.line.kind(at - 1) == Some(TokenKind::Space);
        self.chain.filter(|&(end, _)| end == at - usize::from(space)).map(|(_, short)| short)
    }
}

fn case(c: char) -> Case {
    if c.is_uppercase() {
        Case::Upper
    } else if c.is_lowercase() {
        Case::Lower
    } else {
        Case::None
    }
}
