//! Word files: a ZIP archive with the text as XML. What is analysed is their body, a paragraph a line.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

/// Where the archive keeps the body.
const BODY: &str = "word/document.xml";

/// WordprocessingML, as Word and LibreOffice write it; the second is what its strict form uses.
const SPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// What somebody deleted or moved away, what stands twice for older programs, and the properties of everything.
const SKIPPED: [&str; 5] = ["Fallback", "del", "moveFrom", "pPr", "sectPr"];

/// Bytes of XML at most. A small archive can unpack without end; no article comes near this.
const MOST: u64 = 64_000_000;

/// Elements inside each other at most: those of a real page are a few dozen deep.
const DEEPEST: usize = 1_000;

/// A break inside a paragraph: it ends a line for the reader, while lines of the text count paragraphs.
pub const BREAK: char = '\u{2028}';

/// The paragraphs of a file, one a line; the error is for people.
pub fn read(bytes: Vec<u8>) -> Result<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let body = archive.by_name(BODY).map_err(|error| format!("{BODY}: {error}"))?;
    let mut xml = Vec::new();
    body.take(MOST + 1).read_to_end(&mut xml).map_err(|error| format!("{BODY}: {error}"))?;
    if xml.len() as u64 > MOST {
        return Err(format!("it unpacks to more than {} MB, which no article does", MOST / 1_000_000));
    }
    let xml = String::from_utf8(xml).map_err(|_| format!("{BODY} is not UTF-8"))?;
    paragraphs(xml.strip_prefix('\u{feff}').unwrap_or(&xml))
}

#[derive(Default)]
struct Walk {
    lines: Vec<String>,
    /// The paragraphs that are open, by their lines; a text box stands inside one.
    open: Vec<usize>,
    depth: usize,
    /// Depth inside what is skipped.
    skipped: usize,
    /// Inside `<w:t>`: elsewhere blanks are the file's layout.
    in_text: bool,
    /// Inside a run, how many bytes its line had before it; runs may turn out to be hidden.
    run: Option<usize>,
    hidden: bool,
    is_word: bool,
}

fn paragraphs(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(|error| format!("{BODY}: {error}"))? {
            Event::Start(tag) => walk.start(&tag)?,
            Event::Empty(tag) => {
                walk.start(&tag)?;
                walk.end(tag.local_name().as_ref());
            }
            Event::End(tag) => walk.end(tag.local_name().as_ref()),
            Event::Text(text) => walk.text(&text),
            Event::CData(text) => walk.text(&text),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().or(match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                walk.text(character.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match walk {
        Walk { is_word: false, .. } => Err(format!("{BODY} is no text of a word processor")),
        Walk { depth: 1.., .. } => Err(format!("{BODY} ends in the middle")),
        Walk { lines, .. } => Ok(lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()),
    }
}

impl Walk {
    fn start(&mut self, tag: &BytesStart) -> Result<(), String> {
        if self.depth == 0 {
            let spaces = tag.attributes().flatten().map(|attribute| attribute.value);
            self.is_word = spaces.into_iter().any(|value| SPACES.contains(&&*value));
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("{BODY} is more than {DEEPEST} elements deep"));
        }
        let name = tag.local_name();
        let name: &str = name.as_ref();
        if self.skipped > 0 || SKIPPED.contains(&name) {
            self.skipped += 1;
            return Ok(());
        }
        match name {
            "p" => {
                self.open.push(self.lines.len());
                self.lines.push(String::new());
            }
            "r" => {
                self.run = self.open.last().map(|&line| self.lines[line].len());
                self.hidden = false;
            }
            "vanish" => {
                let value = tag.try_get_attribute("w:val").ok().flatten();
                self.hidden = !value.is_some_and(|v| matches!(&*v.value, "0" | "false" | "off"));
            }
            "t" => self.in_text = true,
            // Those outside a run are the stops of the ruler.
            "tab" if self.run.is_some() => self.push("\t"),
            "br" | "cr" => self.push(BREAK.encode_utf8(&mut [0; 4])),
            "noBreakHyphen" => self.push("\u{2011}"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" => drop(self.open.pop()),
            "r" => {
                if let (true, Some(&line), Some(length)) = (self.hidden, self.open.last(), self.run) {
                    self.lines[line].truncate(length);
                }
                (self.run, self.hidden) = (None, false);
            }
            "t" => self.in_text = false,
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.in_text && self.skipped == 0 {
            self.push(words);
        }
    }

    /// Adds words to the paragraph; a line break in the XML parts words as any blank does.
    fn push(&mut self, words: &str) {
        if let Some(&line) = self.open.last() {
            self.lines[line].extend(words.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        }
    }
}
