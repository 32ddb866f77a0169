//! The native command: the same report as in the browser, for evaluation, build steps and archives.

mod analysis;
mod annotate;
mod arguments;
mod baseline;
mod checked;
mod config;
mod entities;
mod explain;
mod files;
mod fix;
mod glossary;
mod input;
mod junit;
mod lsp;
mod machine;
mod messages;
mod offsets;
mod original;
mod people;
mod reader;
mod rules;
mod sentences;
mod shell;
mod stream;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use arguments::{FailOn, Judging, Speech};
use input::How;
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
    /// Make every change that cannot hurt; prints the mended text.
    Fix(fix::Task),
    /// Write the text as a page with its marks, what each means, and what is named where.
    Annotate(annotate::Task),
    /// Print the sentences, one a line.
    Sentences(sentences::Task),
    /// Print what the texts name: kind, name, how often, forms.
    Entities(entities::Task),
    /// Read, look over and convert lists of the names that a house accepts.
    Glossary(glossary::Task),
    /// List the rules: code, severity, whether on by default, languages.
    Rules(Speech),
    /// Say what a rule finds and why that is a fault, with an example and its settings.
    Explain {
        /// The rule's code, as kasoti rules lists it.
        code: String,
        #[command(flatten)]
        speech: Speech,
    },
    /// Serve an editor that speaks the Language Server Protocol, over standard input and output.
    Lsp(lsp::Task),
    /// Print the completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print a page of the manual.
    Man(shell::Page),
}

/// Arguments that mean nothing to a stream.
const ONLY_FILES: [&str; 9] =
    ["files", "format", "read_as", "stdin_name", "jobs", "config", "original", "original_lang", "baseline"];

#[derive(Args)]
struct Check {
    /// Files, folders or patterns ("news/**/*.md") to check, in UTF-8; - is standard input.
    #[arg(required_unless_present = "jsonl", value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    how: How,

    /// Read {"id", "text", "lang"?, "original"?} a line from standard input and write a report a line.
    #[arg(long, conflicts_with_all = ONLY_FILES)]
    jsonl: bool,

    /// How to print the reports.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// What offsets in JSON count.
    #[arg(long, value_enum, default_value_t = Unit::Utf16)]
    offsets: Unit,

    #[command(flatten)]
    judging: Judging,

    /// Exit with 1 when a finding is at least this grave (major by default).
    #[arg(long, value_enum)]
    fail_on: Option<FailOn>,

    /// Leave out the findings that this file knows; they are known again by the words around them.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found now into the baseline, and what other files had stays in it.
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
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
    /// JUnit's XML, for build servers.
    Junit,
}

/// Errors of use and of files; findings are 1.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Check(check) if check.jsonl => stream::run(&check).map(|()| 0),
        Task::Check(check) => match &check.baseline {
            Some(path) if check.write_baseline => files::write_baseline(&check, path),
            _ => files::run(&check),
        },
        Task::Fix(task) => fix::run(&task),
        Task::Annotate(task) => annotate::run(&task),
        Task::Sentences(task) => sentences::run(&task),
        Task::Entities(task) => entities::run(&task),
        Task::Glossary(task) => glossary::run(&task),
        Task::Rules(speech) => rules::run(&Messages::of(speech.ui(None))).map(|()| 0),
        Task::Explain { code, speech } => explain::run(&code, &Messages::of(speech.ui(None))).map(|()| 0),
        Task::Lsp(task) => lsp::run(&task),
        Task::Completions { shell } => shell::completions(shell, Cli::command()).map(|()| 0),
        Task::Man(page) => shell::man(&page, Cli::command()).map(|()| 0),
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
