//! Hashes of what is published, for pages that hold their scripts to one version.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::json;
use sha2::{Digest, Sha384};

/// An import map: pasted into a page, it holds every module to its hash, also those that load one another.
pub const FILE: &str = "integrity.json";

/// What pages name in a tag of their own.
const ENTRIES: [&str; 3] = ["kasoti.js", "sentences.js", "tokens.css"];

/// The import map for all scripts among `files`. Its addresses count from the page; copy it beside the scripts.
pub fn file(files: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<u8> {
    let scripts =
        files.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "js"));
    let hashes: BTreeMap<_, _> =
        scripts.map(|(path, bytes)| (format!("./{}", path.display()), hash(bytes))).collect();
    format!("{:#}\n", json!({ "integrity": hashes })).into_bytes()
}

/// A line for each file that a page names.
pub fn told(folder: &Path) -> Result<String> {
    let mut told = String::new();
    for entry in ENTRIES {
        told += &format!("{entry:<14}integrity=\"{}\"\n", hash(&fs::read(folder.join(entry))?));
    }
    Ok(told)
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_browsers() {
        let script = b"export const wheat = '\xf0\x9f\x8c\xbe';\n";
        // openssl dgst -sha384 -binary | openssl base64 -A
        let wanted = "sha384-SKFjDpPffy52dkRTmGymSJ3D1k7Z+zzXFRBn6V+fPjVXLMn0u8GG8hjps9aeYg+a";
        let files = BTreeMap::from([("desk/a.js".into(), script.to_vec()), ("a.css".into(), vec![])]);
        let map: serde_json::Value = serde_json::from_slice(&file(&files)).unwrap();
        assert_eq!(map, json!({ "integrity": { "./desk/a.js": wanted } }));
    }
}
