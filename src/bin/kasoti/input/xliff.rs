//! XLIFF 1.2 and 2.0: each target is a text of its own, its source the original.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::prose::Prose;
use super::{Bilingual, html};

/// Elements whose text is code, a note, or another's translation.
const SKIPPED: &[&str] = &[
    "alt-trans",
    "bpt",
    "ept",
    "glossary",
    "header",
    "ignorable",
    "it",
    "matches",
    "note",
    "notes",
    "ph",
    "skeleton",
];

/// Elements that may be marked as not to be translated as a whole.
const UNITS: &[&str] = &["file", "group", "trans-unit", "unit"];

/// A stretch of text in the file, and whether it stands in a CDATA section.
type Words = (Range<usize>, bool);

#[derive(Default)]
struct Walk {
    texts: Bilingual,
    source: Vec<Words>,
    target: Vec<Words>,
    /// Inside `<source>` (false) or `<target>` (true).
    side: Option<bool>,
    /// Depth inside what is skipped.
    skipped: usize,
}

/// Takes the targets and their sources out of a file; the error says where it is no XML.
pub fn read(file: &str) -> Result<Bilingual, String> {
    let mut reader = Reader::from_str(file);
    let mut walk = Walk::default();
    let (mut from, mut depth) = (0, 0_i64);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|error| {
            let byte = (reader.error_position() as usize).min(file.len());
            let line = file.as_bytes()[..byte].iter().filter(|b| **b == b'\n').count() + 1;
            format!("line {line}: {error}")
        })?;
        let end = reader.buffer_position() as usize;
        if matches!(event, Event::Text(_) | Event::GeneralRef(_)) {
            continue;
        }
        walk.words((from..start, false));
        from = end;
        match event {
            Event::Start(tag) => {
                depth += 1;
                walk.open(&tag);
            }
            Event::End(tag) => {
                depth -= 1;
                walk.close(tag.local_name().as_ref(), file);
            }
            // The nine bytes of its opening and three of its end.
            Event::CData(_) => walk.words((start + 9..end.saturating_sub(3), true)),
            Event::Eof if depth > 0 => return Err("an element is never closed".to_owned()),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(walk.texts)
}

impl Walk {
    fn words(&mut self, words: Words) {
        if self.skipped == 0 && !words.0.is_empty() {
            match self.side {
                Some(false) => self.source.push(words),
                Some(true) => self.target.push(words),
                None => {}
            }
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        let attribute = |name: &str| {
            let value = tag.try_get_attribute(name).ok().flatten()?;
            Some(value.value.into_owned())
        };
        let name = tag.local_name();
        let name: &str = name.as_ref();
        let is_kept = UNITS.contains(&name) && attribute("translate").as_deref() == Some("no");
        if self.skipped > 0 || is_kept || SKIPPED.contains(&name) {
            self.skipped += 1;
            return;
        }
        match name {
            "xliff" | "file" => {
                let lang = |old, new| attribute(old).or_else(|| attribute(new));
                let texts = &mut self.texts;
                texts.lang = lang("target-language", "trgLang").or(texts.lang.take());
                texts.original_lang = lang("source-language", "srcLang").or(texts.original_lang.take());
            }
            "source" => self.side = Some(false),
            "target" => self.side = Some(true),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, file: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "source" | "target" => self.side = None,
            "segment" | "trans-unit" => {
                let (source, target) = (std::mem::take(&mut self.source), std::mem::take(&mut self.target));
                self.texts.unit(|prose| add(file, source, prose), |prose| add(file, target, prose));
            }
            _ => {}
        }
    }
}

fn add(file: &str, words: Vec<Words>, prose: &mut Prose) {
    for (range, is_cdata) in words {
        if is_cdata {
            prose.fixed(&file[range.clone()], range);
        } else {
            html::text(&file[range.clone()], range.start, false, prose);
        }
    }
}
