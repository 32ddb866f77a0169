//! Files of other formats, folders and patterns.

use std::fs;

use serde_json::{Value, json};

use crate::{FAULTY, file, folder, kasoti, stderr, stdout};

const PAGE: &str =
    "<title>😀</title>\n<p>😀 गेल्या <b>वर्षी</b>\n  १,5 टन &amp; पाऊस..</p><script>x..</script>\n";

#[test]
fn findings_are_placed_in_the_file() {
    let path = file("page.html", PAGE.as_bytes());
    let path = path.to_str().unwrap();
    let shown = stdout(&kasoti(&["check", path], b""));
    let heads: Vec<_> = shown.lines().filter_map(|line| line.strip_prefix(path)).collect();
    assert!(heads[0].starts_with(":3:3  critical  Digits"), "{shown}");
    assert!(heads[1].starts_with(":3:20  minor  Doubled mark"), "{shown}");
    assert_eq!(heads[2], ": 2 findings, 1 entity, 1 sentence (mr)");
    let printed = |format: &str| stdout(&kasoti(&["check", "--format", format, path], b""));
    let json: Value = serde_json::from_str(&printed("json")).unwrap();
    let at = PAGE.find("१,5").unwrap();
    let units = PAGE[..at].encode_utf16().count();
    assert_eq!(json[0]["findings"][0]["start"], units);
    assert_eq!(json[0]["findings"][0]["end"], units + 3);
    let sarif: Value = serde_json::from_str(&printed("sarif")).unwrap();
    let place = &sarif["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(*place, json!({"startLine": 3, "startColumn": 20, "endLine": 3, "endColumn": 22}));
    assert!(printed("github").contains(",line=3,endLine=3,col=3,endColumn=6,"));
}

#[test]
fn a_fix_over_markup_is_shown_to_people_and_not_to_programs() {
    let page = "<p>😀 त्यांनी <i>म्हटले</i> म्हटले की “असे &lt;”&lt; की की.</p>";
    let shown = |format: &str| {
        let output =
            kasoti(&["check", "--lang", "mr", "--read-as", "html", "--format", format, "-"], page.as_bytes());
        stdout(&output)
    };
    assert!(shown("text").contains("    <p>😀 त्यांनी <i>म्हटले</i> म्हटले की"), "{}", shown("text"));
    assert!(shown("text").contains("    → म्हटले\n"), "{}", shown("text"));
    assert!(shown("github").contains("::«म्हटले म्हटले» The same word"), "the words without their tags");
    let json: Value = serde_json::from_str(&shown("json")).unwrap();
    let repeated: Vec<_> =
        json[0]["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "repeated-word").collect();
    assert_eq!((&repeated[0]["fixes"], &repeated[0]["safe"]), (&Value::Null, &Value::Null));
    let at = page[..page.find("की की").unwrap()].encode_utf16().count();
    assert_eq!(repeated[1]["fixes"][0]["edits"][0], json!({"start": at, "end": at + 5, "text": "की"}));
    assert_eq!(repeated[1]["safe"], true);
}

/// A fault in each format, and the file with it mended.
const MENDED: &[(&str, &str, &str)] = &[
    (
        "m.html",
        PAGE,
        "<title>😀</title>\n<p>😀 गेल्या <b>वर्षी</b>\n  १,5 टन &amp; पाऊस.</p><script>x..</script>\n",
    ),
    (
        "m.md",
        "# 😀 वृत्त..\n\n`म्हटले म्हटले` त्यांनी *म्हटले* म्हटले की पाऊस\n> म्हटले म्हटले की.\n",
        "# 😀 वृत्त.\n\n`म्हटले म्हटले` त्यांनी *म्हटले* म्हटले की पाऊस\n> म्हटले की.\n",
    ),
    (
        "m.srt",
        "1\r\n00:01,000 --> 00:02,000\r\n<i>😀 त्यांनी म्हटले म्हटले</i>\r\nकी पाऊस..\r\n",
        "1\r\n00:01,000 --> 00:02,000\r\n<i>😀 त्यांनी म्हटले</i>\r\nकी पाऊस.\r\n",
    ),
    (
        "m.po",
        "msgid \"He said…\"\nmsgstr \"\"\n\"😀 त्यांनी म्हटले \"\n\"म्हटले की %s\\n\"\n\"पाऊस पडला..\"\n",
        "msgid \"He said…\"\nmsgstr \"\"\n\"😀 त्यांनी म्हटले \"\n\"म्हटले की %s\\n\"\n\"पाऊस पडला.\"\n",
    ),
    (
        "m.xlf",
        "<xliff version='1.2'><file target-language='mr'><trans-unit id='1'><source>x..</source><target>😀 त्यांनी म्हटले म्हटले की <g>पाऊस</g> पाऊस &lt; २.</target></trans-unit></file></xliff>",
        "<xliff version='1.2'><file target-language='mr'><trans-unit id='1'><source>x..</source><target>😀 त्यांनी म्हटले की <g>पाऊस</g> पाऊस &lt; २.</target></trans-unit></file></xliff>",
    ),
];

#[test]
fn words_are_mended_and_markup_stays() {
    for (name, faulty, mended) in MENDED {
        let path = file(name, faulty.as_bytes());
        let path = path.to_str().unwrap();
        assert_eq!(stdout(&kasoti(&["fix", "--lang", "mr", path], b"")), *mended, "{name}");
        let again = kasoti(&["fix", "--lang", "mr", "--stdin-name", name, "-"], mended.as_bytes());
        assert_eq!(stdout(&again), *mended, "{name}: a second run changes nothing");
    }
}

/// An ending, and how a text is written in files of it.
type Writing = (&'static str, fn(&str) -> String);

const WRITTEN: [Writing; 5] = [
    ("html", |text| format!("<p>{}</p>", escaped(text))),
    ("vtt", |text| format!("WEBVTT\n\n00:01 --> 00:02\n{}\n", escaped(text))),
    ("srt", |text| format!("1\n00:01 --> 00:02\n{text}\n")),
    ("po", |text| format!("msgid \"x\"\nmsgstr \"{}\"\n", text.replace('"', "\\\""))),
    ("xlf", |text| format!("<xliff><trans-unit><target>{}</target></trans-unit></xliff>", escaped(text))),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// One text a rule. Line breaks and tags mean something of their own in some formats.
#[test]
fn a_fault_is_mended_alike_in_every_format() {
    let house = folder("alike");
    let examples =
        include_str!("../../src/bin/kasoti/examples.tsv").lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<Vec<_>> = examples.map(|line| line.split('\t').collect()).collect();
    let rows: Vec<_> = rows.iter().filter(|row| row.len() == 3 && !row[2].contains(['⏎', '<'])).collect();
    assert!(rows.len() > 30, "{}", rows.len());
    for row in &rows {
        fs::write(format!("{house}/{}.txt", row[0]), row[2]).unwrap();
        for (ending, written) in WRITTEN {
            fs::write(format!("{house}/{}.{ending}", row[0]), written(row[2])).unwrap();
        }
    }
    let output = kasoti(&["fix", "--lang", "mr", "--write", "--no-backup", &house], b"");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let read = |code: &str, ending: &str| fs::read_to_string(format!("{house}/{code}.{ending}")).unwrap();
    let mut mended = 0;
    for row in &rows {
        let plain = read(row[0], "txt");
        mended += usize::from(plain != row[2]);
        for (ending, written) in WRITTEN {
            assert_eq!(read(row[0], ending), written(&plain), "{} as {ending}", row[0]);
        }
    }
    assert!(mended > 10, "{mended} were mended");
}

#[test]
fn a_translation_is_compared_with_the_original_beside_it() {
    let po = "msgid \"The flood left 38,000 people homeless.\"\nmsgstr \"पुरात ८३ हजार लोक बेघर झाले. 😀\"\n\
              \nmsgid \"It rained for 12 days.\"\nmsgstr \"बारा दिवस पाऊस पडला.\"\n";
    let path = file("flood.po", po.as_bytes());
    let output = kasoti(&["check", "--format", "json", "--offsets", "byte", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = json[0]["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{json}");
    assert_eq!(
        (&findings[0]["code"], &findings[0]["args"]["source"]),
        (&json!("number-mismatch"), &json!("38,000"))
    );
    assert_eq!(findings[0]["start"], po.find("८३").unwrap());
    let place = |words: &str| {
        let at = po.find(words).unwrap();
        json!({"start": at, "end": at + words.len()})
    };
    assert_eq!(
        json[0]["pairs"][1],
        json!({"text": place("बारा दिवस पाऊस पडला."), "original": place("It rained for 12 days.")})
    );
    assert_eq!(findings[0]["original"], place("38,000"));
}

#[test]
fn a_target_without_a_source_is_compared_with_nothing() {
    let xliff = "<xliff version='1.2'><file target-language='mr'><trans-unit id='1'><target>पुरात ८३ हजार लोक बेघर झाले. 😀</target></trans-unit></file></xliff>";
    let output = kasoti(&["check", "--format", "github", "--read-as", "xliff", "-"], xliff.as_bytes());
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), String::new()));
}

#[test]
fn folders_and_patterns_are_looked_through() {
    let news = folder("news");
    fs::create_dir_all(format!("{news}/june")).unwrap();
    for (name, words) in [("b.txt", FAULTY), ("a.md", "😀 पाऊस.\n"), ("june/c.txt", FAULTY), ("d.png", "")]
    {
        fs::write(format!("{news}/{name}"), words).unwrap();
    }
    let files = |named: &str| {
        let lines = stdout(&kasoti(&["check", "--format", "jsonl", named], b""));
        let name =
            |line: &str| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned();
        lines.lines().map(|line| name(line).replace(&news, "")).collect::<Vec<_>>()
    };
    assert_eq!(files(&news), ["/a.md", "/b.txt", "/june/c.txt"]);
    assert_eq!(files(&format!("{news}/*.txt")), ["/b.txt"]);
    assert_eq!(files(&format!("{news}/**/*.txt")), ["/b.txt", "/june/c.txt"]);
    let none = kasoti(&["check", &format!("{news}/*.po")], b"");
    assert_eq!(none.status.code(), Some(2));
    assert!(stderr(&none).contains("/*.po names no file to check"), "{}", stderr(&none));
}

#[test]
fn standard_input_may_have_a_name_and_any_file_a_format() {
    let output = kasoti(&["check", "--stdin-name", "desk/story.html", "-"], PAGE.as_bytes());
    assert!(stdout(&output).starts_with("desk/story.html:3:3  critical"), "{}", stdout(&output));
    let output = kasoti(&["sentences", "--read-as", "html", "-"], PAGE.as_bytes());
    assert_eq!(stdout(&output), "😀 गेल्या वर्षी १,5 टन & पाऊस..\n");
    let broken = kasoti(&["check", "--stdin-name", "x.xlf", "-"], b"<a>");
    assert_eq!(broken.status.code(), Some(2));
    assert!(
        stderr(&broken).starts_with("kasoti: x.xlf is no XLIFF: an element is never closed"),
        "{}",
        stderr(&broken)
    );
}
