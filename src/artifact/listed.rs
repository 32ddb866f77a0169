//! Phrases that a table lists, where they stand in the text: what the rules on wording and spelling share.
//!
//! All words of a phrase must be written as in the table; the last one may carry what the language joins to it, and where
//! the table has an infinitive, any form of that verb: भूमिका खेळणे is भूमिका खेळली as well.

use std::borrow::Cow;

use super::{Article, Findings, hindi, lexicon};
use crate::lang::Lang;
use crate::morphology::Pos;
use crate::table::Table;
use crate::text::{Span, TokenKind, fold, lower};

/// Code points of a stem that is cut free of an ending: of shorter ones too many words are made.
const SHORTEST_STEM: usize = 4;

/// A phrase of the table in the text.
pub(super) struct Place<'a> {
    pub span: Span,
    /// What is joined to the last word: च्या of सिटीच्या; nothing of a phrase as it is listed.
    pub ending: &'a str,
    /// The row's other columns.
    pub value: &'a str,
}

/// How far an ending may be cut off to reach the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Not at all: what the table lists is the word as written.
    Whole,
    /// The oblique's vowel goes with it: मीटिंगां|ना.
    Oblique,
}

/// Words of the longest phrase that is looked for.
const LONGEST_PHRASE: usize = 6;

/// Where the phrases of the pack's table stand, in order; of two that begin with one word the longer.
pub(super) fn places<'a>(article: &Article<'a>, table: &str, reach: Reach) -> Vec<Place<'a>> {
    let doc = article.doc;
    let table = article.table(table);
    let mut places: Vec<Place> = Vec::new();
    if table.is_empty() {
        return places;
    }
    let mut behind = 0;
    for (i, token) in doc.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || token.span.start < behind {
            continue;
        }
        let word = doc.word(token);
        let Some(begins) = begins(article, table, word, reach) else { continue };
        let phrase = if begins.phrase { phrase(article, table, i, reach) } else { None };
        let alone = begins.alone.map(|(ending, value)| Place { span: token.span, ending, value });
        if let Some(place) = phrase.or(alone) {
            behind = place.span.end;
            places.push(place);
        }
    }
    places
}

/// What a word is to the table.
struct Begins<'a> {
    /// Listed by itself, with an ending: that and the row's other columns.
    alone: Option<(&'a str, &'a str)>,
    /// The first word of a longer phrase.
    phrase: bool,
}

fn begins<'a>(article: &Article<'a>, table: &'a Table, word: &'a str, reach: Reach) -> Option<Begins<'a>> {
    let whole = whole(article, word);
    // Cut to its shortest, a word still opens as it does: no other is worth the cutting.
    if !table.opens(&whole) {
        return None;
    }
    let alone = cuts(article, word, reach).find_map(|(form, ending)| Some((ending, table.get(&form)?)));
    let phrase = table.beginnings().contains(&whole);
    Some(Begins { alone, phrase })
}

/// The longest phrase of several words that begins with token `at`.
fn phrase<'a>(article: &Article<'a>, table: &'a Table, at: usize, reach: Reach) -> Option<Place<'a>> {
    let doc = article.doc;
    let start = doc.tokens[at].span;
    let mut words = whole(article, doc.word(&doc.tokens[at])).into_owned();
    let mut found = None;
    for pair in doc.tokens[at + 1..].chunks_exact(2).take(LONGEST_PHRASE - 1) {
        let [space, token] = pair else { break };
        if doc.word(space) != " " || token.kind != TokenKind::Word {
            break;
        }
        let word = doc.word(token);
        words.push(' ');
        let head = words.len();
        let infinitives = infinitives(article, word, reach).into_iter().map(|form| (form, ""));
        for (form, ending) in cuts(article, word, reach).chain(infinitives) {
            words.truncate(head);
            words.push_str(&form);
            if let Some(value) = table.get(&words) {
                found = Some(Place { span: start.to(token.span), ending, value });
                break;
            }
        }
        words.truncate(head);
        words.push_str(&whole(article, word));
    }
    found
}

/// The word as tables have it.
fn whole<'w>(article: &Article, word: &'w str) -> Cow<'w, str> {
    match article.doc.lang {
        Lang::ENGLISH => lower(word).into(),
        _ => fold(word),
    }
}

/// The ways to read a word as a form with something joined to it, the whole first.
fn cuts<'w>(
    article: &Article<'_>,
    word: &'w str,
    reach: Reach,
) -> impl Iterator<Item = (Cow<'w, str>, &'w str)> {
    let whole = whole(article, word);
    // A form of a verb is no noun with an ending: चुकला.
    let cuttable =
        article.doc.lang == Lang::MARATHI && reach == Reach::Oblique && !lexicon::is_verb(article, word);
    let cut = if cuttable { word } else { "" };
    let joined = lexicon::endings(article, cut)
        .filter(|(stem, _)| stem.chars().count() >= SHORTEST_STEM)
        .flat_map(|(stem, ending)| {
            let bare = stem.strip_suffix("ां").or(stem.strip_suffix('ा'));
            std::iter::once(stem).chain(bare).map(move |form| (fold(form), ending))
        });
    std::iter::once((whole, "")).chain(joined)
}

/// The infinitives of the verbs that `word` may be a form of, as the table has them.
fn infinitives<'w>(article: &Article, word: &str, reach: Reach) -> Vec<Cow<'w, str>> {
    let folded = fold(word);
    match article.doc.lang {
        _ if reach == Reach::Whole => Vec::new(),
        Lang::HINDI => hindi::stems(article, &folded).map(|stem| [stem, "ना"].concat().into()).collect(),
        Lang::MARATHI => {
            let readings = article.readings(word);
            let verbs = readings.iter().filter(|r| r.pos == Pos::Verb && !r.guess && r.lemma != *folded);
            verbs.map(|verb| verb.lemma.clone().into()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the words are part of a name, where nothing is to be translated or spelled otherwise.
pub(super) fn is_named(article: &Article, span: Span) -> bool {
    article.mentions_on(span).any(|mention| mention.kind.is_name())
}

/// Reports the renderings of English that the pack's table lists, where they stand, but for those that are `lawful`.
pub(super) fn report_all(
    article: &Article,
    table: &str,
    lawful: impl Fn(&Place) -> bool,
    findings: &mut Findings,
) {
    for place in places(article, table, Reach::Oblique).iter().filter(|place| !lawful(place)) {
        report(article, place, findings);
    }
}

/// Reports a rendering of English whose row holds better ones and the English behind it.
pub(super) fn report(article: &Article, place: &Place, findings: &mut Findings) {
    let (better, source) = place.value.split_once('\t').unwrap_or((place.value, ""));
    let right = mended(article, better, place.ending);
    let finding = findings
        .report(place.span)
        .arg("form", article.doc.slice(place.span))
        .arg("right", right.as_deref().unwrap_or(better))
        .arg("source", source);
    if let Some(right) = right {
        finding.replace(right);
    }
}

/// The first of the renderings that a cell lists, in the case that `ending` marks; `None` where its oblique is not known.
pub(super) fn mended(article: &Article, better: &str, ending: &str) -> Option<String> {
    let better = better.split(", ").next().unwrap_or(better);
    if ending.is_empty() {
        return Some(better.to_owned());
    }
    let (head, last) = better.rsplit_once(' ').map_or(("", better), |(head, last)| (head, last));
    let oblique = lexicon::oblique_of(article, last)?;
    let space = if head.is_empty() { "" } else { " " };
    Some([head, space, oblique, ending].concat())
}
