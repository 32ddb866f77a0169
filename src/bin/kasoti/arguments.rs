//! Arguments that several tasks share.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kasoti::report::Severity;
use kasoti::{Options, RuleOption};
use serde::Deserialize;

use crate::config::Houses;
use crate::glossary::Names;
use crate::input::How;
use crate::offsets::Unit;
use crate::reader::Reader;

/// What is read.
#[derive(Args)]
pub struct Inputs {
    /// Files, folders or patterns ("news/**/*.md"), in UTF-8; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub how: How,
}

/// The language of the texts, and where else it may be said.
#[derive(Args)]
pub struct Language {
    /// Language of the texts (mr, hi, en, …, or auto); guessed for each text by default.
    #[arg(long)]
    lang: Option<String>,

    /// Read this file for all, and not the kasoti.toml in the folder of each or above it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Read no kasoti.toml.
    #[arg(long, conflicts_with = "config")]
    no_config: bool,
}

impl Language {
    /// Where a kasoti.toml is looked for.
    pub fn houses(&self) -> Houses {
        Houses::new(self.config.clone(), self.no_config)
    }

    /// The options that the argument asks for.
    pub fn options(&self) -> Options {
        Options { lang: self.lang.clone(), ..Options::default() }
    }
}

/// For those who list what texts hold and judge nothing.
#[derive(Args)]
pub struct Listing {
    #[command(flatten)]
    pub inputs: Inputs,

    /// What offsets in JSON count.
    #[arg(long, value_enum, default_value_t = Unit::Utf16)]
    pub offsets: Unit,

    #[command(flatten)]
    pub language: Language,
}

impl Listing {
    /// Refuses mistakes in the arguments before anything is read.
    pub fn reader(&self) -> io::Result<Reader<'_>> {
        Reader::new(&self.language).map_err(io::Error::other)
    }
}

/// How texts are judged: what the options of the library are.
#[derive(Args)]
pub struct Reading {
    #[command(flatten)]
    pub language: Language,

    /// Switch a rule on or off, change its severity or say what the house prefers: --rule name-variant=off --rule
    /// mixed-digits=hint --rule mixed-quote-order=inside.
    #[arg(long = "rule", value_name = "CODE=SETTING", value_parser = rule_option)]
    rules: Vec<(String, String)>,

    /// Words that are right in this house, as .json or .csv; instead of those that kasoti.toml names.
    #[arg(long, value_name = "FILE", value_parser = names)]
    glossary: Option<Names>,
}

impl Reading {
    /// The options that the arguments ask for.
    pub fn options(&self) -> Options {
        let setting = |setting: &str| match setting {
            "on" | "true" => RuleOption::On(true),
            "off" | "false" => RuleOption::On(false),
            severity => RuleOption::Setting(severity.to_owned()),
        };
        let rules = self.rules.iter().map(|(code, s)| (code.clone(), setting(s))).collect();
        let glossary = self.glossary.iter().flat_map(Names::entries).collect();
        Options { rules, glossary, ..self.language.options() }
    }
}

/// What texts are compared with.
#[derive(Args)]
pub struct Against {
    /// Compare with this original; {dir}, {stem} and {ext} stand for the folder, name and ending of each file:
    /// --original "en/{stem}.txt". Files that hold their own originals (po, xliff) are compared with those.
    #[arg(long, value_name = "FILE")]
    pub original: Option<String>,

    /// Language of the originals; guessed by default.
    #[arg(long, value_name = "LANG")]
    pub original_lang: Option<String>,
}

fn names(file: &str) -> Result<Names, String> {
    Names::read(file.as_ref())
}

fn rule_option(arg: &str) -> Result<(String, String), String> {
    let (code, setting) =
        arg.split_once('=').ok_or("write CODE=off, CODE=on, CODE=severity or CODE=preference")?;
    Ok((code.to_owned(), setting.to_owned()))
}

/// Language of the messages.
#[derive(Args)]
pub struct Speech {
    /// Language of the messages (en by default).
    #[arg(long, value_parser = ["mr", "hi", "en"])]
    pub ui: Option<String>,
}

impl Speech {
    /// The language of the messages, with what the house says where the arguments are silent.
    pub fn ui(&self, house: Option<&'static str>) -> &str {
        self.ui.as_deref().or(house).unwrap_or("en")
    }
}

/// How texts are judged, against what, and in which language that is said.
#[derive(Args)]
pub struct Judging {
    #[command(flatten)]
    pub reading: Reading,

    #[command(flatten)]
    pub against: Against,

    #[command(flatten)]
    pub speech: Speech,
}

impl Judging {
    /// Refuses mistakes in the arguments before anything is read.
    pub fn reader(&self) -> io::Result<Reader<'_>> {
        Reader::judge(&self.reading, Some(&self.against)).map_err(io::Error::other)
    }
}

/// From which severity on the command fails.
#[derive(Clone, Copy, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    Hint,
    Minor,
    Major,
    Critical,
    Never,
}

impl FailOn {
    /// Whether a finding this grave makes the command fail.
    pub fn fails(self, severity: Severity) -> bool {
        let least = match self {
            Self::Hint => Severity::Hint,
            Self::Minor => Severity::Minor,
            Self::Major => Severity::Major,
            Self::Critical => Severity::Critical,
            Self::Never => return false,
        };
        severity >= least
    }
}
