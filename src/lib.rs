//! Kasoti reads a news article and marks its sentences, the people, places and organisations it names, and the
//! traces that machine translation, scraping or careless typing left in it.
//!
//! ```
//! use kasoti::{Packs, Settings, analyze};
//!
//! let text = "गेल्या वर्षी १,5 टन कांदा निर्यात झाला. 🧅";
//! let report = analyze(text, &Settings::default(), &Packs::builtin());
//! assert_eq!(report.lang.code(), "mr");
//! assert_eq!(report.findings[0].code, "mixed-digits");
//! assert_eq!(report.findings[0].span.of(text), "१,5");
//! ```
//!
//! The features `mr`, `hi` and `en` compile the pack of a language in, `packs` all of them, `cli` the command with them.
//!
//! One pure function is the whole product. Data walks one way: text → [`Document`] → sentences →
//! entities → findings → [`Report`]. Spans are bytes inside; [`Report::to_utf16`] turns them into what JavaScript
//! counts.

#![forbid(unsafe_code)]

pub mod artifact;
pub mod entity;
mod index;
pub mod lang;
mod memory;
pub mod morphology;
mod options;
pub mod original;
pub mod pack;
mod packs;
pub mod report;
pub mod sentence;
mod session;
mod sort;
pub mod table;
pub mod text;
pub mod traces;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod weights;

pub use options::{GlossaryEntry, Ignored, Options, OptionsError, RuleOption, Settings};
pub use packs::Packs;
#[cfg(feature = "builtin")]
pub use packs::builtin_files;
pub use report::Report;
pub use sentence::sentences;
pub use session::Session;

use artifact::Article;
use entity::Named;
use lang::Lang;
use memory::Memory;
use original::Original;
use report::{Linked, Mention, Sentence};
use session::Memories;
use text::Document;
use traces::Traces;

/// How far an analysis has come, for whoever waits for a long one. Each room counts its own work: what a sentence costs says nothing of
/// what a rule will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is counted.
    pub room: Room,
    /// How many are read.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

/// The rooms that take their time, in the order in which they are gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Sentences of the text whose names are found.
    Entities,
    /// The same of the original.
    Original,
    /// Rules that have read the text.
    Findings,
}

/// Analyses `text`. Any text gives a report; the same text, settings and packs give the same one.
pub fn analyze(text: &str, settings: &Settings, packs: &Packs) -> Report {
    read(text, settings, packs, None, &mut |_| {})
}

/// The same, and `tell` hears of every sentence and every rule.
pub fn analyze_telling(
    text: &str,
    settings: &Settings,
    packs: &Packs,
    tell: &mut dyn FnMut(Progress),
) -> Report {
    read(text, settings, packs, None, tell)
}

/// The analysis, with what is remembered from reading a text that is mostly the same.
fn read(
    text: &str,
    settings: &Settings,
    packs: &Packs,
    memory: Option<&mut Memories>,
    tell: &mut dyn FnMut(Progress),
) -> Report {
    let (named, named_in_original, local) = match memory {
        Some(m) => (Some(&mut m.named), Some(&mut m.named_in_original), Some(&mut m.local)),
        None => (None, None, None),
    };
    let mut count = |room, done, of| tell(Progress { room, done, of });
    let read =
        Read::new(text, settings.lang(text), packs, named, &mut |done, of| count(Room::Entities, done, of));
    let original = settings.original.as_deref().map(|o| {
        let lang = settings.original_lang(o);
        Read::new(o, lang, packs, named_in_original, &mut |done, of| count(Room::Original, done, of))
    });
    let original = original
        .as_ref()
        .map(|o| Original::new(&read.side(), o.side(), packs.get(read.doc.lang).table("exonyms")));
    let article = Article {
        doc: &read.doc,
        sentences: &read.sentences,
        mentions: &read.mentions,
        entities: &read.entities,
        pack: packs.get(read.doc.lang),
        original: original.as_ref(),
        settings,
        shared: Default::default(),
    };
    let findings = artifact::check(&article, local, &mut |done, of| count(Room::Findings, done, of));
    let traces = Traces::of(&read.doc, &findings);
    let pairs = article.original.map_or_else(Vec::new, |original| original.spans(&read.sentences));
    let Read { doc, sentences, mentions, entities } = read;
    Report {
        version: env!("CARGO_PKG_VERSION"),
        lang: doc.lang,
        sentences,
        mentions,
        entities,
        findings,
        traces,
        pairs,
    }
}

/// Hears how many of how many are done.
pub(crate) type Tell<'t> = &'t mut dyn FnMut(usize, usize);

/// A text read up to its entities; the original of a translation is read the same way.
struct Read<'t> {
    doc: Document<'t>,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
    entities: Vec<Linked>,
}

impl<'t> Read<'t> {
    fn new(text: &'t str, lang: Lang, packs: &Packs, memory: Option<&mut Memory<Named>>, tell: Tell) -> Self {
        let doc = Document::new(text, lang);
        let sentences = sentence::split(&doc);
        let (mentions, entities) = entity::find(&doc, &sentences, packs.get(lang), memory, tell);
        Self { doc, sentences, mentions, entities }
    }

    fn side(&self) -> original::Side<'_> {
        original::Side { doc: &self.doc, sentences: &self.sentences, mentions: &self.mentions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_counts_sentences_and_then_rules_and_changes_no_report() {
        let text = "सभा पुण्यात झाली. 🌾 किम १,5 टन घेऊन आले.";
        let options = Options { original: Some("Kim came.".into()), ..Options::default() };
        let (settings, packs) = (options.check().unwrap(), Packs::builtin());
        let mut told = Vec::new();
        let report = analyze_telling(text, &settings, &packs, &mut |progress| told.push(progress));
        assert_eq!(report, analyze(text, &settings, &packs));
        let of = |room| told.iter().filter(|p| p.room == room).map(|p| (p.done, p.of)).collect::<Vec<_>>();
        assert_eq!(of(Room::Entities), [(0, 2), (1, 2)]);
        assert_eq!(of(Room::Original), [(0, 1)]);
        let rules = settings.rules.len();
        assert_eq!(of(Room::Findings), (0..rules).map(|done| (done, rules)).collect::<Vec<_>>());
        assert!(told.is_sorted_by_key(|p| p.room as u8));
    }
}
