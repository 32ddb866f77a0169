//! Sentences as the learner sees them: for each word its label and the numbers of its features.

use std::collections::HashMap;

use kasoti::entity::Kind;
use kasoti::entity::training::{self, KINDS, Token};
use kasoti::lang::Lang;
use kasoti::pack::Pack;

use super::corpus::Sentence;

/// A sentence to learn from.
pub struct Example {
    /// Read with the gazetteer, and read without.
    pub readings: [Reading; 2],
    pub labels: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
}

/// Features of the words of a sentence, one list after the other.
pub struct Reading {
    pub features: Vec<u32>,
    /// Where the list of each word ends.
    pub ends: Vec<u32>,
}

/// What sentences are read with.
pub struct Reader<'p> {
    lang: Lang,
    pack: &'p Pack,
    /// The same without the names: what is learnt with it holds for names that no table knows.
    blind: Pack,
}

impl<'p> Reader<'p> {
    pub fn new(lang: Lang, pack: &'p Pack) -> Self {
        Self { lang, pack, blind: pack.without("names") }
    }

    /// Marks the titles that the gazetteer knows, where whoever annotated the sentence marked no titles at all.
    pub fn with_titles(&self, mut sentence: Sentence) -> Sentence {
        for title in training::titles(&sentence.text, self.lang, self.pack) {
            let place = title.start as usize..title.end as usize;
            if sentence.names.iter().all(|(name, _)| name.end <= place.start || place.end <= name.start) {
                sentence.names.push((place, Kind::Title));
            }
        }
        sentence
    }

    pub fn example(&self, sentence: &Sentence, weight: f32) -> Example {
        let seen = training::tokens(&sentence.text, self.lang, self.pack);
        let blind = training::tokens(&sentence.text, self.lang, &self.blind);
        let labels = labels(&seen, sentence);
        Example { readings: [reading(seen), reading(blind)], labels, weight }
    }
}

fn reading(tokens: Vec<Token>) -> Reading {
    let mut reading = Reading { features: Vec::new(), ends: Vec::new() };
    for mut token in tokens {
        token.features.sort_unstable();
        token.features.dedup();
        reading.features.append(&mut token.features);
        reading.ends.push(reading.features.len() as u32);
    }
    reading
}

/// The first word that a mark covers begins its name, the others go on with it.
fn labels(tokens: &[Token], sentence: &Sentence) -> Vec<u8> {
    let mut labels = vec![0; tokens.len()];
    for (range, kind) in &sentence.names {
        let Some(kind) = KINDS.iter().position(|k| k == kind) else { continue };
        let covered = |t: &Token| (t.span.start as usize) < range.end && range.start < t.span.end as usize;
        let mut first = true;
        for (token, label) in tokens.iter().zip(&mut labels) {
            if covered(token) && *label == 0 {
                *label = (2 * kind + if first { 1 } else { 2 }) as u8;
                first = false;
            }
        }
    }
    labels
}

/// The features that come at least `least` times, ascending.
pub fn frequent(examples: &[&Example], least: u32) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for feature in examples.iter().flat_map(|e| &e.readings).flat_map(|r| &r.features) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut features: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= least).map(|(f, _)| f).collect();
    features.sort_unstable();
    features
}
