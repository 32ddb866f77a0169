//! `kasoti.toml`, and originals.

use std::fs;

use serde_json::Value;

use crate::{folder, kasoti, stderr, stdout};

const STORY: &str = "😀 पुरात ८३ हजार लोक बेघर झाले.\n";
const ORIGINAL: &str = "😀 The flood left 38,000 people homeless.\n";

/// A folder with these files.
fn house(name: &str, files: &[(&str, &str)]) -> String {
    let house = folder(name);
    for (file, words) in files {
        let path = format!("{house}/{file}");
        fs::create_dir_all(path.rsplit_once('/').unwrap().0).unwrap();
        fs::write(path, words).unwrap();
    }
    house
}

/// File and code of each finding.
fn findings(arguments: &[&str]) -> Vec<(String, String)> {
    let output = kasoti(&[&["check", "--format", "json"], arguments].concat(), b"");
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let of = |report: &Value| {
        let file = report["id"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let codes = report["findings"].as_array().unwrap().iter();
        codes.map(|f| (file.clone(), f["code"].as_str().unwrap().to_owned())).collect::<Vec<_>>()
    };
    json.as_array().unwrap().iter().flat_map(of).collect()
}

fn pair(file: &str, code: &str) -> (String, String) {
    (file.to_owned(), code.to_owned())
}

#[test]
fn a_file_is_compared_with_its_original() {
    let house = house(
        "originals",
        &[("mr/a.txt", STORY), ("mr/b.md", STORY), ("en/a.txt", ORIGINAL), ("en/b.html", ORIGINAL)],
    );
    let (a, b) = (format!("{house}/mr/a.txt"), format!("{house}/mr/b.md"));
    assert_eq!(findings(&[&a]), []);
    assert_eq!(
        findings(&["--original", &format!("{house}/en/a.txt"), &a]),
        [pair("a.txt", "number-mismatch")]
    );
    let template = format!("{house}/mr/../en/{{stem}}.{{ext}}");
    let output = kasoti(&["check", "--original", &template, &a, &b], b"");
    assert!(stdout(&output).contains("[number-mismatch]"));
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("en/b.md cannot be read: "),
        "an original that was asked for must be there"
    );
    let html = findings(&["--original", &format!("{house}/en/b.html"), "--original-lang", "en", &b]);
    assert_eq!(html, [pair("b.md", "number-mismatch")]);
    let refused = kasoti(&["check", "--jsonl", "--original", &a], b"");
    assert!(stderr(&refused).contains("cannot be used with"), "a stream names its originals itself");
}

#[test]
fn the_nearest_kasoti_toml_holds_and_arguments_win() {
    let digits = "😀 दर १,5 टक्के आहे. त्यांनी म्हटले म्हटले की.\n";
    let house = house(
        "house",
        &[
            ("kasoti.toml", "ui = \"mr\"\nexclude = [\"drafts/\"]\n[rules]\nmixed-digits = false\n"),
            ("a.txt", digits),
            ("drafts/b.txt", digits),
            ("sport/kasoti.toml", "fail-on = \"never\"\n[rules]\nrepeated-word = \"hint\"\n"),
            ("sport/c.txt", digits),
        ],
    );
    let (a, b) = (format!("{house}/a.txt"), format!("{house}/drafts/b.txt"));
    let sport = [pair("c.txt", "mixed-digits"), pair("c.txt", "repeated-word")];
    assert_eq!(findings(&[&house]), [&[pair("a.txt", "repeated-word")], &sport[..]].concat());
    assert_eq!(findings(&[&b]), [pair("b.txt", "repeated-word")], "what is named is checked");
    assert_eq!(findings(&["--rule", "mixed-digits=on", &a]).len(), 2);
    assert_eq!(findings(&["--no-config", &a]).len(), 2);
    assert_eq!(findings(&["--config", &format!("{house}/kasoti.toml"), &format!("{house}/sport")]).len(), 1);
    let shown = |arguments: &[&str]| stdout(&kasoti(&[&["check"], arguments].concat(), b""));
    assert!(shown(&[&a]).contains("पुन्हा आलेला शब्द  [repeated-word]"), "in Marathi");
    assert!(shown(&["--ui", "en", &a]).contains("Repeated word"));
    let code = |arguments: &[&str]| kasoti(&[&["check"], arguments].concat(), b"").status.code();
    assert_eq!(code(&[&format!("{house}/sport")]), Some(0), "the house never fails");
    assert_eq!(code(&["--fail-on", "critical", &format!("{house}/sport")]), Some(1));
}

#[test]
fn a_house_says_where_its_originals_are() {
    let house = house(
        "translations",
        &[
            ("kasoti.toml", "original = \"en/{stem}.txt\"\n"),
            ("mr/a.txt", STORY),
            ("mr/own.txt", STORY),
            ("en/a.txt", ORIGINAL),
        ],
    );
    assert_eq!(
        findings(&[&house]),
        [pair("a.txt", "number-mismatch")],
        "a file without an original is no mistake"
    );
}

#[test]
fn a_mistake_in_it_is_told_once_with_its_line() {
    let house = house(
        "mistaken",
        &[("kasoti.toml", "# 😀\n[rules]\nmixed-digit = false\n"), ("a.txt", STORY), ("b.txt", STORY)],
    );
    let output = kasoti(&["check", &house], b"");
    assert_eq!(output.status.code(), Some(2));
    let told = "kasoti.toml:3: unknown rule \"mixed-digit\"; did you mean \"mixed-digits\"?\n";
    assert_eq!(stderr(&output), format!("kasoti: {house}/{told}"));
}
