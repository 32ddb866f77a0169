//! A person whom the original names and the translation calls by office alone: पंतप्रधानांनी for Prime Minister Oli.
//!
//! Sentences that are each other's only partner are compared. Reported is the office, where the original's sentence
//! names somebody whom neither ours nor those beside it name, by sound or as an exonym, and ours names nobody else
//! instead. What somebody is besides an office (their lawyer Nilima Dutta, त्यांचे वकील) counts where our whole text has the
//! name nowhere. A pronoun for a name, an office whose holder was just named, and a name left out with all that is said
//! of it stay silent.

use std::cell::{Cell, LazyCell};

use super::names::{Name, is_said, listed, names, names_in, near, renders};
use super::sounding::sounding;
use super::{Original, facing, mentions_in};
use crate::artifact::{Article, Findings, Rule};
use crate::entity::{Kind, stems};
use crate::index::Index;
use crate::morphology::Pos;
use crate::report::{Mention, Severity};
use crate::text::{Document, Span, Token, TokenKind};

pub(crate) const RULE: Rule =
    Rule { code: "missing-name", severity: Severity::Major, default_on: true, langs: &[], check };

/// Names that our whole text is searched for: no article leaves out so many, and the bound keeps the work linear.
const MOST_ASKED: usize = 32;

/// Sounds of the shortest surname that is told from other words.
const FEWEST: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    let (words, asked) = (LazyCell::new(|| soundings(article.doc)), Cell::new(0));
    let exonyms = article.table("exonyms");
    let is_said_anywhere = |name: &Name| {
        if asked.replace(asked.get() + 1) >= MOST_ASKED {
            return true;
        }
        let mut ways = listed(name, exonyms).into_iter().filter_map(|form| form.into_iter().next_back());
        let all: Vec<String> = name.words.last().cloned().into_iter().chain(&mut ways).collect();
        words.iter().any(|word| all.iter().any(|way| near(word, way)))
    };
    for (ours, theirs) in facing(article.sentences, original) {
        let office = lone_office(article, ours).map(|office| office.span);
        let person = lone_person(article, ours);
        if office.or(person).is_none() {
            continue;
        }
        let gone = gone(article, original, ours, theirs);
        let only = |fits: &dyn Fn(&Name) -> bool| {
            let mut fitting = gone.iter().filter(|name| fits(name));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let held = office.zip(only(&|name| holds_office(original, name.span)));
        let other =
            || person.zip(only(&|name| is_introduced(original, name.span) && !is_said_anywhere(name)));
        if let Some((place, name)) = held.or_else(other) {
            let finding = findings.report(place);
            finding.arg("form", article.doc.slice(place)).original(original.doc, name.span);
        }
    }
}

/// The people of their sentence whom neither ours nor those beside it name; none where ours names somebody else instead.
fn gone<'n>(article: &Article, original: &'n Original, ours: Span, theirs: Span) -> Vec<&'n Name<'n>> {
    let told = names_in(&original.names, theirs);
    let exonyms = article.table("exonyms");
    let given = names(article.doc, mentions_in(article.mentions, ours), article.entities);
    let is_rendered = |name: &Name| given.iter().any(|own| renders(article.doc, own, name, exonyms));
    let is_told = |own| told.iter().any(|name| renders(article.doc, own, name, exonyms));
    if given.iter().any(|own| own.kind == Kind::Person && !is_told(own)) {
        return Vec::new();
    }
    let around = around(article, ours);
    let is_gone = |name: &&Name| {
        name.kind == Kind::Person
            && name.words.last().is_some_and(|word| word.len() >= FEWEST)
            && !is_rendered(name)
            && !is_said(article.doc, around, name, exonyms)
    };
    told.iter().filter(is_gone).collect()
}

/// How all words of the text sound, with and without what may be endings.
fn soundings(doc: &Document) -> Vec<String> {
    let endings = doc.lang.language().names.endings;
    let mut words = Index::default();
    for token in doc.tokens.iter().filter(|token| token.kind == TokenKind::Word) {
        words.add(doc.word(token));
    }
    let mut sounds = Vec::new();
    for word in (0..words.len()).map(|i| words.key(i)) {
        sounds.push(sounding(word));
        stems(word, endings, &mut |stem| {
            sounds.push(sounding(stem));
            None::<()>
        });
    }
    sounds
}

/// The one word of the sentence, outside of names and offices, for what a person is.
fn lone_person(article: &Article, sentence: Span) -> Option<Span> {
    let people = article.table("people");
    let is_person = |token: &&Token| {
        token.kind == TokenKind::Word
            && article.mentions_on(token.span).next().is_none()
            && article
                .readings(article.doc.word(token))
                .iter()
                .any(|r| r.pos == Pos::Noun && !r.guess && people.contains(&r.lemma))
    };
    let mut found = article.doc.tokens_in(sentence).iter().filter(is_person);
    found.next().filter(|_| found.next().is_none()).map(|token| token.span)
}

/// Whether the original says beside the name what the person is: the lawyer Nilima Dutta.
fn is_introduced(original: &Original, name: Span) -> bool {
    let doc = original.doc;
    let at = doc.token_at(name.start);
    at.checked_sub(2).is_some_and(|before| {
        let word = doc.word(&doc.tokens[before]);
        doc.tokens[before].kind == TokenKind::Word
            && word.starts_with(char::is_lowercase)
            && !doc.lang.language().function_words.contains(word)
    })
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
