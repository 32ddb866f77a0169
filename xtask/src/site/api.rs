//! The types of the interface as a page: what `types.d.ts` says, a heading for each name.

use std::fmt::Write;
use std::fs;

use anyhow::Result;

use super::Site;
use super::page::{self, EN, escape};
use super::prose;
use crate::shell::root;

pub fn write(site: &mut Site) -> Result<()> {
    let source = fs::read_to_string(root().join("src/types.d.ts"))?;
    let (mut contents, mut body) = (String::new(), String::new());
    for Item { name, note, code } in items(&source) {
        let _ = writeln!(contents, "<li><a href=\"#{0}\"><code>{0}</code></a></li>", escape(&name));
        let _ = writeln!(body, "<section id=\"{0}\">\n<h2><code>{0}</code></h2>", escape(&name));
        body += &prose::html(&note, &mut |_| None);
        body += &prose::code(&code);
        body += "</section>\n";
    }
    let lead = "<p class=\"lead\">What the functions of the package take and give. Offsets are UTF-16 code units, as <code>slice</code> counts.</p>";
    let body = format!("{lead}\n<ul class=\"contents\">\n{contents}</ul>\n{body}");
    let page = page::page(&EN, "Types of the interface", "api.html", &[], &body);
    site.insert("docs/api.html".into(), page.into_bytes());
    Ok(())
}

/// An exported name with what is said of it.
struct Item {
    name: String,
    note: String,
    code: String,
}

/// What the file exports, by its lines: a comment, a line that begins with `export`, and all up to what closes it.
fn items(source: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut note = String::new();
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("/**") {
            let mut comment = line.to_owned();
            while !comment.ends_with("*/") {
                let Some(next) = lines.next() else { break };
                comment += "\n";
                comment += next.trim_start_matches([' ', '*']).trim_start();
                if next.trim_end().ends_with("*/") && !comment.ends_with("*/") {
                    comment += "*/";
                }
            }
            note = comment
                .trim_start_matches("/**")
                .trim_end_matches("*/")
                .trim_matches(['/', ' ', '\n'])
                .to_owned();
        } else if let Some(name) = line.strip_prefix("export ").and_then(name) {
            let mut code = line.to_owned();
            while !ends(&code) {
                let Some(next) = lines.next() else { break };
                code += "\n";
                code += next;
            }
            items.push(Item { name, note: std::mem::take(&mut note), code });
        }
    }
    items
}

fn name(declared: &str) -> Option<String> {
    let kinds = ["declare ", "interface ", "type ", "function ", "class ", "const ", "async "];
    let mut rest = declared;
    while let Some(next) = kinds.iter().find_map(|kind| rest.strip_prefix(kind)) {
        rest = next;
    }
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// Whether the brackets of a declaration are all closed, and it with them.
fn ends(code: &str) -> bool {
    let depth =
        |open: char, close: char| code.matches(open).count().saturating_sub(code.matches(close).count());
    depth('{', '}') == 0 && depth('(', ')') == 0 && code.ends_with(['}', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_exported_is_told() {
        let source = "/** One 😀. */\nexport interface A { a: B }\n\n/**\n * Two\n * lines.\n */\nexport function f(\n  a: A,\n): void;\n\nexport type C =\n  | 'x';\n";
        let items: Vec<_> = items(source).into_iter().map(|item| (item.name, item.note, item.code)).collect();
        let item = |name: &str, note: &str, code: &str| (name.to_owned(), note.to_owned(), code.to_owned());
        assert_eq!(
            items,
            [
                item("A", "One 😀.", "export interface A { a: B }"),
                item("f", "Two\nlines.", "export function f(\n  a: A,\n): void;"),
                item("C", "", "export type C =\n  | 'x';"),
            ]
        );
        let source = fs::read_to_string(root().join("src/types.d.ts")).unwrap();
        let names: Vec<_> = super::items(&source).into_iter().map(|item| item.name).collect();
        for name in ["Finding", "Report", "Options"] {
            assert!(names.iter().any(|known| known == name), "{names:?}");
        }
    }
}
