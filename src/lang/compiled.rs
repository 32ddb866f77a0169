//! Tables that are small enough to be part of the program.

use std::sync::LazyLock;

use crate::table::Table;

/// A compiled-in table, parsed when it is first asked for.
pub type Words = LazyLock<Table>;

/// A table without a row.
pub static NO_WORDS: Words = LazyLock::new(Table::default);

/// The [`Words`] of a file, by its path from the file that asks: `words!("cues.tsv")`. What the file says of itself
/// in its head stays out of the program.
macro_rules! words {
    ($file:expr) => {
        std::sync::LazyLock::new(|| {
            use $crate::lang::compiled::{body, copy, text};
            const FILE: &str = include_str!($file);
            const ROWS: [u8; body(FILE).len()] = copy(body(FILE));
            const TEXT: &str = text(&ROWS);
            $crate::table::Table::parse(TEXT)
        })
    };
}
pub(crate) use words;

/// What [`copy`] gives, as text again.
pub(crate) const fn text(rows: &[u8]) -> &str {
    match std::str::from_utf8(rows) {
        Ok(text) => text,
        Err(_) => panic!("whole lines of a text are text"),
    }
}

/// The lines behind the comments at the head.
pub(crate) const fn body(file: &str) -> &[u8] {
    let mut rest = file.as_bytes();
    let mut in_comment = false;
    while let [first, after @ ..] = rest {
        if !in_comment && *first != b'#' {
            break;
        }
        in_comment = *first != b'\n';
        rest = after;
    }
    rest
}

/// A copy: a part of a constant would bring the whole of it into the program.
pub(crate) const fn copy<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut copy = [0; N];
    copy.copy_from_slice(bytes);
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_left_out() {
        assert_eq!(body("# दोन\n#! columns: word\nक😀\n# no head\n"), "क😀\n# no head\n".as_bytes());
        assert_eq!(body("# nothing else"), b"");
        assert_eq!(body(""), b"");
    }
}
