//! The text cut into paragraphs and tokens: computed once, read by every room after it.

use super::{Span, Token, TokenKind, token};
use crate::lang::Lang;

/// A text with its language, paragraphs and tokens.
pub struct Document<'t> {
    /// The text as given, never changed.
    pub text: &'t str,
    /// The language that the tables come from.
    pub lang: Lang,
    /// Lines with something on them, in order.
    pub paragraphs: Vec<Paragraph>,
    /// All tokens; they tile the text.
    pub tokens: Vec<Token>,
}

/// A line of the text without its line break and without white space around it. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes of the text.
    pub span: Span,
    /// Indices of its tokens in [`Document::tokens`].
    pub tokens: std::ops::Range<usize>,
}

impl<'t> Document<'t> {
    /// Cuts `text` up. Of a text over 4 GiB only what `u32` offsets reach is read.
    pub fn new(text: &'t str, lang: Lang) -> Self {
        let text = clip(text, u32::MAX as usize);
        let tokens = token::tokenize(text);
        let paragraphs = paragraphs(&tokens);
        Self { text, lang, paragraphs, tokens }
    }

    /// The words that `span` covers.
    pub fn slice(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// The text of a token.
    pub fn word(&self, token: &Token) -> &'t str {
        token.span.of(self.text)
    }

    /// The tokens of a paragraph.
    pub fn tokens_of(&self, paragraph: &Paragraph) -> &[Token] {
        &self.tokens[paragraph.tokens.clone()]
    }

    /// The index of the token that covers byte `at`, or of the last one when `at` is the end of the text.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= at).min(self.tokens.len().saturating_sub(1))
    }

    /// The tokens that begin inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let from = self.tokens.partition_point(|t| t.span.start < span.start);
        let to = self.tokens.partition_point(|t| t.span.start < span.end);
        &self.tokens[from..to.max(from)]
    }
}

fn clip(text: &str, limit: usize) -> &str {
    if text.len() <= limit { text } else { &text[..text.floor_char_boundary(limit)] }
}

fn paragraphs(tokens: &[Token]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut from = 0;
    for line in tokens.split(|t| t.kind == TokenKind::Break) {
        let filled = |t: &Token| t.kind != TokenKind::Space;
        if let (Some(first), Some(last)) = (line.iter().position(filled), line.iter().rposition(filled)) {
            paragraphs.push(Paragraph {
                span: line[first].span.to(line[last].span),
                tokens: from + first..from + last + 1,
            });
        }
        from += line.len() + 1;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_with_something_on_them() {
        let text = "  पहिली 😀 ओळ \r\n\n\t\n दुसरी";
        let doc = Document::new(text, Lang::MARATHI);
        let lines: Vec<_> = doc.paragraphs.iter().map(|p| doc.slice(p.span)).collect();
        assert_eq!(lines, ["पहिली 😀 ओळ", "दुसरी"]);
        assert_eq!(doc.tokens_of(&doc.paragraphs[1])[0].span, doc.paragraphs[1].span);
    }

    #[test]
    fn clips_at_a_character() {
        assert_eq!(clip("मर", 4), "म");
        assert_eq!(clip("मर", 6), "मर");
    }
}
