//! Node and the packages that scripts of ours use.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::shell::{command, read, root, run, say};
use crate::test::tools;

/// First Node that has all that the scripts use; older ones fail with words that help nobody.
const NODE: u32 = 20;

/// npm in a folder of ours.
pub fn npm(folder: &str) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(root().join(folder));
    npm
}

/// Brings the folder's `node_modules` to what its lock file says, unless it is there already.
pub fn install(folder: &str) -> Result<()> {
    if node_version().is_err() {
        tools::install(&["nodejs", "npm"]);
    }
    let version = node_version().with_context(|| format!("install Node {NODE} or later, with npm"))?;
    ensure!(version >= NODE, "Node {version} is too old; install Node {NODE} or later");
    let lock =
        fs::read(root().join(folder).join("package-lock.json")).context("package-lock.json is missing")?;
    // A copy of the lock file that the packages were last installed from.
    let done = root().join(folder).join("node_modules/.installed-from.json");
    if fs::read(&done).is_ok_and(|from| from == lock) {
        return Ok(());
    }
    say(&format!("installing the Node packages of {folder}"));
    run(npm(folder).args(["ci", "--no-audit", "--no-fund"]))?;
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
