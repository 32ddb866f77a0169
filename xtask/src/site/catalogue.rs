//! The page of all rules, a language each: what they find, why, and on which lines they are tested.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use kasoti::artifact::{RULES, Rule, preferences};
use kasoti::{Options, Packs, RuleOption, analyze};

use super::Site;
use super::golden::{Case, Golden};
use super::messages::Messages;
use super::page::{self, Words, escape};
use super::prose;
use crate::shell::root;

/// How many findings of a rule readers called right, and how many false.
type Judged = BTreeMap<String, (u32, u32)>;

pub fn write(site: &mut Site) -> Result<()> {
    let (packs, judged) = (Packs::builtin(), judged()?);
    for words in page::ALL {
        let messages = Messages::of(words.ui);
        let mut contents = String::new();
        let mut body = String::new();
        for rule in RULES {
            let title = escape(messages.title(rule.code));
            let _ = writeln!(contents, "<li><a href=\"#{}\">{title}</a></li>", rule.code);
            body += &section(rule, words, &messages, &packs, &judged)?;
        }
        let lead = escape(words.rules_lead);
        let body = format!("<p class=\"lead\">{lead}</p>\n<ol class=\"contents\">\n{contents}</ol>\n{body}");
        let others = page::ALL.iter().filter(|other| other.ui != words.ui);
        let others: Vec<_> = others.map(|other| (other.ui, file(other))).collect();
        let page = page::page(words, words.rules, &file(words), &others, &body);
        site.insert(format!("docs/{}", file(words)).into(), page.into_bytes());
    }
    Ok(())
}

fn file(words: &Words) -> String {
    format!("rules.{}.html", words.ui)
}

fn section(
    rule: &Rule,
    words: &Words,
    messages: &Messages,
    packs: &Packs,
    judged: &Judged,
) -> Result<String> {
    let golden = Golden::read(rule.code)?;
    let mut html =
        format!("<section id=\"{}\">\n<h2>{}</h2>\n", rule.code, escape(messages.title(rule.code)));
    html += &facts(rule, words, messages);
    let what = explanation(rule, &golden, words, messages, packs).with_context(|| rule.code.to_owned())?;
    let _ = writeln!(html, "<p>{}</p>", escape(&what));
    // Written for those who mend rules, and in their language alone.
    if words.ui == "en" {
        html += &prose::html(&golden.why, &mut |_| None);
    }
    if let Some((real, wrong)) = judged.get(rule.code) {
        let said = words.judged.replace("{real}", &messages.number(*real));
        let said = said.replace("{false}", &messages.number(*wrong));
        let _ = writeln!(html, "<p class=\"facts\">{}</p>", escape(&said));
    }
    let original = messages.word("original", 1);
    let list = |name: &str| {
        let cases: Vec<_> = golden.cases.iter().filter(|case| case.section == name).collect();
        (cases.len(), cases.iter().map(|case| case.item(original)).collect::<String>())
    };
    let _ = write!(html, "<h3>{}</h3>\n<ul>\n{}</ul>\n", words.reports, list("Reports").1);
    for (section, heading) in [("Stays quiet", words.quiet), ("Known to miss", words.missed)] {
        let (count, items) = list(section);
        if count > 0 {
            let count = messages.number(count as u32);
            let _ = write!(
                html,
                "<details><summary>{heading}: {count}</summary>\n<ul>\n{items}</ul>\n</details>\n"
            );
        }
    }
    Ok(html + "</section>\n")
}

/// The line with the code, the severity, the languages and the settings.
fn facts(rule: &Rule, words: &Words, messages: &Messages) -> String {
    let severity = messages.word(&format!("sev.{}", rule.severity.name()), 1);
    let names = rule.langs.iter().map(|lang| {
        page::ALL.iter().find(|words| words.ui == lang.code()).map_or(lang.code(), |words| words.name)
    });
    let langs: Vec<_> = names.collect();
    let langs = if langs.is_empty() { words.all.to_owned() } else { langs.join(", ") };
    let state = if rule.default_on { words.on } else { words.off };
    let mut html = format!("<p class=\"facts\"><code>{}</code> · {severity} · {state} · {langs}", rule.code);
    let ways = preferences(rule.code);
    if !ways.is_empty() {
        let ways: Vec<_> = ways.iter().map(|way| format!("<code>{}</code>", escape(way))).collect();
        let _ = write!(html, " · {}: {}", words.settings, ways.join(", "));
    }
    html + "</p>\n"
}

/// What the rule says of a fault in the reader's language, or else of the first one there is.
fn explanation(
    rule: &Rule,
    golden: &Golden,
    words: &Words,
    messages: &Messages,
    packs: &Packs,
) -> Option<String> {
    let reported = || golden.cases.iter().filter(|case| case.section == "Reports");
    let own = reported().filter(|case| case.lang == words.ui);
    own.chain(reported()).find_map(|case| explained(rule, case, messages, packs))
}

fn explained(rule: &Rule, case: &Case, messages: &Messages, packs: &Packs) -> Option<String> {
    let (text, original) = case.plain();
    let options = Options {
        lang: Some(case.lang.clone()),
        rules: vec![(rule.code.to_owned(), RuleOption::On(true))],
        original,
        ..Options::default()
    };
    let report = analyze(&text, &options.check().ok()?, packs);
    let finding = report.findings.iter().find(|finding| finding.code == rule.code)?;
    Some(messages.explanation(finding, finding.span.of(&text)))
}

/// What readers said of findings in the sentences of `data/entities/`.
fn judged() -> Result<Judged> {
    let mut judged = Judged::new();
    for lang in ["mr", "hi", "en"] {
        let table = fs::read_to_string(root().join(format!("tests/golden/judged/{lang}.tsv")))?;
        for row in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = row.split('\t');
            let (verdict, code) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            let (real, wrong) = judged.entry(code.to_owned()).or_default();
            match verdict {
                "real" => *real += 1,
                "false" => *wrong += 1,
                _ => {}
            }
        }
    }
    Ok(judged)
}
