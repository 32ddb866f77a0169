//! The sentences alone: all that the small module exports, for those who want nothing else.

use wasm_bindgen::prelude::*;

use crate::lang::{self, Lang};
use crate::sentence;
use crate::text::{Document, OffsetMap};

/// The sentences of `text`, a start and an end each, as a JavaScript string counts. An empty `lang` has it guessed;
/// one that names no language is read by Unicode's rules.
#[wasm_bindgen(js_name = splitSentences)]
pub fn split_sentences(text: &str, lang: &str) -> Vec<u32> {
    let lang = match lang {
        "" | "auto" => lang::guess(text),
        tag => Lang::parse(tag).unwrap_or(Lang::UNDETERMINED),
    };
    let offsets = &mut OffsetMap::utf16(text);
    let spans = sentence::split(&Document::new(text, lang));
    spans.iter().flat_map(|sentence| <[u32; 2]>::from(offsets.ends(sentence.span))).collect()
}
