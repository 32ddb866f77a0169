//! Hindi's part: पुलिस … गिरफ्तार किया for पुलिस ने, किसानों … धरना दिया for किसानों ने.
//!
//! Judged is the first clause of a sentence, where it ends in a perfective that asks for ने whatever its object, and no word
//! of the sentence can be the doer. The subject is what such a clause cannot hold: a noun of people in the oblique
//! plural that nothing governs (लुटेरों), a bare pronoun at the head (वे), or, at the head, a name, an office or an
//! institution that nothing governs. Silent where the name goes on, in quotations, and where a form of जाना makes it a
//! passive. In 263,000 words of papers it spoke once, of a scheme that is called after an office; of the pairs it finds
//! four in five.

use super::{TITLES, is_listed_as};
use crate::artifact::clause::has_quotation;
use crate::artifact::hindi::{AGENTS, GOVERNORS};
use crate::artifact::{Article, Findings};
use crate::entity::Kind;
use crate::report::Mention;
use crate::text::{Span, Token, TokenKind, fold};

/// Perfectives that take ने and are spelled as they come.
const VERBS: [&str; 14] =
    ["कहा", "कही", "किए", "किया", "की", "कीं", "दिए", "दिया", "दी", "दीं", "लिए", "लिया", "ली", "लीं"];

/// Stems in -आ: बताया, बताई, बताए.
const IN_A: [&str; 23] = [
    "अपना",
    "उठा",
    "करा",
    "गंवा",
    "घटा",
    "चला",
    "चुरा",
    "जता",
    "जमा",
    "ठुकरा",
    "दिखा",
    "दिला",
    "निभा",
    "पहुंचा",
    "बचा",
    "बढ़ा",
    "बता",
    "बना",
    "बुला",
    "मना",
    "लगा",
    "सुना",
    "हरा",
];

/// Stems in a consonant: मारा, मारी, मारे.
const IN_CONSONANT: [&str; 32] = [
    "उतार",
    "काट",
    "खरीद",
    "खोल",
    "घेर",
    "चुन",
    "छीन",
    "छोड़",
    "जीत",
    "जोड़",
    "झोंक",
    "टाल",
    "डाल",
    "ढूंढ",
    "तोड़",
    "देख",
    "निकाल",
    "पकड़",
    "पीट",
    "पूछ",
    "फूंक",
    "बांट",
    "बेच",
    "भेज",
    "मांग",
    "मान",
    "मार",
    "रख",
    "रोक",
    "लिख",
    "लूट",
    "सौंप",
];

/// What may stand behind the perfective.
const AUXILIARIES: [&str; 6] = ["है", "हैं", "था", "थी", "थीं", "थे"];

/// Stems that make "gave" intransitive: चल दिया, रो दिया.
const WITHOUT_AGENT: [&str; 5] = ["चल", "मुस्कुरा", "रो", "हंस", "हँस"];

/// Doers that only this rule hears of, and what names the doer of a passive.
const OTHER_AGENTS: [&str; 4] = ["किन्होंने", "जरिए", "द्वारा", "सबने"];

/// Forms of जाना before the verb, words that bring a clause of their own, and those that say who said it (crossed-attribution).
const OTHER_CLAUSES: [&str; 9] = ["अनुसार", "गई", "गए", "गयी", "गया", "जब", "जाकर", "मुताबिक", "यदि"];

/// What else governs the noun before it, or joins it to more.
const JOINERS: [&str; 23] = [
    "अथवा",
    "एवं",
    "और",
    "जैसे",
    "तथा",
    "तरफ",
    "तले",
    "पहले",
    "पार",
    "पास",
    "बाद",
    "बिना",
    "बीच",
    "भर",
    "यानी",
    "या",
    "व",
    "वाला",
    "वाली",
    "वाले",
    "समेत",
    "सहित",
    "साथ",
];

/// Plurals in -ओं of time and number, which stand ungoverned by right.
const COUNTED: [&str; 25] = [
    "अरबों",
    "करोड़ों",
    "कोसों",
    "क्यों",
    "घंटों",
    "चारों",
    "ज्यों",
    "तीनों",
    "त्यों",
    "दर्जनों",
    "दशकों",
    "दिनों",
    "दोनों",
    "पलों",
    "पांचों",
    "बरसों",
    "महीनों",
    "मिनटों",
    "लाखों",
    "वर्षों",
    "सदियों",
    "सालों",
    "सैकड़ों",
    "हजारों",
    "हफ्तों",
];

/// Pronouns that stand bare at the head, with their form as a doer.
const PRONOUNS: [(&str, &str); 6] =
    [("कौन", "किसने"), ("जो", "जिन्होंने"), ("तुम", "तुमने"), ("वह", "उसने"), ("वे", "उन्होंने"), ("हम", "हमने")];

/// What parts clauses besides a mark.
const CONJUNCTIONS: [&str; 11] =
    ["इसलिए", "एवं", "और", "कि", "क्योंकि", "जबकि", "तथा", "तो", "परंतु", "मगर", "लेकिन"];

/// Words of a body that no table has, its last noun among them: मौसम विभाग, विश्व स्वास्थ्य संगठन.
const LONGEST_NAME: usize = 3;

pub(super) fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for sentence in article.sentences {
        let tokens = doc.tokens_in(sentence.span);
        if tokens.iter().any(|t| is_agent(doc.word(t))) || has_quotation(article, sentence.span) {
            continue;
        }
        let clause = first_clause(article, tokens);
        let Some((verb, before)) = verb(article, &clause) else { continue };
        if let Some((span, right)) = subject(article, before, doc.word(verb)) {
            let finding = findings.report(span).arg("form", doc.slice(span)).arg("verb", doc.word(verb));
            finding.arg("right", &*right).replace(right);
        }
    }
}

fn is_agent(word: &str) -> bool {
    AGENTS.contains(&word) || OTHER_AGENTS.contains(&word)
}

fn governs(word: &str) -> bool {
    GOVERNORS.contains(&word) || JOINERS.contains(&word)
}

/// The words up to the first mark or conjunction.
fn first_clause<'t>(article: &Article, tokens: &'t [Token]) -> Vec<&'t Token> {
    let solid = tokens.iter().filter(|t| t.kind != TokenKind::Space);
    solid.take_while(|t| t.kind == TokenKind::Word && !CONJUNCTIONS.contains(&article.doc.word(t))).collect()
}

/// The perfective that the clause ends in, and what stands before it.
fn verb<'c, 't>(article: &Article, clause: &'c [&'t Token]) -> Option<(&'t Token, &'c [&'t Token])> {
    let word = |token: &Token| article.doc.word(token);
    let end = clause.iter().rposition(|t| !AUXILIARIES.contains(&word(t)))?;
    let (verb, before) = (clause[end], &clause[..end]);
    let gave = word(verb).starts_with("दि");
    let is_other = before.iter().any(|t| OTHER_CLAUSES.contains(&word(t)))
        || gave && before.last().is_some_and(|t| WITHOUT_AGENT.contains(&word(t)));
    (asks_for_agent(word(verb)) && !is_other).then_some((verb, before))
}

fn asks_for_agent(word: &str) -> bool {
    let of = |stems: &[&str], endings: &[&str]| {
        endings.iter().any(|end| word.strip_suffix(end).is_some_and(|stem| stems.contains(&stem)))
    };
    VERBS.contains(&word) || of(&IN_A, &["या", "ई", "ईं", "ए"]) || of(&IN_CONSONANT, &["ा", "ी", "ीं", "े"])
}

/// Where the doer stands, and the doer with ने.
fn subject(article: &Article, before: &[&Token], verb: &str) -> Option<(Span, String)> {
    let word = |token: &Token| article.doc.word(token);
    let head = *before.first()?;
    if let Some((_, right)) = PRONOUNS.iter().find(|(bare, _)| *bare == word(head)) {
        // वह पुस्तक: before a noun it points.
        let points = matches!(word(head), "वह" | "वे" | "कौन" | "जो")
            && before.get(1).is_some_and(|next| article.table("nouns").contains(&fold(word(next))));
        return (!points).then(|| (head.span, (*right).to_owned()));
    }
    let many = before
        .iter()
        .enumerate()
        .find(|&(at, token)| is_many(article, token) && !goes_on(article, before, at, verb));
    if let Some((_, people)) = many {
        return Some((people.span, format!("{} ने", word(people))));
    }
    let last = head_name(article, before)?;
    let span = head.span.to(before[last].span);
    (before.len() > last + 1 && !goes_on(article, before, last, verb))
        .then(|| (span, format!("{} ने", article.doc.slice(span))))
}

/// Whether the word is people or things in the oblique plural.
fn is_many(article: &Article, token: &Token) -> bool {
    let word = article.doc.word(token);
    word.ends_with("ों") && word.chars().count() > 3 && !COUNTED.contains(&word)
}

/// Whether what stands behind governs the word at `at` or makes more of it.
fn goes_on(article: &Article, before: &[&Token], at: usize, verb: &str) -> bool {
    match before.get(at + 1) {
        Some(next) => {
            let next_word = article.doc.word(next);
            governs(next_word) || is_title(article, next_word)
        }
        // चीजों की: the genitive.
        None => verb == "की",
    }
}

/// The last word of the name, office or body that the clause begins with.
fn head_name(article: &Article, before: &[&Token]) -> Option<usize> {
    let doc = article.doc;
    let mut last = None;
    for at in 0..before.len().min(LONGEST_NAME) {
        let name = doc.slice(before[0].span.to(before[at].span));
        if governs(doc.word(before[at])) {
            break;
        }
        let is_actor = article.table("actors").contains(&fold(doc.word(before[at])));
        if is_actor || is_title(article, name) || is_body(article, name) {
            last = Some(at);
        }
    }
    // A name of more words ends where it ends.
    // Of places only countries and towns act, and those are one word: no park does.
    let acts = |m: &&Mention| m.kind != Kind::Place || !doc.slice(m.span).contains(' ');
    let here = |m: &&Mention| m.kind.is_name() && m.span.start == before[0].span.start;
    let mention = article.mentions_on(before[0].span).find(|m| here(m) && acts(m));
    let named = mention.and_then(|m| before.iter().rposition(|t| t.span.end == m.span.end));
    let longer = mention.is_some_and(|m| last.is_some_and(|last| m.span.end > before[last].span.end));
    if last.is_none() || longer { named } else { last }
}

fn is_title(article: &Article, words: &str) -> bool {
    is_listed_as(article, words, &TITLES)
}

fn is_body(article: &Article, words: &str) -> bool {
    is_listed_as(article, words, &['o'])
}
