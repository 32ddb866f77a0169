//! A date that stands otherwise in the original: १५ जुलाई where the original says 15 June.
//!
//! Dates of both texts are read as day, month, year and weekday, paragraph against paragraph. A date of the
//! translation is reported when none of the original agrees with it, one of the original has no partner either, and
//! the two say the same things of a date (both a month, both a weekday). What one says and the other leaves out, a year
//! for instance, is no fault. Dates written in figures alone (१२.३.२०२४) are not compared: their order is anybody's guess.

use std::ops::Range;

use super::{figures, mentions_in, span_of, swapped};
use crate::artifact::{Article, Findings, Rule};
use crate::entity::Kind;
use crate::report::{Mention, Severity};
use crate::text::{Document, Span, TokenKind, fold, lower};

pub(crate) const RULE: Rule =
    Rule { code: "date-mismatch", severity: Severity::Critical, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    for pair in &original.paragraphs {
        let ours = dates(article.doc, article.mentions, pair.translation.clone());
        let theirs = dates(original.doc, original.mentions, pair.original.clone());
        for (i, j) in swapped(&ours, &theirs, Date::agrees, |_| true, |_| false) {
            let (a, b) = (&ours[i], &theirs[j]);
            if a.says() == b.says() {
                let finding = findings.report(a.span);
                finding.arg("form", article.doc.slice(a.span)).original(original.doc, b.span);
            }
        }
    }
}

/// A date as far as it is said; weekdays count from Monday.
struct Date {
    span: Span,
    parts: [Option<u32>; 4],
}

const DAY: usize = 0;
const MONTH: usize = 1;
const YEAR: usize = 2;
const WEEKDAY: usize = 3;

impl Date {
    /// Whether the two say something in common and nothing that differs.
    fn agrees(&self, other: &Date) -> bool {
        let both = || self.parts.iter().zip(&other.parts).filter_map(|(a, b)| Some(((*a)?, (*b)?)));
        both().next().is_some() && both().all(|(a, b)| a == b)
    }

    /// Which of day, month and weekday it says; a year alone counts as itself.
    fn says(&self) -> [bool; 4] {
        let mut says = self.parts.map(|part| part.is_some());
        says[YEAR] = says == [false, false, true, false];
        says
    }
}

fn dates(doc: &Document, mentions: &[Mention], paragraphs: Range<usize>) -> Vec<Date> {
    let dates = mentions_in(mentions, span_of(doc, paragraphs)).iter().filter(|m| m.kind == Kind::Date);
    dates.filter_map(|m| date(doc, m.span)).collect()
}

fn date(doc: &Document, span: Span) -> Option<Date> {
    let calendar = doc.lang.language().names.calendar;
    let tokens = doc.tokens_in(span);
    let mut parts = [None; 4];
    for figure in figures(doc, tokens) {
        // Above any day of a month it is a year.
        let part = if figure.value > 31.0 { YEAR } else { DAY };
        parts[part].get_or_insert(figure.value as u32);
    }
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word) {
        // The mention ends before a case ending, the token behind it.
        let word = Span { start: token.span.start, end: token.span.end.min(span.end) };
        let word = lower(&fold(doc.slice(word)));
        let Some((kind, number)) = calendar.get(&word).and_then(|value| value.split_once('\t')) else {
            continue;
        };
        let part = match kind {
            "month" => MONTH,
            "weekday" => WEEKDAY,
            _ => continue,
        };
        parts[part].get_or_insert(number.parse().ok()?);
    }
    parts.iter().any(Option::is_some).then_some(Date { span, parts })
}
