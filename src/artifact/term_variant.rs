//! One office, body or term rendered in two ways in one article: परराष्ट्रमंत्री and विदेशमंत्री.
//!
//! Both are right, and a reader takes them for two. The pairs are those of a table, and the rendering that stands most
//! often is kept, in a tie the first. Off by default: good writers alternate, and papers have lists of their
//! own. Silent are acronyms and short names of what stands in full elsewhere, and words of several senses, which count
//! only beside one person's name.

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::entity::Kind;
use crate::index::Map;
use crate::lang::Lang;
use crate::sort;
use crate::text::{Span, Token, TokenKind, fold, lower};

pub(super) const RULE: Rule = Rule {
    code: "term-variant",
    severity: Severity::Minor,
    default_on: false,
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// One rendering of a term.
struct Rendering {
    /// Which term it renders: the row of the table.
    term: usize,
    words: Vec<String>,
    /// Counts only beside a name.
    vague: bool,
}

/// A rendering where it stands.
#[derive(Clone, Copy)]
struct Place {
    rendering: usize,
    span: Span,
    /// The person whose name it stands beside.
    person: Option<u32>,
}

fn check(article: &Article, findings: &mut Findings) {
    let (renderings, terms) = renderings(article);
    let mut by_term: Vec<Vec<Place>> = Vec::new();
    by_term.resize_with(terms, Vec::new);
    for place in places(article, &renderings) {
        by_term[renderings[place.rendering].term].push(place);
    }
    for mut places in by_term {
        let people: Vec<_> =
            places.iter().filter_map(|p| Some((p.person?, p.rendering))).take(MOST_COMPARED).collect();
        let is_other = |p: &Place| people.iter().any(|(e, r)| Some(*e) == p.person && *r != p.rendering);
        places.retain(|p| !renderings[p.rendering].vague || is_other(p));
        report(article, &renderings, &places, findings);
    }
}

/// People of one term that are compared: an article names a few.
const MOST_COMPARED: usize = 64;

/// What the table has, in its order, and the number of terms.
fn renderings(article: &Article) -> (Vec<Rendering>, usize) {
    let mut list = Vec::new();
    let mut terms = 0;
    for (term, (preferred, variants)) in article.table("terms").rows().enumerate() {
        for form in std::iter::once(preferred).chain(variants.split('|')) {
            let vague = form.starts_with('~');
            let words = form.trim_start_matches('~').split(' ').map(|w| fold(w).into_owned()).collect();
            list.push(Rendering { term, words, vague });
        }
        terms = term + 1;
    }
    (list, terms)
}

/// Where the renderings stand, in order; of two that begin at one word the longer one.
fn places(article: &Article, renderings: &[Rendering]) -> Vec<Place> {
    let doc = article.doc;
    let mut by_first: Map<Vec<usize>> = Map::default();
    for (i, rendering) in renderings.iter().enumerate() {
        by_first.or_insert_with(&rendering.words[0], Vec::new).push(i);
    }
    // The words of the text that a rendering may begin with, so that each is analysed once.
    let mut known: Map<Vec<usize>> = Map::default();
    let mut places: Vec<Place> = Vec::new();
    let mut behind = 0;
    for (i, token) in doc.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || token.span.start < behind {
            continue;
        }
        let begins = known.or_insert_with(doc.word(token), || {
            let mut forms = forms(article, doc.word(token));
            sort::by_key(&mut forms, String::clone);
            forms.dedup();
            forms.iter().filter_map(|form| by_first.get(form)).flatten().copied().collect()
        });
        let spans: Vec<(usize, Span)> = begins
            .iter()
            .filter_map(|&r| Some((r, span_of(article, &renderings[r].words, &doc.tokens[i..])?)))
            .collect();
        let Some(end) = spans.iter().map(|(_, span)| span.end).max() else { continue };
        behind = end;
        // A word may render several terms.
        for (rendering, span) in spans.into_iter().filter(|(_, span)| span.end == end) {
            places.push(Place { rendering, span, person: person_beside(article, span) });
        }
    }
    places
}

/// The words that `tokens` begin with, where they are those of the rendering, the last one in any case.
fn span_of(article: &Article, words: &[String], tokens: &[Token]) -> Option<Span> {
    let start = tokens.first()?.span;
    let mut tokens = tokens.iter();
    for (i, word) in words.iter().enumerate() {
        if i > 0 && article.doc.word(tokens.next()?) != " " {
            return None;
        }
        let token = tokens.next()?;
        let raw = article.doc.word(token);
        if i + 1 == words.len() {
            return forms(article, raw).contains(word).then(|| start.to(token.span));
        }
        let same = *fold(raw) == **word || lower(raw) == *word;
        same.then_some(())?;
    }
    None
}

/// What a word may be in the dictionary.
fn forms(article: &Article, word: &str) -> Vec<String> {
    let folded = &*fold(word);
    match article.doc.lang {
        Lang::ENGLISH => {
            let lower = lower(word);
            let bare = lower.strip_suffix("'s").or(lower.strip_suffix("’s")).unwrap_or(&lower);
            vec![bare.to_owned(), bare.trim_end_matches('s').to_owned()]
        }
        Lang::HINDI => {
            let plural = folded.strip_suffix("ों").map(str::to_owned);
            vec![Some(folded.to_owned()), plural.as_ref().map(|stem| format!("{stem}ा")), plural]
                .into_iter()
                .flatten()
                .collect()
        }
        _ => {
            let stems =
                std::iter::once(folded).chain(lexicon::endings(article, folded).map(|(stem, _)| stem));
            stems.flat_map(lexicon::bases).collect()
        }
    }
}

/// The person whose name stands right before or behind.
fn person_beside(article: &Article, span: Span) -> Option<u32> {
    let at = article.mentions.partition_point(|m| m.span.start < span.start);
    let beside = |m: &&crate::report::Mention| {
        m.kind == Kind::Person && (m.span.start == span.end + 1 || m.span.end + 1 == span.start)
    };
    let around = article.mentions.get(at.saturating_sub(1)..(at + 2).min(article.mentions.len()))?;
    around.iter().find(beside).map(|m| m.entity)
}

fn report(article: &Article, renderings: &[Rendering], places: &[Place], findings: &mut Findings) {
    let Some(first) = places.first() else { return };
    if places.iter().all(|p| p.rendering == first.rendering) {
        return;
    }
    // Of those that stand equally often the one that stands first.
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match counts.iter_mut().find(|(r, _)| *r == place.rendering) {
            Some((_, n)) => *n += 1,
            None => counts.push((place.rendering, 1)),
        }
    }
    let Some(&(right, most)) = counts.iter().rev().max_by_key(|(_, n)| *n) else { return };
    let name = renderings[right].words.join(" ");
    let example = places.iter().find(|p| p.rendering == right).map_or(first.span, |p| p.span);
    for place in places.iter().filter(|p| p.rendering != right) {
        let form = article.doc.slice(place.span);
        let number = counts.iter().find(|(r, _)| *r == place.rendering).map_or(1, |(_, n)| *n);
        let finding = findings
            .report(place.span)
            .arg("form", form)
            .arg("right", name.as_str())
            .arg("count", most as u32)
            .arg("formCount", number as u32)
            .related(example);
        if let Some(mended) = mended(form, &renderings[place.rendering].words.join(" "), &name) {
            finding.replace(mended);
        }
    }
}

/// The right term in the case of the wrong one, where both end alike.
fn mended(form: &str, wrong: &str, right: &str) -> Option<String> {
    if *fold(form) == *wrong {
        return Some(right.to_owned());
    }
    let shared = wrong.chars().rev().zip(right.chars().rev()).take_while(|(a, b)| a == b);
    let shared: usize = shared.map(|(c, _)| c.len_utf8()).sum();
    let stem = &wrong[..wrong.len() - shared];
    // The end that both share holds the case: two letters at least.
    (shared >= 6)
        .then(|| form.strip_prefix(stem))
        .flatten()
        .map(|end| right[..right.len() - shared].to_owned() + end)
}
