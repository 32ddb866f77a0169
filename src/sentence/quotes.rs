//! Quotation marks: which of them open and which close.

use super::line::Line;
use crate::text::TokenKind;

/// What a quotation mark does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It opens a quotation.
    Open,
    /// It closes one.
    Close,
    /// It is an apostrophe or a prime.
    Neither,
}

/// The quotations that are open at a point of the paragraph.
#[derive(Default)]
pub(super) struct Quotes {
    /// Mark and token of each, outermost first.
    open: Vec<(char, usize)>,
    /// The mark seen last and what it did.
    last: Option<(usize, Role)>,
    /// The token that opened the quotation closed last.
    pub(super) closed: Option<usize>,
}

/// Quotations in quotations that are kept: nobody writes more, and a page of stray marks must cost no more time.
const DEPTH: usize = 8;

impl Quotes {
    /// Takes note of the mark at token `at`.
    pub(super) fn see(&mut self, line: &Line, at: usize) {
        if is_second_half(line, at) && self.last.is_some_and(|(last, _)| last + 1 == at) {
            self.last = self.last.map(|(_, role)| (at, role));
            return;
        }
        match self.role(line, at) {
            Role::Open => {
                self.last = Some((at, Role::Open));
                if self.open.len() < DEPTH {
                    self.open.push((shape(line, at), at));
                }
            }
            Role::Close => {
                self.close(line, at);
            }
            Role::Neither => self.last = None,
        }
    }

    /// Takes the mark at token `at` for a closing one. Returns the token that opened the quotation, if any did.
    pub(super) fn close(&mut self, line: &Line, at: usize) -> Option<usize> {
        let mark = shape(line, at);
        let partner = self.open.iter().rposition(|&(open, _)| pairs(open, mark));
        self.closed = partner.map(|p| self.open[p].1);
        self.last = Some((at, Role::Close));
        self.open.truncate(partner.unwrap_or(self.open.len()));
        self.closed
    }

    /// Whether token `at` is the mark seen last and closed a quotation.
    pub(super) fn closed_at(&self, at: usize) -> bool {
        self.last == Some((at, Role::Close))
    }

    /// What the mark at token `at` does, seen from what is open and what it touches.
    pub(super) fn role(&self, line: &Line, at: usize) -> Role {
        let mark = shape(line, at);
        if is_second_half(line, at) && self.last.is_some_and(|(last, _)| last + 1 == at) {
            return self.last.map_or(Role::Neither, |(_, role)| role);
        }
        let before = self.touches_before(line, at);
        let after = touches_after(line, at);
        let is_open = self.open.iter().any(|&(open, _)| pairs(open, mark));
        match mark {
            // German closes with the mark that English opens with.
            '“' | '‘' | '‟' | '‛' => match self.open.last() {
                Some(('„' | '‚', _)) => Role::Close,
                // Turned the wrong way: it hangs on the word before it.
                Some(_) if before && !after => Role::Close,
                _ => Role::Open,
            },
            '„' | '‚' => Role::Open,
            '’' if before && after => Role::Neither,
            '”' | '’' if !before && after && !is_open => Role::Open,
            '”' | '’' => Role::Close,
            '»' | '›' if !before && after => Role::Open,
            '«' | '‹' if before && !after => Role::Close,
            '»' | '›' => Role::Close,
            '«' | '‹' => Role::Open,
            '\'' | '′' | '`' if before && after => Role::Neither,
            _ if before == after => {
                if is_open {
                    Role::Close
                } else {
                    Role::Open
                }
            }
            _ if after => Role::Open,
            _ => Role::Close,
        }
    }

    /// Whether a quotation is open that `mark` would close.
    pub(super) fn would_close(&self, mark: char) -> bool {
        self.open.iter().any(|&(open, _)| pairs(open, mark))
    }

    fn touches_before(&self, line: &Line, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        match line.tokens[before].kind {
            TokenKind::Space => false,
            TokenKind::Quote => self.last != Some((before, Role::Open)),
            TokenKind::Punct => !matches!(line.first_char(before), '(' | '[' | '{'),
            _ => true,
        }
    }
}

fn touches_after(line: &Line, at: usize) -> bool {
    let at = at + usize::from(is_second_half(line, at + 1));
    let Some(after) = line.tokens.get(at + 1) else { return false };
    match after.kind {
        TokenKind::Word | TokenKind::Number => true,
        TokenKind::Punct => {
            !matches!(line.first_char(at + 1), '.' | ',' | '?' | '!' | '।' | ';' | ':' | ')' | ']' | '}')
        }
        // “‘ and ’”: the outer mark goes the way of the inner one.
        TokenKind::Quote => line.tokens.get(at + 2).is_some_and(|t| t.kind == TokenKind::Word),
        _ => false,
    }
}

/// Two single marks typed for a double one: ''text''
fn is_second_half(line: &Line, at: usize) -> bool {
    let single = |at: usize| line.kind(at) == Some(TokenKind::Quote) && matches!(line.word(at), "'" | "`");
    at > 0 && single(at) && single(at - 1) && line.word(at) == line.word(at - 1)
}

/// The mark at token `at`, a double one where two single ones stand for it.
fn shape(line: &Line, at: usize) -> char {
    if is_second_half(line, at + 1) { '"' } else { line.first_char(at) }
}

/// Whether two marks may be the ends of one quotation. Faulty text mixes shapes, so only single and double are told
/// apart, and guillemets from the rest.
fn pairs(open: char, close: char) -> bool {
    fn family(mark: char) -> u8 {
        match mark {
            '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' => 1,
            '«' | '»' => 2,
            '‹' | '›' => 3,
            _ => 0,
        }
    }
    family(open) == family(close)
}
