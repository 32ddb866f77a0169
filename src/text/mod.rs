//! The text as every later room reads it: spans, scripts, digits, tokens, paragraphs.

mod digits;
mod distance;
mod document;
mod find;
mod fold;
mod lower;
mod plain;
mod script;
mod span;
mod token;

pub use digits::{Digits, digit, mixed};
pub use distance::distance;
pub use document::{Document, Paragraph};
pub use find::{find, has};
pub use fold::fold;
pub use lower::lower;
pub use script::Script;
pub use span::{OffsetMap, Span, Utf16Span};
pub use token::{Token, TokenKind};
