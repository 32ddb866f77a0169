//! How well mentions of one thing are brought together.

use std::collections::BTreeMap;

use super::figures::{Figures, share};
use super::gold::Entity;

/// Kinds whose mentions vary enough for linking to be hard.
const NAMES: [&str; 3] = ["person", "place", "organisation"];

#[derive(Default)]
pub struct Score {
    all: Part,
    names: Part,
}

/// Each mention that was found, as the thing that people and the thing that Kasoti took it for.
#[derive(Default)]
struct Part {
    pairs: Vec<Pair>,
    mentions: usize,
}

type Pair = ((usize, String), (usize, u32));

impl Score {
    pub fn add<'a>(&mut self, doc: usize, wanted: &[Entity], found: impl Iterator<Item = (&'a Entity, u32)>) {
        let is_name = |entity: &Entity| NAMES.contains(&entity.kind.as_str());
        self.all.mentions += wanted.len();
        self.names.mentions += wanted.iter().filter(|e| is_name(e)).count();
        for (entity, system) in found {
            let pair = ((doc, entity.id.clone()), (doc, system));
            if is_name(entity) {
                self.names.pairs.push(pair.clone());
            }
            self.all.pairs.push(pair);
        }
    }

    pub fn write(&self, figures: &mut Figures) {
        for (name, part) in [("link", &self.all), ("link.names", &self.names)] {
            figures.rate(format!("{name}.coverage"), share(part.pairs.len(), part.mentions));
            let (precision, recall) = b_cubed(&part.pairs).unzip();
            let f1 = precision.zip(recall).map(|(p, r)| 2.0 * p * r / (p + r));
            figures.rate(format!("{name}.bcubed.precision"), precision);
            figures.rate(format!("{name}.bcubed.recall"), recall);
            figures.rate(format!("{name}.bcubed.f1"), f1);
        }
    }
}

/// B-cubed: for each mention, which share of those that Kasoti put with it belongs there, and which share of those that
/// belong there it put there; the means over all mentions.
fn b_cubed(pairs: &[Pair]) -> Option<(f64, f64)> {
    let (mut gold, mut system, mut both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for pair in pairs {
        *gold.entry(&pair.0).or_insert(0.0) += 1.0;
        *system.entry(&pair.1).or_insert(0.0) += 1.0;
        *both.entry(pair).or_insert(0.0) += 1.0;
    }
    let sum = |size: &dyn Fn(&Pair) -> f64| both.iter().map(|(pair, n)| n * n / size(pair)).sum::<f64>();
    let n = pairs.len() as f64;
    (n > 0.0).then(|| (sum(&|pair| system[&pair.1]) / n, sum(&|pair| gold[&pair.0]) / n))
}
