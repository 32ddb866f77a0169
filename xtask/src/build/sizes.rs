//! How many bytes a reader's browser has to fetch.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::Result;

use crate::shell::{files, say, target, write_if_changed};

/// Bytes as they lie on disk and as a server sends them.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Size {
    pub raw: u64,
    pub brotli: u64,
}

/// Sizes by kind of file.
pub struct Sizes(BTreeMap<&'static str, Size>);

/// What a page with the widget loads, packs apart.
const WIDGET: [&str; 3] = ["css", "js", "wasm"];

/// What the desk, a page of its own, loads on top.
const DESK: [&str; 2] = ["css, desk", "js, desk"];

/// What a page loads that wants sentences alone; the two files that the widget loads as well count there.
const SENTENCES: &str = "sentences";

impl Sizes {
    /// Bytes of wasm, JavaScript and CSS, brotli, of a page with the widget.
    pub fn widget(&self) -> u64 {
        self.sum(&WIDGET)
    }

    /// The same with the desk.
    pub fn total(&self) -> u64 {
        self.sum(&WIDGET) + self.sum(&DESK)
    }

    /// Bytes of wasm and JavaScript, brotli, of the sentences alone.
    pub fn sentences(&self) -> u64 {
        self.sum(&[SENTENCES])
    }

    fn sum(&self, kinds: &[&str]) -> u64 {
        kinds.iter().filter_map(|kind| self.0.get(kind)).map(|size| size.brotli).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{:<18}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        for (kind, size) in &self.0 {
            writeln!(f, "{kind:<18}{:>10}{:>10}", size.raw, size.brotli)?;
        }
        writeln!(f, "{:<18}{:>10}{:>10}", "the widget", "", self.widget())?;
        writeln!(f, "{:<18}{:>10}{:>10}", "wasm + js + css", "", self.total())
    }
}

/// Measures the package in `folder`.
pub fn measure(folder: &Path) -> Result<Sizes> {
    let notes = target().join("xtask/brotli.txt");
    let known = Notes::parse(&fs::read_to_string(&notes).unwrap_or_default());
    let mut kept = Notes::default();
    let mut said = false;
    let mut sizes = BTreeMap::<_, Size>::new();
    for path in files(folder)? {
        let Some(kind) = kind(&path) else { continue };
        let bytes = fs::read(folder.join(&path))?;
        let hash = hash(&bytes);
        let brotli = match known.0.get(&hash) {
            Some(size) => *size,
            None => {
                if !said {
                    say("compressing what is new, to measure it");
                    said = true;
                }
                compressed(&bytes)?
            }
        };
        kept.0.insert(hash, brotli);
        let size = sizes.entry(kind).or_default();
        size.raw += bytes.len() as u64;
        size.brotli += brotli;
    }
    write_if_changed(&notes, kept.to_string().as_bytes())?;
    Ok(Sizes(sizes))
}

/// The row of the table that a file counts in.
fn kind(path: &Path) -> Option<&'static str> {
    if path.to_string_lossy().starts_with("sentences") {
        return matches!(path.extension()?.to_str()?, "js" | "wasm").then_some(SENTENCES);
    }
    // A page with the widget never asks for these; whoever does, has the widget's engine besides.
    if path.to_string_lossy().starts_with("worker") {
        return Some("js, worker");
    }
    // desk/ and what stands beside it: desk.css, desk-side.css.
    let is_desk = path.to_string_lossy().starts_with("desk");
    match (path.extension()?.to_str()?, is_desk) {
        ("css", false) => Some("css"),
        ("css", true) => Some("css, desk"),
        ("js", false) => Some("js"),
        ("js", true) => Some("js, desk"),
        ("wasm", _) => Some("wasm"),
        ("pack", _) => Some("packs"),
        _ => None,
    }
}

/// Sizes of files that have been measured, by hash, so that each is compressed once.
#[derive(Default, Debug, PartialEq)]
struct Notes(BTreeMap<u64, u64>);

impl Notes {
    /// A line that cannot be read is a file that is measured again.
    fn parse(text: &str) -> Self {
        let pair = |line: &str| {
            let (hash, size) = line.split_once(' ')?;
            Some((hash.parse().ok()?, size.parse().ok()?))
        };
        Self(text.lines().filter_map(pair).collect())
    }
}

impl fmt::Display for Notes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|(hash, size)| writeln!(f, "{hash} {size}"))
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// Brotli at its best, with its widest window: what a server that compresses ahead of time sends.
fn compressed(bytes: &[u8]) -> Result<u64> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_leaves_the_packs_out() {
        let files = [
            "kasoti.css",
            "kasoti.js",
            "packs/mr.pack",
            "kasoti.wasm",
            "desk.css",
            "desk/main.js",
            "sentences.wasm",
        ];
        let sizes = files.iter().zip([3, 20, 500, 100, 4, 10, 7]);
        let sizes = sizes.map(|(file, brotli)| (kind(Path::new(file)).unwrap(), Size { raw: 1000, brotli }));
        let sizes = Sizes(sizes.collect());
        assert_eq!((sizes.total(), sizes.sentences()), (137, 7));
        let table = sizes.to_string();
        let rows: Vec<_> = table.lines().rev().take(2).collect();
        assert!(rows[0].starts_with("wasm + js + css") && rows[0].ends_with(" 137"), "{table}");
        assert!(rows[1].starts_with("the widget") && rows[1].ends_with(" 123"), "{table}");
    }

    #[test]
    fn notes_survive_the_way_to_the_disk_and_back() {
        let notes = Notes([(7, 70), (u64::MAX, 1)].into());
        assert_eq!(Notes::parse(&notes.to_string()), notes);
        assert_eq!(Notes::parse("7 seventy\n\n8\n9 90"), Notes([(9, 90)].into()));
    }

    #[test]
    fn repetition_compresses() {
        let size = compressed("मराठी 🌾 ".repeat(1000).as_bytes()).unwrap();
        assert!((10..200).contains(&size), "{size}");
    }
}
