//! Two digit scripts in one number: १,5 or २0२४.
//!
//! Nobody writes so on purpose. A converter changed part of the figure, or part of it was typed again, and a
//! digit may have gone missing on the way: which figure is meant only the original can tell, so nothing is
//! offered as safe; the house's own way of writing digits (`latin`, `native`) comes first, or else the article's. Two
//! numbers side by side (१० 20) and a model's name (A२) are not touched.

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::{Digits, TokenKind, digit, mixed};

pub(super) const RULE: Rule =
    Rule { code: "mixed-digits", severity: Severity::Critical, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let mut prefers_latin = None;
    for token in article.doc.tokens.iter().filter(|t| t.kind == TokenKind::Number) {
        let figure = article.doc.word(token);
        let Some((first, other)) = mixed(figure) else { continue };
        let native = if first == Digits::Latin { other } else { first };
        let latin = *prefers_latin.get_or_insert_with(|| match article.preferred(RULE.code) {
            Some(way) => way == "latin",
            None => mostly_latin(article),
        });
        let order = if latin { [Digits::Latin, native] } else { [native, Digits::Latin] };
        let finding = findings.report(token.span).arg("form", figure);
        for system in order {
            finding.replace(system.rewrite(figure));
        }
    }
}

/// Whether the article writes more of its whole numbers in European digits than in its own.
fn mostly_latin(article: &Article) -> bool {
    let mut counts = [0usize; 2];
    for token in article.doc.tokens.iter().filter(|t| t.kind == TokenKind::Number) {
        let mut systems = article.doc.word(token).chars().filter_map(digit).map(|(system, _)| system);
        let Some(first) = systems.next() else { continue };
        if systems.all(|system| system == first) {
            counts[usize::from(first == Digits::Latin)] += 1;
        }
    }
    counts[1] > counts[0] || counts == [0, 0] && article.doc.lang == Lang::ENGLISH
}
