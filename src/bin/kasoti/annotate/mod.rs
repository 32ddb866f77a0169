//! `kasoti annotate FILE…`: the text as a page that can be sent to somebody who has no Kasoti.

mod marks;
mod page;
mod site;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::arguments::{Inputs, Judging};
use crate::input::{self, Format, Source};
use crate::messages::Tongues;

#[derive(Args)]
pub struct Task {
    #[command(flatten)]
    inputs: Inputs,

    /// Write the pages into this folder, as FILE.html, and not to standard output.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,

    /// Mark the names in the pages (HTML) themselves, as a site generator has built them, and write a page that lists
    /// who and what is named where. Marks of an earlier run are made anew.
    #[arg(long, conflicts_with = "out")]
    in_place: bool,

    /// Where the list is written; names.html in the folder that is annotated by default.
    #[arg(long, value_name = "FILE", requires = "in_place")]
    index: Option<PathBuf>,

    #[command(flatten)]
    judging: Judging,
}

/// Writes the pages and gives the exit code.
pub fn run(task: &Task) -> io::Result<u8> {
    if task.in_place {
        return in_place(task);
    }
    let reader = task.judging.reader()?;
    let tongues = Tongues::default();
    let work = |mut source: Source| {
        let report = reader.report(&mut source)?;
        let ui = task.judging.speech.ui(reader.house(&source)?.ui);
        Ok((source, report, ui))
    };
    let (mut taken, mut single) = (HashSet::new(), None);
    let code = input::each(&task.inputs.files, &task.inputs.how, &reader, work, |(source, report, ui)| {
        let page = page::page(&source, &report, tongues.of(ui));
        match &task.out {
            Some(folder) => write(folder, &source.path, &page, &mut taken),
            None if single.is_some() => {
                Err(io::Error::other("several files make several pages; name a folder for them with --out"))
            }
            None => {
                single = Some(page);
                Ok(())
            }
        }
    })?;
    if let Some(page) = single {
        io::stdout().lock().write_all(page.as_bytes())?;
    }
    Ok(code)
}

/// Marks names in the pages themselves, lists them, and gives the exit code.
fn in_place(task: &Task) -> io::Result<u8> {
    let path = match (&task.index, task.inputs.files.as_slice()) {
        (Some(path), _) => path.clone(),
        (None, [folder]) if folder.is_dir() => folder.join("names.html"),
        _ => return Err(io::Error::other("say with --index where the names are to be listed")),
    };
    let reader = task.judging.reader()?;
    let own = std::path::absolute(&path).ok();
    let work = |source: Source| {
        // A built site holds texts too that are no pages (robots.txt); only one that is named is a mistake.
        let is_page = source.format == Format::Html || task.inputs.files.contains(&source.path);
        if !is_page || std::path::absolute(&source.path).ok() == own {
            return Ok(None);
        }
        let mut source = site::unmarked(source)?;
        let report = reader.report(&mut source)?;
        let (page, firsts) = site::marked(&source, &report);
        Ok(Some((source, report, page, firsts)))
    };
    let mut index = site::Index::default();
    let code = input::each(&task.inputs.files, &task.inputs.how, &reader, work, |done| {
        let Some((source, report, page, firsts)) = done else { return Ok(()) };
        index.add(&source, &report, &firsts);
        let written = fs::write(&source.path, page);
        written.map_err(|error| io::Error::other(format!("{} cannot be written: {error}", source.name)))
    })?;
    index.write(&path, Tongues::default().of(task.judging.speech.ui(None)))?;
    Ok(code)
}

/// Writes `a.md` as `a.md.html`; a second file of that name, from another folder, as `a.md-2.html`.
fn write(folder: &Path, file: &Path, page: &str, taken: &mut HashSet<PathBuf>) -> io::Result<()> {
    let name = match file.file_name() {
        Some(name) if name != "-" => name.to_string_lossy().into_owned(),
        _ => "stdin".to_owned(),
    };
    let number = |n: usize| if n == 1 { String::new() } else { format!("-{n}") };
    let mut paths = (1..).map(|n| folder.join(format!("{name}{}.html", number(n))));
    let path = paths.find(|path| taken.insert(path.clone())).expect("there is always a next number");
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, page));
    written.map_err(|error| io::Error::other(format!("{} cannot be written: {error}", path.display())))
}
