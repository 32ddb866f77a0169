//! `kasoti.toml`: what a house has agreed on, for all files in its folder and below.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::Range;
use std::path::{self, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use kasoti::{GlossaryEntry, Options, OptionsError, RuleOption};
use serde::Deserialize;
use toml::Spanned;

use crate::arguments::FailOn;

/// The name that is looked for.
const FILE: &str = "kasoti.toml";

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Written {
    lang: Option<Spanned<String>>,
    ui: Option<Ui>,
    fail_on: Option<FailOn>,
    original: Option<String>,
    original_lang: Option<Spanned<String>>,
    exclude: Vec<Spanned<String>>,
    glossary: Vec<String>,
    rules: BTreeMap<Spanned<String>, Setting>,
}

/// A language that the messages exist in.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Ui {
    Mr,
    Hi,
    En,
}

#[derive(Clone, Deserialize)]
#[serde(untagged, expecting = "expected true, false, a severity or what the house prefers")]
enum Setting {
    On(bool),
    Named(String),
}

/// What a house has agreed on.
#[derive(Default)]
pub struct House {
    /// The folder of the file.
    pub root: PathBuf,
    /// Language of the messages.
    pub ui: Option<&'static str>,
    pub fail_on: Option<FailOn>,
    /// Where the original of a file stands, see [`crate::original`].
    pub original: Option<String>,
    exclude: Option<Gitignore>,
    lang: Option<String>,
    original_lang: Option<String>,
    glossary: Vec<String>,
    rules: Vec<(String, Setting)>,
}

impl House {
    /// Reads `text`, which stands in `file`; the error says in which line the mistake is.
    fn read(text: &str, file: &Path) -> Result<Self, String> {
        let at = |span: Range<usize>, why: &str| {
            let line = text[..span.start.min(text.len())].matches('\n').count() + 1;
            format!("{}:{line}: {why}", file.display())
        };
        let written: Written =
            toml::from_str(text).map_err(|error| at(error.span().unwrap_or(0..0), error.message()))?;
        let refuse = |span, options: Options| -> Result<(), String> {
            options.check().map(drop).map_err(|error: OptionsError| at(span, &error.to_string()))
        };
        for lang in [&written.lang, &written.original_lang].into_iter().flatten() {
            refuse(lang.span(), Options { lang: Some(lang.get_ref().clone()), ..Options::default() })?;
        }
        for (code, setting) in &written.rules {
            let rules = vec![(code.get_ref().clone(), setting.option())];
            refuse(code.span(), Options { rules, ..Options::default() })?;
        }
        let root = file.parent().unwrap_or(Path::new("")).to_owned();
        let mut exclude = GitignoreBuilder::new(&root);
        for pattern in &written.exclude {
            let added = exclude.add_line(None, pattern.get_ref()).map(drop);
            added.map_err(|error| at(pattern.span(), &error.to_string()))?;
        }
        let exclude = exclude.build().map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(Self {
            root,
            ui: written.ui.map(Ui::code),
            fail_on: written.fail_on,
            original: written.original,
            exclude: Some(exclude),
            lang: written.lang.map(Spanned::into_inner),
            original_lang: written.original_lang.map(Spanned::into_inner),
            glossary: written.glossary,
            rules: written.rules.into_iter().map(|(code, setting)| (code.into_inner(), setting)).collect(),
        })
    }

    /// The options that the house asks for.
    pub fn options(&self) -> Options {
        Options {
            lang: self.lang.clone(),
            rules: self.rules.iter().map(|(code, setting)| (code.clone(), setting.option())).collect(),
            glossary: self.glossary.iter().cloned().map(GlossaryEntry::Form).collect(),
            original_lang: self.original_lang.clone(),
            ..Options::default()
        }
    }

    /// Whether a file that was found in a folder is left out; one that was named never is.
    pub fn excludes(&self, file: &Path) -> bool {
        let Ok(file) = path::absolute(file) else { return false };
        let inner = file.strip_prefix(&self.root);
        inner.is_ok_and(|inner| {
            self.exclude.as_ref().is_some_and(|e| e.matched_path_or_any_parents(inner, false).is_ignore())
        })
    }
}

impl Ui {
    fn code(self) -> &'static str {
        match self {
            Self::Mr => "mr",
            Self::Hi => "hi",
            Self::En => "en",
        }
    }
}

impl Setting {
    fn option(&self) -> RuleOption {
        match self {
            Self::On(on) => RuleOption::On(*on),
            Self::Named(name) => RuleOption::Setting(name.clone()),
        }
    }
}

type Read = Result<Arc<House>, String>;

/// The houses of all files, each read once.
#[derive(Default)]
pub struct Houses {
    /// The one file to read for all, if it was named.
    named: Option<PathBuf>,
    /// Look for none.
    none: bool,
    read: Mutex<HashMap<PathBuf, Read>>,
}

impl Houses {
    /// `named` is read for all files, whatever stands beside them; with `none` none is.
    pub fn new(named: Option<PathBuf>, none: bool) -> Self {
        Self { named, none, ..Self::default() }
    }

    /// The house of a file: the nearest `kasoti.toml` in its folder or above, or one without wishes.
    pub fn of(&self, file: &Path) -> Read {
        let found = match &self.named {
            _ if self.none => None,
            Some(named) => Some(named.clone()),
            None => path::absolute(file).ok().and_then(|file| {
                file.ancestors().skip(1).map(|folder| folder.join(FILE)).find(|file| file.is_file())
            }),
        };
        let Some(found) = found else { return Ok(Arc::default()) };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(found).or_insert_with_key(|file| load(file).map(Arc::new)).clone()
    }
}

fn load(file: &Path) -> Result<House, String> {
    let text =
        fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    House::read(&text, &path::absolute(file).unwrap_or_else(|_| file.to_owned()))
}

#[cfg(test)]
mod tests {
    use kasoti::artifact::{RULES, preferences};
    use serde_json::{Value, json};

    use super::*;

    fn read(text: &str) -> Result<House, String> {
        House::read(text, Path::new("/news/kasoti.toml"))
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        for (text, told) in [
            ("# 😀\nlangg = \"mr\"", "2: unknown field `langg`, expected one of `lang`, `ui`, "),
            ("lang = \"klingon\"", "1: unknown language \"klingon\"; known are auto, mr, hi, en"),
            (
                "[rules]\nmixed-digits = \"latin\"\nmixed-digit = false",
                "3: unknown rule \"mixed-digit\"; did you mean \"mixed-digits\"?",
            ),
            ("\n[rules]\nname-variant = \"loud\"", "3: rule \"name-variant\" cannot be \"loud\"; use true, "),
            ("[rules]\nname-variant = 3", "2: expected true, false, a severity or what the house prefers"),
            ("fail-on = \"often\"", "1: unknown variant `often`, expected one of `hint`, `minor`, "),
            ("exclude = [\"a\",\n\"{\"]\nlang = \"mr", "3: "),
        ] {
            let error = read(text).err().unwrap();
            assert!(error.starts_with(&format!("/news/kasoti.toml:{told}")), "{error}");
        }
    }

    #[test]
    fn what_is_agreed_on_is_read() {
        let house = read(
            "lang = \"mr\"\nui = \"hi\"\nfail-on = \"critical\"\noriginal = \"en/{stem}.txt\"\noriginal-lang = \"en\"\nexclude = [\"drafts/\", \"*.original.txt\"]\nglossary = [\"कांदा 😀\"]\n[rules]\nmixed-digits = \"latin\"\nname-variant = false",
        )
        .unwrap();
        let options = house.options();
        assert_eq!((options.lang.as_deref(), options.original_lang.as_deref()), (Some("mr"), Some("en")));
        assert!(matches!(&options.glossary[..], [GlossaryEntry::Form(word)] if word == "कांदा 😀"));
        assert!(
            matches!(&options.rules[..], [(digits, RuleOption::Setting(way)), (names, RuleOption::On(false))]
                if digits == "mixed-digits" && way == "latin" && names == "name-variant")
        );
        assert_eq!((house.ui, house.original.as_deref()), (Some("hi"), Some("en/{stem}.txt")));
        assert!(house.fail_on.is_some_and(|f| !f.fails(kasoti::report::Severity::Major)));
        let excluded = ["/news/a/drafts/b.md", "/news/x.original.txt", "/news/x.txt", "/else/drafts/x.txt"];
        assert_eq!(excluded.map(|file| house.excludes(Path::new(file))), [true, true, false, false]);
    }

    /// Editors complete and check `kasoti.toml` by it. `KASOTI_GENERATED=write cargo test --bin kasoti` writes it anew.
    #[test]
    fn the_schema_knows_the_rules() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/kasoti.schema.json");
        let wanted = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
        if std::env::var_os("KASOTI_GENERATED").is_some_and(|wish| wish == "write") {
            fs::write(&path, &wanted).unwrap();
        }
        assert_eq!(fs::read_to_string(path).unwrap(), wanted, "KASOTI_GENERATED=write mends it");
    }

    #[test]
    fn the_schema_knows_every_key() {
        let error = read("no-key = 1").err().unwrap();
        let named: Vec<_> = error.split('`').skip(3).step_by(2).collect();
        let schema = schema();
        let known: Vec<_> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(known, named);
    }

    fn schema() -> Value {
        let messages = crate::messages::Messages::of("en");
        let rules = RULES.iter().map(|rule| {
            let named = ["critical", "major", "minor", "hint"].iter().chain(preferences(rule.code));
            let settings: Vec<Value> =
                [json!(true), json!(false)].into_iter().chain(named.map(|n| json!(n))).collect();
            (rule.code.to_owned(), json!({ "description": messages.title(rule.code), "enum": settings }))
        });
        let rules: serde_json::Map<_, _> = rules.collect();
        let language = |what: &str| json!({ "description": what, "type": "string", "examples": ["mr", "hi", "en", "auto"] });
        let words =
            |what: &str| json!({ "description": what, "type": "array", "items": { "type": "string" } });
        json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "kasoti.toml",
            "description": "What a house has agreed on, for all files in the folder of kasoti.toml and below.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
                "lang": language("Language of the texts; guessed for each text by default."),
                "ui": { "description": "Language of the messages.", "enum": ["mr", "hi", "en"] },
                "fail-on": {
                    "description": "From which severity on kasoti check exits with 1.",
                    "enum": ["hint", "minor", "major", "critical", "never"],
                },
                "original": {
                    "description": "The original of each file, from the folder of kasoti.toml; {dir}, {stem} and {ext} stand for the file's folder, name and ending.",
                    "type": "string",
                },
                "original-lang": language("Language of the originals; guessed by default."),
                "exclude": words("Files and folders that are left out when a folder is checked, written as in .gitignore."),
                "glossary": words("Words that are right in this house."),
                "rules": {
                    "description": "Rules switched on or off, with another severity, or with what the house prefers.",
                    "type": "object",
                    "additionalProperties": false,
                    "properties": rules,
                },
            },
        })
    }
}
