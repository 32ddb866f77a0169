//! `kasoti.toml`: what a house has agreed on, for all files in its folder and below.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::Range;
use std::path::{self, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use kasoti::{Options, OptionsError, RuleOption};
use serde::Deserialize;
use toml::Spanned;

use crate::arguments::FailOn;
use crate::glossary;

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
    glossary: Option<Spanned<glossary::Written>>,
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
    glossary: glossary::Names,
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
        let mut glossary = glossary::Names::default();
        if let Some(written) = written.glossary {
            let span = written.span();
            glossary = written.into_inner().names(&root).map_err(|why| at(span, &why))?;
        }
        Ok(Self {
            root,
            ui: written.ui.map(Ui::code),
            fail_on: written.fail_on,
            original: written.original,
            exclude: Some(exclude),
            lang: written.lang.map(Spanned::into_inner),
            original_lang: written.original_lang.map(Spanned::into_inner),
            glossary,
            rules: written.rules.into_iter().map(|(code, setting)| (code.into_inner(), setting)).collect(),
        })
    }

    /// The options that the house asks for.
    pub fn options(&self) -> Options {
        Options {
            lang: self.lang.clone(),
            rules: self.rules.iter().map(|(code, setting)| (code.clone(), setting.option())).collect(),
            glossary: self.glossary.entries().collect(),
            original_lang: self.original_lang.clone(),
            ..Options::default()
        }
    }

    /// The names that the house accepts.
    pub fn glossary(&self) -> &glossary::Names {
        &self.glossary
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

    /// Reads all files again when they are next asked for.
    pub fn forget(&self) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).clear();
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
mod tests;
