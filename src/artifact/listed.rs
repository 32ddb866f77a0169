//! Phrases that a table lists, where they stand in the text: what the rules on wording and spelling share.
//!
//! All words of a phrase must be written as in the table; the last one may carry what the language joins to it.

use super::{Article, lexicon};
use crate::entity::Kind;
use crate::index::Map;
use crate::lang::Lang;
use crate::text::{Span, TokenKind, fold, lower};

/// Letters of a stem that is cut free of an ending: of shorter ones too many words are made.
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

/// Where the phrases of the pack's table stand, in order; of two that begin with one word the longer.
pub(super) fn places<'a>(article: &Article<'a>, table: &str, reach: Reach) -> Vec<Place<'a>> {
    let doc = article.doc;
    let table = article.table(table);
    let mut by_first: Map<Vec<(&'a str, &'a str)>> = Map::default();
    for (phrase, value) in table.rows() {
        let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
        by_first.or_insert_with(first, Vec::new).push((rest, value));
    }
    let mut places: Vec<Place> = Vec::new();
    if by_first.len() == 0 {
        return places;
    }
    // Each word of the text is cut up once.
    let mut known: Map<Vec<Begin>> = Map::default();
    let mut behind = 0;
    for (i, token) in doc.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || token.span.start < behind {
            continue;
        }
        let word = doc.word(token);
        let begins = known.or_insert_with(word, || begins(article, &by_first, word, reach));
        let longest =
            begins.iter().filter_map(|begin| place(article, i, begin, reach)).max_by_key(|p| p.span.end);
        if let Some(place) = longest {
            behind = place.span.end;
            places.push(place);
        }
    }
    places
}

/// What may begin with a word: the rest of the phrase, the row's other columns, the ending of the word.
struct Begin<'a> {
    rest: &'a str,
    value: &'a str,
    ending: &'a str,
}

fn begins<'a>(
    article: &Article<'a>,
    by_first: &Map<Vec<(&'a str, &'a str)>>,
    word: &'a str,
    reach: Reach,
) -> Vec<Begin<'a>> {
    let mut found = Vec::new();
    for (form, ending) in cuts(article, word, reach) {
        for &(rest, value) in by_first.get(&form).into_iter().flatten() {
            // Only the last word of a phrase inflects.
            if rest.is_empty() || ending.is_empty() {
                found.push(Begin { rest, value, ending });
            }
        }
    }
    found
}

fn place<'a>(article: &Article<'a>, at: usize, begin: &Begin<'a>, reach: Reach) -> Option<Place<'a>> {
    let doc = article.doc;
    let start = doc.tokens[at].span;
    let (mut span, mut ending) = (start, begin.ending);
    let mut tokens = doc.tokens[at + 1..].iter();
    let mut words = begin.rest.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        if doc.word(tokens.next()?) != " " {
            return None;
        }
        let token = tokens.next()?;
        let written = doc.word(token);
        span = start.to(token.span);
        if words.peek().is_some() {
            (*fold(written) == *word || lower(written) == word).then_some(())?;
        } else {
            (_, ending) = cuts(article, written, reach).find(|(form, _)| form == word)?;
        }
    }
    Some(Place { span, ending, value: begin.value })
}

/// The ways to read a word as a form with something joined to it, the whole first.
fn cuts<'w>(article: &Article<'_>, word: &'w str, reach: Reach) -> impl Iterator<Item = (String, &'w str)> {
    let whole = match article.doc.lang {
        Lang::ENGLISH => lower(word),
        _ => fold(word).into_owned(),
    };
    // A form of a verb is no noun with an ending: चुकला.
    let cuttable =
        article.doc.lang == Lang::MARATHI && reach == Reach::Oblique && !lexicon::is_verb(article, word);
    let cut = if cuttable { word } else { "" };
    let joined = lexicon::endings(article, cut)
        .filter(|(stem, _)| stem.chars().count() >= SHORTEST_STEM)
        .map(|(stem, ending)| (fold(stem).into_owned(), ending));
    let joined = joined.flat_map(move |(stem, ending)| {
        let bare = stem.strip_suffix("ां").or(stem.strip_suffix('ा'));
        let bare = bare.map(|bare| (bare.to_owned(), ending));
        std::iter::once((stem.clone(), ending)).chain(bare)
    });
    std::iter::once((whole, "")).chain(joined)
}

/// Whether the words are part of a name, where nothing is to be translated or spelled otherwise.
pub(super) fn is_named(article: &Article, span: Span) -> bool {
    let at = article.mentions.partition_point(|m| m.span.end <= span.start);
    let names = article.mentions[at..].iter().take_while(|m| m.span.start < span.end);
    names.into_iter().any(|m| matches!(m.kind, Kind::Person | Kind::Place | Kind::Organisation))
}

/// The first of the renderings that a cell lists, in the case that `ending` marks; `None` where its oblique is not known.
pub(super) fn mended(article: &Article, better: &str, ending: &str) -> Option<String> {
    let better = better.split(", ").next().unwrap_or(better);
    if ending.is_empty() {
        return Some(better.to_owned());
    }
    let (head, last) = better.rsplit_once(' ').map_or(("", better), |(head, last)| (head, last));
    let oblique =
        article.table("nouns").get(last)?.split('\t').nth(1).filter(|oblique| !oblique.is_empty())?;
    let space = if head.is_empty() { "" } else { " " };
    Some([head, space, oblique, ending].concat())
}
