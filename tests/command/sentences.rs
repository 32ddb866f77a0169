//! `kasoti sentences`.

use serde_json::{Value, json};

use crate::{file, kasoti, stderr, stdout};

const STORY: &str = "😀 डॉ. राव आले. ते म्हणाले, “बसा.”\n\nपाऊस थांबला.";

#[test]
fn one_sentence_is_one_line() {
    let path = file("sentences.txt", STORY.as_bytes());
    let printed = stdout(&kasoti(&["sentences", path.to_str().unwrap()], b""));
    assert_eq!(printed, "😀 डॉ. राव आले.\nते म्हणाले, “बसा.”\nपाऊस थांबला.\n");
}

#[test]
fn programs_get_offsets_in_the_unit_that_they_ask_for() {
    let path = file("offsets.txt", "😀 आला. गेला.".as_bytes());
    let path = path.to_str().unwrap();
    let json: Value =
        serde_json::from_slice(&kasoti(&["sentences", "--format", "json", path], b"").stdout).unwrap();
    let sentences = json!([
        {"start": 0, "end": 7, "paragraph": 0, "text": "😀 आला."},
        {"start": 8, "end": 13, "paragraph": 0, "text": "गेला."},
    ]);
    assert_eq!(json, json!([{"id": path, "lang": "mr", "sentences": sentences}]));
    let lines = stdout(&kasoti(&["sentences", "--format", "jsonl", "--offsets", "codepoint", path], b""));
    let second: Value = serde_json::from_str(lines.lines().nth(1).unwrap()).unwrap();
    assert_eq!(second, json!({"id": path, "start": 7, "end": 12, "paragraph": 0, "text": "गेला."}));
}

#[test]
fn an_unknown_language_is_refused_before_anything_is_read() {
    let output = kasoti(&["sentences", "--lang", "klingon", "no-such-file"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("kasoti: unknown language \"klingon\""));
}
