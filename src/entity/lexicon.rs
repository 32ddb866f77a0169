//! Whether a word is an ordinary one of the language.

use super::mention::{self, Stems};
use crate::lang::{Lang, NameWords};
use crate::pack::Pack;
use crate::text::lower;

/// Tables of ordinary words, where the pack has them.
const TABLES: [&str; 6] = ["indeclinables", "nouns", "adjectives", "verbs", "function-words", "common-words"];

/// Endings that make a Marathi or Hindi verb form of a stem. With one of these a word is a verb form when the
/// table of verbs knows the stem.
const VERB_ENDINGS: &[&str] = &[
    "णार",
    "णारा",
    "णारी",
    "णारे",
    "णाऱ्या",
    "णाऱ्यां",
    "लेला",
    "लेली",
    "लेले",
    "लेल्या",
    "ला",
    "ली",
    "ले",
    "ल्या",
    "लो",
    "लं",
    "तो",
    "ते",
    "ती",
    "तात",
    "त",
    "ता",
    "ताना",
    "तील",
    "ेल",
    "ेन",
    "ू",
    "ून",
    "ऊन",
    "णे",
    "ण्या",
    "ायचा",
    "ायची",
    "ायचे",
    "ायच्या",
    "ायला",
    "ावा",
    "ावी",
    "ावे",
    "ाव्या",
    "ावेत",
    "ा",
    "ी",
    "ल्यास",
    "ल्यावर",
    "ल्यानंतर",
    "ल्याने",
    "ल्याची",
    "ल्याचे",
    "ल्याचा",
    "वला",
    "वली",
    "वले",
    "वून",
    "वत",
    "िला",
    "िली",
    "िले",
    "ितात",
    "ित",
];

/// Whether the lexicon of the pack knows `word`, as it stands or inflected.
pub(super) fn knows(word: &str, key: &str, stems: &Stems, pack: &Pack, words: &NameWords) -> bool {
    if pack.lang == Lang::ENGLISH.code() {
        let lower = lower(key);
        return ["function-words", "common-words"].iter().any(|name| pack.table(name).contains(&lower));
    }
    TABLES.iter().any(|name| pack.table(name).contains(key))
        || words.endings.is_empty() && is_hindi_form(key, pack)
        || ["nouns", "adjectives"]
            .iter()
            .any(|name| mention::find("", word, stems, pack.table(name)).is_some())
        || is_verb(key, pack)
        || adjective(key, pack)
        // Pronouns and adverbs take endings too: आतापर्यंत, त्यांच्याकडे.
        || stems.of(word).any(|stem| pack.table("indeclinables").contains(stem))
}

/// Whether the lexicon has `form` as a dictionary form.
pub(super) fn has(form: &str, pack: &Pack) -> bool {
    TABLES.iter().any(|name| pack.table(name).contains(form))
}

/// Endings of Hindi verb forms and of plural nouns, which no ending is cut from: टोकती, बचाकर, रहने, यूनियनों. A word
/// with one of them that the gazetteer doesn't know is no name.
const HINDI_FORMS: &[&str] = &[
    "कर",
    "ती",
    "ते",
    "ता",
    "ना",
    "ने",
    "नी",
    "ेगा",
    "ेगी",
    "ेंगे",
    "एगा",
    "एगी",
    "एंगे",
    "ाया",
    "ाई",
    "ाए",
    "ोया",
    "िए",
    "ीं",
    "ों",
    "ओं",
    "ियां",
    "ियाँ",
    "वाला",
    "वाली",
    "वाले",
    "ूंगा",
    "ूंगी",
    "ाना",
    "ाने",
    "ाकर",
    "ाता",
    "ाती",
    "ाते",
];

/// Direct and oblique forms of Hindi nouns, and verb forms by their endings.
fn is_hindi_form(key: &str, pack: &Pack) -> bool {
    let nouns = pack.table("nouns");
    let noun = |base: &str, ending: &str| nouns.contains(&[base, ending].concat());
    let plural = |ending: &str, direct: &[&str]| {
        key.strip_suffix(ending).is_some_and(|base| direct.iter().any(|d| noun(base, d)))
    };
    plural("ों", &["", "ा"])
        || plural("े", &["ा"])
        || plural("ियों", &["ी", "ि"])
        || plural("ियां", &["ी", "ि"])
        || plural("ें", &[""])
        || key.chars().count() > 3 && HINDI_FORMS.iter().any(|ending| key.ends_with(ending))
}

fn is_verb(key: &str, pack: &Pack) -> bool {
    let verbs = pack.table("verbs");
    !verbs.is_empty()
        && VERB_ENDINGS.iter().any(|e| key.strip_suffix(e).is_some_and(|stem| verbs.contains(stem)))
}

/// Variable adjectives: मोठी, मोठे, मोठ्या of मोठा.
fn adjective(key: &str, pack: &Pack) -> bool {
    let adjectives = pack.table("adjectives");
    !adjectives.is_empty()
        && ["ी", "े", "्या", "ं"].iter().any(|ending| {
            key.strip_suffix(ending).is_some_and(|base| adjectives.contains(&[base, "ा"].concat()))
        })
}
