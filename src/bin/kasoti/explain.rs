//! `kasoti explain CODE`: what a rule finds and why that is a fault, shown on an example.

use std::io::{self, Write};

use kasoti::artifact::{RULES, Rule, preferences};
use kasoti::report::Finding;
use kasoti::text::distance;
use kasoti::{Options, Packs, RuleOption, analyze};

use crate::messages::Messages;

/// Nearest codes offered for one that does not exist: enough to find the one meant, few enough to read.
const OFFERED: usize = 3;

/// A fault that the rule finds.
struct Example<'e> {
    text: String,
    finding: Finding,
    original: Option<&'e str>,
}

/// Prints what is to be said of the rule.
pub fn run(code: &str, messages: &Messages) -> io::Result<()> {
    let rule = RULES.iter().find(|rule| rule.code == code).ok_or_else(|| unknown(code))?;
    say(rule, &Packs::builtin(), messages, &mut io::stdout().lock())
}

fn say(rule: &Rule, packs: &Packs, messages: &Messages, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}: {}", rule.code, messages.title(rule.code))?;
    if let Some(Example { text, finding, original }) = example(rule, packs) {
        let words = finding.span.of(&text);
        writeln!(out, "\n{}", messages.explanation(&finding, words))?;
        writeln!(out, "\nExample")?;
        for line in text.lines() {
            writeln!(out, "    {line}")?;
        }
        if let Some(original) = original {
            writeln!(out, "    ({original})")?;
        }
        writeln!(out, "    «{words}» {}", messages.reason(&finding, words))?;
        for fix in &finding.fixes {
            writeln!(out, "    → {}", crate::people::offered(fix, &finding, &text))?;
        }
    }
    let langs: Vec<_> = rule.langs.iter().map(|lang| lang.code()).collect();
    writeln!(out, "\nSeverity     {}", rule.severity.name())?;
    writeln!(out, "By default   {}", if rule.default_on { "on" } else { "off" })?;
    writeln!(out, "Languages    {}", if langs.is_empty() { "all".to_owned() } else { langs.join(", ") })?;
    let settings = ["on", "off", "critical", "major", "minor", "hint"].iter().chain(preferences(rule.code));
    let settings: Vec<_> = settings.copied().collect();
    writeln!(out, "Settings     --rule {}={}", rule.code, settings.join("|"))
}

fn unknown(code: &str) -> io::Error {
    // A code is short: a megabyte given as one is compared by its head.
    let head: String = code.chars().take(64).collect();
    let mut codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
    codes.sort_by_key(|known| distance(&head, known));
    let near = codes[..OFFERED].join(", ");
    io::Error::other(format!("unknown rule \"{head}\"; nearest are {near}; kasoti rules lists all"))
}

/// The rule's example with what the rule says of it.
fn example(rule: &Rule, packs: &Packs) -> Option<Example<'static>> {
    let rows = include_str!("examples.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut row = rows.map(|line| line.split('\t')).find(|row| row.clone().next() == Some(rule.code))?;
    let (_, lang, text, original) = (row.next()?, row.next()?, row.next()?, row.next());
    let text = text.replace('⏎', "\n");
    let options = Options {
        lang: Some(lang.to_owned()),
        rules: vec![(rule.code.to_owned(), RuleOption::On(true))],
        original: original.map(str::to_owned),
        ..Options::default()
    };
    let report = analyze(&text, &options.check().ok()?, packs);
    let finding = report.findings.into_iter().find(|finding| finding.code == rule.code)?;
    Some(Example { text, finding, original })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_rule_has_an_example_that_it_finds_and_leaves_no_blank_unfilled() {
        let packs = Packs::builtin();
        for ui in ["mr", "hi", "en"] {
            let messages = Messages::of(ui);
            for rule in RULES {
                let mut said = Vec::new();
                say(rule, &packs, &messages, &mut said).unwrap();
                let said = String::from_utf8(said).unwrap();
                assert!(said.contains("\nExample\n"), "{said}");
                // The one example that has braces of its own.
                assert!(!said.replace("{{name}}", "").contains('{'), "{said}");
            }
        }
    }

    /// `KASOTI_GENERATED=write cargo test --bin kasoti` writes them anew.
    #[test]
    fn examples_are_the_first_lines_of_the_golden_files() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = root.join("src/bin/kasoti/examples.tsv");
        let written = fs::read_to_string(&path).unwrap();
        let head = written.lines().filter(|line| line.starts_with('#')).map(str::to_owned);
        let mut rows: Vec<_> = RULES.iter().map(|rule| golden(rule.code, root)).collect();
        rows.sort_unstable();
        let wanted = head.chain(rows).map(|line| line + "\n").collect::<String>();
        if std::env::var_os("KASOTI_GENERATED").is_some_and(|wish| wish == "write") {
            fs::write(&path, &wanted).unwrap();
        }
        assert_eq!(fs::read_to_string(path).unwrap(), wanted, "KASOTI_GENERATED=write mends it");
    }

    /// The row that a rule's golden file makes.
    fn golden(code: &str, root: &Path) -> String {
        let golden = fs::read_to_string(root.join(format!("tests/golden/artifact/{code}.md"))).unwrap();
        let (_, lang) = golden.lines().next().unwrap().split_once(" · ").unwrap();
        let (_, reports) = golden.split_once("## Reports\n").unwrap();
        let marked = reports.lines().find_map(|line| line.strip_prefix("- ")).unwrap();
        let mut pieces = marked.split('⟦');
        let mut line = pieces.next().unwrap().to_owned();
        for piece in pieces {
            let (inside, after) = piece.split_once('⟧').unwrap();
            line += inside.split("=>").next().unwrap();
            line += after;
        }
        format!("{code}\t{lang}\t{}", line.replace(" ⟸ ", "\t"))
    }
}
