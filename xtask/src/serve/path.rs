//! From the address in a request to a file, or to none: nothing outside the served folder is ever opened.

use std::path::{Path, PathBuf};

/// The file of `folder` (a canonical path) that `url` asks for. A folder's own file is its index.html.
pub fn resolve(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decode(path)?;
    let mut wanted = folder.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        match part {
            "" if is_last => wanted.push("index.html"),
            _ if is_plain(part) => wanted.push(part),
            _ => return None,
        }
    }
    // Only the file system knows where a link leads.
    let file = wanted.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// Whether `part` can only be a name: no step up, no hidden file, no other system's separator or drive.
fn is_plain(part: &str) -> bool {
    !part.is_empty() && !part.starts_with('.') && !part.contains(['\0', '\\', '/', ':'])
}

/// Undoes percent-encoding once. A slash that was encoded is a part's content, not an edge: no name of ours has one.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let value = u8::try_from(digit()? * 16 + digit()?).ok()?;
        if value == b'/' {
            return None;
        }
        bytes.push(value);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::write_if_changed;
    use std::fs;

    /// A folder to serve, with a file beside it that must never be.
    fn site(name: &str) -> PathBuf {
        let top = std::env::temp_dir().join(format!("kasoti-{name}-{}", std::process::id()));
        write_if_changed(&top.join("secret.txt"), b"secret").unwrap();
        for path in ["index.html", "kasoti.js", "samples/index.html", "samples/बातमी 1.txt", ".gitignore"]
        {
            write_if_changed(&top.join("pkg").join(path), path.as_bytes()).unwrap();
        }
        top.join("pkg").canonicalize().unwrap()
    }

    #[test]
    fn files_and_folders_are_found() {
        let folder = site("found");
        let found = |url| resolve(&folder, url).map(|p| p.strip_prefix(&folder).unwrap().to_owned());
        for (url, file) in [
            ("/", "index.html"),
            ("/?lang=mr#top", "index.html"),
            ("/kasoti.js", "kasoti.js"),
            ("/kasoti%2ejs?v=1", "kasoti.js"),
            ("/samples/", "samples/index.html"),
            ("/samples/%E0%A4%AC%E0%A4%BE%E0%A4%A4%E0%A4%AE%E0%A5%80%201.txt", "samples/बातमी 1.txt"),
        ] {
            assert_eq!(found(url), Some(PathBuf::from(file)), "{url}");
        }
    }

    #[test]
    fn nothing_else_is() {
        let folder = site("else");
        for url in [
            "",
            "kasoti.js",
            "http://127.0.0.1/kasoti.js",
            "/nothing.js",
            "/samples",
            "/kasoti.js/",
            "/../secret.txt",
            "/samples/../../secret.txt",
            "/samples/../kasoti.js",
            "/%2e%2e/secret.txt",
            "/%2E%2E%2Fsecret.txt",
            "/..%2fsecret.txt",
            "/%252e%252e/secret.txt",
            "/..\\secret.txt",
            "/..%5csecret.txt",
            "/./kasoti.js",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/secret.txt",
            "/.gitignore",
            "/kasoti.js%00",
            "/kasoti.js%00.html",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
        ] {
            assert_eq!(resolve(&folder, url), None, "{url}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_leads_nowhere() {
        let folder = site("link");
        for (target, link) in [("../secret.txt", "out.txt"), ("kasoti.js", "in.js"), ("..", "up")] {
            let _ = fs::remove_file(folder.join(link));
            std::os::unix::fs::symlink(target, folder.join(link)).unwrap();
        }
        assert_eq!(resolve(&folder, "/out.txt"), None);
        assert_eq!(resolve(&folder, "/up/secret.txt"), None);
        assert_eq!(resolve(&folder, "/in.js"), Some(folder.join("kasoti.js")));
    }
}
