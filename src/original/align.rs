//! Which paragraphs and which sentences of the translation render which of the original.

use std::ops::Range;

use super::{figures, mentions_in};
use crate::entity::{Kind, skeleton};
use crate::report::{Mention, Sentence};
use crate::table::fnv;
use crate::text::{Document, Span, TokenKind, digit};

/// A run of units (paragraphs or sentences) of the translation and the run of the original that it renders. One of the
/// two is empty for what was left out or added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Indices of the translation's units.
    pub translation: Range<usize>,
    /// Indices of the original's units.
    pub original: Range<usize>,
}

/// A text as the aligner reads it.
pub(crate) struct Side<'a> {
    /// With its paragraphs and tokens.
    pub doc: &'a Document<'a>,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Where it names something.
    pub mentions: &'a [Mention],
}

/// The pairs of a translation and its original, in the translation's order.
pub(crate) struct Pairs {
    /// Of paragraphs.
    pub paragraphs: Vec<Pair>,
    /// Of sentences.
    pub sentences: Vec<Pair>,
}

/// Aligns a translation with its original, by length and by what both must say alike: figures, names, questions,
/// quotations. Linear in the length of the texts.
pub(crate) fn align(translation: &Side, original: &Side) -> Pairs {
    let paragraphs = |side: &Side| side.profiles(side.doc.paragraphs.iter().map(|p| (p.span, false)));
    let sentences = |side: &Side| {
        let mut last = u32::MAX;
        side.profiles(side.sentences.iter().map(|s| {
            let begins = s.paragraph != last;
            last = s.paragraph;
            (s.span, begins)
        }))
    };
    Pairs {
        paragraphs: pairs(&paragraphs(translation), &paragraphs(original)),
        sentences: pairs(&sentences(translation), &sentences(original)),
    }
}

/// What the aligner looks at in a paragraph or sentence.
#[derive(Default)]
struct Profile {
    /// Letters and digits.
    letters: usize,
    /// The first sentence of a paragraph.
    begins: bool,
    /// What the partner must say too, each once, in order, with what it is worth.
    anchors: Vec<(u64, f32)>,
}

/// What shared anchors are worth against the cost of unequal lengths: two figures outweigh any difference.
const FIGURE: f32 = 0.6;
const NAME: f32 = 0.5;
/// A quotation stays one, a question too.
const MANNER: f32 = 0.6;

/// Sounds of the shortest name that is an anchor: with less, ordinary names meet by chance.
const SHORTEST_NAME: usize = 3;

impl Side<'_> {
    fn profiles(&self, units: impl Iterator<Item = (Span, bool)>) -> Vec<Profile> {
        units.map(|(span, begins)| self.profile(span, begins)).collect()
    }

    fn profile(&self, span: Span, begins: bool) -> Profile {
        let doc = self.doc;
        let tokens = doc.tokens_in(span);
        let mut profile = Profile { begins, ..Profile::default() };
        let mut add = |key: u64, worth| profile.anchors.push((key, worth));
        // Small numbers stand everywhere.
        for figure in figures(doc, tokens).iter().filter(|f| f.value >= 3.0) {
            add(figure.value.to_bits(), FIGURE);
        }
        for mention in mentions_in(self.mentions, span) {
            if matches!(mention.kind, Kind::Person | Kind::Place | Kind::Organisation) {
                for word in doc.slice(mention.span).split(' ') {
                    let sounds = consonants(word);
                    if sounds.len() >= SHORTEST_NAME {
                        add(fnv(sounds.as_bytes()), NAME);
                    }
                }
            }
        }
        for token in tokens {
            match token.kind {
                TokenKind::Word | TokenKind::Number => {
                    let is_letter = |c: &char| c.is_alphabetic() || digit(*c).is_some();
                    profile.letters += doc.word(token).chars().filter(is_letter).count();
                }
                TokenKind::Quote => profile.anchors.push((1, MANNER)),
                TokenKind::Punct if doc.word(token) == "?" => profile.anchors.push((2, MANNER)),
                _ => {}
            }
        }
        crate::sort::by_key(&mut profile.anchors, |anchor| anchor.0);
        profile.anchors.dedup_by_key(|anchor| anchor.0);
        profile
    }
}

/// What is heard of a name in every language: its consonants, where all write them alike.
fn consonants(word: &str) -> String {
    skeleton(word).chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h')).collect()
}

/// Units off the diagonal that are considered: an article that drops more than this in one place is another article,
/// and the bound keeps the work linear in the length of the texts.
const BAND: usize = 40;

/// What may stand against what, and what it costs beside the misfit: one for one is what translators do; splitting and
/// joining is rarer; leaving out and adding rarer still.
const STEPS: [(usize, usize, f32); 6] =
    [(1, 1, 0.0), (1, 2, 0.8), (2, 1, 0.8), (1, 0, 1.2), (0, 1, 1.2), (2, 2, 1.5)];

/// The step of two for two, which is also how two that changed places look.
const CROSSED: u8 = 5;

/// What lengths as unlike as can be cost: three times leaving a unit out, so that a run twice as long as it should be is
/// cut rather than joined.
const UNLIKE: f32 = 4.0;

/// A paragraph that begins on one side only: translators seldom move its edge.
const EDGE: f32 = 0.4;

/// The cheapest way through both in order, then what was moved.
fn pairs(a: &[Profile], b: &[Profile]) -> Vec<Pair> {
    let way = Way::new(a, b);
    let mut pairs = way.pairs(way.cheapest());
    moved(&way, &mut pairs);
    pairs
}

struct Way<'p> {
    a: &'p [Profile],
    b: &'p [Profile],
    /// Letters of the translation for one of the original.
    ratio: f32,
    /// Units of the original for one of the translation.
    slope: f64,
    width: usize,
}

impl<'p> Way<'p> {
    fn new(a: &'p [Profile], b: &'p [Profile]) -> Self {
        let total = |side: &[Profile]| side.iter().map(|p| p.letters).sum::<usize>().max(1) as f32;
        // The texts' own ratio, but within what two languages differ by: a missing part must not bend it.
        let ratio = (total(a) / total(b)).clamp(0.8, 1.25);
        let slope = b.len() as f64 / a.len().max(1) as f64;
        Self { a, b, ratio, slope, width: 2 * BAND + slope.ceil() as usize + 1 }
    }

    /// The first unit of the original that is considered beside unit `i` of the translation.
    fn first(&self, i: usize) -> usize {
        ((i as f64 * self.slope) as usize).saturating_sub(BAND)
    }

    fn cell(&self, i: usize, j: usize) -> Option<usize> {
        let column = j.checked_sub(self.first(i)).filter(|&column| column < self.width)?;
        Some(i * self.width + column)
    }

    /// For each cell the cost of the cheapest way to it, and the last step of that way.
    fn cheapest(&self) -> Vec<(f32, u8)> {
        let (a, b) = (self.a, self.b);
        let mut best = vec![(f32::INFINITY, 0u8); (a.len() + 1) * self.width];
        best[0].0 = 0.0;
        for i in 0..=a.len() {
            for j in self.first(i)..(self.first(i) + self.width).min(b.len() + 1) {
                for (step, &(di, dj, extra)) in STEPS.iter().enumerate() {
                    let (Some(pi), Some(pj)) = (i.checked_sub(di), j.checked_sub(dj)) else { continue };
                    let (Some(here), Some(before)) = (self.cell(i, j), self.cell(pi, pj)) else { continue };
                    let cost = best[before].0 + extra + self.misfit(&a[pi..i], &b[pj..j]);
                    if cost < best[here].0 {
                        best[here] = (cost, step as u8);
                    }
                }
            }
        }
        best
    }

    fn pairs(&self, best: Vec<(f32, u8)>) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let (mut i, mut j) = (self.a.len(), self.b.len());
        while (i, j) != (0, 0) {
            // Off the band only when the lengths differ wildly: then nothing is claimed of the rest.
            let reached = self.cell(i, j).map(|cell| best[cell]).filter(|(cost, _)| cost.is_finite());
            let Some((_, step)) = reached else {
                pairs.push(Pair { translation: 0..i, original: 0..0 });
                pairs.push(Pair { translation: 0..0, original: 0..j });
                break;
            };
            let (di, dj, _) = STEPS[usize::from(step)];
            let pair = Pair { translation: i - di..i, original: j - dj..j };
            match step {
                CROSSED if self.is_crossed(&pair) => {
                    pairs.push(Pair { translation: i - 1..i, original: j - 2..j - 1 });
                    pairs.push(Pair { translation: i - 2..i - 1, original: j - 1..j });
                }
                _ => pairs.push(pair),
            }
            (i, j) = (i - di, j - dj);
        }
        pairs.reverse();
        pairs
    }

    /// Whether two beside two are rather each the other's partner.
    fn is_crossed(&self, Pair { translation, original }: &Pair) -> bool {
        let (a, b) = (&self.a[translation.clone()], &self.b[original.clone()]);
        let fit = |i: usize, j: usize| self.misfit(&a[i..=i], &b[j..=j]);
        fit(0, 1) + fit(1, 0) < (fit(0, 0) + fit(1, 1)).min(0.0)
    }

    /// How badly two runs fit: how far their lengths are from the texts' own ratio, less what they share.
    fn misfit(&self, a: &[Profile], b: &[Profile]) -> f32 {
        let (Some(first), Some(other)) = (a.first(), b.first()) else { return 0.0 };
        let letters = |side: &[Profile]| side.iter().map(|p| p.letters).sum::<usize>() as f32;
        // Ten letters on both sides keep a headline's length from weighing like a paragraph's.
        let (x, y) = (letters(a) + 10.0, letters(b) * self.ratio + 10.0);
        let edge = if first.begins == other.begins { 0.0 } else { EDGE };
        UNLIKE * (x - y).abs() / (x + y) + edge - shared(a, b)
    }
}

/// What the anchors that two runs share are worth, each once.
fn shared(a: &[Profile], b: &[Profile]) -> f32 {
    let has = |side: &[Profile], key: u64| {
        side.iter().any(|p| p.anchors.binary_search_by_key(&key, |anchor| anchor.0).is_ok())
    };
    let mut worth = 0.0;
    for (i, profile) in a.iter().enumerate() {
        for &(key, anchor) in &profile.anchors {
            if has(b, key) && !has(&a[..i], key) {
                worth += anchor;
            }
        }
    }
    worth
}

/// What units that stand in another order must share: two names or a name and a figure.
const MOVED: f32 = 1.0;

/// Units that were left out here and added there, paired when they say the same: the translation has them in another
/// order.
fn moved(way: &Way, pairs: &mut Vec<Pair>) {
    let gaps: Vec<usize> = (0..pairs.len()).filter(|&p| pairs[p].translation.is_empty()).collect();
    let added: Vec<usize> = (0..pairs.len()).filter(|&p| pairs[p].original.is_empty()).collect();
    let mut gone = vec![false; pairs.len()];
    for &p in &added {
        let near = gaps.partition_point(|&gap| gap < p);
        let near = &gaps[near.saturating_sub(BAND)..(near + BAND).min(gaps.len())];
        let fit = |&gap: &usize| {
            let (a, b) = (&way.a[pairs[p].translation.clone()], &way.b[pairs[gap].original.clone()]);
            (shared(a, b) >= MOVED).then(|| (way.misfit(a, b), gap))
        };
        let best = near.iter().filter(|&&gap| !gone[gap]).filter_map(fit);
        if let Some((misfit, gap)) = best.min_by(|x, y| x.0.total_cmp(&y.0))
            && misfit < UNLIKE / 4.0
        {
            pairs[p].original = pairs[gap].original.clone();
            gone[gap] = true;
        }
    }
    let mut gone = gone.into_iter();
    pairs.retain(|_| !gone.next().unwrap_or(false));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::sentence;

    fn aligned(
        translation: &str,
        original: &str,
        pick: impl Fn(Pairs) -> Vec<Pair>,
    ) -> Vec<(Range<usize>, Range<usize>)> {
        let (a, b) = (Document::new(translation, Lang::MARATHI), Document::new(original, Lang::ENGLISH));
        let (x, y) = (sentence::split(&a), sentence::split(&b));
        let side = |doc, sentences| Side { doc, sentences, mentions: &[] };
        let pairs = align(&side(&a, &x), &side(&b, &y));
        pick(pairs).into_iter().map(|p| (p.translation, p.original)).collect()
    }

    fn pairs(translation: &str, original: &str) -> Vec<(Range<usize>, Range<usize>)> {
        aligned(translation, original, |pairs| pairs.paragraphs)
    }

    fn sentences(translation: &str, original: &str) -> Vec<(Range<usize>, Range<usize>)> {
        aligned(translation, original, |pairs| pairs.sentences)
    }

    const LONG: &str = "पहिला परिच्छेद बराच मोठा आहे आणि त्यात पुष्कळ शब्द आहेत. 😀";

    #[test]
    fn one_for_one() {
        assert_eq!(pairs("शीर्षक 😀\nदुसरी ओळ येथे", "Headline\nSecond line here"), [(0..1, 0..1), (1..2, 1..2)]);
        assert_eq!(pairs("", ""), []);
        assert_eq!(pairs("ओळ 😀", ""), [(0..1, 0..0)]);
    }

    #[test]
    fn a_paragraph_left_out() {
        let translation = format!("{LONG}\n१२५ लोक २०२४ मध्ये आले.");
        let original = "The first paragraph is rather long and holds a good many words.\n\
            A second paragraph that somebody left out, of about the same length as the first.\n\
            125 people came in 2024.";
        assert_eq!(pairs(&translation, original), [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3)]);
    }

    #[test]
    fn sentences_joined_and_moved() {
        assert_eq!(
            sentences(
                "१२५ लोक २०२४ मध्ये आले. 😀 पाऊस पडला आणि ७५ गावे बुडाली, असे त्यांनी सांगितले.",
                "125 people came in 2024. It rained. Some 75 villages were under water, they said."
            ),
            [(0..1, 0..1), (1..2, 1..3)]
        );
        assert_eq!(
            sentences(
                "३१७ जण ४५ गावांतून आले. 😀\n१२५ लोक २०२४ मध्ये आले.\nशेवटची ओळ येथे आहे.",
                "125 people came in 2024.\n317 came from 45 villages.\nThis is the last line."
            ),
            [(0..1, 1..2), (1..2, 0..1), (2..3, 2..3)]
        );
    }

    #[test]
    fn texts_of_wildly_different_length_end() {
        let lines = "ओळ 😀\n".repeat(300);
        let all = pairs(&lines, "One line");
        assert_eq!(all.iter().map(|p| p.0.len()).sum::<usize>(), 300);
    }
}
