//! Clauses that go on after a quotation or a question: “…?” आईने विचारले. …? किंवा …?

use super::decision::{Case, Next};
use super::line::has_class;
use super::mark::Mark;
use super::{Ending, Pass};
use crate::text::{TokenKind, fold};

/// Words that a reporting clause has at most, from the quotation to its verb: “…?” असे नाव असलेल्या … विचारले is
/// long already, and the bound keeps the look ahead from growing with the text.
const LONGEST_CLAUSE: usize = 9;

impl Pass<'_> {
    /// Whether the sentence goes on behind `ending`, because what follows leans on the words quoted.
    pub(super) fn goes_on(&self, ending: &Ending, next: &Next) -> bool {
        if !ending.quoted && !ending.asked {
            return false;
        }
        let Some(word) = next.word else { return false };
        if word != next.token {
            // A mark stands between: another quotation, a bracket.
            return false;
        }
        // In scripts with capitals a new sentence shows.
        let asks_on =
            ending.asked && next.case == Case::None && self.line.has_class(self.line.know.edges, word, "or");
        if asks_on || self.leans(word, ending.quoted) {
            return true;
        }
        if !ending.quoted {
            return false;
        }
        if next.case == Case::Upper {
            return ending.asked && self.names_a_speaker(word);
        }
        match self.frame(ending) {
            Frame::None => self.is_reporting_clause(word),
            Frame::Announces => false,
            Frame::GoesAround => ending.asked && next.case == Case::None || self.is_reporting_clause(word),
        }
    }

    fn leans(&self, word: usize, quoted: bool) -> bool {
        let table = self.line.know.reporting;
        let Some(classes) = table.get(&fold(self.line.word(word))) else { return false };
        let continues = has_class(classes, "continues");
        if quoted && (continues || has_class(classes, "leans")) {
            return true;
        }
        let noun = |next: usize| {
            let noun = fold(self.line.word(next));
            table.rows().any(|(form, classes)| has_class(classes, "noun") && noun.starts_with(form))
        };
        // Without quotation marks it takes more: …? असा प्रश्न पडला. / …? असे त्यांनी विचारले.
        (continues || quoted && has_class(classes, "pointer"))
            && self.line.next_word(word + 1).is_some_and(noun)
            || continues && self.is_reporting_clause(word)
    }

    /// A clause of a few words with a verb of speech at its end and nothing quoted behind it.
    fn is_reporting_clause(&self, from: usize) -> bool {
        let mut spoke = false;
        let mut words = 0;
        for at in from..self.line.tokens.len() {
            match self.line.tokens[at].kind {
                TokenKind::Space => {}
                TokenKind::Word if words < LONGEST_CLAUSE => {
                    words += 1;
                    let classes = self.line.know.reporting.get(&fold(self.line.word(at))).unwrap_or_default();
                    spoke = has_class(classes, "verb") || spoke && has_class(classes, "auxiliary");
                }
                TokenKind::Punct => match self.line.mark(at) {
                    // Stops of abbreviations: … डॉ. राव म्हणाले.
                    Some(Mark::Stop) if !spoke && self.line.tokens.len() > at + 1 => {}
                    Some(Mark::Stop | Mark::Final | Mark::Ellipsis | Mark::Pipe) => return spoke,
                    _ => return false,
                },
                _ => return false,
            }
        }
        spoke
    }

    /// Patil asked. / Suresh Lunawat asked: names, then a verb of speech, then the end or a comma.
    fn names_a_speaker(&self, from: usize) -> bool {
        if self.line.has_class(self.line.know.edges, from, "first") {
            return false;
        }
        let words = self.line.tokens[from..].iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word);
        for (i, _) in words.take(LONGEST_CLAUSE) {
            let at = from + i;
            if self.line.has_class(self.line.know.reporting, at, "verb") {
                return self.line.tokens.get(at + 1).is_none_or(|t| t.kind == TokenKind::Punct);
            }
            if !self.line.word(at).starts_with(char::is_uppercase) {
                return false;
            }
        }
        false
    }

    /// What stands before the quotation in its sentence.
    fn frame(&self, ending: &Ending) -> Frame {
        let Some(opened) = ending.opened.filter(|&at| at > self.start) else { return Frame::None };
        let before = self.line.tokens[self.start..opened].iter().rposition(|t| t.kind != TokenKind::Space);
        let Some(before) = before.map(|i| self.start + i) else { return Frame::None };
        if self.line.kind(before) != Some(TokenKind::Word) {
            return if self.line.kind(before) == Some(TokenKind::Quote) {
                Frame::None
            } else {
                Frame::Announces
            };
        }
        let classes = self.line.know.reporting.get(&fold(self.line.word(before))).unwrap_or_default();
        let speaks = ["verb", "auxiliary", "that"].iter().any(|class| has_class(classes, class));
        if speaks { Frame::Announces } else { Frame::GoesAround }
    }
}

/// What the words before a quotation are to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// There are none.
    None,
    /// They announce it, with a comma, a colon or a verb of speech: the sentence is complete when the quotation is.
    Announces,
    /// The quotation is a part of their clause: त्यानंतर ‘वय काय?’ या …
    GoesAround,
}
