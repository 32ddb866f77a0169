//! Findings that are known and let stand. One is known again by its file, its rule and the words around it, not by offsets,
//! so that edits elsewhere change nothing.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{self, Path, PathBuf};

use kasoti::report::Finding;
use serde::{Deserialize, Serialize};

use crate::input::Source;

/// Words on either side, as many as the browser keeps (`www/ignore.js`): enough to tell two places of an article apart,
/// few enough to outlive edits nearby.
const WORDS: usize = 3;

/// Characters in which these words are looked for: longer words are no words.
const REACH: usize = 200;

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct Known {
    code: String,
    words: String,
    before: String,
    after: String,
}

/// The file as it is written: by file, in the order of the text.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// Of the format, for the day on which it changes.
    version: u32,
    files: BTreeMap<String, Vec<Known>>,
}

const VERSION: u32 = 1;

/// What is known, by file.
pub struct Baseline {
    path: PathBuf,
    files: BTreeMap<String, Vec<Known>>,
}

impl Baseline {
    /// Reads the file; with `anew` it need not be there yet.
    pub fn read(path: &Path, anew: bool) -> Result<Self, String> {
        let name = path.display();
        let files = match fs::read_to_string(path) {
            Ok(json) => {
                let written: Written = serde_json::from_str(&json).map_err(|error| {
                    format!("{name} is no baseline: {error}; --write-baseline writes one")
                })?;
                if written.version != VERSION {
                    return Err(format!(
                        "{name} is of version {}, this command knows {VERSION}; --write-baseline after moving it away",
                        written.version
                    ));
                }
                written.files
            }
            Err(error) if anew && error.kind() == std::io::ErrorKind::NotFound => BTreeMap::new(),
            Err(error) => {
                return Err(format!("{name} cannot be read: {error}; --write-baseline writes one"));
            }
        };
        Ok(Self { path: path.to_owned(), files })
    }

    /// The name of a file: its path from the baseline's folder, the same on every system.
    fn name(&self, file: &Path) -> String {
        let folder = path::absolute(&self.path).ok().and_then(|path| path.parent().map(Path::to_owned));
        let inner = folder.zip(path::absolute(file).ok());
        let inner = inner.and_then(|(folder, file)| file.strip_prefix(folder).map(Path::to_owned).ok());
        let parts = inner.as_deref().unwrap_or(file).components();
        parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    /// Leaves out the findings that are known, each as often as it was met then.
    pub fn leave_out(&self, source: &Source, findings: &mut Vec<Finding>) {
        let mut left: HashMap<&Known, usize> = HashMap::new();
        for known in self.files.get(&self.name(&source.path)).into_iter().flatten() {
            *left.entry(known).or_default() += 1;
        }
        if left.is_empty() {
            return;
        }
        findings.retain(|finding| match left.get_mut(&known(finding, &source.prose.text)) {
            Some(times) if *times > 0 => {
                *times -= 1;
                false
            }
            _ => true,
        });
    }

    /// Puts what a file has now in the place of what was known of it.
    pub fn renew(&mut self, file: &Path, known: Vec<Known>) {
        let name = self.name(file);
        if known.is_empty() {
            self.files.remove(&name);
        } else {
            self.files.insert(name, known);
        }
    }

    /// Writes the file, without what is known of files that are no more. Gives the number of findings.
    pub fn write(&mut self) -> Result<usize, String> {
        let name = self.path.display();
        let folder = self.path.parent().unwrap_or(Path::new(""));
        self.files.retain(|file, _| folder.join(file).exists());
        let count = self.files.values().map(Vec::len).sum();
        let written = Written { version: VERSION, files: std::mem::take(&mut self.files) };
        let json = serde_json::to_string_pretty(&written).map_err(|error| error.to_string())?;
        fs::write(&self.path, json + "\n").map_err(|error| format!("{name} cannot be written: {error}"))?;
        Ok(count)
    }
}

/// The finding as it is known again in `text`.
pub fn known(finding: &Finding, text: &str) -> Known {
    let (before, after) = (&text[..finding.span.start as usize], &text[finding.span.end as usize..]);
    Known {
        code: finding.code.to_owned(),
        words: finding.span.of(text).to_owned(),
        before: last_words(before).to_owned(),
        after: first_words(after).to_owned(),
    }
}

/// The part of a word that `text` ends with, and the words of that line before it.
fn last_words(text: &str) -> &str {
    let from = text.char_indices().rev().take(REACH).last().map_or(text.len(), |(i, _)| i);
    let line = text[from..].rsplit('\n').next().unwrap_or_default();
    let mut start = line.rfind(' ').map_or(0, |i| i + 1);
    for _ in 0..WORDS {
        let Some(rest) = line[..start].strip_suffix(' ').filter(|rest| !rest.is_empty()) else { break };
        start = rest.rfind(' ').map_or(0, |i| i + 1);
    }
    &line[start..]
}

/// The part of a word that `text` begins with, and the words of that line behind it.
fn first_words(text: &str) -> &str {
    let to = text.char_indices().nth(REACH).map_or(text.len(), |(i, _)| i);
    let line = text[..to].split('\n').next().unwrap_or_default();
    let mut end = line.find(' ').unwrap_or(line.len());
    for _ in 0..WORDS {
        let Some(rest) = line[end..].strip_prefix(' ').filter(|rest| !rest.is_empty()) else { break };
        end += 1 + rest.find(' ').unwrap_or(rest.len());
    }
    &line[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_on_either_side_are_kept() {
        assert_eq!(last_words("पहिली ओळ\nएक दोन तीन चार पा"), "दोन तीन चार पा");
        assert_eq!(last_words("एक दोन "), "एक दोन ");
        assert_eq!(last_words("😀"), "😀");
        assert_eq!(last_words("ओळ\n"), "");
        assert_eq!(first_words("च्या दोन तीन चार पाच"), "च्या दोन तीन चार");
        assert_eq!(first_words(" 😀\nओळ"), " 😀");
        assert_eq!(first_words(""), "");
        let long = "क".repeat(1000);
        assert_eq!(last_words(&long).chars().count(), REACH);
        assert_eq!(first_words(&long).chars().count(), REACH);
    }
}
