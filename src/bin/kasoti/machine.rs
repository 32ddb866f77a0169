//! Reports for other programs: JSON, SARIF and the annotations of a GitHub workflow.

use std::io::{self, Write};

use kasoti::artifact::RULES;
use kasoti::report::{Edit, Finding, Severity};
use kasoti::text::Span;
use serde::Serialize;
use serde_json::{Value, json};

use crate::checked::Checked;
use crate::input::Source;
use crate::messages::{Messages, Tongues};

/// A value over as many lines as it takes.
pub fn json(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// A value on a line of its own.
pub fn json_line(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

/// Lines and columns of one text, found in one forward walk as findings come by place.
pub struct Positions<'t> {
    text: &'t str,
    line: usize,
    line_start: usize,
    byte: usize,
}

impl<'t> Positions<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, line: 1, line_start: 0, byte: 0 }
    }

    /// Line and column of a byte, both from 1, the column in UTF-16 code units as editors count.
    pub fn of(&mut self, byte: u32) -> (usize, usize) {
        let byte = byte as usize;
        if byte < self.byte {
            // The next finding, or an edit before its words, may begin inside this one's line.
            (self.line, self.line_start) = match self.text[byte..self.byte].matches('\n').count() {
                0 => (self.line, self.line_start),
                lines => (self.line - lines, self.text[..byte].rfind('\n').map_or(0, |i| i + 1)),
            };
        } else {
            let ahead = &self.text[self.byte..byte];
            self.line += ahead.matches('\n').count();
            self.line_start = ahead.rfind('\n').map_or(self.line_start, |i| self.byte + i + 1);
        }
        self.byte = byte;
        (self.line, self.text[self.line_start..byte].encode_utf16().count() + 1)
    }
}

/// A line `::warning file=…::reason` for each finding.
pub fn github(checked: &Checked, messages: &Messages, out: &mut impl Write) -> io::Result<()> {
    let source = &checked.source;
    let mut positions = Positions::new(&source.file);
    for (finding, read) in checked.findings() {
        let command = match finding.severity {
            Severity::Critical => "error",
            Severity::Major => "warning",
            Severity::Minor | Severity::Hint => "notice",
        };
        let (line, column) = positions.of(finding.span.start);
        let (end_line, end_column) = positions.of(finding.span.end);
        writeln!(
            out,
            "::{command} file={},line={line},endLine={end_line},col={column},endColumn={end_column},title={}::{}",
            property(&source.name),
            property(finding.code),
            escape(&said(read, &source.prose.text, messages))
        )?;
    }
    Ok(())
}

/// The quoted words and the reason in one line.
pub fn said(finding: &Finding, text: &str, messages: &Messages) -> String {
    let words = finding.span.of(text);
    format!("«{words}» {}", messages.reason(finding, words))
}

/// Escapes of the workflow commands' own grammar.
fn escape(s: &str) -> String {
    s.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(s: &str) -> String {
    escape(s).replace(':', "%3A").replace(',', "%2C")
}

/// One SARIF 2.1.0 log of all files.
pub fn sarif(files: &[Checked], tongues: &Tongues, out: &mut impl Write) -> io::Result<()> {
    let messages = tongues.of(files.first().map_or("en", |file| &file.ui));
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": messages.title(rule.code) },
                "defaultConfiguration": { "enabled": rule.default_on, "level": level(rule.severity) },
            })
        })
        .collect();
    let mut results = Vec::new();
    for file in files {
        let (mut positions, messages) = (Positions::new(&file.source.file), tongues.of(&file.ui));
        results
            .extend(file.findings().map(|finding| result(&file.source, finding, &mut positions, messages)));
    }
    let driver = json!({ "name": "Kasoti", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = json!({ "tool": { "driver": driver }, "columnKind": "utf16CodeUnits", "results": results });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    json(&log, out)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "error",
        Severity::Major => "warning",
        Severity::Minor | Severity::Hint => "note",
    }
}

fn region(positions: &mut Positions, span: Span) -> Value {
    let (line, column) = positions.of(span.start);
    let (end_line, end_column) = positions.of(span.end);
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

fn result(
    source: &Source,
    (finding, read): (&Finding, &Finding),
    positions: &mut Positions,
    messages: &Messages,
) -> Value {
    let place = region(positions, finding.span);
    let artifact = json!({ "uri": source.name });
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| {
            let mut replacement = |edit: &Edit| {
                json!({ "deletedRegion": region(positions, edit.span), "insertedContent": { "text": edit.text } })
            };
            let replacements: Vec<Value> = fix.edits.iter().map(&mut replacement).collect();
            json!({ "artifactChanges": [{ "artifactLocation": artifact, "replacements": replacements }] })
        })
        .collect();
    json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": said(read, &source.prose.text, messages) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": place } }],
        "fixes": fixes,
    })
}
