//! `kasoti entities`.

use serde_json::{Value, json};

use crate::{file, kasoti, stdout};

const STORY: &str = "😀 सेर्गे लव्ह्रोव्ह सोमवारी पुण्यात आले. लव्ह्रोव्ह यांनी पुण्याचे आभार मानले.";

#[test]
fn each_entity_is_told_with_its_forms() {
    let path = file("names.txt", STORY.as_bytes());
    let path = path.to_str().unwrap();
    let printed = stdout(&kasoti(&["entities", path], b""));
    let rows: Vec<Vec<_>> = printed.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[0], [format!("{path}:")]);
    assert_eq!(rows[1][..4], ["person", "2", "सेर्गे", "लव्ह्रोव्ह"], "{printed}");
    assert!(rows.iter().any(|row| row.starts_with(&["date", "1", "सोमवारी"])), "{printed}");
    assert!(rows.iter().any(|row| row.starts_with(&["place", "2", "पुणे"])), "{printed}");
}

#[test]
fn programs_get_json_lines_and_a_table() {
    let path = file("names.json.txt", STORY.as_bytes());
    let path = path.to_str().unwrap();
    let printed = |format: &str| stdout(&kasoti(&["entities", "--format", format, path], b""));
    let json: Value = serde_json::from_str(&printed("json")).unwrap();
    let person = &json[0]["entities"][0];
    assert_eq!(
        (&person["kind"], &person["name"], &person["count"]),
        (&json!("person"), &json!("सेर्गे लव्ह्रोव्ह"), &json!(2))
    );
    assert_eq!(person["forms"][1], json!({"text": "लव्ह्रोव्ह", "count": 1}));
    assert_eq!(person["mentions"][0]["start"], 3, "UTF-16: the emoji is two");
    let line: Value = serde_json::from_str(printed("jsonl").lines().next().unwrap()).unwrap();
    assert_eq!((&line["id"], &line["name"]), (&json!(path), &person["name"]));
    let table = printed("csv");
    let rows: Vec<_> = table.lines().collect();
    assert_eq!(rows[0], "file,kind,name,count,forms");
    assert_eq!(rows[1], format!("{path},person,सेर्गे लव्ह्रोव्ह,2,\"सेर्गे लव्ह्रोव्ह 1, लव्ह्रोव्ह 1\""));
}
