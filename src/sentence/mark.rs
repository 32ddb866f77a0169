//! What a punctuation mark does to a sentence.

/// The part that a mark plays at the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full stop: an end, an abbreviation, a decimal, part of a name.
    Stop,
    /// An ellipsis in one character.
    Ellipsis,
    /// A mark that has no other use: ? ! । ॥ 。 ؟ ።
    Final,
    /// The vertical line, typed for a danda.
    Pipe,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// After it the sentence goes on: , ; :
    Continues,
    /// A dash: goes on when spaces stand around it.
    Dash,
    /// Begins an item of a list.
    Bullet,
    /// A picture; after the stop it belongs to what was said before.
    Emoji,
    /// Anything else.
    Other,
}

impl Mark {
    /// Whether a sentence may end here.
    pub(super) fn may_end(self) -> bool {
        matches!(self, Mark::Stop | Mark::Ellipsis | Mark::Final | Mark::Pipe)
    }

    /// The part of `c`, where no language says otherwise.
    #[inline]
    pub(super) fn of(c: char) -> Mark {
        match ASCII.get(c as usize) {
            Some(mark) => *mark,
            None => Mark::beyond_ascii(c),
        }
    }

    fn beyond_ascii(c: char) -> Mark {
        match c {
            '।' => Mark::Final,
            '\u{2024}' | '\u{FE52}' | '．' => Mark::Stop,
            '…' | '⋯' | '\u{FE19}' => Mark::Ellipsis,
            '｜' => Mark::Pipe,
            '（' | '［' | '｛' | '《' | '〈' | '【' | '〔' => Mark::Open,
            '）' | '］' | '｝' | '》' | '〉' | '】' | '〕' => Mark::Close,
            '،' | '؛' | '、' | '，' | '；' | '：' => Mark::Continues,
            '–' | '—' | '―' | '‐' | '‑' => Mark::Dash,
            '•' | '●' | '▪' | '■' | '◦' | '‣' | '⁃' | '○' | '►' | '➤' => Mark::Bullet,
            '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' => Mark::Emoji,
            c if is_final(c as u32) => Mark::Final,
            _ => Mark::Other,
        }
    }
}

/// By character: most marks of any text.
const ASCII: [Mark; 128] = {
    let mut marks = [Mark::Other; 128];
    let mut c = 0;
    while c < 128 {
        marks[c as usize] = match c {
            b'.' => Mark::Stop,
            b'?' | b'!' => Mark::Final,
            b'|' => Mark::Pipe,
            b'(' | b'[' | b'{' => Mark::Open,
            b')' | b']' | b'}' => Mark::Close,
            b',' | b';' | b':' => Mark::Continues,
            b'-' => Mark::Dash,
            b'*' => Mark::Bullet,
            _ => Mark::Other,
        };
        c += 1;
    }
    marks
};

/// Marks that end sentences and nothing else, first and last of each run, ascending. Source: Unicode property
/// Sentence_Terminal without the full stops, and the Tibetan shads, which Unicode leaves to the languages.
const FINALS: &[(u32, u32)] = &[
    (0x589, 0x589),
    (0x61D, 0x61F),
    (0x6D4, 0x6D4),
    (0x700, 0x702),
    (0x7F9, 0x7F9),
    (0x837, 0x837),
    (0x839, 0x839),
    (0x83D, 0x83E),
    (0x964, 0x965),
    (0xF0D, 0xF0E),
    (0x104A, 0x104B),
    (0x1362, 0x1362),
    (0x1367, 0x1368),
    (0x166E, 0x166E),
    (0x1735, 0x1736),
    (0x17D4, 0x17D5),
    (0x1803, 0x1803),
    (0x1809, 0x1809),
    (0x1944, 0x1945),
    (0x1AA8, 0x1AAB),
    (0x1B5A, 0x1B5B),
    (0x1B5E, 0x1B5F),
    (0x1C3B, 0x1C3C),
    (0x1C7E, 0x1C7F),
    (0x203C, 0x203D),
    (0x2047, 0x2049),
    (0x2E2E, 0x2E2E),
    (0x2E3C, 0x2E3C),
    (0x2E53, 0x2E54),
    (0x3002, 0x3002),
    (0xA4FF, 0xA4FF),
    (0xA60E, 0xA60F),
    (0xA6F3, 0xA6F3),
    (0xA6F7, 0xA6F7),
    (0xA876, 0xA877),
    (0xA8CE, 0xA8CF),
    (0xA92F, 0xA92F),
    (0xA9C8, 0xA9C9),
    (0xAA5D, 0xAA5F),
    (0xAAF0, 0xAAF1),
    (0xABEB, 0xABEB),
    (0xFE56, 0xFE57),
    (0xFF01, 0xFF01),
    (0xFF1F, 0xFF1F),
    (0xFF61, 0xFF61),
    (0x10A56, 0x10A57),
    (0x11047, 0x11048),
    (0x110BE, 0x110C1),
    (0x11141, 0x11143),
    (0x111C5, 0x111C6),
    (0x11238, 0x11239),
    (0x1144B, 0x1144C),
    (0x115C2, 0x115C3),
    (0x11641, 0x11642),
    (0x1BC9F, 0x1BC9F),
    (0x1DA88, 0x1DA88),
];

fn is_final(code: u32) -> bool {
    let at = FINALS.partition_point(|&(_, last)| last < code);
    FINALS.get(at).is_some_and(|&(first, _)| first <= code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_ascend() {
        assert!(FINALS.iter().all(|r| r.0 <= r.1));
        assert!(FINALS.windows(2).all(|w| w[0].1 < w[1].0));
    }

    #[test]
    fn marks_of_all_scripts() {
        for c in "।॥؟۔։።။។།。！？‼⁉?!".chars() {
            assert_eq!(Mark::of(c), Mark::Final, "{c}");
        }
        for (c, mark) in [
            ('.', Mark::Stop),
            ('…', Mark::Ellipsis),
            ('|', Mark::Pipe),
            (';', Mark::Continues),
            ('·', Mark::Other),
            ('😀', Mark::Emoji),
            ('%', Mark::Other),
        ] {
            assert_eq!(Mark::of(c), mark, "{c}");
        }
    }
}
