//! What offsets count at this edge.

use clap::ValueEnum;
use kasoti::Report;
use kasoti::text::{OffsetMap, Span};
use serde::Serialize;

/// The unit of the offsets in JSON.
#[derive(Clone, Copy, ValueEnum)]
pub enum Unit {
    /// Code units, as JavaScript, Java and C# count.
    Utf16,
    /// Code points, as Python counts.
    Codepoint,
    /// Bytes of UTF-8, as Rust and Go count.
    Byte,
}

/// A half-open range in the unit asked for.
#[derive(Clone, Copy, Serialize)]
pub struct Ends {
    start: u32,
    end: u32,
}

impl Unit {
    /// The report with its spans, of the text and of the original, in this unit.
    pub fn convert(self, report: Report, text: &str, original: Option<&str>) -> Report<Ends> {
        let texts = [text, original.unwrap_or_default()];
        let [mut ours, mut theirs] = match self {
            Self::Utf16 => texts.map(OffsetMap::utf16),
            Self::Codepoint => texts.map(OffsetMap::code_points),
            Self::Byte => {
                let same = |span: Span| Ends { start: span.start, end: span.end };
                return report.map(&mut { same }, &mut { same });
            }
        };
        let convert = |map: &mut OffsetMap, span| {
            let (start, end) = map.ends(span);
            Ends { start, end }
        };
        report.map(&mut |span| convert(&mut ours, span), &mut |span| convert(&mut theirs, span))
    }
}
