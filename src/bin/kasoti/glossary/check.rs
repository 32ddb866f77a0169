//! What is wrong with a list of names: entries that do nothing, and those that contradict each other.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;

use super::Names;
use crate::FAILED;

/// Something wrong with the entry of that number, counted from 1: the row of a table, the element of a list.
struct Fault<'n> {
    entry: usize,
    what: What<'n>,
}

enum What<'n> {
    Empty,
    /// Blanks around it, which are not part of it.
    Blanks(&'n str),
    /// It can stand in no sentence.
    Lines(&'n str),
    /// No letter or digit: accepting a mark would silence a rule everywhere.
    NoLetter(&'n str),
    /// Said once already in the same entry.
    Twice(&'n str),
    /// Another entry has it, too.
    Shared(&'n str, usize),
}

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("no word"),
            Self::Blanks(word) => write!(f, "blanks around \"{word}\""),
            Self::Lines(word) => write!(f, "a line break in {word:?}; no finding is so long"),
            Self::NoLetter(word) => write!(f, "no letter in \"{word}\""),
            Self::Twice(word) => write!(f, "\"{word}\" twice"),
            Self::Shared(word, entry) => write!(f, "\"{word}\" is a spelling of entry {entry}, too"),
        }
    }
}

/// Prints what is wrong with each file and gives the exit code.
pub fn run(files: &[PathBuf]) -> io::Result<u8> {
    let (mut out, mut code) = (io::stdout().lock(), 0);
    for file in files {
        let name = file.display();
        match Names::read(file) {
            Ok(names) => {
                let faults = faults(&names);
                for Fault { entry, what } in &faults {
                    writeln!(out, "{name}: entry {entry}: {what}")?;
                }
                let noun =
                    |n: usize, one: &str, other: &str| format!("{n} {}", if n == 1 { one } else { other });
                let names = noun(names.lists().len(), "name", "names");
                writeln!(out, "{name}: {names}, {}", noun(faults.len(), "fault", "faults"))?;
                code = code.max(u8::from(!faults.is_empty()));
            }
            Err(why) => {
                writeln!(io::stderr(), "kasoti: {why}")?;
                code = FAILED;
            }
        }
    }
    Ok(code)
}

fn faults(names: &Names) -> Vec<Fault<'_>> {
    let (mut faults, mut owners) = (Vec::new(), HashMap::<&str, usize>::new());
    for (entry, spellings) in (1..).zip(names.lists()) {
        let mut add = |what| faults.push(Fault { entry, what });
        if spellings.iter().all(|s| s.trim().is_empty()) {
            add(What::Empty);
        }
        for written in spellings {
            let word = written.trim();
            // Tables fill short rows up with empty cells.
            if word.is_empty() {
                continue;
            }
            if word.contains(['\n', '\r']) {
                add(What::Lines(word));
            } else if word.len() < written.len() {
                add(What::Blanks(word));
            }
            if !word.contains(char::is_alphanumeric) {
                add(What::NoLetter(word));
            }
            match owners.insert(word, entry) {
                Some(owner) if owner == entry => add(What::Twice(word)),
                Some(owner) => add(What::Shared(word, owner)),
                None => {}
            }
        }
    }
    faults
}
