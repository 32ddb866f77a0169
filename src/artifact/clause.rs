//! The words of a Marathi sentence with their readings, as the rules of grammar read it.

use std::rc::Rc;

use super::Article;
use crate::morphology::{Case, Cells, Morphology, Pos, Reading};
use crate::report::Sentence;
use crate::text::{Script, Span, TokenKind};

/// A word with what it may be.
pub(super) struct Word<'t> {
    /// Its place.
    pub span: Span,
    /// As it is written.
    pub text: &'t str,
    /// All readings; none for what is no Devanagari word.
    pub readings: Rc<[Reading]>,
    /// In figures or in words.
    pub number: bool,
    /// A comma, a dash, a bracket stands between it and the word before.
    pub parted: bool,
}

impl Word<'_> {
    /// Whether it may stand alone as a noun.
    pub fn may_be_direct_noun(&self) -> bool {
        self.readings.iter().any(|r| r.pos == Pos::Noun && r.case == Case::Direct)
    }

    /// Gender and number of the nouns that it may stand alone as.
    pub fn noun_cells(&self) -> Cells {
        let direct =
            self.readings.iter().filter(|r| r.pos == Pos::Noun && r.case == Case::Direct && !r.guess);
        direct.fold(Cells::NONE, |cells, r| cells.or(r.cells))
    }

    /// Whether it is a verb, and in every reading as one of this transitivity: `t`, `i`.
    pub fn is_verb(&self, morphology: &Morphology, transitivity: &str) -> bool {
        let mut verbs = self.readings.iter().filter(|r| r.pos == Pos::Verb).peekable();
        verbs.peek().is_some() && verbs.all(|r| morphology.transitivity(&r.lemma) == Some(transitivity))
    }

    /// Whether every reading is what the question asks for, and none is a guess.
    pub fn surely(&self, ask: impl Fn(&Reading) -> bool) -> bool {
        !self.readings.is_empty() && self.readings.iter().all(|r| !r.guess && ask(r))
    }
}

/// Reads sentences; each word form once an article, whichever rules ask.
pub(super) struct Clauses<'c, 'a> {
    article: &'c Article<'a>,
    /// The lexicon of the article's pack.
    pub morphology: Morphology<'a>,
}

impl<'c, 'a> Clauses<'c, 'a> {
    pub fn new(article: &'c Article<'a>) -> Self {
        Self { article, morphology: Morphology::new(article.pack) }
    }

    /// The words of a sentence; figures and foreign words too, without readings.
    pub fn words(&self, sentence: &Sentence) -> Vec<Word<'a>> {
        let doc = self.article.doc;
        let numbers = doc.lang.language().number_words;
        let mut words = Vec::new();
        let mut parted = false;
        for token in doc.tokens_in(sentence.span) {
            match token.kind {
                TokenKind::Word | TokenKind::Number => {
                    let text = doc.word(token);
                    let readings = if token.kind == TokenKind::Word && token.script == Script::Devanagari {
                        self.article.readings(text)
                    } else {
                        Rc::from([])
                    };
                    let number = token.kind == TokenKind::Number
                        || readings.iter().all(|r| r.guess) && numbers.contains(text);
                    words.push(Word { span: token.span, text, readings, number, parted });
                    parted = false;
                }
                TokenKind::Space => {}
                _ => parted = true,
            }
        }
        words
    }
}

/// Whether somebody else's words stand in the sentence.
pub(super) fn has_quotation(article: &Article, span: Span) -> bool {
    article.doc.slice(span).contains(['“', '”', '"', '‘', '’'])
}
