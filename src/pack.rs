//! The language pack's binary form: named tables, front-coded, versioned and checksummed.
//!
//! Layout, all numbers as LEB128 varints unless said otherwise:
//!
//! ```text
//! "kasoti" · version (1 byte) · checksum of the rest (8 bytes, little endian, FNV-1a)
//! language · number of tables · tables · weights of the tagger, a string of bytes (see `weights`)
//! table  = name · number of rows · keys · values
//! key    = bytes shared with the key before · the rest as a string      (keys ascend)
//! value  = number of cells · cells, which tabs part
//! cell   = 0 · a string, or 1 + bytes to cut off the end of the key · a string to put there
//! string = length in bytes · UTF-8
//! ```
//!
//! Keys stand together and values stand together because like compresses with like: so do the changes that make a form
//! of a word, where the forms themselves are as many as the words. The host
//! compresses the file; the pack itself stays simple to read. Self-contained (with `table` and `weights`),
//! since the build script writes packs with this code.

use std::fmt;

use super::table::{Table, fnv};
use super::weights::Weights;

const MAGIC: &[u8] = b"kasoti";
/// Raised with every change of the layout or of what tables mean.
pub const VERSION: u8 = 3;
/// No word or name is longer, and a bound keeps a hostile pack from growing in memory by front coding.
const LONGEST_KEY: usize = 255;

/// Most bytes of words in a pack, decoded; ours have a tenth of it. Front coding makes a word of 255 bytes out of two: without
/// a bound a file of a few megabytes would fill the memory.
const MOST_TEXT: usize = 1 << 26;

/// A decoded language pack.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// ISO 639 code of the language that it serves.
    pub lang: String,
    /// What the tables are called; asked for every word.
    names: Table,
    tables: Vec<Table>,
    weights: Weights,
}

/// Why a pack was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The file is something else, an error page for instance.
    NotAPack,
    /// Written for another version of Kasoti.
    Version {
        /// The version that the file names.
        found: u8,
    },
    /// The checksum differs: cut off or changed on the way.
    Damaged,
    /// The checksum holds and the content makes no sense.
    Invalid(&'static str),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => {
                f.write_str("this is not a Kasoti language pack; check the address that it was loaded from")
            }
            Self::Version { found } => write!(
                f,
                "the language pack has format {found}, this Kasoti reads format {VERSION}; take the pack and the program from one release"
            ),
            Self::Damaged => f.write_str("the language pack is incomplete or damaged; load it again"),
            Self::Invalid(what) => write!(f, "the language pack is malformed ({what}); build it again"),
        }
    }
}

impl std::error::Error for PackError {}

impl Pack {
    /// The table called `name`; an empty one when the pack has none, so that a rule just finds nothing.
    pub fn table(&self, name: &str) -> &Table {
        static EMPTY: std::sync::LazyLock<Table> = std::sync::LazyLock::new(Table::default);
        self.names.position(name).map_or(&EMPTY, |at| &self.tables[at])
    }

    /// Names and tables, in the order of the file.
    pub fn tables(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.names.rows().map(|(name, _)| name).zip(&self.tables)
    }

    /// The weights of the tagger; none where the pack has none, so that it just finds nothing.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The same pack with other weights.
    pub fn with_weights(&self, weights: Weights) -> Self {
        Self { weights, ..self.clone() }
    }

    /// The same pack without the table called `name`.
    pub fn without(&self, name: &str) -> Self {
        let mut pack = self.clone();
        if let Some(at) = self.names.position(name) {
            pack.tables[at] = Table::default();
        }
        pack
    }

    /// Reads a pack. Any bytes are safe to give: what is not a whole, matching pack is refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, PackError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::NotAPack)?;
        let (&found, rest) = rest.split_first().ok_or(PackError::Damaged)?;
        if found != VERSION {
            return Err(PackError::Version { found });
        }
        let (sum, body) = rest.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
        if u64::from_le_bytes(*sum) != fnv(body) {
            return Err(PackError::Damaged);
        }
        let mut reader = Reader { bytes: body, room: MOST_TEXT };
        let lang = reader.string()?.to_owned();
        let (mut names, mut tables) = (Table::default(), Vec::new());
        for _ in 0..reader.number()? {
            names.push(reader.string()?, "");
            tables.push(reader.table()?);
        }
        names.index();
        let weights = Weights::decode(reader.bytes()?).ok_or(PackError::Invalid("weights out of shape"))?;
        if reader.bytes.is_empty() {
            Ok(Self { lang, names, tables, weights })
        } else {
            Err(PackError::Invalid("bytes left over"))
        }
    }

    /// Writes a pack. The rows of each table must ascend by key without repeats, keys at most 255 bytes long.
    /// `weights` are as [`weights::encode`](super::weights::encode) writes them, empty for none.
    pub fn encode(lang: &str, tables: &[(&str, Vec<(String, String)>)], weights: &[u8]) -> Vec<u8> {
        let mut body = Vec::new();
        string(lang, &mut body);
        number(tables.len(), &mut body);
        for (name, rows) in tables {
            string(name, &mut body);
            number(rows.len(), &mut body);
            let mut before = "";
            for (key, _) in rows {
                let shared = shared_prefix(before, key);
                number(shared, &mut body);
                string(&key[shared..], &mut body);
                before = key;
            }
            for (key, value) in rows {
                encode_value(key, value, &mut body);
            }
        }
        number(weights.len(), &mut body);
        body.extend(weights);
        [MAGIC, &[VERSION], &fnv(&body).to_le_bytes(), &body].concat()
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    /// Bytes of words that may still come.
    room: usize,
}

impl<'b> Reader<'b> {
    fn number(&mut self) -> Result<usize, PackError> {
        let mut value = 0usize;
        // Four groups of seven bits: no number in a pack is larger, and usize has 32 bits in wasm.
        for shift in [0, 7, 14, 21] {
            let (&byte, rest) = self.bytes.split_first().ok_or(PackError::Invalid("ends within a number"))?;
            self.bytes = rest;
            value |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(PackError::Invalid("a number too large"))
    }

    fn bytes(&mut self) -> Result<&'b [u8], PackError> {
        let length = self.number()?;
        let (head, rest) =
            self.bytes.split_at_checked(length).ok_or(PackError::Invalid("ends within a word"))?;
        self.bytes = rest;
        Ok(head)
    }

    fn string(&mut self) -> Result<&'b str, PackError> {
        std::str::from_utf8(self.bytes()?).map_err(|_| PackError::Invalid("a word is not UTF-8"))
    }

    /// Counts words that are about to be kept.
    fn take(&mut self, bytes: usize) -> Result<(), PackError> {
        self.room = self.room.checked_sub(bytes).ok_or(PackError::Invalid("more words than any pack has"))?;
        Ok(())
    }

    fn table(&mut self) -> Result<Table, PackError> {
        let count = self.number()?;
        if count > self.bytes.len() {
            return Err(PackError::Invalid("more rows than bytes"));
        }
        // One after the other in one string: a page waits for this.
        let mut keys = String::with_capacity(self.bytes.len());
        let mut ends = Vec::with_capacity(count);
        let mut start = 0;
        for _ in 0..count {
            let (shared, rest) = (self.number()?, self.string()?);
            let (before, end) = (start, keys.len());
            if !keys[before..].is_char_boundary(shared) || shared + rest.len() > LONGEST_KEY {
                return Err(PackError::Invalid("a key out of shape"));
            }
            self.take(shared + rest.len())?;
            keys.extend_from_within(before..before + shared);
            keys.push_str(rest);
            if !ends.is_empty() && keys[end..] <= keys[before..end] {
                return Err(PackError::Invalid("keys out of order"));
            }
            start = end;
            ends.push(keys.len());
        }
        let mut table = Table::default();
        let (mut start, mut value) = (0, String::new());
        for end in ends {
            let key = &keys[start..end];
            self.value(key, &mut value)?;
            table.push(key, &value);
            start = end;
        }
        table.index();
        Ok(table)
    }

    fn value(&mut self, key: &str, value: &mut String) -> Result<(), PackError> {
        value.clear();
        for cell in 0..self.number()? {
            if cell > 0 {
                value.push('\t');
            }
            if let Some(cut) = self.number()?.checked_sub(1) {
                let kept = key.len().checked_sub(cut).and_then(|end| key.get(..end));
                let kept = kept.ok_or(PackError::Invalid("a value out of shape"))?;
                self.take(kept.len())?;
                value.push_str(kept);
            }
            value.push_str(self.string()?);
        }
        Ok(())
    }
}

/// Each cell as what changes at the end of the key, where that is no more than half of it, or else as it is.
fn encode_value(key: &str, value: &str, out: &mut Vec<u8>) {
    let cells = if value.is_empty() { 0 } else { value.split('\t').count() };
    number(cells, out);
    for cell in value.split('\t').take(cells) {
        let shared = shared_prefix(key, cell);
        let cut = key.len() - shared;
        let (cut, rest) = if cut <= shared { (cut + 1, &cell[shared..]) } else { (0, cell) };
        number(cut, out);
        string(rest, out);
    }
}

fn number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn string(s: &str, out: &mut Vec<u8>) {
    number(s.len(), out);
    out.extend(s.as_bytes());
}

/// Bytes that two keys have in common at their front, cut back to a character boundary.
fn shared_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let rows =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
        Pack::encode(
            "mr",
            &[("names", rows(&[("पुणे", "p"), ("पुण्या", "p\tपुणे\t"), ("😀", "")])), ("empty", vec![])],
            &[],
        )
    }

    #[test]
    fn round_trip() {
        let pack = Pack::decode(&sample()).unwrap();
        assert_eq!(pack.lang, "mr");
        assert_eq!(pack.table("names").get("पुण्या"), Some("p\tपुणे\t"));
        assert_eq!(pack.table("names").get("😀"), Some(""));
        assert!(pack.table("no such table").is_empty());
    }

    #[test]
    fn what_is_not_a_whole_pack_is_refused() {
        let good = sample();
        let decode = |bytes: &[u8]| Pack::decode(bytes).unwrap_err();
        assert_eq!(decode(b""), PackError::NotAPack);
        assert_eq!(decode(b"<!doctype html>"), PackError::NotAPack);
        assert_eq!(decode(&good[..good.len() - 1]), PackError::Damaged);
        assert_eq!(decode(&good[..6]), PackError::Damaged);
        let mut newer = good.clone();
        newer[6] = 9;
        assert_eq!(
            decode(&newer).to_string(),
            "the language pack has format 9, this Kasoti reads format 3; take the pack and the program from one release"
        );
        let mut flipped = good;
        *flipped.last_mut().unwrap() ^= 1;
        assert_eq!(decode(&flipped), PackError::Damaged);
    }

    #[test]
    fn hostile_content_behind_a_right_checksum_is_refused() {
        let forge = |body: &[u8]| [MAGIC, &[VERSION], &fnv(body).to_le_bytes(), body].concat();
        for (body, what) in [
            (&b"\x02mr\x01\x01n\xff\xff\xff\x7f"[..], "more rows than bytes"),
            (b"\x02mr\xff\xff\xff\xff\x7f", "a number too large"),
            (b"\x02mr\x01\x01n\x01\x05\x01a\x00", "a key out of shape"),
            (b"\x02mr\x01\x01n\x02\x00\x01b\x00\x01a\x00\x00", "keys out of order"),
            (b"\x02mr\x01\x01n\x01\x00\x02\xc3\x28\x00", "a word is not UTF-8"),
            (b"\x02mr\x01\x01n\x01\x00\x01a\x01\x03\x00", "a value out of shape"),
            (b"\x02mr\x01\x01n\x01\x00\x03\xe0\xa4\x95\x01\x02\x00", "a value out of shape"),
            (b"\x02mr\x00\x00x", "bytes left over"),
            (b"\x02mr\x00\x01x", "weights out of shape"),
            (b"\x05mr", "ends within a word"),
            (b"", "ends within a number"),
        ] {
            assert_eq!(Pack::decode(&forge(body)).unwrap_err(), PackError::Invalid(what));
        }
    }

    #[test]
    fn a_pack_that_claims_four_gigabytes_is_refused() {
        let forge = |body: &[u8]| [MAGIC, &[VERSION], &fnv(body).to_le_bytes(), body].concat();
        // A length of 2^32 - 1, where a word, a number of tables, of rows, or of weights stands.
        for before in [&b""[..], b"\x02mr", b"\x02mr\x01\x01n", b"\x02mr\x00"] {
            let body = [before, b"\xff\xff\xff\xff\x0f"].concat();
            assert_eq!(Pack::decode(&forge(&body)).unwrap_err(), PackError::Invalid("a number too large"));
        }
        let weights = [&b"\x02mr\x00\x04"[..], &u32::MAX.to_le_bytes()].concat();
        assert_eq!(
            Pack::decode(&forge(&weights)).unwrap_err(),
            PackError::Invalid("weights out of shape"),
            "a number of features"
        );
        // One key of 255 bytes and a value of 20 million cells, each of two bytes and each the whole key: 5 GB.
        let mut body = b"\x02mr\x01\x01n\x01\x00\xff\x01".to_vec();
        body.extend([b'a'; 255]);
        let cells = 20_000_000;
        number(cells, &mut body);
        body.extend([1, 0].repeat(cells));
        body.push(0);
        assert_eq!(
            Pack::decode(&forge(&body)).unwrap_err(),
            PackError::Invalid("more words than any pack has")
        );
    }
}
