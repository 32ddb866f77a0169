//! An acronym that is spoken as a word, spelled letter by letter: टीएएस for तास, एनएटीओ for नाटो.
//!
//! A translator who does not know the body reads its capitals out. Which ones are spoken as words a table says; all
//! others are read by letters, and stay.

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::Script;

pub(super) const RULE: Rule = Rule {
    code: "spelled-out-acronym",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let spoken = article.table("spoken-acronyms");
    for acronym in article.acronyms() {
        let Some(right) = spoken.get(&acronym.letters) else { continue };
        if Script::of_word(&acronym.form) != Script::Devanagari {
            continue;
        }
        for &place in &acronym.places {
            let form = article.doc.slice(place);
            findings.report(place).arg("form", form).arg("right", right).replace(right).safe();
        }
    }
}
