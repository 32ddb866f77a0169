//! Characters written as escapes: \u0930, \n, %E0%A4%B0.

use super::super::near;
use super::Piece;

/// The escape at byte `at` of `line`; a run of them is one piece.
pub(super) fn escape(line: &str, at: usize) -> Option<Piece> {
    let rest = &line[at..];
    unicode(rest).or_else(|| percent(line, at)).or_else(|| control(line, at))
}

/// `\u0930\u093E`: code units of UTF-16 in hexadecimal.
fn unicode(rest: &str) -> Option<Piece> {
    let mut units = Vec::new();
    let mut len = 0;
    while let Some(hex) = rest[len..].strip_prefix("\\u").and_then(|tail| tail.get(..4)) {
        let Ok(unit) = u16::from_str_radix(hex, 16) else { break };
        units.push(unit);
        len += 2 + 4;
    }
    let decoded = String::from_utf16(&units).ok().filter(|_| len > 0)?;
    let right = decoded.chars().filter(|c| !matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}'));
    Some(Piece::read(len, right.map(|c| if c == '\u{A0}' { ' ' } else { c }).collect::<String>()))
}

/// `%E0%A4%AE`: bytes of UTF-8, outside of a web address.
fn percent(line: &str, at: usize) -> Option<Piece> {
    let rest = &line[at..];
    let byte = |i: usize| {
        let hex = rest.get(i..i + 3)?.strip_prefix('%')?;
        u8::from_str_radix(hex, 16).ok()
    };
    let bytes: Vec<u8> = (0..).step_by(3).map_while(byte).collect();
    let decoded = String::from_utf8(bytes).ok()?;
    let address = near::before(line, at).is_some_and(|c| c.is_ascii() && !c.is_whitespace());
    // One letter beyond ASCII is two bytes at least; %20 alone may be an odd percentage.
    let foreign = decoded.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    (foreign && !address).then(|| Piece::read(3 * decoded.len(), decoded))
}

/// `\n`, `\t`, `\"`: what programs write for a line break, a tab, a mark.
fn control(line: &str, at: usize) -> Option<Piece> {
    let mut chars = line[at..].strip_prefix('\\')?.chars();
    let right = match chars.next()? {
        'n' => "\n",
        'r' => "",
        't' => " ",
        '"' => "\"",
        '\'' => "'",
        _ => return None,
    };
    let letter = !matches!(right, "\"" | "'");
    // C:\new and \\server\templates are paths: the letter goes on as a word, or a word stands before.
    let path = letter
        && (chars.next().is_some_and(|c| c.is_ascii_lowercase())
            || near::before(line, at).is_some_and(|c| c.is_ascii_alphanumeric() || c == ':' || c == '\\')
                && !line[at..].starts_with("\\n"));
    (!path).then(|| Piece::read(2, right))
}
