//! Everything that cargo can test.

use std::process::Command;
use std::time::Duration;

use super::stream::count;
use super::tally::Tally;
use super::thirty;
use crate::shell::{WASM, cargo, read, run, say, target};
use crate::{build, notices, supply};

/// Longest time for all Rust tests, compilation with it: ten times what two cores need.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// What the manifest promises.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

pub fn test(tally: &mut Tally) {
    if !["fmt", "clippy"].iter().all(|tool| has(tool)) {
        say("adding rustfmt and clippy to the toolchain");
        let added = run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]));
        if let Err(error) = added {
            tally.fail("rustfmt and clippy", &format!("{error:#}"));
        }
    }
    tally.one("formatting", || run(cargo().args(["fmt", "--all", "--check"])));
    tally.one("clippy, native", || {
        run(cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    });
    tally.one("clippy, WebAssembly", || {
        build::add_target()?;
        run(cargo()
            .args(["clippy", "--quiet", "--lib", "--no-default-features", "--features", "analysis"])
            .args(["--target", WASM, "--", "-D", "warnings"]))
    });
    tally.many("Rust tests", || {
        count(cargo().args(["test", "--quiet", "--workspace", "--no-fail-fast"]), LIMIT)
    });
    tally.one("a rule in thirty minutes", thirty::follow);
    tally.one("documentation", || {
        run(cargo().args(["doc", "--quiet", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    });
    tally.one("third-party notices", notices::check);
    tally.one("where Node packages come from", supply::check_node);
    if supply::has_deny() {
        tally.one("licences and sources of crates", supply::check_crates);
    } else {
        tally.leave_out("cargo-deny is missing; licences and sources of crates are not checked".into());
    }
    tally.one("the native command", || {
        run(cargo().args(["build", "--quiet", "--release", "--bin", "kasoti"]))
    });
    if read(Command::new("rustup").args(["run", OLDEST, "cargo", "--version"])).is_ok() {
        tally.one("the oldest Rust that is promised", || {
            let mut check = Command::new("rustup");
            check.args(["run", OLDEST, "cargo", "check", "--quiet", "--locked"]);
            run(check.env("CARGO_TARGET_DIR", target().join("oldest")))
        });
    } else {
        tally.leave_out(format!("Rust {OLDEST} is missing; that it compiles with it is not checked"));
    }
    // Unpacked and built from what is in it alone.
    tally.one("the crate, packed", || {
        run(cargo().args(["package", "--quiet", "--allow-dirty", "--package", "kasoti"]))
    });
    tally.one("the package and its size", || build::run(&[]).map(drop));
}

fn has(tool: &str) -> bool {
    read(cargo().args([tool, "--version"])).is_ok()
}
