//! The hook and the workflow of docs/, as git's and GitHub's shells run them.
#![cfg(unix)]

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::{FAULTY, folder, stderr, stdout};

/// A program in `folder`, which finds our command where it finds others.
fn run(folder: &str, program: &str, arguments: &[&str]) -> Output {
    let ours = Path::new(env!("CARGO_BIN_EXE_kasoti")).parent().unwrap().to_owned();
    let path = env::var_os("PATH").unwrap();
    let path = env::join_paths([ours].into_iter().chain(env::split_paths(&path))).unwrap();
    let names = ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"];
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("PATH", path)
        .envs(names.map(|name| (name, "somebody")))
        // Hooks and settings of whoever runs the tests are not under test.
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")])
        .env_remove("GIT_DIR")
        .env_remove("GIT_INDEX_FILE")
        .output()
        .unwrap()
}

fn docs(file: &str) -> String {
    format!("{}/docs/{file}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_hook_reads_what_is_to_be_committed() {
    let folder = folder("hook");
    let git = |arguments: &[&str]| run(&folder, "git", arguments);
    assert!(git(&["init", "--quiet"]).status.success());
    fs::create_dir_all(format!("{folder}/.git/hooks")).unwrap();
    fs::copy(docs("hooks/pre-commit"), format!("{folder}/.git/hooks/pre-commit")).unwrap();
    let article = format!("{folder}/एक 😀.md");

    fs::write(&article, FAULTY).unwrap();
    git(&["add", "."]);
    // Mended in the folder alone.
    fs::write(&article, FAULTY.replace("१,5", "१.५")).unwrap();
    let held = git(&["commit", "--quiet", "--message", "एक"]);
    assert_eq!(held.status.code(), Some(1));
    let told = stdout(&held) + &stderr(&held);
    assert!(told.contains("एक 😀.md:2:14") && told.contains("[mixed-digits]"), "{told}");

    git(&["add", "."]);
    // Spoilt in the folder alone; and a file that is no article.
    fs::write(&article, FAULTY).unwrap();
    fs::write(format!("{folder}/notes.rs"), FAULTY).unwrap();
    git(&["add", "notes.rs"]);
    let done = git(&["commit", "--quiet", "--message", "एक"]);
    assert_eq!(done.status.code(), Some(0), "{}{}", stdout(&done), stderr(&done));

    assert!(git(&["rm", "-r", "--quiet", "--force", "."]).status.success());
    assert_eq!(git(&["commit", "--quiet", "--message", "none"]).status.code(), Some(0));
}

#[test]
fn the_workflow_marks_lines_and_fails_when_a_fact_may_be_wrong() {
    let workflow = fs::read_to_string(docs("github-action.yml")).unwrap();
    let step = workflow.lines().filter_map(|line| line.trim().strip_prefix("run: ")).next_back().unwrap();
    let folder = folder("workflow");
    fs::create_dir(format!("{folder}/articles")).unwrap();
    let check = |text: &str| {
        fs::write(format!("{folder}/articles/एक 😀.md"), text).unwrap();
        // As GitHub starts steps that name no shell.
        run(&folder, "bash", &["-e", "-c", step])
    };
    let failed = check(FAULTY);
    assert_eq!(failed.status.code(), Some(1));
    let told = stdout(&failed);
    assert!(
        told.starts_with("::error file=articles/एक 😀.md,line=2,endLine=2,col=14,endColumn=17,"),
        "{told}"
    );
    assert_eq!(check(&FAULTY.replace("१,5", "१.५")).status.code(), Some(0));
}
