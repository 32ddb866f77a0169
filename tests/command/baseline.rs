//! `kasoti check --baseline`.

use std::fs;

use crate::{folder, kasoti, stderr, stdout};

const STORY: &str = "😀 वृत्त\nगेल्या वर्षी १,5 टन कांदा निर्यात झाला. त्यांनी म्हटले म्हटले की.\n";

#[test]
fn what_is_known_is_left_out_whatever_is_written_elsewhere() {
    let house = folder("baseline");
    let (a, b, known) = (format!("{house}/a.txt"), format!("{house}/b.txt"), format!("{house}/known.json"));
    fs::write(&a, STORY).unwrap();
    fs::write(&b, STORY).unwrap();
    let written = kasoti(&["check", "--baseline", &known, "--write-baseline", &a], b"");
    assert_eq!((written.status.code(), stderr(&written)), (Some(0), format!("{known}: 2 known\n")));
    let text = fs::read_to_string(&known).unwrap();
    assert!(text.contains("\"a.txt\"") && text.contains("\"before\": \"गेल्या वर्षी \""), "{text}");
    let check = |files: &[&str]| {
        let output = kasoti(&[&["check", "--format", "github", "--baseline", &known], files].concat(), b"");
        (output.status.code().unwrap(), stdout(&output).lines().count())
    };
    assert_eq!(check(&[&a]), (0, 0));
    assert_eq!(check(&[&a, &b]), (1, 2), "the same words in another file are new");
    fs::write(&a, format!("आधी एक ओळ. १,5 पुन्हा.\n{STORY}")).unwrap();
    assert_eq!(check(&[&a]), (1, 1), "what moved is known, what was added is new");
    fs::write(&a, format!("{STORY}{}", STORY.lines().nth(1).unwrap())).unwrap();
    assert_eq!(check(&[&a]), (1, 2), "once known is not known twice");
    fs::write(&a, STORY).unwrap();
    let second = kasoti(&["check", "--baseline", &known, "--write-baseline", &b], b"");
    assert_eq!(stderr(&second), format!("{known}: 4 known\n"), "what other files had stays");
    assert_eq!(check(&[&a, &b]), (0, 0));
    fs::remove_file(&a).unwrap();
    let third = kasoti(&["check", "--baseline", &known, "--write-baseline", &b], b"");
    assert_eq!(stderr(&third), format!("{known}: 2 known\n"), "but not that of files that are no more");
}

#[test]
fn a_baseline_that_cannot_be_read_stops_the_check() {
    let house = folder("no-baseline");
    let told = |arguments: &[&str]| {
        let output = kasoti(&[&["check"], arguments].concat(), b"");
        assert_eq!(output.status.code(), Some(2));
        stderr(&output)
    };
    let missing = format!("{house}/none.json");
    assert!(told(&["--baseline", &missing, "-"]).contains("none.json cannot be read: "));
    let broken = format!("{house}/broken.json");
    fs::write(&broken, "{\n\"version\": x").unwrap();
    assert!(
        told(&["--baseline", &broken, "-"]).contains("broken.json is no baseline: expected value at line 2")
    );
    assert!(told(&["--write-baseline", "-"]).contains("--baseline <FILE>"), "it must say where");
}
