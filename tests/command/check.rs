//! `kasoti check`.

use serde_json::{Value, json};

use crate::{FAULTY, file, folder, kasoti, stderr, stdout};

#[test]
fn people_read_the_line_the_mark_the_reason_and_the_fix() {
    let path = file("faulty.txt", FAULTY.as_bytes());
    let output = kasoti(&["check", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    let shown = stdout(&output);
    let lines: Vec<_> = shown.lines().collect();
    assert!(lines[0].ends_with(":2:14  critical  Digits from two scripts  [mixed-digits]"), "{shown}");
    assert_eq!(lines[1], "    गेल्या वर्षी १,5 टन कांदा निर्यात झाला.");
    assert_eq!(lines[2].trim(), "~~~");
    assert_eq!(lines[3], "    One figure mixes two scripts; check the figure.");
    assert_eq!(lines[4..6], ["    → १,५", "    → 1,5"]);
    assert!(shown.trim_end().ends_with("2 sentences (mr)"), "{shown}");
    let marathi = stdout(&kasoti(&["check", "--ui", "mr", path.to_str().unwrap()], b""));
    assert!(marathi.contains("एकाच आकड्यात दोन लिप्यांचे अंक आहेत; आकडा तपासा."), "{marathi}");
}

#[test]
fn the_exit_code_says_whether_something_grave_was_found() {
    let (faulty, clean) =
        (file("grave.txt", FAULTY.as_bytes()), file("clean.txt", "सर्व ठीक आहे. 😀".as_bytes()));
    let code = |arguments: &[&str]| kasoti(arguments, b"").status.code().unwrap();
    let (faulty, clean) = (faulty.to_str().unwrap(), clean.to_str().unwrap());
    assert_eq!(code(&["check", clean]), 0);
    assert_eq!(code(&["check", clean, faulty]), 1);
    assert_eq!(code(&["check", "--fail-on", "never", faulty]), 0);
    assert_eq!(code(&["check", "--rule", "mixed-digits=hint", faulty]), 0);
    assert_eq!(code(&["check", "--rule", "mixed-digits=hint", "--fail-on", "hint", faulty]), 1);
    assert_eq!(code(&["check", "--rule", "mixed-digits=off", "--fail-on", "hint", faulty]), 0);
    assert_eq!(code(&["check"]), 2, "no file named");
}

#[test]
fn a_file_that_cannot_be_checked_is_named_and_the_others_are_checked() {
    let (bad, good) = (file("latin1.txt", b"caf\xe9"), file("good.txt", FAULTY.as_bytes()));
    let folder = folder("empty");
    let output =
        kasoti(&["check", "no-such-file.txt", &folder, bad.to_str().unwrap(), good.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(2));
    let told = stderr(&output);
    let lines: Vec<_> = told.lines().collect();
    assert!(lines[0].starts_with("kasoti: no-such-file.txt cannot be read: "), "{told}");
    assert!(lines[1].starts_with(&format!("kasoti: {folder} holds no file to check (txt, md, ")), "{told}");
    assert!(lines[2].ends_with("latin1.txt is not UTF-8 (byte 3); save it as UTF-8 and try again"), "{told}");
    assert!(stdout(&output).contains("mixed-digits"));
}

#[test]
fn other_programs_read_json_sarif_and_annotations() {
    let path = file("machines.txt", FAULTY.as_bytes());
    let printed = |format: &str| stdout(&kasoti(&["check", "--format", format, path.to_str().unwrap()], b""));
    let json: Value = serde_json::from_str(&printed("json")).unwrap();
    let finding = &json[0]["findings"][0];
    assert_eq!((&finding["start"], &finding["end"]), (&json!(22), &json!(25)), "UTF-16 by default");
    let line: Value = serde_json::from_str(printed("jsonl").trim()).unwrap();
    assert_eq!(line, json[0]);
    let sarif: Value = serde_json::from_str(&printed("sarif")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let region = json!({"startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 17});
    assert_eq!(result["locations"][0]["physicalLocation"]["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(*replacement, json!({"deletedRegion": region, "insertedContent": {"text": "१,५"}}));
    let annotation = printed("github");
    assert!(annotation.starts_with("::error file="), "{annotation}");
    assert!(
        annotation.contains(",line=2,endLine=2,col=14,endColumn=17,title=mixed-digits::«१,5» One figure")
    );
}

#[test]
fn a_stream_is_answered_line_by_line_whatever_is_on_a_line() {
    let input = [
        r#"{"id": 1, "text": "😀 १,5 टन", "lang": "mr"}"#.as_bytes(),
        b"",
        b"{oops",
        b"\xff\xfe",
        r#"{"id": "three"}"#.as_bytes(),
        r#"{"id": 4, "text": "x", "lang": "marathi"}"#.as_bytes(),
        r#"{"id": 5, "text": "x", "langg": "mr"}"#.as_bytes(),
        r#"{"id": 6, "text": "", "lang": null, "original": "Rain"}"#.as_bytes(),
        r#"{"id": 7, "text": "पुण्यात ४० जण आले.", "lang": "mr", "original": "😀 Fourteen came to Pune."}"#
            .as_bytes(),
    ]
    .join(&b'\n');
    let output = kasoti(&["check", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Value> = stdout(&output).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 8, "an empty line is no line");
    assert_eq!(lines[0]["id"], 1);
    assert_eq!(lines[0]["findings"][0]["start"], 3);
    assert_eq!(lines[0]["findings"][0]["fixes"][0]["edits"][0], json!({"start": 3, "end": 6, "text": "१,५"}));
    assert!(lines[1]["error"].as_str().unwrap().starts_with("the line is not a JSON object: "));
    assert_eq!(lines[2], json!({"error": "the line is not UTF-8 (byte 0)"}));
    assert_eq!(lines[3], json!({"id": "three", "error": "the line has no \"text\", or it is no string"}));
    assert!(
        lines[4]["error"]
            .as_str()
            .unwrap()
            .starts_with("unknown language \"marathi\"; known are auto, mr, hi, en")
    );
    assert_eq!(lines[5], json!({"id": 5, "error": "unknown option \"langg\"; did you mean \"lang\"?"}));
    assert_eq!(lines[6]["sentences"], json!([]));
    assert_eq!(lines[7]["findings"][0]["original"], json!({"start": 3, "end": 11}), "units of the original");
}

#[test]
fn offsets_count_what_was_asked_for() {
    let starts = ["utf16", "codepoint", "byte"].map(|unit| {
        let input = r#"{"text": "😀 १,5", "lang": "mr"}"#.as_bytes();
        let line: Value =
            serde_json::from_slice(&kasoti(&["check", "--jsonl", "--offsets", unit], input).stdout).unwrap();
        line["findings"][0]["start"].as_u64().unwrap()
    });
    assert_eq!(starts, [3, 2, 5]);
}

#[test]
fn mistakes_in_the_arguments_are_told_at_once() {
    let told = |arguments: &[&str]| {
        let output = kasoti(arguments, b"{}");
        assert_eq!(output.status.code(), Some(2));
        stderr(&output)
    };
    assert_eq!(
        told(&["check", "--jsonl", "--rule", "mixed-digit=off"]),
        "kasoti: unknown rule \"mixed-digit\"; did you mean \"mixed-digits\"?\n"
    );
    assert!(
        told(&["check", "--jsonl", "--rule", "mixed-digits"])
            .contains("write CODE=off, CODE=on, CODE=severity or CODE=preference")
    );
    assert!(told(&["check", "--lang", "klingon", "x"]).contains("unknown language \"klingon\""));
    assert!(told(&["chekc"]).contains("check"), "the nearest subcommand is offered");
}

#[test]
fn build_servers_read_junit() {
    let text = "😀 वृत्त\nदर १,5 टक्के. <b>पाऊस</b> पडला..\n";
    let (faulty, clean) =
        (file("junit.txt", text.as_bytes()), file("junit-clean.txt", "सर्व ठीक आहे. 😀".as_bytes()));
    let (faulty, clean) = (faulty.to_str().unwrap(), clean.to_str().unwrap());
    let output = kasoti(&["check", "--format", "junit", faulty, clean], b"");
    assert_eq!(output.status.code(), Some(1));
    let xml = stdout(&output);
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kasoti\" tests=\"5\" failures=\"3\">"), "{xml}");
    let case =
        format!("<testcase name=\"mixed-digits 2:4\" classname=\"{faulty}\" file=\"{faulty}\" line=\"2\">");
    assert!(xml.contains(&case), "{xml}");
    assert!(
        xml.contains("<failure message=\"Digits from two scripts\" type=\"critical\">«१,5» One figure"),
        "{xml}"
    );
    assert!(xml.contains("«&lt;b&gt;» "), "{xml}");
    assert!(xml.contains("<system-out>«..» The mark stands twice.</system-out>"), "{xml}");
    assert!(xml.contains(&format!("<testcase name=\"kasoti\" classname=\"{clean}\"/>")), "{xml}");
}

#[test]
fn jobs_change_nothing_but_the_time() {
    let house = folder("jobs");
    for i in 0..12 {
        let words = FAULTY.repeat(1 + (12 - i) % 5);
        std::fs::write(format!("{house}/{i:02}.txt"), words).unwrap();
    }
    let printed = |jobs: &str| stdout(&kasoti(&["check", "--jobs", jobs, "--format", "jsonl", &house], b""));
    let one = printed("1");
    let names: Vec<Value> =
        one.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect();
    let wanted: Vec<_> = (0..12).map(|i| json!(format!("{house}/{i:02}.txt"))).collect();
    assert_eq!(names, wanted);
    assert_eq!(printed("8"), one);
}
