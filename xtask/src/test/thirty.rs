//! Follows "A rule in thirty minutes" of CONTRIBUTING.md in a copy of the project: writes its files, makes its changes, runs
//! its commands.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::shell::{command, files, read, root, target};

/// Where the guide stands, and what ends it.
const GUIDE: (&str, &str) = ("## A rule in thirty minutes\n", "\n## ");

/// What a copy needs to build the command and run its tests.
const PARTS: [&str; 6] = ["benches/native", "data", "docs", "src", "tests", "www"];

/// Folders in them that hold no sources.
const NOT_OURS: [&str; 3] = ["node_modules", "browser", "package"];

/// One block of the guide.
#[derive(Debug, PartialEq)]
struct Step {
    language: String,
    file: String,
    text: String,
}

/// Does what the guide says.
pub fn follow() -> Result<()> {
    let copy = target().join("thirty");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    copied(&copy)?;
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md"))?;
    let steps = steps(&guide)?;
    ensure!(steps.len() >= 5, "the guide has {} steps", steps.len());
    for Step { language, file, text } in &steps {
        let path = copy.join(file);
        match language.as_str() {
            "sh" => run(&copy, text)?,
            "diff" => {
                let old = fs::read_to_string(&path).with_context(|| file.clone())?;
                fs::write(&path, changed(&old, text).with_context(|| file.clone())?)?;
            }
            _ => {
                ensure!(!path.exists(), "{file} is there already: the guide needs another example");
                fs::write(&path, text)?;
            }
        }
    }
    fs::remove_dir_all(copy).context("the copy cannot be tidied away")
}

/// Copies what is built, without what builds left behind.
fn copied(copy: &Path) -> Result<()> {
    let top = ["Cargo.lock", "Cargo.toml", "build.rs", "README.md", "CHANGELOG.md", "rustfmt.toml"];
    let mut all: Vec<_> = top.iter().map(Into::into).collect();
    for part in PARTS {
        let inside = files(&root().join(part))?.into_iter().map(|path| Path::new(part).join(path));
        all.extend(
            inside.filter(|path| !path.iter().any(|name| NOT_OURS.iter().any(|other| name == *other))),
        );
    }
    for path in all {
        let to = copy.join(&path);
        fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
        fs::copy(root().join(&path), to).with_context(|| path.display().to_string())?;
    }
    // A workspace of one: the tasks are not what is followed here.
    let manifest = fs::read_to_string(copy.join("Cargo.toml"))?;
    fs::write(copy.join("Cargo.toml"), manifest.replace("members = [\"xtask\"]", "members = []"))?;
    Ok(())
}

/// The blocks of the guide that name a file, and those with commands.
fn steps(guide: &str) -> Result<Vec<Step>> {
    let (_, rest) = guide.split_once(GUIDE.0).context("CONTRIBUTING.md has no such part")?;
    let part = rest.split(GUIDE.1).next().unwrap_or_default();
    let part = rest.find("\n## Add a rule").map_or(part, |end| &rest[..end]);
    let mut steps = Vec::new();
    let mut lines = part.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.trim_start().strip_prefix("```") else { continue };
        let (language, file) = info.split_once(' ').unwrap_or((info, ""));
        let indent = line.len() - line.trim_start().len();
        let block = lines.by_ref().take_while(|line| line.trim() != "```");
        let text: String =
            block.map(|line| format!("{}\n", line.get(indent..).unwrap_or_default())).collect();
        steps.push(Step { language: language.to_owned(), file: file.to_owned(), text });
    }
    Ok(steps)
}

/// The text with the lines that have a `+` behind the line above them.
fn changed(text: &str, change: &str) -> Result<String> {
    let mut lines: Vec<_> = text.lines().collect();
    let mut at = None;
    for line in change.lines() {
        match (line.strip_prefix('+'), at) {
            (Some(added), Some(i)) => {
                lines.insert(i + 1, added);
                at = Some(i + 1);
            }
            (Some(_), None) => bail!("a line is added behind none"),
            (None, _) => {
                let wanted = line.strip_prefix(' ').unwrap_or(line);
                let found = lines.iter().position(|line| *line == wanted);
                at = Some(found.with_context(|| format!("there is no line {wanted:?}"))?);
            }
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// Runs the lines of a shell one by one, with what the project has built already within reach.
fn run(copy: &Path, lines: &str) -> Result<()> {
    for line in lines.lines() {
        let mut shell = command("sh");
        shell
            .current_dir(copy)
            .args(["-c", line])
            .env("CARGO_TARGET_DIR", target())
            .env("CARGO_TERM_QUIET", "true");
        read(&mut shell)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_is_read() {
        let guide = "# x\n\n## A rule in thirty minutes\n\n1. One:\n\n   ```md a/b.md\n   ## Reports\n\n     - 😀\n   ```\n\n   ```sh\n   true\n   ```\n\n## Add a rule\n\n```sh\nfalse\n```\n";
        let step = |language: &str, file: &str, text: &str| Step {
            language: language.into(),
            file: file.into(),
            text: text.into(),
        };
        assert_eq!(
            steps(guide).unwrap(),
            [step("md", "a/b.md", "## Reports\n\n  - 😀\n"), step("sh", "", "true\n")]
        );
    }

    #[test]
    #[ignore = "builds the project once more; cargo xtask test follows the guide"]
    fn the_guide_holds() {
        follow().unwrap();
    }

    #[test]
    fn lines_are_added_behind_others() {
        assert_eq!(changed("a\n  b\nc\n", " a\n+x 😀\n+y\n   b\n+z\n").unwrap(), "a\nx 😀\ny\n  b\nz\nc\n");
        assert!(changed("a\n", " q\n+x\n").is_err());
    }
}
