//! Two reporting frames mixed in one: असे … वृत्तानुसार · असे … सांगितले की · … के अनुसार कहा कि.
//!
//! Marathi either closes what was said (असे पोलिसांनी सांगितले), or opens it (पोलिसांनी सांगितले की), or names the source in
//! front (पोलिसांच्या माहितीनुसार); a translation that begins one and ends another leaves a sentence without a head.
//! Offered is what is right whichever was meant: the closed frame becomes a sentence of its own, the source in front loses
//! the verb behind it. Silent are a source in front with a frame of another speaker, what accords with a law or an order
//! (कायद्यानुसार), and असे in the sense of "such".

use super::attribution::{Clause, Mark, clauses, is_ergative};
use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::report::Edit;
use crate::text::{Document, Span, Token, TokenKind};

pub(super) const RULE: Rule = Rule {
    code: "crossed-attribution",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let mut depth = 0;
    let mut paragraph = u32::MAX;
    for sentence in article.sentences {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            depth = 0;
        }
        for clause in clauses(doc, sentence, &mut depth) {
            let Some(fault) = crossed(&clause, doc.lang) else { continue };
            let finding = findings.report(clause.span).arg("form", doc.slice(clause.span));
            if let Some(edit) = mended(doc, &clause, fault) {
                finding.fix(vec![edit]);
            }
        }
    }
}

/// How a clause mixes frames.
#[derive(Clone, Copy)]
enum Fault {
    /// असे … वृत्तानुसार.
    NoVerb,
    /// … वृत्तानुसार म्हटले आहे की; holds the number of the word that names the source as one.
    SourceSays(usize),
    /// …, असे माध्यमांनी सांगितले की
    ClosedAndOpen,
}

/// What stands right in any case, where there is such a thing.
fn mended(doc: &Document, clause: &Clause, fault: Fault) -> Option<Edit> {
    let rest = &doc.text[clause.span.end as usize..];
    let comma = usize::from(rest.starts_with(','));
    let to = clause.span.end as usize + comma;
    let (word, text) = match fault {
        Fault::NoVerb => return None,
        Fault::SourceSays(at) => (at, ","),
        Fault::ClosedAndOpen => (clause.words.len() - 2, "."),
    };
    // The words lie in the text, so that their places follow from it.
    let kept: usize = doc.tokens_in(clause.span).iter().filter(|t| is_word(t)).nth(word)?.span.end as usize;
    Some(Edit { span: Span::new(kept..to), text: text.to_owned() })
}

fn is_word(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}

/// Whether and how the clause mixes frames.
fn crossed(clause: &Clause, lang: Lang) -> Option<Fault> {
    let words = &clause.words;
    let of = |class: &str| words.iter().position(|(_, c)| *c == class);
    let closing = words[0].1 == "such" && matches!(clause.after, Mark::Comma | Mark::Close);
    let opening = clause.before == Mark::That;
    let source = of("source")
        .or_else(|| words.iter().position(|(w, _)| lang == Lang::MARATHI && w.ends_with("ानुसार")));
    match source {
        Some(at) if closing => {
            let bare = clause.before == Mark::Edge && (at + 1 == words.len() || lang == Lang::HINDI);
            bare.then_some(Fault::NoVerb)
        }
        Some(at) => {
            let after = &words[at + 1..];
            let says = after.iter().any(|(_, c)| matches!(*c, "verb" | "noun"));
            let passive = after.iter().any(|(w, _)| matches!(*w, "गेले" | "गया" | "गई" | "जाते" | "जाता"));
            let known = words[at].1 == "source";
            let bare = after.iter().all(|(_, c)| !c.is_empty() && !matches!(*c, "pronoun" | "stop"));
            // रॉयटर्सने सूत्रांच्या माहितीनुसार म्हटले आहे की has its speaker; वृत्तसंस्थेने दिलेल्या वृत्तानुसार has none.
            let before = &words[..at];
            let spoken = before.iter().any(is_ergative) && !before.iter().any(|(w, _)| *w == "दिलेल्या");
            let mixed = known
                && says
                && bare
                && !passive
                && !spoken
                && (opening || lang == Lang::HINDI && clause.before == Mark::Comma);
            mixed.then_some(Fault::SourceSays(at))
        }
        None => {
            let mixed = closing
                && opening
                && words.len() > 2
                && clause.frame(lang).is_some_and(|f| f.marked || f.pronoun);
            mixed.then_some(Fault::ClosedAndOpen)
        }
    }
}
