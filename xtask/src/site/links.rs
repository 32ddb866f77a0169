//! That a site holds together: every relative address names a file of it, every fragment an element, and nothing is loaded
//! from elsewhere.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, ensure};

use super::Site;

/// Names that look like addresses and are none: of XML's vocabularies.
const VOCABULARIES: [&str; 3] = ["//www.w3.org/", "//schemas.openxmlformats.org/", "//purl.oclc.org/"];

/// Fails with all that leads nowhere or elsewhere.
pub fn check(site: &Site) -> Result<()> {
    let mut wrong = Vec::new();
    for (path, bytes) in site {
        // Code that the papers name is shown to people and runs nowhere.
        if path.starts_with("docs/files") {
            continue;
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let found = match ending {
            "html" => page(path, text, site),
            "css" => foreign(text),
            "js" => script(path, text, site),
            _ => Vec::new(),
        };
        wrong.extend(found.into_iter().map(|what| format!("{}: {what}", path.display())));
    }
    ensure!(wrong.is_empty(), "these lead nowhere, or elsewhere:\n{}", wrong.join("\n"));
    Ok(())
}

fn page(path: &Path, text: &str, site: &Site) -> Vec<String> {
    let mut wrong = Vec::new();
    for (tag, attributes) in tags(text) {
        for name in ["href", "src", "action", "poster", "srcset"] {
            let Some(address) = attribute(attributes, name) else { continue };
            if address.starts_with("data:") {
                continue;
            }
            if address.contains("://") || address.starts_with("//") {
                // Readers may be sent elsewhere; nothing may be fetched from there.
                if tag != "a" {
                    wrong.push(format!("<{tag} {name}> loads {address}"));
                }
            } else if !leads(path, address, site) {
                wrong.push(format!("<{tag} {name}> {address}"));
            }
        }
    }
    wrong
}

/// The opening tags of a page, with what stands in them. Code that is shown has its signs escaped; scripts hold none.
fn tags(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('<').skip(1).filter_map(|rest| {
        let inside = rest.split('>').next()?;
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inside.len());
        let (tag, attributes) = inside.split_at(end);
        tag.starts_with(|c: char| c.is_ascii_alphabetic()).then_some((tag, attributes))
    })
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let rest = attributes.split_once(&format!(" {name}=\""))?.1;
    rest.split('"').next()
}

fn leads(from: &Path, address: &str, site: &Site) -> bool {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    let target = if path.is_empty() { Some(from.to_owned()) } else { resolved(from, path) };
    let Some(target) = target else { return false };
    // A folder is its index.
    let target = if site.contains_key(&target) { target } else { target.join("index.html") };
    let Some(page) = site.get(&target) else { return false };
    fragment.is_empty() || names(&String::from_utf8_lossy(page)).contains(&unescaped(fragment))
}

fn names(page: &str) -> BTreeSet<String> {
    tags(page).filter_map(|(_, attributes)| attribute(attributes, "id")).map(unescaped).collect()
}

/// What pulldown-cmark writes of letters in an address, and the escapes of attributes.
fn unescaped(words: &str) -> String {
    let words = words.replace("&amp;", "&");
    let mut bytes = Vec::with_capacity(words.len());
    let mut rest = words.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| byte == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                rest = &after[2..];
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The file that `address` names, unless it leads out of the site.
fn resolved(from: &Path, address: &str) -> Option<PathBuf> {
    let mut path = from.parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(address).components() {
        match part {
            Component::Normal(name) => path.push(unescaped(&name.to_string_lossy())),
            Component::ParentDir => path.pop().then_some(())?,
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(path)
}

/// Modules that are not there, and addresses elsewhere.
fn script(path: &Path, text: &str, site: &Site) -> Vec<String> {
    let mut wrong = foreign(text);
    for word in ["from", "import"] {
        for (at, _) in text.match_indices(word) {
            // Part of a name, of a variable or of a file.
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || "/-_.$".contains(c)) {
                continue;
            }
            let rest = text[at + word.len()..].trim_start().trim_start_matches('(');
            let Some(quote) = rest.chars().next().filter(|c| "'\"`".contains(*c)) else { continue };
            let Some(address) = rest[1..].split(quote).next() else { continue };
            // A name that is put together when it runs.
            if address.starts_with('.') && !address.contains("${") && !leads(path, address, site) {
                wrong.push(format!("imports {address}"));
            }
        }
    }
    wrong
}

/// Addresses of other hosts, as a script or a style sheet would load them.
fn foreign(text: &str) -> Vec<String> {
    let ends = ['"', '\'', '`', '(', ')', ' ', '\n', ';'];
    let words = text.match_indices("//").filter_map(|(at, _)| {
        let from = text[..at].rfind(ends).map_or(0, |i| i + 1);
        text[from..].split(ends).next()
    });
    let is_address = |words: &&str| {
        let host = ["https://", "http://", "//"].iter().find_map(|scheme| words.strip_prefix(scheme));
        host.is_some_and(|host| host.starts_with(char::is_alphanumeric))
    };
    let foreign =
        words.filter(is_address).filter(|words| !VOCABULARIES.iter().any(|name| words.contains(name)));
    foreign.map(|words| format!("names {words}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(path, text)| (path.into(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_leads_nowhere_or_elsewhere_is_told() {
        let whole = site(&[
            (
                "index.html",
                "<a href=\"docs/b.html#क\">😀</a><a href=\"https://example.org/\">x</a><a href=\"docs/\">y</a><link href=\"data:,\">",
            ),
            ("docs/index.html", "<a href=\"../\">z</a><script src=\"../a.js\"></script>"),
            ("docs/b.html", "<h2 id=\"क\">क</h2><a href=\"#%E0%A4%95\">क</a>"),
            ("a.js", "import './c.js';import(`./${x}.js`);const n='http://www.w3.org/2000/svg'"),
            ("c.js", ""),
        ]);
        check(&whole).unwrap();
        let broken = site(&[
            (
                "a.html",
                "<a href=\"b.html\">😀</a><a href=\"#c\">c</a><img src=\"https://example.org/p.png\"><a href=\"/abs\">d</a>",
            ),
            ("d.js", "import { a } from \"./e.js\";fetch('https://example.org/f')"),
            ("f.css", "a{background:url(https://example.org/g.png)}"),
        ]);
        let told = check(&broken).unwrap_err().to_string();
        for wrong in [
            "b.html",
            "#c",
            "loads https://example.org/p.png",
            "/abs",
            "imports ./e.js",
            "names https://example.org/f",
            "f.css: names https://example.org/g.png",
        ] {
            assert!(told.contains(wrong), "{wrong}: {told}");
        }
    }
}
