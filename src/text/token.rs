//! Tokens: words, numbers, marks and the space between them.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::plain::{Plain, plain};
use super::{Digits, Script, Span, digit};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with what stands inside them: मराठी, don’t, A२, ḱ.
    Word,
    /// Digits, with the separators between them: १,५००.२५, 2026.
    Number,
    /// A quotation mark of any shape.
    Quote,
    /// Any other mark or symbol, one grapheme a token, equal terminators apart: . , । ? … ( %
    Punct,
    /// White space within a paragraph.
    Space,
    /// The end of a paragraph: line feed, carriage return (both together count once), U+2028, U+2029, U+0085.
    Break,
}

/// One token of the text. Tokens tile the text: each begins where the one before it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Of its first letter; common for numbers and marks.
    pub script: Script,
    /// Of its first digit, where it has one.
    pub digits: Option<Digits>,
}

/// The tokens of `text`, in order, tiling it.
///
/// The general rules of Unicode (UAX #29) give the words; they keep `म्हणाले.त्यांनी` and `a:b` whole, which
/// for us are three tokens each, and `३.५` or `१,५००` as one, which is right.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    // A sign that goes before its letter holds on to the next segment, which is for the long way then.
    let mut held = false;
    while at < text.len() {
        match plain(text, at).filter(|_| !held) {
            Some(Plain { len, kind, script, digits }) => {
                add(Token { span: Span::new(at..at + len), kind, script, digits }, &mut tokens);
                at += len;
            }
            None => {
                at += segment(text, at, &mut tokens);
                held = ends_with_prepended(&text[..at]);
            }
        }
    }
    tokens
}

/// Takes the segment that begins at byte `at` the long way; gives its length. No rule of UAX #29 looks back over a
/// boundary, so that a text may be read on from any.
fn segment(text: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let mut segment = text[at..].split_word_bounds().next().unwrap_or(&text[at..]);
    let (len, mut start) = (segment.len(), at);
    if ends_with_prepended(&text[..at])
        && let Some(last) = tokens.last_mut()
        && !GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
    {
        let held = segment.graphemes(true).next().map_or(0, str::len);
        last.span.end += held as u32;
        (start, segment) = (at + held, &segment[held..]);
        if segment.is_empty() {
            return len;
        }
    }
    let kind = kind(segment);
    if kind == TokenKind::Punct && segment.starts_with(char::is_whitespace) {
        // Segments go on behind a space with any mark that shows nothing itself; graphemes do so less often.
        for (at, grapheme) in segment.grapheme_indices(true) {
            push(grapheme, start + at, self::kind(grapheme), tokens);
        }
    } else if kind == TokenKind::Word && segment.contains(['.', ':', '·']) {
        split_word(segment, start, tokens);
    } else {
        push(segment, start, kind, tokens);
    }
    len
}

/// Cuts a word at the marks that UAX #29 lets stand between letters.
fn split_word(segment: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut from = 0;
    for (at, mark) in segment.match_indices(['.', ':', '·']) {
        let end = at + mark.len();
        // A mark under a combining sign is one grapheme with it, and between digits part of the number.
        let is_boundary =
            |at: usize| GraphemeCursor::new(at, segment.len(), true).is_boundary(segment, 0).unwrap_or(true);
        let held = end == segment.len()
            || !is_boundary(at)
            || !is_boundary(end)
            || ends_with_digit(&segment[from..at]) && segment[end..].starts_with(|c| digit(c).is_some());
        if at > from && !held {
            push(&segment[from..at], start + from, kind(&segment[from..at]), tokens);
            push(mark, start + at, TokenKind::Punct, tokens);
            from = end;
        }
    }
    push(&segment[from..], start + from, kind(&segment[from..]), tokens);
}

fn push(segment: &str, start: usize, kind: TokenKind, tokens: &mut Vec<Token>) {
    let span = Span::new(start..start + segment.len());
    let script = if kind == TokenKind::Word { Script::of_word(segment) } else { Script::Common };
    let digits = match kind {
        TokenKind::Word | TokenKind::Number => segment.chars().find_map(digit).map(|(system, _)| system),
        _ => None,
    };
    add(Token { span, kind, script, digits }, tokens);
}

fn add(token: Token, tokens: &mut Vec<Token>) {
    match tokens.last_mut() {
        // UAX #29 gives a tab and each line break its own segment; runs of spaces are one token.
        Some(last) if token.kind == TokenKind::Space && last.kind == TokenKind::Space => {
            last.span.end = token.span.end;
        }
        _ => tokens.push(token),
    }
}

fn kind(segment: &str) -> TokenKind {
    let first = segment.chars().next().expect("a segment is never empty");
    match first {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => TokenKind::Break,
        // A space that carries a combining mark shows something.
        c if c.is_whitespace() && segment.chars().all(char::is_whitespace) => TokenKind::Space,
        c if c.is_whitespace() => TokenKind::Punct,
        '"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '‚' | '«' | '»' | '‹' | '›' | '‟' | '‛' | '′' | '″'
        | '`' => TokenKind::Quote,
        _ if segment.chars().any(char::is_alphabetic) => TokenKind::Word,
        // A vowel sign with no base is still a piece of a word.
        c if Script::of(c) != Script::Common => TokenKind::Word,
        _ if segment.chars().any(|c| c.is_numeric()) => TokenKind::Number,
        _ => TokenKind::Punct,
    }
}

/// Whether the text so far ends with a sign that goes before its letter (the number signs of Arabic, the dot reph of
/// Malayalam): one grapheme with what follows, though not one word. Source: Unicode property
/// Grapheme_Cluster_Break=Prepend.
fn ends_with_prepended(text: &str) -> bool {
    let is_rare = |c: char| {
        matches!(c, '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}'..='\u{891}' | '\u{8E2}' | '\u{D4E}')
            || matches!(c, '\u{11000}'..='\u{11FFF}')
    };
    text.chars().next_back().is_some_and(is_rare)
}

fn ends_with_digit(s: &str) -> bool {
    s.chars().next_back().is_some_and(|c| digit(c).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        let show = |t: Token| format!("{:?}:{}", t.kind, t.span.of(text));
        tokenize(text)
            .into_iter()
            .filter(|t| t.kind != TokenKind::Space)
            .map(show)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(
            shown("म्हणाले.त्यांनी १,५००.२५ रु. “नाही” 😀"),
            "Word:म्हणाले Punct:. Word:त्यांनी Number:१,५००.२५ Word:रु Punct:. Quote:“ Word:नाही Quote:” Punct:😀"
        );
        assert_eq!(shown("don’t पु.ल. v1.2"), "Word:don’t Word:पु Punct:. Word:ल Punct:. Word:v1.2");
    }

    /// The long way alone.
    fn tokenize_slowly(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for (at, _) in text.split_word_bound_indices() {
            segment(text, at, &mut tokens);
        }
        tokens
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_cut_leads_to_the_same_tokens(text in text()) {
            prop_assert_eq!(tokenize(&text), tokenize_slowly(&text));
        }
    }

    /// Plain characters, with what joins or parts them in unforeseen ways now and then.
    fn text() -> impl Strategy<Value = String> {
        let plain = "aZन\u{94D}\u{93F}\u{902}क्१9 ,.;:'’‘\"“।\n-…(_";
        let odd = "\u{200D}\u{200C}\u{301}\u{AD}\u{202E}\u{FEFF}\r\t\u{85}\u{A0}\u{600}\u{D4E}·é中カ한א\u{5F4}😀👩🇮🇳\u{1F3FD}\u{FE0F}०৭٣";
        let [plain, odd]: [Vec<char>; 2] = [plain, odd].map(|s| s.chars().collect());
        let one = prop_oneof![
            8 => prop::sample::select(plain),
            2 => prop::sample::select(odd),
            1 => any::<char>(),
        ];
        prop::collection::vec(one, 0..24).prop_map(String::from_iter)
    }

    #[test]
    fn tokens_tile_the_text() {
        for text in ["", "a\r\n\nb  c", "\u{301}.\u{301}a", "ि्ा. ः:", "१२:३० वा.", "🇮🇳🇮🇳"]
        {
            let mut at = 0;
            for token in tokenize(text) {
                assert_eq!(token.span.start, at, "{text:?}");
                at = token.span.end;
            }
            assert_eq!(at as usize, text.len(), "{text:?}");
        }
    }

    #[test]
    fn space_is_white_space_alone() {
        let text = "انتهى. \u{202B}ثم\u{202C} \u{FEFF} 😀";
        let spaces = tokenize(text).into_iter().filter(|t| t.kind == TokenKind::Space);
        assert_eq!(spaces.map(|t| t.span.of(text)).collect::<Vec<_>>(), [" ", " ", " "]);
    }

    #[test]
    fn a_token_knows_its_script_and_digits() {
        let tokens = tokenize("ए२ १२ b7");
        let facts: Vec<_> = tokens.iter().map(|t| (t.script, t.digits)).step_by(2).collect();
        let native = Some(Digits::Native(Script::Devanagari));
        assert_eq!(
            facts,
            [(Script::Devanagari, native), (Script::Common, native), (Script::Latin, Some(Digits::Latin))]
        );
    }
}
