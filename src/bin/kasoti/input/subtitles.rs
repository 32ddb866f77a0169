//! SubRip and WebVTT: the words of the cues. A sentence may run over several of them.

use super::html;
use super::prose::Prose;

/// Bytes of a tag at most: a bracket that closes later closes something else.
const LONGEST: usize = 256;

/// Takes the words out of the cues; WebVTT also has character references.
pub fn read(file: &str, is_vtt: bool) -> Prose {
    let mut prose = Prose::default();
    let (mut at, mut in_cue, mut is_first) = (0, false, true);
    for line in file.split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        if words.contains("-->") && words.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            (in_cue, is_first) = (true, true);
        } else if words.trim().is_empty() {
            in_cue = false;
        } else if in_cue {
            join(words, is_first, &mut prose);
            add(words, at, is_vtt, &mut prose);
            is_first = false;
        }
        at += line.len();
    }
    prose
}

/// What stands between the words so far and the next line.
fn join(line: &str, is_first: bool, prose: &mut Prose) {
    let ends = |c: char| ".?!।॥…\"”’»)]♪:".contains(c);
    // A dash is another speaker, a note a song.
    let is_other = line.trim_start().starts_with(['-', '–', '—', '♪']);
    if is_other || is_first && prose.text.trim_end().ends_with(ends) {
        prose.break_line();
    } else {
        prose.space();
    }
}

/// Adds a line without its tags: `<i>`, `<v Name>`, `<00:01.000>`, `{\an8}`.
fn add(line: &str, at: usize, is_vtt: bool, prose: &mut Prose) {
    let mut from = 0;
    while from < line.len() {
        let rest = &line[from..];
        let tag = rest.find(['<', '{']).filter(|&i| tag_length(&rest[i..]).is_some());
        // A bracket that opens no tag is passed together with the words before the next.
        let skip = rest.find(['<', '{']).map_or(0, |i| i + 1);
        let words = tag.unwrap_or_else(|| {
            rest[skip..].find(['<', '{']).filter(|_| skip > 0).map_or(rest.len(), |i| skip + i)
        });
        if is_vtt {
            html::text(&rest[..words], at + from, false, prose);
        } else {
            prose.verbatim(&rest[..words], at + from);
        }
        from += words + tag.and_then(|i| tag_length(&rest[i..])).unwrap_or(0);
    }
}

/// Bytes of the tag that `rest` begins with.
fn tag_length(rest: &str) -> Option<usize> {
    let close = match rest.as_bytes() {
        [b'{', b'\\', ..] => b'}',
        [b'<', next, ..] if next.is_ascii_alphanumeric() || *next == b'/' => b'>',
        _ => return None,
    };
    rest.bytes().take(LONGEST).position(|byte| byte == close).map(|end| end + 1)
}
