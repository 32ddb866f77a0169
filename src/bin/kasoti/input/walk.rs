//! From what is named on the command line to files: folders and patterns are looked through.

use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use globset::GlobBuilder;
use ignore::WalkBuilder;

use super::{Format, How, Source};
use crate::FAILED;

/// Reads each file and hands it to `task`; says which cannot be read and goes on. Gives the exit code.
pub fn each(named: &[PathBuf], how: &How, mut task: impl FnMut(Source) -> io::Result<()>) -> io::Result<u8> {
    let mut code = 0;
    for found in files(named) {
        match found.and_then(|path| Source::read(&path, how)) {
            Ok(source) => task(source)?,
            Err(why) => {
                let _ = writeln!(io::stderr(), "kasoti: {why}");
                code = FAILED;
            }
        }
    }
    Ok(code)
}

/// The files that are named, those of a folder by name.
fn files(named: &[PathBuf]) -> Vec<Result<PathBuf, String>> {
    named.iter().flat_map(|path| of(path)).collect()
}

fn of(path: &Path) -> Vec<Result<PathBuf, String>> {
    let found = if path.is_dir() {
        inside(path).filter(|file| Format::of(file).is_some()).collect()
    } else if !path.exists() && is_pattern(path) {
        match matching(path) {
            Ok(found) => found,
            Err(why) => return vec![Err(why)],
        }
    } else {
        return vec![Ok(path.to_owned())];
    };
    if found.is_empty() {
        let (name, what) = (path.display(), if path.is_dir() { "holds" } else { "names" });
        return vec![Err(format!("{name} {what} no file to check (txt, md, html, srt, vtt, po, xliff)"))];
    }
    found.into_iter().map(Ok).collect()
}

/// All files in a folder and its folders by name, but for hidden ones and those that Git ignores.
fn inside(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let walk = WalkBuilder::new(folder).sort_by_file_name(|a, b| a.cmp(b)).build();
    walk.flatten().map(ignore::DirEntry::into_path).filter(|path| path.is_file())
}

fn has_wildcard(part: &str) -> bool {
    part.contains(['*', '?', '[', '{'])
}

fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(has_wildcard)
}

/// The files that a pattern matches, for shells that do not look themselves and for `**`.
fn matching(pattern: &Path) -> Result<Vec<PathBuf>, String> {
    let is_fixed = |part: &Component| !has_wildcard(&part.as_os_str().to_string_lossy());
    let base: PathBuf = pattern.components().take_while(is_fixed).collect();
    let rest: PathBuf = pattern.components().skip_while(is_fixed).collect();
    let glob = GlobBuilder::new(&rest.to_string_lossy()).literal_separator(true).build();
    let glob =
        glob.map_err(|error| format!("{} is no pattern: {error}", pattern.display()))?.compile_matcher();
    let folder = if base.as_os_str().is_empty() { Path::new(".") } else { &base };
    let strip = |path: PathBuf| {
        if base == Path::new("") { path.strip_prefix(".").map(Path::to_owned).unwrap_or(path) } else { path }
    };
    let is_match = |path: &PathBuf| path.strip_prefix(&base).is_ok_and(|inner| glob.is_match(inner));
    Ok(inside(folder).map(strip).filter(is_match).collect())
}
