//! `cargo xtask eval`: how well the project's own code does on annotated articles.
//!
//! The articles are JSON, one a line: a text with the sentences, entities and artifacts that people marked in it, as
//! code points. The figures have the names and the values of the scoring script that development is measured by.

mod align;
mod artifacts;
mod cross;
mod entities;
mod families;
mod figures;
mod fixes;
mod gold;
mod links;
mod pairs;
mod sentences;
mod system;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use kasoti::Packs;

use crate::shell::{MISUSED, root, say};
pub use cross::labelled;
use figures::Figures;
use gold::Gold;
use system::Answer;

/// Development data beside the project's folder: used when no file is named.
const DEVELOPMENT: [&str; 2] = ["../shared/data/seed/gold.jsonl", "../shared/data/newsroom/dev.jsonl"];

pub fn run(args: &[String]) -> Result<ExitCode> {
    match args {
        [flag, args @ ..] if flag == "--align" => return align::run(args),
        [flag, args @ ..] if flag == "--cv" => return cross::run(args),
        [flag, args @ ..] if flag == "--pairs" => return pairs::run(args),
        _ => {}
    }
    let files = if args.is_empty() { development() } else { args.iter().map(PathBuf::from).collect() };
    if files.is_empty() {
        eprintln!(
            "There is no development data beside this folder; name a file: cargo xtask eval articles.jsonl"
        );
        eprintln!(
            "Each line is an article with its annotations: id, lang, kind, text, sentences, entities, artifacts."
        );
        return Ok(ExitCode::from(MISUSED));
    }
    let packs = Packs::builtin();
    for (at, file) in files.iter().enumerate() {
        let golds = gold::read(file)?;
        say(&format!("analysing {} articles of {}", golds.len(), file.display()));
        let answers = golds.iter().map(|gold| system::ask(gold, &packs)).collect::<Result<Vec<_>>>()?;
        if files.len() > 1 {
            println!("{}# {}", if at > 0 { "\n" } else { "" }, file.display());
        }
        print!("{}", score(&golds, &answers));
    }
    Ok(ExitCode::SUCCESS)
}

/// How well names are found in the articles of a language, where there is development data.
pub fn entities(lang: &str, packs: &Packs) -> Result<Figures> {
    let mut figures = Figures::default();
    let mut score = entities::Score::default();
    for file in development() {
        for (doc, gold) in gold::read(&file)?.iter().enumerate().filter(|(_, gold)| gold.lang == lang) {
            score.add(doc, gold, &system::ask(gold, packs)?);
        }
    }
    score.write(&mut figures);
    Ok(figures)
}

fn development() -> Vec<PathBuf> {
    DEVELOPMENT.iter().map(|path| root().join(path)).filter(|path| path.is_file()).collect()
}

/// All figures, in the order in which they are read: sentences, entities, links, artifacts, fixes, codes.
fn score(golds: &[Gold], answers: &[Answer]) -> Figures {
    let mut figures = Figures::default();
    let mut sentences = sentences::Score::default();
    let mut entities = entities::Score::default();
    let mut artifacts = artifacts::Score::default();
    for (doc, (gold, answer)) in golds.iter().zip(answers).enumerate() {
        sentences.add(gold, answer);
        entities.add(doc, gold, answer);
        artifacts.add(doc, gold, answer);
    }
    figures.count("docs", golds.len());
    figures.count("words", golds.iter().map(Gold::words).sum());
    figures.count("bad_offsets", answers.iter().map(|answer| answer.bad_offsets).sum());
    sentences.write(&mut figures);
    entities.write(&mut figures);
    artifacts.write(&mut figures);
    figures
}

#[cfg(test)]
mod tests;
