//! A clause hung on with जो, जे, ज्याने as English hangs one on with "which": त्यांनी मैदानाला दोष दिला, जे ओले होते.
//!
//! A Marathi relative clause stands before what it tells of and is taken up by तो, ते, त्याने; where it comes after, असा or तो
//! points ahead to it. A relative pronoun behind a comma that nothing points to and nothing takes up is English order.
//! A hint and no more: papers print such clauses, and an editor will let some stand. Silent are quotations, where people
//! talk as they like, and ज्यामुळे, which joins whole sentences.

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::TokenKind;

pub(super) const RULE: Rule = Rule {
    code: "relative-calque",
    severity: Severity::Hint,
    default_on: true,
    langs: &[Lang::MARATHI],
    check,
};

/// Relative pronouns that stand for somebody or something.
const RELATIVES: [&str; 21] = [
    "जिचा",
    "जिची",
    "जिचे",
    "जिच्या",
    "जिने",
    "जिला",
    "जी",
    "जे",
    "जो",
    "ज्यांचा",
    "ज्यांची",
    "ज्यांचे",
    "ज्यांच्या",
    "ज्यांना",
    "ज्यांनी",
    "ज्याचा",
    "ज्याची",
    "ज्याचे",
    "ज्याच्या",
    "ज्याने",
    "ज्याला",
];

/// What points to a relative clause or takes it up.
const CORRELATIVES: [&str; 16] = [
    "अशा",
    "अशी",
    "असा",
    "असे",
    "इतका",
    "इतकी",
    "इतके",
    "इतक्या",
    "एवढा",
    "एवढी",
    "एवढे",
    "एवढ्या",
    "ती",
    "ते",
    "तेच",
    "तो",
];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for sentence in article.sentences {
        let tokens = doc.tokens_in(sentence.span);
        let words = || tokens.iter().filter(|t| t.kind == TokenKind::Word);
        let first = words().enumerate().find(|(_, t)| RELATIVES.contains(&doc.word(t)));
        let Some((_, relative)) = first.filter(|(at, _)| *at > 0) else { continue };
        let before = doc.text[sentence.span.start as usize..relative.span.start as usize].trim_end();
        let points = |word: &str| CORRELATIVES.contains(&word) || word.starts_with("त्या");
        // जे. एल. रानडे: initials.
        let initial = doc.text[relative.span.end as usize..].starts_with('.');
        if before.ends_with(',')
            && !initial
            && !words().any(|t| points(doc.word(t)))
            && !article.quotes().hold(relative.span)
        {
            findings.report(relative.span).arg("form", doc.word(relative));
        }
    }
}
