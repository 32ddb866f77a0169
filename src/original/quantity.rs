//! What a figure says with what stands beside it, and whether two of them say the same.

use std::ops::Range;

use super::figure::{Figure, Sort, WORDS, figures};
use super::unit::{self, Unit};
use crate::artifact::broken_number_grouping;
use crate::entity::Kind;
use crate::report::Mention;
use crate::text::{Document, Span, TokenKind, lower, mixed};

/// A figure with its unit.
pub(super) struct Quantity {
    pub(super) figure: Figure,
    unit: Option<Unit>,
    /// Whether it may be reported; one that may not still answers for its partner.
    pub(super) comparable: bool,
}

/// The least number in words that is compared: "one" and "two" stand for articles and pronouns too (दोन्ही, both).
const LEAST: f64 = 3.0;

/// The words for two that say no more than that.
const TWO: [&str; 3] = ["two", "दोन", "दो"];

/// What a conversion may round: eight kilometres for five miles.
const ROUNDED: f64 = 0.05;

/// All of the given paragraphs.
pub(super) fn quantities(doc: &Document, mentions: &[Mention], paragraphs: Range<usize>) -> Vec<Quantity> {
    let mut list = Vec::new();
    for paragraph in &doc.paragraphs[paragraphs] {
        let tokens = doc.tokens_of(paragraph);
        for figure in figures(doc, tokens) {
            let from = tokens.partition_point(|t| t.span.start < figure.span.start);
            let to = tokens.partition_point(|t| t.span.start < figure.span.end);
            let unit = unit::of_figure(doc, tokens, from, to);
            let clock = tokens[to..].iter().take(2).find(|t| t.kind == TokenKind::Word).is_some_and(|t| {
                let word = lower(doc.word(t));
                matches!(word.as_str(), "a" | "p" | "o'clock" | "o’clock")
                    || WORDS.get(&word).is_some_and(|row| row.starts_with("half"))
            });
            let comparable = !clock && says(doc, &figure) && !elsewhere(mentions, figure.span);
            list.push(Quantity { figure, unit, comparable });
        }
    }
    list
}

/// Whether the figure is a statement, and one that can be read.
fn says(doc: &Document, figure: &Figure) -> bool {
    let words = doc.slice(figure.span);
    match figure.sort {
        Sort::Digits => !is_damaged(words),
        Sort::Words => {
            figure.value >= LEAST || figure.value.fract() != 0.0 || TWO.contains(&lower(words).as_str())
        }
        Sort::Rank => figure.value >= LEAST,
        Sort::Share | Sort::Vague | Sort::Decade => true,
    }
}

/// Whether the figure is one that mixed-digits or broken-number-grouping speaks of: its value is anybody's guess.
fn is_damaged(figure: &str) -> bool {
    figure.split_whitespace().any(|part| broken_number_grouping::is_broken(part) || mixed(part).is_some())
}

/// Whether another comparison speaks of it: it is part of a date, a clock time, an address.
fn elsewhere(mentions: &[Mention], span: Span) -> bool {
    let at = mentions.partition_point(|m| m.span.end <= span.start);
    mentions
        .get(at)
        .is_some_and(|m| m.span.overlaps(span) && matches!(m.kind, Kind::Date | Kind::Time | Kind::Contact))
}

impl Quantity {
    /// Whether the two say the same.
    pub(super) fn agrees(&self, other: &Quantity) -> bool {
        let (a, b) = (&self.figure, &other.figure);
        match (self.unit, other.unit) {
            (Some(ours), Some(theirs)) if ours.is_converted(theirs) => {
                ours.agrees(a.value, theirs, b.value, |x, y| (x - y).abs() <= ROUNDED * x.abs().max(y.abs()))
            }
            (Some(ours), Some(theirs)) => ours.agrees(a.value, theirs, b.value, equal),
            _ => a.meets(b),
        }
    }

    /// Whether the two cannot both be right: they differ, and not as a conversion makes them differ.
    pub(super) fn contradicts(&self, other: &Quantity) -> bool {
        let converted = self.unit.zip(other.unit).is_some_and(|(ours, theirs)| ours.is_converted(theirs));
        self.comparable && other.comparable && (!converted || equal(self.figure.value, other.figure.value))
    }
}

impl Figure {
    /// Whether the two say the same number, as far as they say one.
    fn meets(&self, other: &Figure) -> bool {
        let (a, b) = (self.value, other.value);
        match (self.sort, other.sort) {
            (Sort::Vague, _) | (_, Sort::Vague) => a < other.most() && b < self.most(),
            (Sort::Decade, _) | (_, Sort::Decade) => equal(a, b) || equal(in_century(a.max(b)), a.min(b)),
            _ => equal(a, b),
        }
    }

    /// What a vague figure stays below: लाखो is said of millions too, शेकडो not of thousands.
    fn most(&self) -> f64 {
        // शेकडो is less than a thousand, tens of thousands less than a hundred thousand.
        let narrow = self.value <= 100.0 || self.value == 1e4;
        match (self.sort == Sort::Vague, narrow) {
            (false, _) => self.value * (1.0 + 1e-9) + f64::MIN_POSITIVE,
            (true, true) => self.value * 10.0,
            (true, false) => self.value * 100.0,
        }
    }
}

/// A year as it is said without its century. Not by the remainder, for which there is no instruction but a long routine.
fn in_century(year: f64) -> f64 {
    year - (year / 100.0).floor() * 100.0
}

/// Equal but for what rounding in a scale leaves (1.3 lakh crore against 1.3 trillion).
fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
