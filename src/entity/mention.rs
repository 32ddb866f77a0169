//! Where a name ends and its case ending begins, and what the dictionary calls the stem that is left.

use std::borrow::Cow;

use crate::morphology::lengthened;
use crate::table::Table;
use crate::text::fold;

/// Marathi puts up to three endings one after the other: पुण्या|च्या|साठी|ही.
const MOST_ENDINGS: usize = 3;
/// Bytes of the longest ending of the tables (आजूबाजूच्या is shorter): nothing longer is looked up.
const LONGEST_ENDING: usize = 45;

/// No key of a table is longer.
const LONGEST_KEY: usize = 255;

/// A word that a table knows, as it stands or without its endings.
pub(super) struct Known<'a> {
    /// Bytes of the word up to the ending.
    pub stem: usize,
    /// What the table says.
    pub value: &'a str,
    /// The key that was found, where it isn't the stem itself.
    pub restored: Option<String>,
}

/// Looks `word` up as it stands, then without its endings, then with the stem's dictionary form restored.
/// `prefix` are the words before it in a longer name, with the space after them.
pub(super) fn find<'a>(prefix: &str, word: &str, stems: &Stems, table: &'a Table) -> Option<Known<'a>> {
    if prefix.len() + word.len() > LONGEST_KEY {
        return None;
    }
    let whole = key(prefix, word);
    if let Some(value) = table.get(&whole) {
        return Some(Known { stem: word.len(), value, restored: None });
    }
    if !stems.inflected {
        return None;
    }
    if let Some((value, restored)) = restore(&whole, table) {
        return Some(Known { stem: word.len(), value, restored: Some(restored) });
    }
    stems.of(word).find_map(|stem| {
        let key = key(prefix, stem);
        let known = |value, restored| Known { stem: stem.len(), value, restored };
        match table.get(&key) {
            Some(value) => Some(known(value, None)),
            None => restore(&key, table).map(|(value, restored)| known(value, Some(restored))),
        }
    })
}

fn key<'w>(prefix: &str, word: &'w str) -> Cow<'w, str> {
    if prefix.is_empty() { fold(word) } else { Cow::Owned(prefix.to_owned() + &fold(word)) }
}

/// Where endings may be cut off a word: found once, asked for table after table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stems {
    /// Bytes of each stem, those with fewer endings first.
    cuts: [u16; MOST_CUTS],
    count: u8,
    /// Whether the language has endings at all.
    inflected: bool,
}

impl Stems {
    pub fn new(word: &str, endings: &Table) -> Self {
        let mut stems = Self { inflected: !endings.is_empty(), ..Self::default() };
        if stems.inflected && word.len() <= LONGEST_KEY {
            stems.cut(word, true, endings);
            let mut from = 0;
            for _ in 1..MOST_ENDINGS {
                let to = stems.count;
                for i in from..to {
                    stems.cut(&word[..usize::from(stems.cuts[usize::from(i)])], false, endings);
                }
                from = to;
            }
        }
        stems
    }

    /// The stems of the word that they were found for.
    pub fn of<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        self.cuts.into_iter().take(self.count.into()).map(|cut| &word[..usize::from(cut)])
    }

    /// Adds where one ending may be cut off `word`, the longest ending first.
    fn cut(&mut self, word: &str, last: bool, endings: &Table) {
        let from = word.floor_char_boundary(word.len().saturating_sub(LONGEST_ENDING));
        for at in word[from..].char_indices().map(|(at, _)| from + at) {
            let (stem, ending) = word.split_at(at);
            let Some(free) = self.cuts.get_mut(usize::from(self.count)) else { return };
            // An ending begins with a letter, so that the cut is one between graphemes.
            if ending.starts_with(is_sign) {
                continue;
            }
            let fits = endings.get(ending).is_some_and(|after| match after {
                "particle" => last,
                "vowel" => ends_in_vowel(stem),
                _ => true,
            });
            if fits && is_stem(stem) {
                *free = at as u16;
                self.count += 1;
            }
        }
    }
}

/// Gives `visit` every stem that `word` may have, those with fewer endings first, until it returns something.
pub(crate) fn stems<R>(word: &str, endings: &Table, visit: &mut impl FnMut(&str) -> Option<R>) -> Option<R> {
    Stems::new(word, endings).of(word).find_map(visit)
}

/// Ways to cut up to three endings that are followed: more are never met in a word.
const MOST_CUTS: usize = 16;

/// The stem of a word that no table knows: a particle, one ending and, before a postposition, च्या are cut off.
pub(super) fn guess_stem(word: &str, endings: &Table) -> usize {
    let mut stem = word;
    for (step, fits) in [is_particle, is_case, is_genitive].into_iter().enumerate() {
        let from = stem.floor_char_boundary(stem.len().saturating_sub(LONGEST_ENDING));
        let cut = stem[from..].char_indices().map(|(at, _)| from + at).find(|&at| {
            let (rest, ending) = stem.split_at(at);
            let known = endings.get(ending);
            known.is_some_and(|after| fits(ending, after) && (after != "vowel" || ends_in_vowel(rest)))
                && is_stem(rest)
        });
        match cut {
            Some(at) => {
                let postposition = stem[at..].chars().count() > 3 || step == 0;
                stem = &stem[..at];
                if !postposition {
                    break;
                }
            }
            None if step > 0 => break,
            None => {}
        }
    }
    stem.len()
}

fn is_particle(ending: &str, _: &str) -> bool {
    matches!(ending, "ही" | "सुद्धा" | "देखील")
}

/// Names end in च and स too often to cut these off a word that no table knows: तुफेक्चिच, टॉमस.
fn is_case(ending: &str, after: &str) -> bool {
    after != "particle" && !matches!(ending, "च" | "स")
}

fn is_genitive(ending: &str, _: &str) -> bool {
    ending == "च्या"
}

/// Two letters at least, and no half consonant at the end.
fn is_stem(stem: &str) -> bool {
    let letters = stem.chars().filter(|&c| is_letter(c)).count();
    letters >= 2 && !stem.ends_with('\u{94D}')
        || letters == 1 && stem.chars().any(is_sign) && stem.chars().count() > 2
}

/// A consonant or an independent vowel; the standard library's table of all letters is slow for Devanagari.
fn is_letter(c: char) -> bool {
    match c {
        '\u{900}'..='\u{97F}' => {
            !is_sign(c) && !matches!(c, '\u{951}'..='\u{954}' | '\u{93C}' | '।' | '॥' | '०'..='९' | '\u{970}')
        }
        _ => c.is_alphabetic(),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(|c| is_sign(c) && c != '\u{94D}' || matches!(c, 'अ'..='औ' | 'ॲ'))
}

pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{903}' | '\u{93E}'..='\u{94D}' | '\u{955}'..='\u{957}' | '\u{962}' | '\u{963}')
}

/// Endings of oblique stems and the dictionary's endings that they may stand for, the longest first.
const OBLIQUES: &[(&str, &[&str])] = &[
    ("ऱ्यां", &["रा", "री", "रे", "ऱ्या"]),
    ("ऱ्या", &["रा", "री", "रे"]),
    ("्यां", &["ा", "ी", "े", "्या", "्य"]),
    ("्या", &["ा", "ी", "े", "्य"]),
    ("यां", &["य", "या"]),
    ("ां", &["", "ा"]),
    ("ें", &["े", "ा"]),
    ("ीं", &["ी", ""]),
    ("ूं", &["ू"]),
    ("ोंं", &["ो"]),
    ("ों", &["ो"]),
    ("ं", &[""]),
    ("ा", &[""]),
    ("े", &["ा", ""]),
    ("ी", &[""]),
];

/// The row of `table` whose oblique stem is `stem`, if there is one.
pub(super) fn restore<'a>(stem: &str, table: &'a Table) -> Option<(&'a str, String)> {
    // All of them end so, and most stems do not.
    if !stem.ends_with(['ं', 'ा', 'े', 'ी']) {
        return None;
    }
    // No form is longer: what is cut off is put on again but for a sign or two.
    let mut form = String::with_capacity(stem.len() + 6);
    for (oblique, direct) in OBLIQUES {
        let Some(base) = stem.strip_suffix(oblique) else { continue };
        if base.is_empty() {
            continue;
        }
        for ending in *direct {
            form.clear();
            form.push_str(base);
            form.push_str(ending);
            if let Some(value) = table.get(&form) {
                return Some((value, form));
            }
            if ending.is_empty()
                && let Some(form) = lengthened(base)
                && let Some(value) = table.get(&form)
            {
                return Some((value, form));
            }
        }
    }
    None
}

/// The dictionary form of a name that no table knows, of which `stem` stands before an ending: `ends_as_name` tells what
/// names end in. `None` where it is the stem, or can't be told.
pub(super) fn guess_form(stem: &str, ends_as_name: impl Fn(&str) -> bool) -> Option<String> {
    // The plural of respect: पेठकरां|नी, भुजंगें|नी.
    if let Some(base) = stem.strip_suffix("ां") {
        return Some(base.to_owned());
    }
    if let Some(base) = stem.strip_suffix('\u{902}').filter(|base| base.ends_with(['े', 'ी', 'ू', 'ो']))
    {
        return Some(base.to_owned());
    }
    let base = stem.strip_suffix('ा')?;
    // मोहपुरा|त, चांदनगरा|त; but फातिमा|ने.
    let long = lengthened(base).filter(|long| ends_as_name(long));
    long.or_else(|| ends_as_name(base).then(|| base.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn cut(word: &str) -> Option<(String, String)> {
        let names = Table::parse("पुणे\nसातारा\nमॉस्को\nमंत्री\nपवार\nनागपूर\nमहापालिका\nशिंदे\nहेमंत\nबँक\n");
        let endings = Lang::MARATHI.language().names.endings;
        let known = find("", word, &Stems::new(word, endings), &names)?;
        let stem = word[..known.stem].to_owned();
        Some((stem.clone(), known.restored.unwrap_or(stem)))
    }

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in ('\u{800}'..'\u{A00}').chain(['a', '5', '😀']) {
            assert_eq!(is_letter(c), c.is_alphabetic() && !is_sign(c), "{c:?}");
        }
    }

    #[test]
    fn endings_are_cut_and_the_dictionary_form_restored() {
        for (word, stem, form) in [
            ("मॉस्कोने", "मॉस्को", "मॉस्को"),
            ("पुण्याच्यासाठीही", "पुण्या", "पुणे"),
            ("साताऱ्यातील", "साताऱ्या", "सातारा"),
            ("मंत्र्यांनी", "मंत्र्यां", "मंत्री"),
            ("पवारांविरुद्धच्या", "पवारां", "पवार"),
            ("नागपुरात", "नागपुरा", "नागपूर"),
            ("महापालिकेने", "महापालिके", "महापालिका"),
            ("शिंदेंनी", "शिंदें", "शिंदे"),
            ("हेमंत", "हेमंत", "हेमंत"),
            ("बँकेतही", "बँके", "बँक"),
        ] {
            assert_eq!(cut(word), Some((stem.into(), form.into())), "{word}");
        }
        for word in ["", "ने", "हेम", "पु😀", "\u{94D}\u{94D}ने", "नाशिकचे"]
        {
            assert_eq!(cut(word), None, "{word}");
        }
    }
}
