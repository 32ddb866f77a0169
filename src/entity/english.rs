//! People, places and organisations of English, where capitals show the names and titles, common nouns and the
//! words beside them the kind.

use super::Kind;
use super::choose::{Candidate, score};
use super::gazetteer::Classes;
use super::named::capitalised;
use super::reading::Reading;
use crate::text::{Script, TokenKind, lower};

/// Small words inside the name of a body.
const INNER: [&str; 6] = ["of", "for", "and", "the", "&", "in"];
/// Small words inside a person's name.
const PARTICLES: [&str; 12] = ["de", "da", "di", "del", "van", "von", "der", "bin", "al", "el", "la", "ibn"];

/// Adds what capitals show.
pub(super) fn find(reading: &Reading, out: &mut Vec<Candidate>) {
    if reading.names.is_empty() {
        return;
    }
    let mut from = 0;
    while from < reading.pieces.len() {
        if !is_capital(reading, from) {
            from += 1;
            continue;
        }
        let to = run_end(reading, from);
        body(reading, from, to, out);
        person_or_place(reading, from, to, out);
        from = to;
    }
}

fn is_capital(reading: &Reading, i: usize) -> bool {
    reading.pieces.get(i).is_some_and(|p| {
        p.kind == TokenKind::Word
            && Script::of_word(p.raw) == Script::Latin
            && p.raw.starts_with(char::is_uppercase)
    }) && !is_calendar(reading, i)
}

fn is_calendar(reading: &Reading, i: usize) -> bool {
    let key = lower(&reading.pieces[i].key);
    reading.words.calendar.get(&key).is_some_and(|v| v.starts_with("month") || v.starts_with("weekday"))
        && key.len() > 3
}

/// The end of the capitals that begin at `from`, with initials and particles between them.
fn run_end(reading: &Reading, from: usize) -> usize {
    let mut to = from + 1;
    loop {
        let possessive = reading.pieces[to - 1].stem < reading.pieces[to - 1].raw.len();
        if possessive {
            return to;
        }
        let next = to;
        if is_capital(reading, next) && !reading.pieces[next].glued {
            to += 1;
        } else if is_initial(reading, to - 1) && reading.is(next, ".") && next_is_capital(reading, next + 1) {
            to += 2;
        } else if reading.is(next, "-") && reading.pieces[next].glued && next_is_capital(reading, next + 1) {
            // Nasik-Mumbai are two; Ban Ki-moon is one, and so is Al-Jumaili.
            if reading.pieces[next - 1].classes.any(Classes::PLACE) {
                return to;
            }
            to += 2;
        } else if reading.pieces.get(next).is_some_and(|p| PARTICLES.contains(&p.raw))
            && next_is_capital(reading, next + 1)
        {
            to += 2;
        } else {
            return to;
        }
    }
}

fn next_is_capital(reading: &Reading, i: usize) -> bool {
    i < reading.pieces.len() && is_capital(reading, i)
}

fn is_initial(reading: &Reading, i: usize) -> bool {
    let raw = reading.pieces[i].raw;
    raw.len() <= 2 && raw.bytes().all(|b| b.is_ascii_uppercase())
}

fn head<'a>(reading: &Reading<'a>, i: usize) -> &'a str {
    reading.heads.get(&reading.pieces[i].raw[..reading.pieces[i].stem]).unwrap_or_default()
}

/// A body or building in the capitals `from..to`: Karnataka High Court, Ministry of Defence, Koyna Dam.
fn body(reading: &Reading, from: usize, to: usize, out: &mut Vec<Candidate>) {
    let from = skip_article(reading, from, to);
    let Some(last) = (from..to).rev().find(|&i| !head(reading, i).is_empty()) else { return };
    let kind = match head(reading, last) {
        "organisation" => Kind::Organisation,
        _ => Kind::Place,
    };
    let mut from = from;
    if kind == Kind::Organisation && last + 1 == to {
        from = joined_before(reading, from);
    }
    let mut end = last + 1;
    // Ministry of Defence, Bank of India: what is said of it belongs to it.
    if kind == Kind::Organisation || last == from {
        while let Some(next) = continued(reading, end, last == from || kind == Kind::Organisation) {
            end = next;
        }
    }
    if head(reading, last) == "place-first" {
        end = to;
    }
    let words = end - from;
    if !(2..=12).contains(&words) {
        return;
    }
    let span = reading.span(from, end, reading.pieces[end - 1].stem);
    out.push(Candidate { from, to: end, span, kind, score: score::STRONG + 4, name: None });
}

/// "The" and other ordinary words that only begin the sentence.
fn skip_article(reading: &Reading, from: usize, to: usize) -> usize {
    let first = &reading.pieces[from];
    let function = reading.pack.table("function-words").contains(&lower(&first.key));
    if function && from + 1 < to { from + 1 } else { from }
}

/// Film and Television Institute: capitals before "and" that belong to the same body.
fn joined_before(reading: &Reading, from: usize) -> usize {
    let and = from.checked_sub(1).filter(|&i| matches!(reading.pieces[i].raw, "and" | "&"));
    let before = and.and_then(|i| i.checked_sub(1));
    match before {
        Some(b) if is_capital(reading, b) && !reading.pieces[b].classes.any(Classes::NAME) && b > 0 => b,
        _ => from,
    }
}

/// The end of "of X", "for the X" after piece `at`.
fn continued(reading: &Reading, at: usize, open: bool) -> Option<usize> {
    if !open || reading.pieces.get(at - 1).is_some_and(|p| p.stem < p.raw.len()) {
        return None;
    }
    let word = reading.pieces.get(at).filter(|p| matches!(p.raw, "of" | "for"))?;
    debug_assert!(INNER.contains(&word.raw));
    let mut next = at + 1;
    if reading.is(next, "the") {
        next += 1;
    }
    if !next_is_capital(reading, next) {
        return None;
    }
    let mut end = run_end(reading, next);
    // Ministry of Health and Family Welfare.
    if matches!(reading.pieces.get(end).map(|p| p.raw), Some("and" | "&"))
        && next_is_capital(reading, end + 1)
        && reading.pieces[next].key.len() > 3
        && !reading.pieces[end + 1].classes.any(Classes::PERSON)
        && !reading.pieces[next].classes.any(Classes::PLACE)
    {
        end = run_end(reading, end + 1);
    }
    Some(end)
}

/// A person or place in the capitals `from..to`.
fn person_or_place(reading: &Reading, from: usize, to: usize, out: &mut Vec<Candidate>) {
    let mut from = from;
    // Leading titles and ordinary words that begin the sentence are no part of the name.
    let mut titled = false;
    while from < to {
        let mut after = None;
        reading.hits(from, &mut |hit| {
            if hit.classes.any(Classes::OFFICE) && hit.to <= to {
                after = Some(hit.to);
            }
        });
        let first = &reading.pieces[from];
        let begins = from == 0 || !reading.pieces[from - 1].raw.chars().any(char::is_alphanumeric);
        if let Some(after) =
            after.filter(|_| !first.classes.any(Classes::PERSON) || first.classes.any(Classes::OFFICE))
        {
            titled = true;
            from = after;
        } else if first.cue == "honorific" && first.raw.len() < to_len(reading, from, to) {
            titled = true;
            from += 1;
            if reading.is(from, ".") {
                from += 1;
            }
        } else if begins && reading.is_common(from) && !first.classes.any(Classes::PERSON) && to - from > 1 {
            from += 1;
        } else {
            break;
        }
    }
    // Mr. Gupta: the stop ends the run of capitals before the name.
    let before = from.checked_sub(1);
    let stop = before.filter(|&b| reading.is(b, ".")).and_then(|b| b.checked_sub(1)).or(before);
    titled |= stop.is_some_and(|b| {
        reading.cue(b) == "honorific"
            || reading.pieces[b].classes.any(Classes::OFFICE)
            || lower_title(reading, b)
    });
    if from >= to {
        return;
    }
    let words =
        (from..to).filter(|&i| reading.pieces[i].kind == TokenKind::Word && !is_initial(reading, i)).count();
    let has = |i: usize, class| reading.pieces[i].classes.any(class);
    let ambiguous = |i: usize| has(i, Classes::AMBIGUOUS) || reading.is_common(i);
    let (first, last) = (from, to - 1);
    let begins = from == 0 || !reading.pieces[from - 1].raw.chars().any(char::is_alphanumeric);
    let given = has(first, Classes::GIVEN);
    let surname = has(last, Classes::SURNAME);
    let spoken = reading.cue(to) == "speech" || before.is_some_and(|b| reading.cue(b) == "speech");
    let initials = (from..to).any(|i| is_initial(reading, i) && reading.is(i + 1, "."));
    let placed = before.is_some_and(|b| {
        reading.cue(b) == "to-place" && !reading.pieces[b].raw.starts_with(char::is_uppercase)
            || reading.cue(b) == "to-place"
    });
    let score = if words == 0 || words > 4 {
        return;
    } else if titled && words <= 3 || initials && words >= 1 && (surname || given || words == 1) {
        score::STRONG
    } else if words >= 2 && given && (surname || !ambiguous(first) || !ambiguous(last))
        || words == 2 && surname && !reading.is_common(first)
    {
        score::STRONG - 2
    } else if words >= 2 && spoken && !begins {
        score::SIGN
    } else if words == 1 && (surname || given) && !ambiguous(first) && !has(first, Classes::PLACE) {
        if placed { score::WEAK } else { score::SIGN - 5 }
    } else if words == 1
        && spoken
        && !ambiguous(first)
        && !has(first, Classes::PLACE)
        && !has(first, Classes::ORGANISATION)
    {
        score::SIGN - 5
    } else if words <= 2
        && placed
        && !has(first, Classes::ORGANISATION)
        && !reading.is_common(last)
        && !reading.is_common(first)
    {
        place(reading, from, to, out);
        return;
    } else if (2..=3).contains(&words)
        && (from..to).all(|i| !reading.is_common(i))
        && !has(first, Classes::PLACE)
        && !has(first, Classes::ORGANISATION)
        && !has(last, Classes::PLACE)
    {
        score::WEAK
    } else {
        return;
    };
    let span = reading.span(from, to, reading.pieces[last].stem);
    out.push(Candidate { from, to, span, kind: Kind::Person, score, name: None });
}

fn to_len(reading: &Reading, from: usize, to: usize) -> usize {
    reading.span(from, to, reading.pieces[to - 1].raw.len()).len()
}

/// A title in small letters ends at piece `i`: president Namdev Borade.
fn lower_title(reading: &Reading, i: usize) -> bool {
    !capitalised(reading, i)
        && (i.saturating_sub(3)..=i).any(|from| {
            let mut ends = false;
            reading.hits(from, &mut |hit| ends |= hit.to == i + 1 && hit.classes.any(Classes::OFFICE));
            ends
        })
}

fn place(reading: &Reading, from: usize, to: usize, out: &mut Vec<Candidate>) {
    let span = reading.span(from, to, reading.pieces[to - 1].stem);
    out.push(Candidate { from, to, span, kind: Kind::Place, score: score::WEAK, name: None });
}
