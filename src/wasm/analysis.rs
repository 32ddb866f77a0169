//! The whole analysis, and the packs that it reads.

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::artifact::RULES;
use crate::report::{Finding, Linked, Report, Severity};
use crate::text::Utf16Span;
use crate::traces::Traces;
use crate::{GlossaryEntry, Ignored, Options, OptionsError, Packs, Progress, RuleOption, Session, Settings};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

thread_local! {
    /// What the host has loaded.
    static PACKS: RefCell<Packs> = RefCell::default();
    /// What is remembered of the text read last, which most often is an earlier state of the one read next. No report hangs
    /// on it.
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
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
    SESSION.set(None);
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

/// Analyses `text`; spans in the result index it as a JavaScript string. `tell` hears of every sentence and every rule: the index of
/// a [`crate::Room`], how many are done, how many there are.
///
/// # Errors
/// When an option is not known or makes no sense; never because of the text.
#[wasm_bindgen(unchecked_return_type = "RawReport")]
pub fn analyze(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(room: number, done: number, of: number) => void")]
    tell: Option<js_sys::Function>,
) -> Result<JsValue, JsError> {
    let settings = settings(options)?;
    let lang = settings.lang(text);
    let mut say = tell.map(|tell| {
        move |Progress { room, done, of }| {
            // What the host's function throws is the host's: the text is read all the same.
            let _ = tell.call3(&JsValue::NULL, &(room as u32).into(), &done.into(), &of.into());
        }
    });
    SESSION.with_borrow_mut(|last| {
        let session = match last {
            Some(session) if *session.settings() == settings => session,
            _ => last.insert(Session::new(settings)),
        };
        let report = PACKS.with_borrow(|packs| {
            if !packs.has(lang) && Packs::is_made_for(lang) {
                note_missing_pack(lang.code());
            }
            match &mut say {
                // Whoever waits for a text to be read is not writing it: nothing is remembered.
                Some(say) => crate::analyze_telling(text, session.settings(), packs, say),
                None => session.analyze(text, packs),
            }
        });
        to_js(&Raw::from(report.to_utf16(text, session.settings().original().unwrap_or_default())))
    })
}

fn settings(options: JsValue) -> Result<Settings, JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok(Settings::default());
    }
    Ok(read(options)?.check()?)
}

/// Reads the options by hand: deriving it costs a tenth of the module, for six names.
fn read(options: JsValue) -> Result<Options, JsError> {
    // A list would pass for no options at all: its names are numbers.
    let object = object(options, "they are no object")?;
    let mut options = Options::default();
    for (name, value) in entries(&object) {
        if value.is_undefined() {
            continue;
        }
        match name.as_str() {
            "lang" => options.lang = Some(text(&value, "lang")?),
            "original" => options.original = Some(text(&value, "original")?),
            "originalLang" => options.original_lang = Some(text(&value, "originalLang")?),
            "ignore" => options.ignore = list(value, "ignore", ignored)?,
            "glossary" => options.glossary = list(value, "glossary", glossary_entry)?,
            "rules" => {
                for (code, setting) in entries(&object_of(value, "rules")?) {
                    options.rules.push((code, rule_option(&setting)?));
                }
            }
            _ => return Err(OptionsError::UnknownOption(name).into()),
        }
    }
    Ok(options)
}

fn rule_option(setting: &JsValue) -> Result<RuleOption, JsError> {
    match (setting.as_bool(), setting.as_string()) {
        (Some(on), _) => Ok(RuleOption::On(on)),
        (None, Some(severity)) => Ok(RuleOption::Setting(severity)),
        (None, None) => Err(refused("a rule is set to true, false, a severity or what the house prefers")),
    }
}

fn glossary_entry(entry: JsValue) -> Result<GlossaryEntry, JsError> {
    if let Some(form) = entry.as_string() {
        return Ok(GlossaryEntry::Form(form));
    }
    let (mut form, mut variants) = (None, Vec::new());
    for (name, value) in entries(&object(entry, "an entry of glossary is a word or an object")?) {
        match name.as_str() {
            "form" => form = Some(text(&value, "form")?),
            "variants" => variants = list(value, "variants", |variant| text(&variant, "variants"))?,
            _ => {}
        }
    }
    let form = form.ok_or_else(|| refused("an entry of glossary has no form"))?;
    Ok(GlossaryEntry::Forms { form, variants })
}

fn ignored(entry: JsValue) -> Result<Ignored, JsError> {
    if let Some(key) = entry.as_string() {
        return Ok(Ignored::Everywhere(key));
    }
    let [mut code, mut words, mut before, mut after] = [const { String::new() }; 4];
    for (name, value) in entries(&object(entry, "an entry of ignore is code:words or an object")?) {
        let part = match name.as_str() {
            "code" => &mut code,
            "words" => &mut words,
            "before" => &mut before,
            "after" => &mut after,
            _ => continue,
        };
        *part = text(&value, &name)?;
    }
    Ok(Ignored::Here { code, words, before, after })
}

fn refused(why: &str) -> JsError {
    JsError::new(&format!("the options could not be read: {why}"))
}

fn object(value: JsValue, why: &str) -> Result<js_sys::Object, JsError> {
    let fits = value.is_object() && !js_sys::Array::is_array(&value);
    if fits { Ok(value.unchecked_into()) } else { Err(refused(why)) }
}

fn object_of(value: JsValue, name: &str) -> Result<js_sys::Object, JsError> {
    object(value, &format!("{name} is no object"))
}

fn entries(object: &js_sys::Object) -> Vec<(String, JsValue)> {
    let pair = |pair: JsValue| {
        let pair: js_sys::Array = pair.unchecked_into();
        (pair.get(0).as_string().unwrap_or_default(), pair.get(1))
    };
    js_sys::Object::entries(object).iter().map(pair).collect()
}

fn text(value: &JsValue, name: &str) -> Result<String, JsError> {
    value.as_string().ok_or_else(|| refused(&format!("{name} takes text")))
}

fn list<T>(
    value: JsValue,
    name: &str,
    read: impl FnMut(JsValue) -> Result<T, JsError>,
) -> Result<Vec<T>, JsError> {
    if !js_sys::Array::is_array(&value) {
        return Err(refused(&format!("{name} takes a list")));
    }
    value.unchecked_into::<js_sys::Array>().iter().map(read).collect()
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
    traces: Traces,
    /// Rows of three: start, end, paragraph.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sentences: js_sys::Uint32Array,
    /// Rows of six: start, end, kind (index in the order of `Kind`), entity, start and end of the suffix (both 0: none).
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mentions: js_sys::Uint32Array,
    /// Rows of four: start and end here, start and end in the original (both 0: nothing there).
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pairs: js_sys::Uint32Array,
}

impl From<Report<Utf16Span>> for Raw {
    fn from(report: Report<Utf16Span>) -> Self {
        let sentences: Vec<u32> =
            report.sentences.iter().flat_map(|s| [s.span.start, s.span.end, s.paragraph]).collect();
        let none = Utf16Span { start: 0, end: 0 };
        let mentions: Vec<u32> = report
            .mentions
            .iter()
            .flat_map(|m| {
                let suffix = m.suffix.unwrap_or(none);
                [m.span.start, m.span.end, m.kind as u32, m.entity, suffix.start, suffix.end]
            })
            .collect();
        let pairs: Vec<u32> = report
            .pairs
            .iter()
            .map(|p| [p.text, p.original].map(|side| side.unwrap_or(none)))
            .flat_map(|[ours, theirs]| [ours.start, ours.end, theirs.start, theirs.end])
            .collect();
        Self {
            version: report.version,
            lang: report.lang,
            entities: report.entities,
            findings: report.findings,
            traces: report.traces,
            sentences: js_sys::Uint32Array::from(sentences.as_slice()),
            mentions: js_sys::Uint32Array::from(mentions.as_slice()),
            pairs: js_sys::Uint32Array::from(pairs.as_slice()),
        }
    }
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
