//! Placeholders that are words: XXXX, TKTK, lorem ipsum, undefined, "Caption here".

use super::super::{Article, near};
use crate::lang::{Words, words};
use crate::text::{Document, Paragraph, Script, Span, Token, TokenKind, fold, lower};

/// `line`: a placeholder when it is all that stands on the line; `filler`: a word of the dummy text of printers.
static PHRASES: Words = words!("phrases.tsv");

/// No phrase of the table is longer, in bytes.
const LONGEST_PHRASE: usize = 120;
/// How far a masked number is followed, in tokens: XXXX-XXXX-XXXX 1234.
const MASK_REACH: usize = 8;

/// Where the words of a paragraph are placeholders.
pub(super) fn find(article: &Article, paragraph: &Paragraph) -> Vec<Span> {
    let doc = article.doc;
    if is_line(doc.slice(paragraph.span)) {
        return vec![paragraph.span];
    }
    let native = !matches!(doc.lang.language().script, Script::Latin | Script::Common);
    let tokens = doc.tokens_of(paragraph);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let mut end = at;
        if token.kind == TokenKind::Word && is_filler_start(doc.word(token)) {
            end = filler_end(doc, tokens, at);
        }
        let blank = end > at
            || token.kind == TokenKind::Word
                && token.script == Script::Latin
                && is_blank(doc, tokens, at, native);
        let span = token.span.to(tokens[end].span);
        if blank && !near::is_quoted(doc.text, span) {
            found.push(span);
        }
        at = end + 1;
    }
    found
}

fn is_line(line: &str) -> bool {
    let words = line.trim_matches(|c: char| c.is_ascii_punctuation() || c == '…');
    words.len() <= LONGEST_PHRASE && PHRASES.get(&fold(&lower(words))) == Some("line")
}

fn is_filler_start(word: &str) -> bool {
    word == "लोरेम" || word.eq_ignore_ascii_case("lorem")
}

/// The last token of the dummy text that begins at `at`; `at` itself when it is a word alone.
fn filler_end(doc: &Document, tokens: &[Token], at: usize) -> usize {
    let filler = |i: &usize| {
        let token = &tokens[*i];
        token.kind != TokenKind::Word || PHRASES.get(&lower(doc.word(token))) == Some("filler")
    };
    let run = (at + 1..tokens.len()).take_while(filler);
    run.filter(|&i| tokens[i].kind == TokenKind::Word).last().unwrap_or(at)
}

/// `native`: the article is in a script of its own, where a program's word for "nothing" is a stranger.
fn is_blank(doc: &Document, tokens: &[Token], at: usize, native: bool) -> bool {
    let word = doc.word(&tokens[at]);
    let all = |c: u8| word.bytes().all(|b| b == c);
    match word {
        "TK" => !native && is_note(doc, tokens, at),
        "undefined" | "null" | "NULL" => native,
        "NaN" => true,
        _ if word.len() >= 4 && (all(b'X') || native && all(b'x')) => !is_masked(doc, tokens, at),
        _ => {
            word.len() >= 4
                && word.len().is_multiple_of(2)
                && word.as_bytes().chunks(2).all(|pair| pair == b"TK")
        }
    }
}

/// TK, "to come", as an editor's note: not initials before a name, nor the taka before a sum.
fn is_note(doc: &Document, tokens: &[Token], at: usize) -> bool {
    let near = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |t| doc.word(t));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let number = |word: &str| word.starts_with(|c: char| c.is_numeric());
    let (before, after) = (near(at.checked_sub(2)), near(Some(at + 2)));
    let stop = |i: Option<usize>| matches!(near(i), "." | "-" | "&");
    let named = [before, after].into_iter().any(|word| capital(word) || number(word));
    let initials = stop(Some(at + 1)) || stop(at.checked_sub(1));
    !named && !initials
}

/// Whether figures stand beside the run of X: XXXX 1234, the number of a card or an account of which part is hidden.
fn is_masked(doc: &Document, tokens: &[Token], at: usize) -> bool {
    let part = |t: &&Token| {
        let word = doc.word(t);
        matches!(t.kind, TokenKind::Number | TokenKind::Space)
            || word == "-"
            || word.bytes().all(|b| b.eq_ignore_ascii_case(&b'x'))
    };
    let number = |t: &Token| t.kind == TokenKind::Number;
    tokens[..at].iter().rev().take(MASK_REACH).take_while(part).any(number)
        || tokens[at + 1..].iter().take(MASK_REACH).take_while(part).any(number)
}
