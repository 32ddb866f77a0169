//! The text with its marks: cut wherever one begins or ends, for findings and names overlap as they like.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kasoti::Report;
use kasoti::text::Span;
use quick_xml::escape::escape;

use super::page;
use crate::entities;
use crate::messages::Messages;

/// What is painted on a span.
struct Layer {
    span: Span,
    class: &'static str,
    /// Shown where a pointer rests.
    title: String,
    /// The mention's number, for the index.
    mention: Option<usize>,
}

/// The lines of the text as paragraphs, the first one as the headline.
pub fn paragraphs(text: &str, report: &Report, messages: &Messages) -> String {
    let marked = marked(text, report, messages);
    let mut out = String::new();
    let lines = marked.split('\n').filter(|line| !line.trim().is_empty());
    for (i, line) in lines.enumerate() {
        let tag = if i == 0 { "h1" } else { "p" };
        let _ = writeln!(out, "<{tag}>{line}</{tag}>");
    }
    out
}

fn marked(text: &str, report: &Report, messages: &Messages) -> String {
    let layers = layers(text, report, messages);
    let mut edges: Vec<u32> = layers.iter().flat_map(|layer| [layer.span.start, layer.span.end]).collect();
    edges.extend([0, text.len() as u32]);
    edges.sort_unstable();
    edges.dedup();
    let (mut opens, mut ends) = (BTreeMap::<u32, Vec<&Layer>>::new(), BTreeMap::<u32, Vec<usize>>::new());
    for layer in &layers {
        opens.entry(layer.span.start).or_default().push(layer);
    }
    for (i, finding) in report.findings.iter().enumerate() {
        ends.entry(finding.span.end).or_default().push(i + 1);
    }
    let (mut out, mut open) = (String::new(), Vec::<&Layer>::new());
    for (i, &start) in edges.iter().enumerate() {
        for n in ends.get(&start).into_iter().flatten() {
            let _ =
                write!(out, "<sup id=\"t{n}\"><a href=\"#f{n}\">{}</a></sup>", messages.number(*n as u32));
        }
        open.retain(|layer| layer.span.end > start);
        open.extend(opens.get(&start).into_iter().flatten());
        let end = edges.get(i + 1).copied().unwrap_or(start);
        stretch(&text[start as usize..end as usize], start, &open, &mut out);
    }
    out
}

/// A stretch of text under the same marks all over; none reaches over the end of a paragraph.
fn stretch(words: &str, start: u32, open: &[&Layer], out: &mut String) {
    let mut classes: Vec<_> = open.iter().map(|layer| layer.class).collect();
    classes.sort_unstable();
    classes.dedup();
    let titles: Vec<_> = open.iter().map(|layer| escape(&layer.title)).collect();
    let mut id = open.iter().find(|layer| layer.span.start == start).and_then(|layer| layer.mention);
    for (i, line) in words.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let line_escaped = escape(line);
        if classes.is_empty() || line.is_empty() {
            *out += &line_escaped;
            continue;
        }
        let id = id.take().map_or_else(String::new, |m| format!(" id=\"m{m}\""));
        let (class, title) = (classes.join(" "), titles.join("&#10;"));
        let _ = write!(out, "<mark{id} class=\"{class}\" title=\"{title}\">{line_escaped}</mark>");
    }
}

/// Findings first: what is wrong is said before what is named.
fn layers(text: &str, report: &Report, messages: &Messages) -> Vec<Layer> {
    let findings = report.findings.iter().map(|finding| {
        let (title, reason) = (messages.title(finding.code), page::reason(finding, text, messages));
        let title = format!("{title}: {reason}");
        Layer { span: finding.span, class: finding.severity.name(), title, mention: None }
    });
    let mentions = report.mentions.iter().enumerate().map(|(i, mention)| {
        let class = entities::kind(mention.kind);
        let name = report.entities.get(mention.entity as usize).map_or("", |entity| entity.name.as_str());
        let title = format!("{}: {name}", messages.word(&format!("kind.{class}"), 1));
        Layer { span: mention.span, class, title, mention: Some(i) }
    });
    findings.chain(mentions).collect()
}
