//! A sentence of the original that the translation lacks.
//!
//! Nothing in the translation shows what fell out; only the original does. Its sentences are laid beside those of the
//! translation, and one without a partner is reported at the end of the sentence before the gap, with its words. To be
//! sure that it fell out and was not taken into a neighbour, the sentences around must not name what it names. Left
//! alone are lines of a few words (headlines, bylines, captions, links to other articles), and texts of which so much
//! has no partner that they are summaries.

use super::{Pair, figures, mentions_in};
use crate::artifact::{Article, Findings, Rule};
use crate::report::Severity;
use crate::text::{Document, Span, TokenKind};

pub(crate) const RULE: Rule =
    Rule { code: "omitted-sentence", severity: Severity::Major, default_on: true, langs: &[], check };

/// Words of the shortest sentence that is missed: a byline or "Read also" has fewer.
const FEWEST_WORDS: usize = 4;

/// Of the original's sentences this part may lack a partner; with more the translation is a summary.
const MOST_GONE: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    let pairs = &original.sentence_pairs;
    let gone = pairs.iter().filter(|p| p.translation.is_empty()).map(|p| p.original.len()).sum::<usize>();
    if gone * MOST_GONE > original.sentences.len() {
        return;
    }
    for (at, pair) in pairs.iter().enumerate().filter(|(_, p)| p.translation.is_empty()) {
        let Some(before) = pairs[..at].iter().rev().find(|p| !p.translation.is_empty()) else { continue };
        for i in pair.original.clone() {
            let sentence = original.sentences[i].span;
            if !is_prose(original.doc, sentence) || is_told_beside(article, pairs, at, sentence) {
                continue;
            }
            let end = article.sentences[before.translation.end - 1].span.end;
            let last = article.doc.text[..end as usize].char_indices().next_back().map_or(0, |(at, _)| at);
            let finding = findings.report(Span { start: last as u32, end });
            finding.original(original.doc, sentence);
        }
    }
}

fn is_prose(doc: &Document, sentence: Span) -> bool {
    let tokens = doc.tokens_in(sentence);
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    let last = tokens.iter().rev().find(|t| matches!(t.kind, TokenKind::Punct | TokenKind::Word));
    words >= FEWEST_WORDS && last.is_some_and(|t| matches!(doc.word(t), "." | "!" | "?" | "।" | "…"))
}

/// Whether a sentence of the translation beside the gap says the figures or names that the omitted one says.
fn is_told_beside(article: &Article, pairs: &[Pair], at: usize, sentence: Span) -> bool {
    let Some(original) = article.original else { return false };
    let said = figures(original.doc, original.doc.tokens_in(sentence));
    let named = mentions_in(original.mentions, sentence);
    let around = &pairs[at.saturating_sub(1)..(at + 2).min(pairs.len())];
    around.iter().flat_map(|p| p.translation.clone()).any(|i| {
        let ours = figures(article.doc, article.doc.tokens_in(article.sentences[i].span));
        let theirs = said.iter().filter(|f| f.value >= 3.0);
        let told = theirs.filter(|f| ours.iter().any(|o| o.value == f.value)).count();
        told > 0 && told * 2 >= said.len() && named.is_empty()
    })
}
