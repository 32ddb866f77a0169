//! What a shell and a manual want to know of the command: completions and pages, written from its own arguments.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

/// Prints the completions for a shell.
pub fn completions(shell: Shell, mut command: Command) -> io::Result<()> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command, "kasoti", &mut out);
    io::stdout().lock().write_all(&out)
}

#[derive(Args)]
pub struct Page {
    /// The task whose page is wanted; that of kasoti itself by default.
    task: Option<String>,

    /// Write the pages of all tasks into this folder.
    #[arg(long, value_name = "FOLDER", conflicts_with = "task")]
    out: Option<PathBuf>,
}

/// Prints a page of the manual, or writes them all.
pub fn man(page: &Page, mut command: Command) -> io::Result<()> {
    command.build();
    if let Some(folder) = &page.out {
        let written =
            std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
        return written.map_err(|error| {
            io::Error::other(format!("the pages cannot be written into {}: {error}", folder.display()))
        });
    }
    let wanted = match &page.task {
        None => command,
        Some(task) => {
            let found = command.find_subcommand(task);
            let found = found.ok_or_else(|| io::Error::other(format!("kasoti has no task {task:?}")))?;
            found.clone()
        }
    };
    let mut out = Vec::new();
    Man::new(wanted).render(&mut out)?;
    io::stdout().lock().write_all(&out)
}
