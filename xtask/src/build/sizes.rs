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

/// The kinds that count for the budget; each is what a page with the widget loads at most.
const COUNTED: [&str; 3] = ["css", "js", "wasm"];

impl Sizes {
    /// Bytes of wasm, JavaScript and CSS, brotli.
    pub fn total(&self) -> u64 {
        COUNTED.iter().filter_map(|kind| self.0.get(kind)).map(|size| size.brotli).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{:<18}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        for (kind, size) in &self.0 {
            writeln!(f, "{kind:<18}{:>10}{:>10}", size.raw, size.brotli)?;
        }
        writeln!(f, "{:<18}{:>10}{:>10}", COUNTED.join(" + "), "", self.total())
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
        let kind = match path.extension().and_then(|e| e.to_str()) {
            Some("css") => "css",
            Some("js") => "js",
            Some("wasm") => "wasm",
            Some("pack") => "packs",
            _ => continue,
        };
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
        let size = |brotli| Size { raw: 1000, brotli };
        let sizes =
            Sizes([("css", size(3)), ("js", size(20)), ("packs", size(500)), ("wasm", size(100))].into());
        assert_eq!(sizes.total(), 123);
        let table = sizes.to_string();
        let last: Vec<_> = table.lines().last().unwrap().rsplit("  ").map(str::trim).collect();
        assert_eq!((last.first(), last.last()), (Some(&"123"), Some(&"css + js + wasm")));
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
