//! Acronyms spelled out in the names of Latin letters: केसीएनए.

use crate::table::Table;

/// Characters of the longest name of a letter, डब्ल्यू.
const LONGEST_LETTER: usize = 8;

/// For each byte of `word`, and its end, the Latin letters whose names lead there from the beginning, if any do.
pub(crate) fn spelled(word: &str, letters: &Table) -> Vec<Option<String>> {
    let mut ways: Vec<Option<String>> = vec![None; word.len() + 1];
    ways[0] = Some(String::new());
    for (at, _) in word.char_indices() {
        let Some(way) = ways[at].clone() else { continue };
        for (end, c) in word[at..].char_indices().take(LONGEST_LETTER) {
            let end = at + end + c.len_utf8();
            if let Some(letter) = letters.get(&word[at..end]) {
                ways[end] = Some([way.as_str(), letter].concat());
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_letters_lead_from_the_beginning() {
        let letters = Table::parse("के\tK\nसी\tC\n");
        let ways = spelled("केसी😀", &letters);
        let reached: Vec<_> =
            ways.iter().enumerate().filter_map(|(at, w)| Some((at, w.as_deref()?))).collect();
        assert_eq!(reached, [(0, ""), (6, "K"), (12, "KC")]);
    }
}
