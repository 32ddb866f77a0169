//! `kasoti fix FILE…`: makes every change that cannot hurt, and no other.

use std::fs;
use std::io::{self, Write};
use std::ops::Range;
use std::path::PathBuf;

use clap::Args;
use kasoti::report::{Finding, Severity};
use similar::TextDiff;

use crate::FAILED;
use crate::arguments::{Inputs, Reading};
use crate::input::{self, Source};
use crate::reader::Reader;

#[derive(Args)]
pub struct Task {
    #[command(flatten)]
    inputs: Inputs,

    /// Print what would change as a unified diff; exit with 1 when there is something.
    #[arg(long)]
    diff: bool,

    /// Write the files back; each is kept as FILE.orig first.
    #[arg(long, conflicts_with = "diff")]
    write: bool,

    /// Keep no FILE.orig.
    #[arg(long, requires = "write")]
    no_backup: bool,

    #[command(flatten)]
    reading: Reading,
}

/// Rounds until a text is given up as one whose fixes chase each other. One mends nearly every text; what lay under
/// another fix needs a second.
const ROUNDS: usize = 8;

/// Mends the files and gives the exit code.
pub fn run(task: &Task) -> io::Result<u8> {
    let reader = Reader::judge(&task.reading, None).map_err(io::Error::other)?;
    let mut out = io::stdout().lock();
    let mut own = 0;
    let work = |source: Source| {
        let (mended, count) = mend(&source, &reader)?;
        Ok((source, mended, count))
    };
    let read =
        input::each(&task.inputs.files, &task.inputs.how, &reader, work, |(source, mended, count)| {
            if task.diff {
                own = own.max(u8::from(count > 0));
                diff(&source, &mended, &mut out)?;
            } else if !task.write {
                out.write_all(mended.as_bytes())?;
            } else if count > 0 {
                let done = write(&source, &mended, !task.no_backup).map(|()| {
                    format!("{}: {count} {}", source.name, if count == 1 { "fix" } else { "fixes" })
                });
                let told = done.unwrap_or_else(|why| {
                    own = FAILED;
                    format!("kasoti: {why}")
                });
                let _ = writeln!(io::stderr(), "{told}");
            }
            Ok(())
        })?;
    Ok(read.max(own))
}

/// The file with its safe fixes made, and how many those were.
fn mend(source: &Source, reader: &Reader) -> Result<(String, usize), String> {
    let (mut now, mut count) = (source.with(source.file.clone())?, 0);
    for _ in 0..ROUNDS {
        let report = reader.report(&mut now)?;
        let (edits, fixes) = edits(&now, &report.findings);
        let mut mended = now.file.clone();
        for (range, text) in edits.into_iter().rev() {
            mended.replace_range(range, &text);
        }
        // A fix that makes the file unreadable is none.
        let Some(next) = source.with(mended).ok().filter(|_| fixes > 0) else { break };
        now = next;
        count += fixes;
    }
    Ok((now.file, count))
}

/// The edits of all safe fixes that do not touch each other, in order, and how many fixes they make up.
fn edits(source: &Source, findings: &[Finding]) -> (Vec<(Range<usize>, String)>, usize) {
    let mut chosen: Vec<(Range<usize>, String)> = Vec::new();
    let mut fixes = 0;
    // A fact is never changed unseen, however safe its rule holds the fix to be.
    for finding in findings.iter().filter(|f| f.safe && f.severity != Severity::Critical) {
        let edit = |edit: &kasoti::report::Edit| {
            Some((source.prose.editable(edit.span)?, source.format.written(&edit.text)))
        };
        let own: Option<Vec<_>> = finding.fixes.first().and_then(|fix| fix.edits.iter().map(edit).collect());
        let Some(own) = own else { continue };
        let is_free = |range: &Range<usize>| {
            chosen.iter().all(|(other, _)| {
                (range.end <= other.start || other.end <= range.start) && range.start != other.start
            })
        };
        if own.iter().all(|(range, _)| is_free(range)) {
            chosen.extend(own);
            fixes += 1;
        }
    }
    chosen.sort_by_key(|(range, _)| range.start);
    (chosen, fixes)
}

fn diff(source: &Source, mended: &str, out: &mut impl Write) -> io::Result<()> {
    let diff = TextDiff::from_lines(source.file.as_str(), mended);
    write!(out, "{}", diff.unified_diff().header(&source.name, &source.name))
}

/// Writes the file back; what stood there is kept beside it unless that would lose an older one.
fn write(source: &Source, mended: &str, backup: bool) -> Result<(), String> {
    let (name, path) = (&source.name, &source.path);
    if source.is_input {
        return Err("standard input cannot be written back; leave out --write".to_owned());
    }
    if backup {
        let mut kept = path.as_os_str().to_owned();
        kept.push(".orig");
        let kept = PathBuf::from(kept);
        if kept.exists() {
            return Err(format!(
                "{name} is left as it is: {} exists; move it away or use --no-backup",
                kept.display()
            ));
        }
        fs::copy(path, &kept).map_err(|error| format!("{} cannot be written: {error}", kept.display()))?;
    }
    fs::write(path, mended).map_err(|error| format!("{name} cannot be written: {error}"))
}
