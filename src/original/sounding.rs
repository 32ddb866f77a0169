//! How a name sounds when another script has it, finer than [`skeleton`], which is made for one script: English spelling
//! is read first, and sounds weigh by what transliteration does to them.

use crate::entity::skeleton;
use crate::text::lower;

/// Letters of English and European names that stand for other sounds than they seem to, longest first.
const RESPELT: [(&str, &str); 22] = [
    ("augh", "o"),
    ("ough", "o"),
    ("tsch", "ch"),
    ("dge", "j"),
    ("dny", "jn"),
    ("eau", "o"),
    ("geo", "jo"),
    ("gio", "jo"),
    ("gya", "jna"),
    ("igh", "i"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("au", "o"),
    ("aw", "o"),
    ("cz", "ch"),
    ("dj", "j"),
    ("dt", "t"),
    ("ea", "i"),
    ("gh", "g"),
    ("mc", "mk"),
    ("ou", "u"),
    ("sj", "sh"),
];

/// The sounds of a word, without the vowel that neither script is sure to write.
pub(super) fn sounding(word: &str) -> String {
    // Marathi's honorific plural ends so before a postposition: कदमांच्या.
    let sounds = match word.chars().any(|c| c > '\u{8FF}') {
        false => skeleton(&respelt(&lower(word))),
        true => skeleton(word.trim_end_matches('\u{902}')),
    };
    let mut out = String::with_capacity(sounds.len());
    for (at, sound) in sounds.char_indices() {
        if (at == 0 || sound != 'a') && !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

fn respelt(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    if let Some(after) = rest.strip_prefix('x') {
        out.push_str("sh");
        rest = after;
    }
    while let Some(first) = rest.chars().next() {
        let (sound, after) = RESPELT
            .iter()
            .find_map(|(letters, sound)| Some((*sound, rest.strip_prefix(letters)?)))
            .unwrap_or_else(|| rest.split_at(first.len_utf8()));
        out.push_str(sound);
        rest = after;
    }
    out
}

/// Longer words are compared for equality only: no name has so many sounds.
const LONGEST: usize = 48;
const CONSONANT: u32 = 100;

/// How far apart two soundings are, in hundredths of a consonant.
pub(super) fn apart(a: &str, b: &str) -> u32 {
    let longer = a.len().max(b.len());
    if a == b || longer > LONGEST {
        return if a == b { 0 } else { CONSONANT * longer as u32 };
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut above = vec![0];
    for j in 0..b.len() {
        above.push(above[j] + lone(b, j));
    }
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![above[0] + lone(a, i)];
        for (j, &y) in b.iter().enumerate() {
            // Names are told apart by how they begin and end.
            let edge = i + j == 0 || i + 1 == a.len() && j + 1 == b.len();
            let weight = if edge && !is_vowel(x) && !is_vowel(y) { 3 } else { 2 };
            let change = above[j] + other(x, y) * weight / 2;
            row.push(change.min(above[j + 1] + lone(a, i)).min(row[j] + lone(b, j)));
        }
        above = row;
    }
    above[b.len()]
}

/// Cost of a sound that only one of the two has.
fn lone(word: &[u8], at: usize) -> u32 {
    match word[at] {
        b'a' | b'h' | b'y' => 25,
        // Often silent at the end: Kane.
        b'e' if at + 1 == word.len() => 20,
        // Unwritten between two of a consonant, which is then heard as one: Lalita, ललिता.
        sound if is_vowel(sound) && at > 0 && word.get(at + 1) == Some(&word[at - 1]) => 10,
        sound if at > 1 && word[at - 2] == sound && !is_vowel(sound) => 40,
        sound if is_vowel(sound) && at == 0 => 60,
        sound if is_vowel(sound) => 40,
        b'r' | b'v' => 70,
        _ => CONSONANT,
    }
}

/// Cost of one sound for another.
fn other(x: u8, y: u8) -> u32 {
    match (x.min(y), x.max(y)) {
        _ if x == y => 0,
        (b'i', b'y') => 20,
        (b'a', b'e' | b'i' | b'o' | b'u') | (b'e', b'i') | (b'o', b'u') => 25,
        (b'u', b'v') | (b'o', b'v') => 30,
        (b'g', b'j') | (b'j', b's' | b'y') | (b'c', b's') | (b'b', b'v') | (b'e', b'y') => 40,
        (b'c', b'k' | b'j') | (b'h', b'j' | b'k') | (b'p', b'v') => 50,
        (b'g', b'h' | b'k') | (b'd', b'r' | b't') | (b'm', b'n') => 60,
        (b'b', b'p') | (b'k', b's') => 80,
        _ if is_vowel(x) && is_vowel(y) => 50,
        _ => CONSONANT,
    }
}

fn is_vowel(x: u8) -> bool {
    matches!(x, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renderings_are_near_and_others_are_far() {
        let apart = |a: &str, b: &str| apart(&sounding(a), &sounding(b));
        for (a, b) in [
            ("Schmidt", "श्मिट"),
            ("Georgina", "जॉर्जिना"),
            ("Lalita", "ललिता"),
            ("Babita", "बबिता"),
            ("Xinhua", "शिनहुआ"),
            ("Kadam", "कदमां"),
            ("Fletcher", "फ्लेचर"),
        ] {
            assert!(apart(a, b) <= 100, "{a} {b} {}", apart(a, b));
        }
        for (a, b) in [("Kulkarni", "कदम"), ("Petrova", "सोकोलोवा"), ("Lisbon", "टोकियो"), ("Sunil", "अनिल")]
        {
            assert!(apart(a, b) >= 120, "{a} {b} {}", apart(a, b));
        }
        assert_eq!(apart("😀", ""), 0);
    }
}
