//! `cargo xtask build`: the npm package in `pkg/`, ready to be served or published.

mod integrity;
mod layout;
mod sbom;
mod shrink;
mod twice;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

pub use layout::pkg;
#[cfg(test)]
pub use shrink::file as shrunk;
pub use wasm::{MODULES, add_target};

use crate::size;

pub fn run(args: &[String]) -> Result<ExitCode> {
    match args {
        [] => {
            package()?;
            size::check_package()?;
            print!("{}", integrity::told(&pkg())?);
        }
        [twice] if twice == "--twice" => twice::run()?,
        _ => bail!("build takes --twice or nothing"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Brings `pkg/` up to date. Quick when nothing changed.
pub fn package() -> Result<()> {
    let built = wasm::MODULES.iter().map(|module| Ok((module, module.build()?)));
    layout::lay_out(&built.collect::<Result<Vec<_>>>()?)
}
