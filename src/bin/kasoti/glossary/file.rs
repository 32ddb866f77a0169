//! A list of names as JSON, as the option `glossary` takes it, or as a table with a name a row.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use clap::ValueEnum;
use kasoti::GlossaryEntry;
use serde::Deserialize;
use serde_json::{Value, json};

/// What a list is written as.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum Format {
    /// A list of words, or of {"form", "variants"}.
    Json,
    /// A table without a head: a name a row, its preferred spelling first.
    Csv,
}

impl Format {
    /// The format that a file's ending names.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// The spellings of each name, the preferred one first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names(Vec<Vec<String>>);

impl Names {
    /// Reads a file; the error is for people.
    pub fn read(path: &Path) -> Result<Self, String> {
        let name = path.display();
        let format = Format::of(path).ok_or_else(|| format!("{name} is neither .json nor .csv"))?;
        let text = fs::read_to_string(path).map_err(|error| format!("{name} cannot be read: {error}"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let lists = match format {
            Format::Json => elements(text),
            Format::Csv => rows(text).map_err(|error| error.to_string()),
        };
        lists.map(Self).map_err(|why| format!("{name} is no list of names: {why}"))
    }

    /// As they were written.
    pub fn lists(&self) -> &[Vec<String>] {
        &self.0
    }

    /// For the analysis.
    pub fn entries(&self) -> impl Iterator<Item = GlossaryEntry> {
        let clean =
            |list: &Vec<String>| list.iter().map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect();
        self.0.iter().map(clean).filter_map(|spellings: Vec<String>| {
            let (form, variants) = spellings.split_first()?;
            Some(GlossaryEntry::Forms { form: form.clone(), variants: variants.to_vec() })
        })
    }

    /// Each name once, each spelling once, without what is empty.
    pub fn joined(&self) -> Self {
        let mut names: Vec<Vec<String>> = Vec::new();
        let mut known = HashMap::new();
        for list in &self.0 {
            let mut spellings = list.iter().map(|s| s.trim()).filter(|s| !s.is_empty());
            let Some(form) = spellings.next() else { continue };
            let at = *known.entry(form.to_owned()).or_insert_with(|| {
                names.push(vec![form.to_owned()]);
                names.len() - 1
            });
            for spelling in spellings {
                if names[at].iter().all(|known| known != spelling) {
                    names[at].push(spelling.to_owned());
                }
            }
        }
        Self(names)
    }

    /// The list as a file of that format.
    pub fn write(&self, format: Format) -> io::Result<String> {
        match format {
            Format::Json => {
                let entry = |spellings: &Vec<String>| match spellings.split_first() {
                    Some((form, variants)) if !variants.is_empty() => {
                        json!({ "form": form, "variants": variants })
                    }
                    first => json!(first.map(|(form, _)| form)),
                };
                let entries: Vec<Value> = self.0.iter().map(entry).collect();
                Ok(serde_json::to_string_pretty(&entries)? + "\n")
            }
            Format::Csv => {
                let mut builder = csv::WriterBuilder::new();
                builder.flexible(true).terminator(csv::Terminator::CRLF);
                let mut table = builder.from_writer(Vec::new());
                for spellings in &self.0 {
                    table.write_record(spellings.iter().map(|s| crate::entities::cell(s).into_owned()))?;
                }
                let bytes = table.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
                Ok(String::from_utf8(bytes).expect("words are UTF-8"))
            }
        }
    }
}

/// The elements of a list, told by their number where one is no name.
fn elements(text: &str) -> Result<Vec<Vec<String>>, String> {
    let elements: Vec<Value> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let entry = |(number, element): (usize, Value)| {
        serde_json::from_value::<GlossaryEntry>(element)
            .map_err(|_| format!("entry {number} is neither a word nor {{\"form\", \"variants\"}}"))
    };
    (1..).zip(elements).map(entry).collect::<Result<_, _>>().map(of)
}

fn of(entries: Vec<GlossaryEntry>) -> Vec<Vec<String>> {
    let spellings = |entry| match entry {
        GlossaryEntry::Form(form) => vec![form],
        GlossaryEntry::Forms { form, variants } => [vec![form], variants].concat(),
    };
    entries.into_iter().map(spellings).collect()
}

/// The rows of a table (RFC 4180), in which a quote before a sign keeps spreadsheets from calculating.
fn rows(text: &str) -> csv::Result<Vec<Vec<String>>> {
    let mut table = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let word = |cell: &str| {
        let bare = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t']));
        bare.unwrap_or(cell).to_owned()
    };
    table.records().map(|row| Ok(row?.iter().map(word).collect())).collect()
}

/// What `kasoti.toml` says: the words themselves, or the file that they stand in.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a list of words, or the name of a .json or .csv file")]
pub enum Written {
    File(String),
    Words(Vec<GlossaryEntry>),
}

impl Written {
    /// The names, those of a file looked for from `root`.
    pub fn names(self, root: &Path) -> Result<Names, String> {
        match self {
            Self::File(file) => Names::read(&root.join(file)),
            Self::Words(entries) => Ok(Names(of(entries))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_the_same_in_both_formats() {
        let names = Names(vec![
            vec!["रेडिओ 😀".to_owned(), "रेडियो, \"जुना\"".to_owned()],
            vec!["=१+१".to_owned()],
            vec!["'अवतरण".to_owned()],
        ]);
        let csv = names.write(Format::Csv).unwrap();
        assert_eq!(csv, "रेडिओ 😀,\"रेडियो, \"\"जुना\"\"\"\r\n'=१+१\r\n'अवतरण\r\n");
        assert_eq!(rows(&csv).unwrap(), names.0);
        let json = names.write(Format::Json).unwrap();
        assert_eq!(of(serde_json::from_str(&json).unwrap()), names.0);
        assert!(json.contains("\"variants\": [") && json.contains("\n  \"=१+१\""), "{json}");
    }

    #[test]
    fn what_stands_twice_is_joined() {
        let list = |rows: &[&[&str]]| {
            Names(rows.iter().map(|row| row.iter().map(|&s| s.to_owned()).collect()).collect())
        };
        let names = list(&[&["क 😀", " ख "], &["", " "], &["ग"], &["क 😀", "घ", "ख"]]);
        assert_eq!(names.joined(), list(&[&["क 😀", "ख", "घ"], &["ग"]]));
    }
}
