//! Hindi: the pronoun of respect with a verb in the singular (वे … आएगा), and a participle in the singular before the
//! plural हैं (गया हैं).

use super::super::{Article, Findings};
use crate::text::{Token, TokenKind};

/// Words between the pronoun and its verb.
const REACH: usize = 14;
/// What ends the clause before its verb, or begins another.
const STOPS: [&str; 12] = ["कि", "और", "जो", "जिसने", "जिसे", "तो", "अगर", "यदि", "या", "लेकिन", "ऐसा", "वह"];

pub(super) fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for sentence in article.sentences {
        let tokens = doc.tokens_in(sentence.span);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| doc.word(t) == "वे") {
            let begins = tokens[..i].iter().rev().find(|t| t.kind != TokenKind::Space);
            let begins = begins.is_none_or(|t| matches!(doc.word(t), "कि" | "और" | "," | "“" | "जहां"));
            let Some(verb) = begins.then(|| verb(article, &tokens[i + 1..])).flatten() else { continue };
            let word = doc.word(verb);
            let Some(right) = plural(word) else { continue };
            findings
                .report(verb.span)
                .arg("form", word)
                .arg("right", &*right)
                .arg("count", 1)
                .arg("name", "वे")
                .replace(right)
                .related(token.span);
        }
    }
}

/// The word that ends the clause.
fn verb<'d>(article: &Article, tokens: &'d [Token]) -> Option<&'d Token> {
    let mut last = None;
    for token in tokens.iter().filter(|t| t.kind != TokenKind::Space).take(REACH) {
        let word = article.doc.word(token);
        if STOPS.contains(&word) {
            return None;
        }
        if matches!(word, "," | "।" | "." | ";" | "”" | "\"") {
            return last;
        }
        last = Some(token);
    }
    None
}

/// The plural of a future in the singular; होगा may have no subject at all.
fn plural(verb: &str) -> Option<String> {
    let (stem, ending) = [("ेगा", "ेंगे"), ("ेगी", "ेंगी"), ("एगा", "एंगे"), ("एगी", "एंगी")]
        .iter()
        .find_map(|(one, many)| Some((verb.strip_suffix(one)?, many)))?;
    (!stem.is_empty()).then(|| [stem, ending].concat())
}
