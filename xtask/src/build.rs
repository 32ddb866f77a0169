//! `cargo xtask build`: the npm package in `pkg/`, ready to be served or published.

mod layout;
mod shrink;
mod sizes;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, ensure};

pub use layout::pkg;
pub use wasm::add_target;

/// Most bytes, brotli, that a page with the widget loads besides its packs: less than one photograph of a news page.
/// Raised while rules are being added; what is reached is to be cut to 175 KB (140 of them WebAssembly) once they stand.
const WIDGET: u64 = 303_500;

/// The same with the desk, a page of its own: its scripts and styles may grow to 60 KB.
const TOTAL: u64 = 340_000;

/// Most bytes, brotli, that a page loads which wants sentences and nothing else. Aimed at is 25 KB; this holds what has
/// been reached.
const SENTENCES: u64 = 62_000;

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "build takes no arguments");
    package()?;
    let sizes = sizes::measure(&pkg())?;
    print!("{sizes}");
    for (what, bytes, most) in [
        ("the widget", sizes.widget(), WIDGET),
        ("all", sizes.total(), TOTAL),
        ("the sentences", sizes.sentences(), SENTENCES),
    ] {
        ensure!(
            bytes <= most,
            "{what}: {bytes} bytes of wasm, JavaScript and CSS are over the budget of {most}"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Brings `pkg/` up to date. Quick when nothing changed.
pub fn package() -> Result<()> {
    let built = wasm::MODULES.iter().map(|module| Ok((module, module.build()?)));
    layout::lay_out(&built.collect::<Result<Vec<_>>>()?)
}
