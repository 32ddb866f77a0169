//! Texts that the editor has open, and what was found in them.

use std::path::PathBuf;

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::places::Places;
use crate::arguments::{FailOn, Speech};
use crate::checked::Checked;
use crate::input::{Format, Source};
use crate::reader::Reader;

/// One text.
pub struct Document {
    pub uri: Uri,
    pub version: i32,
    pub text: String,
    path: PathBuf,
    format: Format,
    /// What was found; none before the first reading, after a change, or where it cannot be read.
    pub checked: Option<Checked>,
    /// Whether it has changed since the last reading.
    pub is_stale: bool,
}

impl Document {
    pub fn new(item: TextDocumentItem) -> Self {
        let path = path(&item.uri);
        let named = match item.language_id.as_str() {
            "markdown" => Some(Format::Markdown),
            "html" => Some(Format::Html),
            _ => None,
        };
        let format = Format::of(&path).or(named).unwrap_or(Format::Text);
        let TextDocumentItem { uri, version, text, .. } = item;
        Self { uri, version, text, path, format, checked: None, is_stale: true }
    }

    /// Makes the editor's changes, in order.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>) {
        for change in changes {
            match change.range {
                Some(range) => {
                    let bytes = Places::new(&self.text).bytes(range);
                    self.text.replace_range(bytes, &change.text);
                }
                None => self.text = change.text,
            }
        }
        self.version = version;
        self.is_stale = true;
    }

    /// Reads the text, unless it was read since the last change. The error is for people.
    pub fn check(&mut self, reader: &Reader, speech: &Speech) -> Result<(), String> {
        if !self.is_stale {
            return Ok(());
        }
        self.is_stale = false;
        self.checked = None;
        let mut source = Source::new(&self.path, self.text.clone(), self.format)?;
        let house = reader.house(&source)?;
        let read = reader.report(&mut source)?;
        self.checked = Some(Checked::new(source, read, FailOn::Never, speech.ui(house.ui)));
        Ok(())
    }
}

/// The path of a text, by which its format and its house are known; one that was never saved has none and is called by
/// its address.
fn path(uri: &Uri) -> PathBuf {
    if uri.scheme().is_none_or(|scheme| !scheme.eq_lowercase("file")) {
        return PathBuf::from(uri.as_str());
    }
    let path = uri.path().as_estr().decode().into_string_lossy().into_owned();
    // file:///C:/news: what stands before the drive is no part of the path.
    let drive = path.strip_prefix('/').filter(|rest| cfg!(windows) && rest.get(1..2) == Some(":"));
    PathBuf::from(drive.unwrap_or(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_path() {
        let path = |uri: &str| path(&uri.parse().unwrap());
        assert_eq!(
            path("file:///news/%E0%A4%8F%E0%A4%95%20%F0%9F%98%80.md"),
            PathBuf::from("/news/एक 😀.md")
        );
        assert_eq!(path("untitled:Untitled-1"), PathBuf::from("untitled:Untitled-1"));
    }

    #[test]
    fn changes_are_made_one_after_the_other() {
        let item = TextDocumentItem {
            uri: "untitled:1".parse().unwrap(),
            language_id: "markdown".to_owned(),
            version: 1,
            text: "😀 एक\nदोन".to_owned(),
        };
        let mut document = Document::new(item);
        assert_eq!(document.format, Format::Markdown);
        let change = |range, text: &str| TextDocumentContentChangeEvent {
            range,
            range_length: None,
            text: text.to_owned(),
        };
        let range = |a: (u32, u32), b: (u32, u32)| {
            Some(lsp_types::Range::new(
                lsp_types::Position::new(a.0, a.1),
                lsp_types::Position::new(b.0, b.1),
            ))
        };
        document.change(2, vec![change(range((0, 3), (0, 5)), "शून्य"), change(range((1, 0), (1, 0)), "नऊ ")]);
        assert_eq!(document.text, "😀 शून्य\nनऊ दोन");
        document.change(3, vec![change(None, "पुन्हा 😀")]);
        assert_eq!((document.text.as_str(), document.version), ("पुन्हा 😀", 3));
    }
}
