//! How well sentences are split.

use std::collections::BTreeSet;

use super::figures::{Figures, Hits};
use super::gold::{Gold, Range, is_space};
use super::system::Answer;

#[derive(Default)]
pub struct Score {
    /// Ends of sentences inside the text, as positions in it without white space.
    boundary: Hits,
    /// Those that are not the end of a paragraph as well.
    inner: Hits,
    /// Sentences with both ends right.
    span: Hits,
}

impl Score {
    pub fn add(&mut self, gold: &Gold, answer: &Answer) {
        let place = without_space(&gold.text);
        let total = place[gold.text.len()];
        let inside = |end: usize| Some(place[end]).filter(|place| (1..total).contains(place));
        let wanted: BTreeSet<_> = gold.sentences.iter().filter_map(|s| inside(s.1)).collect();
        let got: BTreeSet<_> = answer.sentences.iter().filter_map(|s| inside(s.end)).collect();
        count(&mut self.boundary, &wanted, &got);

        let breaks = gold.text.iter().enumerate().filter(|(_, c)| **c == '\n');
        let breaks: BTreeSet<_> = breaks.map(|(at, _)| place[at]).collect();
        count(&mut self.inner, &(&wanted - &breaks), &(&got - &breaks));

        let wanted: BTreeSet<_> = gold.sentences.iter().map(|&(start, end)| Range { start, end }).collect();
        let got = answer.sentences.iter().map(|s| trim(&gold.text, *s));
        count(&mut self.span, &wanted, &got.filter(|s| s.start < s.end).collect());
    }

    pub fn write(&self, figures: &mut Figures) {
        figures.hits("sent.boundary", self.boundary);
        figures.hits("sent.inner", self.inner);
        figures.hits("sent.span", self.span);
    }
}

fn count<T: Ord>(hits: &mut Hits, wanted: &BTreeSet<T>, got: &BTreeSet<T>) {
    hits.add(wanted.intersection(got).count(), got.len(), wanted.len());
}

/// For each offset of the text, how many characters before it are to be seen: a boundary is where it is, however
/// much space follows.
fn without_space(text: &[char]) -> Vec<usize> {
    let mut seen = 0;
    let mut places = vec![0];
    places.extend(text.iter().map(|c| {
        seen += usize::from(!is_space(*c) && !matches!(c, '\u{200b}' | '\u{feff}'));
        seen
    }));
    places
}

fn trim(text: &[char], Range { mut start, mut end }: Range) -> Range {
    while start < end && is_space(text[start]) {
        start += 1;
    }
    while end > start && is_space(text[end - 1]) {
        end -= 1;
    }
    Range { start, end }
}
