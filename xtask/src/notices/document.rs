//! The notice as Markdown: a table of the crates, then each licence once, with all to whom it belongs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::licence::{self, Text};
use super::tree::Shipped;

const HEAD: &str = "\
# What others made

Kasoti ships with code of the crates below: in the WebAssembly module of the browser, in the native command, or in
both. Rust's standard library, © The Rust Project Contributors, MIT OR Apache-2.0, is in both. Each crate is taken under
the licence whose text follows the table. Written by `cargo xtask notices` from the dependency tree.

The weights of the Hindi tagger (`data/hi/tagger.weights`, in the Hindi pack) were learnt, beside sentences of our own,
from [IL-NER](https://github.com/ltrc/IL-NER), Hindi, by LTRC, IIIT Hyderabad, under
[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/); the sentences themselves are not in what ships.

";

/// A text with all the crates that print it, however they break its lines.
#[derive(Default)]
struct Licence {
    body: String,
    /// Crates, by their copyright lines.
    owners: BTreeMap<String, Vec<String>>,
}

pub fn write(crates: &[Shipped]) -> Result<String> {
    let mut out = String::from(HEAD);
    out += "| crate | version | licence | in |\n|---|---|---|---|\n";
    let mut texts: BTreeMap<(&str, String), Licence> = BTreeMap::new();
    for shipped in crates {
        let Shipped { name, version, licence, repository, .. } = shipped;
        let place = match (shipped.in_wasm, shipped.in_command) {
            (true, true) => "both",
            (true, false) => "module",
            (false, _) => "command",
        };
        let _ = writeln!(out, "| [{name}]({repository}) | {version} | {licence} | {place} |");
        for id in licence::choose(licence).with_context(|| format!("{name} {version}"))? {
            let text = text_of(shipped, id, crates)?;
            let licence = texts.entry((id, key(&text.body))).or_default();
            if licence.body.is_empty() {
                licence.body = text.body;
            }
            licence.owners.entry(text.copyright.join("\n")).or_default().push(name.clone());
        }
    }
    for ((id, _), Licence { body, owners }) in &texts {
        let _ = write!(out, "\n## {id}\n\n");
        for (copyright, names) in owners {
            let _ = writeln!(out, "- {}: {}", names.join(", "), copyright.replace('\n', "; "));
        }
        let _ = write!(out, "\n```text\n{body}\n```\n");
    }
    Ok(out)
}

/// The crate's own text or, where it prints none, another's text of the same licence with the authors it names.
fn text_of(shipped: &Shipped, id: &str, crates: &[Shipped]) -> Result<Text> {
    let mut text = match licence::find(&shipped.folder, id)? {
        Some(text) => text,
        None => {
            let others = crates.iter().map(|other| licence::find(&other.folder, id));
            let other = others.filter_map(Result::transpose).next();
            let other = other
                .with_context(|| format!("no crate prints the text of {id}, not {} either", shipped.name))?;
            Text { copyright: Vec::new(), body: other?.body }
        }
    };
    if text.copyright.is_empty() {
        let owners = if shipped.authors.is_empty() {
            format!("the authors of {}", shipped.name)
        } else {
            shipped.authors.join(", ")
        };
        text.copyright.push(format!("Copyright {owners}"));
    }
    Ok(text)
}

/// A text without what differs between printings of one licence: lines, case, punctuation.
fn key(body: &str) -> String {
    body.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}
