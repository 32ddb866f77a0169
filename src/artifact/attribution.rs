//! Reporting clauses: who said it, and how the language frames that. Read by the rules on attribution.

use crate::entity::alike;
use crate::lang::{Lang, NO_WORDS, Words, words};
use crate::report::Sentence;
use crate::table::Table;
use crate::text::{Document, Span, Token, TokenKind, fold, lower};

static MARATHI: Words = words!("attribution/mr.tsv");
static HINDI: Words = words!("attribution/hi.tsv");
static ENGLISH: Words = words!("attribution/en.tsv");

/// What the words of the language's reporting clauses do in them; the tables' heads name the classes.
pub(super) fn words_of(lang: Lang) -> &'static Table {
    match lang {
        Lang::MARATHI => &MARATHI,
        Lang::HINDI => &HINDI,
        Lang::ENGLISH => &ENGLISH,
        _ => &NO_WORDS,
    }
}

/// A piece of a sentence between commas, quotation marks, colons and the word for "that".
pub(super) struct Clause<'t> {
    /// From its first word to its last one.
    pub span: Span,
    /// Its words and their classes, "" for an ordinary word.
    pub words: Vec<(&'t str, &'static str)>,
    /// What stands right before it.
    pub after: Mark,
    /// What stands right after it.
    pub before: Mark,
}

/// What parts two clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The sentence's edge.
    Edge,
    /// A comma, semicolon, colon, dash.
    Comma,
    /// An opening quotation mark, with or without a comma before it.
    Open,
    /// A closing quotation mark, with or without a comma at either side.
    Close,
    /// The word for "that", which still belongs to the clause before it.
    That,
}

/// The clauses of one sentence. `depth` counts the quotations that are open where it begins, and is left as it is
/// at its end.
pub(super) fn clauses<'t>(doc: &Document<'t>, sentence: &Sentence, depth: &mut usize) -> Vec<Clause<'t>> {
    let table = words_of(doc.lang);
    let mut list: Vec<Clause> = Vec::new();
    let mut mark = Mark::Edge;
    let mut open: Option<Clause> = None;
    let tokens = doc.tokens_in(sentence.span);
    for (i, token) in tokens.iter().enumerate() {
        let word = doc.word(token);
        let next = match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let class = class(table, word);
                let clause = open.get_or_insert_with(|| Clause {
                    span: token.span,
                    words: Vec::new(),
                    after: mark,
                    before: Mark::Edge,
                });
                clause.span = clause.span.to(token.span);
                clause.words.push((word, class));
                (class == "that").then_some(Mark::That)
            }
            TokenKind::Quote => quote(tokens, i, word, depth),
            TokenKind::Punct if matches!(word, "," | ";" | ":" | "–" | "—") => Some(Mark::Comma),
            _ => None,
        };
        let Some(next) = next else { continue };
        match open.take() {
            Some(mut clause) => {
                clause.before = next;
                list.push(clause);
                mark = next;
            }
            // A quotation mark tells more than the comma beside it.
            None if next != Mark::Comma => {
                mark = next;
                if let Some(last) = list.last_mut().filter(|last| last.before == Mark::Comma) {
                    last.before = next;
                }
            }
            None => {}
        }
    }
    list.extend(open);
    list
}

/// Which way a quotation mark points; `None` for an apostrophe.
fn quote(tokens: &[Token], i: usize, word: &str, depth: &mut usize) -> Option<Mark> {
    let opens = match word {
        "“" => true,
        "”" => false,
        "\"" => *depth == 0,
        "‘" => return None,
        _ => return None,
    };
    // A mark that stands the wrong way round is told by the spaces around it.
    let space = |t: Option<&Token>| t.is_none_or(|t| t.kind == TokenKind::Space);
    let (left, right) = (space(i.checked_sub(1).map(|i| &tokens[i])), space(tokens.get(i + 1)));
    let opens = if left != right { left && !right || opens && right && i == 0 } else { opens };
    *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
    Some(if opens { Mark::Open } else { Mark::Close })
}

fn class(table: &'static Table, word: &str) -> &'static str {
    match table.get(&fold(word)) {
        Some(class) => class,
        None => table.get(&lower(word)).unwrap_or(""),
    }
}

/// A reporting clause: the words that name who speaks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame<'t> {
    /// Of the clause.
    pub span: Span,
    /// The speaker's names and titles; empty when a pronoun stands for them.
    pub speaker: Vec<&'t str>,
    /// Whether a pronoun does.
    pub pronoun: bool,
    /// Whether a verb of its own says it (सांगितले), not a noun with a light verb (आवाहन केले).
    pub verb: bool,
    /// Whether an ending or a word marks the speaker as the one who speaks.
    pub marked: bool,
    /// Ordinary words that belong to neither the speaker nor the saying.
    pub others: usize,
}

impl<'t> Clause<'t> {
    /// The clause as a reporting clause, if it ends by saying something or names a source.
    pub fn frame(&self, lang: Lang) -> Option<Frame<'t>> {
        let has = |words: &[(&str, &str)], class: &str| words.iter().any(|(_, c)| *c == class);
        let end = self.words.iter().rposition(|(_, c)| !matches!(*c, "aux" | "that"))?;
        let says = match self.words[end].1 {
            "verb" => true,
            "light" => has(&self.words[..end], "noun"),
            "noun" => end + 1 < self.words.len(),
            _ => lang == Lang::ENGLISH && has(&self.words, "verb"),
        };
        // A source stands in front, with or without a comma after it: सूत्रांच्या माहितीनुसार विस्तार होईल
        let words = match self.words.iter().position(|(_, c)| *c == "source") {
            _ if says => &self.words[..],
            Some(at) => &self.words[..=at],
            None => return None,
        };
        if has(words, "stop") {
            return None;
        }
        let (from, to) = speaker(words, lang);
        let ordinary = |words: &[(&'t str, &str)]| words.iter().filter(|(_, c)| c.is_empty()).count();
        let others = ordinary(words) - ordinary(&words[from..to]);
        let speaker: Vec<_> = words[from..to].iter().filter(|(_, c)| c.is_empty()).map(|(w, _)| *w).collect();
        let is = |class| has(words, class);
        Some(Frame {
            span: self.span,
            pronoun: speaker.is_empty() && is("pronoun"),
            verb: words.last().is_some_and(|(_, c)| *c == "source") || self.words[end].1 == "verb",
            marked: is("agent") || words.iter().any(is_ergative),
            speaker,
            others,
        })
    }
}

/// The words among which the speaker is named.
fn speaker(words: &[(&str, &str)], lang: Lang) -> (usize, usize) {
    let of = |class: &str| words.iter().position(|(_, c)| *c == class);
    if lang == Lang::ENGLISH {
        return match (of("agent"), of("verb")) {
            (Some(by), _) => (by + 1, words.len()),
            (None, Some(0)) => (1, words.len()),
            (None, verb) => (0, verb.unwrap_or(words.len())),
        };
    }
    let to = match of("agent") {
        Some(at) => at,
        None if lang == Lang::MARATHI => match words.iter().position(is_ergative) {
            Some(at) => at + 1,
            None => return (0, words.len()),
        },
        None => return (0, words.len()),
    };
    let from = words[..to].iter().rposition(|(_, c)| !matches!(*c, "" | "skip"));
    (from.map_or(0, |i| i + 1), to)
}

/// Whether the word has Marathi's ending of the one who acts.
pub(super) fn is_ergative((word, class): &(&str, &str)) -> bool {
    class.is_empty() && (word.ends_with("ने") || word.ends_with("नी"))
}

/// Endings of Marathi that a speaker's name takes in reporting clauses.
const ENDINGS: [&str; 14] =
    ["ांच्या", "ांनी", "ांचे", "ांचा", "ांची", "च्या", "ंनी", "ने", "नी", "चे", "चा", "ची", "ात", "ला"];

/// Whether two words of a name are one, however it is spelled and whatever ending it has.
pub(super) fn same_word(a: &str, b: &str) -> bool {
    a == b || {
        let (a, b) = (stem(a), stem(b));
        a == b || a.chars().count() > 3 && b.chars().count() > 3 && alike(a, b)
    }
}

fn stem(word: &str) -> &str {
    ENDINGS.iter().find_map(|e| word.strip_suffix(e).filter(|s| s.chars().count() > 1)).unwrap_or(word)
}
