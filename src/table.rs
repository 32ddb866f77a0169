//! A read-only table from a word to what is known of it: the one shape of all linguistic data.
//!
//! Compiled-in tables are parsed from tab-separated text, pack tables are decoded from a pack; both
//! end as this type. Self-contained, since the build script writes packs with the same code.

use std::sync::OnceLock;

/// Rows of key and value, looked up by exact key. Keys are folded words (see [`fold`](crate::text::fold)),
/// several words joined by one space; the value is the rest of the row, columns separated by tabs.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// All keys and values, one after the other.
    text: String,
    rows: Vec<Row>,
    /// Open addressing, a power of two long.
    slots: Vec<Slot>,
    /// Bits of all keys, see [`Table::position`].
    filter: Vec<u64>,
    /// Bytes of the longest key: longer words need no look-up.
    longest: usize,
    /// Of keys of several words the first ones, made when first asked for.
    beginnings: OnceLock<Box<Table>>,
    /// How its keys open, made when first asked for.
    openings: OnceLock<Box<Table>>,
    /// From the other forms of its words back to these, made when first asked for.
    forms: OnceLock<Box<Table>>,
    /// See [`Table::derived`].
    derived: OnceLock<Box<Table>>,
}

/// A place of the hash table. The tag tells most other keys apart without a look at the text.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Upper half of the key's hash.
    tag: u32,
    /// Index of the row + 1; 0 = empty.
    row: u32,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    key: u32,
    value: u32,
    end: u32,
}

impl Table {
    /// Reads tab-separated lines; lines that are empty or begin with `#` are comments. Of two rows with one key
    /// the later wins; a test keeps the tables of the project free of such pairs.
    pub fn parse(source: &str) -> Self {
        let mut table = Self::default();
        for line in source.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (key, value) = line.split_once('\t').unwrap_or((line, ""));
            table.push(key, value);
        }
        table.index();
        table
    }

    /// Adds a row; it is found only after [`Table::index`].
    pub fn push(&mut self, key: &str, value: &str) {
        let start = self.text.len();
        self.text.push_str(key);
        self.text.push_str(value);
        let at = |n: usize| u32::try_from(n).expect("a table is smaller than 4 GiB");
        self.rows.push(Row { key: at(start), value: at(start + key.len()), end: at(self.text.len()) });
    }

    /// Makes the rows pushed so far findable.
    pub fn index(&mut self) {
        // Half full at most: short probes.
        self.slots = vec![Slot::default(); (self.rows.len() * 2).next_power_of_two()];
        // Eight to sixteen bits a row.
        self.filter = vec![0; self.slots.len().div_ceil(16)];
        for i in 0..self.rows.len() {
            let (key, _) = self.row(i);
            let hash = hash(key.as_bytes());
            let slot = self.slot(key, hash);
            self.longest = self.longest.max(key.len());
            let (word, bits) = self.bits(hash);
            self.filter[word] |= bits;
            self.slots[slot] = Slot { tag: (hash >> 32) as u32, row: i as u32 + 1 };
        }
    }

    /// The words that keys of several words begin with.
    pub fn beginnings(&self) -> &Table {
        self.beginnings.get_or_init(|| {
            let mut first = Table::default();
            for (key, _) in self.rows() {
                if let Some((word, _)) = key.split_once(' ') {
                    first.push(word, "");
                }
            }
            first.index();
            Box::new(first)
        })
    }

    /// Whether the first word of some key opens as `word` does, with the same three code points, or has no more than two and
    /// `word` opens with them. Few words of a text open as a row of a small table.
    pub fn opens(&self, word: &str) -> bool {
        let openings = self.openings.get_or_init(|| {
            let mut openings = Table::default();
            for (key, _) in self.rows() {
                let first = key.split(' ').next().unwrap_or(key);
                openings.push(opening(first, 3), "");
            }
            openings.index();
            Box::new(openings)
        });
        openings.contains(opening(word, 3)) || openings.contains(opening(word, 2))
    }

    /// From the inflected forms of a lexicon, the columns behind the class of a word, back to its keys, separated by tabs.
    pub fn forms(&self) -> &Table {
        self.forms.get_or_init(|| {
            let mut pairs: Vec<(&str, &str)> = Vec::new();
            for (key, value) in self.rows() {
                let forms = value.split('\t').skip(1).filter(|form| !form.is_ascii() && *form != key);
                pairs.extend(forms.map(|form| (form, key)));
            }
            pairs.sort_unstable();
            pairs.dedup();
            let mut forms = Table::default();
            for same in pairs.chunk_by(|a, b| a.0 == b.0) {
                let keys: Vec<_> = same.iter().map(|pair| pair.1).collect();
                forms.push(same[0].0, &keys.join("\t"));
            }
            forms.index();
            Box::new(forms)
        })
    }

    /// What `make` makes of it, when first asked for: always the same, since only one caller derives from a table.
    pub fn derived(&self, make: fn(&Table) -> Table) -> &Table {
        self.derived.get_or_init(|| Box::new(make(self)))
    }

    /// The value of `key`; empty for a row that is a key alone.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.position(key).map(|row| self.row(row).1)
    }

    /// The key as the table holds it, for as long as the table.
    pub fn get_key(&self, key: &str) -> Option<&str> {
        self.position(key).map(|row| self.row(row).0)
    }

    /// Whether there is a row for `key`.
    pub fn contains(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// Which row, in the order in which they were written, has `key`.
    pub fn position(&self, key: &str) -> Option<usize> {
        if key.len() > self.longest {
            return None;
        }
        let hash = hash(key.as_bytes());
        // Most look-ups are for what no table has, and the filter, unlike the rest, stays in the processor's cache.
        let (word, bits) = self.bits(hash);
        if self.filter.get(word).is_none_or(|set| set & bits != bits) {
            return None;
        }
        (self.slots[self.slot(key, hash)].row as usize).checked_sub(1)
    }

    /// All rows in the order in which they were written.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &str)> {
        (0..self.rows.len()).map(|i| self.row(i))
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn row(&self, i: usize) -> (&str, &str) {
        let Row { key, value, end } = self.rows[i];
        (&self.text[key as usize..value as usize], &self.text[value as usize..end as usize])
    }

    /// Where in the filter a key of this hash sets which bits: three of one word.
    fn bits(&self, hash: u64) -> (usize, u64) {
        let bit = |from: u32| 1 << (hash >> from & 63);
        (hash as usize & self.filter.len().wrapping_sub(1), bit(46) | bit(52) | bit(58))
    }

    /// The slot that holds `key`, or the empty one where it would go.
    fn slot(&self, key: &str, hash: u64) -> usize {
        let tag = (hash >> 32) as u32;
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let Slot { tag: other, row } = self.slots[at];
            if row == 0 || other == tag && self.row(row as usize - 1).0 == key {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}

/// The first `length` code points of a word.
fn opening(word: &str, length: usize) -> &str {
    word.char_indices().nth(length).map_or(word, |(at, _)| &word[..at])
}

/// 2⁶⁴ over the golden ratio, an odd number without pattern: multiplied by it, the bits of a number are mixed.
pub(crate) const RATIO: u64 = 0x9E37_79B9_7F4A_7C15;

/// Eight bytes at a step, for look-up within one run alone: mixed by a multiplication and by folding the upper half into the lower one, which picks the slot.
pub(crate) fn hash(key: &[u8]) -> u64 {
    let mix = |hash: u64, chunk: u64| {
        let product = (hash ^ chunk).wrapping_mul(RATIO);
        product ^ (product >> 32)
    };
    let (chunks, rest) = key.as_chunks::<8>();
    let hash = chunks.iter().fold(key.len() as u64, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    // The last eight bytes once more are quicker to have than the few that are left.
    let rest = match key.last_chunk::<8>() {
        Some(last) => u64::from_le_bytes(*last),
        None => rest.iter().rev().fold(0, |chunk, &byte| chunk << 8 | u64::from(byte)),
    };
    mix(mix(hash, rest), 0)
}

/// FNV-1a, 64 bits (constants of its authors).
pub(crate) fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_written() {
        let table = Table::parse("# head\nपुणे\tp\t=\nमुंबई\n\n😀\tx\n");
        assert_eq!(table.get("पुणे"), Some("p\t="));
        assert_eq!(table.get("मुंबई"), Some(""));
        assert_eq!(table.get("😀"), Some("x"));
        assert_eq!(table.get("नाशिक"), None);
        assert_eq!(Table::default().get(""), None);
        assert_eq!(table.rows().map(|(k, _)| k).collect::<Vec<_>>(), ["पुणे", "मुंबई", "😀"]);
    }
}
