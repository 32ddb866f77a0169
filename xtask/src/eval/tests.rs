//! Scores of answers whose figures can be worked out by hand.

use super::figures::Figure;
use super::gold::Range;
use super::system::{Finding, Mention};
use super::*;

/// Two articles: a machine's, with an emoji before everything, and a journalist's.
fn golds() -> Vec<Gold> {
    let mt = r#"{"id": "a", "lang": "mr", "kind": "mt", "text": "😀 राम आला. सीता  गेली.\nतो तो हसला.",
        "sentences": [[0, 10], [11, 22], [23, 34]],
        "entities": [{"kind": "PER", "id": "ram", "start": 2, "end": 5},
                     {"kind": "PER", "id": "sita", "start": 11, "end": 15}],
        "artifacts": [{"code": "repeated-word", "start": 23, "end": 28, "fix": "तो", "sev": "major"}]}"#;
    let clean = r#"{"id": "b", "lang": "mr", "kind": "clean", "text": "हे ठीक आहे.", "sentences": [[0, 11]],
        "entities": []}"#;
    [mt, clean].map(|json| serde_json::from_str(json).unwrap()).into()
}

/// What a system would say that agrees with the annotators in everything.
fn perfect(gold: &Gold) -> Answer {
    let mut ids: Vec<&str> = gold.entities.iter().map(|e| e.id.as_str()).collect();
    ids.dedup();
    let entity = |id: &str| ids.iter().position(|i| *i == id).unwrap() as u32;
    Answer {
        sentences: gold.sentences.iter().map(|&(start, end)| Range { start, end }).collect(),
        mentions: gold
            .entities
            .iter()
            .map(|e| Mention { range: e.range, kind: e.kind.clone(), entity: entity(&e.id) })
            .collect(),
        findings: gold
            .artifacts
            .iter()
            .map(|a| Finding {
                range: a.range,
                code: a.code.clone(),
                severity: "major".into(),
                fixes: a.fix.iter().map(|fix| (a.range, fix.clone())).collect(),
            })
            .collect(),
        bad_offsets: 0,
        traces: 0.0,
        many: false,
    }
}

fn assert_rates(figures: &Figures, expected: &[(&str, f64)]) {
    for (name, value) in expected {
        match figures.get(name) {
            Some(Figure::Rate(Some(rate))) => {
                assert!((rate - value).abs() < 1e-9, "{name}: {rate}, not {value}")
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn agreement_in_everything_gives_one_in_every_rate() {
    let golds = golds();
    let figures = score(&golds, &golds.iter().map(perfect).collect::<Vec<_>>());
    let is_rate = |name: &str| {
        [".precision", ".recall", ".f1", ".coverage"].iter().any(|end| name.ends_with(end))
            || name.starts_with("fix.accuracy")
    };
    for (name, figure) in figures.iter().filter(|(name, _)| is_rate(name)) {
        assert!(matches!(figure, Figure::Rate(None | Some(1.0))), "{name}: {figure:?}");
    }
    assert_eq!(figures.get("words"), Some(Figure::Count(10)));
    assert_eq!(figures.get("sent.boundary.gold"), Some(Figure::Count(2)));
    assert_eq!(figures.get("sent.inner.gold"), Some(Figure::Count(1)));
    assert_eq!(figures.get("clean.false_per_1000"), Some(Figure::Rate(Some(0.0))));
}

#[test]
fn each_mistake_shows_in_its_figure() {
    let golds = golds();
    let mut answers: Vec<_> = golds.iter().map(perfect).collect();
    let mt = &mut answers[0];
    mt.sentences.remove(0);
    mt.sentences[0].start = 0;
    mt.mentions[0].kind = "place".into();
    mt.mentions[1].range.end = 17;
    mt.mentions[1].entity = 0;
    mt.findings[0].code = "stuttered-word".into();
    let alarm = Range { start: 0, end: 2 };
    let alarm = Finding { range: alarm, code: "calque".into(), severity: "minor".into(), fixes: vec![] };
    answers[1].findings.push(alarm);
    assert_rates(
        &score(&golds, &answers),
        &[
            ("sent.boundary.recall", 1.0 / 2.0),
            ("sent.boundary.precision", 1.0),
            ("sent.span.recall", 2.0 / 4.0),
            ("sent.span.precision", 2.0 / 3.0),
            ("ent.exact.f1", 0.0),
            ("ent.span_only.f1", 1.0 / 2.0),
            ("ent.token.f1", 0.0),
            ("ent.lenient.f1", 1.0 / 2.0),
            ("ent.lenient_any_kind.f1", 1.0),
            ("link.bcubed.precision", 1.0 / 2.0),
            ("link.bcubed.recall", 1.0),
            ("art.strict.precision", 0.0),
            ("art.family.precision", 1.0 / 2.0),
            ("art.family.recall", 1.0),
            ("art.loose.precision", 1.0 / 2.0),
            ("art.items.strict.recall", 0.0),
            ("art.items.loose.recall", 1.0),
            ("clean.false_per_1000", 1000.0 / 3.0),
            ("clean.false_per_1000.minor", 1000.0 / 3.0),
            ("fix.accuracy.of_gold", 0.0),
        ],
    );
}

#[test]
fn optional_marks_are_neither_wanted_nor_punished() {
    let mut golds = golds();
    let gold = &mut golds[0];
    gold.optional_artifacts = std::mem::take(&mut gold.artifacts);
    gold.optional_entities = std::mem::take(&mut gold.entities);
    let mut answer = perfect(&golds[1]);
    answer.sentences = golds[0].sentences.iter().map(|&(start, end)| Range { start, end }).collect();
    let range = golds[0].optional_entities[0].range;
    answer.mentions = vec![Mention { range, kind: "person".into(), entity: 0 }];
    let range = golds[0].optional_artifacts[0].range;
    answer.findings =
        vec![Finding { range, code: "repeated-word".into(), severity: "major".into(), fixes: vec![] }];
    let figures = score(&golds[..1], &[answer]);
    assert_rates(&figures, &[("art.strict.precision", 1.0)]);
    for (name, count) in [
        ("ent.exact.system", 0),
        ("ent.on_optional_dropped", 1),
        ("art.gold", 0),
        ("art.findings_on_optional_only", 1),
    ] {
        assert_eq!(figures.get(name), Some(Figure::Count(count)), "{name}");
    }
}

#[test]
fn a_mark_off_the_text_is_refused_with_its_line() {
    let file = std::env::temp_dir().join(format!("kasoti-gold-{}.jsonl", std::process::id()));
    let line = r#"{"id": "x", "lang": "mr", "text": "हे 🌾", "sentences": [[0, 5]], "entities": []}"#;
    std::fs::write(&file, format!("\n{line}\n")).unwrap();
    let error = format!("{:#}", gold::read(&file).unwrap_err());
    assert!(error.ends_with(".jsonl:2: x: 0 to 5 is no range of its 4 code points"), "{error}");
    std::fs::remove_file(file).unwrap();
}
