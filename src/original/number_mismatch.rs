//! A figure that stands otherwise in the original: ८३ टन where the original says 38 tonnes.
//!
//! Figures are the facts that an editor fears most for. Both texts are read as numbers (digits of any script, number
//! words, lakh and million alike), paragraph against paragraph. A figure of the translation is reported when the
//! paragraph of the original that it renders has none of that value and, in its place, one that the translation
//! lacks: a pair, so that what was left out or added on purpose stays silent. One and two are left alone (words as
//! much as numbers), so are figures of the original with a unit that a translator lawfully converts (miles, feet,
//! decades), ranks, dates, clock times, and figures that say the same another way (1.30 pm, दीड वाजता).

use std::ops::Range;

use super::swapped;
use crate::artifact::{Article, Findings, Rule, broken_number_grouping};
use crate::entity::Kind;
use crate::report::{Mention, Severity};
use crate::text::{Document, Figure, TokenKind, figures, lower, mixed};

pub(crate) const RULE: Rule =
    Rule { code: "number-mismatch", severity: Severity::Critical, default_on: true, langs: &[], check };

/// The least value that is compared: "one" and "two" stand for articles and pronouns too (दोन्ही, both).
const LEAST: f64 = 3.0;

/// Words after (or signs before) a figure that turn it into something that need not stay the same number.
const CONVERTED: &[&str] = &[
    "mile",
    "miles",
    "mph",
    "foot",
    "feet",
    "inch",
    "inches",
    "yard",
    "yards",
    "pound",
    "pounds",
    "ounce",
    "ounces",
    "gallon",
    "gallons",
    "acre",
    "acres",
    "fahrenheit",
    "decade",
    "decades",
    "dozen",
    "dozens",
    "score",
    "century",
    "centuries",
    "am",
    "pm",
    "a",
    "p",
    "o'clock",
    "o’clock",
];

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    for pair in &original.pairs {
        let ours = facts(article.doc, article.mentions, pair.translation.clone());
        let theirs = facts(original.doc, original.mentions, pair.original.clone());
        let equal = |a: &Fact, b: &Fact| same(a.figure.value, b.figure.value);
        for (i, j) in swapped(&ours, &theirs, equal) {
            let (a, b) = (&ours[i], &theirs[j]);
            if a.comparable && b.comparable {
                let finding = findings.report(a.figure.span);
                finding.arg("form", article.doc.slice(a.figure.span));
                finding.arg("source", original.doc.slice(b.figure.span));
            }
        }
    }
}

/// A figure with whether it may be reported; those that may not still answer for their partner.
struct Fact {
    figure: Figure,
    comparable: bool,
}

fn facts(doc: &Document, mentions: &[Mention], paragraphs: Range<usize>) -> Vec<Fact> {
    let fact = |figure: Figure| Fact { comparable: comparable(doc, mentions, &figure), figure };
    doc.paragraphs[paragraphs].iter().flat_map(|p| figures(doc, doc.tokens_of(p))).map(fact).collect()
}

fn comparable(doc: &Document, mentions: &[Mention], figure: &Figure) -> bool {
    let after = doc.tokens.partition_point(|t| t.span.start < figure.span.end);
    let next = doc.tokens[after..].iter().take(2).find(|t| t.kind == TokenKind::Word);
    let unit = next.map(|t| lower(doc.word(t))).unwrap_or_default();
    let at = mentions.partition_point(|m| m.span.end <= figure.span.start);
    let dated = mentions.get(at).is_some_and(|m| {
        m.span.overlaps(figure.span) && matches!(m.kind, Kind::Date | Kind::Time | Kind::Contact)
    });
    let damaged = figure.digits && is_damaged(doc.slice(figure.span));
    figure.value >= LEAST && !figure.ordinal && !dated && !damaged && !CONVERTED.contains(&unit.as_str())
}

/// Whether the figure is one that mixed-digits or broken-number-grouping speaks of: its value is anybody's guess.
fn is_damaged(figure: &str) -> bool {
    figure.split_whitespace().any(|part| broken_number_grouping::is_broken(part) || mixed(part).is_some())
}

/// Equal but for what rounding in a scale leaves (1.3 lakh crore against 1.3 trillion).
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
