//! What offsets count at this edge.

use clap::ValueEnum;
use kasoti::Report;
use kasoti::text::OffsetMap;
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
    /// The report with its spans in this unit.
    pub fn convert(self, report: Report, text: &str) -> Report<Ends> {
        let mut map = match self {
            Self::Utf16 => OffsetMap::utf16(text),
            Self::Codepoint => OffsetMap::code_points(text),
            Self::Byte => return report.map(&mut |span| Ends { start: span.start, end: span.end }),
        };
        report.map(&mut |span| {
            let (start, end) = map.ends(span);
            Ends { start, end }
        })
    }
}
