//! The plain-text tables and the locales: sorted, without repeats, complete.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kasoti::artifact::RULES;
use kasoti::text::fold;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All `.tsv` files under `folder`.
fn tables(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tables(&path));
        } else if path.extension().is_some_and(|e| e == "tsv") {
            found.push(path);
        }
    }
    found
}

fn rows(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

#[test]
fn tables_are_sorted_say_where_they_come_from_and_hold_no_row_twice() {
    let mut all = tables(&root().join("data"));
    all.extend(tables(&root().join("src")));
    assert!(all.len() > 20, "the tables were found");
    for path in all {
        let source = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root()).unwrap().display();
        assert!(source.starts_with("# "), "{name}: the head says what it is and where it comes from");
        let columns = source
            .lines()
            .find_map(|l| l.strip_prefix("#! columns: "))
            .unwrap_or_else(|| panic!("{name}: no #! columns:"));
        let most = columns.split_whitespace().count();
        let least = columns.split_whitespace().filter(|c| !c.ends_with('?')).count();
        for row in rows(&source) {
            let cells = row.split('\t').count();
            assert!((least..=most).contains(&cells), "{name}: {cells} cells in {row:?}, columns: {columns}");
            assert_eq!(row.trim(), row, "{name}: space at an end of {row:?}");
        }
        let lines: Vec<_> = rows(&source).collect();
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} stands before {:?}", pair[0], pair[1]);
        }
    }
}

/// Compiled-in tables are looked up as they stand, so their keys must be folded and unique.
#[test]
fn keys_of_compiled_in_tables_are_folded_and_unique() {
    for path in tables(&root().join("src")) {
        let source = fs::read_to_string(&path).unwrap();
        let mut keys = BTreeSet::new();
        for row in rows(&source) {
            let key = row.split('\t').next().unwrap();
            assert_eq!(fold(key), key, "{}", path.display());
            assert!(keys.insert(key), "{}: {key:?} stands twice", path.display());
        }
    }
}

/// All strings of a language: those of the tag and the command, and the desk's own.
fn locale(lang: &str) -> BTreeMap<String, String> {
    let mut strings = BTreeMap::new();
    for folder in ["www/locales", "www/locales/desk"] {
        let json = fs::read_to_string(root().join(folder).join(format!("{lang}.json"))).unwrap();
        let own: BTreeMap<String, String> = serde_json::from_str(&json).unwrap();
        // One string a line: what stands twice would be there once here.
        assert_eq!(own.len() + 2, json.lines().count(), "{folder}/{lang}.json");
        for (key, string) in own {
            assert!(strings.insert(key.clone(), string).is_none(), "{lang}: {key} stands twice");
        }
    }
    strings
}

#[test]
fn every_locale_has_every_string() {
    let english = locale("en");
    for lang in ["mr", "hi"] {
        let keys: Vec<_> = locale(lang).into_keys().collect();
        assert_eq!(keys, english.keys().cloned().collect::<Vec<_>>(), "{lang}");
    }
    for rule in RULES {
        for key in ["", ".short", ".long"] {
            let key = format!("rule.{}{key}", rule.code);
            assert!(english.contains_key(&key), "{key} is missing");
        }
    }
}

#[test]
fn a_string_asks_for_the_same_placeholders_in_every_language() {
    let placeholders = |s: &str| -> BTreeSet<String> {
        s.split('{').skip(1).filter_map(|p| p.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    let english = locale("en");
    for lang in ["mr", "hi"] {
        for (key, string) in locale(lang) {
            assert_eq!(placeholders(&string), placeholders(&english[&key]), "{lang} {key}");
        }
    }
}
