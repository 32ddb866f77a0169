//! Numbers in figures and in words.

use crate::entity::reading::Reading;
use crate::text::{TokenKind, digit};

/// A number and what it may be besides.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// The piece after it.
    pub to: usize,
    /// Bytes of its last piece before an ending.
    pub stem: usize,
    /// Its value, where it is one figure without separators.
    pub plain: Option<u32>,
    /// Ends in a word of scale: लाख, million.
    pub scaled: bool,
}

/// The number that begins at piece `from`, with its words of scale, without unit.
pub(super) fn at(reading: &Reading, from: usize) -> Option<Number> {
    let mut number = simple(reading, from)?;
    // पाच हजार, two hundred and fifty.
    while let Some(next) = reading.pieces.get(number.to) {
        let hyphen = reading.is(number.to, "-") && next.glued;
        match entry(reading, number.to) {
            Some(word) if word.scale || number.scaled && word.stem == next.raw.len() => {
                number = Number { to: number.to + 1, stem: word.stem, plain: None, scaled: true };
            }
            None if number.scaled && next.raw == "and" && reading.english => {
                let Some(part) = simple(reading, number.to + 1) else { break };
                number = Number { plain: None, scaled: true, ..part };
            }
            // 10-million: the hyphen binds a word of scale only.
            None if hyphen && number.plain.is_some() => match entry(reading, number.to + 1) {
                Some(word) if word.scale => {
                    number = Number { to: number.to + 2, stem: word.stem, plain: None, scaled: true };
                }
                _ => break,
            },
            _ => break,
        }
        if number.stem < reading.pieces[number.to - 1].raw.len() {
            break;
        }
    }
    Some(number)
}

/// A number or two of them with a hyphen or a word of range between: ३-४, ५८ ते ७९, 2 से 8.
pub(super) fn range(reading: &Reading, from: usize) -> Option<Number> {
    let first = at(reading, from)?;
    let joint = first.to;
    let joined = reading.is(joint, "–") || reading.is(joint, "—") || reading.is(joint, "-");
    let dash = joined && reading.pieces[joint].glued;
    let word = reading.pieces.get(joint).and_then(|p| p.calendar).map(|(_, kind)| kind);
    if first.stem == reading.pieces[first.to - 1].raw.len()
        && (dash || word == Some("range"))
        && let Some(second) = at(reading, joint + 1)
    {
        return Some(Number { plain: None, ..second });
    }
    Some(first)
}

fn simple(reading: &Reading, from: usize) -> Option<Number> {
    let piece = reading.pieces.get(from)?;
    if piece.kind == TokenKind::Number {
        let plain = value(piece.raw);
        return Some(Number { to: from + 1, stem: piece.raw.len(), plain, scaled: false });
    }
    if MINUS.contains(&piece.raw) {
        return simple(reading, from + 1);
    }
    let word = entry(reading, from)?;
    let whole = word.stem == piece.raw.len();
    let plain = whole.then_some(word.value).flatten();
    let number = Number { to: from + 1, stem: word.stem, plain, scaled: word.scale };
    // साडे तीन: half more than the number that follows.
    if word.prefix {
        return Some(simple(reading, from + 1).map_or(number, |n| Number { plain: None, ..n }));
    }
    // Twenty-two is three pieces.
    let hyphen = reading.english && reading.is(from + 1, "-") && reading.pieces[from + 1].glued;
    match plain {
        Some(20..=90) if hyphen => Some(match entry(reading, from + 2) {
            Some(unit) if unit.value.is_some_and(|v| v < 10) => {
                Number { to: from + 3, stem: unit.stem, ..number }
            }
            _ => number,
        }),
        _ => Some(number),
    }
}

/// Words that make the number after them negative.
const MINUS: [&str; 4] = ["उणे", "माइनस", "minus", "−"];

/// A number word.
struct Entry {
    /// Bytes before an ending.
    stem: usize,
    value: Option<u32>,
    /// Multiplies the number before it: हजार, million, dozen.
    scale: bool,
    /// साडे, पावणे: changes the number after it.
    prefix: bool,
}

/// What the table of number words says of a piece; ordinals and words for "both" are no numbers here.
fn entry(reading: &Reading, i: usize) -> Option<Entry> {
    let piece = reading.pieces.get(i).filter(|p| p.kind == TokenKind::Word)?;
    let read = |stem: usize, row: &str| {
        let (value, kind) = row.split_once('\t').unwrap_or((row, ""));
        let scale = value.len() > 2 && value.starts_with('1') && value[1..].bytes().all(|b| b == b'0')
            || value == "12" && SCORES.contains(&&*piece.key);
        (kind != "ordinal").then(|| Entry {
            stem,
            value: value.parse().ok(),
            scale,
            prefix: kind == "prefix",
        })
    };
    let (stem, row) = piece.number?;
    if reading.english {
        return read(piece.stem, row);
    }
    // एकच, दोन्ही, तीनों: these and no other, all of them.
    if piece.key.ends_with("ही")
        || piece.key.ends_with('च') && piece.key.starts_with("एक")
        || piece.key.ends_with("ों")
    {
        return None;
    }
    // Only words of scale take endings as part of a number: रु. १,२५० कोटींचा.
    let whole = stem == piece.raw.len();
    read(stem, row).filter(|word| whole || word.scale)
}

/// A dozen is counted like a hundred.
const SCORES: [&str; 4] = ["डझन", "दर्जन", "dozen", "dozens"];

/// The value of a figure without separators.
pub(super) fn value(raw: &str) -> Option<u32> {
    let mut value: u32 = 0;
    for c in raw.chars() {
        let (_, digit) = digit(c)?;
        value = value.checked_mul(10)?.checked_add(digit.into())?;
    }
    Some(value)
}
