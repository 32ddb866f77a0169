//! A modifier in -आ and the noun behind it: बड़ा योजना, पुलिस का भूमिका, अपने इस्तीफा.
//!
//! A genitive may reach over a phrase of its head (सरकार की विकास के लिए प्रतिबद्धता, टीम का जीत पर जोर), so that it is judged only
//! where nothing behind is a noun that it could belong to. Silent are adverbs (पहले, सीधे) and what is told of the noun before.

use super::{NO_OBJECTS, genders};
use crate::artifact::hindi::Word;
use crate::artifact::{Article, Findings};
use crate::morphology::Cells;

/// Forms in -ए that are adverbs as well, and ordinals that count no noun.
pub(super) const ADVERBS: [&str; 35] = [
    "अकेला",
    "अकेली",
    "अकेले",
    "आगे",
    "इतना",
    "इतनी",
    "इतने",
    "उतना",
    "उतने",
    "उल्टा",
    "उल्टे",
    "ऐसा",
    "ऐसी",
    "ऐसे",
    "कितना",
    "कितने",
    "कैसा",
    "कैसी",
    "कैसे",
    "खुले",
    "चौथा",
    "जितना",
    "जितने",
    "जैसा",
    "जैसी",
    "जैसे",
    "तीसरा",
    "थोड़ा",
    "थोड़े",
    "दूसरा",
    "दूसरे",
    "धीमे",
    "पहले",
    "वैसे",
    "सीधे",
];

/// Nouns of kind, whose modifier goes by the noun behind them as often: नए किस्म का उत्साह.
const KINDS: [&str; 4] = ["किस्म", "जगह", "तरह", "तौर"];

/// What makes one modifier with the noun before it: मान्यता प्राप्त, कम सेवा वाले.
pub(super) const COMPOUND: [&str; 14] = [
    "आधारित",
    "जैसा",
    "जैसी",
    "जैसे",
    "नामक",
    "प्राप्त",
    "युक्त",
    "रहित",
    "वाला",
    "वाली",
    "वाले",
    "शुदा",
    "संबंधी",
    "संपन्न",
];
const COORDINATE: [&str; 5] = ["और", "एवं", "तथा", "या", "व"];

/// Words that a genitive reaches over, at most.
const REACH: usize = 24;

/// Women that somebody has: उनके एक बेटी है.
const KIN: [&str; 4] = ["बेटी", "बेटियां", "बहन", "संतान"];

pub(super) fn check(article: &Article, words: &[Word], findings: &mut Findings) {
    for at in 0..words.len() {
        let word = &words[at];
        let Some(said) = word.modifier.filter(|_| !ADVERBS.contains(&word.text)) else { continue };
        // जिसका सरकार ने विरोध किया: its head may be far off.
        let relative =
            word.text.starts_with("जिस") || word.text.starts_with("जिन") || word.text.starts_with("किस");
        if word.unknown || relative || !word.noun.is_empty() {
            continue;
        }
        if let Some((noun, right)) = fault(article, words, at, said) {
            let finding = findings.report(word.span).arg("form", word.text).arg("noun", noun.text);
            finding.arg("right", right.as_str()).replace(right);
        }
    }
}

fn fault<'w, 'a>(
    article: &Article,
    words: &'w [Word<'a>],
    at: usize,
    said: Cells,
) -> Option<(&'w Word<'a>, String)> {
    let word = &words[at];
    let mut of = at + 1;
    // बड़ी आर्थिक योजना.
    while words.get(of).is_some_and(|w| !w.parted && w.plain && w.gender.is_empty()) {
        of += 1;
    }
    let noun = words.get(of).filter(|w| {
        !w.parted && !w.gender.is_empty() && !w.unknown && w.verb.is_none() && !KINDS.contains(&w.text)
    })?;
    let next = words.get(of + 1).filter(|next| !next.parted);
    let genders = genders(article, noun);
    let governed = next.is_some_and(|next| next.governs());
    let goes_on = next.is_some_and(|next| {
        !next.governs() && (next.is_nominal() || !next.minor && next.of_verb().is_none())
    });
    // उनका बेटी विदेश में: what stands alone is no part of what is governed.
    let apart = said == Cells::MASCULINE.and(Cells::SINGULAR)
        && next.is_some_and(|next| next.is_nominal() && !next.unknown)
        && words.get(of + 2).is_some_and(|after| !after.parted && after.governs());
    let goes_on = goes_on && !apart;
    let after = words.get(of + 1);
    // तीन दिन, against कक्षा तीन.
    let counts = words.get(of + 2).is_some_and(|after| after.is_nominal());
    let goes_on = goes_on
        || next.is_some_and(|next| COMPOUND.contains(&next.text) || next.number && !counts)
        || after.is_some_and(|after| after.joined || COORDINATE.contains(&after.text));
    let counted = of > at + 1 && words[at + 1..of].iter().any(|w| w.number);
    let sure = !(genders.meets(Cells::MASCULINE) && genders.meets(Cells::FEMININE));
    if !sure || goes_on || counted || NO_OBJECTS.contains(&noun.text) && noun.text != "बार" {
        return None;
    }
    let feminine = said.meets(Cells::FEMININE);
    let genitive = is_genitive(word.text);
    // नए घरेलू बिजली के कनेक्शन, राज्य की मान्यता प्राप्त संस्था, the lists.
    let of_other = next.is_some_and(|next| matches!(next.text, "का" | "की" | "के"));
    let over = genitive && (governed || apart) || of_other;
    if genitive && after.is_some_and(|after| after.parted || after.plain && !after.governs()) {
        return None;
    }
    if (genitive || over) && reaches_on(article, words, of, said, over)
        || (word.text == "के" && KIN.contains(&noun.text))
        || is_told_of(article, words, at, said)
    {
        return None;
    }
    let ends = stem(word.text)?;
    if feminine != genders.meets(Cells::FEMININE) {
        let to = if !feminine {
            2
        } else if governed || noun.oblique || !noun.noun.meets(Cells::SINGULAR) {
            1
        } else {
            0
        };
        return Some((noun, [ends.0, ends.1[to]].concat()));
    }
    // अपने इस्तीफा: the noun stands alone, in the singular.
    let direct = noun.noun.and(Cells::PLURAL).is_empty() && noun.text.ends_with('ा') && !governed;
    let plural = said == Cells::MASCULINE.and(Cells::PLURAL);
    (plural && direct && genitive && word.text != "के" && next.is_some())
        .then(|| (noun, [ends.0, ends.1[0]].concat()))
}

/// का and what ends like it: अपना, उसका, मेरा.
fn is_genitive(word: &str) -> bool {
    let stem = word.strip_suffix(['ा', 'ी', 'े']).unwrap_or(word);
    matches!(stem, "क" | "अपन" | "मेर" | "तेर" | "हमार" | "तुम्हार")
        || ["उसक", "इसक", "उनक", "इनक"].contains(&stem)
}

/// Whether something behind the noun is what the genitive may belong to: a noun where this one is governed, else a verbal one.
fn reaches_on(article: &Article, words: &[Word], of: usize, said: Cells, over: bool) -> bool {
    let direct = said == Cells::MASCULINE.and(Cells::SINGULAR);
    for (at, word) in words.iter().enumerate().skip(of + 1).take(REACH) {
        if word.parted || matches!(word.text, "ने" | "कि") {
            return false;
        }
        if word.governs() {
            continue;
        }
        let next = words.get(at + 1).filter(|next| !next.parted);
        let governed = next.is_some_and(|next| next.governs());
        // का asks for a noun that stands alone.
        let fits = !(direct && (governed || word.oblique));
        // सरकार की निर्णय लेने की क्षमता.
        if word.is_nonfinite() && !word.text.ends_with("कर")
            || over && fits && word.unknown
            || over && fits && genders(article, word).meets(said)
        {
            return true;
        }
    }
    false
}

/// Whether the word is said of a noun before it: दीवार ऊंची पत्थर की है.
fn is_told_of(article: &Article, words: &[Word], at: usize, said: Cells) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| !words[at].parted);
    !is_genitive(words[at].text)
        && before.is_some_and(|w| !w.governs() && (w.unknown || genders(article, w).meets(said)))
}

/// The word without its ending, and its endings in the masculine, the oblique and the feminine.
fn stem(word: &str) -> Option<(&str, [&'static str; 3])> {
    for ends in [["या", "ए", "ई"], ["वां", "वें", "वीं"], ["ा", "े", "ी"]] {
        if let Some(stem) = ends.iter().find_map(|end| word.strip_suffix(end)) {
            return Some((stem, ends));
        }
    }
    None
}
