//! What was found out about the pieces of a text, by their words, from one reading of it to the next.

use std::rc::Rc;

use crate::index::Map;

/// Remembers what the last reading and the one under way asked for: never more than two texts hold.
#[derive(Debug)]
pub(crate) struct Memory<V: ?Sized> {
    last: Map<Rc<V>>,
    now: Map<Rc<V>>,
}

impl<V: ?Sized> Default for Memory<V> {
    fn default() -> Self {
        Self { last: Map::default(), now: Map::default() }
    }
}

impl<V: ?Sized> Memory<V> {
    /// What is remembered of `key`.
    pub fn recall(&mut self, key: &str) -> Option<Rc<V>> {
        if let Some(known) = self.now.get(key) {
            return Some(known.clone());
        }
        let known = self.last.get(key)?.clone();
        Some(self.keep(key, known))
    }

    /// Remembers `value` of `key`.
    pub fn keep(&mut self, key: &str, value: Rc<V>) -> Rc<V> {
        self.now.or_insert_with(key, || value).clone()
    }

    /// Begins another reading: what the last one did not ask for is forgotten.
    pub fn turn(&mut self) {
        self.last = std::mem::take(&mut self.now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reading_does_not_ask_for_is_forgotten() {
        let mut memory: Memory<str> = Memory::default();
        memory.keep("एक 😀", "1".into());
        memory.keep("दोन", "2".into());
        memory.turn();
        assert_eq!(memory.recall("एक 😀").as_deref(), Some("1"));
        memory.turn();
        assert_eq!((memory.recall("एक 😀").as_deref(), memory.recall("दोन")), (Some("1"), None));
    }
}
