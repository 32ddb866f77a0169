//! `cargo xtask test`: everything that must hold before a change lands.

mod archive;
mod browsers;
mod rust;
mod stream;
mod tally;
mod thirty;
pub mod tools;

use std::process::ExitCode;

use anyhow::{Result, ensure};

use tally::Tally;

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "test takes no arguments");
    let mut tally = Tally::default();
    rust::test(&mut tally);
    archive::test(&mut tally);
    browsers::test(&mut tally);
    print!("{tally}");
    Ok(if tally.is_success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
