//! `cargo xtask build --twice`: the same package comes of the same sources, wherever they lie.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::layout::{contents, pkg};
use super::wasm::MODULES;
use crate::shell::{self, cargo, command, files, read, root, say, target};

/// Builds the package, then once more from a copy of the sources in another folder, with nothing kept from the first
/// build, and compares every byte.
pub fn run() -> Result<()> {
    super::package()?;
    let copy = target().join("again/source");
    let other = target().join("again/target");
    for folder in [&copy, &other] {
        // Not there the first time.
        let _ = fs::remove_dir_all(folder);
    }
    say("the same once more, from a copy elsewhere");
    copy_sources(&copy)?;
    let built = MODULES.iter().map(|module| Ok((module, module.build_in(&copy, &other)?)));
    let mut second = contents(&built.collect::<Result<Vec<_>>>()?)?;
    second.extend(packs(&copy, &other)?);
    let differ = differing(&second)?;
    if !differ.is_empty() {
        bail!("two builds differ in {}", differ.join(", "));
    }
    println!("two builds, {} files, the same bytes", second.len());
    Ok(())
}

/// Everything that is tracked, as it lies here.
fn copy_sources(to: &Path) -> Result<()> {
    let tracked =
        read(command("git").args(["ls-files", "-z"])).context("the list of sources comes from git")?;
    for path in tracked.split('\0').filter(|path| root().join(path).is_file()) {
        let there = to.join(path);
        fs::create_dir_all(there.parent().context("a file lies in a folder")?)?;
        fs::copy(root().join(path), there)?;
    }
    Ok(())
}

/// The packs as a script built from the copy writes them: those of the layout are part of this program.
fn packs(source: &Path, target: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let wanted = ["check", "--quiet", "--lib", "--no-default-features", "--features", "packs"];
    shell::run(cargo().current_dir(source).args(wanted).env("CARGO_TARGET_DIR", target))?;
    let mut packs = BTreeMap::new();
    for path in files(target)?.iter().filter(|path| path.extension().is_some_and(|e| e == "pack")) {
        let name = path.file_name().context("a file has a name")?;
        packs.insert(Path::new("packs").join(name), fs::read(target.join(path))?);
    }
    if packs.is_empty() {
        bail!("the second build wrote no packs");
    }
    Ok(packs)
}

fn differing(second: &BTreeMap<PathBuf, Vec<u8>>) -> Result<Vec<String>> {
    let mut differ = Vec::new();
    for (path, bytes) in second {
        if fs::read(pkg().join(path)).with_context(|| format!("{} cannot be read", path.display()))? != *bytes
        {
            differ.push(path.display().to_string());
        }
    }
    Ok(differ)
}
