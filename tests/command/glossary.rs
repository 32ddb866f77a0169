//! `kasoti glossary`, and the lists that the other tasks read.

use std::fs;

use crate::{folder, kasoti, stderr, stdout};

const TABLE: &str = "\u{feff}रेडिओ 😀,रेडियो\r\n\"पुणे, शहर\",\r\n'=१+१\r\n";
const LIST: &str = "[\n  {\n    \"form\": \"रेडिओ 😀\",\n    \"variants\": [\n      \"रेडियो\"\n    ]\n  },\n  \"पुणे, शहर\",\n  \"=१+१\"\n]\n";

#[test]
fn a_table_becomes_a_list_and_a_table_again() {
    let house = folder("glossary-convert");
    let (table, list) = (format!("{house}/words.csv"), format!("{house}/words.json"));
    fs::write(&table, TABLE).unwrap();
    let done = kasoti(&["glossary", "convert", &table, &list], b"");
    assert_eq!((done.status.code(), stderr(&done)), (Some(0), String::new()));
    assert_eq!(fs::read_to_string(&list).unwrap(), LIST);
    let back = kasoti(&["glossary", "convert", &list, "-", "--format", "csv"], b"");
    assert_eq!(stdout(&back), "रेडिओ 😀,रेडियो\r\n\"पुणे, शहर\"\r\n'=१+१\r\n");
    let again = kasoti(&["glossary", "convert", &table, &list], b"");
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("words.json is there already; --force writes over it"));
    assert_eq!(kasoti(&["glossary", "convert", "--force", &table, &list], b"").status.code(), Some(0));
    let unknown = kasoti(&["glossary", "convert", &table, &format!("{house}/words.ods")], b"");
    assert!(stderr(&unknown).contains("is neither .json nor .csv; say which with --format"));
}

#[test]
fn what_is_wrong_with_a_list_is_told() {
    let house = folder("glossary-check");
    let (good, bad, none) =
        (format!("{house}/good.csv"), format!("{house}/bad.json"), format!("{house}/none.json"));
    fs::write(&good, TABLE).unwrap();
    fs::write(&bad, r#"["क 😀", " ख ", {"form": "ग", "variants": ["ख", "ग"]}, "", "..", "एक\nदोन"]"#)
        .unwrap();
    fs::write(&none, r#"["क 😀", 3]"#).unwrap();
    let checked = kasoti(&["glossary", "check", &good], b"");
    assert_eq!((checked.status.code(), stdout(&checked)), (Some(0), format!("{good}: 3 names, 0 faults\n")));
    let checked = kasoti(&["glossary", "check", &bad], b"");
    let wanted = [
        "entry 2: blanks around \"ख\"",
        "entry 3: \"ख\" is a spelling of entry 2, too",
        "entry 3: \"ग\" twice",
        "entry 4: no word",
        "entry 5: no letter in \"..\"",
        "entry 6: a line break in \"एक\\nदोन\"; no finding is so long",
        "6 names, 6 faults",
    ];
    let wanted: String = wanted.iter().map(|line| format!("{bad}: {line}\n")).collect();
    assert_eq!((checked.status.code(), stdout(&checked)), (Some(1), wanted));
    let checked = kasoti(&["glossary", "check", &good, &none], b"");
    assert_eq!(checked.status.code(), Some(2));
    assert!(
        stderr(&checked).contains("none.json is no list of names: entry 2 is neither a word nor {\"form\"")
    );
}

/// Said twice: a fault, unless the house means it.
const STORY: &str = "😀 त्यांनी म्हटले म्हटले की पाऊस पडला.\n";

#[test]
fn the_words_of_a_list_are_right() {
    let house = folder("glossary-house");
    let (story, list) = (format!("{house}/story.txt"), format!("{house}/words.csv"));
    fs::write(&story, STORY).unwrap();
    fs::write(&list, "इतर,म्हटले म्हटले\r\n").unwrap();
    let count = |arguments: &[&str]| {
        let shown = stdout(&kasoti(&[&["check", "--lang", "mr", &story], arguments].concat(), b""));
        shown.matches("[repeated-word]").count()
    };
    assert_eq!((count(&[]), count(&["--glossary", &list])), (1, 0));
    for glossary in ["\"words.csv\"", "[{form = \"इतर\", variants = [\"म्हटले म्हटले\"]}]"]
    {
        fs::write(format!("{house}/kasoti.toml"), format!("lang = \"mr\"\nglossary = {glossary}\n")).unwrap();
        assert_eq!(count(&[]), 0, "{glossary}");
        assert_eq!(count(&["--no-config"]), 1, "{glossary}");
    }
    fs::write(format!("{house}/kasoti.toml"), "lang = \"mr\"\nglossary = \"none.csv\"\n").unwrap();
    let failed = kasoti(&["check", &story], b"");
    assert!(stderr(&failed).contains("kasoti.toml:2: "), "{}", stderr(&failed));
    assert!(stderr(&failed).contains("none.csv cannot be read"), "{}", stderr(&failed));
    assert_eq!(stdout(&kasoti(&["glossary", "list", &list], b"")), "इतर · म्हटले म्हटले\n");
}
