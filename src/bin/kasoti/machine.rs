//! Reports for other programs: SARIF and the annotations of a GitHub workflow.

use std::io::{self, Write};

use kasoti::artifact::RULES;
use kasoti::report::{Finding, Severity};
use serde_json::{Value, json};

use crate::files::Checked;
use crate::messages::Messages;

/// Line and column, both from 1, the column in UTF-16 code units as editors count.
pub fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].encode_utf16().count() + 1)
}

/// A line `::warning file=…::reason` for each finding.
pub fn github(checked: &Checked, messages: &Messages, out: &mut impl Write) -> io::Result<()> {
    for finding in &checked.report.findings {
        let command = match finding.severity {
            Severity::Critical => "error",
            Severity::Major => "warning",
            Severity::Minor | Severity::Hint => "notice",
        };
        let text = checked.text.as_str();
        let (line, column) = position(text, finding.span.start as usize);
        let (end_line, end_column) = position(text, finding.span.end as usize);
        writeln!(
            out,
            "::{command} file={},line={line},endLine={end_line},col={column},endColumn={end_column},title={}::{}",
            property(&checked.name),
            property(finding.code),
            escape(&said(finding, text, messages))
        )?;
    }
    Ok(())
}

/// The quoted words, the reason and the first fix in one line.
fn said(finding: &Finding, text: &str, messages: &Messages) -> String {
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
pub fn sarif(files: &[Checked], messages: &Messages, out: &mut impl Write) -> io::Result<()> {
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
    let results: Vec<Value> = files
        .iter()
        .flat_map(|file| file.report.findings.iter().map(|f| result(file, f, messages)))
        .collect();
    let driver = json!({ "name": "Kasoti", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = json!({ "tool": { "driver": driver }, "columnKind": "utf16CodeUnits", "results": results });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "error",
        Severity::Major => "warning",
        Severity::Minor | Severity::Hint => "note",
    }
}

fn region(text: &str, span: kasoti::text::Span) -> Value {
    let (line, column) = position(text, span.start as usize);
    let (end_line, end_column) = position(text, span.end as usize);
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

fn result(file: &Checked, finding: &Finding, messages: &Messages) -> Value {
    let artifact = json!({ "uri": file.name });
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| {
            let replacement = |edit: &kasoti::report::Edit| {
                json!({ "deletedRegion": region(&file.text, edit.span), "insertedContent": { "text": edit.text } })
            };
            let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
            json!({ "artifactChanges": [{ "artifactLocation": artifact, "replacements": replacements }] })
        })
        .collect();
    json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": said(finding, &file.text, messages) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": region(&file.text, finding.span) } }],
        "fixes": fixes,
    })
}
