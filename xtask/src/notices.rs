//! `cargo xtask notices`: THIRD-PARTY.md, which names whose work ships with ours and prints their licences.

mod document;
mod licence;
mod tree;

use std::fs;
use std::process::ExitCode;

use anyhow::{Result, bail, ensure};

use crate::shell::{root, write_if_changed};
pub use tree::{Shipped, shipped};

const FILE: &str = "THIRD-PARTY.md";

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "notices takes no arguments");
    write_if_changed(&root().join(FILE), document::write(&tree::shipped()?)?.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Fails when the file does not say what the dependency tree says.
pub fn check() -> Result<()> {
    let wanted = document::write(&tree::shipped()?)?;
    let found = fs::read_to_string(root().join(FILE)).unwrap_or_default();
    if found != wanted {
        bail!("{FILE} is not up to date; run cargo xtask notices");
    }
    Ok(())
}
