//! What holds of every text there is, however broken: the report is total, deterministic, and its spans are sound.

use std::time::{Duration, Instant};

use kasoti::report::Edit;
use kasoti::text::Span;
use kasoti::{Options, Packs, Report, Settings, analyze};
use proptest::prelude::*;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

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

fn settings(lang: &str) -> Settings {
    let options: Options = serde_json::from_str(&format!(r#"{{"lang": "{lang}"}}"#)).unwrap();
    options.check().unwrap()
}

fn run(text: &str, lang: &str) -> Report {
    run_with(text, &settings(lang))
}

fn run_with(text: &str, settings: &Settings) -> Report {
    thread_local! { static PACKS: Packs = Packs::builtin(); }
    PACKS.with(|packs| analyze(text, settings, packs))
}

fn is_boundary(text: &str, at: u32) -> bool {
    let at = at as usize;
    text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap()
}

/// In the text, not empty, around whole graphemes.
fn assert_sound(text: &str, span: Span, what: &str) {
    assert!(span.start < span.end && span.end as usize <= text.len(), "{what}: {span:?} in {text:?}");
    assert!(is_boundary(text, span.start) && is_boundary(text, span.end), "{what}: {span:?} cuts {text:?}");
}

fn assert_in_order(spans: impl Iterator<Item = Span>, what: &str) {
    let spans: Vec<_> = spans.collect();
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what}: {pair:?} overlap or are out of order");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sentences_tile_the_text(text in text(), lang in lang()) {
        let report = run(&text, lang);
        let mut at = 0;
        let mut paragraph = None;
        for sentence in &report.sentences {
            let span = sentence.span;
            assert_sound(&text, span, "sentence");
            let gap = &text[at..span.start as usize];
            prop_assert!(gap.chars().all(char::is_whitespace), "{gap:?} is lost");
            let words = span.of(&text);
            // A space under a combining mark is no white space: the two are one grapheme.
            let mut graphemes = words.graphemes(true);
            let ends = [graphemes.next(), graphemes.next_back()];
            prop_assert!(ends.into_iter().flatten().all(|g| !g.trim().is_empty()), "space around {words:?}");
            let breaks = gap.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
            prop_assert_eq!(paragraph.is_none() || breaks, paragraph != Some(sentence.paragraph));
            paragraph = Some(sentence.paragraph);
            at = span.end as usize;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace), "the end is lost");
    }

    #[test]
    fn mentions_are_sound(text in text(), lang in lang()) {
        let report = run(&text, lang);
        assert_in_order(report.mentions.iter().map(|m| m.span), "mentions");
        for (i, mention) in report.mentions.iter().enumerate() {
            assert_sound(&text, mention.span, "mention");
            if let Some(suffix) = mention.suffix {
                prop_assert!(suffix.start == mention.span.end && suffix.end as usize <= text.len());
            }
            let entity = &report.entities[mention.entity as usize];
            prop_assert!(entity.mentions.contains(&(i as u32)), "mention {i} is not in its entity");
            prop_assert_eq!(entity.kind, mention.kind);
            prop_assert!(report.sentences.iter().any(|s| s.span.covers(mention.span)), "across sentences");
        }
        for entity in &report.entities {
            prop_assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted());
            let counts: u32 = entity.forms.iter().map(|form| form.count).sum();
            prop_assert_eq!(counts as usize, entity.mentions.len());
        }
    }

    #[test]
    fn findings_are_sound(text in text(), lang in lang()) {
        let report = run(&text, lang);
        prop_assert!(report.findings.is_sorted_by_key(|f| (f.span, f.code)));
        for finding in &report.findings {
            assert_sound(&text, finding.span, finding.code);
            for &related in &finding.related {
                prop_assert!(text.get(related.range()).is_some(), "{}: {related:?}", finding.code);
            }
            for fix in &finding.fixes {
                prop_assert!(!fix.edits.is_empty(), "{}: a fix that does nothing", finding.code);
                assert_in_order(fix.edits.iter().map(|e| e.span), finding.code);
                for Edit { span, text: words } in &fix.edits {
                    prop_assert!(span.start <= span.end);
                    let old = text.get(span.range());
                    prop_assert!(old.is_some(), "{}: {span:?}", finding.code);
                    prop_assert_ne!(old, Some(words.as_str()), "{} changes nothing", finding.code);
                }
            }
            prop_assert!(!finding.safe || !finding.fixes.is_empty(), "{}: safe without a fix", finding.code);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in text(), lang in lang()) {
        prop_assert_eq!(run(&text, lang), run(&text, lang));
    }

    #[test]
    fn a_paragraph_more_changes_no_earlier_sentence(text in text(), more in text(), lang in lang()) {
        // A guess may change with more text; a language that is given may not.
        let lang = if lang == "auto" { "mr" } else { lang };
        let before = run(&text, lang).sentences;
        let after = run(&[&text, "\n", &more].concat(), lang).sentences;
        prop_assert_eq!(&before[..], &after[..before.len()]);
    }

    #[test]
    fn pairs_hold_every_sentence_of_both_sides_once(text in text(), source in text()) {
        let given = Options { lang: Some("mr".into()), original: Some(source.clone()), original_lang: Some("hi".into()), ..Options::default() };
        let report = run_with(&text, &given.check().unwrap());
        let alone = run(&source, "hi");
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
    fn offsets_at_the_edge_are_those_of_javascript(text in text(), lang in lang()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let inside = run(&text, lang);
        let edge = inside.clone().to_utf16(&text, "");
        let sliced = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
        for (a, b) in inside.sentences.iter().zip(&edge.sentences) {
            prop_assert_eq!(a.span.of(&text), sliced(b.span.start, b.span.end));
        }
        for (a, b) in inside.mentions.iter().zip(&edge.mentions) {
            prop_assert_eq!(a.span.of(&text), sliced(b.span.start, b.span.end));
        }
        for (a, b) in inside.findings.iter().zip(&edge.findings) {
            prop_assert_eq!(a.span.of(&text), sliced(b.span.start, b.span.end));
            for (a, b) in a.fixes.iter().flat_map(|f| &f.edits).zip(b.fixes.iter().flat_map(|f| &f.edits)) {
                prop_assert_eq!(a.span.of(&text), sliced(b.span.start, b.span.end));
            }
        }
    }
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
    let report = run(&text, "mr");
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
