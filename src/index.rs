//! Strings numbered in the order in which they come, and what is known of each.
//!
//! One type for all lists by word that an analysis makes, since each kind of standard map brings a copy of its code
//! into the module. A crit-bit tree, not a hash table: no text can be written that makes it slow, as a look-up takes at
//! most one step a bit of the string, and nothing hangs on an order of its own.

/// Numbers strings.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// All strings, one after the other.
    text: String,
    /// Where in `text` each ends.
    ends: Vec<u32>,
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
        let number = self.len();
        if number > 0 {
            let like = self.most_like(key);
            let other = self.key(like);
            if key == other {
                return like;
            }
            let byte = key.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            let difference = unit(key, byte) ^ unit(other, byte);
            self.part(key, byte, 1 << difference.ilog2(), number);
        }
        self.text.push_str(key);
        self.ends.push(u32::try_from(self.text.len()).expect("a text is shorter than 4 GiB"));
        number
    }

    /// The number of `key`, where it was added.
    pub fn get(&self, key: &str) -> Option<usize> {
        let like = self.most_like(key);
        (like < self.len() && self.key(like) == key).then_some(like)
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

    /// The string that `key` is, if it is one at all.
    fn most_like(&self, key: &str) -> usize {
        let mut link = self.root;
        loop {
            match link {
                Link::String(number) => return number,
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
