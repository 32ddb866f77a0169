//! Codes that speak of faults of one family: close enough that taking one for the other is half right.

const FAMILIES: [&[&str]; 11] = [
    &["wrong-way-quote", "unpaired-quote", "floating-quote", "mixed-quote-order"],
    &["stuttered-word", "repeated-word", "repeated-phrase", "self-governing-noun"],
    &[
        "name-variant",
        "scrambled-acronym",
        "truncated-acronym",
        "spelled-out-acronym",
        "wrong-name",
        "missing-name",
    ],
    &["doubled-attribution", "crossed-attribution"],
    &["mixed-digits", "broken-number-grouping", "number-mismatch", "date-mismatch"],
    &["missing-eyelash-ra", "broken-cluster", "stray-joiner", "misspelling"],
    &[
        "split-postposition",
        "spaced-punctuation",
        "doubled-punctuation",
        "missing-space",
        "mixed-terminators",
    ],
    &[
        "leftover-markup",
        "mojibake",
        "foreign-script",
        "mixed-script-word",
        "boilerplate",
        "untranslated-run",
        "leftover-placeholder",
        "prompt-leak",
    ],
    &["missing-oblique", "agreement-mismatch", "missing-ergative", "case-mismatch", "fragment"],
    &[
        "relative-calque",
        "calque",
        "transliterated-noun",
        "mistranslation",
        "missing-negation",
        "omitted-sentence",
        "missing-quotation",
    ],
    &["honorific-mix", "term-variant"],
];

/// Whether both codes are of one family; a code of none is only its own kin.
pub fn are_kin(a: &str, b: &str) -> bool {
    a == b || FAMILIES.iter().any(|family| family.contains(&a) && family.contains(&b))
}
