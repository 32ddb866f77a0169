//! The tagger: which words name a person, a place, an organisation or an office, by weights learnt from annotated
//! sentences (a linear-chain conditional random field).
//!
//! All sums are of integers, so that they come out the same on every machine.

use super::Kind;
use super::features::{self, PLACES};
use super::reading::Reading;
use super::word::{Analysis, Piece};
use crate::text::TokenKind;
use crate::weights::{LABELS, Scores, Weights};

/// The kinds that are learnt, in the order of the labels: label 0 is no name, then each has one for the first word
/// of a name and one for the words after it.
pub const KINDS: [Kind; 4] = [Kind::Person, Kind::Place, Kind::Organisation, Kind::Title];

/// What a word speaks for, seen from each of the [`PLACES`].
pub(super) type Voices = [Scores; PLACES.len()];

/// A name of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
    /// By how much, at its surest word, the best reading of the sentence that names nothing there is worse.
    pub margin: i32,
}

/// What all weights of `word` speak for.
pub(super) fn voices(raw: &str, kind: TokenKind, word: &mut Analysis, weights: &Weights) -> Voices {
    let mut voices = Voices::default();
    word.traits = features::of_word(raw, kind, word, |feature, reach| {
        for (place, scores) in PLACES.iter().zip(&mut voices) {
            if place.unsigned_abs() <= reach {
                weights.add(features::seen_from(*place, feature), scores);
            }
        }
    });
    voices
}

/// Five nats, in the eighths that weights are stored in: a word that speaks so much against every name is one in hardly
/// one of a hundred cases, and stays none where its like is named elsewhere.
const SURE: i32 = 40;

/// A sum that no path has.
const NEVER: i32 = i32::MIN / 4;

/// What is the same for all sentences.
pub(super) struct Tagger<'w> {
    weights: &'w Weights,
    /// For each label before, and for the beginning, what comes then.
    transitions: [[i32; LABELS]; LABELS + 1],
    /// What the places beyond the ends of a sentence speak for.
    nothing: Voices,
    whole: Vec<u32>,
    inside: Vec<u32>,
    emissions: Vec<[i32; LABELS]>,
    /// Best sums of the labels up to each word, that word included.
    forward: Vec<[i32; LABELS]>,
    /// Best sums of the words after each word.
    backward: Vec<[i32; LABELS]>,
}

impl<'w> Tagger<'w> {
    pub fn new(weights: &'w Weights) -> Self {
        let mut transitions = [[0; LABELS]; LABELS + 1];
        for (before, row) in transitions.iter_mut().enumerate() {
            let mut scores = Scores::default();
            weights.add(features::transition((before < LABELS).then_some(before)), &mut scores);
            for (label, sum) in row.iter_mut().enumerate() {
                *sum = if follows(before, label) { scores[label].into() } else { NEVER };
            }
        }
        let mut nothing = Voices::default();
        for (place, scores) in PLACES.iter().zip(&mut nothing) {
            weights.add(features::nothing_at(*place), scores);
        }
        let (whole, inside) = (Vec::new(), Vec::new());
        let (emissions, forward, backward) = (Vec::new(), Vec::new(), Vec::new());
        Self { weights, transitions, nothing, whole, inside, emissions, forward, backward }
    }

    /// The names of the sentence, in order.
    pub fn tag(&mut self, reading: &Reading) -> Vec<Tagged> {
        if self.weights.is_empty() || reading.pieces.is_empty() {
            self.emissions.clear();
            return Vec::new();
        }
        self.emit(reading);
        self.sum();
        self.names()
    }

    fn emit(&mut self, reading: &Reading) {
        features::whole_names(reading, &mut self.whole);
        features::insides(reading, &mut self.inside);
        self.emissions.clear();
        for i in 0..reading.pieces.len() {
            let mut scores = Scores::default();
            for (n, place) in PLACES.iter().enumerate() {
                let piece = i.checked_add_signed(*place).and_then(|at| reading.pieces.get(at));
                let voice = piece.map_or(&self.nothing[n], |piece: &Piece| &piece.voices[n]);
                for (score, more) in scores.iter_mut().zip(voice) {
                    *score = score.saturating_add(*more);
                }
            }
            features::of_place(reading, i, &self.whole, self.inside[i], |feature| {
                self.weights.add(feature, &mut scores);
            });
            self.emissions.push(scores.map(i32::from));
        }
    }

    fn sum(&mut self) {
        let last = self.emissions.len() - 1;
        self.forward.clear();
        self.backward.clear();
        self.backward.resize(last + 1, [0; LABELS]);
        let mut sums = self.transitions[LABELS];
        for (i, emission) in self.emissions.iter().enumerate() {
            if i > 0 {
                let before = self.forward[i - 1];
                sums = std::array::from_fn(|label| {
                    let paths = before.iter().zip(&self.transitions).map(|(sum, row)| sum + row[label]);
                    paths.max().unwrap_or(NEVER)
                });
            }
            for (sum, score) in sums.iter_mut().zip(emission) {
                *sum = (*sum + score).max(NEVER);
            }
            self.forward.push(sums);
        }
        for i in (0..last).rev() {
            let (after, emission) = (self.backward[i + 1], self.emissions[i + 1]);
            self.backward[i] = std::array::from_fn(|label| {
                let row = &self.transitions[label];
                (0..LABELS)
                    .map(|next| row[next] + after[next] + emission[next])
                    .max()
                    .unwrap_or(NEVER)
                    .max(NEVER)
            });
        }
    }

    /// Whether piece `i` of the sentence read last is surely no part of a name.
    pub fn is_ordinary(&self, i: usize) -> bool {
        i < self.emissions.len() && {
            let sums = self.through(i);
            sums[0] - sums[1..].iter().max().copied().unwrap_or(NEVER) > SURE
        }
    }

    /// Adds where in the text the pieces of the sentence read last begin that are surely no part of a name.
    pub fn note_ordinary(&self, reading: &Reading, starts: &mut Vec<u32>) {
        let ordinary = reading.pieces.iter().enumerate().filter(|(i, _)| self.is_ordinary(*i));
        starts.extend(ordinary.map(|(_, piece)| piece.span.start));
    }

    /// The best sum of the sentence with each label at word `i`.
    fn through(&self, i: usize) -> [i32; LABELS] {
        std::array::from_fn(|label| self.forward[i][label] + self.backward[i][label])
    }

    fn names(&self) -> Vec<Tagged> {
        let mut names: Vec<Tagged> = Vec::new();
        let mut before = LABELS;
        for i in 0..self.emissions.len() {
            let sums = self.through(i);
            // Of equal paths the one with the lower labels, along which the labels fit one another.
            let fits = |label: &usize| follows(before, *label);
            let label =
                (0..LABELS).filter(fits).max_by_key(|&label| (sums[label], LABELS - label)).unwrap_or(0);
            let margin = sums[label] - sums[0];
            match label {
                0 => {}
                _ if label % 2 == 0 => {
                    if let Some(last) = names.last_mut() {
                        last.to = i + 1;
                        last.margin = last.margin.max(margin);
                    }
                }
                _ => names.push(Tagged { from: i, to: i + 1, kind: KINDS[label / 2], margin }),
            }
            before = label;
        }
        names
    }
}

/// Whether a label may come after another, or at the beginning: the further words of a name after that name.
pub fn follows(before: usize, label: usize) -> bool {
    let further = label > 0 && label.is_multiple_of(2);
    !further || before == label || before + 1 == label
}
