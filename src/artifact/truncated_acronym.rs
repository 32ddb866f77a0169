//! An acronym whose last letter is missing: डीपीआर beside डीपीआरके.
//!
//! The fuller one must be known or stand in the article at least as often. Two acronyms that are both known are two
//! bodies (पीएम and पीएमओ), and so are short ones that name an office, a thing or a country.

use super::acronym::{Acronym, are_joined};
use super::scrambled_acronym::report;
use super::{Article, Findings, Rule, Severity};
use crate::index::Index;

pub(super) const RULE: Rule =
    Rule { code: "truncated-acronym", severity: Severity::Major, default_on: true, langs: &[], check };

/// Acronyms of two or three letters that stand for offices, countries, degrees, things: never short for a longer one.
const ORDINARY: &str = "AC AD AI AM AP ATM BA BC BJP BP CA CBI CD CEO CM CP DC DG DIG DM DNA DSP DVD EC ED EU EV FIR GB GDP \
                        GPS GST HIV HP HR ICU IG IIT IP IPL IPO IQ IT JD JK JN KG LED LG MA MBA MD ML MLA MLC MP MPC NGO NRI OBC OK OPD PA \
                        PC PG PHD PIL PIN PM PR PSI PT RC RTI RTO SC SIM SIT SMS SP SSC ST SUV TA TV UG UK UN UP US USA VC VIP VP WC";

fn check(article: &Article, findings: &mut Findings) {
    let list = article.acronyms();
    let mut by_letters = Index::default();
    for acronym in list {
        by_letters.add(&acronym.letters);
    }
    // Of several fuller ones the first counts.
    let mut fuller: Vec<Option<&Acronym>> = vec![None; list.len()];
    for acronym in list.iter().filter(|a| a.letters.len() >= 3) {
        if let Some(short) = by_letters.get(&acronym.letters[..acronym.letters.len() - 1]) {
            fuller[short].get_or_insert(acronym);
        }
    }
    for (wrong, right) in list.iter().zip(fuller) {
        let Some(right) = right else { continue };
        // II beside III.
        let roman = wrong.form.bytes().all(|b| b"IVXLCDM".contains(&b));
        let lawful = roman
            || wrong.known
            || wrong.explained
            || ORDINARY.split(' ').any(|known| known == wrong.letters);
        let trusted = right.known || right.explained || right.places.len() >= wrong.places.len();
        if !lawful && trusted && !are_joined(article.doc, wrong, right) {
            report(wrong, right, findings);
        }
    }
}
