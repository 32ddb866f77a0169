//! Whether the traces of machine translation tell translated articles from clean ones.

use super::figures::Figures;
use super::gold::Gold;
use super::system::Answer;

/// What the format calls an article that a machine translated, and one that it did not.
const TRANSLATED: &str = "mt";
const CLEAN: &str = "clean";

/// The chance that a translated article has more traces on its words than a clean one (AUC), and of either kind the share
/// of articles that a reader is told of.
pub fn write(golds: &[Gold], answers: &[Answer], figures: &mut Figures) {
    let of = |kind: &str| -> Vec<&Answer> {
        golds.iter().zip(answers).filter(|(gold, _)| gold.kind == kind).map(|(_, answer)| answer).collect()
    };
    let (translated, clean) = (of(TRANSLATED), of(CLEAN));
    figures.rate("traces.auc", auc(&translated, &clean));
    for (name, articles) in [(TRANSLATED, translated), (CLEAN, clean)] {
        let told = articles.iter().filter(|answer| answer.many).count();
        figures.rate(format!("traces.{name}.told"), share(told, articles.len()));
    }
}

fn auc(translated: &[&Answer], clean: &[&Answer]) -> Option<f64> {
    let pairs = translated.iter().flat_map(|more| clean.iter().map(move |less| (more.traces, less.traces)));
    let won: f64 = pairs
        .map(|(more, less)| match more.total_cmp(&less) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        })
        .sum();
    let all = translated.len() * clean.len();
    (all > 0).then(|| won / all as f64)
}

fn share(part: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chance_counts_pairs_and_halves_ties() {
        let answer = |traces| Answer { traces, ..Answer::default() };
        let (high, low, none) = (answer(12.0), answer(3.0), answer(0.0));
        assert_eq!(auc(&[&high, &low], &[&none]), Some(1.0));
        assert_eq!(auc(&[&high, &low], &[&low]), Some(0.75));
        assert_eq!(auc(&[], &[&none]), None);
    }
}
