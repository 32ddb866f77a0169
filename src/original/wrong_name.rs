//! A name that stands for another one of the original: इराक where the original says Iran, इद्रिसा for Ismaila.
//!
//! Names are what a reader can't check and a machine swaps silently. Sentences that are each other's only partner are
//! compared, name by name, through how they sound and the table of exonyms. A name of ours that shares a word with one
//! of theirs and has another word otherwise is that name, wrongly given; of the rest one is reported only when exactly
//! one name on each side is left, both of a kind, and the original has ours nowhere. So a name for a pronoun, a name left
//! out or added, and a title for a name stay silent.

use super::names::{Name, is_said, listed, names, names_in, near, renders, spelled};
use super::sounding::{apart, sounding};
use super::{Original, facing, mentions_in};
use crate::artifact::{Article, Findings, Rule};
use crate::entity::Kind;
use crate::report::Severity;
use crate::table::Table;
use crate::text::Span;

pub(crate) const RULE: Rule =
    Rule { code: "wrong-name", severity: Severity::Major, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    let all = &original.names;
    for (ours, theirs) in facing(article.sentences, original) {
        for (ours, theirs) in swapped(article, original, all, ours, theirs) {
            let finding = findings.report(ours.span);
            finding.arg("form", ours.text).original(original.doc, theirs.span);
        }
    }
}

/// Our names that stand for other ones of their sentence; `all` are those of the original.
fn swapped<'a, 'n>(
    article: &Article<'a>,
    original: &Original,
    all: &'n [Name<'n>],
    ours: Span,
    theirs: Span,
) -> Vec<(Name<'a>, &'n Name<'n>)> {
    let exonyms = article.table("exonyms");
    let same = |a: &Name, b: &Name| renders(article.doc, a, b, exonyms);
    let told = names_in(all, theirs);
    let (given, mut alone): (Vec<_>, Vec<_>) =
        names(article.doc, mentions_in(article.mentions, ours), article.entities)
            .into_iter()
            .partition(|a| told.iter().any(|b| same(a, b)));
    let mut lacking: Vec<&Name> = told.iter().filter(|b| !given.iter().any(|a| same(a, b))).collect();
    let mut pairs = Vec::new();
    while let Some((i, j)) = half_same(&alone, &lacking, exonyms) {
        pairs.push((alone.remove(i), lacking.remove(j)));
    }
    lacking.retain(|b| !is_said(article.doc, ours, b, exonyms));
    let [lone] = lacking[..] else { return pairs };
    // Asked last, since the whole original is gone through.
    alone.retain(|a| !is_told(original, theirs, a) && !all.iter().any(|b| same(a, b)));
    if let [a] = &alone[..]
        && a.kind == lone.kind
        && match a.kind {
            Kind::Organisation => are_two_acronyms(article, a, lone),
            _ => are_two(a, lone, &listed(lone, exonyms)),
        }
    {
        pairs.extend(alone.pop().zip(Some(lone)));
    }
    pairs
}

/// Whether ours is another name than theirs: by the forms that the language has for it (Egypt, इटली), and where the
/// table knows none, by theirs itself.
fn are_two(ours: &Name, theirs: &Name, forms: &[Vec<String>]) -> bool {
    let own = [theirs.words.clone()];
    let forms = if forms.is_empty() { &own } else { forms };
    let is_long = |words: &[String]| words.iter().any(|word| word.len() >= FEWEST);
    let mut words = forms.iter().flatten();
    is_long(&ours.words)
        && is_long(&theirs.words)
        && words.all(|y| ours.words.iter().all(|x| are_unlike(x, y, UNLIKE) && !begin_alike(x, y)))
}

/// Whether theirs is an acronym, and ours another one by its letters. Bodies go by too many names to tell more; the same
/// letters in another order, or not all of them, are the subject of the rules for acronyms.
fn are_two_acronyms(article: &Article, ours: &Name, theirs: &Name) -> bool {
    let holds = |all: &str, some: &str| some.chars().all(|letter| all.contains(letter));
    theirs.text.len() > 1
        && theirs.text.bytes().all(|b| b.is_ascii_uppercase())
        && spelled(article.doc, ours.text).is_some_and(|letters| {
            letters.len() > 1 && !holds(&letters, theirs.text) && !holds(theirs.text, &letters)
        })
}

/// Hundredths of a consonant from which on two words are two names, and no unusual transliteration: for all of a word,
/// and for each of its sounds, since a long word has more of them to render oddly (Przybylski).
const UNLIKE: (u32, u32) = (140, 30);

/// The same beside a word that both names have, which tells that they are meant to be one.
const UNLIKE_BESIDE: (u32, u32) = (120, 25);

/// Sounds of the shortest name that is told from another.
const FEWEST: usize = 3;

/// Sounds of a beginning that makes two words one: Morocco, Moroccan.
const BEGINNING: usize = 3;

fn are_unlike(a: &str, b: &str, (least, each): (u32, u32)) -> bool {
    apart(a, b) >= least.max(each * a.len().max(b.len()) as u32)
}

fn begin_alike(a: &str, b: &str) -> bool {
    a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count() >= BEGINNING
}

/// The first two names that have a word in common and each a word that the other lacks: people, and places that the
/// table lists (South Africa, पश्चिम आफ्रिका).
fn half_same(alone: &[Name], lacking: &[&Name], exonyms: &Table) -> Option<(usize, usize)> {
    let fits = |a: &Name, b: &Name| match (a.kind, b.kind) {
        (Kind::Person, Kind::Person) => differ_by_half(&a.words, &b.words),
        (Kind::Place, Kind::Place) => listed(b, exonyms).iter().any(|form| differ_by_half(&a.words, form)),
        _ => false,
    };
    let pairs = alone
        .iter()
        .enumerate()
        .flat_map(|(i, a)| lacking.iter().enumerate().map(move |(j, b)| (i, a, j, b)));
    pairs.into_iter().find(|(_, a, _, b)| fits(a, b)).map(|(i, _, j, _)| (i, j))
}

fn differ_by_half(a: &[String], b: &[String]) -> bool {
    let is_other = |x: &str, y: &str| are_unlike(x, y, UNLIKE_BESIDE) && !(x.contains(y) || y.contains(x));
    let beyond = |a: &[String], b: &[String]| a.iter().any(|x| b.iter().all(|y| is_other(x, y)));
    a.iter().any(|x| b.iter().any(|y| near(x, y))) && beyond(a, b) && beyond(b, a)
}

/// Whether any word of their sentence sounds like our name, though no mention was found there.
fn is_told(original: &Original, theirs: Span, name: &Name) -> bool {
    let tokens = original.doc.tokens_in(theirs).iter();
    tokens.map(|t| sounding(original.doc.word(t))).any(|word| name.words.iter().any(|w| near(w, &word)))
}
