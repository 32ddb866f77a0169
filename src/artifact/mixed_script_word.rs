//! One word out of two scripts: भारतiya, Mेघदूत, पुरस्काr, Kоrеa with Cyrillic о and е.
//!
//! The keyboard was switched too late, or a program swapped letters that look alike. Marathi glues its case endings to
//! words in Latin letters (BMWने, ॲप is one, Twitterवर): a Latin stem with such an ending is right. So are units with a
//! Greek letter (μm) and what digits join.

use super::{Article, Findings, Rule, Severity};
use crate::entity::stems;
use crate::lang::Lang;
use crate::text::{Document, Script, Token, TokenKind};

pub(super) const RULE: Rule =
    Rule { code: "mixed-script-word", severity: Severity::Major, default_on: true, langs: &[], check };

/// Hindi writes its case words apart; glued to Latin letters they are careless, but no mixed word.
const HINDI_CASES: [&str; 9] = ["ने", "को", "का", "की", "के", "में", "से", "पर", "वाला"];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for token in doc.tokens.iter().filter(|t| t.kind == TokenKind::Word) {
        if is_mixed(doc, token) {
            findings.report(token.span).arg("form", doc.slice(token.span));
        }
    }
}

fn is_mixed(doc: &Document, token: &Token) -> bool {
    let word = doc.word(token);
    let mut letters =
        word.char_indices().map(|(at, c)| (at, Script::of(c))).filter(|l| l.1 != Script::Common);
    let Some((_, first)) = letters.next() else { return false };
    let Some((at, second)) = letters.find(|l| l.1 != first) else { return false };
    let alphabets =
        |a, b| matches!(a, Script::Latin | Script::Cyrillic | Script::Greek) && b != Script::Other;
    match (first, second) {
        // μm, Δt
        (Script::Greek, Script::Latin)
            if word.chars().take_while(|&c| Script::of(c) == Script::Greek).count() == 1 =>
        {
            false
        }
        (Script::Latin, other) if other.is_indic() => !is_ending(doc.lang, word, at),
        (a, b) if alphabets(a, b) && alphabets(b, a) => true,
        (a, b) => a.is_indic() && (b == Script::Latin || b.is_indic()),
    }
}

/// Whether what stands from byte `at` on is a case ending of the Latin word before it.
fn is_ending(lang: Lang, word: &str, at: usize) -> bool {
    let endings = lang.language().names.endings;
    let (stem, rest) = word.split_at(at);
    // An acronym takes any word behind it: mRNAआधारित. One letter is an initial or a slip.
    let acronym = stem.len() > 1 && stem.ends_with(char::is_uppercase);
    acronym
        || stem.len() > 1
            && (HINDI_CASES.contains(&rest)
                || endings.contains(rest)
                || stems(word, endings, &mut |stem| (stem.len() == at).then_some(())).is_some())
}
