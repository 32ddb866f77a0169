//! A deed in the past whose doer lacks ने: प्योंगयांग … सैनिक तैनात केले for प्योंगयांगने.
//!
//! In Marathi the subject of a transitive verb in the perfective takes ने or नी; a translation that carries an English
//! subject over leaves it bare. The proof: the sentence ends in a perfective that is transitive whatever reading it is
//! given, its first noun that stands alone is one for those who act (a name, an office, an institution), and no word
//! in it can be the doer. Silent are quotations, sentences with मी, आम्ही, तुम्ही (which show no ने), passives and compound
//! verbs that end intransitively, and sentences with another finite verb, whose subject may be shared.

mod hindi;

use super::clause::{Clauses, Word, has_quotation};
use super::{Article, Findings, Rule, Severity};
use crate::entity::Kind;
use crate::lang::Lang;
use crate::morphology::{Case, Cells, Morphology, Pos, Vowel};
use crate::report::Mention;
use crate::text::fold;

pub(super) const RULE: Rule = Rule {
    code: "missing-ergative",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// Words after which a verb is still the last of its sentence.
const AUXILIARIES: [&str; 12] =
    ["आहे", "आहेत", "असून", "नव्हता", "नव्हती", "नव्हते", "नाही", "नाहीत", "होता", "होती", "होते", "होत्या"];

/// Subjects that never show ने, and words that bring a clause of their own.
const BARE_BY_LAW: [&str; 18] = [
    "आपण",
    "आम्ही",
    "की",
    "जर",
    "जे",
    "जेव्हा",
    "जो",
    "ज्या",
    "तर",
    "तुम्ही",
    "तू",
    "तेव्हा",
    "पण",
    "मात्र",
    "मी",
    "म्हणजे",
    "म्हणून",
    "परंतु",
];

/// Pronouns that are bare subjects; before a noun they point.
const PRONOUNS: [&str; 5] = ["तो", "ती", "ते", "दोघे", "तिघे"];

/// What follows a name that is no subject by itself: another one, a case of its own, its apposition.
const GOES_ON: [&str; 14] =
    ["अशा", "असा", "असे", "आणि", "आदी", "उर्फ", "किंवा", "तसेच", "मधील", "या", "येथील", "येथून", "येथे", "व"];

/// Nouns that as often belong to the next one: पोलीस ठाण्यात, महिला आयोगात.
const LIKE_ADJECTIVES: [&str; 6] = ["तरुण", "पोलिस", "पोलीस", "बँक", "महिला", "संसद"];

/// Doers told by their ending.
const AGENTS: [&str; 5] = ["ने", "नी", "द्वारे", "मार्फत", "तर्फे"];

fn check(article: &Article, findings: &mut Findings) {
    if article.doc.lang == Lang::HINDI {
        return hindi::check(article, findings);
    }
    let clauses = Clauses::new(article);
    for sentence in article.sentences {
        let doc = article.doc;
        let tokens = doc.tokens_in(sentence.span);
        // Most sentences have their doer: seen without any analysis.
        let has_agent = |word: &str| {
            let word = word.strip_suffix("च").or(word.strip_suffix("ही")).unwrap_or(word);
            AGENTS.iter().any(|end| word.ends_with(end)) && !ADVERBS.contains(&word)
        };
        if tokens.iter().any(|t| has_agent(doc.word(t)) || BARE_BY_LAW.contains(&doc.word(t)))
            || has_quotation(article, sentence.span)
        {
            continue;
        }
        let words = clauses.words(sentence);
        let Some(verb) = verb(&words, &clauses.morphology) else { continue };
        let Some(subject) = subject(article, &words[..verb]) else { continue };
        let between = &words[subject.last + 1..verb];
        // Said or written by somebody: the subject is of a clause of its own.
        let is_report =
            |two: &[Word]| !two[0].number && two[1].parted && matches!(two[1].text, "अशी" | "असा" | "असे");
        if between.windows(2).any(is_report)
            || between.is_empty()
            || between.iter().any(|w| is_finite(w))
            || !has_object(&words, &subject, verb)
        {
            continue;
        }
        let last = &words[subject.last];
        let span = words[subject.first].span.to(last.span);
        let finding = findings.report(span).arg("form", doc.slice(span)).arg("verb", words[verb].text);
        if let Some(right) = with_agent(article, &clauses.morphology, last, subject.kind) {
            let head = &doc.text[span.start as usize..last.span.start as usize];
            finding.arg("right", [head, &right].concat()).replace([head, &right].concat());
        } else {
            finding.arg("right", "");
        }
    }
}

/// Adverbs and the like that only look like a doer.
const ADVERBS: [&str; 23] = [
    "बाजूने",
    "अखेरीने",
    "अचूकपणे",
    "ऑनलाइन",
    "कमी",
    "जमिनी",
    "तातडीने",
    "तेजीने",
    "निवडणुकीने",
    "नव्याने",
    "प्रामुख्याने",
    "मोठ्याने",
    "यशस्वीपणे",
    "राजधानी",
    "वेगाने",
    "सर्वानुमते",
    "सातत्याने",
    "हानी",
    "नी",
    "ने",
    "रशियनी",
    "कंपनी",
    "महिने",
];

/// The index of a transitive perfective that ends the sentence.
fn verb(words: &[Word], morphology: &Morphology) -> Option<usize> {
    let mut at = words.len().checked_sub(1)?;
    while AUXILIARIES.contains(&words[at].text) {
        at = at.checked_sub(1)?;
    }
    let word = &words[at];
    // केलेला stands before a noun, केलेला नाही is finite.
    let alone = at + 1 == words.len();
    let is_perfective = Vowel::cut(word.text)
        .is_some_and(|(stem, _)| stem.ends_with('ल') && !(alone && stem.ends_with("लेल")));
    (is_perfective && word.is_verb(morphology, "t")).then_some(at)
}

fn is_finite(word: &Word) -> bool {
    word.surely(|r| r.pos == Pos::Verb && r.case == Case::None)
        && !["त", "ून", "ऊन", "ता", "ताना", "ू", "ायला"].iter().any(|end| word.text.ends_with(end))
        || AUXILIARIES.contains(&word.text)
}

/// The words of the subject, by index, and what it names.
struct Subject {
    first: usize,
    last: usize,
    kind: Option<Kind>,
}

/// The first noun group that stands alone, if those who act are named by it.
fn subject(article: &Article, words: &[Word]) -> Option<Subject> {
    let mut first = 0;
    // Time and place, modifiers: everything that is no noun standing alone.
    while first < words.len() && !begins_subject(article, words, first) {
        let word = &words[first];
        let alone = word.may_be_direct_noun()
            && !word.readings.iter().any(|r| r.pos == Pos::Adjective || r.pos == Pos::Particle);
        if alone && !word.text.ends_with("वारी") || is_finite(word) {
            return None;
        }
        first += 1;
    }
    let begin = first;
    let mut subject = Subject { first, last: first, kind: kind(article, words.get(first)?) };
    while let Some(next) = words.get(subject.last + 1)
        && !next.parted
        && (bare_mention(article, next).is_some() || is_office(article, next))
    {
        subject.last += 1;
        subject.kind = kind(article, next).or(subject.kind);
    }
    // The name before यांचे is in its case.
    if words.get(subject.last + 1).is_some_and(carries_case) {
        let mention = bare_mention(article, &words[subject.last]);
        while subject.last > begin && bare_mention(article, &words[subject.last]) == mention {
            subject.last -= 1;
        }
        // An office belongs to the name: राष्ट्राध्यक्ष पुतीन यांची.
        if words.get(subject.last + 1).is_some_and(carries_case) || is_office(article, &words[subject.last]) {
            return None;
        }
        subject.kind = kind(article, &words[subject.last]);
    }
    (!goes_on(article, words, &subject)).then_some(subject)
}

/// Whether the group is only the beginning of something longer: एमआयएमचे वारिस (पठाण यांना), शिक्षक (समितीच्या सभेत).
fn goes_on(article: &Article, words: &[Word], subject: &Subject) -> bool {
    let mut after = words[subject.last + 1..].iter();
    let Some(next) = after.next() else { return false };
    let is_name = subject.kind.is_some();
    // विवेक is a name and reason, नीरा a name and a drink.
    let last = &words[subject.last];
    let common = subject.first == subject.last
        && article.table("nouns").contains(&fold(last.text))
        && !is_actor(article, last)
        && !is_office(article, last);
    let named = |w: &&Word| w.readings.iter().any(|r| r.case == Case::Direct);
    let of_surname = (is_name || is_office(article, last)) && named(&next) && after.take(2).any(carries_case);
    // युगांडा निवडणुकीत, शिक्षक समितीच्या: two nouns, the second in the case of both.
    let actor = |w: &Word| w.readings.iter().any(|r| article.table("actors").contains(&r.lemma));
    let like_adjective = subject.kind.is_none() && LIKE_ADJECTIVES.contains(&last.text);
    let last_is_noun = !PRONOUNS.contains(&last.text);
    let place = matches!(subject.kind, Some(Kind::Place | Kind::Organisation));
    // अर्थमंत्री संसदेत: an office is no first half of the place where it acts.
    let acts_there = is_office(article, last) && next.surely(|r| r.case == Case::Locative);
    let compound = !acts_there
        && next.surely(|r| r.pos == Pos::Noun && r.case != Case::Direct)
        && article.mentions_on(next.span).next().is_none()
        && (actor(next) && last_is_noun && !next.surely(|r| r.case == Case::Dative)
            || (place || like_adjective) && !next.surely(|r| r.case == Case::Genitive));
    // महात्मा फुले, whom the tagger missed.
    let introduces = is_office(article, last)
        && article.table("names").contains(&fold(next.text))
        && next.surely(|r| r.pos == Pos::Noun && r.case == Case::Direct);
    next.parted
        || is_name && GOES_ON.contains(&next.text)
        || matches!(next.text, "आणि" | "व" | "किंवा" | "उर्फ")
        || common
        || of_surname
        || compound
        || introduces
}

/// A pronoun that carries the case of the name before it: यांनी, याला.
fn carries_case(word: &Word) -> bool {
    word.text.starts_with("यां") || matches!(word.text, "याचा" | "याची" | "याचे" | "याच्या" | "याला" | "याने")
}

fn begins_subject(article: &Article, words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let pronoun = (at == 0 || word.text != "ते")
        && PRONOUNS.contains(&word.text)
        && words
            .get(at + 1)
            .is_some_and(|next| !next.may_be_direct_noun() || next.readings.iter().all(|r| r.guess));
    // Before a noun it points, but before one's own: त्या आपल्या राजीनाम्याचे.
    let she = word.text == "त्या" && words.get(at + 1).is_some_and(|next| next.text.starts_with("आपल"));
    pronoun
        || she
        || bare_mention(article, word).is_some()
        || is_office(article, word)
        || is_actor(article, word)
}

/// The mention that the word is part of, where no ending follows it.
fn bare_mention<'a>(article: &Article<'a>, word: &Word) -> Option<&'a Mention> {
    article
        .mentions_on(word.span)
        .find(|m| m.suffix.is_none() && m.span.end >= word.span.end && m.kind.is_name())
}

fn kind(article: &Article, word: &Word) -> Option<Kind> {
    bare_mention(article, word).map(|m| m.kind)
}

fn is_office(article: &Article, word: &Word) -> bool {
    is_listed_as(article, word.text, &TITLES) && word.may_be_direct_noun()
}

/// Classes of titles and occupations in the table of names, see `entity::gazetteer`.
const TITLES: [char; 3] = ['t', 'u', 'h'];

/// Whether the table of names has the words, in their dictionary form, as one of these classes.
fn is_listed_as(article: &Article, words: &str, classes: &[char]) -> bool {
    let value = article.table("names").get(&fold(words));
    value.is_some_and(|value| !value.contains('\t') && value.contains(classes))
}

fn is_actor(article: &Article, word: &Word) -> bool {
    let actors = article.table("actors");
    word.readings
        .iter()
        .any(|r| r.pos == Pos::Noun && r.case == Case::Direct && !r.guess && actors.contains(&r.lemma))
}

/// Whether something else than the subject is what the deed was done to: the verb agrees with another noun that stands
/// alone, or with nothing because the object has ला.
fn has_object(words: &[Word], subject: &Subject, verb: usize) -> bool {
    let Some((_, vowel)) = Vowel::cut(words[verb].text) else { return false };
    let agrees = |word: &Word| {
        let cells = Cells::of_vowel(vowel);
        word.readings
            .iter()
            .any(|r| r.case == Case::Direct && r.pos == Pos::Noun && !r.guess && r.cells.meets(cells))
    };
    let after = &words[subject.last + 1..verb];
    after.iter().any(agrees)
        || after.iter().any(|w| w.readings.iter().any(|r| r.case == Case::Dative))
        || !agrees(&words[subject.last])
}

/// The doer with its ending; people in the plural of respect.
fn with_agent(article: &Article, morphology: &Morphology, word: &Word, kind: Option<Kind>) -> Option<String> {
    let text = word.text;
    match text {
        "तो" => return Some("त्याने".to_owned()),
        "ती" => return Some("तिने".to_owned()),
        "ते" | "त्या" => return Some("त्यांनी".to_owned()),
        "दोघे" => return Some("दोघांनी".to_owned()),
        "तिघे" => return Some("तिघांनी".to_owned()),
        _ => {}
    }
    if kind == Some(Kind::Person) {
        return Some([text, " यांनी"].concat());
    }
    let noun = word.readings.iter().find(|r| r.pos == Pos::Noun && r.case == Case::Direct && !r.guess);
    if kind.is_none()
        && let Some(noun) = noun
        && let Some(genders) = morphology.genders(&noun.lemma)
    {
        let human = genders.contains('/') || is_office(article, word);
        let plural = human || noun.lemma != text;
        return morphology.decline(&noun.lemma, plural, if plural { "नी" } else { "ने" });
    }
    let names = article.table("names");
    let oblique = |stem: &str, vowel: &str| {
        let form = [stem, vowel].concat();
        let leads_back = names.get(&form).is_some_and(|row| row.split('\t').nth(1) == Some(text));
        leads_back.then_some(form)
    };
    let stem = text
        .strip_suffix('ा')
        .and_then(|stem| oblique(stem, "े").or_else(|| oblique(stem, "्या")))
        .or_else(|| oblique(text, "ा"))
        .or_else(|| morphology.decline(text, false, ""))
        .unwrap_or_else(|| text.to_owned());
    Some(stem + "ने")
}
