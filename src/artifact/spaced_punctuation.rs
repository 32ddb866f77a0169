//! A space before a comma, a full stop, a question mark or another mark that closes.
//!
//! The languages here set these marks close to the word before them. Tokenisers part them, and careless typing does.
//! A text that spaces its dandas throughout keeps to a house style, so does one with a space before the colon of a
//! dateline; both are left alone, and so are emoticons, three dots, and what begins with a full stop (.com, .5).

use super::{Article, Findings, Rule, Severity, near};
use crate::lang::Lang;
use crate::text::{Document, Span, TokenKind};

pub(super) const RULE: Rule = Rule {
    code: "spaced-punctuation",
    severity: Severity::Minor,
    default_on: true,
    // French and others ask for the space.
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// Spaced dandas that are a habit where they outnumber the others; fewer are slips.
const HABIT: usize = 3;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let danda_too = !spaces_dandas(doc);
    for window in doc.tokens.windows(3) {
        let [before, space, mark] = window else { continue };
        let glyph = doc.word(mark);
        let ends_something = matches!(before.kind, TokenKind::Word | TokenKind::Number | TokenKind::Quote)
            || matches!(doc.word(before), ")" | "]" | "%");
        if space.kind == TokenKind::Space
            && ends_something
            && (matches!(glyph, "," | "." | "?" | "!" | ";") || glyph == "।" && danda_too)
            && !begins_something(doc.text, mark.span)
        {
            let span = space.span.to(mark.span);
            let moved = near::after(doc.text, mark.span.end as usize).is_some_and(char::is_alphabetic);
            let right = if moved { [glyph, " "].concat() } else { glyph.to_owned() };
            // What the card shows: the word with its mark, as it stands and as it should.
            let shown = before.span.to(mark.span);
            findings
                .report(span)
                .arg("form", doc.slice(shown))
                .arg("right", [doc.word(before), glyph].concat())
                .replace(right)
                .safe();
        }
    }
}

fn spaces_dandas(doc: &Document) -> bool {
    let (mut spaced, mut close) = (0, 0);
    for window in doc.tokens.windows(2).filter(|window| doc.word(&window[1]) == "।") {
        *(if window[0].kind == TokenKind::Space { &mut spaced } else { &mut close }) += 1;
    }
    spaced >= HABIT && spaced > close
}

/// Whether the mark belongs to what follows: three dots, a decimal, a domain, a mouth, an operator.
fn begins_something(text: &str, mark: Span) -> bool {
    match near::after(text, mark.end as usize) {
        None => false,
        // A closing mark, or the usual space.
        Some(c) if c.is_whitespace() || matches!(c, '”' | '’' | '"' | '\'' | ')' | ']') => {
            // ;) and ?) are mouths.
            mark.of(text) != "," && mark.of(text) != "." && matches!(c, ')' | ']')
        }
        // A comma glued to the next word moved its space to the wrong side.
        Some(c) => !(mark.of(text) == "," && c.is_alphabetic()),
    }
}
