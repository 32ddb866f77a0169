//! What Kasoti says of an article, in code points.

use anyhow::{Context, Result};
use kasoti::entity::Kind;
use kasoti::report::{self, Edit, Fix};
use kasoti::text::Span;
use kasoti::{Options, Packs};

use super::gold::{Gold, Range};

/// A report as the scores read it.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub sentences: Vec<Range>,
    pub mentions: Vec<Mention>,
    pub findings: Vec<Finding>,
    /// Traces of machine translation on a thousand words.
    pub traces: f64,
    /// Whether they are many.
    pub many: bool,
    /// Offsets off the text or inside a character: there must be none.
    pub bad_offsets: usize,
}

#[derive(Clone, Debug)]
pub struct Mention {
    pub range: Range,
    pub kind: String,
    pub entity: u32,
}

#[derive(Clone, Debug)]
pub struct Finding {
    pub range: Range,
    pub code: String,
    pub severity: String,
    /// Ways to mend it: what is replaced, and by what.
    pub fixes: Vec<(Range, String)>,
}

/// Analyses the article as a caller would who knows its language and its original.
pub fn ask(gold: &Gold, packs: &Packs) -> Result<Answer> {
    let text: String = gold.text.iter().collect();
    let options =
        Options { lang: Some(gold.lang.clone()), original: gold.source.clone(), ..Options::default() };
    let settings = options.check().with_context(|| gold.id.clone())?;
    let report = kasoti::analyze(&text, &settings, packs);
    let mut at = CodePoints::new(&text);
    let sentences = report.sentences.iter().map(|s| at.range(s.span)).collect();
    let mention = |m: &report::Mention| Mention {
        range: at.range(m.span),
        kind: public_name(m.kind),
        entity: m.entity,
    };
    let mentions = report.mentions.iter().map(mention).collect();
    let findings = report.findings.iter().map(|f| finding(f, &mut at)).collect();
    let (traces, many) = (report.traces.per_thousand(), report.traces.many);
    Ok(Answer { sentences, mentions, findings, traces, many, bad_offsets: at.bad })
}

fn finding(finding: &report::Finding, at: &mut CodePoints) -> Finding {
    let edits = finding.fixes.iter().filter_map(|fix| telling_edit(fix, finding.span));
    Finding {
        range: at.range(finding.span),
        code: finding.code.to_owned(),
        severity: finding.severity.name().to_owned(),
        fixes: edits.map(|edit| (at.range(edit.span), edit.text.clone())).collect(),
    }
}

/// The name that reports give a kind.
fn public_name(kind: Kind) -> String {
    let json = serde_json::to_string(&kind).expect("a kind is written as a string");
    json.trim_matches('"').to_owned()
}

/// A fix of several edits is judged by the first one within the finding.
fn telling_edit(fix: &Fix, finding: Span) -> Option<&Edit> {
    let within = |edit: &&Edit| edit.span.start < finding.end && finding.start < edit.span.end;
    fix.edits.iter().find(within).or(fix.edits.first())
}

/// Code points before each byte of a text.
struct CodePoints {
    /// `None` inside a character.
    before: Vec<Option<usize>>,
    bad: usize,
}

impl CodePoints {
    fn new(text: &str) -> Self {
        let mut before = vec![None; text.len() + 1];
        for (index, (byte, _)) in text.char_indices().enumerate() {
            before[byte] = Some(index);
        }
        before[text.len()] = Some(text.chars().count());
        Self { before, bad: 0 }
    }

    fn range(&mut self, span: Span) -> Range {
        Range { start: self.offset(span.start), end: self.offset(span.end) }
    }

    fn offset(&mut self, byte: u32) -> usize {
        let found = self.before.get(byte as usize).copied().flatten();
        if found.is_none() {
            self.bad += 1;
        }
        found.unwrap_or_default()
    }
}
