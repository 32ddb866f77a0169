//! Small letters, for look-up alone.

/// `word` in the small letters of the alphabets that the tables are written in: Latin, Greek, Cyrillic. The standard
/// library's knows them all and brings a table of twelve kilobytes.
pub fn lower(word: &str) -> String {
    // Words of scripts without capitals stay as they are: no letter that has one begins with another byte.
    let may_be_capital = |b: u8| b.is_ascii_uppercase() || matches!(b, 0xC3..=0xD3);
    if word.bytes().any(may_be_capital) { word.chars().map(small).collect() } else { word.to_owned() }
}

fn small(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Έ'..='Ί' => 37,
        'Ѐ'..='Џ' => 80,
        // In these blocks a capital stands right before its small letter.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ґ'..='ҿ' | 'Ӑ'..='ӿ' if c != 'İ' && c != 'ı' && u32::from(c) % 2 == 0 => {
            1
        }
        'Ĺ'..='ň' | 'Ź'..='ž' if u32::from(c) % 2 == 1 => 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_has_it() {
        for word in ["AZaz09", "ÉÀÞßÿ", "ĀāĶĹŁŇŊŐŠŶŹŻŽı", "ΈΑΣΩΫάς", "ЀЁЖЯЇЄҐӘ", "मराठी 😀 中"]
        {
            assert_eq!(lower(word), word.to_lowercase());
        }
    }

    #[test]
    fn each_letter_up_to_the_cyrillic_ones_is_small_or_left_alone() {
        for c in ('\0'..'\u{500}').filter(|&c| small(c) != c) {
            assert_eq!(c.to_lowercase().to_string(), small(c).to_string(), "{c}");
        }
    }
}
