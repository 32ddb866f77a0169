//! `cargo xtask build`: the npm package in `pkg/`, ready to be served or published.

mod layout;
mod shrink;
mod sizes;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, ensure};

pub use layout::pkg;
pub use wasm::add_target;

/// Most bytes, brotli, of wasm, JavaScript and CSS together: less than one photograph of a news page.
const BUDGET: u64 = 200_000;

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "build takes no arguments");
    package()?;
    let sizes = sizes::measure(&pkg())?;
    print!("{sizes}");
    let total = sizes.total();
    ensure!(total < BUDGET, "{total} bytes is over the budget of {BUDGET}");
    Ok(ExitCode::SUCCESS)
}

/// Brings `pkg/` up to date. Quick when nothing changed.
pub fn package() -> Result<()> {
    let module = wasm::compile()?;
    let glue = wasm::glue(&module)?;
    layout::lay_out(&glue)
}
