//! Clock times as minutes, for the comparison with an original.

use std::ops::Range;

use super::figure::{WORDS, figures};
use super::{mentions_in, span_of};
use crate::entity::Kind;
use crate::report::Mention;
use crate::text::{Document, Span, TokenKind, digit, fold, lower};

/// A clock time as far as it is said.
pub(super) struct Clock {
    pub(super) span: Span,
    /// Since the last noon or midnight.
    minutes: u32,
    /// Whether it is after noon, where the words beside it or the hour tell.
    late: Option<bool>,
}

/// Minutes of half a day.
const HALF_DAY: u32 = 12 * 60;

impl Clock {
    /// Whether both can be the same time. A half of the day that one of them leaves out is the other's.
    pub(super) fn agrees(&self, other: &Clock) -> bool {
        self.minutes == other.minutes && self.late.zip(other.late).is_none_or(|(a, b)| a == b)
    }
}

/// All of the given paragraphs. A span of time (सकाळी ९ ते १२) is two times in one and is left out.
pub(super) fn clocks(doc: &Document, mentions: &[Mention], paragraphs: Range<usize>) -> Vec<Clock> {
    let times = mentions_in(mentions, span_of(doc, paragraphs)).iter().filter(|m| m.kind == Kind::Time);
    times.filter_map(|m| read(doc, m.span)).collect()
}

fn read(doc: &Document, span: Span) -> Option<Clock> {
    let tokens = doc.tokens_in(span);
    let numbers: Vec<&str> =
        tokens.iter().filter(|t| t.kind == TokenKind::Number).map(|t| doc.word(t)).collect();
    let (hours, minutes) = match numbers.as_slice() {
        [hours, minutes] => (plain(hours)?, plain(minutes)?),
        [one] => match one.split_once(['.', ':']) {
            Some((hours, minutes)) => (plain(hours)?, plain(minutes)?),
            None => (plain(one)?, 0),
        },
        // साडेनऊ: nine and a half.
        [] => match figures(doc, tokens).as_slice() {
            [one] if one.value < 24.0 => (one.value as u32, (one.value.fract() * 60.0) as u32),
            _ => return None,
        },
        _ => return None,
    };
    if hours > 24 || minutes > 59 {
        return None;
    }
    let said = tokens.iter().filter(|t| t.kind == TokenKind::Word).find_map(|t| {
        let key = fold(doc.word(t));
        WORDS.get(&lower(&key))?.strip_prefix("half\t")
    });
    // 24-hour clocks say it by the hour.
    let late = match said {
        Some("am") => Some(false),
        Some("pm") => Some(true),
        // Night is late up to eleven and early from twelve on.
        Some("night") => Some((6..12).contains(&hours)),
        Some(_) => Some(false),
        None => (hours > 12).then_some(true),
    };
    // p.m. is two tokens.
    let dotted = tokens.windows(2).find_map(|pair| match (doc.word(&pair[0]), doc.word(&pair[1])) {
        ("a" | "A", ".") => Some(false),
        ("p" | "P", ".") => Some(true),
        _ => None,
    });
    Some(Clock { span, minutes: (hours * 60 + minutes) % HALF_DAY, late: late.or(dotted) })
}

fn plain(figure: &str) -> Option<u32> {
    let mut value = 0;
    for c in figure.chars() {
        value = value * 10 + u32::from(digit(c)?.1);
        if value > 99 {
            return None;
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn time(text: &str, lang: Lang) -> Option<(u32, Option<bool>)> {
        let doc = Document::new(text, lang);
        read(&doc, Span::new(0..text.len())).map(|clock| (clock.minutes, clock.late))
    }

    #[test]
    fn times_of_three_languages() {
        for (text, lang, minutes, late) in [
            ("सकाळी साडेनऊ वाजता", Lang::MARATHI, 570, Some(false)),
            ("दुपारी १.३० वाजता", Lang::MARATHI, 90, Some(true)),
            ("रात्री ११ वाजता", Lang::MARATHI, 660, Some(true)),
            ("रात्री १२ वाजता", Lang::MARATHI, 0, Some(false)),
            ("शाम 5:30 बजे", Lang::HINDI, 330, Some(true)),
            ("9.30 am", Lang::ENGLISH, 570, Some(false)),
            ("5 p.m.", Lang::ENGLISH, 300, Some(true)),
            ("18:00", Lang::ENGLISH, 360, Some(true)),
            ("7 o'clock", Lang::ENGLISH, 420, None),
        ] {
            assert_eq!(time(text, lang), Some((minutes, late)), "{text}");
        }
        for text in ["सकाळी ९ ते रात्री ९.३०", "99:99", "😀"] {
            assert_eq!(time(text, Lang::MARATHI), None, "{text}");
        }
    }
}
