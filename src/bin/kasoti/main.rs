//! The native command: the same report as in the browser, for evaluation, build steps and archives.

mod files;
mod machine;
mod messages;
mod offsets;
mod people;
mod rules;
mod stream;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use kasoti::report::Severity;
use kasoti::{Options, RuleOption};

use messages::Messages;
use offsets::Unit;

/// Marks an article's sentences, names and translation faults. Marathi first, Hindi and English next.
#[derive(Parser)]
#[command(name = "kasoti", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Check files, or a stream of texts.
    Check(Check),
    /// List the rules: code, severity, whether on by default, languages.
    Rules {
        /// Language of the rules' names.
        #[arg(long, default_value = "en", value_parser = ["mr", "hi", "en"])]
        ui: String,
    },
}

#[derive(Args)]
struct Check {
    /// Files to check, in UTF-8; - is standard input.
    #[arg(required_unless_present = "jsonl")]
    files: Vec<PathBuf>,

    /// Read {"id", "text", "lang"?, "original"?} a line from standard input and write a report a line.
    #[arg(long, conflicts_with_all = ["files", "format"])]
    jsonl: bool,

    /// How to print the reports.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// What offsets in JSON count.
    #[arg(long, value_enum, default_value_t = Unit::Utf16)]
    offsets: Unit,

    /// Language of the texts (mr, hi, en, …); guessed for each text by default.
    #[arg(long, default_value = "auto")]
    lang: String,

    /// Switch a rule on or off, change its severity or say what the house prefers: --rule name-variant=off --rule
    /// mixed-digits=hint --rule mixed-quote-order=inside.
    #[arg(long = "rule", value_name = "CODE=SETTING", value_parser = rule_option)]
    rules: Vec<(String, String)>,

    /// Exit with 1 when a finding is at least this grave.
    #[arg(long, value_enum, default_value_t = FailOn::Major)]
    fail_on: FailOn,

    /// Language of the messages.
    #[arg(long, default_value = "en", value_parser = ["mr", "hi", "en"])]
    ui: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: the line, a mark under it, the reason, the fix.
    Text,
    /// One array of reports.
    Json,
    /// One report a line.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    Hint,
    Minor,
    Major,
    Critical,
    Never,
}

impl FailOn {
    fn fails(self, severity: Severity) -> bool {
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

fn rule_option(arg: &str) -> Result<(String, String), String> {
    let (code, setting) =
        arg.split_once('=').ok_or("write CODE=off, CODE=on, CODE=severity or CODE=preference")?;
    Ok((code.to_owned(), setting.to_owned()))
}

impl Check {
    /// The options that the arguments ask for.
    fn options(&self) -> Options {
        let setting = |setting: &str| match setting {
            "on" | "true" => RuleOption::On(true),
            "off" | "false" => RuleOption::On(false),
            severity => RuleOption::Setting(severity.to_owned()),
        };
        Options {
            lang: Some(self.lang.clone()),
            rules: self.rules.iter().map(|(code, s)| (code.clone(), setting(s))).collect(),
            ..Options::default()
        }
    }
}

/// Errors of use and of files; findings are 1.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Check(check) if check.jsonl => stream::run(&check).map(|()| 0),
        Task::Check(check) => files::run(&check),
        Task::Rules { ui } => rules::run(&Messages::of(&ui)).map(|()| 0),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader has seen enough (`kasoti … | head`): nothing to complain of.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "kasoti: {error}");
            ExitCode::from(FAILED)
        }
    }
}
