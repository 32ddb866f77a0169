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

fn class(c: char) -> Class {
    match c {
        '\0'..='\u{7F}' => ASCII[c as usize],
        '\u{904}'..='\u{939}' | '\u{93D}' | '\u{950}' | '\u{958}'..='\u{961}' | '\u{971}'..='\u{97F}' => {
            Class::Letter
        }
        '\u{900}'..='\u{903}' | '\u{93A}'..='\u{93C}' | '\u{93E}'..='\u{94F}' => Class::Sign,
        '\u{964}' | '\u{965}' => Class::Mark,
        '\u{966}'..='\u{96F}' => Class::Digit,
        '“' | '”' => Class::Quote,
        '‘' | '’' => Class::InnerQuote,
        '…' | '–' | '—' => Class::Mark,
        _ => Class::Other,
    }
}

/// The first segment of a text, where it is plain.
pub(super) struct Plain {
    /// In bytes.
    pub len: usize,
    pub kind: TokenKind,
    pub script: Script,
    pub digits: Option<Digits>,
}

/// The first segment of `text`, which begins at a segment's boundary; `None` when only the long way can tell.
pub(super) fn plain(text: &str) -> Option<Plain> {
    use Class::*;
    let first = text.chars().next()?;
    let begins = class(first);
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
    let goes_on = |next: Class| match begins {
        Letter => matches!(next, Letter | Sign),
        Latin | Digit | Space => next == begins,
        _ => false,
    };
    let mut rest = text[first.len_utf8()..].chars();
    let (mut len, mut next) = (first.len_utf8(), None);
    for c in rest.by_ref() {
        let class = class(c);
        if !goes_on(class) {
            next = Some(class);
            break;
        }
        len += c.len_utf8();
    }
    let blank = |class: Option<Class>| matches!(class, None | Some(Space | LineFeed));
    let ends = match (begins, next) {
        (_, None) | (LineFeed, _) => true,
        // What joins the character before it, or may.
        (_, Some(Sign | Other)) => false,
        (Latin | Letter, Some(Latin | Letter | Digit)) | (Digit, Some(Latin | Letter | Digit)) => false,
        (Latin | Letter, Some(InnerQuote | Stop | InWord)) => blank(rest.next().map(class)),
        (Digit, Some(InnerQuote | Stop | InNumber)) => blank(rest.next().map(class)),
        _ => true,
    };
    let digits = || digit(first).map(|(system, _)| system);
    ends.then(|| Plain { len, kind, script, digits: if begins == Digit { digits() } else { None } })
}
