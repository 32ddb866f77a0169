//! Mojibake: UTF-8 that was read as Windows-1252 or Latin-1, once or several times, and letters lost for good.
//!
//! The slip is proved by undoing it: the characters are turned back into the bytes they came from, and the bytes
//! must be UTF-8 for a letter or mark that news has. Then the decoded text is the fix. Where a byte went missing, or a
//! replacement character (U+FFFD) stands for what nobody can know any more, nothing is offered. Real words with
//! accents stay, since accented letters side by side are hardly ever valid UTF-8. Text in a font's own code
//! (Kruti Dev: gS vkSj) is recognised by its commonest words and only named.

use super::{Article, Findings, Rule, Severity, near};
use crate::lang::{Words, words};
use crate::text::{Script, Span, TokenKind};

pub(super) const RULE: Rule =
    Rule { code: "mojibake", severity: Severity::Major, default_on: true, langs: &[], check };

/// The commonest words of Hindi and Marathi as Kruti Dev encodes them.
static KRUTI_DEV: Words = words!("mojibake/kruti-dev.tsv");

/// What Windows-1252 shows for the bytes 0x80 to 0x9F. The five that it leaves undefined are shown as control
/// characters, as browsers do.
const CP1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn check(article: &Article, findings: &mut Findings) {
    let text = article.doc.text;
    let mut at = 0;
    while let Some(next) = text[at..].find(|c: char| c == '\u{FFFD}' || lead(c).is_some()) {
        at += next;
        let (len, right) = match text[at..].chars().next() {
            Some('\u{FFFD}') => (lost(&text[at..]), None),
            Some(c) => match garbled(text, at) {
                Some((len, right)) => (len, right),
                None => {
                    at += c.len_utf8();
                    continue;
                }
            },
            None => break,
        };
        let finding = findings.report(Span::new(at..at + len)).arg("form", &text[at..at + len]);
        if let Some(right) = right {
            finding.arg("right", right.as_str()).replace(right).safe();
        }
        at += len;
    }
    font_encoded(article, findings);
}

/// The byte that `c` was read from.
fn byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{FF}' => Some(c as u8),
        _ => CP1252.iter().position(|&x| x == c).map(|i| 0x80 + i as u8),
    }
}

/// The byte, where it begins a character of UTF-8.
fn lead(c: char) -> Option<u8> {
    matches!(c, '\u{C2}'..='\u{F4}').then_some(c as u8)
}

/// Length of a run of replacement characters.
fn lost(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches('\u{FFFD}').len()
}

/// The garbled run at byte `at`: its length and, where every byte is still there, what it was.
fn garbled(text: &str, at: usize) -> Option<(usize, Option<String>)> {
    let rest = &text[at..];
    let (mut len, mut right, mut whole) = (0, String::new(), true);
    while let Some((n, c)) = unit(&rest[len..], len > 0) {
        if len == 0 && !in_word(text, at, n, c) {
            return None;
        }
        len += n;
        match c {
            Some(c) => right.push(c),
            None => whole = false,
        }
        // Between garbled words stand spaces and marks that ASCII kept.
        let gap = rest[len..].len() - rest[len..].trim_start_matches([' ', ',', '.', '-']).len();
        if gap > 0
            && unit(&rest[len + gap..], true).is_some_and(|(_, c)| c.is_some_and(is_indic))
            && is_indic_end(&right)
        {
            right.push_str(&rest[len..len + gap]);
            len += gap;
        }
    }
    if len == 0 {
        return None;
    }
    // Read wrongly twice, it decodes to mojibake again; each time it gets shorter.
    while let Some(again) = decode(&right) {
        right = again;
    }
    let right: String = right.chars().map(|c| if c == '\u{A0}' { ' ' } else { c }).collect();
    Some((len, whole.then_some(right)))
}

/// ń and the like stand in words; „Ä“ is a letter between German quotation marks.
fn in_word(text: &str, at: usize, len: usize, c: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    !c.is_some_and(|c| ('\u{100}'..='\u{17F}').contains(&c))
        || letter(near::before(text, at))
        || letter(near::after(text, at + len))
}

/// All of `text` decoded once, where it holds garbled runs and they decode.
fn decode(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut at = 0;
    let mut found = false;
    while let Some(c) = text[at..].chars().next() {
        match unit(&text[at..], false) {
            Some((len, Some(c))) => {
                out.push(c);
                at += len;
                found = true;
            }
            _ => {
                out.push(c);
                at += c.len_utf8();
            }
        }
    }
    found.then_some(out)
}

/// One garbled character at the start of `rest`: its length and what it was, `None` inside when a byte is lost.
/// `inside`: more of them stand before it, so that less proof is needed.
fn unit(rest: &str, inside: bool) -> Option<(usize, Option<char>)> {
    let mut chars = rest.chars();
    let first = lead(chars.next()?)?;
    let want = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    };
    let mut bytes = vec![first];
    let mut len = 2;
    for c in chars {
        if bytes.len() == want {
            break;
        }
        match byte(c) {
            Some(b @ 0x80..=0xBF) => bytes.push(b),
            // A no-break space (0xA0) was turned into a plain one: à¤ for ठ.
            None if c == ' '
                && inside
                && bytes.len() == 2
                && is_indic_lead(&bytes)
                && rest[len + 1..].starts_with('à') =>
            {
                bytes.push(0xA0);
            }
            _ => break,
        }
        len += c.len_utf8();
    }
    if bytes.len() == want {
        let c = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        return (is_plain(c) || inside && c.is_alphanumeric()).then_some((len, Some(c)));
    }
    match bytes.as_slice() {
        // The closing “ has a byte that Windows-1252 leaves undefined, and programs drop it.
        [0xE2, 0x80] => Some((len + if rest[len..].starts_with('\u{FFFD}') { 3 } else { 0 }, Some('”'))),
        // The soft hyphen (0xAD) is dropped likewise; other lost bytes can't be told.
        bytes if is_indic_lead(bytes) && bytes.len() == 2 && rest[2..].starts_with(['¤', '¥']) => {
            Some((len, None))
        }
        _ => None,
    }
}

/// First two bytes of the letters of India's scripts.
fn is_indic_lead(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE0, 0xA4..=0xB7, ..])
}

fn is_indic(c: char) -> bool {
    Script::of(c).is_indic()
}

fn is_indic_end(right: &str) -> bool {
    right.chars().next_back().is_some_and(is_indic)
}

/// Letters and marks that one garbled character alone may stand for. Two accented letters of French or Portuguese
/// that happen to be UTF-8 decode to something rarer.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{17F}' | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20BF}' | '\u{2100}'..='\u{214F}' | '\u{218}'..='\u{21B}' | '\u{391}'..='\u{3C9}' | '\u{410}'..='\u{44F}' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}' | '\u{2190}'..='\u{21FF}' | '\u{1E00}'..='\u{1EFF}')
        || is_indic(c)
}

/// Words of a paragraph that must be Kruti Dev's for it to be so, and their share: names of companies and
/// abbreviations can look like one of them, not like several in a row.
const FONT_WORDS: usize = 3;

fn font_encoded(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for paragraph in &doc.paragraphs {
        let latin = doc
            .tokens_of(paragraph)
            .iter()
            .filter(|t| t.kind == TokenKind::Word && t.script == Script::Latin);
        let (mut all, mut hits) = (0, 0);
        for token in latin {
            all += 1;
            hits += usize::from(KRUTI_DEV.contains(doc.word(token)));
        }
        if hits >= FONT_WORDS && hits * 5 >= all {
            findings
                .report(paragraph.span)
                .arg("form", doc.slice(paragraph.span))
                .arg("encoding", "Kruti Dev");
        }
    }
}
