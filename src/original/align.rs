//! Which paragraphs and which sentences of the translation render which of the original.

use std::ops::Range;

use super::names::forms;
use super::{figures, mentions_in};
use crate::entity::{skeleton, stems};
use crate::report::{Mention, Sentence};
use crate::table::{Table, fnv};
use crate::text::{Document, Script, Span, Token, TokenKind, digit, fold, lower};

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

/// Aligns a translation with its original, by length and by what both must say alike: figures, dates, names and other words
/// that sound alike, questions, quotations. `exonyms` are those of the translation's language. Linear in the length of
/// the texts.
pub(crate) fn align(translation: &Side, original: &Side, exonyms: &Table) -> Pairs {
    let paragraphs =
        |side: &Side| side.profiles(side.doc.paragraphs.iter().map(|p| (p.span, false)), exonyms);
    let sentences = |side: &Side| {
        let mut last = u32::MAX;
        let units = side.sentences.iter().map(|s| {
            let begins = s.paragraph != last;
            last = s.paragraph;
            (s.span, begins)
        });
        side.profiles(units, exonyms)
    };
    Pairs {
        paragraphs: pairs(paragraphs(translation), paragraphs(original)),
        sentences: pairs(sentences(translation), sentences(original)),
    }
}

/// What the aligner looks at in a paragraph or sentence.
#[derive(Default)]
struct Profile {
    /// Letters and digits.
    letters: usize,
    /// The first sentence of a paragraph.
    begins: bool,
    /// What the partner may say too, each once, in order, with what it is worth.
    anchors: Vec<(u64, f32)>,
}

/// What shared anchors are worth against the cost of unequal lengths, where nothing else in the texts says the same. These
/// weights and the costs below were found by `cargo xtask eval --align`, on Marathi, Hindi and English articles.
const FIGURE: f32 = 2.0;
const NAME: f32 = 1.5;
/// A word of more sounds than a name's, which may be a loan or a cousin.
const WORD: f32 = 0.8;
/// A quotation stays one, a question too.
const MANNER: f32 = 1.2;

/// Sounds of the shortest name and of the shortest other word that are anchors: with less, words meet by chance.
const SHORTEST_NAME: usize = 3;
const SHORTEST_WORD: usize = 4;

/// What stands for a quotation and for a question among the anchors.
const QUOTATION: u64 = 1;
const QUESTION: u64 = 2;

impl Side<'_> {
    fn profiles(&self, units: impl Iterator<Item = (Span, bool)>, exonyms: &Table) -> Vec<Profile> {
        units.map(|(span, begins)| self.profile(span, begins, exonyms)).collect()
    }

    fn profile(&self, span: Span, begins: bool, exonyms: &Table) -> Profile {
        let doc = self.doc;
        let tokens = doc.tokens_in(span);
        let mut profile = Profile { begins, ..Profile::default() };
        // One and two stand everywhere.
        let said = figures(doc, tokens).into_iter().filter(|figure| figure.value >= 3.0);
        profile.anchors.extend(said.map(|figure| (figure.value.to_bits(), FIGURE)));
        for token in tokens {
            match token.kind {
                TokenKind::Word | TokenKind::Number => {
                    let is_letter = |c: &char| c.is_alphabetic() || digit(*c).is_some();
                    profile.letters += doc.word(token).chars().filter(is_letter).count();
                    if token.kind == TokenKind::Word {
                        self.hear(token, exonyms, &mut profile.anchors);
                    }
                }
                TokenKind::Quote => profile.anchors.push((QUOTATION, MANNER)),
                TokenKind::Punct if doc.word(token) == "?" => profile.anchors.push((QUESTION, MANNER)),
                _ => {}
            }
        }
        for mention in mentions_in(self.mentions, span) {
            for form in forms(doc.slice(mention.span), exonyms).flat_map(|form| form.split(' ')) {
                hear(form, SHORTEST_NAME, NAME, &mut profile.anchors);
            }
        }
        crate::sort::by_key(&mut profile.anchors, |anchor| anchor.0);
        profile.anchors.dedup_by_key(|anchor| anchor.0);
        profile
    }

    /// Adds what is heard of a word, with and without endings, and of the names that the other language has for it; a
    /// weekday or month is the same in all.
    fn hear(&self, token: &Token, exonyms: &Table, anchors: &mut Vec<(u64, f32)>) {
        let (word, names) = (self.doc.word(token), &self.doc.lang.language().names);
        if let Some(day) = names.calendar.get(&lower(&fold(word))).filter(|value| value.contains('\t')) {
            anchors.push((fnv(day.as_bytes()), NAME));
            return;
        }
        let is_name = word.starts_with(char::is_uppercase);
        let (shortest, worth) = if is_name { (SHORTEST_NAME, NAME) } else { (SHORTEST_WORD, WORD) };
        // Where names have no capitals any word may be one.
        let shortest = if token.script == Script::Latin { shortest } else { SHORTEST_NAME };
        hear(word, shortest, worth, anchors);
        stems(word, names.endings, &mut |stem| -> Option<()> {
            hear(stem, shortest, worth, anchors);
            None
        });
        for form in forms(word, exonyms).flat_map(|form| form.split(' ')) {
            hear(form, SHORTEST_NAME, NAME, anchors);
        }
    }
}

/// Adds what is heard of a word in every language: its consonants, where all write them alike.
fn hear(word: &str, shortest: usize, worth: f32, anchors: &mut Vec<(u64, f32)>) {
    let mut sounds = skeleton(word);
    sounds.retain(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h'));
    if sounds.len() >= shortest {
        anchors.push((fnv(sounds.as_bytes()), worth));
    }
}

/// Leaves of the anchors those that both texts have, and of their worth as much as they tell units apart: the name of the
/// hero, which stands in every sentence, tells nothing.
fn weigh(a: &mut [Profile], b: &mut [Profile]) {
    let count = |side: &[Profile]| {
        let mut keys: Vec<u64> = side.iter().flat_map(|p| &p.anchors).map(|anchor| anchor.0).collect();
        keys.sort_unstable();
        let counts: Vec<(u64, usize)> =
            keys.chunk_by(|x, y| x == y).map(|same| (same[0], same.len())).collect();
        counts
    };
    let (ours, theirs) = (count(a), count(b));
    let of = |counts: &[(u64, usize)], key: u64| {
        counts.binary_search_by_key(&key, |count| count.0).map_or(0, |at| counts[at].1)
    };
    let all = (a.len().max(b.len()) + 1) as f32;
    for profile in a.iter_mut().chain(b) {
        profile.anchors.retain_mut(|(key, worth)| {
            let (x, y) = (of(&ours, *key), of(&theirs, *key));
            *worth *= 1.0 - (x.max(y) as f32).ln() / all.ln();
            x > 0 && y > 0
        });
    }
}

/// Units off the diagonal that are considered: an article that drops more than this in one place is another article,
/// and the bound keeps the work linear in the length of the texts.
const BAND: usize = 40;

/// What may stand against what, and what it costs beside the misfit: one for one is what translators do. Two that have
/// changed places fit so well or so badly, each with the other's partner, that they need to be dear no more; two for two
/// that fit in no order are the last resort.
const STEPS: [(usize, usize, f32); 7] =
    [(1, 1, 0.0), (1, 2, 1.3), (2, 1, 1.3), (1, 0, 1.2), (0, 1, 1.2), (2, 2, 3.0), (2, 2, 0.75)];

/// The step of two that have changed places.
const CROSSED: usize = 6;

/// What lengths as unlike as can be cost: more than twice leaving a unit out, so that a run twice as long as it should be
/// is cut rather than joined. Of small differences, which every translation has, the second part makes little.
const UNLIKE: f32 = 4.0;
const FAR: f32 = 2.0;

/// A paragraph that begins on one side only, and one that begins within a run.
const EDGE: f32 = 0.4;
const INSIDE: f32 = 0.8;

/// The cheapest way through both in order, then what was moved.
fn pairs(mut a: Vec<Profile>, mut b: Vec<Profile>) -> Vec<Pair> {
    weigh(&mut a, &mut b);
    let (a, b) = (&a, &b);
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
                    let misfit = match step {
                        CROSSED => {
                            self.misfit(&a[pi..=pi], &b[pj + 1..j]) + self.misfit(&a[pi + 1..i], &b[pj..=pj])
                        }
                        _ => self.misfit(&a[pi..i], &b[pj..j]),
                    };
                    let cost = best[before].0 + extra + misfit;
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
            match usize::from(step) {
                CROSSED => {
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

    /// How badly two runs fit: how far their lengths are from the texts' own ratio, less what they share.
    fn misfit(&self, a: &[Profile], b: &[Profile]) -> f32 {
        let (Some(first), Some(other)) = (a.first(), b.first()) else { return 0.0 };
        let letters = |side: &[Profile]| side.iter().map(|p| p.letters).sum::<usize>() as f32;
        // Ten letters on both sides keep a headline's length from weighing like a paragraph's.
        let (x, y) = (letters(a) + 10.0, letters(b) * self.ratio + 10.0);
        // Translators seldom move a paragraph's edge, and join sentences over one hardly ever.
        let inside = a[1..].iter().chain(&b[1..]).filter(|p| p.begins).count() as f32;
        let edge = if first.begins == other.begins { 0.0 } else { EDGE } + inside * INSIDE;
        let off = (x - y).abs() / (x + y);
        UNLIKE * off + FAR * off * off + edge - shared(a, b) + ALONE * (alone(a, b) + alone(b, a))
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

/// What an anchor costs that one run has and the other lacks, though it has partners elsewhere: most of its worth.
const ALONE: f32 = 0.8;

/// What the anchors are worth that only the first of two runs has.
fn alone(a: &[Profile], b: &[Profile]) -> f32 {
    let has = |key: u64| b.iter().any(|p| p.anchors.binary_search_by_key(&key, |anchor| anchor.0).is_ok());
    a.iter().flat_map(|p| &p.anchors).filter(|(key, _)| !has(*key)).map(|(_, worth)| worth).sum()
}

/// What units that stand in another order must share: a name or a figure that few have.
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
        let pairs = align(&side(&a, &x), &side(&b, &y), &Table::default());
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
