//! An object in the case of another verb: संघाला अभिनंदन केले for संघाचे अभिनंदन केले.
//!
//! Marathi says much by noun and verb, and each such phrase asks a case of its object; a translation gives it the one
//! of the English. A table says which ending a phrase takes and which is never right with it. Silent are phrases that have
//! their object in the right case already, and verb forms whose own subject is in the dative (करावे लागते, करण्याची संधी).
//! Hindi, whose cases are words of their own, is read by [`hindi`].

mod hindi;

use super::clause::{Clauses, Word};
use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::morphology::{Case, Pos, Vowel};
use crate::text::fold;

pub(super) const RULE: Rule = Rule {
    code: "case-mismatch",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// Words between the object and its phrase, at most: adjectives, adverbs, a place.
const REACH: usize = 5;

fn check(article: &Article, findings: &mut Findings) {
    if article.doc.lang == Lang::HINDI {
        return hindi::check(article, findings);
    }
    let phrases = article.table("light-verbs");
    if phrases.is_empty() {
        return;
    }
    let nouns = phrases.beginnings();
    let clauses = Clauses::new(article);
    for sentence in article.sentences {
        // Most sentences have none of these nouns: seen without any analysis.
        let tokens = article.doc.tokens_in(sentence.span);
        if !tokens.iter().any(|t| nouns.contains(article.doc.word(t))) {
            continue;
        }
        let words = clauses.words(sentence);
        for at in (1..words.len()).filter(|&at| nouns.contains(words[at].text)) {
            check_phrase(article, &words, at, findings);
        }
    }
}

fn check_phrase(article: &Article, words: &[Word], at: usize, findings: &mut Findings) {
    let noun = words[at].text;
    let Some(Phrase { governs, wrong, adjectival }) = phrase(article, words, at) else { return };
    for of in (0..at).rev().take(REACH) {
        let word = &words[of];
        let has = |ending: &str| ends_with(word, ending);
        if has(governs) {
            return;
        }
        // The longer first: ण्याला before ला.
        if let Some(ending) = wrong.rsplit(' ').find(|ending| has(ending)) {
            if adjectival && ending == "ला" || words[of + 1].text.starts_with("यां") {
                return;
            }
            let right = mended(words, at, word.text, ending, governs);
            let finding = findings.report(word.span).arg("form", word.text).arg("noun", noun);
            match right {
                Some(right) => finding.arg("right", right.as_str()).replace(right),
                None => finding.arg("right", ""),
            };
            return;
        }
        let goes_on = word.number
            || word.readings.iter().any(|r| {
                matches!(r.pos, Pos::Adjective | Pos::Particle)
                || matches!(r.case, Case::Locative | Case::Ablative | Case::Postposition)
                || r.pos == Pos::Noun && r.case == Case::Direct && !r.guess
                || word.text == "राखून"
                // Of what it is accused, and by whom.
                || governs != "चा" && matches!(r.case, Case::Genitive | Case::Agent)
            });
        let clause = word.readings.iter().any(|r| r.pos == Pos::Verb) && word.text != "राखून";
        if !goes_on || clause || word.parted {
            return;
        }
    }
}

/// A noun and the verb after it.
struct Phrase<'a> {
    /// The ending of its object.
    governs: &'a str,
    /// Endings that are never right, parted by spaces.
    wrong: &'a str,
    /// The verb is no finite form, so that a word with ला may be its subject: मुलांना … करण्यासाठी.
    adjectival: bool,
}

fn phrase<'a>(article: &Article<'a>, words: &[Word], at: usize) -> Option<Phrase<'a>> {
    let row = |verb: &str| {
        let key = [words[at].text, " ", verb].concat();
        article.table("light-verbs").get(&key)?.split_once('\t')
    };
    let next = words.get(at + 1).filter(|w| !w.parted)?;
    if let Some((governs, wrong)) = row(next.text).filter(|_| !next.text.ends_with("णे")) {
        return Some(Phrase { governs, wrong, adjectival: false });
    }
    let mut verbs = next.readings.iter().filter(|r| r.pos == Pos::Verb);
    let ((governs, wrong), case) = verbs.find_map(|r| Some((row(&r.lemma)?, r.case)))?;
    let modal = MODAL.iter().any(|end| next.text.ends_with(end));
    let finite = matches!(case, Case::None | Case::Direct | Case::Locative)
        || case == Case::Genitive && matches!(governs, "वर" | "शी");
    (!modal).then_some(Phrase { governs, wrong, adjectival: !finite })
}

/// Ends of verb forms that have their subject in the dative.
const MODAL: [&str; 11] = ["णे", "ता", "ायचा", "ायची", "ायचे", "ायला", "ावा", "ावी", "ावे", "ाव्या", "ू"];

/// Whether the word has this ending on an object, a noun or यांना; ण्याला asks for a verbal noun.
fn ends_with(word: &Word, ending: &str) -> bool {
    let text = fold(word.text);
    if let Some(rest) = ending.strip_prefix("ण्या") {
        return text.ends_with(ending)
            && word.readings.iter().any(|r| r.pos == Pos::Verb)
            && matches!(rest, "ला" | "वर" | "स");
    }
    let any = |case: Case, ends: &[&str]| {
        word.readings.iter().any(|r| r.case == case && !matches!(r.pos, Pos::Particle | Pos::Verb))
            && ends.iter().any(|end| text.ends_with(end))
            || word.text.starts_with("यां") && ends.iter().any(|end| text.ends_with(end))
    };
    match ending {
        "चा" => any(Case::Genitive, &["चा", "ची", "चे"]),
        "ला" => any(Case::Dative, &["ला", "ना"]),
        "वर" | "शी" | "कडे" | "बद्दल" => any(Case::Postposition, &[ending]),
        _ => false,
    }
}

/// The object with the right ending; the genitive in the gender of the noun.
fn mended(words: &[Word], at: usize, word: &str, wrong: &str, right: &str) -> Option<String> {
    let ends: &[&str] = match wrong {
        "चा" => &["च्या", "चा", "ची", "चे"],
        "ला" => &["ला", "ना"],
        "ण्याला" => &["ला"],
        "ण्यावर" => &["वर"],
        "ण्यास" => &["स"],
        other => &[other],
    };
    let stem = ends.iter().find_map(|end| word.strip_suffix(end))?;
    Some(match if wrong.starts_with("ण्या") { "चा" } else { right } {
        "चा" => {
            let vowel = Vowel::agreeing(words[at].noun_cells())?;
            stem.to_owned() + &vowel.join("च")
        }
        "ला" if stem.ends_with('ं') => [stem, "ना"].concat(),
        right => [stem, right].concat(),
    })
}
