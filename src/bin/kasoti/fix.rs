//! `kasoti fix FILE…`: makes every change that cannot hurt, and no other.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use kasoti::report::{Edit, Finding, Severity};
use kasoti::text::Span;
use similar::TextDiff;

use crate::FAILED;
use crate::arguments::{Inputs, Reading};
use crate::input::{self, Format, Source};
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
    if source.format == Format::Docx {
        let name = &source.name;
        return Err(format!(
            "{name} is a Word file, and those are only read; kasoti check {name} shows what to change"
        ));
    }
    let (mut now, mut count) = (source.with(source.file.clone())?, 0);
    for _ in 0..ROUNDS {
        let report = reader.report(&mut now)?;
        let (edits, fixes) = edits(now.place(&report).findings);
        let (mut mended, mut at) = (String::with_capacity(now.file.len()), 0);
        for Edit { span, text } in edits.into_values() {
            mended += &now.file[at..span.start as usize];
            mended += &text;
            at = span.end as usize;
        }
        mended += &now.file[at..];
        // A fix that makes the file unreadable is none.
        let Some(next) = source.with(mended).ok().filter(|_| fixes > 0) else { break };
        now = next;
        count += fixes;
    }
    Ok((now.file, count))
}

/// The edits of all safe fixes that do not touch each other, by place, and how many fixes they make up.
pub fn edits(findings: Vec<Finding>) -> (BTreeMap<u32, Edit>, usize) {
    let mut chosen = BTreeMap::<u32, Edit>::new();
    let mut fixes = 0;
    // A fact is never changed unseen, however safe its rule holds the fix to be.
    for finding in findings.into_iter().filter(|f| f.safe && f.severity != Severity::Critical) {
        let Some(fix) = finding.fixes.into_iter().next() else { continue };
        let is_free = |edit: &Edit| {
            let Span { start, end } = edit.span;
            let before = chosen.range(..=start).next_back();
            before.is_none_or(|(&other, edit)| other < start && edit.span.end <= start)
                && chosen.range(start..).next().is_none_or(|(&other, _)| end <= other)
        };
        if fix.edits.iter().all(is_free) {
            chosen.extend(fix.edits.into_iter().map(|edit| (edit.span.start, edit)));
            fixes += 1;
        }
    }
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
