//! `kasoti glossary`: the spellings that a house accepts, as files: lists to read, to look over, to carry from one format to
//! the other. The desk reads and writes the same.

mod check;
mod file;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::config::Houses;
pub use file::{Format, Names, Written};

#[derive(Args)]
pub struct Task {
    #[command(subcommand)]
    task: What,
}

#[derive(Subcommand)]
enum What {
    /// Print the names that are accepted, one a line, the preferred spelling first.
    List {
        /// A .json or .csv file; without one, what the kasoti.toml of this folder or one above it accepts.
        file: Option<PathBuf>,
    },
    /// Look for entries that say nothing or contradict each other; exit with 1 when there is one.
    Check {
        /// Files, .json or .csv.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write a list in another format: .json to .csv and back. Names that stand twice are joined.
    Convert {
        /// A .json or .csv file.
        from: PathBuf,
        /// The file to write; - is standard output.
        to: PathBuf,
        /// Write this format, whatever the file is called.
        #[arg(long, value_enum, value_name = "FORMAT")]
        format: Option<Format>,
        /// Write over a file that is there.
        #[arg(long)]
        force: bool,
    },
}

/// Does what is asked for and gives the exit code.
pub fn run(task: &Task) -> io::Result<u8> {
    match &task.task {
        What::List { file } => list(file.as_deref()),
        What::Check { files } => check::run(files),
        What::Convert { from, to, format, force } => convert(from, to, *format, *force),
    }
}

fn list(file: Option<&Path>) -> io::Result<u8> {
    let names = match file {
        Some(file) => Names::read(file),
        // A file of this folder that need not be there.
        None => Houses::default().of(Path::new("-")).map(|house| house.glossary().clone()),
    };
    let names = names.map_err(io::Error::other)?;
    let mut out = io::stdout().lock();
    for spellings in names.lists() {
        writeln!(out, "{}", spellings.join(" · "))?;
    }
    Ok(0)
}

fn convert(from: &Path, to: &Path, format: Option<Format>, force: bool) -> io::Result<u8> {
    let names = Names::read(from).map_err(io::Error::other)?.joined();
    let format = format.or_else(|| Format::of(to)).ok_or_else(|| {
        io::Error::other(format!("{} is neither .json nor .csv; say which with --format", to.display()))
    })?;
    let written = names.write(format)?;
    if to == Path::new("-") {
        io::stdout().lock().write_all(written.as_bytes())?;
    } else if to.exists() && !force {
        return Err(io::Error::other(format!("{} is there already; --force writes over it", to.display())));
    } else {
        fs::write(to, written)
            .map_err(|error| io::Error::other(format!("{} cannot be written: {error}", to.display())))?;
    }
    Ok(0)
}
