//! Calendar dates, months, years, weekdays.

use super::{Found, number};
use crate::entity::Kind;
use crate::entity::reading::Reading;
use crate::text::{TokenKind, digit};

/// A word of the calendar.
struct Entry<'a> {
    kind: &'a str,
    number: u32,
    /// Bytes before an ending.
    stem: usize,
    whole: bool,
}

fn entry<'a>(reading: &Reading<'a>, i: usize) -> Option<Entry<'a>> {
    let piece = reading.pieces.get(i).filter(|p| p.kind == TokenKind::Word)?;
    let (stem, value) = piece.calendar?;
    let (kind, number) = value.split_once('\t').unwrap_or((value, ""));
    let named = matches!(kind, "month" | "weekday");
    // English months and days are capitalised; may and march are verbs.
    if named && reading.english && !piece.raw.starts_with(char::is_uppercase) {
        return None;
    }
    Some(Entry { kind, number: number.parse().unwrap_or(0), stem, whole: stem == piece.raw.len() })
}

/// The date that begins at piece `from`.
pub(super) fn at(reading: &Reading, from: usize) -> Option<Found> {
    let piece = &reading.pieces[from];
    match piece.kind {
        TokenKind::Number => {
            numeric(reading, from).or_else(|| day_month(reading, from)).or_else(|| year(reading, from))
        }
        TokenKind::Word if digit(piece.raw.chars().next()?).is_some() => year_with_ending(reading, from),
        TokenKind::Word => {
            let entry = entry(reading, from)?;
            match entry.kind {
                "month" => month(reading, from, &entry),
                "weekday" => weekday(reading, from, &entry),
                "date" | "era" => introduced(reading, from, &entry),
                _ => None,
            }
        }
        _ => None,
    }
}

fn found(to: usize, stem: usize, name: String, extra: u16) -> Option<Found> {
    Some(Found { kind: Kind::Date, to, stem, name: Some(name), extra })
}

/// The day of a month in figures; 5th in English.
fn day(raw: &str) -> Option<u32> {
    let figure = raw.trim_end_matches(|c: char| c.is_ascii_lowercase());
    number::value(figure).filter(|day| (1..=31).contains(day))
}

/// A year in figures at piece `i`.
fn year_at(reading: &Reading, i: usize) -> Option<u32> {
    let piece = reading.pieces.get(i).filter(|p| p.kind == TokenKind::Number)?;
    let four = piece.raw.chars().count() == 4;
    number::value(piece.raw).filter(|year| four && (1000..2100).contains(year))
}

/// १४ नोव्हेंबर, 18 March 2024, १२ ते १४ मे.
fn day_month(reading: &Reading, from: usize) -> Option<Found> {
    let first = day(reading.pieces[from].raw)?;
    let mut at = from + 1;
    let range =
        entry(reading, at).is_some_and(|e| e.kind == "range") || reading.is(at, "-") || reading.is(at, "–");
    if range && reading.pieces.get(at + 1).is_some_and(|p| day(p.raw).is_some()) {
        at += 2;
    }
    let month = entry(reading, at).filter(|e| e.kind == "month")?;
    Some(with_year(reading, at, &month, first))
}

/// The month at piece `at`, with the year after it, as the date of `day`.
fn with_year(reading: &Reading, at: usize, month: &Entry, day: u32) -> Found {
    let (mut to, mut stem) = (at + 1, month.stem);
    let mut name = format!("{}/{day}", month.number);
    if month.whole {
        // Nov. 24 and Jan., 2024: the stop and the comma belong to what follows.
        let mut next = to;
        if reading.is(next, ".") && reading.pieces[next].glued && month_is_short(reading, at) {
            next += 1;
        }
        if reading.is(next, ",") {
            next += 1;
        }
        if let Some(year) = year_at(reading, next) {
            (to, stem) = (next + 1, reading.pieces[next].raw.len());
            name = format!("{year}/{name}");
        }
    }
    Found { kind: Kind::Date, to, stem, name: Some(name), extra: 10 }
}

fn month_is_short(reading: &Reading, at: usize) -> bool {
    reading.pieces[at].raw.chars().count() <= 6
}

/// A month without a day before it: मार्च २०२३, October 2025, Nov. 24, मे.
fn month(reading: &Reading, from: usize, month: &Entry) -> Option<Found> {
    if !month.whole {
        return found(from + 1, month.stem, format!("{}/0", month.number), 0);
    }
    let mut next = from + 1;
    if reading.is(next, ".") && reading.pieces[next].glued && month_is_short(reading, from) {
        next += 1;
    }
    if reading.english
        && let Some(day) = reading.pieces.get(next).and_then(|p| day(p.raw))
    {
        let mut to = next + 1;
        let mut name = format!("{}/{day}", month.number);
        if reading.is(to, ",")
            && let Some(year) = year_at(reading, to + 1)
        {
            name = format!("{year}/{name}");
            to += 2;
        }
        return found(to, reading.pieces[to - 1].raw.len(), name, 10);
    }
    let dated = with_year(reading, from, month, 0);
    let full = dated.to > from + 1;
    if reading.english && !full && is_also_a_word(reading, from) {
        return None;
    }
    Some(Found { extra: if full { 10 } else { 0 }, ..dated })
}

/// Short forms and May, March are words and names too: they count after a preposition only.
fn is_also_a_word(reading: &Reading, i: usize) -> bool {
    let raw = reading.pieces[i].raw;
    let doubtful =
        raw.len() <= 4 && !matches!(raw, "June" | "July") || matches!(raw, "March" | "August" | "April");
    let before = i.checked_sub(1).and_then(|b| entry(reading, b)).is_some_and(|e| e.kind == "before-year");
    let relative = i.checked_sub(1).is_some_and(|b| {
        matches!(reading.pieces[b].raw, "last" | "next" | "this" | "early" | "late" | "mid")
    });
    doubtful && !before && !relative
}

fn weekday(reading: &Reading, from: usize, day: &Entry) -> Option<Found> {
    let short =
        reading.english && reading.pieces[from].raw.len() <= 5 && !reading.pieces[from].raw.ends_with("day");
    if short && !reading.is(from + 1, ",") && !reading.is(from + 1, ".") {
        return None;
    }
    found(from + 1, day.stem, format!("day {}", day.number), 0)
}

/// ता. १२, दि. ३ मार्च, इ.स. १८४३, सन २०२१.
fn introduced(reading: &Reading, from: usize, word: &Entry) -> Option<Found> {
    let mut next = from + 1;
    while reading.is(next, ".") || reading.is(next, ":") && word.kind == "date" {
        next += 1;
    }
    // इ.स. is two words of two letters.
    if word.kind == "era" {
        if entry(reading, next).is_some_and(|e| e.kind == "era") {
            next += 1;
        }
        let year =
            reading.pieces.get(next).and_then(|p| number::value(p.raw)).filter(|y| (1..2100).contains(y))?;
        return found(next + 1, reading.pieces[next].raw.len(), year.to_string(), 10);
    }
    if let Some(found) = reading
        .pieces
        .get(next)
        .filter(|p| p.kind == TokenKind::Number)
        .and_then(|_| day_month(reading, next))
    {
        return Some(found).filter(|_| reading.is(from + 1, ".")).map(|f| Found { extra: 14, ..f });
    }
    let day = reading.pieces.get(next).and_then(|p| day(p.raw))?;
    found(next + 1, reading.pieces[next].raw.len(), format!("0/{day}"), 10)
}

/// १२/०५/२०२४, 2024-05-12, 12.05.2024.
fn numeric(reading: &Reading, from: usize) -> Option<Found> {
    let part = |i: usize| reading.pieces.get(i).filter(|p| p.kind == TokenKind::Number);
    let glued = |i: usize, mark: &str| reading.is(i, mark) && reading.pieces[i].glued;
    let raw = reading.pieces[from].raw;
    let (parts, to) = if raw.split('.').count() == 3 {
        (raw.split('.').map(number::value).collect::<Option<Vec<_>>>()?, from + 1)
    } else {
        ["/", "-"].into_iter().find(|mark| glued(from + 1, mark) && glued(from + 3, mark))?;
        let values = [from, from + 2, from + 4].map(|i| part(i).and_then(|p| number::value(p.raw)));
        (values.into_iter().collect::<Option<Vec<_>>>()?, from + 5)
    };
    let [a, b, c] = parts[..] else { return None };
    let is_year = |y: u32| (1000..2100).contains(&y);
    // Year first or last; day first in India, month first elsewhere. Two figures are a year only with slashes.
    let (year, month, day) = if is_year(a) { (a, b, c) } else { (c, b, a) };
    let fits = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    let short = reading.is(from + 1, "/") && (1..100).contains(&c);
    if !(is_year(year) || short) || !fits(month, day) && !fits(day, month) {
        return None;
    }
    found(to, reading.pieces[to - 1].raw.len(), format!("{year}/{month}/{day}"), 12)
}

/// A year by itself: २०१४ मध्ये, since 2015, (१९५३), २०२६-२७, १९६२ ते १९६५.
fn year(reading: &Reading, from: usize) -> Option<Found> {
    let value = year_at(reading, from)?;
    let end = |to: usize| (to, reading.pieces[to - 1].raw.len());
    // The season's or the budget's year: the second figure continues the first.
    let dash = reading.pieces.get(from + 1).is_some_and(|p| p.glued && matches!(p.raw, "-" | "–"));
    if dash
        && let Some(second) =
            reading.pieces.get(from + 2).filter(|p| p.glued).and_then(|p| number::value(p.raw))
    {
        let follows = second == (value + 1) % 100 || second > value && second < 2100;
        let (to, stem) = end(from + 3);
        return if follows { found(to, stem, format!("{value}-{second}"), 10) } else { None };
    }
    let (to, stem) = end(from + 1);
    let kind_at = |i: Option<usize>| i.and_then(|i| entry(reading, i)).map_or("", |e| e.kind);
    let (before, after) = (kind_at(from.checked_sub(1)), kind_at(Some(to)));
    let bracketed = from > 0
        && reading.is(from - 1, "(")
        && (reading.is(to, ")") || reading.is(to, "-") || reading.is(to, "–"));
    let other = match (before, after) {
        (_, "range") => year_at(reading, to + 1).is_some(),
        ("range", _) => from >= 2 && year_at(reading, from - 2).is_some(),
        _ => false,
    };
    // A preposition that is no unit's: in 2015, but of 2015 metres.
    let said =
        before == "before-year" && after != "month" && reading.phrase(to, reading.words.units).is_none();
    let fits = bracketed || other || said || matches!(after, "after-year" | "year");
    let likely = (1500..2100).contains(&value) || after == "year";
    if fits && likely { found(to, stem, value.to_string(), 4) } else { None }
}

/// २०२४मध्ये written as one word.
fn year_with_ending(reading: &Reading, from: usize) -> Option<Found> {
    let raw = reading.pieces[from].raw;
    let figures = raw.find(|c| digit(c).is_none())?;
    let year = number::value(&raw[..figures]).filter(|y| (1500..2100).contains(y))?;
    let ending = &raw[figures..];
    let case =
        reading.words.endings.contains(ending) || reading.words.calendar.get(ending) == Some("after-year");
    (raw[..figures].chars().count() == 4 && case)
        .then(|| found(from + 1, figures, year.to_string(), 4))
        .flatten()
}
