//! Hindi's part: a verb and its object, चिंता जताया for चिंता जताई.
//!
//! Where the one who does it stands with ने, a perfective agrees with the object. Judged is a verb in the masculine right
//! behind a noun that the table has as feminine only, with ने before both in one clause, and at the clause's end or
//! before a form of "to be". Silent where the noun is no object (रात, ओर, याद करना), and where another word may be: a
//! noun with को. The passive (मांग की गई) is not judged: what it is said of stands farther off too often.

use crate::artifact::hindi::AGENTS;
use crate::artifact::{Article, Findings, listed};
use crate::text::{Token, TokenKind, fold};

/// Perfectives that take an object, masculine and feminine.
const VERBS: [(&str, &str); 22] = [
    ("अपनाया", "अपनाई"),
    ("उठाया", "उठाई"),
    ("कमाया", "कमाई"),
    ("कराया", "कराई"),
    ("किया", "की"),
    ("खरीदा", "खरीदी"),
    ("खोला", "खोली"),
    ("गंवाया", "गंवाई"),
    ("चलाया", "चलाई"),
    ("जताया", "जताई"),
    ("जीता", "जीती"),
    ("दिखाया", "दिखाई"),
    ("दिया", "दी"),
    ("दिलाया", "दिलाई"),
    ("निभाया", "निभाई"),
    ("पाया", "पाई"),
    ("बढ़ाया", "बढ़ाई"),
    ("बनाया", "बनाई"),
    ("बेचा", "बेची"),
    ("रखा", "रखी"),
    ("लगाया", "लगाई"),
    ("लिया", "ली"),
];

/// Feminines that are no object of the verb behind them.
const NO_OBJECTS: [&str; 9] = ["ओर", "जगह", "तरफ", "तरह", "दफा", "बार", "याद", "रात", "शाम"];

/// Feminines that are also the stem of a verb, and with these are that verb: मुकदमा जीत लिया.
const STEMS: [&str; 12] =
    ["खोज", "जांच", "जीत", "पहचान", "पुकार", "मांग", "मार", "लूट", "समझ", "सोच", "हार", "हांक"];
const WITH_STEMS: [&str; 4] = ["दिया", "पाया", "रखा", "लिया"];

/// What may stand between the object and its verb: योजना शुरू की, शिकायत दर्ज कराई, तारीख बढ़ा दी.
const BETWEEN: [&str; 18] = [
    "उपलब्ध",
    "कर",
    "खारिज",
    "घोषित",
    "जब्त",
    "जारी",
    "तैयार",
    "दर्ज",
    "पेश",
    "बंद",
    "बढ़ा",
    "बना",
    "बरामद",
    "मंजूर",
    "रद्द",
    "लगा",
    "शुरू",
    "हासिल",
];

/// Objects with को written in one word, with which the verb does not agree.
const MARKED: [&str; 11] = ["को", "इसे", "उसे", "इन्हें", "उन्हें", "जिसे", "जिन्हें", "मुझे", "हमें", "तुम्हें", "किसे"];

/// What ends the verb, besides a mark.
const BEHIND: [&str; 8] = ["है", "हैं", "था", "थी", "थे", "और", "तथा", "लेकिन"];

pub(super) fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for sentence in article.sentences {
        let tokens: Vec<&Token> =
            doc.tokens_in(sentence.span).iter().filter(|t| t.kind != TokenKind::Space).collect();
        let (mut has_agent, mut is_marked) = (false, false);
        for (at, token) in tokens.iter().enumerate() {
            let word = doc.word(token);
            // A mark ends the clause.
            let goes_on = token.kind == TokenKind::Word;
            has_agent = goes_on && (has_agent || AGENTS.contains(&word));
            is_marked = goes_on && (is_marked || MARKED.contains(&word));
            let Some(&(_, feminine)) = VERBS.iter().find(|(verb, _)| *verb == word) else { continue };
            let ends = tokens
                .get(at + 1)
                .is_none_or(|next| next.kind == TokenKind::Punct || BEHIND.contains(&doc.word(next)));
            if has_agent
                && !is_marked
                && ends
                && let Some(noun) = object(article, &tokens[..at], word)
                && !article.quotes().hold(token.span)
            {
                let finding = findings.report(token.span).arg("form", word).arg("noun", doc.word(noun));
                finding.arg("right", feminine).replace(feminine);
            }
        }
    }
}

/// The feminine that the words before `verb` end with.
fn object<'t>(article: &Article, before: &[&'t Token], verb: &str) -> Option<&'t Token> {
    let word = |token: &Token| article.doc.word(token);
    let [.., last] = before else { return None };
    let before = if BETWEEN.contains(&word(last)) { &before[..before.len() - 1] } else { before };
    let noun = *before.last()?;
    let row = article.table("nouns").get(&fold(word(noun)))?;
    let is_feminine = row.split('\t').next() == Some("f");
    let is_verb = STEMS.contains(&word(noun)) && WITH_STEMS.contains(&verb);
    (is_feminine && !is_verb && !NO_OBJECTS.contains(&word(noun)) && !listed::is_named(article, noun.span))
        .then_some(noun)
}
