//! `kasoti completions`, `kasoti man`.

use std::fs;

use crate::{folder, kasoti, stderr, stdout};

#[test]
fn shells_learn_the_tasks_and_options() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let printed = stdout(&kasoti(&["completions", shell], b""));
        assert!(printed.contains("fail-on") && printed.contains("sentences"), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_task() {
    assert!(stdout(&kasoti(&["man"], b"")).contains(".TH kasoti 1"));
    let check = stdout(&kasoti(&["man", "check"], b""));
    assert!(check.contains("kasoti\\-check") && check.contains("write\\-baseline"), "{check}");
    let unknown = kasoti(&["man", "chekc"], b"");
    assert_eq!(
        (unknown.status.code(), stderr(&unknown)),
        (Some(2), "kasoti: kasoti has no task \"chekc\"\n".into())
    );
    let out = folder("man");
    assert_eq!(kasoti(&["man", "--out", &out], b"").status.code(), Some(0));
    assert!(fs::read_to_string(format!("{out}/kasoti-fix.1")).unwrap().contains("no\\-backup"));
}
