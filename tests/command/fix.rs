//! `kasoti fix`.

use std::fs;

use crate::{file, kasoti, stderr, stdout};

/// A safe fix, one that must be chosen, and a fact.
const STORY: &str = "😀 पाऊस पडला..\nत्यांनी म्हटले म्हटले की १,5 टन आले.\n";
const MENDED: &str = "😀 पाऊस पडला.\nत्यांनी म्हटले की १,5 टन आले.\n";

#[test]
fn the_mended_text_is_printed_and_mended_again_is_the_same() {
    let path = file("fix.txt", STORY.as_bytes());
    let output = kasoti(&["fix", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), MENDED, "the figure is a fact and stays");
    assert_eq!(stdout(&kasoti(&["fix", "-"], MENDED.as_bytes())), MENDED);
    assert_eq!(fs::read_to_string(path).unwrap(), STORY, "nothing is written unasked");
}

#[test]
fn a_diff_says_what_would_change() {
    let path = file("diff.txt", STORY.as_bytes());
    let name = path.to_str().unwrap();
    let output = kasoti(&["fix", "--diff", name], b"");
    assert_eq!(output.status.code(), Some(1));
    let wanted = format!(
        "--- {name}\n+++ {name}\n@@ -1,2 +1,2 @@\n-😀 पाऊस पडला..\n-त्यांनी म्हटले म्हटले की १,5 टन आले.\n\
         +😀 पाऊस पडला.\n+त्यांनी म्हटले की १,5 टन आले.\n"
    );
    assert_eq!(stdout(&output), wanted);
    let clean = kasoti(&["fix", "--diff", "-"], MENDED.as_bytes());
    assert_eq!((clean.status.code(), stdout(&clean)), (Some(0), String::new()));
}

#[test]
fn files_are_written_back_and_kept_beside() {
    let path = file("write.txt", STORY.as_bytes());
    let (name, kept) = (path.to_str().unwrap(), path.with_file_name("write.txt.orig"));
    let _ = fs::remove_file(&kept);
    let output = kasoti(&["fix", "--write", name], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!((stdout(&output), stderr(&output)), (String::new(), format!("{name}: 2 fixes\n")));
    assert_eq!(fs::read_to_string(&path).unwrap(), MENDED);
    assert_eq!(fs::read_to_string(&kept).unwrap(), STORY);
    let again = kasoti(&["fix", "--write", name], b"");
    assert_eq!(
        (again.status.code(), stderr(&again)),
        (Some(0), String::new()),
        "a second run changes nothing"
    );
}

#[test]
fn an_older_copy_is_not_lost() {
    let path = file("twice.txt", STORY.as_bytes());
    let (name, kept) = (path.to_str().unwrap(), file("twice.txt.orig", "जुने 😀".as_bytes()));
    let refused = kasoti(&["fix", "--write", name], b"");
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("twice.txt.orig exists; move it away or use --no-backup"));
    assert_eq!(fs::read_to_string(&path).unwrap(), STORY);
    assert_eq!(kasoti(&["fix", "--write", "--no-backup", name], b"").status.code(), Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), MENDED);
    assert_eq!(fs::read_to_string(kept).unwrap(), "जुने 😀");
}

#[test]
fn a_fact_is_not_mended_even_where_it_is_safe_and_standard_input_cannot_be_written() {
    let output = kasoti(&["fix", "--rule", "repeated-word=critical", "-"], STORY.as_bytes());
    assert!(stdout(&output).contains("म्हटले म्हटले"));
    let path = file("named.txt", "😀".as_bytes());
    for arguments in [&["-"][..], &["--stdin-name", path.to_str().unwrap(), "-"]] {
        let refused = kasoti(&[&["fix", "--write", "--no-backup"], arguments].concat(), STORY.as_bytes());
        assert_eq!(refused.status.code(), Some(2));
        assert_eq!(stderr(&refused), "kasoti: standard input cannot be written back; leave out --write\n");
    }
    assert_eq!(fs::read_to_string(path).unwrap(), "😀");
}
