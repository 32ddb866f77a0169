//! What needs Node and browsers: the types of the boundary, WebAssembly against native, the pages.

use std::fs;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::stream::count;
use super::tally::Tally;
use super::tools::{self, Browser};
use crate::shell::{command, read, root, run, say, target};

/// Where the tests and their packages lie.
const FOLDER: &str = "tests/browser";

/// First Node that has all that the tests use; older ones fail with words that help nobody.
const NODE: u32 = 20;

/// Longest time for one runner: a browser that hangs must not hold up the rest until somebody looks.
const LIMIT: Duration = Duration::from_secs(15 * 60);

pub fn test(tally: &mut Tally) {
    if !root().join(FOLDER).join("run.mjs").is_file() {
        tally.fail("browser tests", &format!("{FOLDER}/run.mjs is missing"));
        return;
    }
    if !tally.one("Node and the tests' packages", install) {
        return;
    }
    tally.many("types", || count(npm().args(["run", "--silent", "types"]), LIMIT));
    tally.many("WebAssembly equals native", || {
        let native = target().join("release/kasoti").with_extension(std::env::consts::EXE_EXTENSION);
        count(command("node").arg(format!("{FOLDER}/parity.mjs")).arg(native), LIMIT)
    });
    say("looking for browsers and fonts");
    let browsers = tools::provide(tally);
    if browsers.is_empty() {
        return;
    }
    let names: Vec<_> = browsers.iter().map(|b| b.name).collect();
    tally.many(&format!("pages in {}", names.join(", ")), || {
        let mut runner = command("node");
        runner.arg(format!("{FOLDER}/run.mjs")).env("KASOTI_BROWSERS", names.join(","));
        for Browser { variable, path, .. } in &browsers {
            runner.env(variable, path);
        }
        count(&mut runner, LIMIT)
    });
}

fn npm() -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(root().join(FOLDER));
    npm
}

/// Brings `node_modules` to what the lock file says, unless it is there already.
fn install() -> Result<()> {
    if node_version().is_err() {
        tools::install(&["nodejs", "npm"]);
    }
    let version = node_version().with_context(|| format!("install Node {NODE} or later, with npm"))?;
    ensure!(version >= NODE, "Node {version} is too old; install Node {NODE} or later");
    let lock =
        fs::read(root().join(FOLDER).join("package-lock.json")).context("package-lock.json is missing")?;
    // A copy of the lock file that the packages were last installed from.
    let done = root().join(FOLDER).join("node_modules/.installed-from.json");
    if fs::read(&done).is_ok_and(|from| from == lock) {
        return Ok(());
    }
    say("installing the tests' Node packages");
    run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(done, lock)?;
    Ok(())
}

fn node_version() -> Result<u32> {
    let version = read(command("node").arg("--version"))?;
    match major(&version) {
        Some(major) => Ok(major),
        None => bail!("node --version printed {version}"),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.0.0"), Some(9));
        assert_eq!(major("20.1"), None);
    }
}
