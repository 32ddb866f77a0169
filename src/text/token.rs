//! Tokens: words, numbers, marks and the space between them.

use unicode_segmentation::UnicodeSegmentation;

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
    let mut tokens = Vec::with_capacity(text.len() / 8);
    for (start, segment) in text.split_word_bound_indices() {
        let kind = kind(segment);
        if kind == TokenKind::Word && segment.contains(['.', ':', '·']) {
            split_word(segment, start, &mut tokens);
        } else if kind == TokenKind::Space
            && let Some(at) = segment.find(is_direction)
        {
            // UAX #29 hangs it on the space before; what stands between sentences is white space alone.
            push(&segment[..at], start, kind, &mut tokens);
            push(&segment[at..], start + at, TokenKind::Punct, &mut tokens);
        } else {
            push(segment, start, kind, &mut tokens);
        }
    }
    tokens
}

/// Cuts a word at the marks that UAX #29 lets stand between letters.
fn split_word(segment: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut from = 0;
    for (at, mark) in segment.match_indices(['.', ':', '·']) {
        let end = at + mark.len();
        // A mark under a combining sign is one grapheme with it, and between digits part of the number.
        let next = segment[end..].chars().next();
        let held =
            next.is_none_or(|c| is_extender(c) || digit(c).is_some() && ends_with_digit(&segment[from..at]));
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
    match tokens.last_mut() {
        // UAX #29 gives each space and each line break its own segment; runs of spaces are one token.
        Some(last) if kind == TokenKind::Space && last.kind == TokenKind::Space => last.span.end = span.end,
        _ => tokens.push(Token { span, kind, script, digits }),
    }
}

fn kind(segment: &str) -> TokenKind {
    let first = segment.chars().next().expect("a segment is never empty");
    match first {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => TokenKind::Break,
        c if c.is_whitespace() => TokenKind::Space,
        '"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '‚' | '«' | '»' | '‹' | '›' | '‟' | '‛' | '′' | '″'
        | '`' => TokenKind::Quote,
        _ if segment.chars().any(char::is_alphabetic) => TokenKind::Word,
        // A vowel sign with no base is still a piece of a word.
        c if Script::of(c) != Script::Common => TokenKind::Word,
        _ if segment.chars().any(|c| c.is_numeric()) => TokenKind::Number,
        _ => TokenKind::Punct,
    }
}

fn ends_with_digit(s: &str) -> bool {
    s.chars().next_back().is_some_and(|c| digit(c).is_some())
}

/// Marks that turn the direction of writing, and the byte order mark: nothing is seen of them.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_extender(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
        || Script::of(c).is_indic() && !c.is_alphabetic()
        || matches!(c, '\u{93A}'..='\u{94F}' | '\u{900}'..='\u{903}')
}

#[cfg(test)]
mod tests {
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
