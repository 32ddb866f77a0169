//! The papers of the project as pages, and the list of them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use super::Site;
use super::page::{self, EN, escape};
use super::prose;
use crate::shell::{files, root};

/// Papers at the project's top that readers of the site want; those of `docs/` are all wanted.
const TOP: [&str; 4] = ["BENCHMARKS.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];

pub fn write(site: &mut Site) -> Result<()> {
    let papers = papers()?;
    let mut list = String::new();
    let mut wanted = BTreeSet::new();
    for paper in &papers {
        let markdown = fs::read_to_string(root().join(paper))?;
        let (title, rest) = prose::title(&markdown);
        let mut link = |address: &str| link(paper, address, &papers, &mut wanted);
        let body = prose::html(rest, &mut link);
        let file = file(paper);
        let _ = writeln!(list, "<li><a href=\"{file}\" lang=\"en\">{}</a></li>", escape(title));
        site.insert(format!("docs/{file}").into(), page::page(&EN, title, &file, &[], &body).into_bytes());
    }
    // What papers name lies beside them: hooks, schemas, workflows.
    for path in wanted {
        let bytes = fs::read(root().join(&path)).with_context(|| format!("{} is named", path.display()))?;
        site.insert(Path::new("docs/files").join(&path), bytes);
    }
    for words in page::ALL {
        let own = format!("<li><a href=\"rules.{}.html\">{}</a></li>\n", words.ui, words.rules);
        let api = "<li><a href=\"api.html\" lang=\"en\">Types of the interface</a></li>\n<li><a href=\"tables.html\" lang=\"en\">Tables</a></li>\n";
        let lead = escape(words.papers_lead);
        let body = format!("<p class=\"lead\">{lead}</p>\n<ul class=\"contents\">\n{own}{api}{list}</ul>\n");
        let others = page::ALL.iter().filter(|other| other.ui != words.ui);
        let others: Vec<_> = others.map(|other| (other.ui, page::index(other))).collect();
        let here = page::index(words);
        let page = page::page(words, words.papers, &here, &others, &body);
        site.insert(format!("docs/{here}").into(), page.into_bytes());
    }
    Ok(())
}

/// All papers, as paths from the project's top.
fn papers() -> Result<Vec<PathBuf>> {
    let docs = files(&root().join("docs"))?.into_iter().map(|path| Path::new("docs").join(path));
    let is_paper = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md");
    let top = TOP.iter().map(PathBuf::from).filter(|path| root().join(path).is_file());
    Ok(docs.filter(is_paper).chain(top).collect())
}

/// The page of a paper.
fn file(paper: &Path) -> String {
    format!("{}.html", paper.file_stem().unwrap_or_default().to_string_lossy())
}

/// Where a link of `paper` leads on the site. Files are noted as wanted; folders and what is outside lead nowhere.
fn link(paper: &Path, address: &str, papers: &[PathBuf], wanted: &mut BTreeSet<PathBuf>) -> Option<String> {
    if address.starts_with('#') || address.starts_with("https://") {
        return Some(address.to_owned());
    }
    let (path, fragment) = address.split_once('#').map_or((address, ""), |(path, name)| (path, name));
    let path = resolved(paper, path)?;
    let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    if papers.contains(&path) {
        return Some(file(&path) + &fragment);
    }
    if let Ok(page) = path.strip_prefix("www") {
        return Some(format!("../{}{fragment}", page.display()));
    }
    let is_file = root().join(&path).is_file();
    is_file.then(|| {
        let address = format!("files/{}{fragment}", path.display());
        wanted.insert(path);
        address
    })
}

/// A relative path in a paper, from the project's top.
fn resolved(paper: &Path, address: &str) -> Option<PathBuf> {
    let mut path = paper.parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(address).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::ParentDir => path.pop().then_some(())?,
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// Every paper in the project, wherever it lies.
    fn all() -> Vec<PathBuf> {
        let mut all = papers().unwrap();
        for other in ["README.md", "data/entities/GUIDE.md", "fuzz/README.md", "pkg/README.md"] {
            all.push(other.into());
        }
        let examples = files(&root().join("examples")).unwrap();
        let is_paper = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md");
        all.extend(examples.into_iter().filter(is_paper).map(|path| Path::new("examples").join(path)));
        all
    }

    #[test]
    fn links_of_papers_lead_somewhere() {
        let mut dead = Vec::new();
        for paper in all() {
            let markdown = fs::read_to_string(root().join(&paper)).unwrap();
            for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES) {
                let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) =
                    event
                else {
                    continue;
                };
                if dest_url.starts_with("https://") || dest_url.starts_with("http://127.0.0.1") {
                    continue;
                }
                let (path, fragment) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
                let target = if path.is_empty() { Some(paper.clone()) } else { resolved(&paper, path) };
                let target = target.map(|target| root().join(target)).filter(|target| target.exists());
                let leads = target.is_some_and(|target| {
                    fragment.is_empty()
                        || fs::read_to_string(target)
                            .is_ok_and(|text| prose::ids(&text).iter().any(|id| id == fragment))
                });
                if !leads {
                    dead.push(format!("{}: {dest_url}", paper.display()));
                }
            }
        }
        assert!(dead.is_empty(), "{dead:#?}");
    }
}
