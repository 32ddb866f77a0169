//! `kasoti entities FILE…`: what the texts name, for indexes and house lists.

use std::borrow::Cow;
use std::io::{self, Write};

use clap::{Args, ValueEnum};
use kasoti::entity::Kind;
use kasoti::lang::Lang;
use kasoti::report::Form;
use serde::Serialize;

use crate::arguments::Listing;
use crate::input::{self, Source};
use crate::machine;
use crate::offsets::{Ends, Unit};

#[derive(Args)]
pub struct Task {
    #[command(flatten)]
    listing: Listing,

    /// How to print the entities.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One entity a line: kind, how often, name, forms.
    Text,
    /// One array of files, each with its entities.
    Json,
    /// One entity a line, as an object with its file.
    Jsonl,
    /// A table with a head: file, kind, name, count, forms.
    Csv,
}

/// A file's entities in JSON.
#[derive(Serialize)]
struct Listed<'s> {
    id: &'s str,
    lang: Lang,
    entities: Vec<Entity>,
}

#[derive(Serialize)]
struct Entity {
    kind: Kind,
    name: String,
    count: usize,
    forms: Vec<Form>,
    mentions: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    #[serde(flatten)]
    ends: Ends,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<Ends>,
}

#[derive(Serialize)]
struct Line<'s> {
    id: &'s str,
    #[serde(flatten)]
    entity: Entity,
}

/// Prints the entities of the files and gives the exit code.
pub fn run(task: &Task) -> io::Result<u8> {
    let reader = task.listing.reader()?;
    let Listing { inputs, offsets, .. } = &task.listing;
    let mut out = io::stdout().lock();
    let mut all = Vec::new();
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["file", "kind", "name", "count", "forms"])?;
    let work = |mut source: Source| {
        let report = reader.report(&mut source)?;
        let lang = report.lang;
        let entities = list(&source, report, *offsets);
        Ok((source.name, lang, entities))
    };
    let code = input::each(&inputs.files, &inputs.how, &reader, work, |(name, lang, entities)| {
        match task.format {
            Format::Text => text(&name, &entities, &mut out)?,
            Format::Jsonl => {
                for entity in entities {
                    machine::json_line(&Line { id: &name, entity }, &mut out)?;
                }
            }
            Format::Json => {
                let listed = Listed { id: &name, lang, entities };
                all.push(serde_json::to_value(listed)?);
            }
            Format::Csv => {
                for e in entities {
                    let (count, forms) = (e.count.to_string(), forms(&e));
                    let row = [&name, kind(e.kind), &cell(&e.name), &count, &cell(&forms)];
                    table.write_record(row)?;
                }
            }
        }
        Ok(())
    })?;
    match task.format {
        Format::Json => {
            machine::json(&all, &mut out)?;
        }
        Format::Csv => {
            out.write_all(&table.into_inner().map_err(|error| io::Error::other(error.to_string()))?)?
        }
        Format::Text | Format::Jsonl => {}
    }
    Ok(code)
}

/// The report's entities, with their mentions placed in the file.
fn list(source: &Source, report: kasoti::Report, offsets: Unit) -> Vec<Entity> {
    let report = offsets.convert(source.place(&report), &source.file, None);
    let place = |&i: &u32| {
        let mention = &report.mentions[i as usize];
        Place { ends: mention.span, suffix: mention.suffix }
    };
    let entity = |e: kasoti::report::Linked| Entity {
        kind: e.kind,
        name: e.name,
        count: e.mentions.len(),
        forms: e.forms,
        mentions: e.mentions.iter().map(place).collect(),
    };
    report.entities.into_iter().map(entity).collect()
}

fn text(name: &str, entities: &[Entity], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{name}:")?;
    for entity in entities {
        let forms = if entity.forms.len() > 1 { format!("  ({})", forms(entity)) } else { String::new() };
        writeln!(out, "{:<12} {:>4}  {}{forms}", kind(entity.kind), entity.count, entity.name)?;
    }
    Ok(())
}

/// `पुणे 3, पुण्यात 1`.
fn forms(entity: &Entity) -> String {
    let forms: Vec<_> = entity.forms.iter().map(|form| format!("{} {}", form.text, form.count)).collect();
    forms.join(", ")
}

/// Words that a spreadsheet would take for a formula are only words.
pub fn cell(words: &str) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '@', '-', '\t', '\r']) {
        format!("'{words}").into()
    } else {
        words.into()
    }
}

/// The kind's name in reports.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Organisation => "organisation",
        Kind::Title => "title",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Measure => "measure",
        Kind::Contact => "contact",
    }
}
