//! Articles as people annotated them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A half-open range of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Range {
    pub start: usize,
    pub end: usize,
}

impl Range {
    /// Code points that both have.
    pub fn shared(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Whether both share a character; an empty range counts where it touches the other.
    pub fn meets(self, other: Self) -> bool {
        if self.start == self.end || other.start == other.end {
            return self.start <= other.end && other.start <= self.end;
        }
        self.shared(other) > 0
    }
}

/// An annotated article.
#[derive(Debug, Deserialize)]
pub struct Gold {
    pub id: String,
    pub lang: String,
    /// Where the text comes from: `clean` is a journalist's own, `mt` a machine's.
    #[serde(default = "unknown")]
    pub kind: String,
    /// The text it is a translation of.
    pub source: Option<String>,
    #[serde(deserialize_with = "chars")]
    pub text: Vec<char>,
    pub sentences: Vec<(usize, usize)>,
    pub entities: Vec<Entity>,
    #[serde(default)]
    pub artifacts: Vec<Artifact>,
    /// Neither wanted nor punished.
    #[serde(default)]
    pub optional_entities: Vec<Entity>,
    #[serde(default)]
    pub optional_artifacts: Vec<Artifact>,
}

/// A mention; mentions of one `id` name one thing.
#[derive(Debug, Deserialize)]
pub struct Entity {
    #[serde(flatten)]
    pub range: Range,
    #[serde(deserialize_with = "kind")]
    pub kind: String,
    pub id: String,
}

/// A fault in the text.
#[derive(Debug, Deserialize)]
pub struct Artifact {
    #[serde(flatten)]
    pub range: Range,
    pub code: String,
    /// Other codes that are as right.
    #[serde(default)]
    pub code_alt: Vec<String>,
    pub fix: Option<String>,
    #[serde(default)]
    pub fix_alt: Vec<String>,
    /// Ranges of one fault share this.
    pub gid: Option<String>,
    pub sev: Option<String>,
    /// How it can be found.
    pub det: Option<String>,
}

impl Gold {
    /// Words between white space that hold a letter or a digit.
    pub fn words(&self) -> usize {
        let words = self.text.split(|c| is_space(*c));
        words.filter(|word| word.iter().any(|c| c.is_alphanumeric() || *c == '_')).count()
    }

    fn check(&self) -> Result<()> {
        let entities = self.entities.iter().chain(&self.optional_entities).map(|e| e.range);
        let artifacts = self.artifacts.iter().chain(&self.optional_artifacts).map(|a| a.range);
        let sentences = self.sentences.iter().map(|&(start, end)| Range { start, end });
        for Range { start, end } in sentences.chain(entities).chain(artifacts) {
            if start > end || end > self.text.len() {
                bail!("{}: {start} to {end} is no range of its {} code points", self.id, self.text.len());
            }
        }
        Ok(())
    }
}

/// White space, with the four separators of ASCII that Unicode leaves out.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// The articles of a file.
pub fn read(file: &Path) -> Result<Vec<Gold>> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let gold: Gold = serde_json::from_str(line)
                .with_context(|| format!("{}:{} is no annotated article", file.display(), at + 1))?;
            gold.check().with_context(|| format!("{}:{}", file.display(), at + 1))?;
            Ok(gold)
        })
        .collect()
}

fn unknown() -> String {
    "?".into()
}

fn chars<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<char>, D::Error> {
    Ok(String::deserialize(from)?.chars().collect())
}

/// Annotators write short names for three of the kinds.
fn kind<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let kind = String::deserialize(from)?.to_lowercase();
    Ok(match kind.as_str() {
        "per" => "person".into(),
        "org" => "organisation".into(),
        _ => kind,
    })
}
