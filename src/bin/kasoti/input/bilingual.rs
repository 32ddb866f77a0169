//! Files that hold a translation and its original side by side, in units.

use std::ops::Range;

use super::prose::Prose;

/// What such a file holds.
#[derive(Default)]
pub struct Bilingual {
    /// All translations, each a paragraph or more.
    pub prose: Prose,
    /// All originals.
    pub original: Prose,
    /// Which stretch renders which.
    pub units: Vec<Unit>,
    /// The language of the translation, as the file has it.
    pub lang: Option<String>,
    /// The language of the original.
    pub original_lang: Option<String>,
}

/// A stretch of the translation and the stretch of the original that it renders.
pub struct Unit {
    pub text: Range<usize>,
    pub original: Range<usize>,
}

impl Bilingual {
    /// Adds what the two functions write, unless there is no translation yet.
    pub fn unit(&mut self, original: impl FnOnce(&mut Prose), text: impl FnOnce(&mut Prose)) {
        let text = added(&mut self.prose, text);
        if !text.is_empty() {
            let original = added(&mut self.original, original);
            self.units.push(Unit { text, original });
        }
    }
}

/// The stretch that `write` adds as a paragraph.
fn added(prose: &mut Prose, write: impl FnOnce(&mut Prose)) -> Range<usize> {
    let start = prose.text.len();
    write(prose);
    let range = start..prose.text.len();
    prose.break_line();
    range
}
