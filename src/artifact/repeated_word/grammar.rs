//! Which words grammar doubles, language by language.

use super::super::{Article, attribution, lexicon};
use crate::text::{fold, lower};

/// What a doubled word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubling {
    Lawful,
    Fault,
    /// People repeat such words for emphasis, writers do not.
    FaultOutsideQuotation,
}

use Doubling::{Fault, FaultOutsideQuotation, Lawful};

/// What no table knows is long enough from here on: in half a million words of news nothing of this length was doubled but
/// participles.
const LONG_WORD: usize = 4;

/// The same for Hindi: of 560,000 words of news none of this length was doubled.
const LONG_HINDI: usize = 4;

/// Letters of an English word that is doubled for no sound or dish: tuk tuk, piri piri, blah blah.
const LONG_ENGLISH: usize = 6;

/// Nouns of fewer syllables double to distribute (गाव गाव, भाग भाग) more freely than any list knows.
const LONG_NOUN: usize = 3;

pub(super) fn marathi(article: &Article, word: &str) -> Doubling {
    let bare = word.strip_suffix('च').unwrap_or(word);
    if is_listed(article, word) || bare.chars().count() < 2 {
        return Lawful;
    }
    // What has been done, or who does it, is one and the same: झालेल्या, जिंकणाऱ्या.
    let verbal =
        ["लेला", "लेली", "लेले", "लेल्या", "णारा", "णारी", "णारे", "णाऱ्या"].iter().any(|end| word.ends_with(end));
    if verbal {
        return FaultOutsideQuotation;
    }
    match class(article, word).or_else(|| class(article, bare)) {
        Some("int" | "interj" | "part" | "num" | "quant" | "dem") => return Lawful,
        Some("conj") => return Fault,
        Some("aux") => return if is_participle(article, word) { Lawful } else { Fault },
        Some("pron") => return if is_personal(word) { Fault } else { Lawful },
        Some("adv") => return FaultOutsideQuotation,
        _ => {}
    }
    if is_variable_adjective(article, word) {
        return Lawful;
    }
    if free(article, word).is_some() || is_said(article, word) {
        return Fault;
    }
    if lexicon::is_verb(article, word) {
        // Bare stem and -ा are imperatives: थांबा थांबा.
        let is_call = article.table("verbs").contains(word) || word.ends_with('ा') && !word.ends_with("ला");
        return if is_participle(article, word) || is_call { Lawful } else { Fault };
    }
    let is_long = lexicon::syllables(word) >= LONG_NOUN;
    if article.table("names").contains(word) && !is_only(article, word, "tuh+") {
        return if is_long && is_only(article, word, "p+") { FaultOutsideQuotation } else { Lawful };
    }
    let unknown = lexicon::syllables(word) >= LONG_WORD && !is_participle(article, word);
    if is_long && (lexicon::is_word(article, word) || has_case(article, word)) || unknown {
        return FaultOutsideQuotation;
    }
    Lawful
}

/// Whether the word is the finite verb of a frame of speech: म्हटले, कहा.
fn is_said(article: &Article, word: &str) -> bool {
    attribution::words_of(article.doc.lang).get(word) == Some("verb")
}

pub(super) fn hindi(article: &Article, word: &str, next: &str) -> Doubling {
    if is_listed(article, word) {
        return Lawful;
    }
    match class(article, word) {
        Some("postposition" | "conjunction") => {
            // के के मेनन: the letter K looks like a postposition before a surname.
            let next = &*fold(next);
            let is_initial =
                word == "के" && class(article, next).is_none() && article.table("names").contains(next);
            return if is_initial { Lawful } else { Fault };
        }
        Some("auxiliary") => {
            return if is_hindi_participle(word) || word.ends_with("के") { Lawful } else { Fault };
        }
        Some("pronoun" | "particle") => return if word.chars().count() > 1 { Fault } else { Lawful },
        Some("adverb") => return FaultOutsideQuotation,
        Some(_) => return Lawful,
        None => {}
    }
    let is_future =
        ["ेगा", "ेगी", "ेंगे", "ेंगी", "ूंगा", "ूंगी", "एगा", "एगी", "एंगे", "एंगी"].iter().any(|end| word.ends_with(end));
    if is_future || is_said(article, word) {
        return Fault;
    }
    let is_long = lexicon::syllables(word) >= 2 && word.chars().count() >= 4;
    if article.table("names").contains(word) && !article.table("nouns").contains(word) {
        return if is_long && is_only(article, word, "p+") { FaultOutsideQuotation } else { Lawful };
    }
    // बातों बातों में is an idiom of the plural, and of nothing else.
    let plural = word.ends_with("ों") && next != "में" && word.chars().count() > 3;
    let unknown = lexicon::syllables(word) >= LONG_HINDI && !is_hindi_participle(word);
    let noun = is_long && article.table("nouns").contains(word);
    if noun || plural || unknown { FaultOutsideQuotation } else { Lawful }
}

/// Hindi participles double for what goes on: जाते जाते, सोच सोचकर.
fn is_hindi_participle(word: &str) -> bool {
    ["ते", "ता", "ती", "कर"].iter().any(|end| word.ends_with(end))
}

pub(super) fn english(article: &Article, word: &str, is_same: bool) -> Doubling {
    let lower = lower(word);
    let class = article.table("function-words").get(&lower);
    // A capital on both makes it a name: Really Really, Duran Duran. The article and its like do so in no name.
    if is_same && lower != word && word.len() > 1 && !matches!(class, Some("article" | "preposition")) {
        return Lawful;
    }
    let ok = article.table("repeated-ok");
    if [word, &lower].iter().any(|w| ok.contains(&format!("{w} {w}"))) {
        return Lawful;
    }
    match class {
        Some("interjection" | "number") => Lawful,
        Some("adverb" | "quantifier") => FaultOutsideQuotation,
        Some(_) => Fault,
        None if lower == word
            && (article.table("common-words").contains(word) && word.len() > 1
                || word.len() >= LONG_ENGLISH) =>
        {
            FaultOutsideQuotation
        }
        None => Lawful,
    }
}

/// Whether the second word is the postposition that the first already ends in: घेण्यासाठी साठी.
pub(super) fn is_ending_again(article: &Article, first: &str, second: &str) -> bool {
    let (first, second) = (fold(first), fold(second));
    first.strip_suffix(&*second).is_some_and(|stem| stem.chars().count() > 1)
        && second.chars().count() > 1
        // Forms that often stand alone may do so here: दिवसभर भर पावसात.
        && (matches!(free(article, &second), Some("no" | "rare")) || second == "वर")
        && article.table("postpositions").get(&second).is_some_and(|value| value.starts_with("yes"))
}

fn is_listed(article: &Article, word: &str) -> bool {
    article.table("reduplication").contains(&format!("{word} {word}"))
}

/// The class of a word that does not inflect, or of an auxiliary or pronoun.
fn class<'a>(article: &Article<'a>, word: &str) -> Option<&'a str> {
    article.table("indeclinables").get(word).and_then(|value| value.split('\t').next())
}

/// Whether a postposition also stands alone: yes, rare, no.
fn free<'a>(article: &Article<'a>, word: &str) -> Option<&'a str> {
    article.table("postpositions").get(word).and_then(|value| value.split('\t').nth(1))
}

/// Marathi participles double for what goes on: जाता जाता, करत करत, राहून राहून.
fn is_participle(article: &Article, word: &str) -> bool {
    ["ता", "ताना", "ून", "ऊन"].iter().any(|end| word.ends_with(end))
        // Not the finite आहेत, नाहीत, जातात.
        || word.strip_suffix('त').is_some_and(|stem| article.table("verbs").contains(stem))
}

/// Personal pronouns with a case that nothing distributes. Relative and interrogative ones (ज्याला ज्याला), reflexive
/// ones (आपापल्या) and the genitive of the distant one (त्यांच्या त्यांच्या गावी) do.
fn is_personal(word: &str) -> bool {
    let distributes = word.starts_with(['ज', 'क', 'आ', 'स', 'ए', 'प'])
        || (word.starts_with("त्") || word.starts_with("ति"))
            && ["चा", "ची", "चे", "च्या"].iter().any(|end| word.ends_with(end));
    let has_case = ["ने", "नी", "ला", "ना", "चा", "ची", "चे", "च्या"].iter().any(|end| word.ends_with(end));
    !distributes && has_case
}

/// Adjectives in -आ double in every form: मोठे मोठे, छोट्या छोट्या.
fn is_variable_adjective(article: &Article, word: &str) -> bool {
    lexicon::bases(word)
        .iter()
        .any(|base| article.table("adjectives").get(base).is_some_and(|value| value.starts_with('v')))
}

/// Whether the word is a name of these classes alone (see `entity::gazetteer`): of a place, which no other place is called
/// after at once, or a title, against संकल्प संकल्प वैद्य.
fn is_only(article: &Article, word: &str, of: &str) -> bool {
    let value = article.table("names").get(word).unwrap_or_default();
    value.split('\t').next().is_some_and(|classes| classes.chars().all(|class| of.contains(class)))
}

/// Whether a word that no table knows ends in a case of a noun: long words so marked are not doubled.
fn has_case(article: &Article, word: &str) -> bool {
    lexicon::syllables(word) > LONG_NOUN
        && lexicon::endings(article, word).any(|(stem, ending)| {
            lexicon::syllables(stem) >= 2
                && !matches!(ending, "त" | "ना" | "स" | "शी" | "च" | "ही" | "भर" | "वार")
        })
}
