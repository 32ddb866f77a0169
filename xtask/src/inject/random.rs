//! Chance that two runs share.

/// A generator of Marsaglia's (xorshift64*): a handful of lines, and as good as this needs.
pub struct Random(u64);

impl Random {
    /// Each name has a sequence of its own.
    pub fn new(name: &str) -> Self {
        Self(
            name.bytes().fold(0x9E37_79B9_7F4A_7C15, |seed, byte| {
                (seed ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
            }) | 1,
        )
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }

    /// One of a list; nothing of an empty one.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() { None } else { Some(&list[self.below(list.len())]) }
    }
}
