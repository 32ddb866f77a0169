//! Learning the weights: a linear-chain conditional random field, fitted sentence by sentence by FTRL-proximal (McMahan
//! and others 2013), whose L1 term leaves most weights at nought.
//!
//! Every sum runs in a fixed order, and exponentials come from `libm`, so that the same sentences give the same bytes on
//! every machine.

use kasoti::entity::training::{follows, transition};
use kasoti::weights::{BITS, LABELS};

use super::examples::{Example, Reading, frequent};

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How far a step goes.
    pub rate: f32,
    /// How strongly weights are held at nought: the higher, the fewer there are.
    pub l1: f32,
    /// How often all sentences are gone through.
    pub rounds: usize,
    /// Features that come more seldom are left out.
    pub least: u32,
    /// Share of the sentences that are read without the gazetteer, in each round others.
    pub blind: f32,
    /// What the smallest weight stands for.
    pub step: f32,
    /// Smallest weights that are taken off what speaks for no name, at each word: where the sentences leave names unmarked.
    pub unmarked: i8,
}

/// As tried out by `cargo xtask eval --cv`.
pub const PLAN: Plan = Plan { rate: 0.2, l1: 2.0, rounds: 4, least: 4, blind: 0.4, step: 0.125, unmarked: 0 };

/// The plan of a language. English has a sixth of the sentences: it goes through them more often, and seldom features
/// count. IL-NER, which Hindi learns from, marks fewer names than our guide does.
pub fn plan(lang: &str) -> Plan {
    match lang {
        "en" => Plan { rounds: 8, least: 2, ..PLAN },
        "hi" => Plan { unmarked: 4, ..PLAN },
        _ => PLAN,
    }
}

type Row = [f32; LABELS];

/// What FTRL keeps of each weight.
struct Learner {
    plan: Plan,
    /// The number of each feature that is kept; [`NONE`] for others.
    numbers: Vec<u32>,
    weights: Vec<Row>,
    /// Sum of the slopes, less what the weight has moved.
    sums: Vec<Row>,
    /// Root of the sum of the squares of the slopes.
    roots: Vec<Row>,
}

const NONE: u32 = u32::MAX;

/// Learns from `examples`; gives the weights as the pack stores them.
pub fn learn(examples: &[&Example], plan: Plan) -> Vec<(u32, [i8; LABELS])> {
    let mut features = frequent(examples, plan.least);
    let steps: Vec<u32> = (0..LABELS).map(Some).chain([None]).map(transition).collect();
    features.extend(&steps);
    features.sort_unstable();
    features.dedup();
    let mut numbers = vec![NONE; 1 << BITS];
    for (number, &feature) in features.iter().enumerate() {
        numbers[feature as usize] = number as u32;
    }
    let rows = || vec![[0.0; LABELS]; features.len()];
    let mut learner = Learner { plan, numbers, weights: rows(), sums: rows(), roots: rows() };
    let transitions = steps.iter().map(|&f| learner.numbers[f as usize] as usize).collect::<Vec<_>>();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chain = Chain::default();
    for _ in 0..plan.rounds {
        random.shuffle(&mut order);
        for &i in &order {
            let example = examples[i];
            let blind = random.share() < plan.blind;
            learner.step(example, &example.readings[usize::from(blind)], &transitions, &mut chain);
        }
    }
    let mut rows = learner.quantised(&features);
    for row in &mut rows {
        if steps.contains(&row.0) {
            row.1[0] = row.1[0].saturating_sub(plan.unmarked);
        }
    }
    rows
}

impl Learner {
    fn step(&mut self, example: &Example, reading: &Reading, transitions: &[usize], chain: &mut Chain) {
        let words = example.labels.len();
        if words == 0 {
            return;
        }
        chain.emissions.clear();
        let mut from = 0;
        for &end in &reading.ends {
            let mut scores = [0.0; LABELS];
            for row in self.rows(&reading.features[from..end as usize]) {
                for (score, weight) in scores.iter_mut().zip(&self.weights[row]) {
                    *score += weight;
                }
            }
            chain.emissions.push(scores.map(f64::from));
            from = end as usize;
        }
        chain.run(&std::array::from_fn(|i| self.weights[transitions[i]]));
        let mut from = 0;
        for (t, &end) in reading.ends.iter().enumerate() {
            let slope = slope(&chain.expected[t], example.labels[t].into(), example.weight);
            // A word that the weights are sure and right of teaches nothing.
            if slope.iter().any(|g| g.abs() > 1e-4) {
                for i in from..end as usize {
                    let number = self.numbers[reading.features[i] as usize];
                    if number != NONE {
                        self.update(number as usize, &slope);
                    }
                }
            }
            from = end as usize;
        }
        let mut wanted = [[0.0; LABELS]; LABELS + 1];
        let mut before = LABELS;
        for &label in &example.labels {
            wanted[before][usize::from(label)] += 1.0;
            before = label.into();
        }
        for (i, row) in transitions.iter().enumerate() {
            let slope = std::array::from_fn(|l| (chain.steps[i][l] - wanted[i][l]) as f32 * example.weight);
            self.update(*row, &slope);
        }
    }

    fn rows<'a>(&'a self, features: &'a [u32]) -> impl Iterator<Item = usize> + 'a {
        features.iter().map(|&f| self.numbers[f as usize]).filter(|&n| n != NONE).map(|n| n as usize)
    }

    fn update(&mut self, row: usize, slope: &Row) {
        let Plan { rate, l1, .. } = self.plan;
        let (weights, sums, roots) = (&mut self.weights[row], &mut self.sums[row], &mut self.roots[row]);
        for label in 0..LABELS {
            let g = slope[label];
            let root = (roots[label] * roots[label] + g * g).sqrt();
            sums[label] += g - (root - roots[label]) / rate * weights[label];
            roots[label] = root;
            let sum = sums[label];
            let beyond = sum.abs() - l1;
            weights[label] = if beyond <= 0.0 { 0.0 } else { -beyond.copysign(sum) * rate / (1.0 + root) };
        }
    }

    fn quantised(&self, features: &[u32]) -> Vec<(u32, [i8; LABELS])> {
        let whole = |weight: f32| (weight / self.plan.step).round().clamp(-127.0, 127.0) as i8;
        let rows = features.iter().zip(&self.weights).map(|(f, row)| (*f, row.map(whole)));
        rows.filter(|(_, row)| row.iter().any(|weight| *weight != 0)).collect()
    }
}

/// How the loss changes with the score of each label.
fn slope(expected: &[f64; LABELS], label: usize, weight: f32) -> Row {
    std::array::from_fn(|l| (expected[l] as f32 - f32::from(u8::from(l == label))) * weight)
}

/// The sums over all paths of one sentence.
#[derive(Default)]
struct Chain {
    emissions: Vec<[f64; LABELS]>,
    forward: Vec<[f64; LABELS]>,
    /// Probability of each label at each word.
    expected: Vec<[f64; LABELS]>,
    /// Expected number of each step from label to label; the last row from the beginning.
    steps: [[f64; LABELS]; LABELS + 1],
}

impl Chain {
    /// Forward and backward, each word scaled to a sum of one.
    fn run(&mut self, transitions: &[Row; LABELS + 1]) {
        let words = self.emissions.len();
        let mut moves = [[0.0; LABELS]; LABELS + 1];
        for (before, row) in moves.iter_mut().enumerate() {
            for (label, factor) in row.iter_mut().enumerate() {
                if follows(before, label) {
                    *factor = libm::exp(f64::from(transitions[before][label]));
                }
            }
        }
        for scores in &mut self.emissions {
            let most = scores.iter().fold(f64::MIN, |a, &b| a.max(b));
            for score in scores.iter_mut() {
                *score = libm::exp(*score - most);
            }
        }
        self.forward.clear();
        for t in 0..words {
            let mut sums = moves[LABELS];
            if t > 0 {
                let before = self.forward[t - 1];
                sums = std::array::from_fn(|l| (0..LABELS).map(|b| before[b] * moves[b][l]).sum());
            }
            let mut sums: [f64; LABELS] = std::array::from_fn(|l| sums[l] * self.emissions[t][l]);
            scale(&mut sums);
            self.forward.push(sums);
        }
        self.steps = [[0.0; LABELS]; LABELS + 1];
        self.expected.clear();
        self.expected.resize(words, [0.0; LABELS]);
        let mut backward = [1.0; LABELS];
        for t in (0..words).rev() {
            let mut expected: [f64; LABELS] = std::array::from_fn(|l| self.forward[t][l] * backward[l]);
            scale(&mut expected);
            self.expected[t] = expected;
            let after: [f64; LABELS] = std::array::from_fn(|l| self.emissions[t][l] * backward[l]);
            if t == 0 {
                for (sum, more) in self.steps[LABELS].iter_mut().zip(expected) {
                    *sum += more;
                }
                break;
            }
            let before = self.forward[t - 1];
            let joint: [[f64; LABELS]; LABELS] =
                std::array::from_fn(|b| std::array::from_fn(|l| before[b] * moves[b][l] * after[l]));
            let all: f64 = joint.iter().flatten().sum();
            for (sum, share) in self.steps.iter_mut().flatten().zip(joint.iter().flatten()) {
                *sum += share / all;
            }
            backward = std::array::from_fn(|b| (0..LABELS).map(|l| moves[b][l] * after[l]).sum());
            scale(&mut backward);
        }
    }
}

fn scale(sums: &mut [f64; LABELS]) {
    let all: f64 = sums.iter().sum();
    if all > 0.0 {
        for sum in sums {
            *sum /= all;
        }
    }
}

/// Numbers without a pattern, the same on every machine (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From nought up to one.
    fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for i in (1..list.len()).rev() {
            list.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
