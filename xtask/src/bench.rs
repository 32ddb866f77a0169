//! `cargo xtask bench`: how fast, beside its peers. A benchmark, not a test: nothing fails when a figure is low.

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::shell::{cargo, command, root, run, target};
use crate::{build, node};

/// What can be measured: the rooms of `benches/web/contenders.js`, and the engine's limits.
const ROOMS: [&str; 4] = ["sentences", "entities", "analysis", LIMITS];

/// No peers, but first report, memory and growth.
const LIMITS: &str = "limits";

/// Those that Rust's other crates have peers for.
const NATIVE: [&str; 1] = ["sentences"];

/// Where the scripts and the peers' packages lie, and the driver of the browser.
const FOLDERS: [&str; 2] = ["benches/web", "tests/browser"];

pub fn run_rooms(args: &[String]) -> Result<ExitCode> {
    let (native, rooms): (Vec<_>, Vec<_>) =
        args.iter().map(String::as_str).partition(|&arg| arg == "--native");
    let known: &[&str] = if native.is_empty() { &ROOMS } else { &NATIVE };
    if let Some(room) = rooms.iter().find(|room| !known.contains(room)) {
        bail!("there is no {room} to measure, only {}", known.join(", "));
    }
    for room in if rooms.is_empty() { known.to_vec() } else { rooms } {
        if native.is_empty() { web(room)? } else { criterion(room)? }
    }
    Ok(ExitCode::SUCCESS)
}

/// In Node and in Chromium, taking turns with the peers.
fn web(room: &str) -> Result<()> {
    build::package()?;
    FOLDERS.into_iter().try_for_each(node::install)?;
    match room {
        LIMITS => run(command("node").arg("benches/web/limits.mjs")),
        room => run(command("node").args(["benches/web/run.mjs", room])),
    }
}

/// The native library against Rust's other crates. They are many, so that they have a workspace of their own.
fn criterion(room: &str) -> Result<()> {
    run(cargo()
        .current_dir(root().join("benches/native"))
        .env("CARGO_TARGET_DIR", target().join("bench"))
        .args(["bench", "--bench", room]))
}
