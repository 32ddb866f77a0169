//! Which paragraphs of the translation render which of the original.

use std::ops::Range;

use super::figures;
use crate::text::{Document, Paragraph, TokenKind, digit};

/// A run of paragraphs of the translation and the run of the original that it renders. One of the two is empty for a
/// paragraph that was left out or added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Indices of [`Document::paragraphs`] of the translation.
    pub translation: Range<usize>,
    /// Indices of [`Document::paragraphs`] of the original.
    pub original: Range<usize>,
}

/// Paragraphs off the diagonal that are considered: an article that drops more than this in one place is another
/// article, and the bound keeps the work linear in the length of the texts.
const BAND: usize = 24;

/// What may stand against what, and what it costs beside the misfit: one for one is what translators do; splitting and
/// joining is rarer; leaving out and adding rarer still.
const STEPS: &[(usize, usize, f64)] = &[(1, 1, 0.0), (1, 2, 0.8), (2, 1, 0.8), (1, 0, 1.2), (0, 1, 1.2)];

/// What one shared figure is worth against the cost of unequal lengths: two of them outweigh any difference.
const PER_FIGURE: f64 = 0.5;

/// What lengths as unlike as can be cost: three times leaving a paragraph out, so that a run twice as long as it should
/// be is cut rather than joined.
const UNLIKE: f64 = 4.0;

/// Aligns the paragraphs of a translation with those of its original: the cheapest way through both in order, by
/// length and by the figures that they share. Linear in the number of paragraphs.
pub fn align(translation: &Document, original: &Document) -> Vec<Pair> {
    let (a, b) = (profile(translation), profile(original));
    let total = |side: &[Profile]| side.iter().map(|p| p.letters).sum::<usize>().max(1) as f64;
    // The texts' own ratio, but within what two languages differ by: a missing part must not bend it.
    let ratio = (total(&a) / total(&b)).clamp(0.8, 1.25);
    let slope = b.len() as f64 / a.len().max(1) as f64;
    let first = |i: usize| ((i as f64 * slope) as usize).saturating_sub(BAND);
    let width = 2 * BAND + slope.ceil() as usize + 1;
    let cell = |i: usize, j: usize| {
        let column = j.checked_sub(first(i)).filter(|&c| c < width)?;
        Some(i * width + column)
    };
    let mut best = vec![(f64::INFINITY, 0u8); (a.len() + 1) * width];
    best[0].0 = 0.0;
    for i in 0..=a.len() {
        for j in first(i)..(first(i) + width).min(b.len() + 1) {
            for (step, &(di, dj, extra)) in STEPS.iter().enumerate() {
                let (Some(pi), Some(pj)) = (i.checked_sub(di), j.checked_sub(dj)) else { continue };
                let (Some(here), Some(before)) = (cell(i, j), cell(pi, pj)) else { continue };
                let cost = best[before].0 + extra + misfit(&a[pi..i], &b[pj..j], ratio);
                if cost < best[here].0 {
                    best[here] = (cost, step as u8);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (a.len(), b.len());
    while (i, j) != (0, 0) {
        // Off the band only when the lengths differ wildly: then nothing is claimed of the rest.
        let Some((_, step)) = cell(i, j).map(|c| best[c]).filter(|(cost, _)| cost.is_finite()) else {
            pairs.push(Pair { translation: 0..i, original: 0..0 });
            pairs.push(Pair { translation: 0..0, original: 0..j });
            break;
        };
        let (di, dj, _) = STEPS[step as usize];
        pairs.push(Pair { translation: i - di..i, original: j - dj..j });
        (i, j) = (i - di, j - dj);
    }
    pairs.reverse();
    pairs
}

/// What the aligner looks at in a paragraph.
struct Profile {
    letters: usize,
    /// Values of its figures of two digits and more, as bits: small ones stand everywhere.
    figures: Vec<u64>,
}

fn profile(doc: &Document) -> Vec<Profile> {
    let of = |paragraph: &Paragraph| {
        let tokens = doc.tokens_of(paragraph);
        let is_text = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
        let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic() || digit(*c).is_some()).count();
        let figures = figures(doc, tokens);
        Profile {
            letters: tokens.iter().filter(|t| is_text(t.kind)).map(|t| letters(doc.word(t))).sum(),
            figures: figures.iter().filter(|f| f.value >= 10.0).map(|f| f.value.to_bits()).collect(),
        }
    };
    doc.paragraphs.iter().map(of).collect()
}

/// How badly two runs fit: how far their lengths are from the texts' own ratio, less what they share.
fn misfit(a: &[Profile], b: &[Profile], ratio: f64) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let letters = |side: &[Profile]| side.iter().map(|p| p.letters).sum::<usize>() as f64;
    // Ten letters on both sides keep a headline's length from weighing like a paragraph's.
    let (x, y) = (letters(a) + 10.0, letters(b) * ratio + 10.0);
    let shared =
        a.iter().flat_map(|p| &p.figures).filter(|&f| b.iter().any(|q| q.figures.contains(f))).count();
    UNLIKE * (x - y).abs() / (x + y) - PER_FIGURE * shared as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn pairs(translation: &str, original: &str) -> Vec<(Range<usize>, Range<usize>)> {
        let translation = Document::new(translation, Lang::MARATHI);
        let original = Document::new(original, Lang::ENGLISH);
        align(&translation, &original).into_iter().map(|p| (p.translation, p.original)).collect()
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
    fn texts_of_wildly_different_length_end() {
        let lines = "ओळ 😀\n".repeat(300);
        let all = pairs(&lines, "One line");
        assert_eq!(all.iter().map(|p| p.0.len()).sum::<usize>(), 300);
    }
}
