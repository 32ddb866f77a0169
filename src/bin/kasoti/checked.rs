//! A text with its report, as those want it who show findings in their place.

use kasoti::Report;
use kasoti::report::Finding;

use crate::arguments::FailOn;
use crate::input::Source;

/// A file, or what an editor has open, with its report.
pub struct Checked {
    pub source: Source,
    /// As it was analysed, with spans of the prose: for what is said of the words.
    pub read: Report,
    /// With spans of the file: for where they stand and how to mend them there.
    pub report: Report,
    /// From which severity on it fails.
    pub fail_on: FailOn,
    /// Language of the messages.
    pub ui: String,
}

impl Checked {
    /// Places the report on the prose in its file.
    pub fn new(source: Source, read: Report, fail_on: FailOn, ui: &str) -> Self {
        let report = source.place(&read);
        Self { source, read, report, fail_on, ui: ui.to_owned() }
    }

    /// Each finding as it stands in the file, with what it says of the prose.
    pub fn findings(&self) -> impl Iterator<Item = (&Finding, &Finding)> {
        self.report.findings.iter().zip(&self.read.findings)
    }

    /// Whether one of its findings is grave enough.
    pub fn fails(&self) -> bool {
        self.report.findings.iter().any(|finding| self.fail_on.fails(finding.severity))
    }
}
