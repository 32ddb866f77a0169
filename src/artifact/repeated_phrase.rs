//! Two or more words that come again at once: सहा तासांपेक्षा जास्त सहा तासांपेक्षा जास्त
//!
//! Translation models fall into loops, and pasted text overlaps. A loop of any length is one finding: all its rounds
//! are marked and one is kept. What people say twice inside a quotation, names of capitals only (New York New York)
//! and rows of one word (see repeated-word) are left alone; so are lines, since headline and lead and the refrains of a
//! song repeat each other lawfully.
//!
//! Found in one walk: where a pair of neighbouring words was met before, the distance to it is the length of a
//! possible round, and a round is proved when that distance has held for all its pairs.

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::index::{Index, Map};
use crate::lang::Lang;
use crate::text::{Script, Token, TokenKind, fold, lower};

pub(super) const RULE: Rule =
    Rule { code: "repeated-phrase", severity: Severity::Major, default_on: true, langs: &[], check };

/// Words in a round. Languages that no table here knows may double two words by grammar.
const WORDS: usize = 2;
const WORDS_ELSEWHERE: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let is_known = doc.lang.language().script != Script::Common;
    let least = if is_known { WORDS } else { WORDS_ELSEWHERE };
    for paragraph in &doc.paragraphs {
        let units: Vec<&Token> =
            doc.tokens_of(paragraph).iter().filter(|t| t.kind != TokenKind::Space).collect();
        for (from, round, rounds) in loops(article, &units) {
            let first = &units[from..from + round];
            let span = first[0].span.to(units[from + round * rounds - 1].span);
            let inside = first[..round - 1].iter().any(|t| is_end(doc.word(t)));
            let begins = from == 0 || is_end(doc.word(units[from - 1]));
            // तू आंबे खा. तुम्ही आंबे खा. तुम्ही या: sentences alike, none of them said twice.
            if inside && !begins && rounds == 2
                || !is_phrase(article, first, least)
                || article.quotes().hold(span)
            {
                continue;
            }
            let once = doc.slice(first[0].span.to(first[round - 1].span));
            findings.report(span).arg("form", once).arg("right", once).replace(once).safe();
        }
    }
}

/// A character for a number. More words than there are characters share the last one: what looks like a loop then is
/// compared word by word all the same.
fn letter(number: usize) -> char {
    u32::try_from(number + 0x1_0000).ok().and_then(char::from_u32).unwrap_or(char::MAX)
}

/// Whether the mark ends a sentence.
fn is_end(mark: &str) -> bool {
    matches!(mark, "." | "।" | "?" | "!")
}

/// Where units repeat at once: index of the first, units in a round, number of rounds. In order, not overlapping.
fn loops(article: &Article, units: &[&Token]) -> Vec<(usize, usize, usize)> {
    let word = |i: usize| article.doc.word(units[i]);
    // Where each pair stands last; a word is numbered once, and a pair of numbers is a key of a few bytes.
    let mut words = Index::default();
    let numbers: Vec<char> = (0..units.len()).map(|i| letter(words.add(word(i)))).collect();
    let mut met: Map<usize> = Map::default();
    let mut key = String::new();
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    let (mut distance, mut held, mut from) = (0, 0, 0);
    for i in 0..units.len().saturating_sub(1) {
        key.clear();
        key.extend([numbers[i], numbers[i + 1]]);
        let before = met.or_insert_with(&key, || i);
        let now = if *before >= from { i - *before } else { 0 };
        *before = i;
        held = if now != 0 && now == distance { held + 1 } else { usize::from(now != 0) };
        distance = now;
        if distance < 2 || held != distance - 1 {
            continue;
        }
        // Units from `start` on are those from `start + distance` on, up to and with the one after i.
        let start = i + 2 - 2 * distance;
        if (start..i + 2 - distance).any(|j| word(j) != word(j + distance)) {
            continue;
        }
        let end = (i + 2..units.len()).find(|&j| word(j) != word(j - distance)).unwrap_or(units.len());
        found.push((start, distance, (end - start) / distance));
        // What the loop holds is told; only pairs behind it count from here on.
        (from, distance, held) = (end, 0, 0);
    }
    found
}

/// Whether a round is made of enough different words, not of names or figures alone.
fn is_phrase(article: &Article, round: &[&Token], least: usize) -> bool {
    let words: Vec<&str> =
        round.iter().filter(|t| t.kind == TokenKind::Word).map(|t| article.doc.word(t)).collect();
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    words.len() >= least
        && words.iter().any(|word| *word != words[0])
        && words.iter().any(|word| word.chars().count() > 1)
        && !(words.len() == WORDS && (words.iter().all(is_capital) || is_idiom(article, &words)))
}

/// Whether a round of two words may be lawful: one of them ties the other to itself (face to face to, कम से कम से),
/// or no table knows either, as with sounds (खट्याक् खट्).
fn is_idiom(article: &Article, words: &[&str]) -> bool {
    let class = |word: &str| {
        let (table, key) = match article.doc.lang {
            Lang::ENGLISH => ("function-words", lower(word)),
            _ => ("indeclinables", fold(word).into_owned()),
        };
        article.table(table).get(&key).and_then(|value| value.split('\t').next())
    };
    let ties = |word: &&str| {
        matches!(
            class(word),
            Some("preposition" | "postposition" | "conjunction" | "conj" | "particle" | "part")
        )
    };
    words.iter().any(ties) || !words.iter().any(|word| lexicon::is_word(article, word))
}
