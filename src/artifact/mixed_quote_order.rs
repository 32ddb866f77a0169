//! The comma or full stop now before, now behind the mark that closes a quotation: “…,” and “…”, in one article.
//!
//! Both orders are right and each paper has its own; articles pasted together have both. The rarer order is reported,
//! at a tie the later one; where the house has said what it prefers (`inside`, `outside`), the other one, however often.
//! In Marathi and Hindi a word or two in quotation marks are a term and no speech: there the stop stands behind by itself
//! and says nothing of the paper's order. Off by default: a matter of house style.

use std::cmp::Ordering;

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::{Document, Span, TokenKind};

pub(super) const RULE: Rule =
    Rule { code: "mixed-quote-order", severity: Severity::Minor, default_on: false, langs: &[], check };

/// Words of the shortest quotation that is speech, where terms are quoted too.
const SPEECH: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let places: Vec<(Span, bool)> = doc.paragraphs.iter().flat_map(|p| ends(doc, doc.tokens_of(p))).collect();
    let inside = places.iter().filter(|(_, inside)| *inside).count();
    let outside = places.len() - inside;
    let majority = match (article.preferred(RULE.code), inside.cmp(&outside)) {
        (Some(way), _) => way == "inside",
        (None, _) if inside == 0 || outside == 0 => return,
        (None, Ordering::Greater) => true,
        (None, Ordering::Less) => false,
        (None, Ordering::Equal) => places[0].1,
    };
    let count = if majority { inside } else { outside };
    for &(span, _) in places.iter().filter(|(_, inside)| *inside != majority) {
        let right: String = doc.slice(span).chars().rev().collect();
        let finding = findings.report(span).arg("form", doc.slice(span));
        finding.arg("right", right.as_str()).arg("count", count as u32).replace(right).safe();
    }
}

/// Closing marks with a comma or stop, and whether it stands inside.
fn ends(doc: &Document, tokens: &[crate::text::Token]) -> Vec<(Span, bool)> {
    let mut found = Vec::new();
    let mut opened = None;
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Quote) {
        let mark = doc.word(token);
        if matches!(mark, "“" | "‘") || matches!(mark, "\"") && opened.is_none() {
            opened = Some(at);
            continue;
        }
        let Some(open) = opened.take_if(|_| matches!(mark, "”" | "’" | "\"")) else { continue };
        let words = tokens[open..at].iter().filter(|t| t.kind == TokenKind::Word).count();
        if doc.lang != Lang::ENGLISH && words < SPEECH {
            continue;
        }
        let is_stop = |i: usize| tokens.get(i).is_some_and(|t| matches!(doc.word(t), "," | "." | "।"));
        if is_stop(at - 1) && !is_stop(at + 1) {
            found.push((tokens[at - 1].span.to(token.span), true));
        } else if is_stop(at + 1) && !is_stop(at - 1) {
            found.push((token.span.to(tokens[at + 1].span), false));
        }
    }
    found
}
