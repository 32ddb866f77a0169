//! Comparing a translation with its original. The rules here read [`Article::original`](crate::artifact::Article) and
//! say nothing when there is none.

mod align;
mod clock;
pub(crate) mod date_mismatch;
mod figure;
pub(crate) mod missing_name;
pub(crate) mod missing_negation;
pub(crate) mod missing_quotation;
mod names;
pub(crate) mod number_mismatch;
pub(crate) mod omitted_sentence;
mod quantity;
mod sounding;
mod unit;
pub(crate) mod wrong_name;

pub use align::Pair;
pub(crate) use align::Side;
use align::align;
pub use figure::{Figure, Sort, figures};

use std::ops::Range;

use crate::report::{self, Mention, Sentence};
use crate::table::Table;
use crate::text::{Document, Span};
use names::Name;

/// The original, laid beside its translation.
pub struct Original<'a> {
    /// Its text with paragraphs and tokens.
    pub doc: &'a Document<'a>,
    /// Where it names something.
    pub mentions: &'a [Mention],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Which paragraphs translate which, in the translation's order; see [`Pair`].
    pub paragraphs: Vec<Pair>,
    /// Which sentences do.
    pub sentence_pairs: Vec<Pair>,
    /// The people, places and bodies that it names, in order.
    names: Vec<Name<'a>>,
}

impl<'a> Original<'a> {
    /// Lays the original beside its translation; `exonyms` are those of the translation's language.
    pub(crate) fn new(translation: &Side, original: Side<'a>, exonyms: &Table) -> Self {
        let pairs = align(translation, &original, exonyms);
        let Side { doc, sentences, mentions } = original;
        let names = names::names(doc, mentions, &[]);
        Self {
            doc,
            mentions,
            sentences,
            paragraphs: pairs.paragraphs,
            sentence_pairs: pairs.sentences,
            names,
        }
    }

    /// Where the sentences that render each other stand.
    pub(crate) fn spans(&self, sentences: &[Sentence]) -> Vec<report::Pair> {
        let span = |all: &[Sentence], which: &Range<usize>| {
            let run = &all[which.clone()];
            Some(run.first()?.span.to(run.last()?.span))
        };
        self.sentence_pairs
            .iter()
            .map(|p| report::Pair {
                text: span(sentences, &p.translation),
                original: span(self.sentences, &p.original),
            })
            .collect()
    }
}

/// Sentences that are each other's only partner: ours and theirs.
pub(crate) fn facing<'a>(
    sentences: &'a [Sentence],
    original: &'a Original,
) -> impl Iterator<Item = (Span, Span)> + 'a {
    original
        .sentence_pairs
        .iter()
        .filter(|p| p.translation.len() == 1 && p.original.len() == 1)
        .map(|p| (sentences[p.translation.start].span, original.sentences[p.original.start].span))
}

/// The mentions within `span`.
fn mentions_in(mentions: &[Mention], span: Span) -> &[Mention] {
    let from = mentions.partition_point(|m| m.span.start < span.start);
    let to = mentions.partition_point(|m| m.span.end <= span.end);
    &mentions[from..to.max(from)]
}

/// From the first of these paragraphs to the last; empty when there are none.
fn span_of(doc: &Document, paragraphs: Range<usize>) -> Span {
    let paragraphs = &doc.paragraphs[paragraphs];
    match (paragraphs.first(), paragraphs.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => Span::new(0..0),
    }
}

/// A fact's partner is looked for among so many on either side of its place: more than a paragraph of news has, and a
/// bound that keeps the work linear.
const REACH: usize = 128;

/// Facts of the translation without a partner in the original, each with the partnerless one there that stands in its
/// order, as indices. Unequal numbers of both mean that something was left out or added: then nothing is claimed.
/// Facts that are `joined` to the one before them (the second of a range) count as one with it, and those that are not
/// `said` for certain count for nothing.
fn swapped<T>(
    ours: &[T],
    theirs: &[T],
    same: impl Fn(&T, &T) -> bool,
    said: impl Fn(&T) -> bool,
    joined: impl Fn(&T) -> bool,
) -> Vec<(usize, usize)> {
    let mut free = vec![true; theirs.len()];
    let mut alone = Vec::new();
    for (i, fact) in ours.iter().enumerate() {
        let near = i.saturating_sub(REACH).min(theirs.len())..(i + REACH).min(theirs.len());
        match near.into_iter().find(|&j| free[j] && same(fact, &theirs[j])) {
            Some(j) => free[j] = false,
            None if said(fact) => alone.push(i),
            None => {}
        }
    }
    let lacking: Vec<_> = (0..theirs.len()).filter(|&j| free[j] && said(&theirs[j])).collect();
    let heads = |facts: &[T], alone: &[usize]| -> Vec<usize> {
        let goes_on = |k: usize| k > 0 && alone[k - 1] + 1 == alone[k] && joined(&facts[alone[k]]);
        (0..alone.len()).filter(|&k| !goes_on(k)).map(|k| alone[k]).collect()
    };
    let (alone, lacking) = (heads(ours, &alone), heads(theirs, &lacking));
    if alone.len() == lacking.len() { alone.into_iter().zip(lacking).collect() } else { Vec::new() }
}
