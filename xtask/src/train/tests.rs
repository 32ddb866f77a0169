//! The form of the annotated sentences, and that learning gives the same bytes each time. This learns from a few hundred
//! sentences; `cargo xtask train mr --check` learns from all and compares with the tracked file.

use std::collections::HashSet;
use std::fs;

use kasoti::entity::Kind;
use unicode_normalization::is_nfc;

use super::*;
use crate::shell::files;

/// Words of Marathi that stand outside the mark of a place.
const OUTSIDE: [&str; 12] =
    ["नदी", "जिल्हा", "जिल्ह्या", "तालुका", "तालुक्या", "राज्य", "राज्या", "शहर", "शहरा", "पर्वत", "डोंगर", "खोरे"];

/// Words of Marathi that alone are no organisation.
const COMMON: [&str; 10] =
    ["महापालिका", "ग्रामपंचायत", "संसद", "संसदे", "विधानसभा", "विधानसभे", "मंत्रालय", "पोलीस", "सरकार", "न्यायालय"];

#[test]
fn sentences_have_the_form_that_the_guide_says() {
    let folder = root().join("data/entities");
    let mut count = 0;
    for path in files(&folder).unwrap().iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        let text = fs::read_to_string(folder.join(path)).unwrap();
        let mut seen = HashSet::new();
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = format!("{}:{}", path.display(), n + 1);
            assert!(seen.insert(line), "{place} stands there twice");
            assert!(is_nfc(line), "{place} is not NFC");
            assert_eq!(line.split_whitespace().collect::<Vec<_>>().join(" "), line, "{place}: stray space");
            let sentence = corpus::parse(line).unwrap_or_else(|error| panic!("{place}: {error}"));
            assert!(!sentence.text.contains(['{', '}']), "{place}: a brace that is no mark");
            for (range, kind) in &sentence.names {
                settled(&sentence.text[range.clone()], *kind, &place);
            }
            count += 1;
        }
    }
    assert!(count > 20_000, "{count} sentences were found");
}

fn settled(name: &str, kind: Kind, place: &str) {
    assert_eq!(name.trim(), name, "{place}: space at an end of {name}");
    assert!(!name.is_empty(), "{place}: a mark of nothing");
    let (first, last) =
        name.split_once(' ').map_or(("", name), |(first, _)| (first, name.rsplit(' ').next().unwrap()));
    match kind {
        Kind::Place => assert!(first.is_empty() || !OUTSIDE.contains(&last), "{place}: {name}"),
        Kind::Organisation => assert!(!COMMON.contains(&name), "{place}: {name}"),
        Kind::Title => assert!(!["माजी", "डॉ."].contains(&first), "{place}: {name}"),
        _ => {}
    }
}

#[test]
fn learning_is_the_same_each_time() {
    let packs = Packs::builtin();
    let lang = Lang::MARATHI;
    let sentences: Vec<Sentence> = corpus::read("mr").unwrap().into_iter().flatten().take(300).collect();
    let learnt = || {
        let reader = Reader::new(lang, packs.get(lang));
        let examples: Vec<_> = sentences.iter().map(|s| reader.example(s, 1.0)).collect();
        encode(&learn(&examples.iter().collect::<Vec<_>>(), Plan { rounds: 2, ..learn::PLAN }))
    };
    let bytes = learnt();
    assert_eq!(learnt(), bytes);
    let weights = Weights::decode(&bytes).unwrap();
    let pack = packs.get(lang).with_weights(weights);
    let found = kasoti::entity::training::tag("पंतप्रधान नरेंद्र मोदी यांनी मुंबईत सांगितले. 😀", lang, &pack);
    let text = "पंतप्रधान नरेंद्र मोदी यांनी मुंबईत सांगितले. 😀";
    let found: Vec<_> = found.iter().map(|(span, kind)| (span.of(text), *kind)).collect();
    let wanted = [("पंतप्रधान", Kind::Title), ("नरेंद्र मोदी", Kind::Person), ("मुंबईत", Kind::Place)];
    assert_eq!(found, wanted);
}
