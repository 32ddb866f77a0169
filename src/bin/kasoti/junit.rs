//! A report for build servers that know JUnit's: a file is a suite, a finding a case of it.

use std::io::{self, Write};

use kasoti::report::Finding;
use quick_xml::Writer;
use quick_xml::events::BytesText;

use crate::checked::Checked;
use crate::machine::{Positions, said};
use crate::messages::{Messages, Tongues};

/// Prints one document of all files.
pub fn print(files: &[Checked], tongues: &Tongues, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let cases = |file: &Checked| file.report.findings.len().max(1);
    let (tests, failures): (usize, usize) =
        files.iter().fold((0, 0), |(tests, failed), file| (tests + cases(file), failed + failures(file)));
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    let counts =
        |tests: usize, failed: usize| [("tests", tests.to_string()), ("failures", failed.to_string())];
    let counted = counts(tests, failures);
    let suites = writer.create_element("testsuites").with_attribute(("name", "kasoti"));
    let suites = suites.with_attributes(counted.iter().map(|(name, n)| (*name, n.as_str())));
    suites.write_inner_content(|writer| {
        for file in files {
            let counted = counts(cases(file), self::failures(file));
            let suite =
                writer.create_element("testsuite").with_attribute(("name", &*legal(&file.source.name)));
            let suite = suite.with_attributes(counted.iter().map(|(name, n)| (*name, n.as_str())));
            suite.write_inner_content(|writer| suite_of(file, tongues.of(&file.ui), writer))?;
        }
        Ok(())
    })?;
    writeln!(out)
}

fn failures(file: &Checked) -> usize {
    file.report.findings.iter().filter(|finding| file.fail_on.fails(finding.severity)).count()
}

fn suite_of<W: Write>(file: &Checked, messages: &Messages, writer: &mut Writer<W>) -> io::Result<()> {
    let name = legal(&file.source.name);
    if file.report.findings.is_empty() {
        let case =
            writer.create_element("testcase").with_attributes([("name", "kasoti"), ("classname", &*name)]);
        case.write_empty()?;
    }
    let mut positions = Positions::new(&file.source.file);
    for (finding, read) in file.findings() {
        let (line, column) = positions.of(finding.span.start);
        let title = format!("{} {line}:{column}", finding.code);
        let line = line.to_string();
        let case = writer.create_element("testcase").with_attributes([
            ("name", title.as_str()),
            ("classname", &name),
            ("file", &name),
            ("line", &line),
        ]);
        case.write_inner_content(|writer| outcome(file, read, messages, writer))?;
    }
    Ok(())
}

/// What is not grave enough to fail is only told.
fn outcome<W: Write>(
    file: &Checked,
    finding: &Finding,
    messages: &Messages,
    writer: &mut Writer<W>,
) -> io::Result<()> {
    let said = said(finding, &file.source.prose.text, messages);
    let said = legal(&said);
    if file.fail_on.fails(finding.severity) {
        let failure = writer.create_element("failure");
        let failure = failure
            .with_attributes([("message", messages.title(finding.code)), ("type", finding.severity.name())]);
        failure.write_text_content(BytesText::new(&said))?;
    } else {
        writer.create_element("system-out").write_text_content(BytesText::new(&said))?;
    }
    Ok(())
}

/// XML has no way to write most control characters.
fn legal(words: &str) -> String {
    let is_illegal = |c: char| c.is_control() && !"\t\n\r".contains(c) || "\u{fffe}\u{ffff}".contains(c);
    words.replace(is_illegal, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_xml_cannot_write_is_replaced() {
        assert_eq!(super::legal("😀\u{1}क\n\u{fffe}"), "😀\u{fffd}क\n\u{fffd}");
    }
}
