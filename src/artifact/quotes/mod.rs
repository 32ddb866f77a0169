//! The quotation marks and brackets of each paragraph, paired: what three rules and the rules of speech read.
//!
//! A stack machine for each kind of mark. Where a mark stands (before a word, after one, between two spaces) says
//! what it does; its shape says what it was meant to do. Out of the two comes one fault a mark at most, by this order
//! of precedence:
//!
//! 1. floating-quote: space on both sides, so that it belongs to neither word;
//! 2. unpaired-quote: it has no partner, whatever its shape;
//! 3. wrong-way-quote: it has one, and faces the wrong way.
//!
//! A quotation that runs over paragraphs leaves its opening mark without a partner and begins the next paragraph with
//! another; that is lawful, and so is one that closes in the next paragraph. Apostrophes, primes, list marks `a)` and
//! emoticons are no marks of quotation; a paragraph of broken text is not read. Languages that quote otherwise („…“, «…») are paired by brackets alone.

mod marks;

use super::{Article, Findings};
use crate::report::Edit;
use crate::text::Span;

use marks::{Kind, Mark, Place, Shape, glyph, is_break, is_list_mark, marks, opens};

/// Paragraphs without any mark that a quotation may run through before its opening mark counts as forgotten.
const PATIENCE: usize = 2;

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Floating,
    Unpaired,
    WrongWay,
}

/// A faulty mark.
pub(super) struct FaultyMark {
    pub fault: Fault,
    /// The mark, with the space to be cut out where there is one.
    pub span: Span,
    /// What stands there now and what belongs there, as the card shows it.
    pub form: String,
    pub right: String,
    /// Ways to mend it, the likeliest first.
    pub fixes: Vec<Edit>,
    /// Whether the first cannot hurt.
    pub safe: bool,
}

/// What [`read`] finds in an article.
#[derive(Default)]
pub(super) struct Quotes {
    /// Faulty marks, by paragraph and kind of mark.
    pub faults: Vec<FaultyMark>,
    /// What is quoted, marks included, by its closing mark.
    pub quotations: Vec<Span>,
}

impl Quotes {
    /// The quotations in `span`, as a text that begins and ends there would have them; without the faults.
    pub fn part(&self, span: Span) -> Self {
        let own = self.quotations.iter().filter(|q| q.overlaps(span));
        Self { faults: Vec::new(), quotations: own.map(|q| span.within(*q)).collect() }
    }

    /// Whether `span` lies inside a quotation.
    pub fn hold(&self, span: Span) -> bool {
        let at = self.quotations.partition_point(|q| q.end < span.end);
        // Quotations in quotations close first: a few steps on lies the one around them.
        self.quotations[at..].iter().take(3).any(|q| q.covers(span))
    }
}

/// Reports the marks that have `fault`.
pub(super) fn report(article: &Article, findings: &mut Findings, fault: Fault) {
    for mark in article.quotes().faults.iter().filter(|mark| mark.fault == fault) {
        let finding = findings.report(mark.span).arg("form", &*mark.form).arg("right", &*mark.right);
        for edit in &mark.fixes {
            finding.fix(vec![edit.clone()]);
        }
        finding.safe = mark.safe;
    }
}

/// Pairs the marks of the article.
pub(super) fn read(article: &Article) -> Quotes {
    let mut reader = Reader { article, quotes: Quotes::default() };
    for kind in [Kind::Double, Kind::Single, Kind::Round, Kind::Square] {
        reader.read(kind);
    }
    crate::sort::by_key(&mut reader.quotes.quotations, |q| (q.end, std::cmp::Reverse(q.start)));
    reader.quotes
}

struct Reader<'a, 'b> {
    article: &'a Article<'b>,
    quotes: Quotes,
}

impl Reader<'_, '_> {
    fn read(&mut self, kind: Kind) {
        let article = self.article;
        // Openers of earlier paragraphs that still wait for their partner, and for how many paragraphs.
        let mut waiting: Vec<Mark> = Vec::new();
        let mut patience = PATIENCE;
        for paragraph in &article.doc.paragraphs {
            let marks = marks(article, paragraph, kind);
            if marks.is_empty() {
                patience = patience.saturating_sub(1);
            } else {
                let continues = marks[0].span.start == paragraph.span.start && marks[0].shape != Shape::Close;
                if continues && kind == Kind::Double {
                    waiting.clear();
                }
                let open = self.pair(&marks, &mut waiting);
                waiting.drain(..).for_each(|mark| self.lone(mark));
                waiting = open;
                patience = PATIENCE;
            }
            if patience == 0 {
                waiting.drain(..).for_each(|mark| self.lone(mark));
            }
        }
        waiting.drain(..).for_each(|mark| self.lone(mark));
    }

    /// Pairs the marks of one kind in one paragraph; gives back the openers that found no partner.
    fn pair(&mut self, marks: &[Mark], waiting: &mut Vec<Mark>) -> Vec<Mark> {
        let mut open: Vec<Mark> = Vec::new();
        // Straight marks that come out even open and close by turns, wherever the space stands.
        let by_turns = marks.len().is_multiple_of(2)
            && waiting.is_empty()
            && marks.iter().all(|m| m.shape == Shape::Straight);
        for (i, &mark) in marks.iter().enumerate() {
            let is_open = !open.is_empty();
            let next = marks.get(i + 1).map(|m| m.shape);
            let opens = if by_turns { !is_open } else { opens(mark, is_open, next) };
            let mark = Mark { opens, ..mark };
            if opens {
                open.push(mark);
                continue;
            }
            match open.pop().or_else(|| waiting.pop()) {
                Some(opener) => {
                    self.partnered(opener);
                    self.partnered(mark);
                    if matches!(mark.kind, Kind::Double | Kind::Single) {
                        self.quotes.quotations.push(opener.span.to(mark.span));
                    }
                }
                // A closing single mark without an opening one is an apostrophe.
                None if mark.kind == Kind::Single => {}
                None if mark.kind == Kind::Round && is_list_mark(self.head(mark.span)) => {}
                None => self.lone(mark),
            }
        }
        open
    }

    fn partnered(&mut self, mark: Mark) {
        let wrong_way = match mark.shape {
            Shape::Open => !mark.opens,
            Shape::Close => mark.opens,
            Shape::Straight => false,
        };
        if mark.place == Place::Floating && matches!(mark.kind, Kind::Double | Kind::Single) {
            self.floating(mark, true);
        } else if wrong_way {
            let right = glyph(mark);
            self.report(
                Fault::WrongWay,
                mark.span,
                mark,
                right.to_owned(),
                vec![(mark.span, right.to_owned())],
                true,
            );
        }
    }

    fn lone(&mut self, mark: Mark) {
        if mark.place == Place::Floating && matches!(mark.kind, Kind::Double | Kind::Single) {
            return self.floating(mark, false);
        }
        if mark.kind == Kind::Double && mark.opens && self.closes_single(mark) {
            return;
        }
        let partner = glyph(Mark { opens: !mark.opens, ..mark });
        let mut fixes = vec![(mark.span, String::new())];
        if matches!(mark.kind, Kind::Double | Kind::Single)
            && let Some(sentence) = self.sentence(mark.span)
        {
            let at = if mark.opens { sentence.end } else { sentence.start };
            fixes.insert(0, (Span { start: at, end: at }, partner.to_owned()));
        }
        self.report(Fault::Unpaired, mark.span, mark, partner.to_owned(), fixes, false);
    }

    /// A mark between two spaces: joined to its word, or, when it has no partner and no word to open, cut out.
    fn floating(&mut self, mark: Mark, paired: bool) {
        let text = self.article.doc.text;
        let (start, end) = (mark.span.start as usize, mark.span.end as usize);
        let (head, tail) = (&text[..start], &text[end..]);
        let space = |c: char| c.is_whitespace() && !is_break(c);
        let span = if mark.opens {
            Span::new(start..text.len() - tail.trim_start_matches(space).len())
        } else {
            Span::new(head.trim_end_matches(space).len()..end)
        };
        let right = glyph(mark).to_owned();
        let word = |rest: &str| {
            rest.split_whitespace().next().unwrap_or_default().chars().take(24).collect::<String>()
        };
        let shown = if mark.opens {
            format!("{right}{}", word(tail))
        } else {
            let last = head.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            format!("{last}{right}")
        };
        let mut fixes = vec![(span, right), (span, String::new())];
        if paired {
            fixes.truncate(1);
        } else if !mark.opens {
            fixes.reverse();
        }
        self.report(Fault::Floating, span, mark, shown, fixes, paired);
    }

    fn report(
        &mut self,
        fault: Fault,
        span: Span,
        mark: Mark,
        right: String,
        fixes: Vec<(Span, String)>,
        safe: bool,
    ) {
        let form = mark.span.of(self.article.doc.text).to_owned();
        let fixes = fixes.into_iter().map(|(span, text)| Edit { span, text }).collect();
        self.quotes.faults.push(FaultyMark { fault, span, form, right, fixes, safe });
    }

    /// Whether a straight single mark ends the quotation, as some Marathi papers set it: "सकाळ'ला.
    fn closes_single(&self, mark: Mark) -> bool {
        let doc = self.article.doc;
        let rest = &doc.text[mark.span.end as usize..];
        let rest = rest.split(|c| is_break(c) || matches!(c, '"' | '“' | '”')).next().unwrap_or_default();
        doc.lang.language().script.is_indic() && rest.contains('\'')
    }

    /// What stands before the mark, as far as a list mark reaches.
    fn head(&self, mark: Span) -> &str {
        let text = self.article.doc.text;
        let at = mark.start as usize;
        // Three letters of four bytes and the space before them.
        &text[text.floor_char_boundary(at.saturating_sub(16))..at]
    }

    fn sentence(&self, span: Span) -> Option<Span> {
        let at = self.article.sentences.partition_point(|s| s.span.end <= span.start);
        self.article.sentences.get(at).map(|s| s.span)
    }
}
