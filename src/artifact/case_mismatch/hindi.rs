//! Hindi's part: the postposition of another verb (लोगों को मुलाकात की), another one than के before what follows the genitive
//! (आदेश से खिलाफ), and ने with what happens to somebody or must be done (टीम ने जीतना होगा).
//!
//! Silent where को may tell the time or belong to a verb between, and where की may be no verb: मुलाकात की जानकारी.

use crate::artifact::hindi::{Aspect, Form, Word, words};
use crate::artifact::{Article, Findings, lexicon};
use crate::entity::Kind;
use crate::text::fold;

/// Words between the object and the noun of its phrase, at most: an adverb or two, a place, a deed.
const REACH: usize = 5;

/// What follows nothing but the genitive; not what may stand by itself as well (साथ, बाद, बीच).
const AFTER_GENITIVE: [&str; 12] =
    ["अंतर्गत", "अनुसार", "खिलाफ", "जरिए", "तहत", "दौरान", "द्वारा", "बजाय", "बारे", "बावजूद", "मुताबिक", "विरुद्ध"];

/// What happens to somebody: नुकसान हुआ.
const HAPPENS: [&str; 8] = ["अफसोस", "एहसास", "घाटा", "दुख", "नुकसान", "फायदा", "मुनाफा", "लाभ"];

/// Says of an infinitive that it must be done.
const MUST: [&str; 7] = ["होगा", "होगी", "पड़ा", "पड़ी", "पड़ेगा", "पड़ेगी", "चाहिए"];

/// Nouns of time, besides days and months; before को they tell when.
const TIMES: [&str; 24] = [
    "अमावस्या",
    "आज",
    "एकादशी",
    "कल",
    "क्रिसमस",
    "चतुर्थी",
    "जयंती",
    "तड़के",
    "तारीख",
    "दशहरे",
    "दिन",
    "दिवस",
    "दिवाली",
    "देर",
    "दोपहर",
    "परसों",
    "पुण्यतिथि",
    "पूर्णिमा",
    "बरसी",
    "रात",
    "शाम",
    "सुबह",
    "होली",
    "दिनों",
];

pub(super) fn check(article: &Article, findings: &mut Findings) {
    let phrases = article.table("light-verbs");
    for sentence in article.sentences {
        let words = words(article, sentence);
        for at in 1..words.len() {
            if phrases.beginnings().contains(&fold(words[at].text)) {
                check_phrase(article, words, at, findings);
            } else if AFTER_GENITIVE.contains(&words[at].text) || words[at].text == "लिए" {
                check_genitive(article, words, at, findings);
            } else if words[at].text == "ने" {
                check_agent(article, words, at, findings);
            }
        }
    }
}

/// Reports the postposition at `at` with its noun.
fn report(article: &Article, words: &[Word], at: usize, right: &str, noun: &str, findings: &mut Findings) {
    let span = words[at - 1].span.to(words[at].span);
    let right = [words[at - 1].text, " ", right].concat();
    let finding = findings.report(span).arg("form", article.doc.slice(span)).arg("noun", noun);
    finding.arg("right", right.as_str()).replace(right);
}

fn check_phrase(article: &Article, words: &[Word], at: usize, findings: &mut Findings) {
    let Some(verb) = words.get(at + 1).filter(|verb| !verb.parted && is_finite(words, at + 1)) else {
        return;
    };
    let row = |stem: &str| article.table("light-verbs").get(&[&*fold(words[at].text), " ", stem].concat());
    let stems = verb.verb.map(|(_, stem)| stem).into_iter().chain(verb.stem);
    let Some((governs, wrong)) = stems.filter_map(row).find_map(|row| row.split_once('\t')) else { return };
    let of = start(article, words, at, governs == "से");
    let parted = words[of..=at].iter().any(|word| word.parted);
    if of < 2 || parted || words[of - 1].text != wrong {
        return;
    }
    let object = &words[of - 2];
    if is_object(article, object) && (wrong != "से" || is_person(article, object)) {
        report(article, words, of - 1, governs, words[at].text, findings);
    }
}

/// Where the phrase begins whose noun stands at `at`: adverbs and adjectives before it belong to it, a place with में, and of
/// what one asks `somebody` for, an infinitive that can have no object: घरों में रहने की अपील.
fn start(article: &Article, words: &[Word], at: usize, somebody: bool) -> usize {
    let transitive = |stem: &str| article.table("verb-stems").get(stem) != Some("i");
    let mut of = at;
    if let Some([deed, "का" | "की"]) = at.checked_sub(2).map(|i| [words[i].text, words[i + 1].text])
        && somebody
        && deed.ends_with("ने")
        && words[at - 2].verb.is_some_and(|(form, stem)| form == Form::Nonfinite && !transitive(stem))
    {
        of -= 2;
    }
    while of > 1 && at - of < REACH {
        let word = &words[of - 1];
        let noun = &words[of - 2];
        // An unknown word may be a verb: भविष्य को संवारने में सहायता की.
        let place = word.text == "में" && noun.is_nominal() && noun.verb.is_none() && !noun.text.ends_with("ने");
        of -= match place {
            true => 2,
            false if word.minor && !word.governs() && word.verb.is_none() => 1,
            false => break,
        };
    }
    of
}

/// Whether the word before से is somebody, who may be told something.
fn is_person(article: &Article, word: &Word) -> bool {
    let person = article.mentions_on(word.span).any(|mention| mention.kind == Kind::Person);
    let key = fold(word.text);
    let stem = key.strip_suffix("ियों").map(|stem| [stem, "ी"].concat());
    person
        || word.text == "लोगों"
        || [&*key, stem.as_deref().or(key.strip_suffix("ों")).unwrap_or("")]
            .iter()
            .any(|lemma| lexicon::is_someone(article, lemma))
}

/// Whether the verb ends its clause; की before a noun is none, and no more is करते of करते देखा.
fn is_finite(words: &[Word], at: usize) -> bool {
    let next = words.get(at + 1).filter(|word| !word.parted);
    let helps = |word: &Word| matches!(word.of_verb(), Some("हो" | "जा" | "दे" | "ले" | "रह" | "चुक"));
    match words[at].verb {
        Some((Form::Agreeing(Aspect::Perfective, _), _)) => {
            next.is_none_or(|word| helps(word) || matches!(word.text, "कि" | "और" | "लेकिन" | "तथा" | "पर"))
        }
        Some((Form::Agreeing(..), _)) => next.is_none() && words[at].text.ends_with(['ा', 'े', 'ी']),
        // लगा दी, उठा रहे.
        _ => words[at].stem.is_some() && next.is_some_and(helps),
    }
}

/// Whether the word before को is somebody or something, and no time.
fn is_object(article: &Article, word: &Word) -> bool {
    let named = article.mentions_on(word.span).any(|mention| mention.kind.is_name());
    let time = word.number
        || word.text.ends_with("वार")
        || TIMES.contains(&word.text)
        || article.doc.lang.language().names.calendar.contains(word.text);
    (named || word.is_nominal() && !word.unknown) && !time && word.verb.is_none()
}

fn check_genitive(article: &Article, words: &[Word], at: usize, findings: &mut Findings) {
    let (of, word) = (at - 1, words[at].text);
    let wrong = matches!(words[of].text, "को" | "से") && of > 0 && !words[of].parted && !words[at].parted;
    // करने को लिए; a child may be held in one's arms, बच्चे को लिए.
    let deed = |word: &Word| word.text.ends_with("ने") && word.is_nonfinite();
    if wrong && word == "लिए" && words[of].text == "को" && deed(&words[of - 1]) {
        report(article, words, of, "के", word, findings);
    }
    // इससे खिलाफ has no such word, and a pronoun has a genitive of its own.
    if wrong && word != "लिए" && is_object(article, &words[of - 1]) {
        report(article, words, of, "के", word, findings);
    }
}

/// ने, and then what has its subject with को.
fn check_agent(article: &Article, words: &[Word], at: usize, findings: &mut Findings) {
    let rest = &words[at + 1..];
    let acts = |word: &Word| {
        !word.governs()
            && word.noun.is_empty()
            && matches!(word.verb, Some((Form::Agreeing(..) | Form::Other, _)))
    };
    let stops =
        |word: &Word| word.parted || matches!(word.text, "कि" | "जो" | "और" | "तो") || word.text == "ने";
    let Some(end) = rest.iter().position(|word| acts(word) || stops(word) || MUST.contains(&word.text))
    else {
        return;
    };
    if end == 0 || stops(&rest[end]) || words[at].parted {
        return;
    }
    let (before, verb) = (&rest[end - 1], &rest[end]);
    let must = MUST.contains(&verb.text) && before.text.ends_with(['ा', 'ी']) && before.is_nonfinite();
    let comes = match verb.of_verb() {
        Some("मिल") => verb.text != "मिल" && before.is_nominal(),
        Some("चल") => before.text == "पता",
        Some("लग") => matches!(before.text, "चोट" | "झटका" | "पता"),
        _ => false,
    };
    let happens = comes || matches!(verb.text, "हुआ" | "होगा") && HAPPENS.contains(&before.text);
    let ends = rest.get(end + 1).is_none_or(|next| next.parted || next.text == "है" || next.text == "था");
    if (must || happens) && ends {
        report(article, words, at, "को", verb.text, findings);
    }
}
