//! The crates whose code is in what we ship.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::shell::{WASM, cargo, read};

/// The systems that the native command is built for. A fixed list: the file must not depend on who writes it.
const SYSTEMS: [&str; 3] = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"];

/// A crate that ships.
#[derive(Debug, Default)]
pub struct Shipped {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    pub repository: String,
    pub authors: Vec<String>,
    /// Where its source lies.
    pub folder: PathBuf,
    pub in_wasm: bool,
    pub in_command: bool,
}

/// By name and version.
type Tree = BTreeMap<(String, String), Shipped>;

/// All crates in the browser's module and in the native command, without those that only helped to build them.
pub fn shipped() -> Result<Vec<Shipped>> {
    let mut tree = Tree::new();
    for crate_ in list(&["--no-default-features", "--target", WASM])? {
        tree.entry(crate_).or_default().in_wasm = true;
    }
    let systems: Vec<_> = SYSTEMS.iter().flat_map(|system| ["--target", system]).collect();
    for crate_ in list(&systems)? {
        tree.entry(crate_).or_default().in_command = true;
    }
    describe(&mut tree)?;
    Ok(tree.into_values().filter(|shipped| !shipped.folder.as_os_str().is_empty()).collect())
}

/// Name and version of what a build of ours links.
fn list(build: &[&str]) -> Result<Vec<(String, String)>> {
    let fixed = ["tree", "--package", "kasoti", "--edges", "normal,no-proc-macro", "--prefix", "none"];
    let printed = read(cargo().args(fixed).args(["--format", "{p}"]).args(build))?;
    Ok(printed.lines().filter_map(name_and_version).collect())
}

/// From `serde v1.0.229 (*)`.
fn name_and_version(line: &str) -> Option<(String, String)> {
    let (name, rest) = line.split_once(" v")?;
    Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    /// None for what lies in this workspace.
    source: Option<String>,
    license: Option<String>,
    repository: Option<String>,
    authors: Vec<String>,
    manifest_path: PathBuf,
}

/// Adds what the crates say of themselves. Our own are left undescribed.
fn describe(tree: &mut Tree) -> Result<()> {
    let json = read(cargo().args(["metadata", "--format-version", "1"]))?;
    let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata printed something else")?;
    for package in metadata.packages.into_iter().filter(|package| package.source.is_some()) {
        if let Some(shipped) = tree.get_mut(&(package.name.clone(), package.version.clone())) {
            shipped.licence = package.license.unwrap_or_default();
            shipped.repository = package.repository.unwrap_or_default();
            shipped.authors = package.authors;
            shipped.folder =
                package.manifest_path.parent().context("a manifest lies in a folder")?.to_owned();
            (shipped.name, shipped.version) = (package.name, package.version);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_read() {
        let pair = |name: &str, version: &str| Some((name.to_owned(), version.to_owned()));
        assert_eq!(name_and_version("serde v1.0.229 (*)"), pair("serde", "1.0.229"));
        assert_eq!(name_and_version("kasoti v0.1.0 (/home/me/kasoti)"), pair("kasoti", "0.1.0"));
        assert_eq!(name_and_version(""), None);
    }
}
