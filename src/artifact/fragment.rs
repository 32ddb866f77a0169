//! A sentence that stops midway or has no verb: पोलिसांनी या प्रकरणी तीन संशयितांना. पुलिस ने आरोपियों को अदालत में पेश करने के बाद।
//!
//! A translation that loses the end of a sentence leaves its head standing, with a full stop. Judged are sentences of a report:
//! six words or more, with a full stop, without quotation, bracket, colon or question. What shows the break is a last word
//! that leans on one to come (a noun with an ending, a postposition, "and"), a doer in ने without a verb, or a subordinate clause
//! that no main clause follows. Silent are sentences with any word that may be a finite verb, and those that end in a noun, an
//! adjective or a genitive: of such both languages make sentences without "is" (सीमेवर तणाव कायम).
//!
//! It finds half of the pairs, and in 540,000 words of clean text it spoke of one sentence, a note without a verb.

mod hindi;

use super::clause::{Clauses, Word};
use super::{Article, Findings, Rule, Severity, lexicon};
use crate::lang::Lang;
use crate::morphology::{Case, Pos};
use crate::report::Sentence;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    code: "fragment",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// Words of the shortest sentence that is judged: shorter ones are often meant so.
const SHORTEST: usize = 6;

/// Nothing of a sentence behind these is judged.
const MARKS: [char; 16] = ['“', '”', '"', '‘', '’', '\'', '(', ')', '[', ']', ':', ';', '?', '!', '…', '•'];

fn check(article: &Article, findings: &mut Findings) {
    let clauses = Clauses::new(article);
    for sentence in article.sentences {
        let text = article.doc.slice(sentence.span);
        let Some(body) = text.strip_suffix(['.', '।']) else { continue };
        // A list's number, dots of abbreviations and names: what stands there may be cut short by the stop.
        if body.contains(MARKS)
            || body.contains(['.', '।', '–', '—', '*'])
            || body.starts_with(|c: char| c.is_numeric() || c == '-')
        {
            continue;
        }
        let cut = match article.doc.lang {
            Lang::HINDI => hindi::is_cut(article, sentence),
            _ => is_cut(article, &clauses, sentence),
        };
        if cut {
            let end = sentence.span.start as usize + body.trim_end().len();
            findings.report(Span::new(sentence.span.start as usize..end)).arg("form", body.trim_end());
        }
    }
}

fn is_cut(article: &Article, clauses: &Clauses, sentence: &Sentence) -> bool {
    let words = clauses.words(sentence);
    let Some(last) = words.last().filter(|_| words.len() >= SHORTEST) else { return false };
    if matches!(last.text, "आणि" | "व" | "किंवा" | "परंतु" | "पण" | "की")
    {
        return true;
    }
    let verbs =
        words.iter().enumerate().filter(|(at, w)| may_be_finite(article, w, at + 1 == words.len())).count();
    if verbs > 0 {
        return verbs == 1
            && words.iter().enumerate().any(|(at, w)| at < 2 && is_subordinate(w.text))
            && !words.iter().any(|w| CORRELATIVES.contains(&w.text));
    }
    let named = super::listed::is_named(article, last.span);
    !named && (leans(article, last) || has_idle_doer(article, &words))
}

/// Whether the word may be a verb that makes a sentence, or nothing is known of it and it looks like one.
fn may_be_finite(article: &Article, word: &Word, last: bool) -> bool {
    // Adverbial forms; करू and करत make a sentence seldom, and then at its end.
    const NO_VERBS: [&str; 5] = ["ून", "ऊन", "ताना", "ायला", "ण्यास"];
    const PLURALS: [&str; 5] = ["तात", "ेत", "ीत", "यात", "तील"];
    const OTHERS: [&str; 8] = ["नको", "नकोत", "नव्हे", "पाहिजे", "पाहिजेत", "हवा", "हवी", "हवे"];
    const ENDS: [&str; 7] = ["ली", "ले", "ल्या", "तात", "ेल", "ील", "णार"];
    let adverbial = NO_VERBS.iter().any(|end| word.text.ends_with(end))
        || !last
            && word.text.ends_with(['त', 'ू', 'ऊ'])
            && !PLURALS.iter().any(|end| word.text.ends_with(end));
    let other = word.readings.iter().any(|r| r.pos != Pos::Verb && !r.guess);
    let verb = word.readings.iter().any(|r| {
        let stem = r.lemma.strip_suffix("णे") == Some(word.text);
        r.pos == Pos::Verb && r.case == Case::None && !(stem && other)
    });
    // आणि, गेल्या, वाढता: forms of verbs by accident, or modifiers.
    let modifier = word.text == "आणि" || word.readings.iter().any(|r| r.pos == Pos::Adjective && !r.guess);
    // करा, द्या.
    let verbs = article.table("verbs");
    let order = word.text.strip_suffix('ा').is_some_and(|stem| verbs.contains(stem)) && !other
        || matches!(word.text, "द्या" | "घ्या" | "व्हा");
    let unknown = word.readings.iter().all(|r| r.guess);
    OTHERS.contains(&word.text)
        || verb && !adverbial && !modifier
        || order
        || unknown && (ENDS.iter().any(|end| word.text.ends_with(end)) || last && word.text.ends_with("ला"))
}

/// Whether the word needs another one behind it.
fn leans(article: &Article, word: &Word) -> bool {
    // जाऊन, देण्याचे, कोसळल्याचे.
    let verbal = word.surely(|r| r.pos == Pos::Verb && r.case != Case::Direct)
        || ["ून", "ऊन", "ताना", "ण्याचे", "ण्याची", "ण्याचा", "ल्याचे"].iter().any(|end| word.text.ends_with(end))
            && word.readings.iter().any(|r| r.pos == Pos::Verb);
    // हेतूने, बाजूने: such a phrase may be all that is said.
    // So may be what somebody is up to.
    const PREDICATES: [&str; 14] = [
        "अडचणीत",
        "उंबरठ्यावर",
        "घरात",
        "चर्चेत",
        "टप्प्यात",
        "ताब्यात",
        "तयारीत",
        "धोक्यात",
        "प्रतीक्षेत",
        "बेतात",
        "मार्गावर",
        "वाटेवर",
        "संकटात",
        "सोबत",
    ];
    if word.number
        || article.doc.lang.language().number_words.contains(word.text)
        || PREDICATES.contains(&word.text)
        || ["तल्या", "तला", "तली", "तले", "ील", "नुसार", "मते"].iter().any(|end| word.text.ends_with(end))
    {
        return false;
    }
    let marked = word.surely(|r| {
        !matches!(r.case, Case::Direct | Case::Oblique | Case::None | Case::Genitive | Case::Agent)
    });
    verbal
        || marked
        || matches!(word.text, "असा" | "अशी" | "अशा" | "याबाबत" | "त्यामुळे" | "जागीच" | "असताना")
        || word.text.ends_with("भर") && word.text.chars().count() > 4
}

/// Whether somebody in ने does nothing: no participle or verbal noun behind is his deed.
fn has_idle_doer(article: &Article, words: &[Word]) -> bool {
    let doer = words.iter().rposition(|w| {
        w.surely(|r| {
            r.case == Case::Agent
                && (r.pos == Pos::Pronoun || r.pos == Pos::Noun && lexicon::is_someone(article, &r.lemma))
        }) || matches!(w.text, "यांनी" | "त्यांनी" | "त्याने" | "तिने")
    });
    let deed =
        |w: &Word| w.readings.iter().any(|r| r.pos == Pos::Verb && r.lemma.strip_suffix("णे") != Some(w.text));
    doer.is_some_and(|doer| !words[doer + 1..].iter().any(deed))
}

/// What opens a clause that waits for another one.
fn is_subordinate(word: &str) -> bool {
    matches!(word, "जेव्हा" | "जर" | "जो" | "ज्या" | "ज्यांनी" | "ज्याने")
}

/// What takes such a clause up.
const CORRELATIVES: [&str; 15] = [
    "तेव्हा",
    "तर",
    "तो",
    "ती",
    "ते",
    "त्या",
    "त्यांनी",
    "त्यांना",
    "त्याने",
    "त्याला",
    "तिथे",
    "तेथे",
    "असा",
    "अशी",
    "असे",
];
