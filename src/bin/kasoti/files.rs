//! `kasoti check FILE…`: reads each file, says what is wrong with it, goes on with the next.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::arguments::FailOn;
use crate::baseline::Baseline;
use crate::checked::Checked;
use crate::input::{self, Source};
use crate::messages::Tongues;
use crate::reader::Reader;
use crate::stream::Line;
use crate::{Check, Format, baseline, junit, machine, people};

/// Checks the files and gives the exit code.
pub fn run(check: &Check) -> io::Result<u8> {
    let reader = check.judging.reader()?;
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
            Format::Text => people::print(&checked, tongues.of(&checked.ui), colour, &mut out)?,
            Format::Github => machine::github(&checked, tongues.of(&checked.ui), &mut out)?,
            Format::Jsonl => {
                machine::json_line(&line(checked, check), &mut out)?;
            }
            Format::Json | Format::Sarif | Format::Junit => kept.push(checked),
        }
        Ok(())
    })?;
    match check.format {
        Format::Json => {
            let lines: Vec<_> = kept.into_iter().map(|checked| line(checked, check)).collect();
            machine::json(&lines, &mut out)?;
        }
        Format::Sarif => machine::sarif(&kept, &tongues, &mut out)?,
        Format::Junit => junit::print(&kept, &tongues, &mut out)?,
        Format::Text | Format::Jsonl | Format::Github => {}
    }
    Ok(code.max(failed))
}

fn checked(
    mut source: Source,
    reader: &Reader,
    baseline: Option<&Baseline>,
    check: &Check,
) -> Result<Checked, String> {
    let house = reader.house(&source)?;
    let mut read = reader.report(&mut source)?;
    if let Some(baseline) = baseline {
        baseline.leave_out(&source, &mut read.findings);
    }
    let fail_on = check.fail_on.or(house.fail_on).unwrap_or(FailOn::Major);
    Ok(Checked::new(source, read, fail_on, check.judging.speech.ui(house.ui)))
}

/// Writes all that is found now as known, and gives the exit code.
pub fn write_baseline(check: &Check, path: &Path) -> io::Result<u8> {
    let reader = check.judging.reader()?;
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
