//! Units that are taken for one another, and what one is in the other.

use super::figure::WORDS;
use crate::entity::stems;
use crate::text::{Document, Token, fold, lower};

/// A unit, by the one name that it has for all languages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    name: &'static str,
    /// What it measures; money of each currency is a thing of its own.
    measures: &'static str,
    /// How many of the smallest unit of its kind it is.
    size: f64,
    /// One that translators turn into the reader's own, with rounding.
    foreign: bool,
}

impl Unit {
    /// Whether `b` in `other` is what `a` in this unit is, and not the same number of something else.
    pub(super) fn agrees(self, a: f64, other: Unit, b: f64, same: impl Fn(f64, f64) -> bool) -> bool {
        self.measures == other.measures && same(a * self.size, b * other.size)
    }

    /// Whether a number may lawfully change between the two.
    pub(super) fn is_converted(self, other: Unit) -> bool {
        self.name != other.name && self.measures == other.measures && (self.foreign || other.foreign)
    }
}

/// Name, what it measures, size, whether it is foreign. Sizes are exact; a month is the twelfth of a year, and neither
/// is made of days.
const UNITS: &[(&str, &str, f64, bool)] = &[
    ("acre", "area", 0.404686, true),
    ("century", "years", 1200.0, false),
    ("cm", "length", 10.0, false),
    ("day", "time", 86400.0, false),
    ("decade", "years", 120.0, false),
    ("dollar", "dollar", 1.0, false),
    ("euro", "euro", 1.0, false),
    ("foot", "length", 304.8, true),
    ("g", "weight", 1.0, false),
    ("gallon", "volume", 3785.41, true),
    ("gw", "power", 1e6, false),
    ("hectare", "area", 1.0, false),
    ("hour", "time", 3600.0, false),
    ("inch", "length", 25.4, true),
    ("kg", "weight", 1e3, false),
    ("km", "length", 1e6, false),
    ("kw", "power", 1.0, false),
    ("l", "volume", 1e3, false),
    ("m", "length", 1e3, false),
    ("mile", "length", 1_609_344.0, true),
    ("minute", "time", 60.0, false),
    ("ml", "volume", 1.0, false),
    ("mm", "length", 1.0, false),
    ("month", "years", 1.0, false),
    ("mw", "power", 1e3, false),
    ("percent", "share", 100.0, false),
    ("point", "share", 1.0, false),
    ("pound", "weight", 453.592, true),
    ("quintal", "weight", 1e5, false),
    ("ruble", "ruble", 1.0, false),
    ("rupee", "rupee", 1.0, false),
    ("second", "time", 1.0, false),
    ("sq-km", "area", 100.0, false),
    ("sterling", "sterling", 1.0, false),
    ("tonne", "weight", 1e6, false),
    ("week", "time", 604_800.0, false),
    ("year", "years", 12.0, false),
    ("yen", "yen", 1.0, false),
    ("yuan", "yuan", 1.0, false),
];

/// The unit of the figure that stands from token `from` to before token `to`: behind it, or a sign of money before it.
pub(super) fn of_figure(doc: &Document, tokens: &[Token], from: usize, to: usize) -> Option<Unit> {
    let word = |at: usize| tokens.get(at).map_or("", |t| doc.word(t));
    let gap = usize::from(matches!(word(to), " " | "-" | "\u{A0}"));
    let (first, second) = (word(to + gap), word(to + gap + 2));
    let two = (word(to + gap + 1) == " ").then(|| named(doc, &[first, " ", second].concat())).flatten();
    two.or_else(|| named(doc, first)).or_else(|| {
        let before = from.checked_sub(1)?;
        let skip = |at: usize, mark: &str| if word(at) == mark { at.checked_sub(1) } else { Some(at) };
        let sign = skip(skip(before, " ")?, ".")?;
        named(doc, word(sign)).filter(|unit| !matches!(unit.measures, "length" | "time" | "years" | "weight"))
    })
}

fn named(doc: &Document, word: &str) -> Option<Unit> {
    let row = |word: &str| {
        let key = fold(word);
        let name = WORDS.get(&lower(&key))?.strip_prefix("unit\t")?;
        let at = UNITS.binary_search_by_key(&name, |unit| unit.0).ok()?;
        let (name, measures, size, foreign) = UNITS[at];
        Some(Unit { name, measures, size, foreign })
    };
    row(word).or_else(|| stems(word, doc.lang.language().names.endings, &mut |stem| row(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_of_the_words_is_known_and_in_order() {
        assert!(UNITS.is_sorted_by_key(|unit| unit.0));
        let named: Vec<_> = WORDS.rows().filter_map(|(_, row)| row.strip_prefix("unit\t")).collect();
        for name in &named {
            assert!(UNITS.iter().any(|unit| unit.0 == *name), "{name}");
        }
        assert!(named.len() > 200);
    }
}
