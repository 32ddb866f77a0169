//! The sentence splitter: one forward pass over the tokens of each paragraph.
//!
//! A paragraph's edge is a sentence's edge. Inside, each mark that may end a sentence is taken together with the
//! marks that belong to it (`?!`, `…”`, `.)`, `. [1]`) as one ending, and what stands before and after decides.
//! What a language must say about its words stands in tables (see [`SentenceTables`](crate::lang::SentenceTables)); no rule here names a word.

mod abbreviation;
mod attribution;
mod decision;
mod ending;
mod ends;
mod gap;
mod line;
mod list;
mod mark;
mod quotes;
mod stamp;

pub use ends::{Ends, ends};

use abbreviation::Short;
use ending::Ending;
use line::{Knowledge, Line};
use list::Marker;
use mark::Mark;
use quotes::Quotes;

use crate::lang::Lang;
use crate::report::Sentence;
use crate::text::{Document, Script, Span, TokenKind};

/// Tokens of a bracket that can hold a sentence back: a longer one has sentences of its own, or lost its partner.
const LONGEST_BRACKET: usize = 80;

/// The sentences of `doc`, in order. With the white space between them they give back the text.
pub fn split(doc: &Document) -> Vec<Sentence> {
    let know = Knowledge::of(doc.lang);
    let mut sentences = Vec::with_capacity(doc.paragraphs.len());
    for (i, paragraph) in doc.paragraphs.iter().enumerate() {
        let line = Line { doc, tokens: doc.tokens_of(paragraph), know: &know };
        Pass::new(line).run(|span| sentences.push(Sentence { span, paragraph: i as u32 }));
    }
    sentences
}

/// The sentences of a text in a given language, for those who want nothing else.
///
/// ```
/// use kasoti::{lang::Lang, sentences};
///
/// let found: Vec<_> = sentences("डॉ. राव आले. 🙏 ते म्हणाले, “बसा.”", Lang::MARATHI).collect();
/// assert_eq!(found, ["डॉ. राव आले. 🙏", "ते म्हणाले, “बसा.”"]);
/// ```
pub fn sentences(text: &str, lang: Lang) -> impl Iterator<Item = &str> {
    let doc = Document::new(text, lang);
    split(&doc).into_iter().map(move |sentence| sentence.span.of(text))
}

/// A paragraph's pass: what it knows of the text behind it. Indices are those of the paragraph's tokens.
struct Pass<'a> {
    line: Line<'a>,
    /// First token of the sentence that the pass is in.
    start: usize,
    /// First token of its last clause: behind the sentence's start or a colon.
    clause: usize,
    quotes: Quotes,
    /// The brackets ahead, each with its partner, the next one last.
    brackets: Vec<(usize, usize)>,
    /// Up to this token the pass is inside a bracket that the sentence goes around.
    inside: usize,
    /// First and one past the last token of the words and full stops without a space that were met last.
    group: (usize, usize),
    /// One past the full stop of the abbreviation that was met last, and which kind that is.
    chain: Option<(usize, Short)>,
    /// In a web or mail address, up to the next space.
    address: bool,
    /// The marker of the list item that the sentence is.
    marker: Option<Marker>,
}

impl<'a> Pass<'a> {
    fn new(line: Line<'a>) -> Self {
        let mut brackets = line.brackets();
        brackets.reverse();
        Self {
            line,
            start: 0,
            clause: 0,
            quotes: Quotes::default(),
            brackets,
            inside: 0,
            group: (0, 0),
            chain: None,
            address: false,
            marker: Marker::at(&line, 0),
        }
    }

    /// Hands the sentences to `found`.
    fn run(mut self, mut found: impl FnMut(Span)) {
        let mut at = self.marker.map_or(0, |marker| marker.len);
        while let Some(kind) = self.line.kind(at) {
            match kind {
                TokenKind::Space => {
                    self.address = false;
                    if self.begins_item(at + 1) {
                        at = self.cut(at, &mut found);
                        continue;
                    }
                }
                TokenKind::Number if self.stamp(at).is_some() => {
                    at = self.take_stamp(at, &mut found);
                    continue;
                }
                TokenKind::Word | TokenKind::Number => self.see_word(at),
                TokenKind::Quote => self.quotes.see(&self.line, at),
                TokenKind::Punct => {
                    if self.line.mark(at).is_some_and(Mark::may_end) {
                        let ending = self.ending(at);
                        at = ending.end;
                        if self.is_end(&ending) {
                            at = self.cut(at, &mut found);
                        }
                        continue;
                    }
                    self.see_mark(at);
                    if self.line.first_char(at) == ',' && self.is_salutation(at) {
                        at = self.cut(at + 1, &mut found);
                        continue;
                    }
                }
                TokenKind::Break => {}
            }
            at += 1;
        }
        self.cut(at, &mut found);
    }

    /// Takes the stamp at token `at`, and makes a sentence of it where it was a line. Returns the token behind it.
    fn take_stamp(&mut self, at: usize, found: &mut impl FnMut(Span)) -> usize {
        let end = self.stamp(at).unwrap_or(at + 1);
        // One word alone goes with it: Posted 06/02/2001 10:53.
        let before = at.checked_sub(2).filter(|&before| before > self.start);
        if before.is_some_and(|before| self.parts_lines(before)) {
            self.cut(at - 1, found);
        }
        if self.line.kind(end) == Some(TokenKind::Space) && self.parts_lines(end + 1) {
            return self.cut(end, found);
        }
        end
    }

    /// Ends the sentence before token `end` and begins the next one. Returns the first token of it behind its marker.
    fn cut(&mut self, end: usize, found: &mut impl FnMut(Span)) -> usize {
        if self.start < end {
            found(self.line.tokens[self.start].span.to(self.line.tokens[end - 1].span));
        }
        self.start = end + usize::from(self.line.kind(end) == Some(TokenKind::Space));
        self.clause = self.start;
        self.group = (0, 0);
        self.marker = Marker::at(&self.line, self.start);
        self.start + self.marker.map_or(0, |marker| marker.len)
    }

    fn see_word(&mut self, at: usize) {
        let goes_on = at > 1 && self.group.1 == at - 1 && self.line.mark(at - 1) == Some(Mark::Stop);
        let first = if goes_on { self.group.0 } else { at };
        self.group = (first, at + 1);
        // www.example.in and its like need no scheme.
        self.address |= self.line.tokens[at].script == Script::Latin && self.line.word(at) == "www";
    }

    fn see_mark(&mut self, at: usize) {
        match self.line.mark(at) {
            Some(Mark::Open) => {
                while self.brackets.last().is_some_and(|&(open, _)| open < at) {
                    self.brackets.pop();
                }
                let close = self.brackets.last().filter(|&&(open, _)| open == at).map(|&(_, close)| close);
                // A bracket around whole sentences holds none of them back.
                if let Some(close) = close.filter(|&close| at > self.start && close - at < LONGEST_BRACKET) {
                    self.inside = self.inside.max(close + 1);
                }
            }
            Some(Mark::Continues) if self.line.first_char(at) == ':' => {
                if self.line.kind(at + 1) == Some(TokenKind::Space) {
                    self.clause = at + 1;
                }
                self.address |=
                    self.line.kind(at + 1) == Some(TokenKind::Punct) && self.line.word(at + 1) == "/";
            }
            Some(Mark::Other) if self.line.first_char(at) == '@' => self.address = true,
            _ => {}
        }
    }

    /// Whether the next item of the list that the sentence belongs to begins with token `at`, behind a space.
    fn begins_item(&self, at: usize) -> bool {
        let Some(marker) = self.marker else { return false };
        let comma = at > 1 && self.line.mark(at - 2) == Some(Mark::Continues);
        !comma && Marker::at(&self.line, at).is_some_and(|next| marker.leads_to(next))
    }
}
