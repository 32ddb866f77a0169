//! Hindi: the pronoun of respect with a verb in the singular (वे … आएगा), and a title of respect with one (महोदय … आया था).

use super::super::{Article, Findings};
use crate::artifact::hindi::{Word, words};
use crate::text::{Token, TokenKind};

/// Words between the pronoun and its verb.
const REACH: usize = 14;
/// What ends the clause before its verb, or begins another.
const STOPS: [&str; 12] = ["कि", "और", "जो", "जिसने", "जिसे", "तो", "अगर", "यदि", "या", "लेकिन", "ऐसा", "वह"];

pub(super) fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for sentence in article.sentences {
        let tokens = doc.tokens_in(sentence.span);
        check_respect(article, words(article, sentence), findings);
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

/// Words behind a title or a name that ask for the plural.
const RESPECT: [&str; 3] = ["महोदय", "जी", "साहब"];

/// One of whom the text speaks with respect, and whose verb is in the singular. Silent where a word between is no place or
/// time: it may be the subject.
fn check_respect(article: &Article, words: &[Word], findings: &mut Findings) {
    for at in (1..words.len()).filter(|&at| RESPECT.contains(&words[at].text) && !words[at].parted) {
        // Not थ्री जी: somebody named, or a noun.
        let before = &words[at - 1];
        let known = before.is_nominal() && !before.unknown && !before.number;
        if !known && article.mentions_on(before.span).next().is_none() {
            continue;
        }
        let rest = &words[at + 1..];
        let end = rest
            .iter()
            .take(REACH)
            .position(|w| w.parted || STOPS.contains(&w.text))
            .unwrap_or(rest.len().min(REACH));
        let Some((last, before)) = rest[..end].split_last() else { continue };
        // The participle before हैं, or था by itself.
        let (verb, before) = match before.split_last() {
            Some((verb, before)) if matches!(last.text, "हैं" | "थे") => (verb, before),
            _ if last.text == "था" => (last, before),
            _ => continue,
        };
        let Some(right) = many(verb) else { continue };
        let others = before.iter().enumerate().any(|(i, w)| {
            let governed = before.get(i + 1).is_some_and(|next| next.governs() && next.text != "ने");
            w.text == "ने" || w.is_nominal() && !governed && !w.plain
        });
        if others || before.first().is_some_and(Word::governs) {
            continue;
        }
        let name = words[at - 1].span.to(words[at].span);
        let finding =
            findings.report(verb.span).arg("form", verb.text).arg("right", right.as_str()).arg("count", 1);
        finding.arg("name", article.doc.slice(name)).replace(right).related(name);
    }
}

/// The plural of an intransitive verb in the masculine singular.
fn many(verb: &Word) -> Option<String> {
    const VERBS: [&str; 8] = ["आ", "जा", "हो", "पहुंच", "लौट", "रह", "चुक", "बैठ"];
    let known = verb.verb.is_some_and(|(_, stem)| VERBS.contains(&stem));
    match verb.text {
        "था" => Some("थे".to_owned()),
        "गया" | "आया" => Some(verb.text.replace("या", "ए")),
        text if known => text.strip_suffix('ा').map(|stem| [stem, "े"].concat()),
        _ => None,
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
