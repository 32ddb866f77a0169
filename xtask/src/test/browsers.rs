//! What needs Node and browsers: the types of the boundary, WebAssembly against native, the pages.

use std::time::Duration;

use super::stream::count;
use super::tally::Tally;
use super::tools::{self, Browser};
use crate::node::{self, npm};
use crate::shell::{command, root, say, target};
use crate::{package, site};

/// Where the tests and their packages lie.
const FOLDER: &str = "tests/browser";

/// Where the tests of what npm publishes lie, with theirs.
const PACKAGE: &str = "tests/package";

/// Longest time for one runner: a browser that hangs must not hold up the rest until somebody looks.
const LIMIT: Duration = Duration::from_secs(15 * 60);

pub fn test(tally: &mut Tally) {
    if !root().join(FOLDER).join("run.mjs").is_file() {
        tally.fail("browser tests", &format!("{FOLDER}/run.mjs is missing"));
        return;
    }
    if !tally.one("Node and the tests' packages", || node::install(FOLDER)) {
        return;
    }
    tally.many("types", || count(npm(FOLDER).args(["run", "--silent", "types"]), LIMIT));
    tally.many("WebAssembly equals native", || {
        let native = target().join("release/kasoti").with_extension(std::env::consts::EXE_EXTENSION);
        count(command("node").arg(format!("{FOLDER}/parity.mjs")).arg(native), LIMIT)
    });
    tally.one("the static site and its links", site::build);
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
    let chromium = browsers.iter().find(|browser| browser.name == "chromium");
    tally.many("the package, installed and bundled", || {
        node::install(PACKAGE)?;
        let mut runner = command("node");
        runner.arg(format!("{PACKAGE}/run.mjs")).arg(package::pack()?);
        count(runner.envs(chromium.map(|browser| (browser.variable, &browser.path))), LIMIT)
    });
}
