//! Arguments that several tasks share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kasoti::report::Severity;
use kasoti::{Options, OptionsError, RuleOption};

use crate::input::How;

/// What is read.
#[derive(Args)]
pub struct Inputs {
    /// Files, folders or patterns ("news/**/*.md"), in UTF-8; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub how: How,
}

/// How texts are read: what the options of the library are.
#[derive(Args)]
pub struct Reading {
    #[command(flatten)]
    lang: Language,

    /// Switch a rule on or off, change its severity or say what the house prefers: --rule name-variant=off --rule
    /// mixed-digits=hint --rule mixed-quote-order=inside.
    #[arg(long = "rule", value_name = "CODE=SETTING", value_parser = rule_option)]
    rules: Vec<(String, String)>,
}

/// The language of the texts.
#[derive(Args)]
pub struct Language {
    /// Language of the texts (mr, hi, en, …); guessed for each text by default.
    #[arg(long, default_value = "auto")]
    lang: String,
}

impl Language {
    /// The options that the argument asks for.
    pub fn options(&self) -> Options {
        Options { lang: Some(self.lang.clone()), ..Options::default() }
    }
}

impl Reading {
    /// Refuses mistakes in the arguments before anything is read.
    pub fn check(&self) -> Result<(), OptionsError> {
        self.options().check().map(drop)
    }

    /// The options that the arguments ask for.
    pub fn options(&self) -> Options {
        let setting = |setting: &str| match setting {
            "on" | "true" => RuleOption::On(true),
            "off" | "false" => RuleOption::On(false),
            severity => RuleOption::Setting(severity.to_owned()),
        };
        Options {
            rules: self.rules.iter().map(|(code, s)| (code.clone(), setting(s))).collect(),
            ..self.lang.options()
        }
    }
}

fn rule_option(arg: &str) -> Result<(String, String), String> {
    let (code, setting) =
        arg.split_once('=').ok_or("write CODE=off, CODE=on, CODE=severity or CODE=preference")?;
    Ok((code.to_owned(), setting.to_owned()))
}

/// Language of the messages.
#[derive(Args)]
pub struct Speech {
    /// Language of the messages.
    #[arg(long, default_value = "en", value_parser = ["mr", "hi", "en"])]
    pub ui: String,
}

/// From which severity on the command fails.
#[derive(Clone, Copy, ValueEnum)]
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
