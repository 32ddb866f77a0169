//! Gettext: each msgstr is a text of its own, its msgid the original.

use super::Bilingual;
use super::prose::Prose;

/// Which string the lines belong to.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Context,
    Id,
    IdPlural,
    /// The translation, and whether it is that of the plural.
    Str(bool),
}

/// A quoted string: what stands between its quotes, and where.
type Quoted<'f> = (usize, &'f str);

#[derive(Default)]
struct Entry<'f> {
    id: Vec<Quoted<'f>>,
    plural: Vec<Quoted<'f>>,
    /// Each with whether it is of the plural.
    translations: Vec<(bool, Vec<Quoted<'f>>)>,
}

/// Takes the translations and their originals out of a file of messages.
pub fn read(file: &str) -> Bilingual {
    let mut texts = Bilingual::default();
    let (mut entry, mut field, mut at) = (Entry::default(), None, 0);
    for line in file.split_inclusive('\n') {
        let words = line.trim();
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let keyword = words.split(['"', ' ', '\t']).next().unwrap_or_default();
        let next = match keyword {
            "msgctxt" => Some(Field::Context),
            "msgid" => Some(Field::Id),
            "msgid_plural" => Some(Field::IdPlural),
            "msgstr" | "msgstr[0]" => Some(Field::Str(false)),
            other if other.starts_with("msgstr[") => Some(Field::Str(true)),
            "" if words.starts_with('"') => field,
            // A comment (or an entry no longer used), or an empty line.
            _ => None,
        };
        let begins = matches!(next, Some(Field::Context | Field::Id)) && keyword.starts_with("msg");
        if (begins || words.is_empty()) && !entry.translations.is_empty() {
            std::mem::take(&mut entry).add(&mut texts);
        }
        field = next;
        let Some(field) = field else { continue };
        if let (Field::Str(plural), true) = (field, keyword.starts_with("msg")) {
            entry.translations.push((plural, Vec::new()));
        }
        let quoted = words.find('"').zip(words.rfind('"')).filter(|(open, close)| open < close);
        if let Some((open, close)) = quoted {
            entry.push(field, (start + open + 1, &words[open + 1..close]));
        }
    }
    entry.add(&mut texts);
    texts
}

impl<'f> Entry<'f> {
    fn push(&mut self, field: Field, quoted: Quoted<'f>) {
        match field {
            Field::Context => {}
            Field::Id => self.id.push(quoted),
            Field::IdPlural => self.plural.push(quoted),
            Field::Str(_) => {
                if let Some((_, lines)) = self.translations.last_mut() {
                    lines.push(quoted);
                }
            }
        }
    }

    fn add(self, texts: &mut Bilingual) {
        if self.id.iter().all(|(_, words)| words.is_empty()) {
            let head = self.translations.iter().flat_map(|(_, lines)| lines).map(|(_, words)| *words);
            let language = |line: &str| line.strip_prefix("Language:").map(|tag| tag.trim().to_owned());
            let named = head.flat_map(|words| words.split("\\n")).find_map(language);
            texts.lang = named.or(texts.lang.take());
            return;
        }
        for (plural, lines) in self.translations {
            let id = if plural && !self.plural.is_empty() { &self.plural } else { &self.id };
            texts.unit(|prose| add(id, prose), |prose| add(&lines, prose));
        }
    }
}

fn add(lines: &[Quoted], prose: &mut Prose) {
    for (at, line) in lines {
        let mut from = 0;
        while from < line.len() {
            let (length, kind) = piece(&line[from..]);
            let range = at + from..at + from + length;
            let words = &line[from..from + length];
            match kind {
                Piece::Words => prose.piece(words, range, words, false),
                Piece::Escape(words) => prose.piece(words, range, &line[from..from + length], false),
                Piece::Code => prose.mute(words, range),
            }
            from += length;
        }
    }
}

enum Piece<'l> {
    Words,
    Escape(&'l str),
    /// A blank to be filled, or a tag: `%(name)s`, `{0}`, `<b>`.
    Code,
}

/// The piece that `rest` begins with, and its bytes.
fn piece(rest: &str) -> (usize, Piece<'_>) {
    let bytes = rest.as_bytes();
    if bytes[0] == b'\\' {
        let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
        let words = match &rest[1..length] {
            "n" | "r" => "\n",
            "t" => "\t",
            other => other,
        };
        return (length, Piece::Escape(words));
    }
    if let Some(length) = code(rest) {
        return (length, Piece::Code);
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let end = rest[first..].find(['\\', '%', '{', '<']).map_or(rest.len(), |end| first + end);
    (end, Piece::Words)
}

/// Bytes of a blank or a tag at most: a bracket that closes later closes something else.
const LONGEST: usize = 256;

fn code(rest: &str) -> Option<usize> {
    let find = |close: u8| rest.bytes().take(LONGEST).position(|byte| byte == close);
    match rest.as_bytes() {
        [b'%', b'(', ..] => {
            let close = find(b')')? + 1;
            rest[close..].starts_with(|c: char| c.is_ascii_alphabetic()).then_some(close + 1)
        }
        [b'%', ..] => {
            let flags = |c: char| c.is_ascii_digit() || "$.+-#lhz".contains(c);
            let at = 1 + rest[1..].find(|c| !flags(c))?;
            rest[at..].starts_with(|c: char| "sdiufgxXcp".contains(c)).then_some(at + 1)
        }
        [b'{', ..] => {
            let close = find(b'}')?;
            rest[1..close].bytes().all(|b| b.is_ascii()).then_some(close + 1)
        }
        [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'/' => find(b'>').map(|end| end + 1),
        _ => None,
    }
}
