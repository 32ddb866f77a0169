//! `kasoti annotate --in-place FOLDER`: the pages of a site with their names marked, and one page that lists who and what
//! is named where. Made for what a site generator has built; a second run finds its own marks and makes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use kasoti::Report;
use kasoti::entity::Kind;
use quick_xml::escape::escape;

use crate::entities;
use crate::input::{Format, Source};
use crate::messages::Messages;

/// How each of our marks begins. Nothing but words stands in one, so it ends with the next end tag.
const MARK: &str = "<span id=\"kasoti-m";
const END: &str = "</span>";

/// Kinds that an index lists: dates and figures lead nobody anywhere.
const LISTED: [Kind; 3] = [Kind::Person, Kind::Place, Kind::Organisation];

/// The page as it was before its names were marked.
pub fn unmarked(source: Source) -> Result<Source, String> {
    if source.is_input || source.format != Format::Html {
        return Err(format!("{} is no page of a folder; only those are annotated in place", source.name));
    }
    if !source.file.contains(MARK) {
        return Ok(source);
    }
    let mut bare = String::with_capacity(source.file.len());
    let mut rest = source.file.as_str();
    while let Some((before, mark)) = rest.split_once(MARK) {
        bare += before;
        let inside = mark.split_once('>').and_then(|(_, words)| words.split_once(END));
        let Some((words, after)) = inside else {
            // Not as we write it: left as it is.
            bare += MARK;
            rest = mark;
            continue;
        };
        bare += words;
        rest = after;
    }
    source.with(bare + rest)
}

/// The page with its names marked, and the first mark of each entity. A name with markup inside it is left alone.
pub fn marked(source: &Source, report: &Report) -> (String, BTreeMap<u32, usize>) {
    let (mut page, mut at, mut firsts) = (String::with_capacity(source.file.len()), 0, BTreeMap::new());
    let mut mentions: Vec<_> = report.mentions.iter().enumerate().collect();
    mentions.sort_by_key(|(_, mention)| mention.span);
    for (i, mention) in mentions.into_iter().filter(|(_, mention)| LISTED.contains(&mention.kind)) {
        let Some(place) = source.prose.editable(mention.span).filter(|place| place.start >= at) else {
            continue;
        };
        let class = entities::kind(mention.kind);
        page += &source.file[at..place.start];
        let _ = write!(page, "{MARK}{i}\" class=\"kasoti-{class}\">{}{END}", &source.file[place.clone()]);
        at = place.end;
        firsts.entry(mention.entity).or_insert(i);
    }
    page += &source.file[at..];
    (page, firsts)
}

/// Who and what is named on which pages.
#[derive(Default)]
pub struct Index {
    names: BTreeMap<(Kind, String), Vec<Place>>,
}

/// A page that names somebody.
struct Place {
    file: PathBuf,
    title: String,
    mark: usize,
    count: usize,
}

impl Index {
    /// Notes what a page names.
    pub fn add(&mut self, source: &Source, report: &Report, firsts: &BTreeMap<u32, usize>) {
        let lines = source.prose.text.lines().map(str::trim);
        let title = lines.clone().find(|line| !line.is_empty()).unwrap_or(&source.name);
        for (&entity, &mark) in firsts {
            let Some(entity) = report.entities.get(entity as usize) else { continue };
            let (file, title, count) = (source.path.clone(), title.to_owned(), entity.mentions.len());
            let places = self.names.entry((entity.kind, entity.name.clone())).or_default();
            places.push(Place { file, title, mark, count });
        }
    }

    /// Writes the list; links lead from its folder to the pages.
    pub fn write(&self, path: &Path, messages: &Messages) -> io::Result<()> {
        let page = self.page(path.parent().unwrap_or(Path::new("")), messages);
        fs::write(path, page)
            .map_err(|error| io::Error::other(format!("{} cannot be written: {error}", path.display())))
    }

    fn page(&self, folder: &Path, messages: &Messages) -> String {
        let (ui, title) = (messages.ui(), escape(messages.word("tab.names", 1)));
        let mut body = String::new();
        for kind in LISTED {
            let names: Vec<_> = self.names.iter().filter(|((own, _), _)| *own == kind).collect();
            if names.is_empty() {
                continue;
            }
            let heading = escape(messages.word(&format!("kind.{}", entities::kind(kind)), 2));
            let _ = writeln!(body, "<section><h2>{heading}</h2><ul>");
            for ((_, name), places) in names {
                let class = entities::kind(kind);
                let _ = write!(body, "<li><mark class=\"{class}\">{}</mark>", escape(name));
                for Place { file, title, mark, count } in places {
                    let (address, title) = (address(folder, file), escape(title));
                    let count = messages.number(*count as u32);
                    let _ = write!(
                        body,
                        "<br><a href=\"{address}#kasoti-m{mark}\">{title}</a> <small>{count}</small>"
                    );
                }
                body += "</li>\n";
            }
            body += "</ul></section>\n";
        }
        format!(
            "<!doctype html>\n<html lang=\"{ui}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title><style>\n{}</style></head><body>\n<h1>{title}</h1>\n{body}</body></html>\n",
            include_str!("page.css")
        )
    }
}

/// The way from a folder to a file, as a link has it.
fn address(folder: &Path, file: &Path) -> String {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (from, to) =
        (whole(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }), whole(file));
    let is_step = |part: &Component| !matches!(part, Component::CurDir);
    let (from, to): (Vec<_>, Vec<_>) =
        (from.components().filter(is_step).collect(), to.components().filter(is_step).collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let names = to[shared..].iter().map(|part| encoded(&part.as_os_str().to_string_lossy()));
    let steps: Vec<_> = from[shared..].iter().map(|_| "..".to_owned()).chain(names).collect();
    steps.join("/")
}

/// A name in an address: what means something there, or ends an attribute, is written as its bytes.
fn encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_folder_of_the_index() {
        let address = |folder: &str, file: &str| address(Path::new(folder), Path::new(file));
        assert_eq!(address("site", "site/a b.html"), "a%20b.html");
        assert_eq!(address("site/names", "site/mr/\"😀#.html"), "../mr/%22%F0%9F%98%80%23.html");
        assert_eq!(address("", "a.html"), "a.html");
        assert_eq!(address(".", "./x/a.html"), "x/a.html");
    }
}
