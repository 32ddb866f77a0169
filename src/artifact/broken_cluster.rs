//! Letters that no font can join: a vowel sign with nothing to stand on, two vowel signs on one consonant, a
//! virama where nothing can lose its vowel, signs in the wrong order.
//!
//! Devanagari is written in clusters of consonants, one vowel sign and the marks over it, in that order (Unicode
//! standard, chapter 12). Converters of old fonts and careless typing break the order: केेल्या, प््रमाण, फ्र ॅक्चर,
//! ाे for ो. What looks right may still be found by no search. The mended form is found by walking the letters once
//! and keeping only what can stand; अॅ beside ॲ, nukta letters, joiners and a sign that a text speaks about (‘ी’) are
//! lawful. The other scripts of the family have vowel signs in two parts, so there only a sign written twice counts.

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::text::{Script, Span};

pub(super) const RULE: Rule =
    Rule { code: "broken-cluster", severity: Severity::Major, default_on: true, langs: &[], check };

const VIRAMA: char = '\u{94D}';

/// What a Devanagari character does in a cluster.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Consonant,
    Vowel,
    Sign,
    Virama,
    Nukta,
    /// Candrabindu, anusvara, visarga.
    Mark,
    Other,
}

fn part(c: char) -> Part {
    match c {
        '\u{915}'..='\u{939}' | '\u{958}'..='\u{95F}' | '\u{978}'..='\u{97F}' => Part::Consonant,
        '\u{904}'..='\u{914}' | '\u{960}' | '\u{961}' | '\u{972}'..='\u{977}' => Part::Vowel,
        '\u{93A}' | '\u{93B}' | '\u{93E}'..='\u{94C}' | '\u{94E}' | '\u{94F}' | '\u{955}'..='\u{957}' => {
            Part::Sign
        }
        '\u{962}' | '\u{963}' => Part::Sign,
        VIRAMA => Part::Virama,
        '\u{93C}' => Part::Nukta,
        '\u{900}'..='\u{903}' => Part::Mark,
        _ => Part::Other,
    }
}

/// Two vowel signs that together were meant as one, in the order in which they are met.
const JOINED_SIGNS: &[(char, char, char)] =
    &[('ा', 'े', 'ो'), ('ा', 'ै', 'ौ'), ('ा', 'ॅ', 'ॉ'), ('े', 'ा', 'ो'), ('ै', 'ा', 'ौ'), ('ॅ', 'ा', 'ॉ')];

/// A vowel letter with a sign that together were meant as one letter.
const JOINED_VOWELS: &[(char, char, char)] = &[
    ('अ', 'ा', 'आ'),
    ('अ', 'ो', 'ओ'),
    ('अ', 'ौ', 'औ'),
    ('अ', 'ॉ', 'ऑ'),
    ('आ', 'े', 'ओ'),
    ('आ', 'ै', 'औ'),
    ('आ', 'ॅ', 'ऑ'),
    ('ए', 'े', 'ऐ'),
];

fn check(article: &Article, findings: &mut Findings) {
    let text = article.doc.text;
    let mut before: Option<Span> = None;
    for piece in pieces(text) {
        let word = piece.of(text);
        let alone = !starts_in_the_air(word);
        if alone && is_sound(word) {
            before = Some(piece);
            continue;
        }
        // A piece that begins with a sign was torn from the word before it, one space away.
        let torn = before.filter(|b| !alone && is_torn(text, *b, piece));
        let span = torn.map_or(piece, |b| b.to(piece));
        let whole = torn.map_or(word.to_owned(), |b| [b.of(text), word].concat());
        let [first, last] = [Keep::First, Keep::Last].map(|keep| mended(&whole, keep));
        if (alone && first != whole) || torn.is_some() {
            let certain = first == last;
            // The sign typed last is the likelier one, as far as it makes a word.
            let (right, other) = if lexicon::is_word(article, &last) { (last, first) } else { (first, last) };
            let finding =
                findings.report(span).arg("form", span.of(text)).arg("right", &*right).replace(right);
            if certain {
                finding.safe();
            } else {
                finding.replace(other);
            }
        }
        before = Some(piece);
    }
}

/// The runs of letters and signs of one Indic script, joiners included.
fn pieces(text: &str) -> impl Iterator<Item = Span> {
    let inside = |c: char| Script::of(c).is_indic() || matches!(c, '\u{200C}' | '\u{200D}');
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|&(_, c)| Script::of(c).is_indic())?;
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = rest.next_if(|&(_, c)| inside(c)) {
            end = at + c.len_utf8();
        }
        Some(Span::new(start..end))
    })
}

/// Whether no two neighbours in the piece could be in each other's way: true of nearly every word, and quickly told.
fn is_sound(word: &str) -> bool {
    let follows = |c: char| {
        matches!(part(c), Part::Sign | Part::Virama | Part::Nukta | Part::Mark)
            || Script::of(c) != Script::Devanagari
    };
    word.chars().zip(word.chars().skip(1)).all(|(a, b)| {
        !follows(b)
            || matches!((part(a), part(b)), (Part::Consonant, _) | (Part::Sign | Part::Vowel, Part::Mark))
    })
}

fn starts_in_the_air(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|c| matches!(part(c), Part::Sign | Part::Virama | Part::Nukta | Part::Mark))
}

/// Whether `piece` is the rest of the word `before`: one space between, a consonant to carry the sign, and letters
/// after the sign. A sign alone between spaces is spoken about.
fn is_torn(text: &str, before: Span, piece: Span) -> bool {
    let gap = &text[before.end as usize..piece.start as usize];
    let carries = |c: char| matches!(part(c), Part::Consonant | Part::Virama | Part::Nukta);
    matches!(gap, " " | "\u{A0}" | "\u{200B}")
        && before.of(text).chars().next_back().is_some_and(carries)
        && piece.of(text).chars().any(|c| part(c) == Part::Consonant)
}

/// Which of two vowel signs stays where they make no third: हेै is हे or है.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    First,
    Last,
}

/// The piece with every cluster made whole.
fn mended(piece: &str, keep: Keep) -> String {
    let mut out: Vec<char> = Vec::new();
    if piece.chars().any(|c| Script::of(c) == Script::Devanagari) {
        piece.chars().for_each(|c| push(&mut out, c, keep));
    } else {
        piece.chars().for_each(|c| push_once(&mut out, c));
    }
    out.into_iter().collect()
}

/// Adds a Devanagari character where it can stand: behind the last one, before it, joined to it, or not at all.
fn push(out: &mut Vec<char>, c: char, keep: Keep) {
    let Some(&last) = out.last() else { return out.push(c) };
    let join = |list: &[(char, char, char)]| list.iter().find(|j| (j.0, j.1) == (last, c)).map(|j| j.2);
    match (part(last), part(c)) {
        (Part::Sign, Part::Sign) if last == c => {}
        (Part::Sign, Part::Sign) => {
            if let Some(joined) = join(JOINED_SIGNS) {
                out.pop();
                out.push(joined);
            } else if keep == Keep::Last {
                out.pop();
                out.push(c);
            }
        }
        (Part::Vowel, Part::Sign) => match join(JOINED_VOWELS) {
            Some(joined) => *out.last_mut().expect("it was just read") = joined,
            None => out.push(c),
        },
        (Part::Virama, Part::Sign) => *out.last_mut().expect("it was just read") = c,
        (Part::Virama, Part::Virama) | (Part::Nukta, Part::Nukta) => {}
        (Part::Sign, Part::Virama) => {}
        (Part::Mark, Part::Mark) if last == c => {}
        // A sign typed after the mark, a nukta typed after the sign: the two change places.
        (Part::Mark, Part::Sign) | (Part::Sign, Part::Nukta) | (Part::Virama, Part::Nukta) => {
            out.pop();
            push(out, c, keep);
            out.push(last);
        }
        _ => out.push(c),
    }
}

/// Adds a character of another script unless it is a sign or virama that just stood there.
fn push_once(out: &mut Vec<char>, c: char) {
    let offset = c as u32 & 0x7F;
    // The blocks of the family share their layout: signs from 3E, virama at 4D.
    let is_sign = (0x900..0xD80).contains(&(c as u32)) && matches!(offset, 0x3E..=0x4D | 0xBE..=0xCD);
    if !(is_sign && out.last() == Some(&c)) {
        out.push(c);
    }
}
