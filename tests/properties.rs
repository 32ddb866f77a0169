//! What holds of every text there is, however broken: the report is total, deterministic, and its spans are sound.

mod checks;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use checks::{run, settings};
use kasoti::report::Finding;
use kasoti::text::Span;
use kasoti::{Options, Report, RuleOption};
use proptest::prelude::*;

/// Texts biased to what breaks rules: Devanagari signs without a base, marks of all kinds, line breaks, pictures,
/// combining marks, right-to-left letters, control characters; and pieces that rules look for.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        4 => prop::char::range('\u{900}', '\u{97F}').prop_map(String::from),
        3 => prop::sample::select(MARKS).prop_map(String::from),
        2 => prop::char::range(' ', '~').prop_map(String::from),
        2 => "[०-९0-9]{1,4}",
        2 => prop::sample::select(ODD).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (prop::sample::select(ODD), 2..300usize).prop_map(|(piece, times)| piece.repeat(times)),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    ". ",
    "। ",
    "? ",
    "! ",
    "… ",
    ", ",
    "म्हणाले",
    "आहे",
    "है",
    "डॉ.",
    "पु. ल.",
    "कि.मी.",
    "रु. ",
    "लव्ह्रोव्ह",
    "लावरोव्ह",
    "मॉस्कोने",
    "यांनी",
    "असे",
    "की",
    "पुण्यात",
    "संरक्षणाच्या",
    "केसीएनए",
    "टीएएस",
    "दौर्यावर",
    "दौर\u{94D}\u{200D}यावर",
    "१,5",
    "१,५००",
    "U.S.",
    "Mr. ",
    "The ",
    "and",
    "http://",
    "a@b.in",
    "www.",
    "{{name}}",
    "%s",
    "<b>",
    "&amp;",
    "â€œ",
    "१. ",
    "(२) ",
    "• ",
    "[1]",
    "उन की",
    "भारता ला",
    "तिहासिक तिहासिक",
    "Here is the translation:",
    "वाचा",
    "॥ १ ॥",
    "सोमवारी",
    "१२ मे २०२४",
    "१०.३० वाजता",
];

const MARKS: &[char] = &[
    '.', '.', '।', '॥', '?', '!', '…', '|', '"', '"', '\'', '“', '”', '‘', '’', '„', '«', '»', '`', '(', ')',
    '[', ']', '{', '}', '-', '–', '—', ':', ';', ',', '/', '@', '%', '*', '•', '#', '<', '>', '&', '=', '~',
    '^', '_', '\\',
];

const ODD: &[&str] = &[
    "😀",
    "👩‍👩‍👧",
    "🇮🇳",
    "👍🏽",
    "\u{301}",
    "\u{93C}",
    "\u{94D}",
    "\u{200D}",
    "\u{200C}",
    "\u{FE0F}",
    "\u{202E}",
    "\u{202C}",
    "\u{2066}",
    "\u{2069}",
    "\u{61C}",
    "\u{FDD0}",
    "\u{FFFF}",
    "\u{10FFFF}",
    "\u{20DD}",
    "<script>alert(1)</script>",
    "<!--",
    "&#x202E;",
    "٣٤",
    "১২",
    "１２",
    "𝟗",
    "\u{FEFF}",
    "\u{AD}",
    "\u{0}",
    "\u{7F}",
    "\t",
    "\u{B}",
    "\u{85}",
    "\u{2028}",
    "\u{A0}",
    "\u{200B}",
    "שלום",
    "؟",
    "مرحبا۔",
    "\u{600}",
    "\u{D4E}",
    "\u{110BD}",
    "\u{E0041}",
    "한",
    "中文。",
    "ཀ།",
    "ß",
    "İ",
    "ǅ",
    "ﬁ",
    "\u{FFFD}",
];

fn lang() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["auto", "mr", "mr", "hi", "en", "ru", "el", "zh"])
}

/// A report in the language, every rule switched on.
fn read(text: &str, lang: &str) -> Report {
    run(text, &settings(lang))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_is_sound(text in text(), lang in lang()) {
        let report = read(&text, lang);
        checks::sentences_tile(&text, &report);
        checks::mentions_are_sound(&text, &report);
        checks::findings_are_sound(&text, &report);
        checks::offsets_are_those_of_javascript(&text, &report);
    }

    #[test]
    fn fixes_can_be_made_and_come_to_an_end(text in text()) {
        checks::fixes_apply(text.as_bytes());
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in text(), lang in lang()) {
        prop_assert_eq!(read(&text, lang), read(&text, lang));
    }

    #[test]
    fn a_session_says_what_a_single_reading_says(texts in edited(), lang in lang()) {
        checks::run_in_session(&texts, lang);
    }

    #[test]
    fn a_paragraph_more_changes_no_earlier_sentence(text in text(), more in text(), lang in lang()) {
        // A guess may change with more text; a language that is given may not.
        let lang = if lang == "auto" { "mr" } else { lang };
        let before = read(&text, lang).sentences;
        let after = read(&[&text, "\n", &more].concat(), lang).sentences;
        prop_assert_eq!(&before[..], &after[..before.len()]);
    }

    #[test]
    fn pairs_hold_every_sentence_of_both_sides_once(text in text(), source in text()) {
        let given = Options { lang: Some("mr".into()), original: Some(source.clone()), original_lang: Some("hi".into()), ..Options::default() };
        let report = run(&text, &given.check().unwrap());
        let alone = read(&source, "hi");
        // The original's sentences may have changed places.
        let covered = |mut side: Vec<Span>, sentences: &[Span]| -> bool {
            side.sort_by_key(|span| span.start);
            side.windows(2).all(|pair| pair[0].end <= pair[1].start)
                && sentences.iter().all(|s| side.iter().any(|p| p.start <= s.start && s.end <= p.end))
        };
        let spans = |sentences: &[kasoti::report::Sentence]| -> Vec<Span> { sentences.iter().map(|s| s.span).collect() };
        if !source.trim().is_empty() {
            prop_assert!(covered(report.pairs.iter().filter_map(|p| p.text).collect(), &spans(&report.sentences)));
            prop_assert!(covered(report.pairs.iter().filter_map(|p| p.original).collect(), &spans(&alone.sentences)));
        }
        for (a, b) in report.pairs.iter().zip(&report.clone().to_utf16(&text, &source).pairs) {
            let theirs: Vec<u16> = source.encode_utf16().collect();
            if let (Some(a), Some(b)) = (a.original, b.original) {
                let sliced = String::from_utf16(&theirs[b.start as usize..b.end as usize]).unwrap();
                prop_assert_eq!(a.of(&source), sliced);
            }
        }
    }

    #[test]
    fn what_stands_before_shifts_every_span_by_its_length(text in text(), lang in lang(), before in before()) {
        let lang = if lang == "auto" { "mr" } else { lang };
        let by = before.len() as u32;
        let shift = |span: Span| Span { start: span.start + by, end: span.end + by };
        let alone = read(&text, lang);
        let after = read(&[before, &text].concat(), lang);
        let more = after.sentences.len() - alone.sentences.len();
        let sentences: Vec<_> = alone.sentences.iter().map(|s| shift(s.span)).collect();
        prop_assert_eq!(sentences, after.sentences[more..].iter().map(|s| s.span).collect::<Vec<_>>());
        let mentions: Vec<_> = alone.mentions.iter().map(|m| (shift(m.span), m.kind)).collect();
        prop_assert_eq!(mentions, after.mentions.iter().map(|m| (m.span, m.kind)).collect::<Vec<_>>());
        let findings: Vec<_> = alone.findings.iter().map(|f| (shift(f.span), f.code)).collect();
        prop_assert_eq!(findings, after.findings.iter().map(|f| (f.span, f.code)).collect::<Vec<_>>());
    }

    #[test]
    fn a_rule_switched_off_takes_its_own_findings_along_and_no_others(text in text(), lang in lang(), pick in any::<prop::sample::Index>()) {
        let all = read(&text, lang).findings;
        let Some(code) = (!all.is_empty()).then(|| pick.get(&all).code) else { return Ok(()) };
        let with = |is_on: &dyn Fn(&str) -> bool| {
            let rules = kasoti::artifact::RULES.iter().map(|rule| (rule.code.to_owned(), RuleOption::On(is_on(rule.code))));
            let given = Options { lang: Some(lang.into()), rules: rules.collect(), ..Options::default() };
            run(&text, &given.check().unwrap()).findings
        };
        let rest = with(&|other| other != code);
        prop_assert!(rest.iter().all(|f| f.code != code));
        let others: Vec<&Finding> = all.iter().filter(|f| f.code != code).collect();
        prop_assert!(others.iter().all(|f| rest.contains(f)), "{code} took others along: {others:?} {rest:?}");
        // What the rule had explained better may be said now; by itself it says all that it has to say, also what another
        // rule explains better still.
        let own: Vec<_> = with(&|other| other == code).iter().map(|f| f.span).collect();
        let touches = |f: &Finding| own.iter().any(|span| span.start <= f.span.end && f.span.start <= span.end);
        prop_assert!(rest.iter().all(|f| others.contains(&f) || touches(f)), "{code} hid what it does not touch");
    }
}

/// The cases of all rules, where there is something to find, without the marks around what is found.
static CASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files = std::fs::read_dir("tests/golden/artifact").unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    let cases = texts.flat_map(|text| {
        text.lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect::<Vec<_>>()
    });
    cases.map(|case| case.replace(['⟦', '⟧'], "")).collect()
});

/// A text of several lines, and what somebody does to it: a line changed, put in, taken out, moved.
fn edited() -> impl Strategy<Value = Vec<String>> {
    let case = any::<prop::sample::Index>().prop_map(|at| at.get(&CASES).clone());
    let line = prop_oneof![6 => case, 1 => text()].boxed();
    let edit = (0..4usize, any::<prop::sample::Index>(), line.clone());
    (prop::collection::vec(line, 1..12), prop::collection::vec(edit, 1..5)).prop_map(|(mut lines, edits)| {
        let mut texts = vec![lines.join("\n")];
        for (what, at, line) in edits {
            let at = at.index(lines.len());
            match what {
                0 => lines[at] = line,
                1 => lines.insert(at, line),
                2 if lines.len() > 1 => drop(lines.remove(at)),
                _ => lines.swap(0, at),
            }
            texts.push(lines.join("\n"));
        }
        texts
    })
}

/// Paragraphs that no rule has anything to say of: nothing, ASCII, and a sign of two code units and four bytes.
fn before() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["\n\n", "Ok\n\n", "😀\n\n"])
}

/// What a careless loop would read again and again.
const UNITS: &[&str] = &[
    ".",
    "\"",
    "“",
    "'",
    "(",
    ")",
    "()",
    "ए.",
    "a.",
    "अ",
    "ि",
    "\u{301}",
    "\u{94D}",
    " ",
    "\n",
    "? ",
    "।",
    "…",
    "१",
    "१.",
    ",",
    ". “ ",
    "” ",
    "'' ",
    "[1]",
    "«",
    "॥ १ ॥ ",
    "• अ ",
    "<",
    "<b>",
    "&",
    "{{",
    "%",
    "@",
    "a@",
    "http://",
    "😀",
    "\u{200D}",
    "म्हणाले ",
    "म्हणाले. ",
    "“का?” तो ",
    "किम ",
    "किम यांनी ",
    "लव्ह्रोव्ह लावरोव्ह ",
    "केसीएनए केसीएएन ",
    "पु. ",
    "A ",
    "The ",
    "\u{202E}",
];

/// The time of one run over `unit` repeated up to `bytes`.
fn time(unit: &str, bytes: usize) -> Duration {
    let text = unit.repeat(bytes / unit.len());
    let start = Instant::now();
    let report = read(&text, "mr");
    let time = start.elapsed();
    assert!(report.sentences.last().is_none_or(|s| s.span.end as usize <= text.len()));
    time
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    // Eight times the text may take sixteen times as long, and a moment more, on a busy machine; work that grows with
    // the square takes sixty-four times as long.
    const BYTES: usize = 6_000;
    let mut slow = Vec::new();
    for unit in UNITS {
        let fits = |_| {
            let (short, long) = (time(unit, BYTES), time(unit, BYTES * 8));
            long < short * 16 + Duration::from_millis(150)
        };
        if !(0..3).any(fits) {
            slow.push((unit, time(unit, BYTES), time(unit, BYTES * 8)));
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}
