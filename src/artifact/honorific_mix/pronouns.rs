//! A pronoun in the singular for someone whom the sentence before it, or its own, has in the plural of respect:
//! मोदी यांनी निवेदन केले. तो … आहेत; फडणवीस आले. त्याने …
//!
//! A pronoun may stand for anything of its gender. So it is taken for the person only where nothing else of that
//! gender stands between, no word is unknown, and no one was mentioned before of whom the article speaks in the
//! singular; or where its own verb is in the plural.

use super::super::{Article, Findings, lexicon};
use super::Regard;
use crate::entity::Kind;
use crate::text::{Span, TokenKind, fold};

/// Singular pronouns, whether feminine, and those of respect.
const PRONOUNS: [(&str, bool, &str); 16] = [
    ("तिचा", true, "त्यांचा"),
    ("तिची", true, "त्यांची"),
    ("तिचे", true, "त्यांचे"),
    ("तिच्या", true, "त्यांच्या"),
    ("तिच्याकडे", true, "त्यांच्याकडे"),
    ("तिने", true, "त्यांनी"),
    ("तिला", true, "त्यांना"),
    ("ती", true, "त्या"),
    ("तो", false, "ते"),
    ("त्याचा", false, "त्यांचा"),
    ("त्याची", false, "त्यांची"),
    ("त्याचे", false, "त्यांचे"),
    ("त्याच्या", false, "त्यांच्या"),
    ("त्याच्याकडे", false, "त्यांच्याकडे"),
    ("त्याने", false, "त्यांनी"),
    ("त्याला", false, "त्यांना"),
];
/// Words of a sentence before its pronoun: further on it may be about anything.
const REACH: usize = 3;
/// Measures of time, which are no subjects.
const TIMES: [&str; 8] = ["तास", "दिवस", "वर्षे", "वर्ष", "महिने", "आठवडे", "मिनिटे", "वेळ"];

/// What a sentence mentions that a pronoun may stand for.
#[derive(Clone, Default)]
struct Mentioned<'t> {
    /// People with names, each once.
    people: Vec<u32>,
    /// Where respect is shown to one, by the words around or a verb in the plural.
    respect: Option<Span>,
    /// Something masculine or neuter, something feminine.
    things: [bool; 2],
    /// The last word.
    last: &'t str,
}

pub(super) fn check(
    article: &Article,
    regards: &[Regard],
    respects: &[(Option<Span>, u32)],
    is_quoted: &dyn Fn(Span) -> bool,
    findings: &mut Findings,
) {
    let doc = article.doc;
    let is_pronoun = |word: &str| PRONOUNS.iter().any(|(form, ..)| *form == word);
    let Some(last) = doc.tokens.iter().rfind(|token| is_pronoun(doc.word(token))) else { return };
    let mut before = Mentioned::default();
    let mut someone = false;
    let mut paragraph = u32::MAX;
    let mut next = 0;
    for sentence in article.sentences.iter().take_while(|s| s.span.start <= last.span.start) {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            before = Mentioned::default();
        }
        let mut now = Mentioned::default();
        let mut words = 0;
        // Behind आणि, and the person named right before it.
        let mut after_and = false;
        let mut named = None;
        let tokens = doc.tokens_in(sentence.span);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
            let word = doc.word(token);
            while article.mentions.get(next).is_some_and(|m| m.span.end <= token.span.start) {
                next += 1;
            }
            let mention = article.mentions.get(next).filter(|m| m.span.start < token.span.end);
            let is_mention = mention.is_some();
            if let Some(mention) = mention {
                let respect = respects[mention.entity as usize].0;
                someone |= respect.is_none() && matches!(regards[next], Regard::Bare { .. });
                named = respect.map(|span| (mention.entity, span));
                now.add_mention(article, mention, regards[next]);
            } else if let Some((_, feminine, right)) = PRONOUNS.iter().find(|(form, ..)| *form == word) {
                let known = if after_and { &now } else { &before };
                let thing = known.things[usize::from(*feminine)];
                let alone = after_and || now.people.is_empty() && !now.things[usize::from(*feminine)];
                let fits = match word {
                    "तो" | "ती" => words == 0 && has_plural_verb(article, &tokens[i + 1..]),
                    _ => !someone && alone && words <= REACH && !thing,
                };
                let person = match known.people[..] {
                    // लावरोव्ह आणि त्याचे सहकारी
                    _ if after_and && named.is_some() => named,
                    [person] if fits => known.respect.map(|span| (person, span)),
                    _ => None,
                };
                if let Some((person, respect)) = person
                    && !is_quoted(token.span)
                {
                    let name = &article.entities[person as usize].name;
                    findings
                        .report(token.span)
                        .arg("form", word)
                        .arg("right", respect.of(doc.text))
                        .arg("count", respects[person as usize].1)
                        .arg("name", name.as_str())
                        .replace(*right)
                        .related(respect);
                }
                someone = true;
            } else {
                someone |= now.add_word(article, word);
            }
            after_and = word == "आणि" && !now.people.is_empty();
            if !after_and && !is_mention {
                named = None;
            }
            words = if after_and { 0 } else { words + 1 };
            now.last = word;
        }
        if now.people.len() == 1 && now.respect.is_none() && is_plural(now.last) && !now.things[0] {
            let person = article.entities[now.people[0] as usize].mentions.first();
            now.respect = person.and_then(|&m| article.mentions.get(m as usize)).map(|m| m.span);
        }
        before = now;
    }
}

impl Mentioned<'_> {
    fn add_mention(&mut self, article: &Article, mention: &crate::report::Mention, regard: Regard) {
        match mention.kind {
            Kind::Person => {
                if !self.people.contains(&mention.entity) {
                    self.people.push(mention.entity);
                }
                if let Regard::Respectful(span) = regard {
                    self.respect.get_or_insert(span);
                }
            }
            // Where something happens, or where to, is what it happens to only if it is spoken of again.
            Kind::Place => {
                let ending = mention.suffix.map_or("", |s| article.doc.slice(s));
                if !matches!(ending, "त" | "ला" | "तून" | "मध्ये" | "हून") {
                    self.things = [true; 2];
                }
            }
            Kind::Organisation => self.things = [true; 2],
            _ => {}
        }
    }

    /// Notes what a word may be; returns whether it is someone in the singular.
    fn add_word(&mut self, article: &Article, word: &str) -> bool {
        let word = &*fold(word);
        let nouns = article.table("nouns");
        let is_plain = ["indeclinables", "postpositions"].iter().any(|t| article.table(t).contains(word));
        if is_plain && !nouns.contains(word) {
            return false;
        }
        let lemma = if nouns.contains(word) {
            Some(word.to_owned())
        } else if lexicon::is_verb(article, word) {
            return false;
        } else {
            let known = |stem: &str| lexicon::bases(stem).into_iter().find(|base| nouns.contains(base));
            let cut = lexicon::endings(article, word)
                .filter(|(stem, _)| !stem.ends_with('ं'))
                .find_map(|(stem, _)| known(stem));
            known(word).or(cut)
        };
        let Some(lemma) = lemma else {
            if !lexicon::is_word(article, word) {
                self.things = [true; 2];
            }
            return false;
        };
        let gender = nouns.get(&lemma).unwrap_or_default();
        let gender = gender.split('\t').next().unwrap_or_default();
        self.things[0] |= gender.contains(['m', 'n']);
        self.things[1] |= gender.contains('f');
        article.table("people").contains(&lemma)
    }
}

/// Whether the clause that begins here ends in a verb in the plural and names nothing that it could be the verb of.
fn has_plural_verb(article: &Article, tokens: &[crate::text::Token]) -> bool {
    let clause = tokens.iter().take_while(|t| !matches!(article.doc.word(t), "," | "." | "?" | "!" | "।"));
    let words: Vec<&str> =
        clause.filter(|t| t.kind == TokenKind::Word).map(|t| article.doc.word(t)).collect();
    let is_subject = |word: &&str| {
        let word = &*fold(word);
        article.table("nouns").contains(word) && !TIMES.contains(&word)
    };
    words.split_last().is_some_and(|(last, rest)| is_plural(last) && !rest.iter().any(is_subject))
}

/// Finite verbs of several, or of one in respect.
fn is_plural(verb: &str) -> bool {
    matches!(verb, "आहेत" | "नाहीत" | "होत्या")
        || verb.ends_with("तील")
        || verb.ends_with("ल्या")
        || verb.ends_with("ले")
}
