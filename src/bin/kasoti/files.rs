//! `kasoti check FILE…`: reads each file, says what is wrong with it, goes on with the next.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use kasoti::{Packs, Report, analyze};

use crate::messages::Messages;
use crate::stream::Line;
use crate::{Check, FAILED, Format, machine, people};

/// One file with its report.
pub struct Checked {
    pub name: String,
    pub text: String,
    pub report: Report,
}

/// Checks the files and gives the exit code.
pub fn run(check: &Check) -> io::Result<u8> {
    let settings = check.options().check().map_err(io::Error::other)?;
    let (packs, messages) = (Packs::builtin(), Messages::of(&check.ui));
    let mut out = io::stdout().lock();
    let colour = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (mut code, mut kept) = (0, Vec::new());
    for path in &check.files {
        let (name, text) = match read(path) {
            Ok(read) => read,
            Err(why) => {
                let _ = writeln!(io::stderr(), "kasoti: {why}");
                code = FAILED;
                continue;
            }
        };
        let report = analyze(&text, &settings, &packs);
        if code == 0 && report.findings.iter().any(|f| check.fail_on.fails(f.severity)) {
            code = 1;
        }
        let checked = Checked { name, text, report };
        match check.format {
            Format::Text => people::print(&checked, &messages, colour, &mut out)?,
            Format::Github => machine::github(&checked, &messages, &mut out)?,
            Format::Jsonl => {
                serde_json::to_writer(&mut out, &line(checked, check))?;
                writeln!(out)?;
            }
            Format::Json | Format::Sarif => kept.push(checked),
        }
    }
    match check.format {
        Format::Json => {
            let lines: Vec<_> = kept.into_iter().map(|checked| line(checked, check)).collect();
            serde_json::to_writer_pretty(&mut out, &lines)?;
            writeln!(out)?;
        }
        Format::Sarif => machine::sarif(&kept, &messages, &mut out)?,
        Format::Text | Format::Jsonl | Format::Github => {}
    }
    Ok(code)
}

fn line(checked: Checked, check: &Check) -> Line {
    let report = check.offsets.convert(checked.report, &checked.text, None);
    Line { id: Some(checked.name.into()), report }
}

fn read(path: &Path) -> Result<(String, String), String> {
    let name = path.display().to_string();
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else if path.is_dir() {
        return Err(format!("{name} is a folder; name the files in it"));
    } else {
        fs::read(path)
    };
    let bytes = bytes.map_err(|error| format!("{name} cannot be read: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!(
            "{name} is not UTF-8 (byte {}); save it as UTF-8 and try again",
            error.utf8_error().valid_up_to()
        )
    })?;
    Ok((name, text))
}
