//! What mails and comments put around their text: `06/02/2001 10:53 AM`, `Vince, …`. Where lines were run together,
//! these are the places at which they were.

use super::Pass;
use super::mark::Mark;
use crate::text::TokenKind;

/// Words of a salutation: Dear Mr. Rao has two, a list of names more.
const GREETED: usize = 3;

impl Pass<'_> {
    /// One past the stamp that begins with the number at token `at`: a date in figures with its clock time right behind
    /// it. In prose a word stands between the two.
    pub(super) fn stamp(&self, at: usize) -> Option<usize> {
        let mark = |at: usize, mark: &str| {
            (self.line.kind(at) == Some(TokenKind::Punct)) && self.line.word(at) == mark
        };
        let number = |at: usize| self.line.kind(at) == Some(TokenKind::Number);
        let date = number(at) && mark(at + 1, "/") && number(at + 2) && mark(at + 3, "/") && number(at + 4);
        let clock = date && number(at + 6) && mark(at + 7, ":") && number(at + 8);
        if !clock || self.line.kind(at + 5) != Some(TokenKind::Space) {
            return None;
        }
        let mut end = at + 9;
        if mark(end, ":") && number(end + 1) {
            end += 2;
        }
        let half = |at: usize| {
            self.line.kind(at) == Some(TokenKind::Word)
                && matches!(self.line.word(at), "AM" | "PM" | "am" | "pm")
        };
        Some(if half(end + 1) { end + 2 } else { end })
    }

    /// Whether a stamp is a line of its own on the side where token `beside` stands: no small letter joins it to prose.
    pub(super) fn parts_lines(&self, beside: usize) -> bool {
        match self.line.kind(beside) {
            Some(TokenKind::Word) => !self.line.first_char(beside).is_lowercase(),
            Some(TokenKind::Punct) => self.line.mark(beside) != Some(Mark::Continues),
            Some(_) => true,
            None => false,
        }
    }

    /// Whether the comma at token `at` ends a salutation: names alone stand before it, and what follows has the capital
    /// that only a beginning gives it (Vince, We are …). A title in capitals (Modi, The Man) is none.
    pub(super) fn is_salutation(&self, at: usize) -> bool {
        let edges = self.line.know.edges;
        let Some(next) = self.line.next_word(at + 1).filter(|&next| next == at + 2) else { return false };
        if !self.line.first_char(next).is_uppercase() || !self.line.has_class(edges, next, "first") {
            return false;
        }
        let goes_small =
            self.line.next_word(next + 1).is_some_and(|i| self.line.first_char(i).is_lowercase());
        let mut words = 0;
        let names = (self.start..at).all(|i| match self.line.kind(i) {
            Some(TokenKind::Word) => {
                words += 1;
                self.line.first_char(i).is_uppercase()
                    && !self.line.has_class(edges, i, "first")
                    && !self.line.has_class(edges, i, "fronting")
            }
            Some(TokenKind::Space) => true,
            _ => self.line.mark(i) == Some(Mark::Stop),
        });
        goes_small && names && (1..=GREETED).contains(&words) && at - self.start <= 2 * GREETED
    }
}
