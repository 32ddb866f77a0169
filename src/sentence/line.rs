//! A paragraph as the rules read it.

use super::mark::Mark;
use crate::lang::Lang;
use crate::table::Table;
use crate::text::{Document, Token, TokenKind, fold};

/// The tables of the language, looked up once.
pub(super) struct Knowledge {
    pub(super) abbreviations: &'static Table,
    pub(super) letters: &'static Table,
    pub(super) edges: &'static Table,
    pub(super) reporting: &'static Table,
    pub(super) ordinals: bool,
    terminator: Option<char>,
}

impl Knowledge {
    pub(super) fn of(lang: Lang) -> Self {
        let tables = lang.sentence_tables();
        Self {
            abbreviations: tables.abbreviations,
            letters: tables.letters,
            edges: tables.edges,
            reporting: tables.reporting,
            ordinals: tables.ordinals,
            terminator: tables.terminator,
        }
    }
}

/// A paragraph. Indices are those of its own tokens.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) know: &'a Knowledge,
}

impl Line<'_> {
    /// The text of a token.
    pub(super) fn word(&self, at: usize) -> &str {
        self.doc.word(&self.tokens[at])
    }

    /// Its first character.
    pub(super) fn first_char(&self, at: usize) -> char {
        let start = self.tokens[at].span.start as usize;
        match self.doc.text.as_bytes()[start] {
            byte @ 0..0x80 => char::from(byte),
            _ => self.word(at).chars().next().expect("a token is never empty"),
        }
    }

    /// What the token is, where there is one.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|t| t.kind)
    }

    /// The part that a punctuation mark plays; none for what is no mark.
    #[inline]
    pub(super) fn mark(&self, at: usize) -> Option<Mark> {
        (self.kind(at)? == TokenKind::Punct).then(|| self.mark_of(self.first_char(at)))
    }

    fn mark_of(&self, c: char) -> Mark {
        match self.know.terminator {
            Some(own) if own == c => Mark::Final,
            // Where another mark is the full stop, the point is a comma of sorts.
            Some(':') if c == '.' => Mark::Continues,
            _ => Mark::of(c),
        }
    }

    /// The word or number at `at` or behind a space there.
    pub(super) fn next_word(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.kind(at) == Some(TokenKind::Space));
        matches!(self.kind(at)?, TokenKind::Word | TokenKind::Number).then_some(at)
    }

    /// The word or number before token `at`, behind a space.
    pub(super) fn previous_word(&self, at: usize) -> Option<usize> {
        let at = at.checked_sub(2).filter(|_| self.tokens[at - 1].kind == TokenKind::Space)?;
        matches!(self.tokens[at].kind, TokenKind::Word | TokenKind::Number).then_some(at)
    }

    /// Whether the row of the token's word in `table` names `class`.
    pub(super) fn has_class(&self, table: &Table, at: usize, class: &str) -> bool {
        table.get(&fold(self.word(at))).is_some_and(|classes| has_class(classes, class))
    }

    /// Each opening bracket that has a partner, with it, in order of the first.
    pub(super) fn brackets(&self) -> Vec<(usize, usize)> {
        let mut open = Vec::new();
        let mut pairs = Vec::new();
        for at in 0..self.tokens.len() {
            match self.mark(at) {
                Some(Mark::Open) => open.push(at),
                Some(Mark::Close) => pairs.extend(open.pop().map(|first| (first, at))),
                _ => {}
            }
        }
        crate::sort::by_key(&mut pairs, |&pair| pair);
        pairs
    }
}

/// Whether a table's cell names `class`.
pub(super) fn has_class(classes: &str, class: &str) -> bool {
    classes.split(' ').any(|c| c == class)
}
