//! What the editor is told of a text: its faults, their fixes, and what stands under the pointer.

use kasoti::report::{Edit, Finding, Fix, Severity};
use kasoti::text::Span;
use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, Diagnostic,
    DiagnosticRelatedInformation, DiagnosticSeverity, DocumentChanges, Hover, HoverContents, Location,
    MarkupContent, MarkupKind, NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier, Position,
    TextDocumentEdit, TextEdit, WorkspaceEdit,
};

use super::FIX_ALL;
use super::documents::Document;
use super::places::Places;
use crate::checked::Checked;
use crate::messages::Messages;
use crate::{entities, fix, people};

/// How diagnostics are signed.
const SOURCE: &str = "kasoti";

/// The faults of a text.
pub fn diagnostics(document: &Document, checked: &Checked, messages: &Messages) -> Vec<Diagnostic> {
    let places = Places::new(&document.text);
    checked.findings().map(|findings| diagnostic(document, checked, findings, &places, messages)).collect()
}

fn diagnostic(
    document: &Document,
    checked: &Checked,
    (finding, read): (&Finding, &Finding),
    places: &Places,
    messages: &Messages,
) -> Diagnostic {
    let prose = &checked.source.prose.text;
    let related =
        finding.related.iter().zip(&read.related).map(|(&span, read)| DiagnosticRelatedInformation {
            location: Location::new(document.uri.clone(), places.range(span)),
            message: read.of(prose).to_owned(),
        });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range: places.range(finding.span),
        severity: Some(match finding.severity {
            Severity::Critical => DiagnosticSeverity::ERROR,
            Severity::Major => DiagnosticSeverity::WARNING,
            Severity::Minor => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: messages.reason(read, read.span.of(prose)),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// The fixes of what stands in `range`, and all that cannot hurt at once.
pub fn actions(
    document: &Document,
    checked: &Checked,
    range: lsp_types::Range,
    context: &CodeActionContext,
    messages: &Messages,
) -> Vec<CodeActionOrCommand> {
    let places = Places::new(&document.text);
    let asked = Span::new(places.bytes(range));
    let wants = |kind: &str| {
        let within = |only: &CodeActionKind| {
            let rest = kind.strip_prefix(only.as_str());
            rest.is_some_and(|rest| only.as_str().is_empty() || rest.is_empty() || rest.starts_with('.'))
        };
        context.only.as_ref().is_none_or(|only| only.iter().any(within))
    };
    let mut actions = Vec::new();
    if wants(CodeActionKind::QUICKFIX.as_str()) {
        let near = |(finding, _): &(&Finding, &Finding)| touch(finding.span, asked);
        for (finding, read) in checked.findings().filter(near) {
            let diagnostic = diagnostic(document, checked, (finding, read), &places, messages);
            for (i, (fix, title)) in titled(checked, finding, read).enumerate() {
                actions.push(CodeAction {
                    title,
                    kind: Some(CodeActionKind::QUICKFIX),
                    diagnostics: Some(vec![diagnostic.clone()]),
                    edit: Some(edit(document, &fix.edits, &places)),
                    is_preferred: Some(i == 0 && finding.safe),
                    ..CodeAction::default()
                });
            }
        }
    }
    if wants(FIX_ALL) {
        let (edits, count) = fix::edits(checked.report.findings.clone());
        let edits: Vec<_> = edits.into_values().collect();
        if count > 0 {
            actions.push(CodeAction {
                title: format!(
                    "Kasoti: {} ({})",
                    messages.word("fix.allSafe", 1),
                    messages.number(count as u32)
                ),
                kind: Some(CodeActionKind::new(FIX_ALL)),
                edit: Some(edit(document, &edits, &places)),
                ..CodeAction::default()
            });
        }
    }
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// The fixes that can be made in the text, each with the words as they would stand then.
fn titled<'c>(
    checked: &'c Checked,
    finding: &'c Finding,
    read: &'c Finding,
) -> impl Iterator<Item = (&'c Fix, String)> {
    let prose = &checked.source.prose.text;
    let titles = read.fixes.iter().filter(|fix| checked.source.keeps(fix));
    finding.fixes.iter().zip(titles.map(|fix| {
        let words = read.span.of(prose);
        let after = people::offered(fix, read, prose);
        fix.label.clone().unwrap_or_else(|| format!("{words} → {after}"))
    }))
}

fn edit(document: &Document, edits: &[Edit], places: &Places) -> WorkspaceEdit {
    let edits =
        edits.iter().map(|edit| OneOf::Left(TextEdit::new(places.range(edit.span), edit.text.clone())));
    // With the version, so that an editor makes no change in a text that has moved on.
    let text_document = OptionalVersionedTextDocumentIdentifier {
        uri: document.uri.clone(),
        version: Some(document.version),
    };
    let change = TextDocumentEdit { text_document, edits: edits.collect() };
    WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![change])), ..WorkspaceEdit::default() }
}

/// Why what stands at `position` is a fault, and what it names.
pub fn hover(
    document: &Document,
    checked: &Checked,
    position: Position,
    messages: &Messages,
) -> Option<Hover> {
    let places = Places::new(&document.text);
    let byte = places.byte(position);
    let pointer = Span::new(byte..byte);
    let prose = &checked.source.prose.text;
    let mut said = Vec::new();
    let mut shown: Option<Span> = None;
    for (finding, read) in checked.findings().filter(|(finding, _)| touch(finding.span, pointer)) {
        let words = read.span.of(prose);
        let (title, reason) = (messages.title(finding.code), messages.explanation(read, words));
        said.push(format!("{title} ({})\n{reason}", finding.code));
        shown = shown.or(Some(finding.span));
    }
    if let Some(mention) = checked.report.mentions.iter().find(|mention| touch(mention.span, pointer)) {
        said.push(entity(checked, mention.entity, messages)?);
        shown = shown.or(Some(mention.span));
    }
    let range = places.range(shown?);
    // Plain: the words of a text may hold anything that Markdown takes for its own.
    let contents = MarkupContent { kind: MarkupKind::PlainText, value: said.join("\n\n") };
    Some(Hover { contents: HoverContents::Markup(contents), range: Some(range) })
}

/// Its kind and name, how often it is named, and how it is written.
fn entity(checked: &Checked, entity: u32, messages: &Messages) -> Option<String> {
    let entity = checked.report.entities.get(entity as usize)?;
    let kind = messages.word(&format!("kind.{}", entities::kind(entity.kind)), 1);
    let count = entity.mentions.len() as u32;
    let forms = entity.forms.iter().map(|form| format!("{} ×{}", form.text, messages.number(form.count)));
    let forms: Vec<_> = forms.collect();
    Some(format!("{kind}: {} ×{}\n{}", entity.name, messages.number(count), forms.join(", ")))
}

/// Whether two spans share a byte, or at least meet where one of them is empty.
fn touch(a: Span, b: Span) -> bool {
    if a.is_empty() || b.is_empty() { a.start <= b.end && b.start <= a.end } else { a.overlaps(b) }
}
