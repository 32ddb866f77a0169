//! Which language a text is in.

use super::{Lang, READ};
use crate::text::{Script, find, fold, has, lower};

/// Words read before deciding: an article shows its language in its first paragraphs, and the bound keeps a
/// long text from being read twice.
const WORDS_READ: usize = 2_000;

/// Scripts that one language alone writes, or nearly so, among those without tables here.
const BY_SCRIPT: &[(Script, &str)] = &[
    (Script::Bengali, "bn"),
    (Script::Gurmukhi, "pa"),
    (Script::Gujarati, "gu"),
    (Script::Oriya, "or"),
    (Script::Tamil, "ta"),
    (Script::Telugu, "te"),
    (Script::Kannada, "kn"),
    (Script::Malayalam, "ml"),
    (Script::Sinhala, "si"),
    (Script::Thai, "th"),
    (Script::Greek, "el"),
    (Script::Hebrew, "he"),
];

/// The language of `text`: among those that share its script the one whose function words it has most of.
///
/// A Devanagari text without any is Marathi, a Latin one without any is undetermined.
pub fn guess(text: &str) -> Lang {
    let words: Vec<&str> = text
        .split(|c: char| {
            c.is_whitespace() || Script::of(c) == Script::Common && !has("'’\u{200C}\u{200D}", c)
        })
        .filter(|w| !w.is_empty())
        .take(WORDS_READ)
        .collect();
    let Some(script) = most_frequent(words.iter().map(|w| Script::of_word(w))) else {
        return Lang::UNDETERMINED;
    };
    let keys: Vec<String> = words.iter().map(|w| lower(&fold(w))).collect();
    let hits = |i: usize| {
        let table = READ[i].2;
        let signs: Vec<Sign> = table.rows().filter_map(|(key, _)| Sign::parse(key)).collect();
        keys.iter().filter(|w| table.contains(w) || signs.iter().any(|sign| sign.is_in(w))).count()
    };
    let candidates = (0..READ.len()).filter(|&i| READ[i].1 == script);
    // max_by_key keeps the last of equals, so the order is turned round: the first language wins a tie.
    match candidates.rev().map(|i| (hits(i), i)).max_by_key(|&(n, _)| n) {
        Some((0, _)) if script == Script::Latin => Lang::UNDETERMINED,
        Some((_, i)) => READ[i].0,
        None => BY_SCRIPT
            .iter()
            .find(|(s, _)| *s == script)
            .map_or(Lang::UNDETERMINED, |(_, code)| Lang::parse(code).expect("codes of the table are known")),
    }
}

/// A row of the table of function words that is no word: `-च्या`, an ending, or `*ळ`, a letter.
enum Sign<'t> {
    Ending(&'t str),
    Letter(&'t str),
}

impl<'t> Sign<'t> {
    fn parse(key: &'t str) -> Option<Self> {
        key.strip_prefix('-').map(Self::Ending).or_else(|| key.strip_prefix('*').map(Self::Letter))
    }

    fn is_in(&self, word: &str) -> bool {
        match self {
            Self::Ending(ending) => word.ends_with(ending),
            Self::Letter(letter) => find(word, letter).is_some(),
        }
    }
}

fn most_frequent(scripts: impl Iterator<Item = Script>) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in scripts.filter(|&s| s != Script::Common) {
        match counts.iter_mut().find(|(s, _)| *s == script) {
            Some((_, n)) => *n += 1,
            None => counts.push((script, 1)),
        }
    }
    // The one met first wins a tie, whatever the order of the enum.
    counts.into_iter().rev().max_by_key(|&(_, n)| n).map(|(script, _)| script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_three_apart() {
        for (text, lang) in [
            ("पंतप्रधान आज पुण्यात येणार आहेत. 😀", "mr"),
            ("प्रधानमंत्री आज पुणे में आएंगे। 😀", "hi"),
            ("The prime minister will visit Pune today. 😀", "en"),
            ("मुंबई", "mr"),
            ("जनता दलाने एक वेळी सर्वांना तिलांजली दिली", "mr"),
            ("लड\u{93C}कियों का दल रवाना", "hi"),
            ("BMW और Audi की कारें NASA ISRO WHO के पास हैं।", "hi"),
            ("প্রধানমন্ত্রী আজ আসবেন", "bn"),
            ("Lorem ipsum dolor sit amet", "und"),
            ("", "und"),
            ("😀 १२३ ...", "und"),
        ] {
            assert_eq!(guess(text).code(), lang, "{text}");
        }
    }
}
