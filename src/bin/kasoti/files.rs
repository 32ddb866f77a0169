//! `kasoti check FILE…`: reads each file, says what is wrong with it, goes on with the next.

use std::io::{self, IsTerminal, Write};

use kasoti::{Packs, Report};

use crate::input::{self, Source};
use crate::messages::Messages;
use crate::stream::Line;
use crate::{Check, Format, machine, people};

/// One file with its report, whose spans are the file's.
pub struct Checked {
    pub name: String,
    pub text: String,
    /// The file that holds the original.
    pub original: Option<String>,
    pub report: Report,
}

/// Checks the files and gives the exit code.
pub fn run(check: &Check) -> io::Result<u8> {
    check.reading.check().map_err(io::Error::other)?;
    let (packs, messages) = (Packs::builtin(), Messages::of(&check.speech.ui));
    let mut out = io::stdout().lock();
    let colour = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (mut failed, mut kept) = (0, Vec::new());
    let code = input::each(&check.files, &check.how, |source| {
        let options = || check.reading.options();
        let report = source.analyze(&options, &packs).map_err(io::Error::other)?;
        let report = source.place(report);
        if report.findings.iter().any(|f| check.fail_on.fails(f.severity)) {
            failed = 1;
        }
        let Source { name, file: text, original, .. } = source;
        let checked = Checked { name, text, original: original.map(|original| original.file), report };
        match check.format {
            Format::Text => people::print(&checked, &messages, colour, &mut out)?,
            Format::Github => machine::github(&checked, &messages, &mut out)?,
            Format::Jsonl => {
                serde_json::to_writer(&mut out, &line(checked, check))?;
                writeln!(out)?;
            }
            Format::Json | Format::Sarif => kept.push(checked),
        }
        Ok(())
    })?;
    match check.format {
        Format::Json => {
            let lines: Vec<_> = kept.into_iter().map(|checked| line(checked, check)).collect();
            serde_json::to_writer_pretty(&mut out, &lines)?;
            writeln!(out)?;
        }
        Format::Sarif => machine::sarif(&kept, &messages, &mut out)?,
        Format::Text | Format::Jsonl | Format::Github => {}
    }
    Ok(code.max(failed))
}

fn line(checked: Checked, check: &Check) -> Line {
    let report = check.offsets.convert(checked.report, &checked.text, checked.original.as_deref());
    Line { id: Some(checked.name.into()), report }
}
