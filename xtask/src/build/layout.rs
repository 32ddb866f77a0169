//! What lies where in `pkg/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::integrity;
use super::sbom;
use super::shrink;
use super::wasm::{Glue, Module};
use crate::shell::{files, root, write_if_changed};

/// The files of `pkg/` that are tracked; `pkg/.gitignore` names the same.
const TRACKED: [&str; 3] = [".gitignore", "README.md", "package.json"];

/// Files of the project's root that every package carries, those that exist.
const PAPERS: [&str; 4] = ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md", "CHANGELOG.md"];

/// The folder that is served and published.
pub fn pkg() -> PathBuf {
    root().join("pkg")
}

/// Writes what is new or changed and removes what an earlier build left behind.
pub fn lay_out(modules: &[(&Module, Glue)]) -> Result<()> {
    let contents = contents(modules)?;
    for (path, bytes) in &contents {
        write_if_changed(&pkg().join(path), bytes)?;
    }
    sweep(&pkg(), |path| contents.contains_key(path) || TRACKED.iter().any(|t| path == Path::new(t)))
}

/// All files that a build makes.
pub fn contents(modules: &[(&Module, Glue)]) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let www = root().join("www");
    let mut all = BTreeMap::new();
    for path in files(&www)? {
        let bytes = shrink::file(&path, read(&www.join(&path))?)?;
        all.insert(path, bytes);
    }
    for paper in PAPERS.iter().filter(|paper| root().join(paper).is_file()) {
        all.insert(paper.into(), read(&root().join(paper))?);
    }
    for (lang, bytes) in kasoti::builtin_files() {
        all.insert(format!("packs/{lang}.pack").into(), bytes.to_vec());
    }
    for (module, glue) in modules {
        all.insert(format!("{}.wasm", module.name).into(), read(&glue.wasm)?);
        all.insert(format!("{}.js", module.glue).into(), shrink::file(&glue.js, read(&glue.js)?)?);
        all.insert(format!("{}.d.ts", module.glue).into(), read(&glue.types)?);
    }
    all.insert("types.d.ts".into(), read(&root().join("src/types.d.ts"))?);
    all.insert(sbom::FILE.into(), sbom::file()?);
    let hashes = integrity::file(&all);
    all.insert(integrity::FILE.into(), hashes);
    Ok(all)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Removes every file under `folder` that `keep` does not want, and the folders that this leaves empty.
fn sweep(folder: &Path, keep: impl Fn(&Path) -> bool) -> Result<()> {
    for path in files(folder)?.iter().filter(|path| !keep(path)) {
        fs::remove_file(folder.join(path))?;
        for parent in path.ancestors().skip(1).filter(|p| !p.as_os_str().is_empty()) {
            if fs::remove_dir(folder.join(parent)).is_err() {
                break; // Not empty: other files still live there.
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sweep_takes_stale_files_and_empty_folders_only() {
        let folder = std::env::temp_dir().join(format!("kasoti-sweep-{}", std::process::id()));
        for path in ["package.json", "old/deep/a.js", "new/b.js", "new/c.js"] {
            write_if_changed(&folder.join(path), b"x").unwrap();
        }
        sweep(&folder, |path| path == Path::new("package.json") || path == Path::new("new/b.js")).unwrap();
        assert_eq!(files(&folder).unwrap(), [Path::new("new/b.js"), Path::new("package.json")]);
        assert!(!folder.join("old").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn gitignore_and_the_sweep_spare_the_same_files() {
        let ignore = fs::read_to_string(pkg().join(".gitignore")).unwrap();
        let spared: Vec<_> = ignore.lines().filter_map(|line| line.strip_prefix('!')).collect();
        let mut spared_here = TRACKED.to_vec();
        spared_here.sort_by_key(|name| spared.iter().position(|s| s == name));
        assert_eq!(spared, spared_here);
    }
}
