//! Everything that belongs to one possible end of a sentence: `?!`, `…”`, `.)`, `. [1]`, `॥ ९ ॥`.

use super::Pass;
use super::mark::Mark;
use super::quotes::Role;
use crate::text::{Script, TokenKind};

/// A run of marks that may end a sentence, with what closes behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    /// The first of its tokens.
    pub(super) first: usize,
    /// One past the last of them.
    pub(super) end: usize,
    /// What its marks come to: `?` and `!` outweigh stops, two stops or more are an ellipsis.
    pub(super) mark: Mark,
    /// Full stops in it.
    pub(super) stops: usize,
    /// It asks or calls out.
    pub(super) asked: bool,
    /// A quotation closes in it, or right before it.
    pub(super) quoted: bool,
    /// The token that opened the quotation.
    pub(super) opened: Option<usize>,
    /// A bracket closes in it.
    pub(super) bracketed: bool,
}

impl Pass<'_> {
    /// Takes the ending that begins with the mark at token `at`, and notes the quotations that it closes.
    pub(super) fn ending(&mut self, at: usize) -> Ending {
        let quoted = at > 0 && self.quotes.closed_at(at - 1);
        let opened = if quoted { self.quotes.closed } else { None };
        let mut ending = Ending {
            first: at,
            end: at,
            mark: Mark::Stop,
            stops: 0,
            asked: false,
            quoted,
            opened,
            bracketed: false,
        };
        loop {
            let before = ending.end;
            self.take_marks(&mut ending);
            self.take_closers(&mut ending);
            if ending.end == before {
                break;
            }
        }
        if ending.mark == Mark::Stop && ending.stops > 1 {
            ending.mark = Mark::Ellipsis;
        }
        self.take_trailers(&mut ending);
        ending
    }

    /// Marks of the run, also with spaces between them: `. . .` and `है । ।`.
    fn take_marks(&self, ending: &mut Ending) {
        let mut at = ending.end;
        // Tokenised text: ! ” .
        if at > ending.first && self.is_spaced_mark(at) {
            at += 1;
        }
        let mut pipes = 0;
        loop {
            match self.line.mark(at) {
                Some(Mark::Stop) => ending.stops += 1,
                Some(Mark::Ellipsis) if ending.mark == Mark::Stop => ending.mark = Mark::Ellipsis,
                Some(Mark::Ellipsis) => {}
                Some(Mark::Final) => {
                    ending.mark = Mark::Final;
                    ending.asked |= matches!(
                        self.line.first_char(at),
                        '?' | '!' | '？' | '！' | '؟' | '‼' | '⁇' | '⁈' | '⁉'
                    );
                }
                Some(Mark::Pipe) => {
                    pipes += 1;
                    if ending.mark == Mark::Stop && ending.stops == 0 {
                        ending.mark = Mark::Pipe;
                    }
                }
                _ => break,
            }
            at += 1;
            ending.end = at;
            // A stop that touches the next word is not part of the run: .NET, ...और
            at += usize::from(self.is_spaced_mark(at));
        }
        // ।| and || are dandas.
        if pipes > 1 {
            ending.mark = Mark::Final;
        }
    }

    /// Whether a space at token `at` parts two marks of one ending.
    fn is_spaced_mark(&self, at: usize) -> bool {
        self.line.kind(at) == Some(TokenKind::Space)
            && matches!(self.line.mark(at + 1), Some(Mark::Stop | Mark::Final))
            && !matches!(self.line.kind(at + 2), Some(TokenKind::Word | TokenKind::Number))
    }

    /// Closing quotation marks and brackets, and the signs of footnotes.
    fn take_closers(&mut self, ending: &mut Ending) {
        while let Some(kind) = self.line.kind(ending.end) {
            let at = ending.end;
            match kind {
                TokenKind::Quote if self.quotes.role(&self.line, at) == Role::Close => {
                    self.close_quote(at, ending)
                }
                TokenKind::Punct if self.line.mark(at) == Some(Mark::Close) => ending.bracketed = true,
                TokenKind::Punct if self.footnote(at) > 0 => ending.end += self.footnote(at) - 1,
                TokenKind::Number if self.line.word(at).chars().all(is_superscript) => {}
                TokenKind::Space if self.is_stray_quote(at + 1) => {
                    self.close_quote(at + 1, ending);
                    ending.end += 1;
                }
                _ => break,
            }
            ending.end += 1;
        }
    }

    fn close_quote(&mut self, at: usize, ending: &mut Ending) {
        let opened = self.quotes.close(&self.line, at);
        ending.quoted = true;
        ending.opened = opened.or(ending.opened);
    }

    /// What stands behind a space and still belongs to what was said: footnotes, pictures, the number of a verse.
    fn take_trailers(&self, ending: &mut Ending) {
        if self.line.first_char(ending.end - 1) == '॥' {
            let number = ending.end + usize::from(self.line.kind(ending.end) == Some(TokenKind::Space));
            let close = number + 1 + usize::from(self.line.kind(number + 1) == Some(TokenKind::Space));
            let is_verse = self.line.kind(number) == Some(TokenKind::Number)
                && self.line.mark(close).is_some()
                && self.line.first_char(close) == '॥';
            if is_verse {
                ending.end = close + 1;
            }
        }
        loop {
            let at = ending.end + usize::from(self.line.kind(ending.end) == Some(TokenKind::Space));
            let len = if self.is_emoji(at) { 1 } else { self.footnote(at) };
            let alone = !matches!(self.line.kind(at + len), Some(TokenKind::Word | TokenKind::Number));
            if len == 0 || !alone {
                break;
            }
            ending.end = at + len;
        }
    }

    fn is_emoji(&self, at: usize) -> bool {
        self.line.mark(at) == Some(Mark::Emoji)
    }

    /// Tokens of a footnote's sign at `at`, as in [1] or [२–११]; 0 when there is none.
    fn footnote(&self, at: usize) -> usize {
        let opens = self.line.mark(at) == Some(Mark::Open) && self.line.first_char(at) == '[';
        let number = self.line.kind(at + 1) == Some(TokenKind::Number);
        let closes = self.line.mark(at + 2) == Some(Mark::Close);
        if opens && number && closes { 3 } else { 0 }
    }

    /// Whether a quotation mark between spaces closes what stands before it: it is the last thing of the paragraph, or
    /// a quotation is open, or it opens nothing, since the next mark opens another.
    fn is_stray_quote(&self, at: usize) -> bool {
        if self.line.kind(at) != Some(TokenKind::Quote) {
            return false;
        }
        let second = usize::from(
            self.line.kind(at + 1) == Some(TokenKind::Quote) && self.line.word(at) == self.line.word(at + 1),
        );
        match self.line.kind(at + 1 + second) {
            None => return true,
            Some(TokenKind::Space) => {}
            _ => return false,
        }
        // … , Tim turned: what a comma follows has ended.
        if self.line.mark(at + 2 + second) == Some(Mark::Continues) {
            return true;
        }
        let mark = self.line.first_char(at);
        if self.quotes.would_close(mark) || matches!(mark, '”' | '’' | '»') {
            return true;
        }
        let later =
            |from| (from..self.line.tokens.len()).find(|&i| self.line.kind(i) == Some(TokenKind::Quote));
        match mark {
            '“' | '‘' => later(at + 1).is_none_or(|i| self.line.first_char(i) == mark),
            // Nothing later closes what it would open.
            '"' | '\'' => later(at + 1 + second).is_none(),
            _ => false,
        }
    }

    /// The script of the word before the ending, and its token.
    pub(super) fn word_before(&self, ending: &Ending) -> Option<(usize, Script)> {
        let mut at = ending.first.checked_sub(1)?;
        // Tokenised text has a space before every mark.
        at = at.checked_sub(usize::from(self.line.kind(at) == Some(TokenKind::Space)))?;
        let is_word = matches!(self.line.kind(at), Some(TokenKind::Word | TokenKind::Number));
        is_word.then(|| (at, self.line.tokens[at].script))
    }
}

fn is_superscript(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}
