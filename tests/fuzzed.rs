//! A short run of the fuzzers without a fuzzer: seeded mutations of the corpus in `fuzz/seeds/`. The long run is
//! `cargo fuzz`; see `fuzz/README.md`.
//!
//! `KASOTI_FUZZ_ROUNDS=100000 cargo test --release --test fuzzed` looks longer.

mod checks;

use std::path::Path;
use std::{fs, panic};

/// Inputs for each check: a few seconds in all where nothing is optimised.
const ROUNDS: u64 = 150;

/// No longer than an article: longer ones find no more and cost the time of many.
const LONGEST: usize = 4000;

/// What is put in: pieces that rules, readers and decoders look for.
const PIECES: &[&[u8]] = &[
    " ".as_bytes(),
    "\n".as_bytes(),
    "।".as_bytes(),
    "”".as_bytes(),
    "“".as_bytes(),
    "\u{94D}".as_bytes(),
    "\u{200D}".as_bytes(),
    "😀".as_bytes(),
    "\u{202E}".as_bytes(),
    "१,".as_bytes(),
    "5".as_bytes(),
    "<b>".as_bytes(),
    "म्हणाले".as_bytes(),
    "किम".as_bytes(),
    "{{".as_bytes(),
    "\":".as_bytes(),
    "[".as_bytes(),
    "null".as_bytes(),
    b"\xff\xff\xff\x7f",
    b"\x80",
    b"\xc3",
    b"\0",
    b"\xed\xa0\x80",
];

/// xorshift64*: the same inputs in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % most.max(1)
    }

    fn range(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len() + 1);
        start..start + self.below((bytes.len() - start).min(60) + 1)
    }
}

fn seeds(kind: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(kind);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 5, "{kind}");
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn mutated(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(8) {
        let (here, at) = (random.range(&bytes), random.below(bytes.len() + 1));
        match random.below(7) {
            0 => drop(bytes.drain(here)),
            1 => drop(bytes.splice(at..at, bytes[here].to_vec())),
            2 => {
                let other = &seeds[random.below(seeds.len())];
                drop(bytes.splice(here, other[random.range(other)].to_vec()));
            }
            3 | 4 => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
            5 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
            _ => {
                let piece = PIECES[random.below(PIECES.len())].repeat(random.below(40));
                drop(bytes.splice(here, piece));
            }
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

fn hold(name: &str, kind: &str) {
    let (_, check) = checks::CHECKS.iter().find(|(own, _)| *own == name).unwrap();
    let rounds = std::env::var("KASOTI_FUZZ_ROUNDS").ok().map_or(ROUNDS, |n| n.parse().unwrap());
    let seeds = seeds(kind);
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for round in 0..rounds.max(seeds.len() as u64) {
        let bytes = seeds.get(round as usize).cloned().unwrap_or_else(|| mutated(&seeds, &mut random));
        if let Err(panic) = panic::catch_unwind(|| check(&bytes)) {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{round}"));
            fs::write(&path, &bytes).unwrap();
            eprintln!("{name} does not hold of {}", path.display());
            panic::resume_unwind(panic);
        }
    }
}

#[test]
fn analyze_never_panics() {
    hold("analyze_never_panics", "text");
}

#[test]
fn spans_lie_on_graphemes() {
    hold("spans_lie_on_graphemes", "text");
}

#[test]
fn fixes_apply() {
    hold("fixes_apply", "text");
}

#[test]
fn pack_loader_is_total() {
    hold("pack_loader_is_total", "pack");
}

#[test]
fn jsonl_is_total() {
    hold("jsonl_is_total", "jsonl");
}

#[test]
fn original_is_total() {
    hold("original_is_total", "text");
}
