//! The sentence splitter.

use crate::report::Sentence;
use crate::text::Document;

/// The sentences of `doc`, in order.
pub fn split(doc: &Document) -> Vec<Sentence> {
    doc.paragraphs.iter().enumerate().map(|(i, p)| Sentence { span: p.span, paragraph: i as u32 }).collect()
}
