//! What belongs together: the files that one kind of page loads.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kasoti::pack::Pack;

use super::graph::{Later, closure};
use super::measure::{Measured, Size, compressed};
use crate::shell::root;

/// Files, or a part of one, with their size when each is compressed by itself.
pub struct Parcel {
    pub name: &'static str,
    /// In words, for the table.
    pub holds: &'static str,
    pub size: Size,
}

/// Tables that the search for names reads; the rules read them too. All others are the lexicon.
const ENTITIES: [&str; 6] = ["names", "spellings", "exonyms", "cues", "heads", "name-endings"];

const WASM: &str = "kasoti.wasm";
const PACK: &str = "packs/mr.pack";
/// The words of the interface, in one language.
const WORDS: &str = "locales/mr.json";
/// What the desk's page names itself, its script apart.
const DESK: [&str; 5] = ["tokens.css", "desk.css", "desk-side.css", WORDS, "locales/desk/mr.json"];

/// All parcels of the package in `folder`.
pub fn all(folder: &Path, measured: &Measured) -> Result<Vec<Parcel>> {
    let mut widget = closure(folder, "kasoti.js", Later::Too)?;
    widget.insert(WORDS.into());
    let mut sentences = closure(folder, "sentences.js", Later::Too)?;
    sentences.insert("sentences.wasm".into());
    let mut desk = closure(folder, "desk/main.js", Later::Too)?;
    desk.extend(DESK.map(PathBuf::from));
    let bare = plus(&widget, WASM);
    let parcel = |name, holds, files: &BTreeSet<PathBuf>| -> Result<Parcel> {
        Ok(Parcel { name, holds, size: sum(measured, files)? })
    };
    let one = |file: &str| BTreeSet::from([PathBuf::from(file)]);
    let [entities, lexicon] = halves(folder)?;
    Ok(vec![
        parcel("page", "everything that a Marathi page with the widget loads", &plus(&bare, PACK))?,
        parcel("no-pack", "the same without the language pack", &bare)?,
        parcel("wasm", WASM, &one(WASM))?,
        Parcel { name: "entities", holds: "of mr.pack: names and the weights of the tagger", size: entities },
        Parcel { name: "lexicon", holds: "of mr.pack: all other tables", size: lexicon },
        parcel("widget", "scripts, styles and words of the widget, in all its modes", &widget)?,
        parcel(
            "script",
            "what a page carries before anything is wanted",
            &closure(folder, "kasoti.js", Later::Not)?,
        )?,
        parcel("sentences", "the module of the sentences alone, with its scripts", &sentences)?,
        parcel("desk", "scripts, styles and words of the desk", &desk)?,
    ])
}

fn plus(files: &BTreeSet<PathBuf>, file: &str) -> BTreeSet<PathBuf> {
    files.iter().cloned().chain([file.into()]).collect()
}

fn sum(measured: &Measured, files: &BTreeSet<PathBuf>) -> Result<Size> {
    let sizes = files.iter().map(|file| {
        measured.get(file).copied().with_context(|| format!("{} is not in the package", file.display()))
    });
    sizes.sum()
}

/// The pack's two parts, each as if it were a pack of its own.
fn halves(folder: &Path) -> Result<[Size; 2]> {
    let pack = Pack::decode(&fs::read(folder.join(PACK))?)?;
    let weights = fs::read(root().join("data/mr/tagger.weights"))?;
    let tables = |are_entities: bool| -> Vec<_> {
        let rows = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
        let wanted = pack.tables().filter(|(name, _)| ENTITIES.contains(name) == are_entities);
        wanted.map(|(name, table)| (name, table.rows().map(rows).collect())).collect()
    };
    Ok([
        compressed(&Pack::encode("mr", &tables(true), &weights))?,
        compressed(&Pack::encode("mr", &tables(false), &[]))?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_not_there_are_an_error() {
        let size = Size { raw: 9, gzip: 4, brotli: 3 };
        let measured = Measured::from([("a.js".into(), size), ("b.js".into(), size)]);
        let files = |names: &[&str]| names.iter().map(PathBuf::from).collect();
        assert_eq!(sum(&measured, &files(&["a.js", "b.js"])).unwrap(), Size { raw: 18, gzip: 8, brotli: 6 });
        let error = sum(&measured, &files(&["a.js", "c.js"])).unwrap_err();
        assert_eq!(error.to_string(), "c.js is not in the package");
    }

    #[test]
    fn each_table_of_names_is_in_the_pack() {
        let packs = kasoti::Packs::builtin();
        let pack = packs.get(kasoti::lang::Lang::parse("mr").unwrap());
        assert!(ENTITIES.iter().all(|name| !pack.table(name).is_empty()), "a table was renamed");
    }
}
