//! A person whom the original names and the translation calls by office alone: पंतप्रधानांनी for Prime Minister Oli.
//!
//! Sentences that are each other's only partner are compared. Reported is the office, where the original's sentence
//! names somebody whom neither ours nor those beside it name, by sound or as an exonym, and ours names nobody else
//! instead. A pronoun for a name, an office whose holder was just named, and a name left out with all that is said of it
//! stay silent.

use super::names::{is_said, names, names_in, renders};
use super::{Original, facing, mentions_in};
use crate::artifact::{Article, Findings, Rule};
use crate::entity::Kind;
use crate::report::{Mention, Severity};
use crate::text::Span;

pub(crate) const RULE: Rule =
    Rule { code: "missing-name", severity: Severity::Major, default_on: true, langs: &[], check };

/// Sounds of the shortest surname that is told from other words.
const FEWEST: usize = 4;

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    let all = &original.names;
    for (ours, theirs) in facing(article.sentences, original) {
        let Some(office) = lone_office(article, ours) else { continue };
        let told = names_in(all, theirs);
        let exonyms = article.table("exonyms");
        let given = names(article.doc, mentions_in(article.mentions, ours), article.entities);
        let is_rendered = |name| given.iter().any(|own| renders(article.doc, own, name, exonyms));
        let around = around(article, ours);
        let mut gone = told.iter().filter(|name| {
            name.kind == Kind::Person
                && name.words.last().is_some_and(|word| word.len() >= FEWEST)
                && !is_rendered(name)
                && !is_said(article.doc, around, name, exonyms)
                && holds_office(original, name.span)
        });
        let is_told = |own| told.iter().any(|name| renders(article.doc, own, name, exonyms));
        let instead = given.iter().any(|own| own.kind == Kind::Person && !is_told(own));
        if let (Some(name), None) = (gone.next(), gone.next())
            && !instead
        {
            let finding = findings.report(office.span);
            finding.arg("form", article.doc.slice(office.span)).original(original.doc, name.span);
        }
    }
}

/// The one office of the sentence that no name stands beside.
fn lone_office<'a>(article: &Article<'a>, sentence: Span) -> Option<&'a Mention> {
    let mentions = mentions_in(article.mentions, sentence);
    let beside = |a: &Mention, b: &Mention| {
        let (from, to) = (a.span.end.min(b.span.end), a.span.start.max(b.span.start));
        b.kind == Kind::Person && article.doc.text[from as usize..to as usize].trim().is_empty()
    };
    let mut lone = mentions
        .iter()
        .filter(|office| office.kind == Kind::Title && !mentions.iter().any(|other| beside(office, other)));
    lone.next().filter(|_| lone.next().is_none())
}

/// Whether an office stands right before or behind the name.
fn holds_office(original: &Original, name: Span) -> bool {
    let near = |m: &&Mention| m.span.end + 2 >= name.start && m.span.start <= name.end + 3;
    original.mentions.iter().filter(near).any(|m| m.kind == Kind::Title)
}

/// The sentence with those beside it.
fn around(article: &Article, sentence: Span) -> Span {
    let at = article.sentences.partition_point(|s| s.span.start < sentence.start);
    let last = (at + 1).min(article.sentences.len() - 1);
    article.sentences[at.saturating_sub(1)].span.to(article.sentences[last].span)
}
