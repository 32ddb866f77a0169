//! `kasoti sentences FILE…`: the sentences alone, for people and programs that want nothing else.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use kasoti::report::Report;
use kasoti::sentence;
use kasoti::text::Document;
use serde::Serialize;

use crate::arguments::Listing;
use crate::input::{self, Source};
use crate::machine;
use crate::offsets::{Ends, Unit};

#[derive(Args)]
pub struct Task {
    #[command(flatten)]
    listing: Listing,

    /// How to print the sentences.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One sentence a line; a line break inside one becomes a space.
    Text,
    /// One array of files, each with its sentences.
    Json,
    /// One sentence a line, as an object with its file.
    Jsonl,
}

/// A file's sentences in JSON.
#[derive(Serialize)]
struct Listed<'s> {
    id: &'s str,
    lang: kasoti::lang::Lang,
    sentences: Vec<Sentence>,
}

#[derive(Serialize)]
struct Sentence {
    #[serde(flatten)]
    ends: Ends,
    paragraph: u32,
    text: String,
}

#[derive(Serialize)]
struct Line<'s> {
    id: &'s str,
    #[serde(flatten)]
    sentence: Sentence,
}

/// Prints the sentences of the files and gives the exit code.
pub fn run(task: &Task) -> io::Result<u8> {
    let reader = task.listing.reader()?;
    let Listing { inputs, offsets, .. } = &task.listing;
    let mut out = io::stdout().lock();
    let mut all = Vec::new();
    let work = |source: Source| {
        let lang = reader.lang(&source)?;
        let sentences = split(&source, lang, *offsets);
        Ok((source.name, lang, sentences))
    };
    let code = input::each(&inputs.files, &inputs.how, &reader, work, |(name, lang, sentences)| {
        match task.format {
            Format::Text => {
                for sentence in sentences {
                    writeln!(out, "{}", sentence.text.lines().collect::<Vec<_>>().join(" "))?;
                }
            }
            Format::Jsonl => {
                for sentence in sentences {
                    machine::json_line(&Line { id: &name, sentence }, &mut out)?;
                }
            }
            Format::Json => {
                let listed = Listed { id: &name, lang, sentences };
                all.push(serde_json::to_value(listed)?);
            }
        }
        Ok(())
    })?;
    if matches!(task.format, Format::Json) {
        machine::json(&all, &mut out)?;
    }
    Ok(code)
}

fn split(source: &Source, lang: kasoti::lang::Lang, offsets: Unit) -> Vec<Sentence> {
    let text = source.prose.text.as_str();
    let sentences = sentence::split(&Document::new(text, lang));
    let words: Vec<String> = sentences.iter().map(|s| s.span.of(text).to_owned()).collect();
    let report = Report {
        version: "",
        lang,
        sentences,
        mentions: Vec::new(),
        entities: Vec::new(),
        findings: Vec::new(),
        traces: Default::default(),
        pairs: Vec::new(),
    };
    let converted = offsets.convert(source.place(&report), &source.file, None).sentences;
    let pairs = converted.into_iter().zip(words);
    pairs.map(|(s, text)| Sentence { ends: s.span, paragraph: s.paragraph, text }).collect()
}
