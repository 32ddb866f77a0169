//! Which script a character belongs to, as far as rules need to tell scripts apart.

/// A writing system. Letters outside the list are [`Script::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Digits, punctuation, symbols, spaces: belongs to whatever stands around it.
    Common,
    /// Latin letters, with their accents.
    Latin,
    /// Greek.
    Greek,
    /// Cyrillic.
    Cyrillic,
    /// Hebrew.
    Hebrew,
    /// Arabic, with the letters of Urdu and Sindhi.
    Arabic,
    /// Devanagari: Marathi, Hindi, Nepali, Konkani, Sanskrit.
    Devanagari,
    /// Bengali and Assamese.
    Bengali,
    /// Gurmukhi: Punjabi.
    Gurmukhi,
    /// Gujarati.
    Gujarati,
    /// Odia.
    Oriya,
    /// Tamil.
    Tamil,
    /// Telugu.
    Telugu,
    /// Kannada.
    Kannada,
    /// Malayalam.
    Malayalam,
    /// Sinhala.
    Sinhala,
    /// Thai.
    Thai,
    /// Han, kana and Hangul: told apart from the rest, not from each other.
    EastAsian,
    /// A letter of any other script.
    Other,
}

/// First and last letter of each block, ascending. Source: the Unicode block list; blocks that hold
/// punctuation and symbols alone are left out and so count as common.
const BLOCKS: &[(u32, u32, Script)] = &[
    (0x41, 0x5A, Script::Latin),
    (0x61, 0x7A, Script::Latin),
    (0xAA, 0xAA, Script::Latin),
    (0xBA, 0xBA, Script::Latin),
    (0xC0, 0xD6, Script::Latin),
    (0xD8, 0xF6, Script::Latin),
    (0xF8, 0x2AF, Script::Latin),
    (0x370, 0x3FF, Script::Greek),
    (0x400, 0x52F, Script::Cyrillic),
    (0x531, 0x556, Script::Other),
    (0x560, 0x588, Script::Other),
    (0x591, 0x5F4, Script::Hebrew),
    (0x610, 0x61A, Script::Arabic),
    (0x620, 0x65F, Script::Arabic),
    (0x66E, 0x6D3, Script::Arabic),
    (0x6D5, 0x6EF, Script::Arabic),
    (0x6FA, 0x6FF, Script::Arabic),
    (0x70F, 0x74F, Script::Other),
    (0x750, 0x77F, Script::Arabic),
    (0x780, 0x8FF, Script::Other),
    (0x900, 0x963, Script::Devanagari),
    (0x970, 0x97F, Script::Devanagari),
    (0x980, 0x9E5, Script::Bengali),
    (0x9F0, 0x9FE, Script::Bengali),
    (0xA01, 0xA5E, Script::Gurmukhi),
    (0xA70, 0xA75, Script::Gurmukhi),
    (0xA81, 0xAE3, Script::Gujarati),
    (0xAF9, 0xAFF, Script::Gujarati),
    (0xB01, 0xB63, Script::Oriya),
    (0xB71, 0xB71, Script::Oriya),
    (0xB82, 0xBE5, Script::Tamil),
    (0xC00, 0xC63, Script::Telugu),
    (0xC80, 0xCE3, Script::Kannada),
    (0xD00, 0xD63, Script::Malayalam),
    (0xD7A, 0xD7F, Script::Malayalam),
    (0xD81, 0xDDF, Script::Sinhala),
    (0xE01, 0xE4E, Script::Thai),
    (0xE81, 0xECD, Script::Other),
    (0xF00, 0xF00, Script::Other),
    (0xF18, 0xF39, Script::Other),
    (0xF3E, 0xFBC, Script::Other),
    (0x1000, 0x1049, Script::Other),
    (0x1050, 0x10FA, Script::Other),
    (0x10FC, 0x10FF, Script::Other),
    (0x1100, 0x11FF, Script::EastAsian),
    (0x1200, 0x135F, Script::Other),
    (0x1369, 0x166D, Script::Other),
    (0x166F, 0x1734, Script::Other),
    (0x1740, 0x17D3, Script::Other),
    (0x17D7, 0x17FF, Script::Other),
    (0x180B, 0x1943, Script::Other),
    (0x1946, 0x1AA7, Script::Other),
    (0x1AAE, 0x1B59, Script::Other),
    (0x1B60, 0x1C3A, Script::Other),
    (0x1C40, 0x1C7D, Script::Other),
    (0x1C80, 0x1DBF, Script::Other),
    (0x1E00, 0x1EFF, Script::Latin),
    (0x1F00, 0x1FFF, Script::Greek),
    (0x2C00, 0x2DFF, Script::Other),
    (0x3040, 0x318F, Script::EastAsian),
    (0x31A0, 0x31FF, Script::EastAsian),
    (0x3400, 0x4DBF, Script::EastAsian),
    (0x4E00, 0x9FFF, Script::EastAsian),
    (0xA000, 0xA63F, Script::Other),
    (0xA640, 0xA69F, Script::Cyrillic),
    (0xA722, 0xA7FF, Script::Latin),
    (0xA8E0, 0xA8FF, Script::Devanagari),
    (0xAC00, 0xD7AF, Script::EastAsian),
    (0xF900, 0xFAFF, Script::EastAsian),
    (0xFB1D, 0xFB4F, Script::Hebrew),
    (0xFB50, 0xFDFF, Script::Arabic),
    (0xFE70, 0xFEFC, Script::Arabic),
    (0xFF21, 0xFF3A, Script::Latin),
    (0xFF41, 0xFF5A, Script::Latin),
    (0xFF66, 0xFFDC, Script::EastAsian),
    (0x10000, 0x1CFFF, Script::Other),
    (0x1E000, 0x1EFFF, Script::Other),
    (0x20000, 0x3FFFF, Script::EastAsian),
];

impl Script {
    /// The script of one character.
    pub fn of(c: char) -> Script {
        let code = c as u32;
        let at = BLOCKS.partition_point(|&(_, last, _)| last < code);
        match BLOCKS.get(at) {
            Some(&(first, _, script)) if first <= code => script,
            _ => Script::Common,
        }
    }

    /// The script of a word: that of its first letter.
    pub fn of_word(word: &str) -> Script {
        word.chars().map(Script::of).find(|&s| s != Script::Common).unwrap_or(Script::Common)
    }

    /// Whether the script writes vowel signs around consonants, as all scripts of Brahmi descent do.
    pub fn is_indic(self) -> bool {
        use Script::*;
        matches!(
            self,
            Devanagari
                | Bengali
                | Gurmukhi
                | Gujarati
                | Oriya
                | Tamil
                | Telugu
                | Kannada
                | Malayalam
                | Sinhala
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_ascend_and_do_not_overlap() {
        assert!(BLOCKS.iter().all(|b| b.0 <= b.1));
        assert!(BLOCKS.windows(2).all(|w| w[0].1 < w[1].0));
    }

    #[test]
    fn letters_signs_and_digits() {
        for (c, script) in [
            ('a', Script::Latin),
            ('é', Script::Latin),
            ('म', Script::Devanagari),
            ('\u{94D}', Script::Devanagari),
            ('।', Script::Common),
            ('५', Script::Common),
            ('ক', Script::Bengali),
            ('中', Script::EastAsian),
            ('😀', Script::Common),
            ('\u{200D}', Script::Common),
        ] {
            assert_eq!(Script::of(c), script, "{c:?}");
        }
        assert_eq!(Script::of_word("२मराठी😀"), Script::Devanagari);
    }
}
