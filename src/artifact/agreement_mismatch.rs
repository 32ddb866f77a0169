//! A word that does not agree with the noun it belongs to: घेतलेल्या पावले, मोठी निर्णय, मागणी मान्य केला.
//!
//! Marathi adjectives, participles and genitives take the gender, number and case of their noun, and a verb those of
//! its subject or object; a translation loses them, since English has none. Judged is a modifier (मोठा, केलेला, सरकारचा) with the
//! noun after it, and the verb that ends a clause with the nouns of the clause. Silent are nouns that go on (नवी कांदा
//! निर्यातबंदी, कांदा निर्यातीवरील), words with any other reading, clauses that stand inside (सरकारची निर्णय घेण्याची पद्धत), lists, plurals
//! of respect (त्यांच्या पत्नी), and a verb that any other word of its clause may agree with.
//!
//! On 240,000 words of clean text and of our own sentences it spoke six times, rightly (`tests/golden/judged/`).

mod hindi;
mod verbs;

use super::clause::{Clauses, Word, has_quotation};
use super::{Article, Findings, Rule, Severity, lexicon, listed};
use crate::lang::Lang;
use crate::morphology::{Case, Cells, Pos, Reading, Vowel};

pub(super) const RULE: Rule = Rule {
    code: "agreement-mismatch",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    if article.doc.lang == Lang::HINDI {
        return hindi::check(article, findings);
    }
    let clauses = Clauses::new(article);
    for sentence in article.sentences {
        let words = clauses.words(sentence);
        let quoted = has_quotation(article, sentence.span);
        let anchors = verbs::check(article, &clauses, &words, quoted, findings);
        for at in 0..words.len() {
            check_modifier(article, &words, at, &anchors, findings);
            check_one(article, &words[at..], findings);
        }
    }
}

/// एक महिलेने: before somebody with an ending एक is एका. Of measures papers write both (एक वर्षाची शिक्षा).
fn check_one(article: &Article, words: &[Word], findings: &mut Findings) {
    let [one, noun, ..] = words else { return };
    let person = |r: &Reading| {
        r.pos == Pos::Noun
            && matches!(r.case, Case::Agent | Case::Dative)
            && lexicon::is_someone(article, &r.lemma)
    };
    if one.text == "एक"
        && !noun.parted
        && noun.surely(person)
        && ["ने", "ला"].iter().any(|end| noun.text.ends_with(end))
    {
        let finding = findings.report(one.span).arg("form", one.text).arg("noun", noun.text);
        finding.arg("right", "एका").replace("एका");
    }
}

fn check_modifier(
    article: &Article,
    words: &[Word],
    at: usize,
    anchors: &[(usize, Cells)],
    findings: &mut Findings,
) {
    let word = &words[at];
    let anchored = |of: usize| anchors.iter().find(|(own, _)| *own == of).map(|(_, cells)| *cells);
    // ही निर्णय … घेण्यात आला: what points to a noun stands alone as well.
    let points = || {
        let (stem, vowel) = pointer(word.text)?;
        anchored(at + 1).map(|_| (stem.to_owned(), vowel))
    };
    let Some((stem, vowel)) = modifier(word, at == 0 || word.parted).or_else(points) else { return };
    // Between them may stand adjectives that never change: मोठी आर्थिक निर्णय.
    let mut of = at + 1;
    while words
        .get(of)
        .is_some_and(|w| !w.parted && w.surely(|r| r.pos == Pos::Adjective && r.cells == Cells::ALL))
    {
        of += 1;
    }
    // Before a noun that the verb certainly agrees with, also such as do, and a noun: आपली पहिला परदेश दौरा.
    let group = (at + 1..words.len().min(at + 1 + LONGEST_GROUP)).take_while(|&i| !words[i].parted);
    let far = group.clone().find(|&i| anchored(i).is_some()).filter(|&end| {
        (at + 1..end).all(|i| {
            words[i].surely(|r| r.pos == Pos::Adjective)
                || i + 1 == end && direct_noun(&words[i], false).is_some()
        })
    });
    let of = far.unwrap_or(of);
    let Some(noun) = words.get(of).filter(|w| !w.parted) else { return };
    if vowel != Vowel::Yaa && is_governed(noun) {
        check_before_governed(article, words, (at, of), (&stem, vowel), findings);
        return;
    }
    let Some(cells) = anchored(of).or_else(|| direct_noun(noun, false)) else { return };
    if Cells::of_vowel(vowel).meets(cells) || MANY.contains(&noun.text) {
        return;
    }
    if is_counted(words, at, noun) || is_told_of(words, at, vowel) {
        return;
    }
    let genitive = word.readings.iter().any(|r| {
        r.case == Case::Genitive
            || r.pos == Pos::Pronoun && !matches!(word.text, "दुसरी" | "दुसरा")
            || POSSESSIVE.contains(&&*r.lemma)
    });
    if anchored(of).is_none() && !ends_group(words, of, vowel, genitive) {
        return;
    }
    let respect = vowel == Vowel::Yaa && is_woman(noun.text);
    if respect || genitive && at > 0 && words[at - 1].text == "आणि" || listed::is_named(article, noun.span)
    {
        return;
    }
    let right = Vowel::agreeing(cells);
    let finding = findings.report(word.span).arg("form", word.text).arg("noun", noun.text);
    if let Some(right) = right.map(|vowel| join(&stem, vowel)) {
        finding.arg("right", right.as_str()).replace(right);
    }
}

/// Whether the word is a noun with an ending, in every reading.
fn is_governed(noun: &Word) -> bool {
    noun.surely(|r| {
        r.pos == Pos::Noun && !matches!(r.case, Case::Direct | Case::Oblique | Case::None | Case::Genitive)
    })
}

/// नवी इमारतीत, राज्याचे मुख्यमंत्र्यांनी: before a noun with an ending a modifier is oblique, unless it belongs to another noun
/// of the sentence (नवी शहरात बांधलेली इमारत): no noun of it may be that.
fn check_before_governed(
    article: &Article,
    words: &[Word],
    (at, of): (usize, usize),
    (stem, vowel): (&str, Vowel),
    findings: &mut Findings,
) {
    let (word, noun) = (&words[at], &words[of]);
    let fits = |w: &Word| {
        let agreeing = |r: &Reading| {
            r.pos == Pos::Noun && r.case == Case::Direct && Cells::of_vowel(vowel).meets(r.cells)
        };
        !w.number && (w.readings.is_empty() || w.readings.iter().any(|r| agreeing(r) || r.guess))
    };
    let near = words[at.saturating_sub(NEAR)..words.len().min(of + NEAR)].iter();
    let named = listed::is_named(article, noun.span) || listed::is_named(article, word.span);
    // एक चिमुकली कोपऱ्यात बसली होती: the modifier stands for a noun itself.
    let subject = words[of + 1..]
        .iter()
        .take(NEAR)
        .any(|w| verbs::gendered(w).is_some_and(|said| Cells::of_vowel(vowel).meets(said)));
    let short = noun.text.chars().count() < 4 || matches!(word.text, "कांची" | "मांची");
    if named || subject || short || pointer(word.text).is_some() || near.into_iter().any(fits) {
        return;
    }
    let right = join(stem, Vowel::Yaa);
    let finding = findings.report(word.span).arg("form", word.text).arg("noun", noun.text);
    finding.arg("right", right.as_str()).replace(right);
}

/// Words on either side in which what a modifier belongs to may stand.
const NEAR: usize = 24;

/// Words of a noun's group that are looked over, at most.
const LONGEST_GROUP: usize = 4;

/// The stem and the vowel of a demonstrative.
fn pointer(word: &str) -> Option<(&'static str, Vowel)> {
    Some(match word {
        "हा" => ("ह", Vowel::Aa),
        "ही" => ("ह", Vowel::Ii),
        "हे" => ("ह", Vowel::E),
        "या" => ("ह", Vowel::Yaa),
        "तो" => ("त", Vowel::Aa),
        "ती" => ("त", Vowel::Ii),
        "ते" => ("त", Vowel::E),
        "त्या" => ("त", Vowel::Yaa),
        _ => return None,
    })
}

/// The form of a modifier or a demonstrative with this vowel.
fn join(stem: &str, vowel: Vowel) -> String {
    match (stem, vowel) {
        ("ह", Vowel::Yaa) => "या".to_owned(),
        ("त", Vowel::Aa) => "तो".to_owned(),
        _ => vowel.join(stem),
    }
}

/// Whether the noun is a plural without its ending, as loans often are after a number: अनेक जुन्या फाइल.
fn is_counted(words: &[Word], at: usize, noun: &Word) -> bool {
    const COUNTS: [&str; 9] = ["अनेक", "इतर", "काही", "कित्येक", "दोन्ही", "बहुतांश", "बऱ्याच", "सर्व", "साऱ्या"];
    let bare = noun.readings.iter().any(|r| r.pos == Pos::Noun && r.lemma == noun.text);
    let counts = |w: &Word| w.number || COUNTS.contains(&w.text);
    // Right before it, or before an adjective of the noun.
    let mut before = words[..at].iter().rev();
    bare && before.next().is_some_and(|near| {
        let adjective = near.readings.iter().any(|r| r.pos == Pos::Adjective);
        counts(near) || adjective && before.next().is_some_and(counts)
    })
}

/// Whether the word is said of the noun before it, with which it agrees: आशा बिचारी.
fn is_told_of(words: &[Word], at: usize, vowel: Vowel) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| !words[at].parted);
    before.and_then(|noun| direct_noun(noun, false)).is_some_and(|cells| Cells::of_vowel(vowel).meets(cells))
}

/// The stem and the vowel of a word that can be nothing but a modifier.
fn modifier(word: &Word, first: bool) -> Option<(String, Vowel)> {
    let (stem, vowel) = Vowel::cut(word.text)?;
    // The particle ही: पर्यटकांचाही.
    if ["ाह", "ीह", "ेह", "्याह"].iter().any(|end| stem.ends_with(end)) {
        return None;
    }
    let of_vowel = |ends: &[&str]| ends.iter().any(|end| stem.ends_with(end));
    let participle = of_vowel(&["लेल", "णार", "णाऱ"]);
    let is_modifier = |r: &Reading| match r.pos {
        Pos::Adjective => {
            matches!(r.case, Case::Direct | Case::Oblique)
                && (r.cells != Cells::ALL || vowel == Vowel::Yaa)
                && !OF_MANNER.contains(&r.lemma.as_str())
        }
        Pos::Verb => r.case != Case::Genitive && participle,
        Pos::Pronoun => {
            of_vowel(&["आपल", "च", "झ"]) && stem.chars().count() > 2
                || first && matches!(word.text, "हा" | "ही")
        }
        Pos::Noun => r.case == Case::Genitive && stem.ends_with('च'),
        Pos::Particle => false,
    };
    // असलेली is listed as an auxiliary too, दुसरी as a pronoun; चांगले is an adverb as well.
    let listed = |r: &Reading| {
        r.pos == Pos::Particle && r.case != Case::None
            || matches!(r.pos, Pos::Particle | Pos::Pronoun) && (participle || vowel != Vowel::E)
    };
    let sure = word.surely(|r| is_modifier(r) || listed(r)) && word.readings.iter().any(is_modifier);
    let stem = stem.strip_suffix('ऱ').map_or_else(|| stem.to_owned(), |head| [head, "र"].concat());
    sure.then_some((stem, vowel))
}

/// Adjectives that are the genitive of a pronoun.
const POSSESSIVE: [&str; 3] = ["आपला", "तुझा", "माझा"];

/// Forms of two nouns of different gender, of which the table has one.
const MANY: [&str; 10] = ["कळा", "गळ", "गाव", "ठेवा", "धावा", "पाया", "बी", "माणसे", "मालक", "मते"];

/// Nouns that make one verb with पडणे, करणे, देणे, and such as say how long: the verb agrees with another.
const NO_OBJECT: [&str; 20] = [
    "आठवडे",
    "कैद",
    "कोटी",
    "खरेदी",
    "जमा",
    "टक्के",
    "तास",
    "दान",
    "दिवस",
    "पार",
    "परत",
    "भाग",
    "मरण",
    "महिने",
    "मान",
    "मिनिटे",
    "वर्षे",
    "वेळा",
    "समज",
    "स्थापन",
];

/// Adjectives that stand as often for a whole clause: असे समिती म्हणाली.
const OF_MANNER: [&str; 10] = ["असा", "इतका", "एवढा", "कसा", "काळा", "केवढा", "जसा", "तसा", "तेवढा", "थोडा"];

/// Gender and number of a word that can be nothing but a noun standing alone. That it is also the bare stem of a verb
/// (भेट, तपास), or before a verb another one (पुरावे of पुरणे), makes no doubt.
fn direct_noun(word: &Word, before_verb: bool) -> Option<Cells> {
    let sure = word.surely(|r| {
        r.pos == Pos::Noun && matches!(r.case, Case::Direct | Case::Oblique)
            || r.pos == Pos::Verb
                && r.case == Case::None
                && (before_verb || r.lemma.strip_suffix("णे") == Some(word.text))
    });
    let cells = word.noun_cells();
    // The gender of a new loan wavers.
    (sure && !cells.is_empty() && !word.text.contains(['ॅ', 'ॉ', 'ँ'])).then_some(cells)
}

/// Whether nothing after the noun belongs to the same group.
fn ends_group(words: &[Word], of: usize, vowel: Vowel, genitive: bool) -> bool {
    let noun = &words[of];
    let Some(next) = words.get(of + 1) else { return true };
    if matches!(next.text, "आणि" | "व" | "किंवा" | "अन्" | "तसेच" | "हा" | "ही" | "हे")
    {
        return false;
    }
    // Nothing later that the modifier may belong to.
    let agreeing = |w: &Word| {
        let fits = |r: &Reading| Cells::of_vowel(vowel).meets(r.cells);
        !w.number
            && (w.readings.is_empty()
                || w.readings.iter().any(|r| r.pos == Pos::Noun && r.case == Case::Direct && fits(r)))
    };
    let last = vowel != Vowel::Yaa && !words[of + 1..].iter().any(agreeing);
    if next.parted || last {
        return last;
    }
    if passive(words, of + 1) {
        return true;
    }
    // The first of two nouns stands in the singular.
    let plural = noun.surely(|r| r.case == Case::Direct && r.lemma != noun.text);
    let adverb = next.readings.iter().any(|r| r.pos == Pos::Particle && r.case == Case::None);
    adverb && !genitive
        || next.surely(|r| match (r.pos, r.case) {
            (Pos::Particle | Pos::Verb, Case::None) => !genitive,
            // Adverbial forms; adjectival ones lead on to another noun.
            (Pos::Verb, Case::Agent | Case::Dative | Case::Postposition) => {
                !genitive && !next.text.ends_with("ील") && !next.text.ends_with("ना")
            }
            (Pos::Noun, Case::Direct) => false,
            (Pos::Noun | Pos::Pronoun, _) => plural && !genitive,
            (Pos::Adjective, _) => r.cells == Cells::ALL && !next.text.ends_with("्या") && !genitive,
            _ => false,
        })
}

/// करण्यात आला: the verbal noun of a passive.
fn passive(words: &[Word], at: usize) -> bool {
    const COMES: [&str; 10] = ["आला", "आली", "आले", "आल्या", "आलेला", "आलेली", "आलेले", "येईल", "येणार", "येत"];
    words[at].text.ends_with("ण्यात") && words.get(at + 1).is_some_and(|w| COMES.contains(&w.text))
}

/// Women are spoken of in the plural of respect, whose form is that of one: त्यांच्या पत्नी.
fn is_woman(noun: &str) -> bool {
    const WOMEN: [&str; 18] = [
        "आई",
        "आजी",
        "आत्या",
        "कन्या",
        "काकू",
        "गृहिणी",
        "पत्नी",
        "बहीण",
        "भगिनी",
        "मावशी",
        "मुलगी",
        "राणी",
        "वहिनी",
        "सासू",
        "सून",
        "महिला",
        "स्त्री",
        "नेत्या",
    ];
    WOMEN.contains(&noun) || noun.ends_with("िका") || noun.ends_with("त्री") || noun.ends_with("ध्यक्षा")
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "आहे" | "आहेत"
            | "नाही"
            | "नाहीत"
            | "होता"
            | "होती"
            | "होते"
            | "होत्या"
    )
}
