//! The browser's view of the crate. Nothing outside this file knows that JavaScript exists.

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::artifact::RULES;
use crate::report::{Finding, Linked, Report, Severity};
use crate::text::Utf16Span;
use crate::{Options, Packs, Settings};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

thread_local! {
    /// What the host has loaded. The only state; an analysis reads it and changes nothing.
    static PACKS: RefCell<Packs> = RefCell::default();
}

/// Runs once, when the module is instantiated: a panic is told on the console before the trap.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Version of Kasoti.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Reads a language pack and returns the code of its language.
///
/// # Errors
/// When the bytes are no whole pack of this version; the packs loaded before stay.
#[wasm_bindgen(js_name = loadPack)]
pub fn load_pack(bytes: &[u8]) -> Result<String, JsError> {
    PACKS.with_borrow_mut(|packs| packs.load(bytes).map(str::to_owned)).map_err(JsError::from)
}

/// The language whose tables an analysis of `text` would use, so that its pack can be loaded first.
#[wasm_bindgen(js_name = detectLanguage)]
pub fn detect_language(text: &str) -> String {
    crate::lang::guess(text).code().to_owned()
}

/// The rules, in the order of the catalogue.
#[wasm_bindgen(unchecked_return_type = "readonly RuleInfo[]")]
pub fn rules() -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct RuleInfo {
        code: &'static str,
        severity: Severity,
        default_on: bool,
        langs: &'static [crate::lang::Lang],
    }
    let info: Vec<_> = RULES
        .iter()
        .map(|r| RuleInfo { code: r.code, severity: r.severity, default_on: r.default_on, langs: r.langs })
        .collect();
    to_js(&info)
}

/// Analyses `text`; spans in the result index it as a JavaScript string.
///
/// # Errors
/// When an option is not known or makes no sense; never because of the text.
#[wasm_bindgen(unchecked_return_type = "RawReport")]
pub fn analyze(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsError> {
    let settings = settings(options)?;
    let lang = settings.lang(text);
    let report = PACKS.with_borrow(|packs| {
        if !packs.has(lang) && Packs::is_made_for(lang) {
            note_missing_pack(lang.code());
        }
        crate::analyze(text, &settings, packs)
    });
    to_js(&Raw::from(report.to_utf16(text)))
}

fn settings(options: JsValue) -> Result<Settings, JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok(Settings::default());
    }
    let refused = |why: &str| JsError::new(&format!("the options could not be read: {why}"));
    if js_sys::Array::is_array(&options) {
        // It would pass for a list of no pairs: for no options at all.
        return Err(refused("an array has no names"));
    }
    let options: Options =
        serde_wasm_bindgen::from_value(options).map_err(|error| refused(&error.to_string()))?;
    Ok(options.check()?)
}

/// Said once a language: names and dictionary faults are missing from the report, which a developer may not expect.
fn note_missing_pack(code: &str) {
    thread_local! { static SAID: RefCell<Vec<String>> = RefCell::default(); }
    SAID.with_borrow_mut(|said| {
        if !said.iter().any(|c| c == code) {
            said.push(code.to_owned());
            let note = format!("kasoti: {code}.pack is not loaded; names and dictionary faults are left out");
            web_sys::console::info_1(&note.into());
        }
    });
}

/// A report as it crosses the boundary. Findings and entities are few and rich: objects. Sentences and mentions are
/// many and plain: rows of numbers in one typed array, which `engine.js` turns into objects, ten times as fast.
#[derive(Serialize)]
struct Raw {
    version: &'static str,
    lang: crate::lang::Lang,
    entities: Vec<Linked>,
    findings: Vec<Finding<Utf16Span>>,
    /// Rows of three: start, end, paragraph.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sentences: js_sys::Uint32Array,
    /// Rows of six: start, end, kind (index in the order of `Kind`), entity, start and end of the suffix (both 0: none).
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mentions: js_sys::Uint32Array,
}

impl From<Report<Utf16Span>> for Raw {
    fn from(report: Report<Utf16Span>) -> Self {
        let sentences: Vec<u32> =
            report.sentences.iter().flat_map(|s| [s.span.start, s.span.end, s.paragraph]).collect();
        let mentions: Vec<u32> = report
            .mentions
            .iter()
            .flat_map(|m| {
                let suffix = m.suffix.unwrap_or(Utf16Span { start: 0, end: 0 });
                [m.span.start, m.span.end, m.kind as u32, m.entity, suffix.start, suffix.end]
            })
            .collect();
        Self {
            version: report.version,
            lang: report.lang,
            entities: report.entities,
            findings: report.findings,
            sentences: js_sys::Uint32Array::from(sentences.as_slice()),
            mentions: js_sys::Uint32Array::from(mentions.as_slice()),
        }
    }
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
