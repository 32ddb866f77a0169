//! Two digit scripts in one number: १,5 or २0२४.
//!
//! Nobody writes so on purpose. A converter changed part of the figure, or part of it was typed again, and a
//! digit may have gone missing on the way: which figure is meant only the original can tell, so nothing is
//! offered as safe. Two numbers side by side (१० 20) and a model's name (A२) are not touched.

use super::{Article, Findings, Rule, Severity};
use crate::text::{Digits, Script, TokenKind, digit};

pub(super) const RULE: Rule =
    Rule { code: "mixed-digits", severity: Severity::Critical, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    for token in article.doc.tokens.iter().filter(|t| t.kind == TokenKind::Number) {
        let figure = article.doc.word(token);
        let mut systems = figure.chars().filter_map(digit).map(|(system, _)| system);
        let first = systems.next();
        let Some(other) = systems.find(|&system| Some(system) != first) else { continue };
        let native =
            [first.unwrap_or(other), other].into_iter().find(|&s| s != Digits::Latin).unwrap_or(other);
        findings
            .report(token.span)
            .arg("form", figure)
            .replace(rewrite(figure, native))
            .replace(rewrite(figure, Digits::Latin));
    }
}

/// The figure with every digit in `system`.
fn rewrite(figure: &str, system: Digits) -> String {
    let zero = match system {
        Digits::Native(Script::Devanagari) => '०',
        _ => '0',
    };
    let turn = |c: char| {
        digit(c).map_or(c, |(_, value)| char::from_u32(zero as u32 + u32::from(value)).unwrap_or(c))
    };
    figure.chars().map(turn).collect()
}
