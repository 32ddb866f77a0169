//! `kasoti rules` and `kasoti explain`.

use crate::{kasoti, stderr, stdout};

#[test]
fn the_rules_are_listed() {
    let listed = stdout(&kasoti(&["rules"], b""));
    let row = listed.lines().find(|l| l.starts_with("mixed-digits")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>()[..4], ["mixed-digits", "critical", "on", "all"]);
    assert!(row.ends_with("Digits from two scripts"), "{row}");
}

#[test]
fn a_rule_is_explained_with_an_example_and_its_settings() {
    let said = stdout(&kasoti(&["explain", "mixed-digits"], b""));
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines[0], "mixed-digits: Digits from two scripts");
    assert!(
        lines[2].starts_with("The script changes inside “१,5”, so a digit may have been altered"),
        "{said}"
    );
    assert_eq!(
        lines[4..9],
        [
            "Example",
            "    युद्धात १,5 हून अधिक सैनिक तैनात केले. 🪖",
            "    «१,5» One figure mixes two scripts; check the figure.",
            "    → १,५",
            "    → 1,5",
        ]
    );
    assert_eq!(
        lines[10..],
        [
            "Severity     critical",
            "By default   on",
            "Languages    all",
            "Settings     --rule mixed-digits=on|off|critical|major|minor|hint|latin|native",
        ]
    );
    let marathi = stdout(&kasoti(&["explain", "--ui", "mr", "number-mismatch"], b""));
    assert!(marathi.contains("(The flood left 38,000 people homeless.)"), "{marathi}");
    assert!(marathi.contains("मूळ मजकुरात «38,000» आहे"), "{marathi}");
}

#[test]
fn a_code_that_is_none_is_answered_with_the_nearest() {
    let output = kasoti(&["explain", "mixed-digit"], b"");
    assert_eq!(output.status.code(), Some(2));
    let told = stderr(&output);
    assert!(told.starts_with("kasoti: unknown rule \"mixed-digit\"; nearest are mixed-digits, "), "{told}");
}
