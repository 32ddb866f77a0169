//! `cargo xtask supply`: where what we build with comes from, and under which licences.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::shell::{cargo, read, root, run as run_command};

/// Lock files of the packages that only tests and benchmarks use.
const LOCKS: [&str; 2] = ["tests/browser/package-lock.json", "benches/web/package-lock.json"];

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "supply takes no arguments");
    check_node()?;
    ensure!(has_deny(), "cargo-deny is not here; cargo install cargo-deny --locked");
    check_crates()?;
    Ok(ExitCode::SUCCESS)
}

/// Whether the tool for [`check_crates`] is installed.
pub fn has_deny() -> bool {
    read(cargo().args(["deny", "--version"])).is_ok()
}

/// Licences, doubled crates and registries, by `deny.toml`. Advisories are left out: they need a network, and a test
/// that fails for what was published yesterday holds up everybody.
pub fn check_crates() -> Result<()> {
    run_command(cargo().args(["deny", "--log-level", "error", "check", "licenses", "bans", "sources"]))
}

/// Every Node package comes from npm, is held to a hash, and runs nothing when it is installed.
pub fn check_node() -> Result<()> {
    for lock in LOCKS.iter().filter(|lock| root().join(lock).is_file()) {
        let text = fs::read_to_string(root().join(lock)).with_context(|| format!("{lock} cannot be read"))?;
        let faults = faults(&serde_json::from_str(&text).with_context(|| format!("{lock} is no JSON"))?);
        if !faults.is_empty() {
            bail!("{lock}: {}", faults.join("; "));
        }
    }
    Ok(())
}

fn faults(lock: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    // The package under the empty name is our own.
    for (name, package) in
        lock["packages"].as_object().into_iter().flatten().filter(|(name, _)| !name.is_empty())
    {
        if package["hasInstallScript"] == true {
            faults.push(format!("{name} has an install script"));
        }
        // A package without an address comes from the registry that npm is set to, held to its hash.
        if package["resolved"].as_str().is_some_and(|from| !from.starts_with("https://registry.npmjs.org/")) {
            faults.push(format!("{name} is not from npm"));
        }
        if package["integrity"].as_str().is_none() {
            faults.push(format!("{name} has no hash"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scripts_strangers_and_missing_hashes_are_named() {
        let good =
            json!({ "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz", "integrity": "sha512-x" });
        assert_eq!(faults(&json!({ "packages": { "": {}, "node_modules/a": good } })), [""; 0]);
        let bad = json!({ "resolved": "git+ssh://example.org/🌾", "hasInstallScript": true });
        assert_eq!(
            faults(&json!({ "packages": { "node_modules/b": bad } })),
            [
                "node_modules/b has an install script",
                "node_modules/b is not from npm",
                "node_modules/b has no hash"
            ]
        );
    }
}
