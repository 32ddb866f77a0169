//! `cargo xtask train`: learns the weights of a language's tagger from the annotated sentences in `data/entities/`.
//!
//! The weights are a file of `data/<language>/`, and tracked: `cargo xtask train mr --check` learns anew and says
//! whether the bytes are the same.

pub mod corpus;
pub mod examples;
pub mod learn;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use kasoti::Packs;
use kasoti::lang::Lang;
use kasoti::weights::{Weights, encode};

use crate::eval;
use crate::shell::{cargo, root, run as run_command, say, write_if_changed};
use corpus::Sentence;
use examples::{Example, Reader};
use learn::{Plan, learn};

/// How much a sentence of another guide counts beside ours.
pub const ALSO: f32 = 0.4;

pub fn run(args: &[String]) -> Result<ExitCode> {
    if cfg!(debug_assertions) {
        return again("train", args);
    }
    let (mut changes, mut lang, mut also, mut check, mut labelled) = (None, None, Vec::new(), false, None);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} takes a value"));
        match arg.as_str() {
            "--also" => also.push(value()?),
            "--plan" => changes = Some(value()?),
            "--labelled" => labelled = Some(value()?),
            "--check" => check = true,
            code => lang = Some(code),
        }
    }
    let lang = lang.context("name a language: cargo xtask train mr")?;
    let mut plan = learn::plan(lang);
    changes.map_or(Ok(()), |changes| set(&mut plan, changes))?;
    let packs = Packs::builtin();
    let examples = read(lang, &also, &packs)?;
    say(&format!("learning from {} sentences", examples.len()));
    let rows = learn(&examples.iter().collect::<Vec<_>>(), plan);
    let bytes = encode(&rows);
    println!("weights: {} features, {} bytes, {} in brotli", rows.len(), bytes.len(), brotli(&bytes));
    let path = root().join("data").join(lang).join("tagger.weights");
    if check {
        ensure!(fs::read(&path)? == bytes, "{} differs from what is learnt now", path.display());
    } else {
        write_if_changed(&path, &bytes)?;
        let code = Lang::parse(lang)?;
        let weights = Weights::decode(&bytes).context("the weights cannot be read")?;
        let mut trained = Packs::default();
        trained.put(packs.get(code).with_weights(weights));
        print!("{}", eval::entities(lang, &trained)?);
        if let Some(path) = labelled {
            print!("{}", eval::labelled(Path::new(path), code, &trained)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs the task anew as an optimised build: a minute instead of half an hour.
pub fn again(task: &str, args: &[String]) -> Result<ExitCode> {
    run_command(cargo().args(["run", "--quiet", "--release", "--package", "xtask", "--", task]).args(args))?;
    Ok(ExitCode::SUCCESS)
}

/// Changes a plan: `l1=0.5,rounds=8`.
pub fn set(plan: &mut Plan, changes: &str) -> Result<()> {
    for change in changes.split(',') {
        let (name, value) = change.split_once('=').context("a change is name=value")?;
        match name {
            "rate" => plan.rate = value.parse()?,
            "l1" => plan.l1 = value.parse()?,
            "rounds" => plan.rounds = value.parse()?,
            "least" => plan.least = value.parse()?,
            "blind" => plan.blind = value.parse()?,
            "step" => plan.step = value.parse()?,
            "unmarked" => plan.unmarked = value.parse()?,
            _ => bail!("a plan has no {name}"),
        }
    }
    Ok(())
}

fn read(lang: &str, also: &[&String], packs: &Packs) -> Result<Vec<Example>> {
    let code = Lang::parse(lang)?;
    let reader = Reader::new(code, packs.get(code));
    let ours: Vec<Sentence> = corpus::read(lang)?.into_iter().flatten().collect();
    let mut examples: Vec<Example> = ours.iter().map(|sentence| reader.example(sentence, 1.0)).collect();
    examples.extend(others(also, &reader)?);
    Ok(examples)
}

/// What is learnt from besides the language's own sentences: files of tokens and labels, and other languages.
pub fn others(also: &[&String], reader: &Reader) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for name in also {
        if Path::new(name).is_file() {
            let sentences = corpus::labelled(Path::new(name))?;
            examples.extend(sentences.into_iter().map(|s| reader.example(&reader.with_titles(s), ALSO)));
        } else {
            let sentences: Vec<Sentence> = corpus::read(name)?.into_iter().flatten().collect();
            examples.extend(sentences.iter().map(|s| reader.example(s, ALSO)));
        }
    }
    Ok(examples)
}

/// Bytes as a server sends them.
pub fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    // The best that brotli does; a window of 4 MB holds any table of weights.
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).expect("memory can be written");
    out.len()
}

#[cfg(test)]
mod tests;
