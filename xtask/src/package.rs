//! `cargo xtask package`: what is published on npm, in `target/npm/`: `pkg/` without the desk, with types, packed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use crate::build;
use crate::node::{self, npm};
use crate::shell::{command, files, read, root, run as run_command, say, target, write_if_changed};

/// Where TypeScript lies, which writes the types.
const TOOLS: &str = "tests/browser";

/// Where esbuild lies, which writes the package in one script.
const BUNDLER: &str = "tests/package";

/// Parts of `pkg/` that are pages of their own: whoever installs a package brings their own.
const PAGES: [&str; 14] = [
    ".gitignore",
    "desk",
    "desk-side.css",
    "desk.css",
    "desk.png",
    "embed.html",
    "embed.js",
    "gallery.css",
    "gallery.html",
    "icon.svg",
    "index.html",
    "locales/desk",
    "manifest.json",
    "offline.js",
];

/// Texts that the desk offers to try.
const SAMPLES: &str = "samples";

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "package takes no arguments");
    println!("{}", pack()?.display());
    Ok(ExitCode::SUCCESS)
}

/// Builds, lays out and packs; gives the tarball.
pub fn pack() -> Result<PathBuf> {
    build::package()?;
    node::install(TOOLS)?;
    let folder = target().join("npm");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    let package = folder.join("kasoti");
    for path in files(&build::pkg())?.iter().filter(|path| is_published(path)) {
        write_if_changed(&package.join(path), &fs::read(build::pkg().join(path))?)?;
    }
    let described = fs::read_to_string(build::pkg().join("package.json"))?;
    fs::write(package.join("package.json"), versioned(&described, env!("CARGO_PKG_VERSION"))?)?;
    types(&folder, &package)?;
    node::install(BUNDLER)?;
    run_command(command("node").arg(format!("{BUNDLER}/inline.mjs")).arg(&package))?;
    say("packing");
    let mut npm = npm(".");
    npm.current_dir(&package).args(["pack", "--silent", "--pack-destination"]).arg(&folder);
    Ok(folder.join(read(&mut npm)?.trim()))
}

fn is_published(path: &Path) -> bool {
    !PAGES.iter().chain([&SAMPLES]).any(|page| path.starts_with(page))
}

/// The description with the version that the crate has.
fn versioned(described: &str, version: &str) -> Result<String> {
    const KEY: &str = "\"version\": \"";
    let (before, rest) = described.split_once(KEY).context("pkg/package.json has no version")?;
    let (_, after) = rest.split_once('"').context("pkg/package.json breaks off in its version")?;
    Ok(format!("{before}{KEY}{version}\"{after}"))
}

/// Writes a `.d.ts` for each script that has none, out of its JSDoc. The scripts of `pkg/` have lost theirs, so the
/// sources are read.
fn types(folder: &Path, package: &Path) -> Result<()> {
    let sources = folder.join("sources");
    let www = root().join("www");
    let mut scripts = Vec::new();
    for path in files(&www)?.into_iter().filter(|path| is_published(path)) {
        if path.extension().is_some_and(|ending| ending == "js") {
            write_if_changed(&sources.join(&path), &fs::read(www.join(&path))?)?;
            scripts.push(sources.join(&path));
        }
    }
    for path in files(package)?.iter().filter(|path| path.to_string_lossy().ends_with(".d.ts")) {
        fs::copy(package.join(path), sources.join(path))?;
    }
    let written = folder.join("types");
    let options = "--allowJs --checkJs --strict --exactOptionalPropertyTypes --declaration --emitDeclarationOnly \
        --target es2024 --module esnext --moduleResolution bundler --lib es2024,dom,dom.iterable";
    let mut tsc = command("node");
    tsc.arg(root().join(TOOLS).join("node_modules/typescript/bin/tsc")).args(options.split_whitespace());
    run_command(
        tsc.args(["--types", "", "--outDir"]).arg(&written).arg("--rootDir").arg(&sources).args(&scripts),
    )?;
    for path in files(&written)?.iter().filter(|path| !package.join(path).exists()) {
        let mut text = fs::read_to_string(written.join(path))?;
        // Whoever imports the tag gets its name and its events in the DOM's own types.
        if path == Path::new("kasoti.d.ts") {
            text += "import type {} from './elements.js';\n";
        }
        write_if_changed(&package.join(path), text.as_bytes())?;
    }
    fs::remove_dir_all(sources)?;
    fs::remove_dir_all(written).context("the types cannot be tidied away")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_crates() {
        let described = "{ \"name\": \"kasoti\", \"version\": \"0.0.0\", \"type\": \"module\" }";
        assert_eq!(
            versioned(described, "1.2.3").unwrap(),
            "{ \"name\": \"kasoti\", \"version\": \"1.2.3\", \"type\": \"module\" }"
        );
        assert!(versioned("{}", "1.2.3").is_err());
    }

    #[test]
    fn the_desk_stays_at_home_and_no_file_of_the_widget_does() {
        for page in ["desk/main.js", "samples/mr.txt", "desk.css", "index.html", "offline.js"] {
            assert!(!is_published(Path::new(page)), "{page}");
        }
        for file in ["kasoti.js", "kasoti.css", "packs/mr.pack", "elements.d.ts", "LICENSE-MIT"] {
            assert!(is_published(Path::new(file)), "{file}");
        }
    }
}
