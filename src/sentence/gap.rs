//! Marks with no space behind them: inside a word, an address, a number, or where a space is missing.

use super::abbreviation::is_one_grapheme;
use super::decision::{Case, Next};
use super::mark::Mark;
use super::quotes::Role;
use super::{Ending, Pass};
use crate::text::TokenKind;

impl Pass<'_> {
    /// Whether the mark stands in a word, an address or a number, not between sentences.
    pub(super) fn is_inside_word(&self, ending: &Ending, next: &Next, abbreviated: bool) -> bool {
        if next.spaced {
            return false;
        }
        if self.address {
            return true;
        }
        let kind = self.line.kind(next.token);
        if kind == Some(TokenKind::Quote) {
            return self.quotes.role(&self.line, next.token) != Role::Open;
        }
        let (Some(word), true) = (next.word, kind != Some(TokenKind::Punct)) else { return false };
        let before = self.word_before(ending);
        let indic = self.line.tokens[word].script.is_indic();
        match ending.mark {
            // A space before the mark and none behind it: .NET, …और
            Mark::Stop | Mark::Ellipsis | Mark::Pipe
                if before.is_none_or(|(at, _)| at + 1 < ending.first) && !ending.quoted =>
            {
                !indic || ending.mark != Mark::Stop
            }
            Mark::Stop if ending.quoted || ending.bracketed => !indic && next.case != Case::Upper,
            Mark::Stop => abbreviated || !self.lacks_space(ending, word),
            Mark::Ellipsis | Mark::Pipe => true,
            _ => {
                let ascii = self.line.first_char(ending.first).is_ascii();
                ascii && !indic && (next.case != Case::Upper || self.is_one_letter(before.map(|b| b.0)))
            }
        }
    }

    /// Whether a full stop between two words only lacks its space: म्हणाले.त्यांनी, unlike Node.js and डाक.भारत.
    fn lacks_space(&self, ending: &Ending, next: usize) -> bool {
        let Some((before, script)) = self.word_before(ending) else { return false };
        let edges = self.line.know.edges;
        let next_is_word = self.line.kind(next) == Some(TokenKind::Word);
        if self.line.kind(before) == Some(TokenKind::Number) {
            let is_amount = self.line.word(before).chars().count() > 2;
            return is_amount && self.line.tokens[next].script.is_indic() && !self.is_one_letter(Some(next))
                || self.line.has_class(edges, next, "first");
        }
        if script.is_indic() {
            return if next_is_word {
                self.line.tokens[next].script == script
                    && !self.is_one_letter(Some(before))
                    && !self.is_one_letter(Some(next))
                    && !self.line.has_class(self.line.know.abbreviations, next, "domain")
            } else {
                self.line.has_class(edges, before, "last")
            };
        }
        let small = self.line.word(before).chars().rev().take(2).filter(|c| c.is_lowercase()).count() == 2;
        let titled = self.line.mark(next + 1) == Some(Mark::Stop)
            && self.line.first_char(next).is_uppercase()
            && self.line.has_class(self.line.know.abbreviations, next, "before");
        small && next_is_word && (titled || self.line.has_class(edges, next, "first"))
    }

    pub(super) fn is_one_letter(&self, at: Option<usize>) -> bool {
        at.is_none_or(|at| is_one_grapheme(self.line.word(at)))
    }
}
