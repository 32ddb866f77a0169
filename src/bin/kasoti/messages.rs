//! The messages of `www/locales`, for people who read them in a terminal. One source of truth with the shell.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use kasoti::report::{Arg, Finding};

/// The strings of one interface language.
pub struct Messages {
    ui: String,
    strings: BTreeMap<String, String>,
}

/// The messages in every language, each read when it is first asked for.
#[derive(Default)]
pub struct Tongues([OnceCell<Messages>; 3]);

impl Tongues {
    /// The messages in one language.
    pub fn of(&self, ui: &str) -> &Messages {
        let [mr, hi, en] = &self.0;
        let tongue = match ui {
            "mr" => mr,
            "hi" => hi,
            _ => en,
        };
        tongue.get_or_init(|| Messages::of(ui))
    }
}

impl Messages {
    /// `ui` is mr, hi or en; the argument parser lets nothing else through.
    pub fn of(ui: &str) -> Self {
        let json = match ui {
            "mr" => include_str!("../../../www/locales/mr.json"),
            "hi" => include_str!("../../../www/locales/hi.json"),
            _ => include_str!("../../../www/locales/en.json"),
        };
        let strings = serde_json::from_str(json).expect("the locale files are maps of strings");
        Self { ui: ui.to_owned(), strings }
    }

    /// The language.
    pub fn ui(&self) -> &str {
        &self.ui
    }

    /// A word of the interface that holds no blanks, for `n` things.
    pub fn word(&self, key: &str, n: u32) -> &str {
        self.strings.get(key).map_or("", |words| self.plural(words, n))
    }

    /// The name of a rule.
    pub fn title(&self, code: &str) -> &str {
        let key = format!("rule.{code}");
        self.strings.get(&key).map_or("", String::as_str)
    }

    /// The one-line reason for a finding, its placeholders filled.
    pub fn reason(&self, finding: &Finding, words: &str) -> String {
        self.filled("short", finding, words)
    }

    /// Why it is a fault, in a few sentences.
    pub fn explanation(&self, finding: &Finding, words: &str) -> String {
        self.filled("long", finding, words)
    }

    fn filled(&self, length: &str, finding: &Finding, words: &str) -> String {
        let key = format!("rule.{}.{length}", finding.code);
        let template = self.strings.get(&key).map_or(finding.code, String::as_str);
        let count = match finding.args.get("count") {
            Some(Arg::Number(n)) => *n,
            _ => 1,
        };
        let template = self.plural(template, count);
        let mut args = finding.args.clone();
        if args.get("form").is_none() {
            args.insert("form", words.into());
        }
        args.iter().fold(template.to_owned(), |filled, (name, value)| {
            let value = match value {
                Arg::Text(words) => words.clone(),
                Arg::Number(n) => self.number(*n),
            };
            filled.replace(&format!("{{{name}}}"), &value)
        })
    }

    fn plural<'t>(&self, template: &'t str, n: u32) -> &'t str {
        match template.split_once(" | ") {
            Some((one, _)) if self.is_one(n) => one,
            Some((_, other)) => other,
            None => template,
        }
    }

    /// CLDR: Hindi counts nought with one, Marathi and English do not.
    fn is_one(&self, n: u32) -> bool {
        n == 1 || n == 0 && self.ui == "hi"
    }

    /// Marathi interfaces write Devanagari digits, Hindi and English ones Latin digits.
    pub fn number(&self, n: u32) -> String {
        let digits = n.to_string();
        if self.ui != "mr" {
            return digits;
        }
        digits.bytes().map(|b| char::from_u32('०' as u32 + u32::from(b - b'0')).expect("a digit")).collect()
    }
}
