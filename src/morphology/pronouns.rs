//! The stems of pronouns before endings. A closed class, so it stands here and not in the pack.

use super::Cells;

/// Stem, dictionary form, genders; a stem in -ं is plural. By stem.
const STEMS: &[(&str, &str, &str)] = &[
    ("अनेकां", "अनेक", "mfn"),
    ("आपण", "आपण", "mf"),
    ("आपणा", "आपण", "mf"),
    ("आपल्या", "आपण", "mf"),
    ("आपल्या", "आपला", "mfn"),
    ("आम", "आम्ही", "mf"),
    ("आमच्या", "आम्ही", "mf"),
    ("आम्हा", "आम्ही", "mf"),
    ("आम्हां", "आम्ही", "mf"),
    ("इतरां", "इतर", "mfn"),
    ("एकमेकां", "एकमेक", "mfn"),
    ("एका", "एक", "mfn"),
    ("कशा", "काय", "n"),
    ("काही", "काही", "mfn"),
    ("काहीं", "काही", "mfn"),
    ("कुणा", "कुणी", "mf"),
    ("कुणा", "कोण", "mf"),
    ("कुणां", "कोण", "mf"),
    ("कोणा", "कोण", "mf"),
    ("कोणा", "कोणी", "mf"),
    ("कोणां", "कोण", "mf"),
    ("चौघां", "चौघे", "mfn"),
    ("जि", "जी", "f"),
    ("जिच्या", "जी", "f"),
    ("ज्या", "जे", "n"),
    ("ज्या", "जो", "m"),
    ("ज्यां", "जे", "mfn"),
    ("ज्यांच्या", "जे", "mfn"),
    ("ति", "ती", "f"),
    ("तिघां", "तिघे", "mfn"),
    ("तिच्या", "ती", "f"),
    ("तु", "तू", "mf"),
    ("तुझ्या", "तू", "mf"),
    ("तुम", "तुम्ही", "mf"),
    ("तुमच्या", "तुम्ही", "mf"),
    ("तुम्हा", "तुम्ही", "mf"),
    ("तुम्हां", "तुम्ही", "mf"),
    ("त्या", "ते", "n"),
    ("त्या", "तो", "m"),
    ("त्यां", "ते", "mfn"),
    ("त्यांच्या", "ते", "mfn"),
    ("त्याच्या", "तो", "m"),
    ("दोघां", "दोघे", "mfn"),
    ("प्रत्येका", "प्रत्येक", "mfn"),
    ("बहुतेकां", "बहुतेक", "mfn"),
    ("म", "मी", "mf"),
    ("माझ्या", "मी", "mf"),
    ("या", "हा", "m"),
    ("या", "हे", "n"),
    ("यां", "हे", "mfn"),
    ("यांच्या", "हे", "mfn"),
    ("सगळ्यां", "सगळा", "mfn"),
    ("सर्वां", "सर्व", "mfn"),
    ("स्वतः", "स्वतः", "mf"),
    ("हि", "ही", "f"),
    ("हिच्या", "ही", "f"),
    ("ह्या", "हा", "m"),
    ("ह्या", "हे", "n"),
    ("ह्यां", "हे", "mfn"),
];

/// The pronouns whose stem this is, with what the stem says of gender and number.
pub(super) fn of_stem(stem: &str) -> impl Iterator<Item = (&'static str, Cells)> {
    let first = STEMS.partition_point(|(own, ..)| *own < stem);
    STEMS[first..].iter().take_while(move |(own, ..)| *own == stem).map(|&(own, lemma, genders)| {
        let plural = own.contains('ं') || matches!(lemma, "आम्ही" | "तुम्ही" | "आपण");
        (lemma, Cells::genders(genders).and(if plural { Cells::PLURAL } else { Cells::SINGULAR }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_sorted() {
        assert!(STEMS.is_sorted());
        assert_eq!(of_stem("यां").map(|(lemma, _)| lemma).collect::<Vec<_>>(), ["हे"]);
    }
}
