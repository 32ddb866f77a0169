//! A noun that governs itself: संरक्षणाच्या संरक्षणास, समझौते के समझौते पर.
//!
//! A translator who has one word for two of the original (the securing of security) lets it depend on itself, and the
//! sense is lost; which word was meant only the original tells, so nothing is offered. Grammar and life know such
//! pairs too, and these are silent: people and what can be counted off (मित्राचा मित्र, in the table of such nouns),
//! the best of its kind (राजांचा राजा: a plural that governs its singular), and the whole of many (गावेच्या गावे,
//! गांव के गांव: no case follows).

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::lang::Lang;
use crate::morphology::lengthened;
use crate::text::{Token, TokenKind, fold};

pub(super) const RULE: Rule = Rule {
    code: "self-governing-noun",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// The genitive by gender and number of what it governs.
const MARATHI: [&str; 5] = ["च्या", "चा", "ची", "चे", "चं"];
const HINDI: [&str; 3] = ["का", "के", "की"];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let hindi = doc.lang == Lang::HINDI;
    for (i, token) in doc.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
        let window = doc.tokens.get(i + 1..).unwrap_or_default();
        let head = match window {
            [space, of, second, head, rest @ ..] if hindi => {
                let governs = HINDI.contains(&doc.word(of)) && is_space(article, space);
                let fits = governs && is_space(article, second) && in_case(article, rest);
                (fits && is_itself_hindi(article, doc.word(token), doc.word(head))).then_some(head)
            }
            [space, head, ..] if !hindi && is_space(article, space) => {
                is_itself_marathi(article, doc.word(token), doc.word(head)).then_some(head)
            }
            _ => None,
        };
        if let Some(head) = head {
            let span = token.span.to(head.span);
            findings.report(span).arg("form", doc.slice(span));
        }
    }
}

fn is_space(article: &Article, token: &Token) -> bool {
    article.doc.word(token) == " "
}

/// Whether a postposition comes next.
fn in_case(article: &Article, rest: &[Token]) -> bool {
    let [space, next, ..] = rest else { return false };
    is_space(article, space)
        && article.table("indeclinables").get(&fold(article.doc.word(next))) == Some("postposition")
}

fn is_itself_hindi(article: &Article, governed: &str, head: &str) -> bool {
    let stem = |word: &str| fold(word).trim_end_matches(['ा', 'े', 'ी', 'ो', 'ं', 'ँ']).to_owned();
    let (governed, head) = (fold(governed), fold(head));
    let lemma = |word: &str| [word.to_owned(), stem(word) + "ा"].into_iter().find(|w| is_noun(article, w));
    stem(&governed) == stem(&head) && lemma(&governed).is_some() && lemma(&governed) == lemma(&head)
}

fn is_itself_marathi(article: &Article, governed: &str, head: &str) -> bool {
    let Some((stem, genitive)) = MARATHI.iter().find_map(|g| Some((governed.strip_suffix(g)?, *g))) else {
        return false;
    };
    // The same word twice is another rule's.
    if governed == head {
        return false;
    }
    // Stem and head begin with the same two letters whatever their endings do.
    if !stem.chars().take(2).eq(head.chars().take(2)) {
        return false;
    }
    let (stem, head) = (&*fold(stem), &*fold(head));
    let is_plural = stem.ends_with('ं');
    if is_plural && genitive != "च्या" {
        return false;
    }
    let cases = std::iter::once((head, "")).chain(lexicon::endings(article, head));
    let lemmas: Vec<String> = lexicon::bases(stem)
        .into_iter()
        .flat_map(|base| [lengthened(&base), with_long_u(&base), Some(base)])
        .flatten()
        .filter(|base| is_noun(article, base) && declines(article, base, stem, true))
        .collect();
    cases
        .into_iter()
        .any(|(form, ending)| lemmas.iter().any(|lemma| declines(article, lemma, form, !ending.is_empty())))
}

/// The noun whose ू is left out in its oblique: पाऊस of पावसा, माणूस of माणसा.
fn with_long_u(base: &str) -> Option<String> {
    let (last, c) = base.char_indices().next_back()?;
    let front = &base[..last];
    Some(match front.strip_suffix('व') {
        Some(front) => format!("{front}ऊ{c}"),
        None => format!("{front}ू{c}"),
    })
}

/// Whether the Marathi noun has this form before an ending, or, without one, as its singular.
fn declines(article: &Article, lemma: &str, form: &str, before_ending: bool) -> bool {
    let Some(oblique) = article.table("nouns").get(lemma).and_then(|row| row.split('\t').nth(1)) else {
        return false;
    };
    if !before_ending {
        return form == lemma;
    }
    let singular = form.strip_suffix('ं').unwrap_or(form);
    singular == oblique || form.ends_with('ं') && singular == lemma
}

/// Whether the word is a noun that cannot govern itself.
fn is_noun(article: &Article, word: &str) -> bool {
    let may = ["people", "self-governing"].iter().any(|table| article.table(table).contains(word));
    article.table("nouns").contains(word) && !may
}
