//! The weights of the tagger: a read-only table from a feature to what speaks for each label where it holds.
//!
//! Stored as columns, since like compresses with like: differences of the ascending features, then which labels each
//! has a weight for (one byte for the first eight labels, then one for the ninth), then the weights. Self-contained,
//! since the build script writes packs with the same code.

/// Labels of a word: outside any name, and the first and the further words of a name of four kinds.
pub const LABELS: usize = 9;

/// Features are hashes of so many bits: in a space a hundred times as large as the features that are kept, a word
/// that was never seen in training seldom meets another's weights.
pub const BITS: u32 = 22;

/// Bits that find the bucket of a feature; the rest of it is one byte.
const BUCKET_BITS: u32 = BITS - 8;

/// For each label how much speaks for it.
pub type Scores = [i16; LABELS];

/// A decoded table of weights; an empty one knows no feature.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// Where each bucket begins in the two lists below; one more for the end.
    buckets: Vec<u32>,
    /// Last byte of each feature.
    keys: Vec<u8>,
    rows: Vec<[i8; LABELS]>,
}

impl Weights {
    /// Adds to `scores` what `feature` speaks for.
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        let bucket = (feature >> 8) as usize;
        let Some(&[from, to]) = self.buckets.get(bucket..bucket + 2) else { return };
        let (from, to) = (from as usize, to as usize);
        if let Some(at) = self.keys[from..to].iter().position(|&key| key == feature as u8) {
            for (score, weight) in scores.iter_mut().zip(&self.rows[from + at]) {
                *score = score.saturating_add(i16::from(*weight));
            }
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Reads what [`encode`] wrote; `None` for anything else.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::default());
        }
        let (count, mut rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        // Three bytes a feature at least, so that no number makes us reserve more than was sent.
        if count > rest.len() / 3 {
            return None;
        }
        let mut buckets = vec![0; (1 << BUCKET_BITS) + 1];
        let mut keys = Vec::with_capacity(count);
        let mut feature = 0;
        for _ in 0..count {
            feature += difference(&mut rest)?;
            *buckets.get_mut((feature >> 8) as usize + 1)? += 1;
            keys.push(feature as u8);
        }
        for i in 1..buckets.len() {
            buckets[i] += buckets[i - 1];
        }
        let (low, rest) = rest.split_at_checked(count)?;
        let (high, rest) = rest.split_at_checked(count)?;
        let mut weights = rest.iter();
        let mut rows = Vec::with_capacity(count);
        for (low, high) in low.iter().zip(high) {
            let labels = u32::from(*low) | u32::from(*high) << 8;
            let mut row = [0; LABELS];
            for (label, weight) in row.iter_mut().enumerate() {
                if labels >> label & 1 == 1 {
                    *weight = *weights.next()? as i8;
                }
            }
            rows.push(row);
        }
        weights.next().is_none().then_some(Self { buckets, keys, rows })
    }
}

/// Writes rows that ascend by feature, without repeats and each below 2^[`BITS`].
pub fn encode(rows: &[(u32, [i8; LABELS])]) -> Vec<u8> {
    let mut bytes = (rows.len() as u32).to_le_bytes().to_vec();
    let mut before = 0;
    for &(feature, _) in rows {
        let mut step = feature - before;
        while step >= 0x80 {
            bytes.push(step as u8 | 0x80);
            step >>= 7;
        }
        bytes.push(step as u8);
        before = feature;
    }
    let labels = |row: &[i8; LABELS]| {
        row.iter().enumerate().fold(0u16, |bits, (i, weight)| bits | u16::from(*weight != 0) << i)
    };
    bytes.extend(rows.iter().map(|(_, row)| labels(row) as u8));
    bytes.extend(rows.iter().map(|(_, row)| (labels(row) >> 8) as u8));
    bytes.extend(
        rows.iter().flat_map(|(_, row)| row).filter(|weight| **weight != 0).map(|weight| *weight as u8),
    );
    bytes
}

fn difference(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    // Four groups of seven bits: no feature is larger.
    for shift in [0, 7, 14, 21] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_written() {
        let rows = [
            (0, [1, 0, 0, 0, 0, 0, 0, 0, -1]),
            (255, [0, 0, 5, 0, 0, 0, 0, 0, 0]),
            (256, [-128, 127, 0, 0, 0, 0, 0, 0, 3]),
            ((1 << BITS) - 1, [0, 0, 0, 0, 0, 0, 0, 9, 0]),
        ];
        let bytes = encode(&rows);
        let weights = Weights::decode(&bytes).unwrap();
        for (feature, row) in rows {
            let mut scores = [0; LABELS];
            weights.add(feature, &mut scores);
            assert_eq!(scores, row.map(i16::from), "{feature}");
        }
        let mut scores = [7; LABELS];
        weights.add(1, &mut scores);
        weights.add(u32::MAX, &mut scores);
        Weights::default().add(0, &mut scores);
        assert_eq!(scores, [7; LABELS]);
        for cut in 1..bytes.len() {
            assert!(Weights::decode(&bytes[..cut]).is_none(), "{cut}");
        }
        assert!(Weights::decode(&[&bytes[..], &[1]].concat()).is_none());
        assert!(Weights::decode(&[]).unwrap().is_empty());
    }
}
