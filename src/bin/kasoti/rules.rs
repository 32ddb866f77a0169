//! `kasoti rules`: the table of rules, for people and for the README.

use std::io::{self, Write};

use kasoti::artifact::RULES;

use crate::messages::Messages;

/// Prints a rule a line.
pub fn run(messages: &Messages) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for rule in RULES {
        let langs: Vec<_> = rule.langs.iter().map(|lang| lang.code()).collect();
        let langs = if langs.is_empty() { "all".to_owned() } else { langs.join(" ") };
        let on = if rule.default_on { "on" } else { "off" };
        let title = messages.title(rule.code);
        writeln!(out, "{:<24} {:<9} {on:<4} {langs:<9} {title}", rule.code, rule.severity.name())?;
    }
    Ok(())
}
