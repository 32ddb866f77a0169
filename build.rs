//! Builds the language packs out of the tables in `data/`, one a language folder.
//!
//! Each table says in its head what becomes of it:
//!
//! ```text
//! #! columns: wrong right lemma     the columns, in order; a name with ? may be left empty at the end
//! #! pack: wrong right              a pack table of the file's name: its key column, then its value columns
//! #! homonyms: all                  of rows with one key all are kept, one after the other; else the last one
//! #! names: place                   the rows join the pack's table "names", as this class of name
//! #! exonyms: latin                 the rows join the pack's table "exonyms", where they are no plain transliteration
//! ```
//!
//! The weights of its tagger join them as they are. A new table, or a new language, is a new file or folder in `data/`; nothing here changes.

#[allow(dead_code)]
#[path = "src/text/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "src/pack.rs"]
mod pack;
#[allow(dead_code)]
#[path = "src/entity/sound.rs"]
mod sound;
#[allow(dead_code)]
#[path = "src/table.rs"]
mod table;
#[allow(dead_code)]
#[path = "src/weights.rs"]
mod weights;

/// What the modules above take from the crate's `text`.
mod text {
    pub use super::fold::fold;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Text for the tagger to learn from, in no pack; what was learnt is in each language's folder.
const TRAINING: &str = "entities";
/// Weights of a language's tagger, as `cargo xtask train` writes them.
const WEIGHTS: &str = "tagger.weights";

type Rows = BTreeMap<String, String>;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=data");
    if env::var_os("CARGO_FEATURE_BUILTIN").is_none() {
        return;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut list =
        String::from("/// Language code and pack, by code.\nconst BUILTIN: &[(&str, &[u8])] = &[\n");
    for folder in sorted(Path::new("data")).into_iter().filter(|folder| !folder.ends_with(TRAINING)) {
        let lang = name(&folder);
        if env::var_os(format!("CARGO_FEATURE_{}", lang.to_uppercase())).is_none() {
            continue;
        }
        let file = out.join(format!("{lang}.pack"));
        fs::write(&file, build(&lang, &folder)).expect("OUT_DIR can be written");
        writeln!(list, "    ({lang:?}, include_bytes!({file:?})),").expect("a String takes any text");
    }
    fs::write(out.join("packs.rs"), list + "];\n").expect("OUT_DIR can be written");
}

/// The pack of one language folder.
fn build(lang: &str, folder: &Path) -> Vec<u8> {
    let mut tables: Vec<(String, Rows)> = Vec::new();
    let mut names = Names::default();
    let mut spellings = Spellings::default();
    let mut exonyms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in sorted(folder) {
        println!("cargo:rerun-if-changed={}", path.display());
        if path.ends_with(WEIGHTS) {
            continue;
        }
        let source = Source::read(&path);
        if let Some(class) = source.head("names") {
            names.add(&source, class);
            if ["place", "person"].contains(&class) {
                source.add_exonyms(&mut exonyms);
            }
        }
        if let Some(column) = source.head("one") {
            source.add_spellings(column, &mut spellings);
        }
        if source.head("exonyms").is_some() {
            source.add_exonyms(&mut exonyms);
        }
        if let Some(columns) = source.head("pack") {
            tables.push((name(&path), source.table(columns)));
        }
    }
    tables.push(("names".into(), names.rows()));
    let joined = |forms: BTreeSet<String>| forms.into_iter().collect::<Vec<_>>().join("|");
    tables.push(("exonyms".into(), exonyms.into_iter().map(|(k, v)| (k, joined(v))).collect()));
    tables.push(("spellings".into(), spellings.of.into_iter().map(|(k, v)| (k, v.join("|"))).collect()));
    let tables: Vec<(&str, Vec<_>)> =
        tables.iter().map(|(name, rows)| (name.as_str(), rows.clone().into_iter().collect())).collect();
    let weights = fs::read(folder.join(WEIGHTS)).unwrap_or_default();
    pack::Pack::encode(lang, &tables, &weights)
}

/// The words that are spellings of one name, by the groups that they form.
#[derive(Default)]
struct Spellings {
    groups: u32,
    of: BTreeMap<String, Vec<String>>,
}

/// A table of `data/` as text.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Self { path: path.to_owned(), text }
    }

    /// What the head says after `#! what:`.
    fn head(&self, what: &str) -> Option<&str> {
        let marker = format!("#! {what}:");
        self.text.lines().find_map(|line| line.strip_prefix(&marker)).map(str::trim)
    }

    /// The rows, each as its cells by column name.
    fn rows(&self) -> impl Iterator<Item = BTreeMap<&str, &str>> {
        let columns =
            self.head("columns").unwrap_or_else(|| panic!("{}: no #! columns:", self.path.display()));
        let columns: Vec<_> = columns.split_whitespace().map(|c| c.trim_end_matches('?')).collect();
        let lines = self.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(move |line| columns.iter().copied().zip(line.split('\t')).collect())
    }

    /// Adds the words that are spellings of one name, each with the numbers of the groups that it is in: rows that are
    /// alike in `column`, or, in the column of variants, the words of a name and of its variants that stand in one place.
    fn add_spellings(&self, column: &str, spellings: &mut Spellings) {
        let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in self.rows() {
            let (name, cell) = (fold::fold(row["name"]), row.get(column).copied().unwrap_or_default());
            if column != "variants" {
                rows.entry(cell.to_owned()).or_default().insert(name.into_owned());
                continue;
            }
            for variant in cell.split('|').map(fold::fold) {
                let (name, variant): (Vec<_>, Vec<_>) =
                    (name.split(' ').collect(), variant.split(' ').collect());
                for (a, b) in name.iter().zip(&variant).filter(|(a, b)| name.len() == variant.len() && a != b)
                {
                    rows.entry(a.to_string()).or_default().extend([a.to_string(), b.to_string()]);
                }
            }
        }
        rows.remove("");
        for names in rows.into_values().filter(|names| names.len() > 1) {
            spellings.groups += 1;
            for name in names {
                spellings.of.entry(name).or_default().push(spellings.groups.to_string());
            }
        }
    }

    /// Adds the names that sound otherwise than in English: China, चीन; New Zealand, न्यूझीलंड.
    fn add_exonyms(&self, exonyms: &mut BTreeMap<String, BTreeSet<String>>) {
        for row in self.rows() {
            let (Some(latin), Some(name)) = (row.get("latin"), row.get("name")) else { continue };
            let word_by_word = latin.split(' ').count() == name.split(' ').count();
            let heard = |(a, b): (&str, &str)| {
                sound::within(&sound::skeleton(a), &sound::skeleton(b), sound::IN_TWO_SCRIPTS)
            };
            if latin.is_empty() || word_by_word && latin.split(' ').zip(name.split(' ')).all(heard) {
                continue;
            }
            let forms = exonyms.entry(fold::fold(latin).into_owned()).or_default();
            forms.extend(name.split('|').map(str::to_owned));
        }
    }

    /// A pack table of the named columns, the first one the key.
    fn table(&self, columns: &str) -> Rows {
        let columns: Vec<_> = columns.split_whitespace().collect();
        let (key, values) =
            columns.split_first().unwrap_or_else(|| panic!("{}: empty #! pack:", self.path.display()));
        let mut rows = Rows::new();
        for row in self.rows() {
            let cell = |column: &&str| row.get(*column).copied().unwrap_or_default();
            let mut value = values.iter().map(cell).collect::<Vec<_>>().join("\t");
            let key = fold::fold(cell(key)).into_owned();
            // Of homonyms the later stands first, with the earlier ones behind.
            if let Some(earlier) = rows.get(&key).filter(|_| self.head("homonyms").is_some()) {
                value = [&*value, earlier].join("\t");
            }
            rows.insert(key, value);
        }
        rows
    }
}

/// The table "names": every form of every name, with what it may be and, when it is not the dictionary form, what
/// that is. A value is one letter a class (see `entity::gazetteer`: g given name, s surname, f
/// famous person, p place, o organisation, t title, u title beside a name, h occupation or honorific, a ambiguous,
/// + beginning of a longer name), then, after a tab, the dictionary form.
#[derive(Default)]
struct Names {
    classes: BTreeMap<String, BTreeSet<char>>,
    canonical: BTreeMap<String, String>,
    /// Keys that stand in a first column: dictionary forms themselves.
    own: BTreeSet<String>,
}

/// Columns that hold other forms of the name in the first column; `|` parts several in one cell.
const FORMS: [&str; 6] = ["oblique", "plural", "variants", "acronym", "acronym_latin", "spoken"];
/// Marks at which a name may be cut into words; each beginning of a longer name is in the table.
const JOINTS: [char; 7] = [' ', '.', '-', '\'', '&', '/', ','];

impl Names {
    fn add(&mut self, source: &Source, class: &str) {
        let letter = match class {
            "given-name" => 'g',
            "surname" => 's',
            "person" => 'f',
            "place" => 'p',
            "organisation" => 'o',
            "title" => 't',
            "ambiguous" => 'a',
            _ => panic!("{}: no class of names is called {class}", source.path.display()),
        };
        let first =
            source.head("columns").and_then(|c| c.split_whitespace().next()).unwrap_or_default().to_owned();
        for row in source.rows() {
            let name = row[first.as_str()];
            let letter = match row.get("use").copied() {
                Some("named") => 'u',
                Some("introduces") => 'h',
                _ => letter,
            };
            self.classes.entry(fold::fold(name).into_owned()).or_default().insert(letter);
            self.own.insert(fold::fold(name).into_owned());
            // A firm or platform that is called by one word is often left in Latin letters.
            let latin = row.get("latin").filter(|latin| letter == 'o' && !latin.contains(' '));
            let cells = FORMS.iter().filter_map(|c| row.get(c)).chain(latin);
            for form in cells.flat_map(|cell| cell.split('|')) {
                if !form.is_empty() && form != name {
                    let form = fold::fold(form).into_owned();
                    self.classes.entry(form.clone()).or_default().insert(letter);
                    self.canonical.entry(form).or_insert_with(|| name.to_owned());
                }
            }
        }
    }

    fn rows(mut self) -> Rows {
        // A name of several words is found word by word: each beginning of it says that more may follow.
        let longer: Vec<String> = self.classes.keys().filter(|key| key.contains(JOINTS)).cloned().collect();
        for key in longer {
            for (at, joint) in key.match_indices(JOINTS) {
                for beginning in [&key[..at], key[..at + joint.len()].trim_end()] {
                    if !beginning.is_empty() && beginning != key {
                        self.classes.entry(beginning.to_owned()).or_default().insert('+');
                    }
                }
            }
        }
        let value = |(key, classes): (String, BTreeSet<char>)| {
            let classes: String = classes.into_iter().collect();
            let value = match self.canonical.get(&key).filter(|_| !self.own.contains(&key)) {
                Some(name) => format!("{classes}\t{name}"),
                None => classes,
            };
            (key, value)
        };
        self.classes.into_iter().map(value).collect()
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_stem().and_then(|stem| stem.to_str()).expect("file names in data/ are plain").to_owned()
}
