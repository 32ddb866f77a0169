//! What ends a sentence: its terminator, and the marks that close with it.

use super::line::{Knowledge, Line};
use super::mark::Mark;
use crate::report::Sentence;
use crate::text::{Document, Span, TokenKind};

/// The marks at the end of a sentence. A span is empty, at the sentence's end, where there is no such mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The marks that end it: `.` `?!` `।` `…`; none behind a headline.
    pub terminator: Span,
    /// Quotation marks and brackets that close behind the terminator, or right before it where none do: `”` of `.”` and
    /// of `”.`
    pub closers: Span,
}

/// The end marks of a sentence of `doc`. What may stand behind them, a picture or the sign of a footnote, is no part of
/// them.
///
/// ```
/// use kasoti::{lang::Lang, sentence, text::Document};
///
/// let doc = Document::new("ते म्हणाले, “बसा!” 🙏", Lang::MARATHI);
/// let ends = sentence::ends(&doc, &sentence::split(&doc)[0]);
/// assert_eq!((ends.terminator.of(doc.text), ends.closers.of(doc.text)), ("!", "”"));
/// ```
pub fn ends(doc: &Document, sentence: &Sentence) -> Ends {
    let know = Knowledge::of(doc.lang);
    let line = Line { doc, tokens: doc.tokens_in(sentence.span), know: &know };
    let closes = |at: usize| line.kind(at) == Some(TokenKind::Quote) || line.mark(at) == Some(Mark::Close);
    let terminates = |at: usize| line.mark(at).is_some_and(Mark::may_end);
    let space = |at: usize| line.kind(at) == Some(TokenKind::Space);
    // The terminator stands last but for what closes behind it, pictures and footnotes.
    let behind = |at: usize| {
        closes(at)
            || space(at)
            || matches!(line.mark(at), Some(Mark::Emoji | Mark::Open))
            || line.kind(at) == Some(TokenKind::Number)
    };
    let mut end = line.tokens.len();
    while end > 0 && behind(end - 1) {
        end -= 1;
    }
    let first = run_before(end, |at| terminates(at) || space(at));
    let first = first + usize::from(first < end && space(first));
    if first == end {
        let none = Span { start: sentence.span.end, end: sentence.span.end };
        return Ends { terminator: none, closers: none };
    }
    let span = |from: usize, to: usize| line.tokens[from].span.to(line.tokens[to - 1].span);
    let terminator = span(first, end);
    let mut after = end;
    while after < line.tokens.len() && (closes(after) || space(after) && closes(after + 1)) {
        after += 1;
    }
    let before = run_before(first, closes);
    let closers = match (end < after, before < first) {
        (true, _) => span(end + usize::from(space(end)), after),
        (false, true) => span(before, first),
        _ => Span { start: terminator.end, end: terminator.end },
    };
    Ends { terminator, closers }
}

/// The first token of the run before `end` of which all are `kind`.
fn run_before(end: usize, kind: impl Fn(usize) -> bool) -> usize {
    (0..end).rev().take_while(|&at| kind(at)).last().unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::sentence::split;

    #[test]
    fn terminators_and_closers() {
        for (text, terminator, closers) in [
            ("पाऊस थांबला. 😀", ".", ""),
            ("खरंच?! 😀", "?!", ""),
            ("ते म्हणाले, “बसा.”", ".", "”"),
            ("ते म्हणाले, “‘बसा’”.", ".", "’”"),
            ("(सभा टळली.) [१]", ".", ")"),
            ("सभा समाप्त हुई । ”", "।", "”"),
            ("वह सोचता रहा . . .", ". . .", ""),
            ("शीर्षक 😀", "", ""),
            ("“ 😀 ”", "", ""),
        ] {
            let doc = Document::new(text, Lang::MARATHI);
            let ends = ends(&doc, split(&doc).last().unwrap());
            assert_eq!((ends.terminator.of(text), ends.closers.of(text)), (terminator, closers), "{text}");
        }
    }
}
