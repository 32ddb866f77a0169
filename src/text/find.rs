//! Searching for short words and characters.

/// The byte of `text` at which `needle` first stands, if it does. `str::find` prepares for needles of any length, at
/// four kilobytes; all that are looked for here are a few letters.
pub fn find(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let Some((first, rest)) = needle.split_first() else { return (!text.is_empty()).then_some(0) };
    (0..text.len()).find(|&at| text[at] == *first && text[at + 1..].starts_with(rest))
}

/// Whether `c` stands in `text`; `str::contains` looks for most characters as for words.
pub fn has(text: &str, c: char) -> bool {
    text.chars().any(|other| other == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_finds() {
        for (text, needle) in
            [("सर्वर", "र\u{94D}"), ("😀--😀>", "-"), ("ab", "abc"), ("", "a"), ("aab", "ab")]
        {
            assert_eq!(find(text, needle), text.find(needle));
        }
    }
}
