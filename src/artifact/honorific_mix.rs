//! One person with and without respect: किम यांनी and किमने, मोदी यांनी … तो … आहेत, वे … आएगा.
//!
//! Marathi and Hindi speak of people they respect in the plural, and a newspaper keeps to one form for one person; a
//! translation from English, which has no such plural, changes from sentence to sentence. Marked is where respect is
//! missing, since the plural is what a paper writes of whoever it respects anywhere. Who is meant the links between
//! mentions tell. Silent are quotations, people whom the paper never respects (players, the accused, the dead of
//! history), plurals that may be of two, the names of times and bodies (बायडेनच्या काळात), and pronouns that may stand
//! for something else.

mod hindi;
mod pronouns;

use super::{Article, Findings, Rule, Severity, near};
use crate::entity::Kind;
use crate::lang::Lang;
use crate::report::Mention;
use crate::text::{Span, Token, TokenKind};

pub(super) const RULE: Rule = Rule {
    code: "honorific-mix",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

fn check(article: &Article, findings: &mut Findings) {
    if article.doc.lang == Lang::HINDI {
        return hindi::check(article, findings);
    }
    let regards: Vec<Regard> = article.mentions.iter().map(|m| regard(article, m)).collect();
    let is_quoted = |span| article.quotes().hold(span);
    let of = |&m: &u32| (&article.mentions[m as usize], regards[m as usize]);
    // Where each entity is spoken of with respect: first and how often.
    let respects: Vec<(Option<Span>, u32)> = article
        .entities
        .iter()
        .map(|linked| {
            let mut spans = linked.mentions.iter().filter_map(|m| match of(m) {
                (_, Regard::Respectful(span)) => Some(span),
                _ => None,
            });
            (spans.next(), spans.count() as u32 + 1)
        })
        .collect();
    for (linked, respect) in article.entities.iter().zip(&respects) {
        let (Some(right), count) = *respect else { continue };
        for (mention, regard) in linked.mentions.iter().map(of) {
            let Regard::Bare { span, plural, rest } = regard else { continue };
            // ‘मोकलचे मंदिर’ is what something is called.
            let begins_title = near::before(article.doc.text, span.start as usize)
                .is_some_and(|c| matches!(c, '“' | '"' | '‘' | '’' | '\''));
            if begins_title || is_quoted(span) {
                continue;
            }
            let name = mention.span.of(article.doc.text);
            // The oblique of a name that also stands without: रामा(ने) of राम.
            let direct = |form: &str| name.strip_suffix('ा') == Some(form);
            let base = linked.forms.iter().find(|f| direct(&f.text)).map_or(name, |f| &f.text);
            findings
                .report(span)
                .arg("form", span.of(article.doc.text))
                .arg("right", right.of(article.doc.text))
                .arg("count", count)
                .arg("name", linked.name.as_str())
                .replace([base, " ", plural, rest].concat())
                .related(right);
        }
    }
    pronouns::check(article, &regards, &respects, &is_quoted, findings);
}

/// How a mention speaks of the person.
#[derive(Clone, Copy)]
enum Regard<'t> {
    /// In the plural, up to the word that says so.
    Respectful(Span),
    /// In the singular, with its ending; `plural` and `rest` are what respect has in its stead.
    Bare { span: Span, plural: &'static str, rest: &'t str },
    /// The words don't tell.
    Unknown,
}

/// Singular case endings of a name, and how the plural of respect has them.
const CASES: [(&str, &str); 7] = [
    ("च्या", "यांच्या"),
    ("चा", "यांचा"),
    ("ची", "यांची"),
    ("चे", "यांचे"),
    ("ने", "यांनी"),
    ("ला", "यांना"),
    ("शी", "यांच्याशी"),
];
/// The singular pronoun behind a name, up to its ending, and that of respect.
const PRONOUNS: [(&str, &str); 8] = [
    ("याने", "यांनी"),
    ("याला", "यांना"),
    ("याच", "यांच"),
    ("याच्याशी", "यांच्याशी"),
    ("हिने", "यांनी"),
    ("हिला", "यांना"),
    ("हिच", "यांच"),
    ("हिच्याशी", "यांच्याशी"),
];
/// Verbs in the plural that follow the name of one who speaks.
const SAYS: [&str; 4] = ["म्हणाले", "म्हणाल्या", "म्हणतात", "बोलले"];
/// What a name in the genitive may be part of the name of.
const ERAS: [&str; 7] = ["काळ", "कार्यकाळ", "कारकिर्द", "राजवट", "सरकार", "प्रशासन", "गट"];

fn regard<'t>(article: &Article<'t>, mention: &Mention) -> Regard<'t> {
    if mention.kind != Kind::Person {
        return Regard::Unknown;
    }
    let doc = article.doc;
    let name = doc.slice(mention.span);
    let end = mention.suffix.map_or(mention.span.end, |s| s.end);
    let next = match doc.tokens_in(Span { start: end, end: doc.text.len() as u32 }) {
        [space, next, ..] if space.kind == TokenKind::Space && next.kind == TokenKind::Word => Some(next),
        _ => None,
    };
    let word = next.map_or("", |next| doc.word(next));
    let Some(suffix) = mention.suffix else {
        let Some(next) = next else { return Regard::Unknown };
        let span = mention.span.to(next.span);
        let is_plural = word.starts_with("यां") || word.starts_with("ह्यां") || SAYS.contains(&word);
        if is_plural && !is_one_of_several(article, mention) {
            return Regard::Respectful(span);
        }
        let bare = PRONOUNS.iter().find_map(|(from, to)| Some((*to, word.strip_prefix(from)?)));
        return match bare {
            Some((plural, rest)) => Regard::Bare { span, plural, rest },
            None => Regard::Unknown,
        };
    };
    let ending = doc.slice(suffix);
    let span = mention.span.to(suffix);
    if name.ends_with('ं') {
        return if is_one_of_several(article, mention) { Regard::Unknown } else { Regard::Respectful(span) };
    }
    let bare = CASES.iter().find_map(|(from, to)| Some((*to, ending.strip_prefix(from)?)));
    let names_an_era = |plural: &str| plural == "यांच्या" && ERAS.iter().any(|era| word.starts_with(era));
    match bare {
        Some((plural, rest)) if matches!(rest, "" | "ही" | "च" | "कडे" | "कडून") && !names_an_era(plural) => {
            Regard::Bare { span, plural, rest }
        }
        _ => Regard::Unknown,
    }
}

/// Whether another name is joined to it, so that the plural may be of both: किम आणि अध्यक्ष पुतीन यांनी.
fn is_one_of_several(article: &Article, mention: &Mention) -> bool {
    let doc = article.doc;
    let joins = |token: Option<&Token>| token.is_some_and(|t| JOINTS.contains(&doc.word(t)));
    let before = |start: u32| {
        let tokens = &doc.tokens[..doc.token_at(start)];
        joins(tokens.iter().rev().find(|t| t.kind != TokenKind::Space))
    };
    let at = article.mentions.partition_point(|m| m.span.start < mention.span.start);
    let title = at.checked_sub(1).map(|i| &article.mentions[i]).filter(|m| {
        let beside = m.span.end <= mention.span.start && mention.span.start - m.span.end == 1;
        m.kind == Kind::Title && beside
    });
    let behind = &doc.tokens[doc.token_at(mention.span.end)..];
    before(mention.span.start)
        || title.is_some_and(|title| before(title.span.start))
        || joins(behind.iter().find(|t| t.kind != TokenKind::Space))
}

/// What joins people to one subject.
const JOINTS: [&str; 6] = ["आणि", "व", "तसेच", "किंवा", "अन्", ","];
