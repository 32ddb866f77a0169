//! Browsers and fonts: found, else installed where that may be done, else named.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::tally::Tally;
use crate::shell::{command, read, run, say};

/// A browser that the tests can use.
pub struct Browser {
    /// Its name for the tests' runner.
    pub name: &'static str,
    /// The variable that tells the runner where it lies.
    pub variable: &'static str,
    pub path: PathBuf,
}

/// What the page tests need, by the name that Debian gives it.
struct Need {
    name: &'static str,
    /// Overrides the search.
    variable: &'static str,
    /// Names of the program, the first that is found wins.
    programs: &'static [&'static str],
    /// Programs that must be there too.
    helpers: &'static [&'static str],
    packages: &'static [&'static str],
}

const BROWSERS: [Need; 3] = [
    Need {
        name: "chromium",
        variable: "KASOTI_CHROMIUM",
        programs: &["chromium", "chromium-browser", "google-chrome"],
        helpers: &[],
        packages: &["chromium"],
    },
    Need {
        name: "firefox",
        variable: "KASOTI_FIREFOX",
        programs: &["firefox-esr", "firefox"],
        helpers: &[],
        packages: &["firefox-esr"],
    },
    Need {
        name: "webkit",
        variable: "KASOTI_WEBKIT",
        programs: &["WebKitWebDriver"],
        // WebKitGTK has no headless mode of its own.
        helpers: &["Xvfb"],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
];

/// Letters for Devanagari; without them every page test measures boxes.
const FONTS: &[&str] = &["fontconfig", "fonts-noto-core"];

/// The browsers at hand, after an attempt to install those that are not. One line for each that stays missing, which
/// is a failure where nobody reads along (`CI=true`).
pub fn provide(tally: &mut Tally) -> Vec<Browser> {
    let strict = env::var("CI").is_ok_and(|value| value == "true");
    let mut missing = |what: &str, packages: &[&str]| {
        let why = format!("{what} is missing and not tested; install {}", packages.join(" "));
        if strict {
            tally.fail(what, &why);
        } else {
            tally.leave_out(why);
        }
    };
    if !has_devanagari() {
        install(FONTS);
        if !has_devanagari() {
            missing("a Devanagari font", FONTS);
        }
    }
    let mut found = Vec::new();
    for need in &BROWSERS {
        if need.find().is_none() {
            install(need.packages);
        }
        match need.find() {
            Some(path) => found.push(Browser { name: need.name, variable: need.variable, path }),
            None => missing(need.name, need.packages),
        }
    }
    found
}

impl Need {
    fn find(&self) -> Option<PathBuf> {
        if !self.helpers.iter().all(|helper| on_path(helper).is_some()) {
            return None;
        }
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.programs.iter().find_map(|program| on_path(program)))
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn has_devanagari() -> bool {
    read(command("fc-list").arg(":lang=mr")).is_ok_and(|list| !list.trim().is_empty())
}

/// Installs Debian packages where that may be done: as root, with apt. Whether it worked shows in what is there then.
pub fn install(packages: &[&str]) {
    let is_root = read(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || !Path::new("/usr/bin/apt-get").is_file() {
        return;
    }
    say(&format!("installing {}", packages.join(" ")));
    let apt = |args: &[&str]| {
        let mut apt = command("apt-get");
        apt.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(args);
        run(apt.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null()))
    };
    // A new machine's list of packages is empty or old; an install that fails names its own reason.
    let _ = apt(&["update"]);
    let wanted = ["install", "--yes", "--no-install-recommends"].iter().chain(packages).copied();
    if let Err(error) = apt(&wanted.collect::<Vec<_>>()) {
        eprintln!("– {error:#}");
    }
}
