//! र्य or र्ह where Marathi writes the eyelash ra: दौर्यावर for दौऱ्यावर.
//!
//! When a noun or adjective in -रा, -री or -रे goes into the oblique, its ra loses its vowel before ya and is
//! written as an eyelash (ऱ्), not as the hook above the line, which belongs to Sanskrit words such as सूर्य.
//! Keyboards and fonts without the letter ऱ produced the hook, and machines learned it. Only a word whose oblique
//! the tables know is reported (and the participle in -णारा, which is regular): सूर्य, कार्य, पर्यंत have no such
//! base. After a virama (मंत्र्यांनी) the ra is part of a larger cluster, and an eyelash written with a joiner
//! (र्‍य) is right.

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::lang::Lang;
use crate::text::{Script, TokenKind, find, fold};

pub(super) const RULE: Rule = Rule {
    code: "missing-eyelash-ra",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI],
    check,
};

const RA_VIRAMA: &str = "र\u{94D}";

/// Nouns this long in code points are told as the second part of a compound (बँक|कर्मचारी); shorter ones would be
/// found inside Sanskrit words.
const COMPOUND_PART: usize = 6;

fn check(article: &Article, findings: &mut Findings) {
    let words =
        article.doc.tokens.iter().filter(|t| t.kind == TokenKind::Word && t.script == Script::Devanagari);
    for token in words {
        let word = article.doc.word(token);
        if find(word, RA_VIRAMA).is_none() || word.len() > 3 * lexicon::LONGEST_WORD {
            continue;
        }
        if let Some(right) = mended(article, word) {
            findings.report(token.span).arg("form", word).arg("right", &*right).replace(right).safe();
        }
    }
}

/// The word with its eyelash, if it lacks one.
fn mended(article: &Article, word: &str) -> Option<String> {
    hooks(word).find_map(|at| {
        let (before, after) = (fold(&word[..at]), fold(&word[at + RA_VIRAMA.len()..]));
        needs_eyelash(article, &before, &after)
            .then(|| [&word[..at], "ऱ\u{94D}", &word[at + RA_VIRAMA.len()..]].concat())
    })
}

/// Where a hook stands over ya or ha.
fn hooks(word: &str) -> impl Iterator<Item = usize> {
    word.char_indices().map(|(at, _)| at).filter(|&at| {
        word[at..].starts_with(RA_VIRAMA)
            && word[at + RA_VIRAMA.len()..].starts_with(['य', 'ह'])
            && !word[..at].ends_with('\u{94D}')
    })
}

fn needs_eyelash(article: &Article, before: &str, after: &str) -> bool {
    let wrong = format!("{before}{RA_VIRAMA}{after}");
    let right = format!("{before}ऱ\u{94D}{after}");
    let pairs = article.table("eyelash");
    let in_table = |wrong: &str, right: &str| {
        pairs.get(wrong).is_some_and(|value| value.split('\t').next() == Some(right))
    };
    if in_table(&wrong, &right)
        || lexicon::endings(article, &wrong)
            .any(|(stem, ending)| in_table(stem, right.strip_suffix(ending).unwrap_or_default()))
    {
        return true;
    }
    if is_hooked_word(article, before, &wrong) {
        return false;
    }
    match after.strip_prefix("या") {
        Some(rest) => {
            let rest = rest.strip_prefix('ं').unwrap_or(rest);
            (rest.is_empty() || lexicon::is_ending(article, rest)) && has_ra_base(article, before)
                // The participle in -णारा is regular: with its own endings it is known without any table.
                || before.ends_with("णा") && before.chars().count() > 2 && rest.is_empty()
        }
        None => {
            let known =
                |form: &str| lexicon::listed(article, form) || lexicon::oblique(article, form).is_some();
            after.starts_with('ह')
                && (known(&right) || lexicon::endings(article, &right).any(|(stem, _)| known(stem)))
        }
    }
}

/// Whether the word is right as it stands, or may be: सूर्य, आर्या, दर्यापूर.
fn is_hooked_word(article: &Article, before: &str, wrong: &str) -> bool {
    let known = |word: &str| {
        article.table("tatsama-rya").contains(word)
            || article.table("nouns").contains(word)
            || article.table("names").contains(word)
    };
    known(wrong)
        || ["र्य", "र्या", "र्ये", "र्ह"].iter().any(|end| known(&format!("{before}{end}")))
        || lexicon::endings(article, wrong).any(|(stem, _)| known(stem))
}

/// Whether `before` with -रा, -री or -रे is a noun that takes -ऱ्या, or a variable adjective.
fn has_ra_base(article: &Article, before: &str) -> bool {
    let oblique = "ऱ्या";
    let takes_it = |part: &str| {
        let form = format!("{part}{oblique}");
        let of_noun = |base: &str| {
            let value = article.table("nouns").get(base);
            value.is_some_and(|value| value.split('\t').skip(1).take(2).any(|column| column == form))
        };
        ["रा", "री", "रे"].iter().any(|end| of_noun(&format!("{part}{end}")))
            || article
                .table("adjectives")
                .get(&format!("{part}रा"))
                .is_some_and(|value| value.starts_with('v'))
    };
    let participle = before.strip_suffix("णा").is_some_and(|stem| lexicon::is_verb(article, stem));
    participle
        || takes_it(before)
        || before
            .char_indices()
            .skip(1)
            .any(|(at, _)| before[at..].chars().count() + 2 >= COMPOUND_PART && takes_it(&before[at..]))
}
