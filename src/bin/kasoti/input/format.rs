//! The formats that prose comes in.

use std::path::Path;

use clap::ValueEnum;

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text; whatever has another ending is read so too.
    #[value(name = "txt")]
    Text,
    /// Markdown (CommonMark and GitHub's); code and markup are not checked.
    #[value(name = "md")]
    Markdown,
    /// HTML; scripts, code and navigation are not checked.
    Html,
    /// Word files; lines are paragraphs.
    Docx,
    /// SubRip subtitles.
    Srt,
    /// WebVTT subtitles.
    Vtt,
    /// Gettext messages, each checked against its msgid.
    Po,
    /// XLIFF 1.2 and 2.0, each target checked against its source.
    Xliff,
}

impl Format {
    /// The format that a file's ending names.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "txt" | "text" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "docx" => Self::Docx,
            "srt" => Self::Srt,
            "vtt" => Self::Vtt,
            "po" => Self::Po,
            "xliff" | "xlf" => Self::Xliff,
            _ => return None,
        })
    }

    /// Words as they are written in a file of this format.
    pub fn written(self, words: &str) -> String {
        let mut written = String::with_capacity(words.len());
        for c in words.chars() {
            match (self, c) {
                (Self::Markdown, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&') => written.extend(['\\', c]),
                (Self::Html | Self::Vtt | Self::Xliff, '&') => written += "&amp;",
                (Self::Html | Self::Vtt | Self::Xliff, '<') => written += "&lt;",
                (Self::Html | Self::Vtt | Self::Xliff, '>') => written += "&gt;",
                (Self::Po, '\\' | '"') => written.extend(['\\', c]),
                (Self::Po, '\n') => written += "\\n",
                _ => written.push(c),
            }
        }
        written
    }
}
