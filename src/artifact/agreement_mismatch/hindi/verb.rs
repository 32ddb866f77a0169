//! The verb that a Hindi clause ends with, helpers and all: हो गया है, बढ़ाई जा रही है.

use super::modifiers::ADVERBS;
use crate::artifact::Article;
use crate::artifact::hindi::{Aspect, Form, Word};
use crate::morphology::Cells;
use crate::text::fold;

/// Verbs that help the stem before them: कर दिया, हो गया, बढ़ रहा.
const VECTORS: [&str; 16] =
    ["आ", "उठ", "गिरा", "चुक", "छोड़", "जा", "डाल", "दे", "निकाल", "पड़", "पा", "बैठ", "रख", "रह", "ले", "सक"];

/// Of these those that make the whole intransitive: the doer has no ने.
const INTRANSITIVE_VECTORS: [&str; 9] = ["आ", "उठ", "चुक", "जा", "पड़", "पा", "बैठ", "रह", "सक"];

/// The verb that a clause ends with.
pub(super) struct Verb<'w, 'a> {
    /// Its words that agree with something.
    pub agreeing: Vec<&'w Word<'a>>,
    /// The verb of the lexicon in it.
    pub stem: &'w str,
    /// The first word of it.
    pub at: usize,
    /// Whether it asks for ने where it is transitive.
    pub perfective: bool,
    /// A helper makes it intransitive: कर चुका.
    pub weak: bool,
    /// किया गया.
    pub passive: bool,
    /// Whether the one who does it has ने in the perfective; `None` where usage wavers.
    pub transitive: Option<bool>,
}

impl<'w, 'a> Verb<'w, 'a> {
    /// The verb at the end of a clause.
    pub fn read(article: &Article, clause: &'w [Word<'a>]) -> Option<Self> {
        let mut at = clause.len();
        while at > 0 && belongs(&clause[at - 1], clause.get(at)) {
            at -= 1;
        }
        let group = &clause[at..];
        let main = group.first()?;
        // सजा alone is a noun; देते हुए is no end of a clause.
        let adverbial = main.text.ends_with("ते") && group.last().is_some_and(|w| w.text == "हुए");
        if adverbial || group.len() == 1 && !main.noun.is_empty() {
            return None;
        }
        let is_stem = main.stem.is_some() && group.get(1).is_some_and(helps);
        let stem = if is_stem { main.stem? } else { main.of_verb()? };
        let is_agreeing = |w: &&Word| matches!(w.verb, Some((Form::Agreeing(..), _)));
        let mut agreeing: Vec<&Word> = group[usize::from(is_stem)..].iter().filter(is_agreeing).collect();
        let last = *agreeing.last()?;
        let perfective =
            agreeing.iter().any(|w| is_perfective(w)) && (is_perfective(last) || last.text.starts_with('थ'));
        let kind = match article.table("verb-stems").get(stem)? {
            "t" => Some(true),
            "i" => Some(false),
            _ => None,
        };
        // चला गया is no passive.
        let goes = group.get(1).is_some_and(|w| w.of_verb() == Some("जा"));
        let passive = goes && !is_stem && is_perfective(main) && kind == Some(true);
        let weak = group[1..].iter().any(|w| is_one_of(w, &INTRANSITIVE_VECTORS));
        let transitive = if weak && !passive && kind == Some(true) { None } else { kind };
        // अधूरा पड़ा है: a predicate agrees as well.
        let predicate = at.checked_sub(1).map(|at| &clause[at]).filter(|w| is_predicate(w));
        if let Some(predicate) = predicate.filter(|_| transitive == Some(false)) {
            agreeing.insert(0, predicate);
        }
        Some(Self { agreeing, stem, at, perfective, weak, passive, transitive })
    }
}

fn is_perfective(word: &Word) -> bool {
    matches!(word.verb, Some((Form::Agreeing(Aspect::Perfective, _), _)))
}

fn is_predicate(word: &Word) -> bool {
    word.modifier.is_some() && !word.governs() && !ADVERBS.contains(&word.text)
}

/// Whether the word is part of the verb whose next word is `next`.
fn belongs(word: &Word, next: Option<&Word>) -> bool {
    let Some(next) = next else { return matches!(word.verb, Some((Form::Agreeing(..) | Form::Other, _))) };
    let agreeing = matches!(word.verb, Some((Form::Agreeing(..), _)));
    let is = matches!(next.text, "है" | "हैं" | "था" | "थी" | "थे" | "थीं");
    let of = next.of_verb().unwrap_or_default();
    let follows = is || matches!(of, "जा" | "रह") || next.text.starts_with("हु") && of == "हो";
    !next.parted && (word.stem.is_some() && helps(next) || agreeing && follows)
}

fn helps(next: &Word) -> bool {
    !next.parted && is_one_of(next, &VECTORS)
}

/// Whether the word is a form of one of these verbs; those of the table are folded.
fn is_one_of(word: &Word, stems: &[&str]) -> bool {
    word.of_verb().is_some_and(|stem| stems.iter().any(|own| fold(own) == stem))
}

/// What a word that agrees says.
pub(super) fn cells(word: &Word) -> Cells {
    match word.verb {
        Some((Form::Agreeing(_, cells), _)) => cells,
        _ => word.modifier.unwrap_or(Cells::ALL),
    }
}

/// The gender that it says, in both numbers.
pub(super) fn said(word: &Word) -> Cells {
    if cells(word).meets(Cells::MASCULINE) { Cells::MASCULINE } else { Cells::FEMININE }
}
