//! The folded view of a word, for look-up alone: what stands in the text is never changed.
//!
//! Self-contained, since the build script folds the keys of the packs with the same code.

use std::borrow::Cow;

const NUKTA: char = '\u{93C}';
const VIRAMA: char = '\u{94D}';
const ZWJ: char = '\u{200D}';

/// `word` with the spellings that mean the same brought to one: joiners and soft hyphens dropped,
/// `र्‍य` (eyelash ra by joiner) as `ऱ्य`, `अॅ` as `ॲ`, loan nuktas (क़ ख़ ग़ ज़ फ़) dropped, ड़ ढ़ ऱ composed,
/// `’` as `'`. The folded word is not aligned with the raw one: use it as a key only.
pub fn fold(word: &str) -> Cow<'_, str> {
    if is_plain(word) {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            'अ' if chars.peek() == Some(&'\u{945}') => {
                chars.next();
                out.push('ॲ');
            }
            NUKTA => {
                let composed = match out.chars().next_back() {
                    Some('ड') => Some('\u{95C}'),
                    Some('ढ') => Some('\u{95D}'),
                    Some('र') => Some('ऱ'),
                    _ => None,
                };
                if let Some(composed) = composed {
                    out.pop();
                    out.push(composed);
                }
            }
            ZWJ if out.ends_with(VIRAMA) && out.chars().nth_back(1) == Some('र') => {
                out.truncate(out.len() - 2 * 3);
                out.extend(['ऱ', VIRAMA]);
            }
            '\u{958}' => out.push('क'),
            '\u{959}' => out.push('ख'),
            '\u{95A}' => out.push('ग'),
            '\u{95B}' => out.push('ज'),
            '\u{95E}' => out.push('फ'),
            '’' => out.push('\''),
            ZWJ | '\u{200B}' | '\u{200C}' | '\u{AD}' | '\u{FEFF}' => {}
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether nothing in it is spelled otherwise. Nearly every word that is read passes here several times, so that the
/// letters of Devanagari are told by their bytes.
fn is_plain(word: &str) -> bool {
    let mut rest = word.as_bytes();
    loop {
        rest = match rest {
            [0xE0, 0xA4, 0xBC, ..] | [0xE0, 0xA5, 0x85 | 0x98..=0x9B | 0x9E, ..] => return false,
            [0xE0, 0xA4 | 0xA5, _, after @ ..] | [0..=0x7F, after @ ..] => after,
            [] => return true,
            _ => return !word[word.len() - rest.len()..].chars().any(is_folded),
        }
    }
}

fn is_folded(c: char) -> bool {
    matches!(c, '\u{93C}' | '\u{945}' | '\u{958}'..='\u{95B}' | '\u{95E}' | '\u{200B}'..='\u{200D}' | '\u{AD}' | '\u{FEFF}' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_by_bytes_is_told_right() {
        for c in (' '..='\u{2100}').chain(['\u{FEFF}', '😀']) {
            assert_eq!(is_plain(&format!("क{c}क")), !is_folded(c), "{c:?}");
        }
    }

    #[test]
    fn spellings_that_mean_the_same() {
        for (raw, folded) in [
            ("अॅड", "ॲड"),
            ("ज़मीन", "जमीन"),
            ("ज\u{93C}मीन", "जमीन"),
            ("सड\u{93C}क", "स\u{95C}क"),
            ("दौर\u{94D}\u{200D}यावर", "दौऱ्यावर"),
            ("दौर\u{93C}\u{94D}यावर", "दौऱ्यावर"),
            ("क\u{94D}\u{200D}ष", "क्ष"),
            ("don’t", "don't"),
            ("बॅट", "बॅट"),
            ("😀", "😀"),
        ] {
            assert_eq!(fold(raw), folded);
        }
    }
}
