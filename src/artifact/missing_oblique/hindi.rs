//! Hindi's part: फैसला से for फैसले से, सड़कें पर for सड़कों पर, इन गांव में for इन गांवों में.
//!
//! Whatever governs a noun asks for its oblique: of masculines in -आ that the table of nouns declines, of the plural of
//! feminines, of each noun behind इन and its like. Silent are names, which usage leaves as they are (पटना में, कोटा से),
//! also where only the gazetteer knows that the word is one, and words that are quoted.

use crate::artifact::hindi::GOVERNORS;
use crate::artifact::{Article, Findings, listed, near};
use crate::table::Table;
use crate::text::{Document, Script, TokenKind, fold};

/// What has a noun in the oblique plural behind it, where that is governed. No words of number: papers leave the noun behind
/// them in the singular (दोनों पक्ष के).
const PLURALS: [&str; 3] = ["इन", "उन", "किन"];

pub(super) fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let (nouns, names) = (article.table("nouns"), article.table("names"));
    for (at, noun) in doc.tokens.iter().enumerate() {
        let Some(governor) = governor(doc, at).filter(|_| noun.script == Script::Devanagari) else {
            continue;
        };
        let word = doc.word(noun);
        // "Did", and no governor: रचनाएं की हैं.
        if governor == "की" && word.ends_with('ं') {
            continue;
        }
        let before = if at > 1 { doc.word(&doc.tokens[at - 2]) } else { "" };
        let Some(right) = oblique(nouns, word, PLURALS.contains(&before)) else { continue };
        if !names.contains(&fold(word))
            && !listed::is_named(article, noun.span)
            && !near::is_quoted(doc.text, noun.span)
        {
            findings.report(noun.span).arg("form", word).arg("right", right).replace(right).safe();
        }
    }
}

/// What governs the word at `at`, right behind it.
fn governor<'t>(doc: &Document<'t>, at: usize) -> Option<&'t str> {
    let [space, word] = doc.tokens.get(at + 1..at + 3)? else { return None };
    let word = doc.word(word);
    (space.kind == TokenKind::Space && GOVERNORS.contains(&word)).then_some(word)
}

/// The oblique that a form which stands alone has where it is governed; `None` of one that is right.
fn oblique<'a>(nouns: &'a Table, word: &str, plural: bool) -> Option<&'a str> {
    let row = |lemma: &str| {
        let mut cells = nouns.get(lemma)?.split('\t');
        let gender = cells.next()?;
        let (one, many) = cells.next()?.split_once('|')?;
        Some((gender, one, many, cells.next()?))
    };
    if let Some((gender, one, many, _)) = row(&fold(word)) {
        let right = if plural { many } else { one };
        // टीका is a vaccine, and with another gender a comment.
        let declines = plural || gender == "m" && word.ends_with('ा') && right.ends_with('े');
        return (declines && right != word).then_some(right);
    }
    // The table's cells are written as the text is, its keys folded.
    let (_, one, many, direct) = row(nouns.forms().get(word)?)?;
    (direct == word && one != word && many != word && word.ends_with('ं')).then_some(many)
}
