//! The project's own tasks. `cargo xtask` lists them.

#![forbid(unsafe_code)]

mod bench;
mod build;
mod eval;
mod inject;
mod node;
mod notices;
mod package;
mod serve;
mod shell;
mod site;
mod size;
mod supply;
mod test;
mod train;

use std::process::ExitCode;

/// A task: its name on the command line, what it takes, what it does, and the function that does it.
struct Task {
    name: &'static str,
    takes: &'static str,
    does: &'static str,
    run: fn(&[String]) -> anyhow::Result<ExitCode>,
}

const TASKS: &[Task] = &[
    Task {
        name: "build",
        takes: "[--twice]",
        does: "compile to WebAssembly, lay out pkg/, print sizes and hashes, or show that two builds are alike",
        run: build::run,
    },
    Task {
        name: "package",
        takes: "",
        does: "build, then pack what npm publishes, in target/npm/",
        run: package::run,
    },
    Task {
        name: "site",
        takes: "",
        does: "build, then write a folder for any static host, in target/site/: the desk, examples, all rules, the papers",
        run: site::run,
    },
    Task {
        name: "serve",
        takes: "[--port N]",
        does: "build, then serve the desk on http://127.0.0.1:8080/",
        run: serve::run,
    },
    Task {
        name: "test",
        takes: "",
        does: "test everything, in Rust, Node and the browsers; install what that needs",
        run: test::run,
    },
    Task {
        name: "size",
        takes: "",
        does: "weigh every shipped file against budget.json and tell what takes the space in the WebAssembly",
        run: size::run,
    },
    Task {
        name: "eval",
        takes: "[FILE…] | --align | --cv [LANG] | --pairs FILE",
        does: "score Kasoti on annotated articles, one a line of JSON, on pairs of names, on sentences and their partners, or its tagger by cross-validation",
        run: eval::run,
    },
    Task {
        name: "inject",
        takes: "[CODE…] [--errors N]",
        does: "put known faults into clean text and count how many each rule finds",
        run: inject::run,
    },
    Task {
        name: "train",
        takes: "LANG… [--also FILE]",
        does: "learn the weights of a tagger from data/entities/",
        run: train::run,
    },
    Task {
        name: "bench",
        takes: "[ROOM…] [--native]",
        does: "measure the speed beside that of peers, in Node and Chromium or native",
        run: bench::run_rooms,
    },
    Task {
        name: "supply",
        takes: "",
        does: "check where dependencies come from, their licences and their install scripts",
        run: supply::run,
    },
    Task {
        name: "notices",
        takes: "",
        does: "write THIRD-PARTY.md from the dependency tree",
        run: notices::run,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, args)) = args.split_first() else {
        println!("Tasks:\n\n{}", list());
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("There is no task called {name}. Tasks:\n\n{}", list());
        return ExitCode::from(shell::MISUSED);
    };
    match (task.run)(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cargo xtask {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn list() -> String {
    TASKS
        .iter()
        .map(|task| {
            let call = format!("{} {}", task.name, task.takes);
            format!("  cargo xtask {call:<22} {}\n", task.does)
        })
        .collect()
}
