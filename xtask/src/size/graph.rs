//! Which files follow when a script is loaded.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_span::SourceType;

/// Whether what a script may load later, by `import()` or as a style sheet, is part of the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Later {
    Too,
    Not,
}

/// `entry` with all that it loads, as paths from `folder`.
pub fn closure(folder: &Path, entry: &str, later: Later) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![PathBuf::from(entry)];
    while let Some(path) = open.pop() {
        let is_script = path.extension().is_some_and(|extension| extension == "js");
        if found.insert(path.clone()) && is_script {
            let source = fs::read_to_string(folder.join(&path))
                .with_context(|| format!("{} cannot be read", path.display()))?;
            let asked = asked_for(&source, later);
            open.extend(asked.scripts.iter().chain(&asked.sheets).map(|name| resolve(&path, name)));
        }
    }
    Ok(found)
}

/// What a script asks for, by addresses that count from it.
#[derive(Default, PartialEq, Debug)]
struct Asked {
    scripts: Vec<String>,
    /// Known by their quotation marks.
    sheets: Vec<String>,
}

fn asked_for(source: &str, later: Later) -> Asked {
    let allocator = Allocator::default();
    let record = Parser::new(&allocator, source, SourceType::mjs()).parse().module_record;
    let mut scripts: Vec<_> = record.requested_modules.keys().map(|name| name.to_string()).collect();
    scripts.sort();
    if later == Later::Not {
        return Asked { scripts, ..Asked::default() };
    }
    const QUOTES: [char; 3] = ['"', '\'', '`'];
    let imports = record.dynamic_imports.iter().map(|import| import.module_request.source_text(source));
    // An import of a variable is Node's own business.
    scripts.extend(
        imports.filter(|name| name.starts_with(QUOTES)).map(|name| name.trim_matches(QUOTES).to_owned()),
    );
    let sheets = source.split(QUOTES).filter(|piece| piece.ends_with(".css")).map(str::to_owned).collect();
    Asked { scripts, sheets }
}

fn resolve(from: &Path, name: &str) -> PathBuf {
    let mut path = from.parent().unwrap_or(Path::new("")).to_owned();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "import{a}from'./a.js';export{b}from\"../b.js\";\
        const m='node:fs';import(m);import('./🌾.js');sheet(new URL('../c.css',import.meta.url))";

    #[test]
    fn scripts_name_what_they_load_now_and_later() {
        assert_eq!(asked_for(SOURCE, Later::Not).scripts, ["../b.js", "./a.js"]);
        let later = asked_for(SOURCE, Later::Too);
        assert_eq!(later.scripts, ["../b.js", "./a.js", "./🌾.js"]);
        assert_eq!(later.sheets, ["../c.css"]);
    }

    #[test]
    fn addresses_count_from_the_script() {
        assert_eq!(resolve(Path::new("desk/main.js"), "../dom.js"), Path::new("dom.js"));
        assert_eq!(resolve(Path::new("kasoti.js"), "./paint/sheet.js"), Path::new("paint/sheet.js"));
    }
}
