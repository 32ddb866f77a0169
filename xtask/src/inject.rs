//! `cargo xtask inject`: puts one known fault into clean text, many times over, and counts how often its rule finds it.
//!
//! The texts are those that the tagger learns from, a few sentences each; where the fault goes chance decides, seeded,
//! so that two runs agree. What the rule already says of the clean text does not count.

mod faults;
mod random;

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use kasoti::{Options, Packs, Settings};

use crate::train::corpus::{self, Sentence};
use faults::{FAULTS, Fault, Faulty};
pub use random::Random;

/// Sentences of one text: as much as a paragraph has.
const SENTENCES: usize = 6;

/// Faults of a kind in a language: a share of one in a hundred shows.
const TRIES: usize = 300;

const LANGS: [&str; 3] = ["mr", "hi", "en"];

pub fn run(args: &[String]) -> Result<ExitCode> {
    let Asked { codes, errors } = asked(args)?;
    let packs = Packs::builtin();
    println!("{:<26}{:>6}{:>8}{:>8}{:>8}", "", "lang", "faults", "found", "recall");
    for lang in LANGS {
        let texts = texts(lang)?;
        let settings = Options { lang: Some(lang.to_owned()), ..Options::default() }.check()?;
        let wanted = |fault: &&Fault| codes.is_empty() || codes.contains(&fault.code.to_owned());
        for fault in FAULTS.iter().filter(|fault| fault.langs.contains(&lang)).filter(wanted) {
            let tally = try_out(fault, &texts, &settings, &packs);
            let recall = tally.found as f64 / tally.made.max(1) as f64;
            println!("{:<26}{lang:>6}{:>8}{:>8}{recall:>8.3}", fault.code, tally.made, tally.found);
            for missed in tally.missed.iter().take(errors) {
                println!("    missed: {missed}");
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

struct Asked {
    codes: Vec<String>,
    errors: usize,
}

fn asked(args: &[String]) -> Result<Asked> {
    let mut asked = Asked { codes: Vec::new(), errors: 0 };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--") {
            Some("errors") => asked.errors = args.next().map_or(Ok(0), |n| n.parse())?,
            Some(_) => bail!("inject takes codes and --errors N, not {arg}"),
            None => {
                ensure!(FAULTS.iter().any(|fault| fault.code == arg), "no fault of {arg} is known here");
                asked.codes.push(arg.clone());
            }
        }
    }
    Ok(asked)
}

/// Neighbouring sentences joined to texts, with the names in them.
fn texts(lang: &str) -> Result<Vec<Sentence>> {
    let blocks = corpus::read(lang)?;
    let groups = blocks.iter().flat_map(|block| block.chunks(SENTENCES));
    Ok(groups.map(|group| group.iter().fold(Sentence::default(), joined)).collect())
}

fn joined(mut text: Sentence, next: &Sentence) -> Sentence {
    if !text.text.is_empty() {
        text.text.push(' ');
    }
    let offset = text.text.len();
    text.text.push_str(&next.text);
    text.names.extend(next.names.iter().map(|(at, kind)| (at.start + offset..at.end + offset, *kind)));
    text
}

#[derive(Default)]
struct Tally {
    made: usize,
    found: usize,
    missed: Vec<String>,
}

fn try_out(fault: &Fault, texts: &[Sentence], settings: &Settings, packs: &Packs) -> Tally {
    let mut random = Random::new(fault.code);
    let mut tally = Tally::default();
    for _ in 0..texts.len() {
        if tally.made == TRIES {
            break;
        }
        let clean = &texts[random.below(texts.len())];
        let Some(faulty) = (fault.make)(clean, &mut random) else { continue };
        tally.made += 1;
        if found(fault.code, &faulty, settings, packs)
            && !is_known(fault.code, clean, &faulty, settings, packs)
        {
            tally.found += 1;
        } else {
            tally.missed.push(faulty.shown());
        }
    }
    tally
}

/// Whether a finding of the rule touches the fault.
fn found(code: &str, faulty: &Faulty, settings: &Settings, packs: &Packs) -> bool {
    let report = kasoti::analyze(&faulty.text, settings, packs);
    report.findings.iter().filter(|f| f.code == code).any(|f| {
        let own = f.related.iter().chain([&f.span]);
        own.map(|span| span.range()).any(|at| at.start <= faulty.at.end && faulty.at.start <= at.end)
    })
}

/// Whether the rule spoke of the place before there was a fault in it.
fn is_known(code: &str, clean: &Sentence, faulty: &Faulty, settings: &Settings, packs: &Packs) -> bool {
    let before = Faulty { text: clean.text.clone(), at: faulty.at.start..faulty.at.start };
    found(code, &before, settings, packs)
}
