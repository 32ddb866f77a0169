//! What crosses the boundary to JavaScript, written by hand like the options: what serde would write is the same, at
//! several times the size. `tests/browser/parity.mjs` holds it against the JSON of the native command.
//!
//! Findings and entities are few and rich: objects. Sentences and mentions are many and plain: rows of numbers in one
//! typed array, which `engine.js` turns into objects, ten times as fast.

use wasm_bindgen::prelude::*;

use super::js::{Array, Object, Uint32Array};
use crate::artifact::Rule;
use crate::report::{Arg, Edit, Finding, Fix, Form, Linked, Report};
use crate::text::Utf16Span;

/// A report in the form that `RawReport` tells.
pub(super) fn report(report: &Report<Utf16Span>) -> JsValue {
    // Rows of three: start, end, paragraph.
    let mut sentences = Vec::new();
    for s in &report.sentences {
        sentences.extend([s.span.start, s.span.end, s.paragraph]);
    }
    // Rows of six: start, end, kind (index in the order of `Kind`), entity, start and end of the suffix (both 0: none).
    let mut mentions = Vec::new();
    for m in &report.mentions {
        let suffix = m.suffix.unwrap_or(Utf16Span { start: 0, end: 0 });
        mentions.extend([m.span.start, m.span.end, m.kind as u32, m.entity, suffix.start, suffix.end]);
    }
    Object::of([
        ("version", report.version.into()),
        ("lang", report.lang.code().into()),
        ("entities", array(&report.entities, entity).into()),
        ("findings", array(&report.findings, finding).into()),
        ("sentences", Uint32Array::copy(&sentences).into()),
        ("mentions", Uint32Array::copy(&mentions).into()),
    ])
    .into()
}

/// One rule of the catalogue.
pub(super) fn rule(rule: &Rule) -> JsValue {
    Object::of([
        ("code", rule.code.into()),
        ("severity", rule.severity.name().into()),
        ("defaultOn", rule.default_on.into()),
        ("langs", array(rule.langs, |lang| lang.code().into()).into()),
    ])
    .into()
}

/// A list of what `js` makes of each item.
pub(super) fn array<T>(items: &[T], js: fn(&T) -> JsValue) -> Array {
    let array = Array::new();
    for item in items {
        array.push(js(item));
    }
    array
}

fn entity(entity: &Linked) -> JsValue {
    Object::of([
        ("kind", entity.kind.name().into()),
        ("name", entity.name.as_str().into()),
        ("forms", array(&entity.forms, form).into()),
        ("mentions", array(&entity.mentions, |&mention| mention.into()).into()),
    ])
    .into()
}

fn form(form: &Form) -> JsValue {
    Object::of([("text", form.text.as_str().into()), ("count", form.count.into())]).into()
}

fn finding(finding: &Finding<Utf16Span>) -> JsValue {
    let object = Object::of([
        ("start", finding.span.start.into()),
        ("end", finding.span.end.into()),
        ("code", finding.code.into()),
        ("severity", finding.severity.name().into()),
    ]);
    if !finding.args.is_empty() {
        let args = Object::new();
        for (name, value) in finding.args.iter() {
            args.set(name, arg(value));
        }
        object.set("args", args.into());
    }
    if !finding.fixes.is_empty() {
        object.set("fixes", array(&finding.fixes, fix).into());
    }
    if !finding.related.is_empty() {
        object.set("related", array(&finding.related, span).into());
    }
    if finding.safe {
        object.set("safe", true.into());
    }
    object.into()
}

fn arg(arg: &Arg) -> JsValue {
    match arg {
        Arg::Number(number) => (*number).into(),
        Arg::Text(text) => text.as_str().into(),
    }
}

fn fix(fix: &Fix<Utf16Span>) -> JsValue {
    let object = Object::of([("edits", array(&fix.edits, edit).into())]);
    if let Some(label) = &fix.label {
        object.set("label", label.as_str().into());
    }
    object.into()
}

fn edit(edit: &Edit<Utf16Span>) -> JsValue {
    let object: Object = span(&edit.span).unchecked_into();
    object.set("text", edit.text.as_str().into());
    object.into()
}

fn span(span: &Utf16Span) -> JsValue {
    Object::of([("start", span.start.into()), ("end", span.end.into())]).into()
}
