//! The golden file of a rule, as a page tells it.

use std::fs;

use anyhow::{Context, Result};

use super::page::escape;
use crate::shell::root;

/// What a golden file says.
pub struct Golden {
    /// What the fault is and why it is one, in Markdown.
    pub why: String,
    pub cases: Vec<Case>,
}

/// One line of it.
pub struct Case {
    pub section: String,
    pub lang: String,
    /// As written, with its marks.
    pub marked: String,
}

impl Golden {
    pub fn read(code: &str) -> Result<Self> {
        let path = root().join(format!("tests/golden/artifact/{code}.md"));
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let title = text.lines().next().unwrap_or_default();
        let (_, own) =
            title.split_once(" · ").with_context(|| format!("{code}: the title names no language"))?;
        let (mut why, mut cases) = (String::new(), Vec::new());
        let (mut section, mut lang) = (String::new(), own);
        for line in text.lines().skip(1) {
            if let Some(heading) = line.strip_prefix("## ") {
                let (name, other) = heading.split_once(" (").unwrap_or((heading, ""));
                section = name.to_owned();
                lang = if other.is_empty() { own } else { other.trim_end_matches(')') };
            } else if section.is_empty() {
                why += line;
                why.push('\n');
            } else if let Some(marked) = line.strip_prefix("- ") {
                let (section, lang) = (section.clone(), lang.to_owned());
                cases.push(Case { section, lang, marked: marked.to_owned() });
            }
        }
        Ok(Self { why, cases })
    }
}

impl Case {
    /// The text and its original, without marks.
    pub fn plain(&self) -> (String, Option<String>) {
        let (text, original) = self.parts();
        let mut plain = String::new();
        for (i, piece) in text.split('⟦').enumerate() {
            let (inside, after) =
                if i == 0 { ("", piece) } else { piece.split_once('⟧').unwrap_or((piece, "")) };
            plain += inside.split("=>").next().unwrap_or_default();
            plain += after;
        }
        (plain.replace('⏎', "\n"), original.map(|original| original.replace('⏎', "\n")))
    }

    /// The line as an element of a list.
    pub fn item(&self, original_word: &str) -> String {
        let (text, original) = self.parts();
        let mut html = format!("<li lang=\"{}\">", escape(&self.lang));
        for (i, piece) in text.split('⟦').enumerate() {
            let (inside, after) =
                if i == 0 { ("", piece) } else { piece.split_once('⟧').unwrap_or((piece, "")) };
            if i > 0 {
                html += &mark(inside);
            }
            html += &words(after);
        }
        if let Some(original) = original {
            html += &format!("<small>{}: {}</small>", escape(original_word), words(original));
        }
        html + "</li>\n"
    }

    fn parts(&self) -> (&str, Option<&str>) {
        self.marked.split_once(" ⟸ ").map_or((&self.marked, None), |(text, original)| (text, Some(original)))
    }
}

fn mark(inside: &str) -> String {
    match inside.split_once("=>") {
        None => format!("<mark>{}</mark>", words(inside)),
        Some((wrong, right)) => {
            let part = |name: &str, text: &str| match text {
                "" => String::new(),
                text => format!("<{name}>{}</{name}>", words(text)),
            };
            part("del", wrong) + &part("ins", right)
        }
    }
}

fn words(text: &str) -> String {
    escape(text).replace('⏎', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements() {
        let case = |marked: &str| Case { section: String::new(), lang: "mr".into(), marked: marked.into() };
        let both = case("😀 ⟦क<=>ख⟧⏎⟦ग⟧ ⟦=>,⟧ घ ⟸ a & b");
        assert_eq!(
            both.item("Original"),
            "<li lang=\"mr\">😀 <del>क&lt;</del><ins>ख</ins><br><mark>ग</mark> <ins>,</ins> घ<small>Original: a &amp; b</small></li>\n"
        );
        assert_eq!(both.plain(), ("😀 क<\nग  घ".to_owned(), Some("a & b".to_owned())));
    }

    #[test]
    fn a_file_is_read_to_its_end() {
        let golden = Golden::read("mixed-digits").unwrap();
        assert!(golden.why.contains("Two digit scripts in one number"), "{}", golden.why);
        let count = |section: &str, lang: &str| {
            golden.cases.iter().filter(|case| case.section == section && case.lang == lang).count()
        };
        assert!(
            count("Reports", "mr") >= 6 && count("Reports", "hi") >= 2 && count("Stays quiet", "hi") >= 1
        );
    }
}
