//! A verb and the noun that it must agree with.
//!
//! A clause is read from its end: the verb with its helpers (हो गया है, बढ़ाई जा रही है), what may be what it agrees with, and
//! whether any of that would allow the form as it stands. Where ने shows the doer, a perfective agrees with the object; an
//! intransitive verb and a passive agree with the subject. Of other verbs the bare noun may be either, and they are left alone.

use super::mend::{self, Right};
use super::modifiers::COMPOUND;
use super::verb::{Verb, cells, said};
use super::{NO_OBJECTS, genders, is_epicene};
use crate::artifact::hindi::{AGENTS, Form, Word};
use crate::artifact::{Article, Findings};
use crate::morphology::Cells;
use crate::text::fold;

/// Verbs that take a clause for their object, or somebody with को.
const OF_SPEECH: [&str; 14] =
    ["कह", "चाह", "जान", "ठान", "पढ़", "देख", "पूछ", "बता", "बोल", "भूल", "मान", "लिख", "सुन", "सोच"];

/// Verbs that give somebody (को) something, with which they agree.
const OF_GIVING: [&str; 5] = ["दे", "बांट", "सिखा", "सौंप", "दिला"];

const MASCULINE_SINGULAR: Cells = Cells::MASCULINE.and(Cells::SINGULAR);

/// Words that may stand between what points to a noun and the noun.
const REACH: usize = 8;

/// Words of the clauses before that are looked at: a subject is named no farther off.
const EARLIER: usize = 60;

/// What parts clauses; the coordinating ones only behind a verb.
const SUBORDINATE: [&str; 9] = ["कि", "क्योंकि", "जबकि", "ताकि", "तो", "परंतु", "मगर", "लेकिन", "बल्कि"];
const COORDINATE: [&str; 6] = ["और", "तथा", "एवं", "व", "या", "अथवा"];

/// Pronouns that a verb may agree with, and words that point to a noun or stand for one.
const PRONOUNS: [&str; 14] =
    ["आप", "कौन", "क्या", "खुद", "जो", "तुम", "तू", "मैं", "यही", "वही", "सो", "स्वयं", "हम", "कोई"];
const POINTERS: [&str; 17] = [
    "अनेक",
    "अन्य",
    "एक",
    "कई",
    "कुछ",
    "तीनों",
    "दूसरा",
    "दूसरी",
    "दूसरे",
    "दोनों",
    "बाकी",
    "यह",
    "ये",
    "वह",
    "वे",
    "सब",
    "सभी",
];

pub(super) fn check(article: &Article, words: &[Word], findings: &mut Findings) {
    let (mut from, mut start) = (0, 0);
    for at in 0..words.len() {
        let next = words.get(at + 1);
        let ends = next.is_none_or(|next| next.parted || parts(&words[at], next));
        if !ends {
            continue;
        }
        let clause = &words[from..=at];
        check_clause(article, &words[start.max(from.saturating_sub(EARLIER))..from], clause, findings);
        from = at + 1;
        if next.is_some_and(|next| next.text == "कि") {
            start = from;
        }
    }
}

/// Whether a clause ends between the two.
fn parts(word: &Word, next: &Word) -> bool {
    let finite = word.verb.is_some_and(|(form, _)| form != Form::Nonfinite);
    SUBORDINATE.contains(&next.text) || finite && COORDINATE.contains(&next.text)
}

fn check_clause(article: &Article, earlier: &[Word], clause: &[Word], findings: &mut Findings) {
    let Some(verb) = Verb::read(article, clause) else { return };
    let before = &clause[..verb.at];
    let quoted = verb.agreeing.iter().any(|w| article.quotes().hold(w.span));
    // करना पड़ा: what is done agrees, or nothing.
    let infinitive = before.last().is_some_and(Word::is_nonfinite);
    if quoted || infinitive || coordinates(before) {
        return;
    }
    let agent = before.iter().rposition(|w| AGENTS.contains(&w.text));
    let subject = agent.is_none() && (verb.passive || verb.transitive == Some(false));
    let words = match (verb.transitive, agent) {
        (Some(true) | None, Some(agent)) if verb.perfective && !verb.weak && !verb.passive => {
            &before[agent + 1..]
        }
        // A doer of the clause before: … ने कदम उठाए और राहत दी.
        (Some(true), None) if verb.perfective && !verb.passive && carries_agent(earlier, clause) => before,
        _ if subject => before,
        _ => return,
    };
    // किए गई: words of one verb that agree with nothing in common are wrong whatever it speaks of.
    let split = verb.agreeing.iter().any(|w| !said(w).meets(said(verb.agreeing[0])));
    let Some(at) = nearest(article, words, split) else { return };
    let right = genders(article, &words[at]);
    let counted = right == Cells::MASCULINE && is_counted(words, at);
    let fits = |w: &Word| right.meets(said(w)) && !(counted && MASCULINE_SINGULAR == cells(w));
    let wrong: Vec<&Word> = verb.agreeing.iter().copied().filter(|w| !fits(w)).collect();
    let (Some(first), Some(last)) = (wrong.first(), wrong.last()) else { return };
    if subject && is_subjunctive(last.text) && clause.last().is_some_and(|w| w.span == last.span) {
        return;
    }
    let adjacent = at + 1 == words.len();
    // वह स्कूल गई: where one goes.
    let goes = matches!(verb.stem, "जा" | "आ" | "पहुंच" | "लौट") && adjacent && right == Cells::MASCULINE;
    let masculine = said(first) == Cells::MASCULINE && !counted;
    if goes || masculine && is_default(&verb, before, adjacent) {
        return;
    }
    if wrong.len() == verb.agreeing.len() {
        let said = if counted { cells(first) } else { said(first) };
        let other = |words: &[Word], own: Option<usize>, marked: bool| {
            (0..words.len()).any(|i| Some(i) != own && may_govern(article, words, i, said, (marked, subject)))
        };
        if other(words, Some(at), false) || subject && other(earlier, None, true) {
            return;
        }
    }
    let right = Right {
        noun: words[at].text,
        feminine: right.meets(Cells::FEMININE),
        many: is_many(words, at),
        behind: clause.last().is_some_and(|w| matches!(w.text, "है" | "हैं")),
    };
    mend::report(article, &wrong, &right, findings);
}

/// मिले, किया जाए: the subjunctive has no gender, and looks like a plural.
fn is_subjunctive(word: &str) -> bool {
    word.ends_with(['े', 'ए']) && !matches!(word, "गए" | "हुए" | "किए" | "दिए" | "लिए")
}

/// Whether the doer of the clause before does this too.
fn carries_agent(earlier: &[Word], clause: &[Word]) -> bool {
    clause.first().is_some_and(|w| COORDINATE.contains(&w.text) && !w.parted)
        && earlier.iter().any(|w| AGENTS.contains(&w.text))
}

/// Whether two nouns that the verb may agree with are joined: बस और कार टकरा गए.
fn coordinates(before: &[Word]) -> bool {
    before.iter().enumerate().skip(1).any(|(at, w)| {
        let rest = &before[at + 1..];
        // और before the verb means "more".
        COORDINATE.contains(&w.text) && before[at - 1].is_nominal() && !rest.is_empty() && {
            let end = rest.iter().position(|w| w.governs());
            // What is governed as a whole is no subject: बारिश और तूफान से.
            end.is_none_or(|end| rest[..end].iter().any(|w| w.verb.is_some()) || end > 4)
        }
    })
}

/// The noun nearest to the verb that it must agree with.
fn nearest(article: &Article, words: &[Word], split: bool) -> Option<usize> {
    // What stands before a verb inside may be its own.
    let from = words.iter().rposition(|w| is_inner(article, w)).map_or(0, |inner| inner + 1);
    (from..words.len()).rev().find(|&at| {
        let word = &words[at];
        let next = words.get(at + 1).filter(|next| !next.parted);
        let place = word.text == "जगह" && next.is_some();
        let one = genders(article, word);
        let sure = one == Cells::MASCULINE || one == Cells::FEMININE;
        let plural = !word.noun.meets(Cells::SINGULAR);
        let feminine = plural && word.noun.meets(Cells::FEMININE);
        // Of a masculine plural the form is that of the oblique: इस हफ्ते.
        let bare = !word.noun.is_empty() && (!plural || split || feminine || next.is_none());
        sure && bare
            && !place
            && !NO_OBJECTS.contains(&word.text)
            && stands_alone(article, words, at, feminine)
    })
}

/// Whether neither a postposition nor a noun goes on from the noun at `at`; `plural`: its form is that of the direct plural.
fn stands_alone(article: &Article, words: &[Word], at: usize, plural: bool) -> bool {
    let Some(next) = words.get(at + 1).filter(|next| !next.parted) else { return true };
    let after = words.get(at + 2);
    let listed = COORDINATE.contains(&next.text) && after.is_some();
    // अनुच्छेद 144, against मैच तीन विकेट से.
    let numbered = next.number && !after.is_some_and(Word::is_nominal);
    let inner = next.is_nonfinite() && is_inner(article, next);
    let other_verb = next.stem.is_some() && next.verb.is_none();
    if next.governs()
        || next.joined
        || listed
        || inner
        || numbered
        || other_verb
        || COMPOUND.contains(&next.text)
    {
        return false;
    }
    // घायलों का इलाज जिला अस्पताल में: का asks for a noun that stands alone.
    let governed = words[at + 2..].iter().take(2).any(Word::governs);
    plural || !next.is_nominal() || is_headed(words, at) && governed
}

/// Whether the word before asks for a noun that stands alone: यह भूमि, का इलाज.
fn is_headed(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    before
        .is_some_and(|w| w.modifier == Some(MASCULINE_SINGULAR) || matches!(w.text, "यह" | "ये" | "वह" | "वे"))
}

/// Whether the word is the verb of a clause inside, whose own noun may stand before it. Of an intransitive one (होकर,
/// जलकर) the subject is that of the whole.
fn is_inner(article: &Article, word: &Word) -> bool {
    let Some((form, stem)) = word.verb else { return false };
    let joins = word.text.ends_with("कर") && article.table("verb-stems").get(stem) == Some("i");
    word.noun.is_empty() && !word.governs() && !joins && (form == Form::Nonfinite || form != Form::Other)
}

/// Whether the verb may agree with the word at `at`, as far as its place and gender go.
fn may_govern(
    article: &Article,
    words: &[Word],
    at: usize,
    said: Cells,
    (marked, subject): (bool, bool),
) -> bool {
    let word = &words[at];
    let next = words.get(at + 1).filter(|next| !next.parted);
    let governed = next.is_some_and(|next| next.governs() && !(marked && next.text == "ने"));
    let adjacent = at + 1 == words.len();
    if governed || word.oblique || NO_OBJECTS.contains(&word.text) && !adjacent {
        return false;
    }
    // शेयर बाजार में: the first of two nouns.
    let after = words.get(at + 2).filter(|after| !after.parted);
    let first = next.is_some_and(|next| next.is_nominal()) && after.is_some_and(|after| after.governs());
    let person = word.unknown || is_epicene(article, word.text);
    let first = first && !is_headed(words, at);
    if first && (!subject || !word.noun.is_empty() && !person) {
        return false;
    }
    // दरें बढ़ाने का प्रस्ताव.
    if !subject && next.is_some_and(|next| next.is_nonfinite()) && after.is_some_and(|after| after.governs())
    {
        return false;
    }
    if PRONOUNS.contains(&word.text) {
        return true;
    }
    if POINTERS.contains(&word.text) {
        let rest = words[at + 1..].iter().take(REACH).find(|w| !w.minor || w.governs() || w.is_nominal());
        return rest.is_none_or(|next| !next.is_nominal());
    }
    word.unknown || !word.governs() && genders(article, word).meets(said)
}

/// Whether the masculine is that of a verb which agrees with nothing.
fn is_default(verb: &Verb, before: &[Word], adjacent: bool) -> bool {
    const MARKED: [&str; 10] = ["को", "इसे", "उसे", "इन्हें", "उन्हें", "जिसे", "जिन्हें", "मुझे", "हमें", "तुम्हें"];
    let intransitive = verb.transitive == Some(false) && !verb.passive;
    if intransitive {
        return false;
    }
    let gives = OF_GIVING.contains(&verb.stem) && adjacent;
    before.iter().any(|w| MARKED.contains(&w.text)) && !gives
        || OF_SPEECH.iter().any(|own| fold(own) == verb.stem) && !adjacent
}

/// Whether the noun is certainly more than one: चार लोग, दो मकान.
fn is_counted(words: &[Word], at: usize) -> bool {
    let number = at.checked_sub(1).map(|before| &words[before]).filter(|w| w.number && !words[at].parted);
    let many = number.is_some_and(|w| match w.text.parse::<u32>() {
        // Larger figures are years as well.
        Ok(figure) => (2..1000).contains(&figure),
        Err(_) => SMALL.contains(&w.text),
    });
    let noun = &words[at];
    noun.noun.meets(Cells::PLURAL) && (many || noun.text == "लोग")
}

/// Number words that count things; with larger ones the noun is often a measure.
const SMALL: [&str; 11] = ["दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ", "दस", "दोनों", "तीनों"];

/// Whether the noun is more than one, by its form or by the number before it.
fn is_many(words: &[Word], at: usize) -> bool {
    const COUNTS: [&str; 9] = ["अनेक", "कई", "कितने", "कुछ", "तमाम", "दोनों", "सभी", "सारे", "हजारों"];
    // Things that come in numbers.
    const ALWAYS: [&str; 5] = ["दाम", "हस्ताक्षर", "हालात", "लोग", "रुपये"];
    let noun = &words[at];
    let singular = noun.noun.meets(Cells::SINGULAR);
    let counts = |w: &Word| {
        COUNTS.contains(&w.text)
            || w.minor && !w.governs() && w.text != "एक" && w.modifier.is_none() && w.number
    };
    !singular || ALWAYS.contains(&noun.text) || words[at.saturating_sub(3)..at].iter().any(counts)
}
