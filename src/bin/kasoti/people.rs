//! The report for people in a terminal: the line, a mark under it, the reason, the fix.

use std::io::{self, Write};

use kasoti::report::{Finding, Fix, Severity};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::checked::Checked;
use crate::input::Source;
use crate::machine::Positions;
use crate::messages::Messages;

/// Graphemes shown on each side of the words: a paragraph is one line in a terminal of the usual width.
const CONTEXT: usize = 32;

/// What is left of words that a fix deletes.
pub const NOTHING: &str = "∅";

/// Prints the findings of one file and a closing line.
pub fn print(checked: &Checked, messages: &Messages, colour: bool, out: &mut impl Write) -> io::Result<()> {
    let mut positions = Positions::new(&checked.source.file);
    for findings in checked.findings() {
        one(&checked.source, findings, positions.of(findings.0.span.start), messages, colour, out)?;
    }
    let report = &checked.report;
    let (findings, names, sentences) = (report.findings.len(), report.entities.len(), report.sentences.len());
    let noun = |n: usize, one: &str, other: &str| format!("{n} {}", if n == 1 { one } else { other });
    writeln!(
        out,
        "{}: {}, {}, {} ({})",
        checked.source.name,
        noun(findings, "finding", "findings"),
        noun(names, "entity", "entities"),
        noun(sentences, "sentence", "sentences"),
        report.lang.code()
    )
}

fn one(
    source: &Source,
    (finding, read): (&Finding, &Finding),
    (line, column): (usize, usize),
    messages: &Messages,
    colour: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let text = source.file.as_str();
    let words = finding.span.of(text);
    let painted = |s: &str| match finding.severity {
        _ if !colour => s.to_owned(),
        Severity::Critical => format!("\x1b[1;31m{s}\x1b[0m"),
        Severity::Major => format!("\x1b[33m{s}\x1b[0m"),
        Severity::Minor => format!("\x1b[34m{s}\x1b[0m"),
        Severity::Hint => format!("\x1b[2m{s}\x1b[0m"),
    };
    let title = messages.title(finding.code);
    let severity = painted(finding.severity.name());
    writeln!(out, "{}:{line}:{column}  {severity}  {title}  [{}]", source.name, finding.code)?;
    let (before, after) = context(text, finding.span.range());
    let shown = words.replace('\n', "⏎");
    writeln!(out, "    {before}{shown}{after}")?;
    let mark = "~".repeat(shown.width().max(1));
    writeln!(out, "    {}{}", " ".repeat(before.width()), painted(&mark))?;
    let prose = source.prose.text.as_str();
    writeln!(out, "    {}", messages.reason(read, read.span.of(prose)))?;
    for fix in &read.fixes {
        writeln!(out, "    → {}", offered(fix, read, prose))?;
    }
    writeln!(out)
}

/// The finding's words as they would stand after the fix; what it changes elsewhere is only counted.
pub fn offered(fix: &Fix, finding: &Finding, text: &str) -> String {
    let near: Vec<_> = fix
        .edits
        .iter()
        .filter(|e| e.span.start <= finding.span.end && finding.span.start <= e.span.end)
        .collect();
    let span = near.iter().fold(finding.span, |span, edit| span.to(edit.span));
    let mut mended = span.of(text).to_owned();
    for edit in near.iter().rev() {
        let at = (edit.span.start - span.start) as usize;
        mended.replace_range(at..at + edit.span.len(), &edit.text);
    }
    let far = fix.edits.len() - near.len();
    let shown = if mended.is_empty() { NOTHING } else { &mended }.replace('\n', "⏎");
    if far == 0 { shown } else { format!("{shown} (+{far})") }
}

/// What stands before and after the words in their paragraph, cut to size.
fn context(text: &str, words: std::ops::Range<usize>) -> (String, String) {
    let line = text[..words.start].rsplit('\n').next().unwrap_or_default();
    let head: Vec<&str> = line.graphemes(true).rev().take(CONTEXT + 1).collect();
    let mut before: String = head.iter().take(CONTEXT).rev().copied().collect();
    if head.len() > CONTEXT {
        before.insert(0, '…');
    }
    let line = text[words.end..].split('\n').next().unwrap_or_default();
    let tail: Vec<&str> = line.graphemes(true).take(CONTEXT + 1).collect();
    let mut after: String = tail.iter().take(CONTEXT).copied().collect();
    if tail.len() > CONTEXT {
        after.push('…');
    }
    (before, after)
}
