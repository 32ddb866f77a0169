//! Figures read as numbers: digits of any script, number words, scales, and phrases of them.

use super::lower::lower;
use super::{Document, Span, Token, TokenKind, digit};
use crate::table::Table;

/// A figure in the text with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// From its first digit or number word to its last: `१ लाख ३० हजार`, `twenty-two`.
    pub span: Span,
    /// What it says. Exact up to fifteen digits, more than news ever prints.
    pub value: f64,
    /// Whether it says a rank: third, तिसरा.
    pub ordinal: bool,
    /// Whether it holds a digit; else it is all words.
    pub digits: bool,
}

/// The figures among `tokens` of `doc`, in order. What is built of digits and is no number (a version 1.2.3, a code
/// A4, a date 12.3.2024) is left out.
pub fn figures(doc: &Document, tokens: &[Token]) -> Vec<Figure> {
    let words = doc.lang.language().number_words;
    let mut figures = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match Phrase::read(doc, words, &tokens[at..]) {
            Some((figure, used)) => {
                figures.push(figure);
                at += used;
            }
            None => at += 1,
        }
    }
    figures
}

/// One digit string or number word.
#[derive(Clone, Copy)]
enum Atom {
    Digits(f64),
    /// A word below a thousand that is no hundred: eleven, दोनशे.
    Word(f64),
    /// A power of ten from a hundred up, which multiplies what stands before it.
    Scale(f64),
    /// साडे, पावणे, सव्वा: a part more or less of the word that follows.
    Part(f64),
    Ordinal(f64),
}

fn atom(doc: &Document, words: &Table, token: &Token) -> Option<Atom> {
    let word = doc.word(token);
    match token.kind {
        TokenKind::Number => number(word).map(Atom::Digits),
        TokenKind::Word => {
            let lower = lower(word);
            let (value, kind) =
                words.get(&super::fold(&lower)).map(|v| v.split_once('\t').unwrap_or((v, "")))?;
            let value = number(value)?;
            Some(match kind {
                "ordinal" => Atom::Ordinal(value),
                "prefix" => Atom::Part(value),
                _ if is_scale(value) => Atom::Scale(value),
                _ => Atom::Word(value),
            })
        }
        _ => None,
    }
}

/// Reads digits of any script, grouping commas, one decimal point and a sign before. By hand, since the standard
/// library's exact reader brings tables larger than a language's.
fn number(figure: &str) -> Option<f64> {
    let unsigned = figure.trim_start_matches(['+', '-']);
    let (mut value, mut scale, mut count) = (0u64, None, 0);
    for c in unsigned.chars() {
        match (digit(c), c) {
            (Some((_, d)), _) => {
                value = value * 10 + u64::from(d);
                scale = scale.map(|s: f64| s * 10.0);
                count += 1;
            }
            (None, ',' | '\u{66C}') => {}
            (None, '.' | '\u{66B}') if scale.is_none() => scale = Some(1.0),
            _ => return None,
        }
        // More digits than a double holds would compare equal when they are not.
        if count > 15 {
            return None;
        }
    }
    let value = value as f64 / scale.unwrap_or(1.0);
    (count > 0).then_some(if figure.starts_with('-') { -value } else { value })
}

/// A phrase as it is put together: closed parts, and the number that a scale may still multiply.
struct Phrase {
    sum: f64,
    open: Option<f64>,
    part: f64,
    /// The last scale: what is added after it must be smaller (१ लाख ३० हजार).
    scale: f64,
}

impl Phrase {
    /// The figure that begins at the first token, and how many tokens it takes.
    fn read(doc: &Document, words: &Table, tokens: &[Token]) -> Option<(Figure, usize)> {
        let mut phrase = Phrase { sum: 0.0, open: None, part: 0.0, scale: f64::INFINITY };
        let (mut end, mut at) = (0, 0);
        let (mut ordinal, mut has_digits) = (false, false);
        while let Some(atom) = tokens.get(at).and_then(|t| atom(doc, words, t)) {
            if !phrase.take(atom) {
                break;
            }
            at += 1;
            // A part alone (साडे …) is no figure yet.
            if !matches!(atom, Atom::Part(_)) {
                end = at;
            }
            has_digits |= matches!(atom, Atom::Digits(_));
            if let Atom::Ordinal(_) = atom {
                ordinal = true;
                break;
            }
            at += joint(doc, &tokens[at..]);
        }
        if end == 0 {
            return None;
        }
        let span = tokens[0].span.to(tokens[end - 1].span);
        let value = phrase.sum + phrase.open.unwrap_or(0.0);
        Some((Figure { span, value, ordinal, digits: has_digits }, end))
    }

    /// Takes one more atom in; false when it begins another figure.
    fn take(&mut self, atom: Atom) -> bool {
        match atom {
            Atom::Part(part) => {
                let free = self.part == 0.0 && self.open.is_none();
                self.part = if free { part } else { self.part };
                free
            }
            Atom::Digits(value) => self.open.is_none() && self.part == 0.0 && self.opens(value),
            Atom::Word(value) | Atom::Ordinal(value) => match self.open {
                None => {
                    let whole = value + std::mem::take(&mut self.part);
                    self.opens(whole)
                }
                // One hundred | five, twenty | two.
                Some(open) if is_multiple(open, 100.0) && value < 100.0 || is_tens(open) && value < 10.0 => {
                    self.open = Some(open + value);
                    true
                }
                Some(_) => false,
            },
            Atom::Scale(scale) => {
                self.multiply(scale);
                true
            }
        }
    }

    fn opens(&mut self, value: f64) -> bool {
        let fits = value < self.scale;
        if fits {
            self.open = Some(value);
        }
        fits
    }

    fn multiply(&mut self, scale: f64) {
        let part = std::mem::take(&mut self.part);
        match self.open.take() {
            // सव्वा लाख, hundred, हजार: one of them.
            None if self.sum == 0.0 => self.close((1.0 + part) * scale, scale),
            // लाख कोटी: the whole so far is multiplied.
            None => self.sum *= scale,
            Some(open) if scale == 100.0 => self.open = Some(open * scale),
            Some(open) if open * scale < self.scale => self.close(open * scale, scale),
            Some(open) => self.sum = (self.sum + open) * scale,
        }
    }

    fn close(&mut self, value: f64, scale: f64) {
        if scale == 100.0 {
            self.open = Some(value);
        } else {
            self.sum += value;
            self.scale = scale;
        }
    }
}

/// A power of ten from a hundred up. By division, since a logarithm may round otherwise on another machine.
fn is_scale(value: f64) -> bool {
    let mut rest = value;
    while rest >= 10.0 && is_multiple(rest, 10.0) {
        rest /= 10.0;
    }
    rest == 1.0 && value >= 100.0
}

/// Not by the remainder, for which there is no instruction but a long routine.
fn is_multiple(value: f64, of: f64) -> bool {
    (value / of).fract() == 0.0
}

fn is_tens(value: f64) -> bool {
    (20.0..100.0).contains(&value) && is_multiple(value, 10.0)
}

/// Tokens between two atoms of one figure: a space, a hyphen, or "and" with its spaces; 0 when the figure ends.
fn joint(doc: &Document, tokens: &[Token]) -> usize {
    let words: Vec<&str> = tokens.iter().take(3).map(|t| doc.word(t)).collect();
    match words.as_slice() {
        [" ", "and", " "] => 3,
        [" " | "-" | "\u{A0}", ..] => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn read(text: &str, lang: Lang) -> Vec<(String, f64)> {
        let doc = Document::new(text, lang);
        let figures = figures(&doc, &doc.tokens);
        figures.iter().map(|f| (f.span.of(text).to_owned(), f.value)).collect()
    }

    #[test]
    fn marathi_figures() {
        for (text, value) in [
            ("१,५००", 1500.0),
            ("१२.५", 12.5),
            ("१५ हजार", 15e3),
            ("पंधरा लाख", 15e5),
            ("१ लाख ३० हजार कोटी", 1.3e12),
            ("१.३ लाख कोटी", 1.3e12),
            ("साडे तीन कोटी", 3.5e7),
            ("सव्वा लाख", 1.25e5),
            ("साडेबारा हजार", 12.5e3),
            ("दोन लाख पन्नास हजार", 2.5e5),
            ("बाराशे", 1200.0),
        ] {
            assert_eq!(read(&format!("😀 {text} लोक"), Lang::MARATHI), [(text.to_owned(), value)]);
        }
    }

    #[test]
    fn english_and_hindi_figures() {
        for (text, value) in [
            ("1.5 million", 1.5e6),
            ("twenty-two", 22.0),
            ("three hundred and five", 305.0),
            ("two hundred thousand", 2e5),
            ("Forty", 40.0),
            ("fifth", 5.0),
        ] {
            assert_eq!(read(&format!("😀 {text} people"), Lang::ENGLISH), [(text.to_owned(), value)]);
        }
        assert_eq!(read("😀 ढाई करोड़ लोग", Lang::HINDI), [("ढाई करोड़".to_owned(), 2.5e7)]);
    }

    #[test]
    fn two_figures_stay_two_and_codes_are_none() {
        assert_eq!(
            read("१० २० 😀 v1.2.3 A4 साडे १२.३.२०२४", Lang::MARATHI),
            [("१०".to_owned(), 10.0), ("२०".to_owned(), 20.0)]
        );
        assert_eq!(read("पाच सहा", Lang::MARATHI).len(), 2);
    }
}
