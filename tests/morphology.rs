//! The Marathi analyser against tables written by hand: word forms with their reading, noun groups that agree or don't.

use kasoti::lang::Lang;
use kasoti::morphology::{Case, Cells, Morphology, Pos, Reading};
use kasoti::{Options, Packs, analyze};

/// The rows of a table of `tests/golden/morphology`.
fn rows(source: &str) -> impl Iterator<Item = Vec<&str>> {
    source.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|line| line.split('\t').collect())
}

fn is_right(reading: &Reading, row: &[&str]) -> bool {
    let [_, lemma, pos, gender, number, case, ..] = row else { panic!("{row:?}") };
    let pos_fits = match *pos {
        "noun" => reading.pos == Pos::Noun,
        "verb" => reading.pos == Pos::Verb,
        "adj" => matches!(reading.pos, Pos::Adjective | Pos::Noun | Pos::Particle),
        "num" | "adv" | "pron" => {
            matches!(reading.pos, Pos::Particle | Pos::Pronoun | Pos::Adjective | Pos::Noun)
        }
        _ => panic!("{row:?}"),
    };
    let case_fits = match *case {
        "dir" => matches!(reading.case, Case::Direct | Case::None),
        "obl" => reading.case == Case::Oblique,
        "dat" => reading.case == Case::Dative,
        "erg" | "ins" => reading.case == Case::Agent,
        "gen" => reading.case == Case::Genitive,
        "loc" => reading.case == Case::Locative,
        "abl" => reading.case == Case::Ablative,
        "post" => reading.case == Case::Postposition,
        _ => reading.case == Case::None,
    };
    let gender = if *gender == "-" { Cells::ALL } else { Cells::genders(gender) };
    let number = match *number {
        "sg" => Cells::SINGULAR,
        "pl" => Cells::PLURAL,
        _ => Cells::ALL,
    };
    reading.lemma == *lemma && pos_fits && case_fits && !reading.cells.and(gender).and(number).is_empty()
}

#[test]
fn the_right_reading_is_among_those_returned() {
    let packs = Packs::builtin();
    let morphology = Morphology::new(packs.get(Lang::MARATHI));
    let all: Vec<_> = rows(include_str!("golden/morphology/analyses.tsv")).collect();
    let wrong: Vec<_> =
        all.iter().filter(|row| !morphology.readings(row[0]).iter().any(|r| is_right(r, row))).collect();
    for row in &wrong {
        println!("{row:?} {:?}", morphology.readings(row[0]));
    }
    println!("{} of {} wrong", wrong.len(), all.len());
    assert!(wrong.len() * 50 <= all.len(), "{} of {} wrong", wrong.len(), all.len());
}

#[test]
fn every_noun_comes_back_from_its_cases() {
    let packs = Packs::builtin();
    let pack = packs.get(Lang::MARATHI);
    let morphology = Morphology::new(pack);
    for (noun, _) in pack.table("nouns").rows() {
        for (plural, ending, case) in
            [(false, "ला", Case::Dative), (true, "ना", Case::Dative), (true, "साठी", Case::Postposition)]
        {
            let Some(form) = morphology.decline(noun, plural, ending) else { continue };
            let back = morphology.readings(&form);
            assert!(back.iter().any(|r| r.lemma == noun && r.case == case), "{noun} {form} {back:?}");
        }
    }
    for (noun, plural, ending, form) in [
        ("मुत्सद्दी", false, "ला", "मुत्सद्द्याला"),
        ("घोडा", true, "ना", "घोड्यांना"),
        ("पूल", false, "वर", "पुलावर"),
        ("पैसा", true, "साठी", "पैशांसाठी"),
        ("दौरा", false, "त", "दौऱ्यात"),
    ] {
        assert_eq!(morphology.decline(noun, plural, ending).as_deref(), Some(form));
    }
}

/// A phrase that agrees is never flagged; of the 180 that don't, as many are found as can be told without their sentence.
#[test]
fn phrases_that_agree_stay_silent() {
    let packs = Packs::builtin();
    let options = Options { lang: Some("mr".into()), ..Options::default() }.check().unwrap();
    let (mut found, mut wrong) = (0, Vec::new());
    for row in rows(include_str!("golden/morphology/agreement.tsv")) {
        let report = analyze(row[0], &options, &packs);
        let flagged = report.findings.iter().any(|f| f.code == "agreement-mismatch");
        match row[1] {
            "yes" if flagged => wrong.push(row[0]),
            "no" => found += usize::from(flagged),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(found, 124, "found of 180; a rule that reads more raises the figure");
}
