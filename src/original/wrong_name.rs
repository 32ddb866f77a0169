//! A name that stands for another one of the original: इराक where the original says Iran, इद्रिसा for Ismaila.
//!
//! Names are what a reader can't check and a machine swaps silently. Sentences that are each other's only partner are
//! compared, name by name, through how they sound and the table of exonyms. A name of ours that shares a word with one
//! of theirs and has another word otherwise is that name, wrongly given; of the rest one is reported only when exactly
//! one name on each side is left, both of a kind, and the original has ours nowhere. So a name for a pronoun, a name left
//! out or added, and a title for a name stay silent.

use super::names::{Name, is_said, names, names_in, near, renders};
use super::{Original, facing, mentions_in};
use crate::artifact::{Article, Findings, Rule};
use crate::entity::{Kind, skeleton, within};
use crate::report::Severity;
use crate::text::Span;

pub(crate) const RULE: Rule =
    Rule { code: "wrong-name", severity: Severity::Major, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    let all = &original.names;
    for (ours, theirs) in facing(article.sentences, original) {
        for (ours, theirs) in swapped(article, original, all, ours, theirs) {
            let finding = findings.report(ours.span);
            finding.arg("form", ours.text).arg("source", theirs.text);
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
    while let Some((i, j)) = half_same(&alone, &lacking) {
        pairs.push((alone.remove(i), lacking.remove(j)));
    }
    lacking.retain(|b| !is_said(article.doc, ours, b, exonyms));
    let [lone] = lacking[..] else { return pairs };
    // Asked last, since the whole original is gone through.
    alone.retain(|a| !is_told(original, theirs, a) && !all.iter().any(|b| same(a, b)));
    if let [a] = &alone[..]
        && a.kind == lone.kind
        && a.kind != Kind::Organisation
        && [a, lone].iter().all(|name| name.words.iter().all(|word| word.len() > FEWEST))
        && a.words.iter().all(|x| lone.words.iter().all(|y| are_unlike(x, y, UNLIKE)))
    {
        pairs.extend(alone.pop().zip(Some(lone)));
    }
    pairs
}

/// Cost for each sound from which on two words are two names, and no unusual transliteration: Toulouse is तुलूझ.
const UNLIKE: u32 = 45;

/// The same beside a word that both names have, which tells that they are meant to be one.
const UNLIKE_BESIDE: u32 = 42;

/// Sounds of the shortest word that is told from another; of a lone one it takes more.
const FEWEST: usize = 3;

/// Sounds of a beginning that makes two words one: Morocco, Moroccan.
const BEGINNING: usize = 4;

fn are_unlike(a: &str, b: &str, per_letter: u32) -> bool {
    let begins = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    a.len().min(b.len()) >= FEWEST && begins < BEGINNING && !within(a, b, per_letter)
}

/// The first two names that have a word in common and each a word that the other lacks.
fn half_same(alone: &[Name], lacking: &[&Name]) -> Option<(usize, usize)> {
    let shared = |a: &Name, b: &Name| a.words.iter().any(|x| b.words.iter().any(|y| near(x, y)));
    let differ =
        |a: &Name, b: &Name| a.words.iter().zip(&b.words).any(|(x, y)| are_unlike(x, y, UNLIKE_BESIDE));
    let fits = |a: &Name, b: &Name| {
        (a.kind, b.kind) == (Kind::Person, Kind::Person)
            && a.words.len() == b.words.len()
            && shared(a, b)
            && differ(a, b)
    };
    let pairs = alone
        .iter()
        .enumerate()
        .flat_map(|(i, a)| lacking.iter().enumerate().map(move |(j, b)| (i, a, j, b)));
    pairs.into_iter().find(|(_, a, _, b)| fits(a, b)).map(|(i, _, j, _)| (i, j))
}

/// Whether any word of their sentence sounds like our name, though no mention was found there.
fn is_told(original: &Original, theirs: Span, name: &Name) -> bool {
    let tokens = original.doc.tokens_in(theirs).iter();
    tokens.map(|t| skeleton(original.doc.word(t))).any(|word| name.words.iter().any(|w| near(w, &word)))
}
