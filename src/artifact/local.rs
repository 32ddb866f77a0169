//! Rules that look no further than a paragraph: what they find in one that has not changed need not be looked for again.

use std::fmt::Write;

use super::{Article, Finding, Findings, Rule, run};
use crate::memory::Memory;
use crate::report::{Mention, Sentence};
use crate::text::{Document, Paragraph, Span};

/// Their codes. A rule that is not among them is asked about the whole text each time, which is always right; the property
/// `a_session_says_what_a_single_reading_says` holds those here to what they promise.
const LOCAL: &[&str] = &[
    "agreement-mismatch",
    "broken-cluster",
    "calque",
    "case-mismatch",
    "fragment",
    "missing-ergative",
    "missing-eyelash-ra",
    "missing-oblique",
    "missing-space",
    "misspelling",
    "mixed-script-word",
    "relative-calque",
    "repeated-word",
    "self-governing-noun",
    "split-postposition",
    "stray-joiner",
    "stuttered-word",
    "transliterated-noun",
];

pub(super) fn is_local(rule: &Rule) -> bool {
    LOCAL.contains(&rule.code)
}

/// What they found in a paragraph, as if it stood at the beginning of the text.
pub type Local = [Finding];

/// Adds what they find, as far as it is remembered without asking them.
pub(super) fn check(article: &Article, memory: &mut Memory<Local>, findings: &mut Findings) {
    let mut unknown: Vec<(usize, String)> = Vec::new();
    let quoted = quoted(article);
    for (i, paragraph) in article.doc.paragraphs.iter().enumerate() {
        let key = key(article, paragraph, &quoted[i]);
        match memory.recall(&key) {
            Some(known) => {
                let start = paragraph.span.start;
                findings.list.extend(known.iter().map(|finding| moved(finding, |at| at + start)));
            }
            None => unknown.push((i, key)),
        }
    }
    for stretch in unknown.chunk_by(|a, b| a.0 + 1 == b.0) {
        read(article, stretch, memory, findings);
    }
}

/// The quotations that each paragraph has a part of.
fn quoted(article: &Article) -> Vec<Vec<Span>> {
    let paragraphs = &article.doc.paragraphs;
    let mut quoted = vec![Vec::new(); paragraphs.len()];
    for quotation in &article.quotes().quotations {
        let first = paragraphs.partition_point(|p| p.span.end <= quotation.start);
        let own = paragraphs[first..].iter().take_while(|p| p.span.start < quotation.end);
        quoted[first..].iter_mut().zip(own).for_each(|(quoted, _)| quoted.push(*quotation));
    }
    quoted
}

/// All that these rules see of a paragraph: its words, where its sentences and mentions lie, what of it is quoted.
fn key(article: &Article, paragraph: &Paragraph, quoted: &[Span]) -> String {
    let own = paragraph.span;
    let mut key = article.doc.slice(own).to_owned();
    let mut place = |of: char, span: Span| {
        let Span { start, end } = own.within(span);
        // Writing to a string does not fail.
        let _ = write!(key, "{of}{start}-{end}");
    };
    within(article.sentences, own, |s| s.span).iter().for_each(|s| place('s', s.span));
    for mention in within(article.mentions, own, |m| m.span) {
        place(char::from(b'A' + mention.kind as u8), mention.span);
        mention.suffix.iter().for_each(|suffix| place('e', *suffix));
    }
    quoted.iter().for_each(|q| place('q', *q));
    key
}

/// Those of an ordered list that lie in `span`.
fn within<T>(list: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let from = list.partition_point(|one| of(one).end <= span.start);
    let to = list.partition_point(|one| of(one).start < span.end);
    &list[from..to.max(from)]
}

/// Asks the rules about neighbouring paragraphs at once, and remembers what they say of each.
fn read(article: &Article, stretch: &[(usize, String)], memory: &mut Memory<Local>, findings: &mut Findings) {
    let all = &article.doc.paragraphs[stretch[0].0..][..stretch.len()];
    let span = all[0].span.to(all[all.len() - 1].span);
    let doc = Document::new(article.doc.slice(span), article.doc.lang);
    let here = |own: Span| own.map(|at| at - span.start);
    let sentences: Vec<_> = within(article.sentences, span, |s| s.span)
        .iter()
        .map(|s| Sentence { span: here(s.span), paragraph: s.paragraph - stretch[0].0 as u32 })
        .collect();
    let mentions: Vec<_> = within(article.mentions, span, |m| m.span)
        .iter()
        .map(|m| Mention { span: here(m.span), suffix: m.suffix.map(here), ..*m })
        .collect();
    let part = Article {
        doc: &doc,
        sentences: &sentences,
        mentions: &mentions,
        entities: &[],
        pack: article.pack,
        original: None,
        settings: article.settings,
        shared: Default::default(),
    };
    part.shared.quotes.get_or_init(|| article.quotes().part(span));
    let mut found = Findings::new();
    run(&part, &mut found, is_local, &mut |_, _| {});
    for (paragraph, (_, key)) in all.iter().zip(stretch) {
        let own = here(paragraph.span);
        let local = found.list.iter().filter(|finding| own.covers(finding.span));
        memory.keep(key, local.map(|finding| moved(finding, |at| at - own.start)).collect());
    }
    findings.list.extend(found.list.iter().map(|finding| moved(finding, |at| at + span.start)));
}

fn moved(finding: &Finding, to: impl Fn(u32) -> u32) -> Finding {
    // What these rules find has no place in an original.
    finding.clone().map(&mut |span: Span| span.map(&to), &mut |span| span)
}

#[cfg(test)]
mod tests {
    use super::super::RULES;
    use super::LOCAL;

    #[test]
    fn local_rules_are_rules() {
        assert!(LOCAL.windows(2).all(|two| two[0] < two[1]), "sorted");
        assert!(LOCAL.iter().all(|code| RULES.iter().any(|rule| rule.code == *code)));
    }
}
