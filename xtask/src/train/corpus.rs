//! Annotated sentences.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use kasoti::entity::Kind;

use crate::shell::{files, root};

/// A sentence with the names marked in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    pub text: String,
    /// Places in bytes, case endings outside, in order.
    pub names: Vec<(Range<usize>, Kind)>,
}

/// Lines that are kept together when sentences are dealt out: reports of several sentences stay mostly whole.
const BLOCK: usize = 40;

/// All annotated sentences of a language in `data/entities/`, in blocks of neighbours.
pub fn read(lang: &str) -> Result<Vec<Vec<Sentence>>> {
    let folder = root().join("data/entities").join(lang);
    let mut blocks = Vec::new();
    for path in files(&folder)? {
        let path = folder.join(path);
        let sentences = parts(&path)?;
        blocks.extend(sentences.chunks(BLOCK).map(<[Sentence]>::to_vec));
    }
    Ok(blocks)
}

fn parts(path: &PathBuf) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines.map(|(n, line)| parse(line).with_context(|| format!("{}:{}", path.display(), n + 1))).collect()
}

/// Reads `{PLACE:पुण्या}त`.
pub fn parse(line: &str) -> Result<Sentence> {
    let mut sentence = Sentence::default();
    let mut rest = line;
    while let Some((plain, marked)) = rest.split_once('{') {
        let parts = marked.split_once('}').and_then(|(mark, rest)| Some((mark.split_once(':')?, rest)));
        let Some(((kind, name), after)) = parts else { bail!("a mark is not closed: {{{marked}") };
        sentence.text.push_str(plain);
        let start = sentence.text.len();
        sentence.text.push_str(name);
        sentence.names.push((start..sentence.text.len(), self::kind(kind)?));
        rest = after;
    }
    sentence.text.push_str(rest);
    Ok(sentence)
}

fn kind(name: &str) -> Result<Kind> {
    Ok(match name {
        "PER" => Kind::Person,
        "PLACE" => Kind::Place,
        "ORG" => Kind::Organisation,
        "TITLE" => Kind::Title,
        "DATE" => Kind::Date,
        "TIME" => Kind::Time,
        "MEASURE" => Kind::Measure,
        "CONTACT" => Kind::Contact,
        _ => bail!("no kind is called {name}"),
    })
}

/// A line of a file of tokens and labels.
#[derive(serde::Deserialize)]
struct Labelled {
    tokens: Vec<String>,
    labels: Vec<String>,
}

/// Sentences of a file of tokens and labels (JSON, one a line; B-NEP, I-NEP and so on), joined by spaces.
pub fn labelled(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    text.lines().map(|line| Ok(joined(&serde_json::from_str(line)?))).collect()
}

fn joined(line: &Labelled) -> Sentence {
    let mut sentence = Sentence::default();
    for (token, label) in line.tokens.iter().zip(&line.labels) {
        if !sentence.text.is_empty() {
            sentence.text.push(' ');
        }
        let start = sentence.text.len();
        sentence.text.push_str(token);
        let end = sentence.text.len();
        let kind = match label.get(2..).unwrap_or_default() {
            "NEP" => Kind::Person,
            "NEL" => Kind::Place,
            "NEO" => Kind::Organisation,
            _ => continue,
        };
        match sentence.names.last_mut() {
            Some((range, last)) if label.starts_with('I') && *last == kind && range.end + 1 == start => {
                range.end = end
            }
            _ => sentence.names.push((start..end, kind)),
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_places() {
        let sentence = parse("😀 {PLACE:पुण्या}त {PER:राम} आला.").unwrap();
        assert_eq!(sentence.text, "😀 पुण्यात राम आला.");
        let names: Vec<_> = sentence.names.iter().map(|(r, k)| (&sentence.text[r.clone()], *k)).collect();
        assert_eq!(names, [("पुण्या", Kind::Place), ("राम", Kind::Person)]);
        assert!(parse("{PLACE:पुणे").is_err());
        assert!(parse("{NOISE:पुणे}").is_err());
    }
}
