//! Which licences we may ship under, and where a crate prints its own.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use spdx::{Expression, ParseMode};

/// Licences that ask for no more than this notice, the one that we prefer to take a crate under first; with the words
/// that its text, after the copyright lines, begins with.
const ALLOWED: [(&str, &str); 9] = [
    ("MIT", "Permission is hereby granted"),
    ("Zlib", "This software is provided"),
    ("ISC", "Permission to use, copy"),
    ("BSD-2-Clause", "Redistribution and use"),
    ("BSD-3-Clause", "Redistribution and use"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("Unlicense", "This is free and unencumbered"),
    ("CC0-1.0", "Creative Commons Legal Code"),
    ("Apache-2.0", "Apache License"),
];

/// The licences that we take a crate under: one where there is a choice, several where all hold.
pub fn choose(expression: &str) -> Result<Vec<&'static str>> {
    let parsed = Expression::parse_mode(expression, ParseMode::LAX)
        .with_context(|| format!("{expression:?} is no licence expression"))?;
    let is = |required: &spdx::LicenseReq, id: &str| {
        required.license.id().is_some_and(|license| license.name == id) && required.addition.is_none()
    };
    let allowed = ALLOWED.map(|(id, _)| id);
    // Drop, from the least liked on, whatever the expression can do without.
    let mut taken = allowed.to_vec();
    let holds = |taken: &[&str]| parsed.evaluate(|required| taken.iter().any(|id| is(required, id)));
    if !holds(&taken) {
        bail!("{expression} is not among the licences that may ship: {}", allowed.join(", "));
    }
    for id in allowed.iter().rev() {
        let without: Vec<_> = taken.iter().copied().filter(|t| t != id).collect();
        if holds(&without) {
            taken = without;
        }
    }
    Ok(taken)
}

/// A licence as a crate prints it.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// The lines that say whose work it is.
    pub copyright: Vec<String>,
    pub body: String,
}

/// The text of licence `id` in a crate's folder, if the crate prints it.
pub fn find(folder: &Path, id: &str) -> Result<Option<Text>> {
    let begin = ALLOWED.iter().find(|(allowed, _)| *allowed == id).map_or(id, |(_, begin)| begin);
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let is_licence = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        ["LICEN", "COPYING", "UNLICENSE"].iter().any(|start| name.starts_with(start)) && path.is_file()
    };
    for file in files.iter().filter(is_licence) {
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        if let Some(text) = split(&text, begin) {
            return Ok(Some(text));
        }
    }
    Ok(None)
}

/// Parts the lines that differ from crate to crate from those that do not.
fn split(text: &str, begin: &str) -> Option<Text> {
    let (head, body) = text.split_at(text.find(begin)?);
    let lines = head.lines().map(str::trim);
    let copyright = lines.filter(|line| line.to_lowercase().starts_with("copyright"));
    let body = body.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    Some(Text { copyright: copyright.map(str::to_owned).collect(), body: body.trim_end().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licence_that_asks_least_is_taken() {
        for (expression, taken) in [
            ("MIT", &["MIT"][..]),
            ("Apache-2.0 OR MIT", &["MIT"]),
            ("Apache-2.0/MIT", &["MIT"]),
            ("Unlicense OR MIT", &["MIT"]),
            ("Zlib", &["Zlib"]),
            ("Apache-2.0", &["Apache-2.0"]),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", &["MIT", "Unicode-3.0"]),
            ("GPL-3.0-only OR MIT", &["MIT"]),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", &["MIT"]),
        ] {
            assert_eq!(choose(expression).unwrap(), taken, "{expression}");
        }
    }

    #[test]
    fn other_licences_are_refused() {
        for expression in ["GPL-3.0-only", "MIT AND MPL-2.0", "AGPL-3.0-or-later OR CC-BY-SA-4.0"] {
            let error = choose(expression).unwrap_err().to_string();
            assert!(error.starts_with(&format!("{expression} is not among the licences")), "{error}");
        }
        assert_eq!(choose("").unwrap_err().to_string(), "\"\" is no licence expression");
    }

    #[test]
    fn a_text_is_parted_from_its_copyright_lines() {
        let text = "MIT License\n\n  Copyright (c) 2020 राम 🌾  \n\nPermission is hereby granted, free\nof charge \n\n";
        let wanted = Text {
            copyright: vec!["Copyright (c) 2020 राम 🌾".into()],
            body: "Permission is hereby granted, free\nof charge".into(),
        };
        assert_eq!(split(text, "Permission is hereby granted"), Some(wanted));
        assert_eq!(split(text, "Apache License"), None);
    }
}
