//! A short cut through the rules of UAX #29 for what most text is made of: plain letters of the Latin alphabet and
//! Devanagari, digits, single spaces and common marks. What is not plain takes the long way; a test holds the two
//! against each other.

use super::{Digits, Script, TokenKind, digit};

/// What a character is to the short cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Latin,
    /// A Devanagari letter.
    Letter,
    /// A Devanagari sign, which joins what stands before it.
    Sign,
    Digit,
    Space,
    LineFeed,
    Quote,
    /// A mark that never stands inside a word or a number.
    Mark,
    /// A quotation mark that may stand inside both: it’s, 1’000.
    InnerQuote,
    /// The full stop: may stand inside both.
    Stop,
    /// May stand inside a number: , ;
    InNumber,
    /// May stand inside a word: the colon.
    InWord,
    /// Anything else.
    Other,
}

/// By character, for ASCII.
const ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut c = 0x20;
    while c < 0x7F {
        classes[c as usize] = match c {
            b' ' => Class::Space,
            b'0'..=b'9' => Class::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Latin,
            b'\'' => Class::InnerQuote,
            b'"' | b'`' => Class::Quote,
            b'.' => Class::Stop,
            b',' | b';' => Class::InNumber,
            b':' => Class::InWord,
            // Joins words and numbers.
            b'_' => Class::Other,
            _ => Class::Mark,
        };
        c += 1;
    }
    classes[b'\n' as usize] = Class::LineFeed;
    classes
};

/// By character, for the block of Devanagari, from U+0900 on.
const DEVANAGARI: [Class; 128] = {
    let mut classes = [Class::Letter; 128];
    let mut c = 0;
    while c < 128 {
        match 0x900 + c {
            0x900..=0x903 | 0x93A..=0x93C | 0x93E..=0x94F => classes[c] = Class::Sign,
            0x964 | 0x965 => classes[c] = Class::Mark,
            0x966..=0x96F => classes[c] = Class::Digit,
            0x951..=0x957 | 0x962 | 0x963 | 0x970 => classes[c] = Class::Other,
            _ => {}
        }
        c += 1;
    }
    classes
};

/// The class of the character that begins at byte `at`, and its length in bytes; `None` at the end of the text.
///
/// ASCII and Devanagari are read from their bytes: nearly all characters of the texts here are of these.
#[inline(always)]
fn class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    match *bytes.get(at)? {
        byte @ 0..0x80 => Some((ASCII[usize::from(byte)], 1)),
        0xE0 if at + 2 < bytes.len() && bytes[at + 1] & 0xFE == 0xA4 => {
            Some((DEVANAGARI[usize::from((bytes[at + 1] & 1) << 6 | bytes[at + 2] & 0x3F)], 3))
        }
        _ => rarer_class_at(text, at),
    }
}

#[inline(never)]
fn rarer_class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let c = text[at..].chars().next()?;
    let class = match c {
        '“' | '”' => Class::Quote,
        '‘' | '’' => Class::InnerQuote,
        '…' | '–' | '—' => Class::Mark,
        _ => Class::Other,
    };
    Some((class, c.len_utf8()))
}

/// The first segment of a text, where it is plain.
pub(super) struct Plain {
    /// In bytes.
    pub len: usize,
    pub kind: TokenKind,
    pub script: Script,
    pub digits: Option<Digits>,
}

/// The segment of `text` that begins at byte `at`, a segment's boundary; `None` when only the long way can tell.
pub(super) fn plain(text: &str, at: usize) -> Option<Plain> {
    use Class::*;
    let (begins, first) = class_at(text, at)?;
    let (kind, script) = match begins {
        Latin => (TokenKind::Word, Script::Latin),
        Letter => (TokenKind::Word, Script::Devanagari),
        Digit => (TokenKind::Number, Script::Common),
        Space => (TokenKind::Space, Script::Common),
        LineFeed => (TokenKind::Break, Script::Common),
        Quote | InnerQuote => (TokenKind::Quote, Script::Common),
        Mark | Stop | InNumber | InWord => (TokenKind::Punct, Script::Common),
        Sign | Other => return None,
    };
    let mut end = at + first;
    loop {
        end = run(text, end, begins);
        let Some((class, len)) = class_at(text, end) else { break };
        let may_join = match begins {
            Latin | Letter => matches!(class, InnerQuote | Stop | InWord),
            Digit => matches!(class, InnerQuote | Stop | InNumber),
            _ => false,
        };
        let behind = if may_join { class_at(text, end + len) } else { None };
        match (class, behind.map(|(class, _)| class)) {
            (_, Some(Sign | Other)) => return None,
            // don’t, 1,500. Letters that a stop or a colon joins are cut apart again in any case.
            (InnerQuote, Some(behind)) | (_, Some(behind @ Digit)) if behind == begins => end += len,
            (InnerQuote, Some(Latin | Letter)) => return None,
            _ if may_join => break,
            // What joins the character before it, or may.
            (Sign | Other, _) if begins != LineFeed => return None,
            (Latin | Letter | Digit, _) if matches!(begins, Latin | Letter | Digit) => return None,
            _ => break,
        }
    }
    let digits = || text[at..].chars().next().and_then(digit).map(|(system, _)| system);
    Some(Plain { len: end - at, kind, script, digits: if begins == Digit { digits() } else { None } })
}

/// Where the run of characters ends that goes on at byte `at` and began with one of the class `begins`.
fn run(text: &str, mut at: usize, begins: Class) -> usize {
    let bytes = text.as_bytes();
    match begins {
        Class::Latin | Class::Space => {
            while bytes.get(at).is_some_and(|&byte| byte < 0x80 && ASCII[usize::from(byte)] == begins) {
                at += 1;
            }
        }
        Class::Letter => {
            while let Some((Class::Letter | Class::Sign, len)) = class_at(text, at) {
                at += len;
            }
        }
        Class::Digit => {
            while let Some((Class::Digit, len)) = class_at(text, at) {
                at += len;
            }
        }
        _ => {}
    }
    at
}
