//! Figures read as numbers: digits of any script, number words, scales, parts, and phrases of them.

use crate::entity::stems;
use crate::lang::{Lang, Words, words};
use crate::table::Table;
use crate::text::{Document, Span, Token, TokenKind, digit, fold, lower};

/// What stands beside figures; see the table's head.
pub(super) static WORDS: Words = words!("words.tsv");

/// A figure in the text with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// From its first digit or number word to its last: `१ लाख ३० हजार`, `twenty-two`.
    pub span: Span,
    /// What it says. Exact up to fifteen digits, more than news ever prints.
    pub value: f64,
    /// In what way it says it.
    pub sort: Sort,
    /// Whether it ends a range or a score that the figure before it begins: १०-१५, 3-2, ten to fifteen.
    pub joined: bool,
}

/// In what way a figure says its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// By digits, or by digits and words.
    Digits,
    /// By words alone.
    Words,
    /// A rank: third, तिसरा, II.
    Rank,
    /// A part of the whole, or so many times it: two-thirds, दुप्पट.
    Share,
    /// At least so many, and less than the next such word: शेकडो, millions.
    Vague,
    /// The first year of ten, perhaps without its century: the 1990s, eighties.
    Decade,
}

/// The figures among `tokens` of `doc`, in order. What is built of digits and is no number (a version 1.2.3, a date
/// 12.3.2024) is left out.
pub fn figures(doc: &Document, tokens: &[Token]) -> Vec<Figure> {
    let reader = Reader { doc, tokens, words: doc.lang.language().number_words };
    let mut figures: Vec<Figure> = Vec::new();
    let (mut at, mut end) = (0, 0);
    while at < tokens.len() {
        match reader.figure(at) {
            Some((figure, to)) => {
                let joined = !figures.is_empty() && reader.joins(end, at);
                figures.push(Figure { joined, ..figure });
                (at, end) = (to, to);
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
    /// A power of ten from a hundred up, or a dozen, which multiplies what stands before it.
    Scale(f64),
    /// साडे, पावणे, सव्वा: a part more or less of the word that follows.
    Part(f64),
    /// Thirds, तृतीयांश: divides what stands before it.
    Parts(f64),
    /// What is a figure whole and by itself.
    Whole(f64, Sort),
}

struct Reader<'a> {
    doc: &'a Document<'a>,
    tokens: &'a [Token],
    words: &'a Table,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.doc.word(token))
    }

    /// Whether the tokens from `at` on are these.
    fn are(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, word)| self.word(at + i) == *word)
    }

    /// Whether a range or score goes on with the figure at `next` behind the one that ends before `end`.
    fn joins(&self, end: usize, next: usize) -> bool {
        match next - end {
            1 => matches!(self.word(end), "-" | "–" | "—" | "‑"),
            3 => {
                let spaced = self.word(end) == " " && self.word(end + 2) == " ";
                spaced && matches!(self.word(end + 1), "to" | "ते" | "से" | "-" | "–" | "—")
            }
            _ => false,
        }
    }

    /// What one token says, and whether a case ending closes it.
    fn atom(&self, at: usize) -> Option<(Atom, bool)> {
        let token = self.tokens.get(at)?;
        let word = self.doc.word(token);
        match token.kind {
            TokenKind::Number => number(word).map(|value| (Atom::Digits(value), false)),
            TokenKind::Word => {
                let key = fold(word);
                let key = lower(&key);
                match self.known(&key) {
                    Some(atom) => Some((atom, false)),
                    None if key.bytes().any(|b| b.is_ascii_digit()) || token.digits.is_some() => {
                        code(&key).map(|atom| (atom, true))
                    }
                    None => roman(word).map(|atom| (atom, false)).or_else(|| {
                        let endings = self.doc.lang.language().names.endings;
                        stems(word, endings, &mut |stem| self.inflected(&fold(stem))).map(|atom| (atom, true))
                    }),
                }
            }
            _ => None,
        }
    }

    fn known(&self, key: &str) -> Option<Atom> {
        let beside = WORDS.get(key).and_then(|row| row.split_once('\t'));
        if let Some((kind, value)) = beside {
            // No value: a unit (शतक counts years here, not runs) or a part of the day.
            let value = number(value)?;
            return Some(match kind {
                "part" => Atom::Parts(value),
                "times" => Atom::Whole(value, Sort::Share),
                "decade" => Atom::Whole(value, Sort::Decade),
                _ => Atom::Whole(value, Sort::Vague),
            });
        }
        let (value, kind) = self.words.get(key).map(|v| v.split_once('\t').unwrap_or((v, "")))?;
        let value = number(value)?;
        Some(match kind {
            "ordinal" => Atom::Whole(value, Sort::Rank),
            "prefix" => Atom::Part(value),
            _ if is_scale(value) || value == 12.0 && DOZENS.contains(&key) => Atom::Scale(value),
            _ => Atom::Word(value),
        })
    }

    /// A number word without its case ending. Only words of scale change before one (हजारां, कोटीं); any other oblique
    /// is more often a word of its own (साठा, चारा).
    fn inflected(&self, stem: &str) -> Option<Atom> {
        let whole = self.known(stem);
        whole
            .or_else(|| self.known(stem.strip_suffix(['ा', 'ं'])?).filter(|a| matches!(a, Atom::Scale(_))))
            .or_else(|| self.known(stem.strip_suffix("ां")?).filter(|a| matches!(a, Atom::Scale(_))))
    }

    /// The figure that begins with token `at`, and the token behind it.
    fn figure(&self, at: usize) -> Option<(Figure, usize)> {
        let (value, sort, end) = match self.atom(at)? {
            (Atom::Whole(value, Sort::Vague), _) => self.vague(value, at),
            (Atom::Word(part), _) if part < 1.0 && part > 0.0 && self.doc.lang == Lang::ENGLISH => {
                self.half(part, at)?
            }
            (Atom::Whole(parts, Sort::Rank), _) if parts > 2.0 && self.is_share(at) => {
                (1.0 / parts, Sort::Share, at + 1)
            }
            (Atom::Whole(value, sort), _) => (value, sort, at + 1),
            _ => self.phrase(at)?,
        };
        let span = self.tokens[at].span.to(self.tokens[end - 1].span);
        Some((Figure { span, value, sort, joined: false }, end))
    }

    /// A third of the money.
    fn is_share(&self, at: usize) -> bool {
        let article = at.checked_sub(2).is_some_and(|before| self.are(before, &["a", " "]));
        self.doc.lang == Lang::ENGLISH && article && self.are(at + 1, &[" ", "of"])
    }

    /// Half or quarter with what shows that it counts: half past six is 6.5, a quarter to five 4.75, half a million,
    /// a quarter of the seats. A second half, a quarter-final and a quarter of a year count nothing.
    fn half(&self, part: f64, at: usize) -> Option<(f64, Sort, usize)> {
        let hour = match self.atom(at + 4) {
            Some((Atom::Word(hour), _)) => hour,
            _ => 0.0,
        };
        match self.word(at + 2) {
            _ if self.word(at + 1) != " " => None,
            "past" if hour > 0.0 => Some((hour + part, Sort::Words, at + 5)),
            "to" if hour > 0.0 => Some((hour - part, Sort::Words, at + 5)),
            "of" => Some((part, Sort::Share, at + 1)),
            "a" | "an" => self.phrase(at),
            _ => None,
        }
    }

    /// Tens of thousands, hundreds of millions.
    fn vague(&self, value: f64, at: usize) -> (f64, Sort, usize) {
        match self.atom(at + 4) {
            Some((Atom::Whole(more, Sort::Vague), _)) if self.are(at + 1, &[" ", "of", " "]) => {
                (value * more, Sort::Vague, at + 5)
            }
            _ => (value, Sort::Vague, at + 1),
        }
    }

    /// A number in digits or words, with its scales and parts.
    fn phrase(&self, from: usize) -> Option<(f64, Sort, usize)> {
        let mut phrase = Phrase { sum: 0.0, open: None, part: 0.0, scale: f64::INFINITY };
        let (mut end, mut at) = (from, from);
        let mut sort = Sort::Words;
        while let Some((atom, closed)) = self.atom(at) {
            match atom {
                // Two-thirds, दोन तृतीयांश; a third alone.
                Atom::Parts(_) if self.is_time_of_year(at) => break,
                Atom::Parts(parts) => {
                    let whole = phrase.open.take().unwrap_or(1.0);
                    return (phrase.sum == 0.0 && parts > whole).then_some((
                        whole / parts,
                        Sort::Share,
                        at + 1,
                    ));
                }
                Atom::Whole(parts, Sort::Rank)
                    if phrase.open == Some(1.0) && parts > 2.0 && sort == Sort::Words =>
                {
                    return Some((1.0 / parts, Sort::Share, at + 1));
                }
                Atom::Whole(value, Sort::Rank)
                    if end > from && sort == Sort::Words && phrase.take(Atom::Word(value)) =>
                {
                    return Some((phrase.value(), Sort::Rank, at + 1));
                }
                Atom::Whole(..) => break,
                _ if !phrase.take(atom) => break,
                _ => {}
            }
            at += 1;
            at += self.and_a_part(at, &mut phrase);
            // A part alone (साडे …) is no figure yet.
            if !matches!(atom, Atom::Part(_)) {
                end = at;
            }
            if matches!(atom, Atom::Digits(_)) {
                sort = Sort::Digits;
            }
            if closed {
                break;
            }
            at += self.joint(at, &phrase);
        }
        if end == from {
            return None;
        }
        // ५ वा, 5th: a rank, which the ending tells.
        let ranked = sort == Sort::Digits && self.word(end) == " " && RANKS.contains(&self.word(end + 1));
        if ranked { Some((phrase.value(), Sort::Rank, end + 2)) } else { Some((phrase.value(), sort, end)) }
    }

    /// Three quarters of growth are parts of a year; of a whole they are with a hyphen or with "of".
    fn is_time_of_year(&self, at: usize) -> bool {
        let joined = at > 0 && self.word(at - 1) == "-";
        self.word(at) == "quarters" && !joined && !self.are(at + 1, &[" ", "of"])
    }

    /// Tokens of "and a half", which it adds to the figure.
    fn and_a_part(&self, at: usize, phrase: &mut Phrase) -> usize {
        for (word, part) in [("half", 0.5), ("quarter", 0.25)] {
            if self.are(at, &[" ", "and", " ", "a", " ", word]) {
                phrase.open = phrase.open.map(|open| open + part);
                return 6;
            }
        }
        0
    }

    /// Tokens between two atoms of one figure: a space, a hyphen, or "and" with its spaces; 0 when the figure ends.
    fn joint(&self, at: usize, phrase: &Phrase) -> usize {
        // Half a million, half a dozen.
        if self.are(at, &[" ", "a", " "]) && phrase.open == Some(0.5) && self.scales(at + 3) {
            return 3;
        }
        if self.are(at, &[" ", "and", " "]) {
            return 3;
        }
        usize::from(matches!(self.word(at), " " | "-" | "\u{A0}"))
    }

    fn scales(&self, at: usize) -> bool {
        matches!(self.atom(at), Some((Atom::Scale(_), _)))
    }
}

/// What makes a rank of the digits before it. What is glued on (5th) is read with the digits.
const RANKS: [&str; 7] = ["वा", "वी", "वे", "व्या", "था", "थी", "थे"];

/// Counted like a hundred.
const DOZENS: [&str; 4] = ["dozen", "डझन", "दर्जन", "dozens"];

/// Letters and digits in one: 1990s, 5th, MH370, ५वा.
fn code(word: &str) -> Option<Atom> {
    let is_digit = |c: char| digit(c).is_some();
    let from = word.find(is_digit)?;
    let (letters, rest) = word.split_at(from);
    let digits = &rest[..rest.find(|c| !is_digit(c)).unwrap_or(rest.len())];
    let value = number(digits)?;
    match (letters, &rest[digits.len()..]) {
        ("", "s" | "'s" | "च्या" | "चे" | "चा") if is_multiple(value, 10.0) && value > 0.0 => {
            Some(Atom::Whole(value, Sort::Decade))
        }
        ("", "st" | "nd" | "rd" | "th" | "वा" | "वी" | "वे" | "व्या" | "था" | "थी" | "वां" | "वीं" | "वें") => {
            Some(Atom::Whole(value, Sort::Rank))
        }
        (_, "") if letters.chars().all(char::is_alphabetic) => Some(Atom::Digits(value)),
        _ => None,
    }
}

/// World War II, Phase IV. One letter is an initial, and longer ones are no numbers of news.
fn roman(word: &str) -> Option<Atom> {
    const ROMAN: [&str; 14] =
        ["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XX"];
    const VALUES: [f64; 14] = [2.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 20.0];
    let at = ROMAN.iter().position(|roman| *roman == word)?;
    Some(Atom::Whole(VALUES[at], Sort::Rank))
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
    fn value(&self) -> f64 {
        self.sum + self.open.unwrap_or(0.0)
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
            Atom::Word(value) => match self.open {
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
            Atom::Parts(_) | Atom::Whole(..) => false,
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
            Some(open) if scale <= 100.0 => self.open = Some(open * scale),
            Some(open) if open * scale < self.scale => self.close(open * scale, scale),
            Some(open) => self.sum = (self.sum + open) * scale,
        }
    }

    fn close(&mut self, value: f64, scale: f64) {
        if scale <= 100.0 {
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
            ("दोन तृतीयांश", 2.0 / 3.0),
            ("तिप्पट", 3.0),
            ("शेकडो", 100.0),
            ("५ वा", 5.0),
            ("हजारांहून", 1000.0),
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
            ("half a million", 5e5),
            ("two and a half", 2.5),
            ("two-thirds", 2.0 / 3.0),
            ("half past six", 6.5),
            ("quarter to five", 4.75),
            ("the 1990s", 1990.0),
            ("tens of thousands", 1e4),
            ("two dozen", 24.0),
            ("Phase III", 3.0),
            ("19th", 19.0),
        ] {
            let read = read(&format!("😀 {text} people"), Lang::ENGLISH);
            assert_eq!(read.iter().map(|r| r.1).collect::<Vec<_>>(), [value], "{text}");
            assert!(text.ends_with(&read[0].0), "{text}");
        }
        assert_eq!(read("😀 ढाई करोड़ लोग", Lang::HINDI), [("ढाई करोड़".to_owned(), 2.5e7)]);
    }

    #[test]
    fn two_figures_stay_two_and_versions_are_none() {
        assert_eq!(
            read("१० २० 😀 v1.2.3 A4 साडे १२.३.२०२४", Lang::MARATHI),
            [("१०".to_owned(), 10.0), ("२०".to_owned(), 20.0), ("A4".to_owned(), 4.0)]
        );
        assert_eq!(read("पाच सहा", Lang::MARATHI).len(), 2);
    }
}
