//! Lines that scraping left in the article: "हे देखील वाचा: …", "Advertisement", share bars, paths of pages, credits.
//!
//! A page has more lines than its article, and whoever copied it took some of them along. They are known by their
//! words, whole lines of them, or by the words that they begin with before a colon; and by their shape: a path of pages
//! (Home / News / City) and a bar of buttons (Share | Save). Prose that speaks of such things is silent, since a line
//! counts as a whole and a sentence is no such line. The fix takes the line out.

use super::{Article, Findings, Rule, Severity, near};
use crate::report::Edit;
use crate::table::Table;
use crate::text::{Document, Paragraph, TokenKind, fold, lower};

pub(super) const RULE: Rule =
    Rule { code: "boilerplate", severity: Severity::Minor, default_on: true, langs: &[], check };

/// Words of the longest row of the tables.
const LONGEST_ROW: usize = 12;

/// Words of a line that an open row begins: what is longer is a sentence.
const LONGEST_OPEN: usize = 14;

/// Words of a page's name in a path or of a button in a bar.
const LONGEST_PART: usize = 3;

/// Marks that part the pages of a path and the buttons of a bar.
const PARTS: [&str; 8] = ["/", "›", "»", ">", "|", "•", "·", "→"];

fn check(article: &Article, findings: &mut Findings) {
    let table = article.table("boilerplate");
    if table.is_empty() {
        return;
    }
    for paragraph in &article.doc.paragraphs {
        let line = Line::read(article.doc, paragraph);
        if line.is_known(table) || line.is_bar(table) {
            let span = paragraph.span;
            let gone = near::line(article.doc.text, span);
            findings
                .report(span)
                .arg("form", article.doc.slice(span))
                .fix(vec![Edit { span: gone, text: String::new() }])
                .safe();
        }
    }
}

/// A line as far as it can be boilerplate.
struct Line {
    /// Its first words, folded, in small letters.
    words: Vec<String>,
    /// For each word whether a colon or dash stands right behind it.
    announces: Vec<bool>,
    /// For each word which part of the line it is in, from 0.
    parts: Vec<usize>,
    /// All its words are here.
    whole: bool,
    /// It ends as a sentence does.
    sentence: bool,
}

impl Line {
    fn read(doc: &Document, paragraph: &Paragraph) -> Self {
        let tokens = doc.tokens_of(paragraph);
        let mut line = Line { words: vec![], announces: vec![], parts: vec![], whole: true, sentence: false };
        let mut part = 0;
        for token in tokens {
            match token.kind {
                TokenKind::Word | TokenKind::Number if line.words.len() > LONGEST_OPEN => {
                    line.whole = false;
                    return line;
                }
                TokenKind::Word | TokenKind::Number => {
                    line.words.push(fold(&lower(doc.word(token))).into_owned());
                    line.announces.push(false);
                    line.parts.push(part);
                    line.sentence = false;
                }
                // › is a quotation mark elsewhere.
                TokenKind::Punct | TokenKind::Quote => {
                    let mark = doc.word(token);
                    line.sentence = matches!(mark, "." | "।" | "!" | "?");
                    part += usize::from(PARTS.contains(&mark));
                    if let Some(last) = line.announces.last_mut() {
                        *last |= matches!(mark, ":" | "–" | "—" | "-" | "|" | "…");
                    }
                }
                _ => {}
            }
        }
        line
    }

    fn is_known(&self, table: &Table) -> bool {
        let mut key = String::new();
        for (i, word) in self.words.iter().enumerate().take(LONGEST_ROW) {
            if i > 0 {
                key.push(' ');
            }
            key.push_str(word);
            let Some(kind) = table.get(&key) else { continue };
            let last = i + 1 == self.words.len() && self.whole;
            let fits = match kind {
                "lead" => self.announces[i],
                "open" => self.whole && !self.sentence,
                _ => false,
            };
            // A whole line may end in a mark of its own (Read more!), not in a full stop: that is prose.
            if last || fits {
                return true;
            }
        }
        false
    }

    /// A path of pages, or a bar of which most buttons are known.
    fn is_bar(&self, table: &Table) -> bool {
        let Some(&last) = self.parts.last() else { return false };
        if last == 0 || !self.whole || self.sentence {
            return false;
        }
        let parts: Vec<Vec<&str>> = (0..=last)
            .map(|part| {
                let words = self.words.iter().zip(&self.parts);
                words.filter(|(_, of)| **of == part).map(|(word, _)| word.as_str()).collect()
            })
            .filter(|part: &Vec<&str>| !part.is_empty())
            .collect();
        let short = parts.iter().all(|part| part.len() <= LONGEST_PART);
        let known = |part: &Vec<&str>| table.get(&part.join(" "));
        let home = parts.first().is_some_and(|first| known(first) == Some("home"));
        let buttons = parts.iter().filter(|part| known(part).is_some()).count();
        short && parts.len() > 1 && (home || buttons * 2 > parts.len())
    }
}
