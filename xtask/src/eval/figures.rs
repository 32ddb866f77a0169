//! Named numbers, printed one a line.

use std::fmt;

/// A figure: a count, or a rate that there may be nothing to compute from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    Count(usize),
    Rate(Option<f64>),
}

/// Figures in the order in which they were added.
#[derive(Default)]
pub struct Figures(Vec<(String, Figure)>);

/// What was found, what was claimed and what there was to find.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Hits {
    pub hit: usize,
    pub system: usize,
    pub gold: usize,
}

impl Hits {
    pub fn add(&mut self, hit: usize, system: usize, gold: usize) {
        self.hit += hit;
        self.system += system;
        self.gold += gold;
    }
}

impl Figures {
    pub fn count(&mut self, name: impl Into<String>, value: usize) {
        self.0.push((name.into(), Figure::Count(value)));
    }

    pub fn rate(&mut self, name: impl Into<String>, value: Option<f64>) {
        self.0.push((name.into(), Figure::Rate(value)));
    }

    /// Precision, recall and F1 of `hits`, with the counts behind them.
    pub fn hits(&mut self, name: &str, hits: Hits) {
        let Hits { hit, system, gold } = hits;
        self.rate(format!("{name}.precision"), share(hit, system));
        self.rate(format!("{name}.recall"), share(hit, gold));
        self.rate(format!("{name}.f1"), share(2 * hit, system + gold));
        self.count(format!("{name}.gold"), gold);
        self.count(format!("{name}.system"), system);
        self.count(format!("{name}.hit"), hit);
    }

    #[cfg(test)]
    pub fn get(&self, name: &str) -> Option<Figure> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, figure)| *figure)
    }

    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = &(String, Figure)> {
        self.0.iter()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|(name, figure)| match figure {
            Figure::Count(count) => writeln!(f, "{name}: {count}"),
            Figure::Rate(Some(rate)) => writeln!(f, "{name}: {rate:.4}"),
            Figure::Rate(None) => writeln!(f, "{name}: n/a"),
        })
    }
}

/// `part` of `whole`; of nothing there is no share.
pub fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The harmonic mean of a precision and a recall that were counted on different things.
pub fn f1(precision: Option<f64>, recall: Option<f64>) -> Option<f64> {
    let (p, r) = (precision?, recall?);
    Some(if p > 0.0 && r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
}
