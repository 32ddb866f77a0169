//! How a name sounds, so that its spellings meet: लव्ह्रोव्ह, लावरोव, Lavrov.

use crate::table::Table;
use crate::text::fold;

const VIRAMA: char = '\u{94D}';

/// What is heard of a name, one Latin letter a sound: the same for spellings that differ only in what writers of
/// Marathi and Hindi vary freely.
///
/// Folded are long and short vowels, आ and ॅ, ओ औ ॉ, ए ऐ, the inherent a (left out: often it is not spoken),
/// aspirates, dental and retroflex, ण न ङ ञ and the anusvara, श ष स, ल ळ, व and व्ह, ज झ ज़, प and फ, doubled
/// consonants, joiners. Spaces and marks fall away. A Latin name gives nearly the letters of its transliteration.
///
/// ```
/// use kasoti::entity::skeleton;
/// assert_eq!(skeleton("लावरोव्ह"), "lavrov");
/// assert_eq!(skeleton("लव्ह्रोव्ह"), "lvrov");
/// assert_eq!(skeleton("Lavrov"), "lavrov");
/// ```
pub fn skeleton(name: &str) -> String {
    let mut out = String::with_capacity(name.len() / 2);
    let folded = fold(name);
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(sound) = devanagari(c) {
            push(&mut out, sound);
            // व्ह is one sound, the v of foreign names.
            if c == 'व' && chars.next_if_eq(&VIRAMA).is_some() {
                chars.next_if_eq(&'ह');
            }
            continue;
        }
        let c = plain(c);
        if c.is_ascii_alphabetic() {
            let next = chars.peek().map_or(' ', |c| plain(*c).to_ascii_lowercase());
            let (sounds, both) = latin(c.to_ascii_lowercase(), next);
            sounds.chars().for_each(|sound| push(&mut out, sound));
            if both {
                chars.next();
            }
        }
    }
    // य after a vowel, at the end or before a vowel, is the glide of that vowel: सेर्गेय, सेर्गेई; इया, इआ.
    glides(&out)
}

/// Whether two spellings may be one name: their [`skeleton`]s differ by little for their length.
///
/// What differs counts by how freely writers vary it: a missing a little, another vowel more, a consonant most. The
/// beginning and the end weigh double, since names are told apart there (रमेश, सुरेश; मनीष, मनीषा).
pub fn alike(a: &str, b: &str) -> bool {
    sounds_alike(&skeleton(a), &skeleton(b))
}

/// [`alike`] for skeletons made before.
pub fn sounds_alike(a: &str, b: &str) -> bool {
    let longer = a.len().max(b.len());
    // Beyond a third nothing is alike, and the bound keeps the work small.
    if longer > LONGEST || (a.len().abs_diff(b.len())) * 2 > longer {
        return a == b;
    }
    let most = longer as u32 * PER_LETTER;
    cost(a.as_bytes(), b.as_bytes(), most) <= most
}

/// How far apart two skeletons are, in hundredths of a consonant; far apart when one is longer than any name.
pub(crate) fn difference(a: &str, b: &str) -> u32 {
    match a.len().max(b.len()) {
        longer if longer > LONGEST => u32::from(a != b) * CONSONANT * longer as u32,
        _ => cost(a.as_bytes(), b.as_bytes(), u32::MAX),
    }
}

/// Whether two skeletons differ by no more than `per_letter` hundredths of a consonant for each sound of the longer.
pub(crate) fn within(a: &str, b: &str, per_letter: u32) -> bool {
    difference(a, b) <= per_letter * a.len().max(b.len()) as u32
}

/// Cost allowed for each sound of two words that may be one in two scripts: English writes vowels as it likes (Modi,
/// Reddy, Ryohei), and neighbours in the sentence decide the rest.
#[allow(dead_code, reason = "read by build.rs alone")]
pub(crate) const IN_TWO_SCRIPTS: u32 = 27;

/// Longer strings are compared for equality only: no name has so many sounds.
const LONGEST: usize = 64;
/// Cost allowed for each letter of the longer skeleton; tuned on pairs of names that a linguist judged.
const PER_LETTER: u32 = 16;
const CONSONANT: u32 = 100;
const VOWEL: u32 = 55;
const A: u32 = 30;

/// Cheapest way from one skeleton to the other, in hundredths of a consonant; of two that are more than `most` apart, only
/// that they are. Neither is longer than [`LONGEST`].
fn cost(a: &[u8], b: &[u8], most: u32) -> u32 {
    let edge = |i: usize, of: &[u8]| if i == 0 || i + 1 == of.len() { 2 } else { 1 };
    let mut row = [0; LONGEST + 1];
    for (j, &y) in b.iter().enumerate() {
        row[j + 1] = row[j] + lone(y) * edge(j, b);
    }
    for (i, &x) in a.iter().enumerate() {
        let mut above = row[0];
        row[0] += lone(x) * edge(i, a);
        let mut least = row[0];
        for (j, &y) in b.iter().enumerate() {
            let change = above + other(x, y) * edge(i, a).min(edge(j, b));
            above = row[j + 1];
            let less = above + lone(x) * edge(i, a);
            let more = row[j] + lone(y) * edge(j, b);
            row[j + 1] = change.min(less).min(more);
            least = least.min(row[j + 1]);
        }
        if least > most {
            return least;
        }
    }
    row[b.len()]
}

/// Cost of a sound that only one spelling has.
fn lone(x: u8) -> u32 {
    match x {
        b'a' => A,
        b'h' | b'y' => VOWEL,
        _ if is_vowel(x) => VOWEL,
        _ => CONSONANT,
    }
}

/// Cost of one sound for another.
fn other(x: u8, y: u8) -> u32 {
    match (x.min(y), x.max(y)) {
        _ if x == y => 0,
        (b'a', b'e' | b'o') | (b'e', b'i') | (b'o', b'u') => VOWEL,
        (b'j', b's' | b'y') | (b'g', b'k' | b'j') | (b'c', b'j' | b'k' | b's') | (b'b' | b'u', b'v') => VOWEL,
        _ if is_vowel(x) && is_vowel(y) => CONSONANT - 20,
        _ => CONSONANT,
    }
}

fn is_vowel(x: u8) -> bool {
    matches!(x, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn push(out: &mut String, sound: char) {
    // Before p and b the nasal is m, however it is written.
    if matches!(sound, 'p' | 'b') && out.as_bytes().last() == Some(&b'm') {
        out.pop();
        push(out, 'n');
    }
    if out.as_bytes().last() != Some(&(sound as u8)) {
        out.push(sound);
    }
}

fn glides(s: &str) -> String {
    let bytes = s.as_bytes();
    let vowel = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(|&b| is_vowel(b));
    let mut out = String::with_capacity(s.len());
    for (i, c) in s.char_indices() {
        match c {
            'y' if vowel(i.checked_sub(1)) && !vowel(Some(i + 1)) => push(&mut out, 'i'),
            'y' if matches!(i.checked_sub(1).map(|i| bytes[i]), Some(b'i' | b'e')) => {}
            _ => push(&mut out, c),
        }
    }
    out
}

fn devanagari(c: char) -> Option<char> {
    Some(match c {
        'क' | 'ख' => 'k',
        'ग' | 'घ' => 'g',
        'च' | 'छ' => 'c',
        'ज' | 'झ' | 'ॹ' => 'j',
        'ट' | 'ठ' | 'त' | 'थ' => 't',
        'ड' | 'ढ' | 'द' | 'ध' | '\u{95C}' | '\u{95D}' => 'd',
        'ङ' | 'ञ' | 'ण' | 'न' | 'ऩ' | '\u{900}'..='\u{902}' => 'n',
        'प' | 'फ' => 'p',
        'ब' | 'भ' => 'b',
        'म' => 'm',
        'य' | '\u{95F}' => 'y',
        'र' | 'ऱ' | 'ृ' | 'ऋ' => 'r',
        'ल' | 'ळ' | 'ऴ' => 'l',
        'व' => 'v',
        'श' | 'ष' | 'स' => 's',
        'ह' => 'h',
        'आ' | 'ा' | 'ऍ' | 'ॲ' | 'ॅ' | 'अ' => 'a',
        'इ' | 'ई' | 'ि' | 'ी' => 'i',
        'उ' | 'ऊ' | 'ु' | 'ू' => 'u',
        'ए' | 'ऐ' | 'ऎ' | 'े' | 'ै' | 'ॆ' => 'e',
        'ओ' | 'औ' | 'ऑ' | 'ऒ' | 'ो' | 'ौ' | 'ॉ' | 'ॊ' => 'o',
        _ => return None,
    })
}

/// A Latin letter without its marks: Şahin, Lucía, Aydoğmuş.
fn plain(c: char) -> char {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' | 'ß' | 'Ș' | 'ș' => 's',
        'Ţ'..='ŧ' | 'Ț' | 'ț' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        'Ź'..='ž' => 'z',
        _ => c,
    }
}

/// The sounds of a Latin letter, and whether the letter after it is part of them.
fn latin(c: char, next: char) -> (&'static str, bool) {
    match (c, next) {
        ('c', 'h') => ("c", true),
        ('z', 'h') => ("j", true),
        ('s', 'h') => ("s", true),
        ('p' | 'f', 'h') => ("p", true),
        ('t', 'h') => ("t", true),
        ('d', 'h') => ("d", true),
        ('k', 'h') => ("k", true),
        ('g', 'h') => ("g", true),
        ('b', 'h') => ("b", true),
        ('j', 'h') => ("j", true),
        ('o', 'o') => ("u", true),
        ('e', 'e') => ("i", true),
        ('c', 'e' | 'i' | 'y') => ("s", false),
        ('a', _) => ("a", false),
        ('b', _) => ("b", false),
        ('c' | 'k' | 'q', _) => ("k", false),
        ('d', _) => ("d", false),
        ('e', _) => ("e", false),
        ('f' | 'p', _) => ("p", false),
        ('g', _) => ("g", false),
        ('h', _) => ("h", false),
        ('i', _) => ("i", false),
        ('j' | 'z', _) => ("j", false),
        ('l', _) => ("l", false),
        ('m', _) => ("m", false),
        ('n', _) => ("n", false),
        ('o', _) => ("o", false),
        ('r', _) => ("r", false),
        ('s', _) => ("s", false),
        ('t', _) => ("t", false),
        ('u', _) => ("u", false),
        ('v' | 'w', _) => ("v", false),
        ('x', _) => ("ks", false),
        ('y', 'a' | 'e' | 'i' | 'o' | 'u') => ("y", false),
        ('y', _) => ("i", false),
        _ => ("", false),
    }
}

/// Cost allowed for each sound of names that a table has as one: nicknames are beyond.
const PER_LISTED_LETTER: u32 = 40;

/// Whether the table of spellings has both words in one group, and they sound at least remotely alike.
pub(crate) fn are_listed(spellings: &Table, a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (spellings.get(&fold(a)), spellings.get(&fold(b))) else { return false };
    x.split('|').any(|group| y.split('|').any(|other| group == other)) && {
        within(&skeleton(a), &skeleton(b), PER_LISTED_LETTER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sound_one_skeleton() {
        for (a, b) in [
            ("पुतीन", "पूतिन"),
            ("झेलेन्स्की", "जेलेंस्कि"),
            ("ट्रम्प", "ट्रंप"),
            ("कीव्ह", "कीव"),
            ("शांघाय", "शांघाई"),
            ("किशिदा", "किशिडा"),
            ("Singh", "Sing"),
            ("Putin", "पुतिन"),
        ] {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
        assert_eq!(skeleton("लावरोव्ह 😀"), "lavrov");
        assert_eq!(skeleton("\u{94D}\u{93C}"), "");
    }

    #[test]
    fn spellings_are_alike_and_people_are_not() {
        for (a, b) in [("लव्ह्रोव्ह", "लावरोव"), ("प्योंगयांग", "प्योंगियांग"), ("बायडेन", "बिडेन"), ("गुटेरेस", "गुतेरस")]
        {
            assert!(alike(a, b), "{a} {b}");
        }
        for (a, b) in [("मोहन", "मोहिनी"), ("रमेश", "सुरेश"), ("पाटील", "पटवर्धन"), ("अनिल", "सुनील"), ("", "राम")]
        {
            assert!(!alike(a, b), "{a} {b}");
        }
    }

    #[test]
    fn the_judged_pairs() {
        let Ok(pairs) = std::fs::read_to_string("../shared/data/pairs/mr/names.tsv") else {
            println!("skipped: ../shared/data/pairs/mr/names.tsv is not there");
            return;
        };
        let rows = pairs.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        // A row with a note is about endings, which are cut before names are compared.
        let rows: Vec<_> = rows.filter(|row| row.len() == 4 && !row[0].starts_with('#')).collect();
        let right = rows.iter().filter(|row| alike(row[0], row[1]) == (row[2] == "yes")).count();
        assert!(right * 100 >= rows.len() * 86, "{right} of {}", rows.len());
    }
}
