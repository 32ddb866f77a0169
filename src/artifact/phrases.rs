//! Phrases with gaps and alternatives: the small pattern language of the tables that rules look for phrases by.
//!
//! `here is|are the … translat* of`: words apart by spaces, `|` between alternatives, `*` for any ending, `…` for up
//! to [`LONGEST_GAP`] words. Words are compared folded and in small letters; marks between them don't count.

use crate::index::Map;
use crate::table::Table;

/// Words that a gap may hold: an attribute or two and their noun; a longer one spans unrelated words.
const LONGEST_GAP: usize = 4;

/// The patterns of a table, each with the row's other columns, by first word.
pub(super) struct Phrases {
    by_first: Map<Vec<Phrase>>,
}

struct Phrase {
    rest: Vec<Part>,
    value: String,
}

enum Part {
    Gap,
    Word(Vec<String>),
}

impl Phrases {
    /// Reads a table whose keys are patterns; a pattern begins with whole words, not with a gap or an open ending.
    pub(super) fn new(table: &Table) -> Self {
        let mut by_first: Map<Vec<Phrase>> = Map::default();
        for (pattern, value) in table.rows() {
            let (first, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
            for word in first.split('|') {
                let rest = rest.split_whitespace().map(Part::new).collect();
                by_first.or_insert_with(word, Vec::new).push(Phrase { rest, value: value.to_owned() });
            }
        }
        Self { by_first }
    }

    /// Every pattern that `words` begin with: how many words it takes, the least it can, and its row's other columns.
    pub(super) fn at<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = (usize, &'a str)> {
        let known = words.first().and_then(|first| self.by_first.get(first));
        let matches =
            |phrase: &'a Phrase| Some((1 + take(&phrase.rest, &words[1..])?, phrase.value.as_str()));
        known.into_iter().flatten().filter_map(matches)
    }
}

impl Part {
    fn new(word: &str) -> Self {
        match word {
            "…" => Self::Gap,
            _ => Self::Word(word.split('|').map(str::to_owned).collect()),
        }
    }
}

/// How many of `words` the parts take, from the first word on.
fn take(parts: &[Part], words: &[String]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(0) };
    match part {
        Part::Gap => (0..=LONGEST_GAP.min(words.len())).find_map(|n| Some(n + take(rest, &words[n..])?)),
        Part::Word(forms) => {
            let (word, after) = words.split_first()?;
            let fits = |form: &String| match form.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == form,
            };
            forms.iter().any(fits).then_some(())?;
            Some(1 + take(rest, after)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_alternatives_and_endings() {
        let phrases =
            Phrases::new(&Table::parse("here|here's is|are the … translat* of\tx\nखाली भाषांतर*\ty"));
        let at = |s: &str| {
            let words: Vec<_> = s.split(' ').map(str::to_owned).collect();
            phrases.at(&words).map(|(n, value)| (n, value.to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(at("here are the two translations of it 😀"), [(6, "x".to_owned())]);
        assert_eq!(at("खाली भाषांतरे"), [(2, "y".to_owned())]);
        assert_eq!(at("here are the one two three four five translations of"), []);
        assert_eq!(at("there are the translations of"), []);
    }
}
