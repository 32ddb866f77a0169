//! The danda and the full stop, both at the ends of the sentences of one article.
//!
//! Marathi papers end sentences with a full stop, Hindi papers with a danda or, by house style, with a full stop;
//! articles pasted together have both. The mark that ends fewer sentences is reported; at a tie it is the one that the
//! language uses less. Where the house has said what it prefers (`.`, `।`), the other mark is reported, however often.
//! Abbreviations, numbers and lists end no sentence, so their stops do not count. Off by default: a matter of house style.

use std::cmp::Ordering;

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::sentence;
use crate::text::{Span, TokenKind};

pub(super) const RULE: Rule = Rule {
    code: "mixed-terminators",
    severity: Severity::Minor,
    default_on: false,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// Words of a sentence whose end counts: what is shorter is a heading or the number of an item.
const FEWEST_WORDS: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let mut ends: [Vec<Span>; 2] = Default::default();
    for sentence in article.sentences {
        let words = doc.tokens_in(sentence.span).iter().filter(|t| t.kind == TokenKind::Word);
        if words.take(FEWEST_WORDS).count() == FEWEST_WORDS {
            let terminator = sentence::ends(doc, sentence).terminator;
            match terminator.of(doc.text) {
                "." => ends[0].push(terminator),
                "।" => ends[1].push(terminator),
                _ => {}
            }
        }
    }
    let preferred = article.preferred(RULE.code);
    let fewer = match (preferred, ends[0].len().cmp(&ends[1].len())) {
        (Some(way), _) => usize::from(way == "."),
        (None, Ordering::Less) => 0,
        (None, Ordering::Greater) => 1,
        (None, Ordering::Equal) => usize::from(doc.lang != Lang::HINDI),
    };
    let right = [".", "।"][1 - fewer];
    let count = ends[1 - fewer].len() as u32;
    for &span in ends[fewer].iter().filter(|_| count > 0 || preferred.is_some()) {
        let finding = findings.report(span).arg("form", doc.slice(span));
        finding.arg("right", right).arg("count", count).replace(right).safe();
    }
}
