//! The tables as their own heads tell of them, with how many rows each has.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Site;
use super::page::{self, EN, escape};
use crate::shell::{files, root};

pub fn write(site: &mut Site) -> Result<()> {
    let mut body = String::from(
        "<p class=\"lead\">What Kasoti knows about words, a file a table. <a href=\"DATA.html\">Data</a> says where they come from.</p>\n",
    );
    for folder in ["data", "src/lang"] {
        let mut language = PathBuf::new();
        for path in files(&root().join(folder))? {
            if path.extension().is_none_or(|ending| ending != "tsv") {
                continue;
            }
            let path = Path::new(folder).join(path);
            let own = path.parent().unwrap_or(Path::new(""));
            if own != language {
                language = own.to_owned();
                let name = escape(&own.to_string_lossy());
                let _ = writeln!(body, "<h2 id=\"{}\">{name}</h2>", name.replace('/', "-"));
            }
            let text = fs::read_to_string(root().join(&path))?;
            let _ =
                writeln!(body, "<p><code>{}</code>: {}</p>", escape(&path.to_string_lossy()), told(&text));
        }
    }
    let page = page::page(&EN, "Tables", "tables.html", &[], &body);
    site.insert("docs/tables.html".into(), page.into_bytes());
    Ok(())
}

/// How many rows, and what the head says to people.
fn told(text: &str) -> String {
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
    let head = text.lines().take_while(|line| line.starts_with('#')).filter(|line| !line.starts_with("#!"));
    let head: Vec<_> = head.map(|line| escape(line.trim_start_matches(['#', ' ']))).collect();
    format!("{rows} {}. {}", if rows == 1 { "row" } else { "rows" }, head.join(" "))
}
