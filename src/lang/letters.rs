//! Acronyms spelled out in the names of Latin letters: केसीएनए.

use crate::table::Table;

/// Characters of the longest name of a letter, डब्ल्यू.
const LONGEST_LETTER: usize = 8;

/// Bytes of the longest word that is read: longer ones spell nothing.
pub(crate) const LONGEST_WORD: usize = 90;

/// The ways through a word from the name of one Latin letter to the next.
pub(crate) struct Spelled<'t> {
    word: &'t str,
    names: &'t Table,
    /// One bit for each byte of the word, and its end, that names lead to from the beginning.
    reached: u128,
    /// For each of these where the name begins that leads there.
    begins: [u8; LONGEST_WORD + 1],
}

/// Reads the letters that `word` spells from its beginning.
pub(crate) fn spelled<'t>(word: &'t str, names: &'t Table) -> Spelled<'t> {
    let mut ways = Spelled { word, names, reached: 1, begins: [0; LONGEST_WORD + 1] };
    if word.len() > LONGEST_WORD {
        return ways;
    }
    for (at, _) in word.char_indices() {
        if !ways.reaches(at) {
            continue;
        }
        for (end, c) in word[at..].char_indices().take(LONGEST_LETTER) {
            let end = at + end + c.len_utf8();
            if names.contains(&word[at..end]) {
                ways.reached |= 1 << end;
                ways.begins[end] = at as u8;
            }
        }
        // No name leads further than here.
        if ways.reached >> at == 1 {
            break;
        }
    }
    ways
}

impl<'t> Spelled<'t> {
    fn reaches(&self, at: usize) -> bool {
        self.reached >> at & 1 == 1
    }

    /// The Latin letters whose names lead to byte `end`, if any do.
    pub(crate) fn letters(&self, end: usize) -> Option<String> {
        (end <= LONGEST_WORD && self.reaches(end)).then(|| {
            let mut letters: Vec<&'t str> = Vec::new();
            let mut at = end;
            while at > 0 {
                let begin = usize::from(self.begins[at]);
                letters.extend(self.names.get(&self.word[begin..at]));
                at = begin;
            }
            letters.into_iter().rev().collect()
        })
    }

    /// All that names lead to behind the beginning, in order.
    pub(crate) fn ends(&self) -> impl Iterator<Item = usize> {
        let mut left = self.reached & !1;
        std::iter::from_fn(move || {
            let end = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_letters_lead_from_the_beginning() {
        let letters = Table::parse("के\tK\nसी\tC\n");
        let ways = spelled("केसी😀", &letters);
        let reached: Vec<_> = ways.ends().map(|at| (at, ways.letters(at).unwrap())).collect();
        assert_eq!(reached, [(6, "K".to_owned()), (12, "KC".to_owned())]);
        assert_eq!(ways.letters(9), None);
        assert_eq!(spelled(&"केसी".repeat(20), &letters).ends().count(), 0);
    }
}
