//! Bytes as they lie on disk and as a server sends them.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io::Write;
use std::iter::Sum;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use crate::shell::{files, say, target, write_if_changed};

/// Bytes of one file, or of several that are compressed one by one.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Size {
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |a, b| Self {
            raw: a.raw + b.raw,
            gzip: a.gzip + b.gzip,
            brotli: a.brotli + b.brotli,
        })
    }
}

/// Sizes by path in the package.
pub type Measured = BTreeMap<PathBuf, Size>;

/// Measures every file of the package in `folder`.
pub fn measure(folder: &Path) -> Result<Measured> {
    let notes = target().join("xtask/sizes.txt");
    let known = Notes::parse(&fs::read_to_string(&notes).unwrap_or_default());
    let mut kept = Notes::default();
    let mut measured = Measured::new();
    for path in files(folder)? {
        let bytes = fs::read(folder.join(&path))?;
        let hash = hash(&bytes);
        let size = match known.0.get(&hash) {
            Some(size) => *size,
            None => {
                if kept.0.keys().all(|hash| known.0.contains_key(hash)) {
                    say("compressing what is new, to measure it");
                }
                compressed(&bytes)?
            }
        };
        kept.0.insert(hash, size);
        measured.insert(path, size);
    }
    write_if_changed(&notes, kept.to_string().as_bytes())?;
    Ok(measured)
}

/// Both at their best, brotli with its widest window: what a server that compresses ahead of time sends.
pub fn compressed(bytes: &[u8]) -> Result<Size> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let [raw, gzip, brotli] = [bytes.len(), gzip.finish()?.len(), brotli.len()].map(|len| len as u64);
    Ok(Size { raw, gzip, brotli })
}

/// Sizes of files that have been measured, by hash, so that each is compressed once.
#[derive(Default, Debug, PartialEq)]
struct Notes(BTreeMap<u64, Size>);

impl Notes {
    /// A line that cannot be read is a file that is measured again.
    fn parse(text: &str) -> Self {
        let row = |line: &str| {
            let mut numbers = line.split(' ').map(str::parse);
            let mut next = || numbers.next()?.ok();
            Some((next()?, Size { raw: next()?, gzip: next()?, brotli: next()? }))
        };
        Self(text.lines().filter_map(row).collect())
    }
}

impl fmt::Display for Notes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|(hash, Size { raw, gzip, brotli })| writeln!(f, "{hash} {raw} {gzip} {brotli}"))
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_survive_the_way_to_the_disk_and_back() {
        let size = Size { raw: 70, gzip: 30, brotli: 20 };
        let notes = Notes([(7, size), (u64::MAX, size)].into());
        assert_eq!(Notes::parse(&notes.to_string()), notes);
        assert_eq!(Notes::parse("7 seventy 1 1\n\n8 1\n9 70 30 20"), Notes([(9, size)].into()));
    }

    #[test]
    fn repetition_compresses() {
        let size = compressed("मराठी 🌾 ".repeat(1000).as_bytes()).unwrap();
        assert_eq!(size.raw, 21_000);
        assert!((10..200).contains(&size.brotli), "{size:?}");
        assert!(size.brotli < size.gzip && size.gzip < 400, "{size:?}");
    }
}
