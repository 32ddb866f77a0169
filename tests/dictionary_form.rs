//! What names that no gazetteer has are called without their case endings: `tests/golden/dictionary-form.tsv`.

use kasoti::lang::Lang;
use kasoti::report::Report;
use kasoti::{Options, Packs, analyze};

/// The name of what the first mention after `before` bytes of the text names.
fn name(report: &Report, before: usize) -> Option<&str> {
    let mention = report.mentions.iter().find(|m| m.span.start as usize == before)?;
    Some(&report.entities[mention.entity as usize].name)
}

#[test]
fn unknown_names_lose_their_endings() {
    let packs = Packs::builtin();
    let options = Options { lang: Some("mr".into()), ..Options::default() }.check().unwrap();
    let mut wrong = Vec::new();
    for line in include_str!("golden/dictionary-form.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<_> = line.split('\t').collect();
        let [form, expected, kind] = cells[..3] else { panic!("{line}") };
        let known = packs.get(Lang::MARATHI).table("names").contains(expected);
        assert!(!known, "{expected} is in the gazetteer");
        let (front, rest) = match kind {
            "place" => ("😀 तालुक्यातील ", " ग्रामस्थांची बैठक झाली."),
            "person" => ("😀 माजी आमदार ", " पत्रकारांनी प्रश्न विचारला."),
            _ => panic!("{kind}"),
        };
        let report = analyze(&[front, form, rest].concat(), &options, &packs);
        let right = name(&report, front.len()) == Some(expected);
        if right == cells.contains(&"missed") {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "decided another way than the table says: {wrong:#?}");
}
