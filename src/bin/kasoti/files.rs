//! `kasoti check FILE…`: reads each file, says what is wrong with it, goes on with the next.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use kasoti::Report;
use kasoti::report::Finding;

use crate::arguments::FailOn;
use crate::baseline::Baseline;
use crate::input::{self, Source};
use crate::messages::Tongues;
use crate::reader::Reader;
use crate::stream::Line;
use crate::{Check, Format, baseline, junit, machine, people};

/// One file with its report.
pub struct Checked<'c> {
    pub source: Source,
    /// As it was analysed, with spans of the prose: for what is said of the words.
    pub read: Report,
    /// With spans of the file: for where they stand and how to mend them there.
    pub report: Report,
    /// From which severity on it fails.
    pub fail_on: FailOn,
    /// Language of the messages.
    pub ui: &'c str,
}

impl Checked<'_> {
    /// Each finding as it stands in the file, with what it says of the prose.
    pub fn findings(&self) -> impl Iterator<Item = (&Finding, &Finding)> {
        self.report.findings.iter().zip(&self.read.findings)
    }

    /// Whether one of its findings is grave enough.
    fn fails(&self) -> bool {
        self.report.findings.iter().any(|finding| self.fail_on.fails(finding.severity))
    }
}

/// Checks the files and gives the exit code.
pub fn run(check: &Check) -> io::Result<u8> {
    let reader = Reader::judge(&check.reading, Some(&check.against)).map_err(io::Error::other)?;
    let tongues = Tongues::default();
    let mut out = io::stdout().lock();
    let colour = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (mut failed, mut kept) = (0, Vec::new());
    let baseline = check.baseline.as_ref().map(|path| Baseline::read(path, false)).transpose();
    let baseline = baseline.map_err(io::Error::other)?;
    let work = |source| checked(source, &reader, baseline.as_ref(), check);
    let code = input::each(&check.files, &check.how, &reader, work, |checked| {
        failed = failed.max(u8::from(checked.fails()));
        match check.format {
            Format::Text => people::print(&checked, tongues.of(checked.ui), colour, &mut out)?,
            Format::Github => machine::github(&checked, tongues.of(checked.ui), &mut out)?,
            Format::Jsonl => {
                serde_json::to_writer(&mut out, &line(checked, check))?;
                writeln!(out)?;
            }
            Format::Json | Format::Sarif | Format::Junit => kept.push(checked),
        }
        Ok(())
    })?;
    match check.format {
        Format::Json => {
            let lines: Vec<_> = kept.into_iter().map(|checked| line(checked, check)).collect();
            serde_json::to_writer_pretty(&mut out, &lines)?;
            writeln!(out)?;
        }
        Format::Sarif => machine::sarif(&kept, &tongues, &mut out)?,
        Format::Junit => junit::print(&kept, &tongues, &mut out)?,
        Format::Text | Format::Jsonl | Format::Github => {}
    }
    Ok(code.max(failed))
}

fn checked<'c>(
    mut source: Source,
    reader: &Reader,
    baseline: Option<&Baseline>,
    check: &'c Check,
) -> Result<Checked<'c>, String> {
    let house = reader.house(&source)?;
    let mut read = reader.report(&mut source)?;
    if let Some(baseline) = baseline {
        baseline.leave_out(&source, &mut read.findings);
    }
    let report = source.place(&read);
    let fail_on = check.fail_on.or(house.fail_on).unwrap_or(FailOn::Major);
    Ok(Checked { source, read, report, fail_on, ui: check.speech.ui(house.ui) })
}

/// Writes all that is found now as known, and gives the exit code.
pub fn write_baseline(check: &Check, path: &Path) -> io::Result<u8> {
    let reader = Reader::judge(&check.reading, Some(&check.against)).map_err(io::Error::other)?;
    let mut baseline = Baseline::read(path, true).map_err(io::Error::other)?;
    let work = |mut source: Source| {
        let report = reader.report(&mut source)?;
        let known = report.findings.iter().map(|finding| baseline::known(finding, &source.prose.text));
        Ok((known.collect(), source.path))
    };
    let code = input::each(&check.files, &check.how, &reader, work, |(known, file): (Vec<_>, _)| {
        baseline.renew(&file, known);
        Ok(())
    })?;
    let count = baseline.write().map_err(io::Error::other)?;
    let _ = writeln!(io::stderr(), "{}: {count} known", path.display());
    Ok(code)
}

fn line(checked: Checked, check: &Check) -> Line {
    let Source { name, file, original, .. } = checked.source;
    let original = original.as_ref().map(|original| original.file.as_str());
    let report = check.offsets.convert(checked.report, &file, original);
    Line { id: Some(name.into()), report }
}
