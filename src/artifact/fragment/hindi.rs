//! Hindi's part.

use super::SHORTEST;
use crate::artifact::hindi::{AGENTS, Form, Word, words};
use crate::artifact::{Article, listed};
use crate::report::Sentence;

/// Words that join what stands before to what comes.
const JOINERS: [&str; 12] =
    ["अथवा", "और", "कि", "क्योंकि", "जबकि", "ताकि", "तथा", "या", "यदि", "लेकिन", "व", "एवं"];

/// What opens a clause that waits for another one.
const SUBORDINATE: [&str; 12] =
    ["अगर", "जब", "जहां", "जिन्हें", "जिन्होंने", "जिस", "जिसका", "जिसकी", "जिसके", "जिसने", "जिसे", "यदि"];

pub(super) fn is_cut(article: &Article, sentence: &Sentence) -> bool {
    let words = words(article, sentence);
    let Some(last) = words.last().filter(|_| words.len() >= SHORTEST) else { return false };
    if JOINERS.contains(&last.text) {
        return true;
    }
    let verbs = finite_verbs(article, words);
    if verbs > 0 && ends_in_nouns(words) {
        return true;
    }
    if verbs > 0 {
        let relative = |w: &Word| SUBORDINATE.contains(&w.text) || w.text == "जो";
        let taken_up = words[1..]
            .iter()
            .any(|w| matches!(w.text, "तो" | "तब" | "उस" | "उसे" | "उन्हें" | "वह" | "वे" | "हो" | "हों"));
        let opens = matches!(words[0].text, "जब" | "यदि" | "अगर");
        return verbs == 1 && !taken_up && (opens || words[1..].iter().any(relative) && !relative(&words[0]));
    }
    let leans = last.governs()
        && !matches!(
            last.text,
            "का" | "की"
                | "के"
                | "वाला"
                | "वाली"
                | "वाले"
                | "पर"
                | "स्थित"
                | "पास"
                | "समान"
                | "पार"
                | "साथ"
        )
        || last.oblique
        || last.is_nonfinite() && !last.text.ends_with("ना") && !last.text.ends_with("नी");
    let doer = words.iter().rposition(|w| AGENTS.contains(&w.text));
    let idle = doer.is_some_and(|doer| words[doer..].iter().all(|w| w.verb.is_none()));
    (leans || idle)
        && !words.iter().any(|w| w.unknown && looks_finite(w.text) && !listed::is_named(article, w.span))
}

/// Verbs that may make a sentence; those side by side are one.
fn finite_verbs(article: &Article, words: &[Word]) -> usize {
    let finite = |w: &Word| {
        matches!(w.verb, Some((Form::Agreeing(..) | Form::Other, _)))
            || w.unknown && looks_finite(w.text) && !listed::is_named(article, w.span)
            || matches!(w.text, "चाहिए" | "नहीं")
    };
    (0..words.len())
        .filter(|&at| finite(&words[at]) && !(at > 0 && finite(&words[at - 1]) && !words[at].parted))
        .count()
}

/// … पर्याप्त है और कीमतें: behind "and", after a whole clause, stand nouns alone.
fn ends_in_nouns(words: &[Word]) -> bool {
    let from = words.len().saturating_sub(MOST_NOUNS + 1).max(1);
    let joiner = (from..words.len()).rev().find(|&at| matches!(words[at].text, "और" | "लेकिन" | "जबकि"));
    joiner.is_some_and(|at| {
        let clause = matches!(words[at - 1].text, "है" | "हैं" | "था" | "थी" | "थे" | "थीं" | "गया" | "गई" | "गए");
        let rest = &words[at + 1..];
        clause && !rest.is_empty() && rest.iter().all(|w| !w.noun.is_empty() && w.verb.is_none())
    })
}

/// Nouns that may be left of a clause.
const MOST_NOUNS: usize = 3;

fn looks_finite(word: &str) -> bool {
    ["ता", "ती", "ते", "गा", "गी", "गे", "या", "ई", "ए", "ा", "ी", "े", "ीं"]
        .iter()
        .any(|end| word.ends_with(end))
}
