//! Strings numbered in the order in which they come, and what is known of each.
//!
//! One type for all lists by word that an analysis makes, since each kind of standard map brings a copy of its code
//! into the module. A hash table, and behind it a crit-bit tree for strings that find their places taken: no text can be
//! written that makes it slow, as a look-up takes a few probes and then at most one step a bit of the string; and nothing
//! hangs on an order of its own.

use crate::table::hash;

/// Places at which a string may lie in the table. In a table half full hardly one string of a million finds all taken.
const PROBES: usize = 16;

/// Numbers strings.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// All strings, one after the other.
    text: String,
    /// Where in `text` each ends.
    ends: Vec<u32>,
    /// A power of two long, half full at most.
    slots: Vec<Slot>,
    /// Those that found all their places taken.
    crowded: Tree,
}

/// A place of the hash table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Upper half of the string's hash: tells most others apart without a look at the text.
    tag: u32,
    /// Its number + 1; 0 = empty.
    number: u32,
}

/// Strings by what parts them.
#[derive(Debug, Default)]
struct Tree {
    /// How many strings it holds.
    len: usize,
    nodes: Vec<Node>,
    root: Link,
}

/// What parts strings that are alike up to here: the highest bit in which they differ.
#[derive(Debug)]
struct Node {
    byte: usize,
    bit: u16,
    /// Where it goes on without and with that bit.
    sides: [Link; 2],
}

#[derive(Clone, Copy, Debug)]
enum Link {
    String(usize),
    Node(usize),
}

impl Default for Link {
    fn default() -> Self {
        Self::String(0)
    }
}

impl Node {
    fn side(&self, key: &str) -> usize {
        usize::from(unit(key, self.byte) & self.bit != 0)
    }
}

/// A byte of `key`, made different from what stands behind its end.
fn unit(key: &str, byte: usize) -> u16 {
    key.as_bytes().get(byte).map_or(0, |&b| u16::from(b) + 1)
}

impl Index {
    /// The number of `key`: its own where it was added before, else the next one.
    pub fn add(&mut self, key: &str) -> usize {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let hash = hash(key.as_bytes());
        match self.place(key, hash) {
            Place::Taken(number) => number,
            Place::Free(slot) => {
                let number = self.push(key);
                self.slots[slot] = Slot::new(hash, number);
                number
            }
            Place::Crowded => self.add_crowded(key),
        }
    }

    /// The number of `key`, where it was added.
    pub fn get(&self, key: &str) -> Option<usize> {
        match self.place(key, hash(key.as_bytes())) {
            Place::Taken(number) => Some(number),
            Place::Free(_) => None,
            Place::Crowded => self.crowded(key),
        }
    }

    /// How many strings there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub fn key(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }

    fn push(&mut self, key: &str) -> usize {
        self.text.push_str(key);
        self.ends.push(u32::try_from(self.text.len()).expect("a text is shorter than 4 GiB"));
        self.len() - 1
    }

    /// Where in the table `key` lies or would go.
    fn place(&self, key: &str, hash: u64) -> Place {
        let Some(mask) = self.slots.len().checked_sub(1) else { return Place::Crowded };
        for probe in 0..PROBES {
            let at = (hash as usize).wrapping_add(probe) & mask;
            let Slot { tag, number } = self.slots[at];
            match (number as usize).checked_sub(1) {
                None => return Place::Free(at),
                Some(number) if tag == (hash >> 32) as u32 && self.key(number) == key => {
                    return Place::Taken(number);
                }
                Some(_) => {}
            }
        }
        Place::Crowded
    }

    /// Doubles the table. Strings of the tree go to the table where there is room now, since a free place says that a
    /// string is nowhere.
    fn grow(&mut self) {
        // Sixteen: a list of a few names grows once.
        self.slots = vec![Slot::default(); (2 * self.slots.len()).max(16)];
        for number in 0..self.len() {
            let key = self.key(number);
            let hash = hash(key.as_bytes());
            match self.place(key, hash) {
                Place::Free(slot) => self.slots[slot] = Slot::new(hash, number),
                _ if self.crowded(key).is_none() => self.crowd(number),
                _ => {}
            }
        }
    }

    fn add_crowded(&mut self, key: &str) -> usize {
        self.crowded(key).unwrap_or_else(|| {
            let number = self.push(key);
            self.crowd(number);
            number
        })
    }

    /// The number of a string of the tree.
    fn crowded(&self, key: &str) -> Option<usize> {
        let like = self.crowded.most_like(key)?;
        (self.key(like) == key).then_some(like)
    }

    /// Puts a string that is not there into the tree.
    fn crowd(&mut self, number: usize) {
        let (start, end) = (number.checked_sub(1).map_or(0, |before| self.ends[before]), self.ends[number]);
        let key = &self.text[start as usize..end as usize];
        match self.crowded.most_like(key) {
            None => self.crowded.root = Link::String(number),
            Some(like) => {
                let other = self.key(like);
                let byte = key.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
                let difference = unit(key, byte) ^ unit(other, byte);
                self.crowded.part(key, byte, 1 << difference.ilog2(), number);
            }
        }
        self.crowded.len += 1;
    }
}

/// Where a string lies.
enum Place {
    /// In the table, with this number.
    Taken(usize),
    /// It would go to this slot.
    Free(usize),
    /// In the tree, if at all.
    Crowded,
}

impl Slot {
    fn new(hash: u64, number: usize) -> Self {
        Self { tag: (hash >> 32) as u32, number: number as u32 + 1 }
    }
}

impl Tree {
    /// The string that `key` is, if it is one of these at all.
    fn most_like(&self, key: &str) -> Option<usize> {
        let mut link = (self.len > 0).then_some(self.root)?;
        loop {
            match link {
                Link::String(number) => return Some(number),
                Link::Node(at) => link = self.nodes[at].sides[self.nodes[at].side(key)],
            }
        }
    }

    /// Hangs in a node that parts `key`, to be string `number`, from those it is most like.
    fn part(&mut self, key: &str, byte: usize, bit: u16, number: usize) {
        let new = self.nodes.len();
        let mut link = self.root;
        let mut above = None;
        while let Link::Node(at) = link {
            let node = &self.nodes[at];
            // Nodes lie from the first byte to the last and from the highest bit to the lowest.
            if (node.byte, bit) > (byte, node.bit) {
                break;
            }
            let side = node.side(key);
            above = Some((at, side));
            link = node.sides[side];
        }
        let mut node = Node { byte, bit, sides: [link; 2] };
        let side = node.side(key);
        node.sides[side] = Link::String(number);
        self.nodes.push(node);
        match above {
            Some((at, side)) => self.nodes[at].sides[side] = Link::Node(new),
            None => self.root = Link::Node(new),
        }
    }
}

/// Values by string.
#[derive(Debug)]
pub(crate) struct Map<V> {
    index: Index,
    values: Vec<V>,
}

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self { index: Index::default(), values: Vec::new() }
    }
}

impl<V> Map<V> {
    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.index.get(key).map(|at| &self.values[at])
    }

    /// The value of `key`, which `make` gives where there is none yet.
    pub fn or_insert_with(&mut self, key: &str, make: impl FnOnce() -> V) -> &mut V {
        let at = self.index.add(key);
        if at == self.values.len() {
            self.values.push(make());
        }
        &mut self.values[at]
    }

    /// All strings and values, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.values.iter().enumerate().map(|(at, value)| (self.index.key(at), value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn strings_are_numbered_as_they_come() {
        let mut index = Index::default();
        assert_eq!(index.get(""), None);
        let keys = ["पुणे", "", "पुण्या", "a", "a\0", "😀", "a\0\0", "ab", "\u{7F}", "\u{80}"];
        for (number, key) in keys.iter().enumerate() {
            assert_eq!(index.get(key), None);
            assert_eq!(index.add(key), number);
        }
        for (number, key) in keys.iter().enumerate() {
            assert_eq!((index.add(key), index.get(key), index.key(number)), (number, Some(number), *key));
        }
        assert_eq!(index.get("पु"), None);
    }

    /// Strings that all want one place of every table of up to 4096.
    fn rivals() -> impl Iterator<Item = String> {
        (0..).map(|n| format!("पुणे {n} 😀")).filter(|key| hash(key.as_bytes()) & 0xFFF == 0x123)
    }

    #[test]
    fn strings_that_find_no_place_are_found_in_the_tree() {
        let (mut index, keys) = (Index::default(), rivals().take(60).collect::<Vec<_>>());
        for (number, key) in keys.iter().enumerate() {
            assert_eq!((index.get(key), index.add(key)), (None, number));
        }
        assert_eq!(index.crowded.len, keys.len() - PROBES);
        let found = |index: &Index| keys.iter().map(|key| index.get(key).unwrap()).collect::<Vec<_>>();
        assert_eq!(found(&index), (0..keys.len()).collect::<Vec<_>>());
        assert_eq!(index.get(&rivals().nth(60).unwrap()), None);
        // A table that grows past their place has room for them again.
        for n in 0..10_000 {
            assert_eq!(index.add(&format!("{n}")), keys.len() + n);
        }
        assert_eq!(found(&index), (0..keys.len()).collect::<Vec<_>>());
        assert_eq!(keys.iter().map(|key| index.add(key)).max(), Some(keys.len() - 1));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_map_holds_what_a_map_holds(words in prop::collection::vec("[ab\0क-घ😀]{0,6}", 0..200)) {
            let (mut map, mut standard) = (Map::default(), HashMap::new());
            for (i, word) in words.iter().enumerate() {
                prop_assert_eq!(map.or_insert_with(word, || i), standard.entry(word.as_str()).or_insert(i));
            }
            prop_assert_eq!(map.iter().map(|(key, value)| (key, *value)).collect::<HashMap<_, _>>(), standard);
        }
    }
}
