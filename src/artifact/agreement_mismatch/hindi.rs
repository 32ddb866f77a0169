//! Hindi's part: a verb that does not agree with its noun, चिंता जताया for चिंता जताई, and a modifier that does not,
//! बड़ा योजना for बड़ी योजना.
//!
//! Judged is gender, and number only where it is counted: the plural of respect makes it uncertain. Silent where any word of
//! the clause may be what the verb agrees with instead: an unknown word, a name, a pronoun, a noun of the verb's gender. Nouns
//! for people that name men and women alike (मंत्री, अध्यक्ष) are of either gender.
//!
//! In 306,000 words of papers and of our own sentences it spoke 12 times, ten of them rightly.

mod mend;
mod modifiers;
mod verb;
mod verbs;

use crate::artifact::hindi::{Word, words};
use crate::artifact::{Article, Findings};
use crate::morphology::Cells;
use crate::text::fold;

pub(super) fn check(article: &Article, findings: &mut Findings) {
    for sentence in article.sentences {
        let words = words(article, sentence);
        modifiers::check(article, words, findings);
        verbs::check(article, words, findings);
    }
}

/// Masculine nouns in -क that are no people, so that only their own gender will do.
const THINGS_IN_K: [&str; 23] = [
    "अंक",
    "आतंक",
    "कारक",
    "घटक",
    "चेक",
    "ट्रक",
    "तकनीक",
    "दशक",
    "नमक",
    "नाटक",
    "पदक",
    "पुस्तक",
    "फाटक",
    "बैंक",
    "मानक",
    "मुल्क",
    "विधेयक",
    "शतक",
    "शीर्षक",
    "शुल्क",
    "संपर्क",
    "सूचकांक",
    "स्मारक",
];

/// Whether the noun names men and women alike, or may.
fn is_epicene(article: &Article, word: &str) -> bool {
    const ENDS: [&str; 22] = [
        "अधिकारी",
        "आरोपी",
        "कर्ता",
        "कर्मचारी",
        "कर्मी",
        "कार",
        "कैदी",
        "गवाह",
        "ज्ञ",
        "त्री",
        "दाता",
        "दार",
        "दूत",
        "धीश",
        "नागरिक",
        "नेता",
        "पति",
        "पाल",
        "यात्री",
        "वादी",
        "वक्ता",
        "सचिव",
    ];
    const WORDS: [&str; 35] = [
        "अतिथि",
        "अध्यक्ष",
        "आदमी",
        "आरोपी",
        "उम्मीदवार",
        "एजेंट",
        "कप्तान",
        "कर्मचारी",
        "कवि",
        "किसान",
        "कोच",
        "खिलाड़ी",
        "गवाह",
        "छात्र",
        "जज",
        "डॉक्टर",
        "दर्शक",
        "दोषी",
        "दोस्त",
        "निवासी",
        "नेता",
        "पड़ोसी",
        "पायलट",
        "प्रत्याशी",
        "प्रधान",
        "मंत्री",
        "मजदूर",
        "मरीज",
        "मुखिया",
        "मेहमान",
        "रोगी",
        "विजेता",
        "विद्यार्थी",
        "सचिव",
        "सांसद",
    ];
    const NO_PEOPLE: [&str; 10] =
        ["अधिकार", "आकार", "आधार", "करार", "कारोबार", "अंधकार", "पुरस्कार", "प्रकार", "बहिष्कार", "साक्षात्कार"];
    // लड़का, बेटा: the feminine is another word.
    let paired = word.ends_with('ा')
        && article.table("nouns").get(&fold(word)).is_some_and(|row| !row.ends_with(word));
    if paired || NO_PEOPLE.contains(&word) || THINGS_IN_K.contains(&word) {
        return false;
    }
    let listed = |table: &str| article.table(table).contains(&fold(word));
    // जवाबदेह कार: a car, and short besides.
    WORDS.contains(&word)
        || word.chars().count() > 4 && (ENDS.iter().any(|end| word.ends_with(end)) || word.ends_with('क'))
        || listed("people")
}

/// The genders that may be of the noun's referent: both of a noun for people that is masculine by the table.
fn genders(article: &Article, word: &Word) -> Cells {
    if word.gender.meets(Cells::MASCULINE) && is_epicene(article, word.text) {
        return Cells::MASCULINE.or(Cells::FEMININE);
    }
    word.gender
}

/// Nouns that say when, where or how much, with which nothing need agree, and such as make one verb with theirs.
const NO_OBJECTS: [&str; 66] = [
    "अंक",
    "इस्तेमाल",
    "उपयोग",
    "एकड़",
    "ओर",
    "करोड़",
    "कारण",
    "काम",
    "किलो",
    "किलोमीटर",
    "खातिर",
    "गज",
    "घंटा",
    "घंटे",
    "घर",
    "टन",
    "डिग्री",
    "डॉलर",
    "तरफ",
    "तरह",
    "दफा",
    "दम",
    "दिन",
    "दूर",
    "दोपहर",
    "दौरान",
    "नजर",
    "पल",
    "पार",
    "पीछे",
    "प्रतिशत",
    "प्रयोग",
    "फीट",
    "फीसदी",
    "फुट",
    "बजे",
    "बार",
    "भर",
    "भाग",
    "महीना",
    "महीने",
    "मिनट",
    "मील",
    "मीटर",
    "मौके",
    "याद",
    "रात",
    "रुपये",
    "लाख",
    "लीटर",
    "वजह",
    "वक्त",
    "वर्ष",
    "शाम",
    "शिकार",
    "सप्ताह",
    "समझ",
    "समय",
    "साल",
    "सुबह",
    "हजार",
    "हफ्ता",
    "हफ्ते",
    "हाथ",
    "हिस्सा",
    "हेक्टेयर",
];
