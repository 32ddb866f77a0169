//! A figure that stands otherwise in the original: ८३ टन where the original says 38 tonnes.
//!
//! Figures are the facts that an editor fears most for. Both texts are read as numbers (digits of any script, number
//! words, lakh and million, parts, ranks, a vague शेकडो), paragraph against paragraph. A figure of the translation is
//! reported when the paragraph of the original that it renders has none of that value and, in its place, one that the
//! translation lacks: a pair, so that what was left out or added on purpose stays silent. The same number of another
//! unit (100 hectares, १०० एकर) is a fault too, a conversion that comes out right is none, and one into or out of miles,
//! feet, acres is not judged. "One" and "two" in words are left alone (they stand for articles and pronouns), dates are
//! another rule's. Clock times are compared as minutes, with the half of the day where both name it (7 pm, सकाळी सात
//! वाजता); time zones are left alone. A score turned around (3-2, २-३) is reported whole.

use super::clock::{Clock, clocks};
use super::quantity::{Quantity, quantities};
use super::swapped;
use crate::artifact::{Article, Findings, Rule};
use crate::report::Severity;
use crate::text::Span;

pub(crate) const RULE: Rule =
    Rule { code: "number-mismatch", severity: Severity::Critical, default_on: true, langs: &[], check };

fn check(article: &Article, findings: &mut Findings) {
    let Some(original) = article.original else { return };
    for pair in &original.paragraphs {
        let ours = quantities(article.doc, article.mentions, pair.translation.clone());
        let theirs = quantities(original.doc, original.mentions, pair.original.clone());
        let mut report = |ours: Span, theirs: Span| {
            let finding = findings.report(ours);
            finding.arg("form", article.doc.slice(ours)).original(original.doc, theirs);
        };
        for (i, j) in swapped(&ours, &theirs, Quantity::agrees, |q| q.comparable, |q| q.figure.joined) {
            if ours[i].contradicts(&theirs[j]) {
                report(ours[i].figure.span, theirs[j].figure.span);
            }
        }
        let (our_clocks, their_clocks) = (
            clocks(article.doc, article.mentions, pair.translation.clone()),
            clocks(original.doc, original.mentions, pair.original.clone()),
        );
        for (i, j) in swapped(&our_clocks, &their_clocks, Clock::agrees, |_| true, |_| false) {
            report(our_clocks[i].span, their_clocks[j].span);
        }
        let theirs = scores(&theirs);
        for (value, span) in scores(&ours) {
            let turned = theirs.iter().find(|(other, _)| *other == (value.1, value.0));
            if let Some((_, other)) = turned.filter(|_| !theirs.iter().any(|(other, _)| *other == value)) {
                report(span, *other);
            }
        }
    }
}

/// Pairs of unequal figures with a hyphen or a word of range between them.
fn scores(quantities: &[Quantity]) -> Vec<((u64, u64), Span)> {
    let pairs = quantities.windows(2).filter(|pair| pair[1].figure.joined);
    let read = pairs.map(|pair| {
        let (a, b) = (&pair[0].figure, &pair[1].figure);
        ((a.value.to_bits(), b.value.to_bits()), a.span.to(b.span))
    });
    read.filter(|((a, b), _)| a != b).collect()
}
