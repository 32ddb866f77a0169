//! The acronyms of an article, as the rules on acronyms read them: केसीएनए and NATO by their Latin letters.

use super::Article;
use crate::index::Index;
use crate::lang::{Lang, letters};
use crate::table::Table;
use crate::text::{Document, Script, Span, Token, TokenKind, fold};

/// Bytes of the longest acronym with its endings; longer words spell nothing.
const LONGEST_WORD: usize = 90;
/// Letters of an acronym. One is an initial.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=9;

/// Endings that Marathi glues to an acronym; after च्या stands another one at times (केसीएनएच्यासाठी).
const ENDINGS: [&str; 30] = [
    "ने",
    "नेही",
    "ला",
    "लाही",
    "चा",
    "ची",
    "चे",
    "च्या",
    "त",
    "शी",
    "मध्ये",
    "मधील",
    "मधून",
    "साठी",
    "कडून",
    "कडे",
    "सह",
    "वर",
    "वरील",
    "ही",
    "नुसार",
    "बद्दल",
    "विरुद्ध",
    "विरोधात",
    "तर्फे",
    "ना",
    "नी",
    "मुळे",
    "बाबत",
    "चं",
];

/// One acronym of the article.
pub(super) struct Acronym {
    /// Its letters in Latin capitals.
    pub letters: String,
    /// How it is written where it is met first, without ending.
    pub form: String,
    /// Where it stands, without endings, in order.
    pub places: Vec<Span>,
    /// A table knows it.
    pub known: bool,
    /// It stands in brackets behind words whose initials it is.
    pub explained: bool,
}

/// All acronyms of the article, in order of first mention.
pub(super) fn acronyms(article: &Article) -> Vec<Acronym> {
    let doc = article.doc;
    let names = article.table("names");
    let mut list: Vec<Acronym> = Vec::new();
    let mut by_letters = Index::default();
    for paragraph in &doc.paragraphs {
        let tokens = doc.tokens_of(paragraph);
        let mut shouted = None;
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
            let word = doc.word(token);
            let Some((letters, stem)) = read(word, token.script, doc.lang) else { continue };
            if token.script == Script::Latin && *shouted.get_or_insert_with(|| is_shouted(doc, tokens)) {
                continue;
            }
            let start = token.span.start as usize;
            let place = Span::new(start..start + stem);
            let form = &word[..stem];
            let explained = is_explained(doc, tokens, i, &letters);
            let at = by_letters.add(&letters);
            if at == list.len() {
                let known = names.get(&fold(form)).is_some_and(|classes| classes.contains(['o', 't']));
                list.push(Acronym { letters, form: form.to_owned(), places: Vec::new(), known, explained });
            }
            list[at].places.push(place);
            list[at].explained |= explained;
        }
    }
    list
}

/// The letters that `word` is an acronym of, and its bytes without ending.
fn read(word: &str, script: Script, lang: Lang) -> Option<(String, usize)> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    match script {
        Script::Devanagari => spelled(word, lang.language().sentences.letters, lang),
        Script::Latin => {
            let len = word.bytes().take_while(u8::is_ascii_uppercase).count();
            let fits = LETTERS.contains(&len) && (len == word.len() || is_ending(&word[len..]));
            fits.then(|| (word[..len].to_owned(), len))
        }
        _ => None,
    }
}

/// The letters whose names `word` is made of, the fewest bytes left to an ending.
fn spelled(word: &str, table: &Table, lang: Lang) -> Option<(String, usize)> {
    let mut best = None;
    let ways = letters::spelled(word, table);
    for at in ways.ends() {
        let Some(letters) = ways.letters(at).filter(|letters| LETTERS.contains(&letters.len())) else {
            continue;
        };
        let rest = &word[at..];
        if rest.is_empty() || lang == Lang::MARATHI && is_ending(rest) {
            best = Some((letters, at));
        }
    }
    best
}

fn is_ending(rest: &str) -> bool {
    ENDINGS.contains(&rest) || rest.strip_prefix("च्या").is_some_and(|rest| ENDINGS.contains(&rest))
}

/// A line in capitals has words, not acronyms.
fn is_shouted(doc: &Document, tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 1);
    let capital = |t: &Token| doc.word(t).bytes().all(|b| b.is_ascii_uppercase());
    let (all, capitals) = words.fold((0, 0), |(all, n), t| (all + 1, n + usize::from(capital(t))));
    2 * capitals > all
}

/// Whether the acronym stands in brackets behind the words that it is short for.
fn is_explained(doc: &Document, tokens: &[Token], at: usize, letters: &str) -> bool {
    if at == 0 || doc.word(&tokens[at - 1]) != "(" {
        return false;
    }
    let words = tokens[..at].iter().rev().filter(|t| t.kind == TokenKind::Word).map(|t| doc.word(t));
    let initials: String = words
        .take(2 * letters.len())
        .filter(|w| w.starts_with(|c: char| c.is_ascii_uppercase()))
        .filter_map(|w| w.chars().next())
        .collect();
    initials.chars().rev().collect::<String>().ends_with(letters)
}

/// Words that join two things, and so tell that they are two.
const JOINTS: [&str; 11] = ["आणि", "व", "किंवा", "की", "और", "एवं", "या", "and", "or", ",", "/"];
/// Between two that are joined stand an ending, spaces and the joint. In bytes.
const JOINED_WITHIN: usize = 40;

/// Whether the article joins the two somewhere (एनआयए आणि आयएनए), as it would not join a name and its misspelling.
pub(super) fn are_joined(doc: &Document, a: &Acronym, b: &Acronym) -> bool {
    a.places.iter().any(|place| {
        let next = b.places.partition_point(|p| p.start < place.start);
        let around = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|i| b.places.get(i));
        around.into_iter().any(|other| {
            let (from, to) = (place.end.min(other.end) as usize, place.start.max(other.start) as usize);
            to.saturating_sub(from) <= JOINED_WITHIN
                && doc.text.get(from..to).is_some_and(|s| s.split(' ').any(|word| JOINTS.contains(&word)))
        })
    })
}

/// Which of two spellings is right, by what a table knows, what the article explains, how often each stands and
/// which one stands first. `None` when both are known.
pub(super) fn better<'a>(a: &'a Acronym, b: &'a Acronym) -> Option<(&'a Acronym, &'a Acronym)> {
    let rank = |x: &Acronym| (x.known, x.explained, x.places.len(), std::cmp::Reverse(x.places[0]));
    match (a.known, b.known) {
        (true, true) => None,
        _ if rank(a) > rank(b) => Some((a, b)),
        _ => Some((b, a)),
    }
}

/// Whether the word is an acronym, whole or with an ending.
pub(super) fn is_acronym(word: &str, script: Script, lang: Lang) -> bool {
    read(word, script, lang).is_some()
}
