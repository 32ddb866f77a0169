//! `cargo xtask site`: a folder for any static host: the desk, the examples of the tag, what every rule finds, the papers.
//! All addresses are relative, so that it may lie under any path; what compresses has its `.br` and `.gz` beside it.

mod api;
mod catalogue;
mod golden;
mod links;
mod page;
mod papers;
mod prose;
mod tables;

// The messages of the command, which only it and these pages fill in outside of a browser; parts serve the command alone.
#[allow(dead_code)]
#[path = "../../src/bin/kasoti/messages.rs"]
mod messages;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};

use crate::build;
use crate::shell::{files, say, target};

/// Parts of `pkg/` that speak to installers of packages and not to hosts of pages.
const NOT_SERVED: [&str; 4] = [".gitignore", "README.md", "package.json", "custom-elements.json"];

/// Endings of what compresses; pictures do not.
const COMPRESSED: [&str; 10] = ["css", "html", "js", "json", "md", "pack", "svg", "ts", "txt", "wasm"];

/// Bytes below which a compressed copy spares nobody a packet.
const SMALL: usize = 1_000;

/// Files by their path from the folder's top.
type Site = BTreeMap<PathBuf, Vec<u8>>;

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "site takes no arguments");
    build()?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the folder, checks its links and says how large it is.
pub fn build() -> Result<()> {
    build::package()?;
    let mut site = pages()?;
    for path in files(&build::pkg())? {
        if !NOT_SERVED.iter().any(|other| path == Path::new(other)) {
            let bytes = fs::read(build::pkg().join(&path))?;
            site.insert(path, bytes);
        }
    }
    lead_on(&mut site)?;
    links::check(&site)?;
    let folder = target().join("site");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    say("compressing");
    let mut total = 0;
    for (path, bytes) in &site {
        total += bytes.len();
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
        fs::write(&path, bytes)?;
        compress(&path, bytes)?;
    }
    println!("{}: {} files, {total} bytes", folder.display(), site.len());
    Ok(())
}

/// All pages that are written here and not for the package.
fn pages() -> Result<Site> {
    let mut site = Site::new();
    site.insert("docs/site.css".into(), include_bytes!("site/site.css").to_vec());
    catalogue::write(&mut site)?;
    papers::write(&mut site)?;
    api::write(&mut site)?;
    tables::write(&mut site)?;
    Ok(site)
}

/// The page of examples, from which the others are found: in the package they do not exist.
fn lead_on(site: &mut Site) -> Result<()> {
    const DESK: &str = "<a href=\"index.html\">The desk</a>";
    let gallery = site.get_mut(Path::new("gallery.html")).context("there is no page of examples")?;
    let page = String::from_utf8(std::mem::take(gallery)).context("gallery.html is no UTF-8")?;
    ensure!(page.contains(DESK), "gallery.html leads to the desk in other words than {DESK}");
    let more = "<a href=\"docs/rules.en.html\">The rules</a> · <a href=\"docs/index.html\">The papers</a>";
    *gallery = page.replacen(DESK, &format!("{DESK} · {more}"), 1).into_bytes();
    Ok(())
}

/// Writes the copies that a host may send instead.
fn compress(path: &Path, bytes: &[u8]) -> Result<()> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if bytes.len() < SMALL || !COMPRESSED.contains(&ending) {
        return Ok(());
    }
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    for (added, bytes) in [("br", brotli), ("gz", gzip.finish()?)] {
        fs::write(path.with_added_extension(added), bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;

    /// The pages with the rest of the site as it lies in `www/`: nothing is compiled for it.
    fn whole() -> Site {
        let mut site = pages().unwrap();
        for path in files(&root().join("www")).unwrap() {
            let bytes = fs::read(root().join("www").join(&path)).unwrap();
            let bytes = build::shrunk(&path, bytes).unwrap();
            site.insert(path, bytes);
        }
        // What a build adds and pages ask for.
        for made in ["glue.js", "sentences-glue.js", "kasoti.wasm"] {
            site.entry(made.into()).or_default();
        }
        lead_on(&mut site).unwrap();
        site
    }

    #[test]
    fn every_link_leads_somewhere_and_nothing_comes_from_elsewhere() {
        links::check(&whole()).unwrap();
    }

    #[test]
    fn every_rule_is_told_of_in_three_languages() {
        let site = whole();
        for ui in ["mr", "hi", "en"] {
            let page = &site[Path::new(&format!("docs/rules.{ui}.html"))];
            let page = std::str::from_utf8(page).unwrap();
            for rule in kasoti::artifact::RULES {
                assert!(page.contains(&format!("<section id=\"{}\">", rule.code)), "{ui}: {}", rule.code);
            }
            assert!(page.contains("<del>१,5</del><ins>१,५</ins> हून अधिक सैनिक तैनात केले. 🪖"), "{ui}");
            assert!(!page.contains('⟦') && !page.contains('⏎'), "{ui}: marks are drawn");
        }
    }

    #[test]
    fn every_table_is_told_of() {
        let site = whole();
        let page = std::str::from_utf8(&site[Path::new("docs/tables.html")]).unwrap();
        for table in ["data/mr/places.tsv", "data/hi/nouns.tsv", "src/lang/world/kok.tsv"] {
            assert!(page.contains(table), "{table}");
        }
        assert!(page.contains("Places as Marathi newspapers spell them."));
    }

    #[test]
    fn figures_have_bars() {
        let site = whole();
        let page = std::str::from_utf8(&site[Path::new("docs/BENCHMARKS.html")]).unwrap();
        assert!(page.contains("<svg class=\"bar\""), "{page}");
    }
}
