//! Scripts and styles without what only their authors read: comments, white space, the names of what a module keeps to
//! itself. Exported names and those of files stay, so that an error's stack still says where it comes from.

use std::path::Path;

use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_mangler::Mangler;
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The file as it is published.
pub fn file(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>> {
    let shrink: fn(&str) -> Result<String> = match path.extension().and_then(|e| e.to_str()) {
        Some("js") => script,
        Some("css") => |text| Ok(styles(text)),
        _ => return Ok(bytes),
    };
    let text = String::from_utf8(bytes).with_context(|| format!("{} is no UTF-8", path.display()))?;
    Ok(shrink(&text).with_context(|| path.display().to_string())?.into_bytes())
}

fn script(source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("{error}");
    }
    let names = Mangler::new().build(&parsed.program);
    let codegen = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(Some(names.scoping))
        .with_private_member_mappings(Some(names.class_private_mappings));
    Ok(codegen.build(&parsed.program).code)
}

/// Drops comments, and makes every run of white space one character. Strings stay as they are.
fn styles(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '"' | '\'' => string_length(rest, c),
            c if c.is_ascii_whitespace() => {
                rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len())
            }
            _ => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        let is_apart = out.is_empty() || out.ends_with([' ', '{', '}', ';']);
        match c {
            // Nothing, but an edge between two words.
            '/' if piece.starts_with("/*") => out += if is_apart { "" } else { "/**/" },
            // One space: whether it matters here, only a parser knows.
            c if c.is_ascii_whitespace() => out += if is_apart { "" } else { " " },
            _ => out += piece,
        }
        rest = after;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Bytes of the string that `text` begins with, quotation marks included.
fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, c)| {
        let is_end = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_lose_their_comments_and_keep_what_they_export() {
        let source = "// why\n/** @param {string} word */\nexport function shout(word) {\n  return `${word}  // 🌾` + /[/]\\/\\//.source;\n}\n";
        let out = script(source).unwrap();
        assert_eq!(out, "export function shout(e){return`${e}  // 🌾`+/[/]\\/\\//.source}");
    }

    #[test]
    fn a_script_that_is_none_is_an_error() {
        assert!(
            file(Path::new("www/x.js"), b"let = ;".to_vec()).unwrap_err().to_string().contains("www/x.js")
        );
    }

    #[test]
    fn styles_keep_strings_and_the_spaces_that_count() {
        for (source, wanted) in [
            ("/* why */\n.a {\n  color: red;\n}\n", ".a {color: red;}"),
            ("a/* x */b /* y */ c/* z */ d", "a/**/b c/**/ d"),
            (".a  .b > .c { width: calc(1px  +  2px) }", ".a .b > .c {width: calc(1px + 2px) }"),
            (r#"q::before { content: "/*  \"  */" }"#, r#"q::before {content: "/*  \"  */" }"#),
            ("q::before { content: '🌾  ' } /* open", "q::before {content: '🌾  ' }"),
            ("a { background: url(data:image/svg+xml,x) }", "a {background: url(data:image/svg+xml,x) }"),
        ] {
            assert_eq!(styles(source), wanted, "{source}");
        }
    }
}
