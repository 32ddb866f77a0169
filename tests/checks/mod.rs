//! What holds of every input there is, however broken: plain checks that panic where it does not. The properties call
//! them with random texts, `tests/fuzzed.rs` with a corpus and its mutations, and the targets of `fuzz/` with whatever
//! a coverage-guided fuzzer comes upon.

#![allow(dead_code, reason = "each of the callers uses a part")]

use kasoti::artifact::RULES;
use kasoti::report::{Edit, Fix};
use kasoti::text::Span;
use kasoti::{Options, Packs, Report, RuleOption, Session, Settings, analyze};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A check by the name of what it shows.
pub type Check = (&'static str, fn(&[u8]));

/// All of them. Each takes any bytes.
pub const CHECKS: [Check; 6] = [
    ("analyze_never_panics", analyze_never_panics),
    ("spans_lie_on_graphemes", spans_lie_on_graphemes),
    ("fixes_apply", fixes_apply),
    ("pack_loader_is_total", pack_loader_is_total),
    ("jsonl_is_total", jsonl_is_total),
    ("original_is_total", original_is_total),
];

/// Any bytes, read as text, give a report in any language, with every rule switched on; and the same one again.
pub fn analyze_never_panics(bytes: &[u8]) {
    let (text, settings) = (text(bytes), settings(lang(bytes)));
    assert!(run(&text, &settings) == run(&text, &settings), "two runs differ");
}

/// Sentences tile the text; sentences, names and findings are in order, in bounds and around whole graphemes; and
/// JavaScript cuts the same words out.
pub fn spans_lie_on_graphemes(bytes: &[u8]) {
    let text = text(bytes);
    let report = run(&text, &settings(lang(bytes)));
    sentences_tile(&text, &report);
    mentions_are_sound(&text, &report);
    findings_are_sound(&text, &report);
    offsets_are_those_of_javascript(&text, &report);
}

/// Every fix can be made and changes the text; those that may be made unseen come to an end when made again and again.
pub fn fixes_apply(bytes: &[u8]) {
    let mut text = text(bytes).into_owned();
    let settings = settings(lang(bytes));
    let mut report = run(&text, &settings);
    for finding in &report.findings {
        for fix in &finding.fixes {
            assert_ne!(mended(&text, fix), text, "{}", finding.code);
        }
    }
    for _ in 0..=text.len() {
        let before = text.clone();
        let safe = report.findings.iter().filter(|f| f.safe).map(|f| &f.fixes[0]).collect();
        text = mended_by_all(&text, safe);
        if text == before {
            return;
        }
        report = run(&text, &settings);
    }
    panic!("the safe fixes never end: {text:?}");
}

/// Any bytes are a pack or an error, and a pack that is read can be used. Behind the head of a pack the checksum is put
/// right, so that the content is reached.
pub fn pack_loader_is_total(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), sealed(bytes)] {
        let mut packs = Packs::default();
        if packs.load(&bytes).is_ok() {
            for lang in ["mr", "hi", "en"] {
                analyze(ARTICLE, &settings(lang), &packs);
            }
        }
    }
}

/// What a line of `kasoti check --jsonl` may hold: any JSON gives settings or an error, any settings a report.
pub fn jsonl_is_total(bytes: &[u8]) {
    let Ok(serde_json::Value::Object(mut object)) = serde_json::from_slice(bytes) else { return };
    let text = object.remove("text");
    let text = text.as_ref().and_then(serde_json::Value::as_str).unwrap_or(ARTICLE);
    let Ok(options) = serde_json::from_value::<Options>(object.into()) else { return };
    match options.check() {
        Ok(settings) => {
            let report = run(text, &settings);
            let original = settings.original().unwrap_or_default();
            serde_json::to_string(&report.to_utf16(text, original)).expect("a report is plain data");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Any two texts can be a translation and its original: cut in the middle, and the other way round.
pub fn original_is_total(bytes: &[u8]) {
    let text = text(bytes);
    let half = (text.len() / 2..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    let (a, b) = text.split_at(half);
    for (ours, theirs) in [(a, b), (b, a), (&text, ARTICLE)] {
        let given = Options { original: Some(theirs.to_owned()), ..options(lang(bytes)) };
        let report = run(ours, &given.check().expect("the options are right"));
        findings_are_sound(ours, &report);
        for pair in &report.pairs {
            assert!(pair.text.is_none_or(|span| ours.get(span.range()).is_some()));
            assert!(pair.original.is_none_or(|span| theirs.get(span.range()).is_some()));
        }
    }
}

/// Read by what has been broken, and the other side of what is compared.
const ARTICLE: &str =
    "डॉ. किम यांनी २०२४ मध्ये १,5 टन कांदा 🧅 निर्यात केला. Mr. Rao arrived at 10.30. उन की किताबें हैं।";

/// The language that the bytes are read in, by how many they are: a fuzzer changes it often, and the bytes stay plain text.
pub fn lang(bytes: &[u8]) -> &'static str {
    ["mr", "hi", "en", "auto"][bytes.len() % 4]
}

fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn options(lang: &str) -> Options {
    let rules = RULES.iter().map(|rule| (rule.code.to_owned(), RuleOption::On(true))).collect();
    Options { lang: Some(lang.to_owned()), rules, ..Options::default() }
}

/// A language with every rule switched on.
pub fn settings(lang: &str) -> Settings {
    options(lang).check().expect("the language and the rules exist")
}

/// The report with all packs.
pub fn run(text: &str, settings: &Settings) -> Report {
    thread_local! { static PACKS: Packs = Packs::builtin(); }
    PACKS.with(|packs| analyze(text, settings, packs))
}

/// The reports on one text after the other by one session, each checked to be the one that a reading by itself gives.
pub fn run_in_session(texts: &[String], lang: &str) {
    thread_local! { static PACKS: Packs = Packs::builtin(); }
    let mut session = Session::new(settings(lang));
    for text in texts {
        let report = PACKS.with(|packs| session.analyze(text, packs));
        assert_eq!(report, run(text, &settings(lang)), "{text:?}");
    }
}

/// A pack's head, with a right checksum, before `body`.
pub fn sealed(body: &[u8]) -> Vec<u8> {
    // FNV-1a, as packs are sealed with.
    let sum = body
        .iter()
        .fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    [b"kasoti", &[kasoti::pack::VERSION][..], &sum.to_le_bytes(), body].concat()
}

/// The text with the fix made.
pub fn mended(text: &str, fix: &Fix) -> String {
    mended_by_all(text, vec![fix])
}

/// The text with all fixes made that do not get in each other's way; the earlier one goes first.
pub fn mended_by_all(text: &str, mut fixes: Vec<&Fix>) -> String {
    fixes.sort_by_key(|fix| fix.edits[0].span);
    let (mut out, mut at) = (String::new(), 0);
    for fix in fixes {
        if (fix.edits[0].span.start as usize) < at {
            continue;
        }
        for Edit { span, text: words } in &fix.edits {
            out += &text[at..span.start as usize];
            out += words;
            at = span.end as usize;
        }
    }
    out + &text[at..]
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

/// Sentences and white space give back the text; a sentence has none at its ends; a line break begins a paragraph.
pub fn sentences_tile(text: &str, report: &Report) {
    let mut at = 0;
    let mut paragraph = None;
    for sentence in &report.sentences {
        let span = sentence.span;
        assert_sound(text, span, "sentence");
        let gap = &text[at..span.start as usize];
        assert!(gap.chars().all(char::is_whitespace), "{gap:?} is lost");
        let words = span.of(text);
        // A space under a combining mark is no white space: the two are one grapheme.
        let mut graphemes = words.graphemes(true);
        let ends = [graphemes.next(), graphemes.next_back()];
        assert!(ends.into_iter().flatten().all(|g| !g.trim().is_empty()), "space around {words:?}");
        let breaks = gap.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
        assert_eq!(paragraph.is_none() || breaks, paragraph != Some(sentence.paragraph));
        paragraph = Some(sentence.paragraph);
        at = span.end as usize;
    }
    assert!(text[at..].chars().all(char::is_whitespace), "the end is lost");
}

/// Names lie in sentences, in order, and each is one of its entity's.
pub fn mentions_are_sound(text: &str, report: &Report) {
    assert_in_order(report.mentions.iter().map(|m| m.span), "mentions");
    for (i, mention) in report.mentions.iter().enumerate() {
        assert_sound(text, mention.span, "mention");
        if let Some(suffix) = mention.suffix {
            assert!(suffix.start == mention.span.end && suffix.end as usize <= text.len());
        }
        let entity = &report.entities[mention.entity as usize];
        assert!(entity.mentions.contains(&(i as u32)), "mention {i} is not in its entity");
        assert_eq!(entity.kind, mention.kind);
        let after = report.sentences.partition_point(|s| s.span.start <= mention.span.start);
        assert!(after > 0 && report.sentences[after - 1].span.covers(mention.span), "across sentences");
    }
    for entity in &report.entities {
        assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted());
        let counts: u32 = entity.forms.iter().map(|form| form.count).sum();
        assert_eq!(counts as usize, entity.mentions.len());
    }
}

/// Findings come by place; their fixes change something, in order, inside the text.
pub fn findings_are_sound(text: &str, report: &Report) {
    assert!(report.findings.is_sorted_by_key(|f| (f.span, f.code)));
    for finding in &report.findings {
        assert_sound(text, finding.span, finding.code);
        for &related in &finding.related {
            assert!(text.get(related.range()).is_some(), "{}: {related:?}", finding.code);
        }
        for fix in &finding.fixes {
            assert!(!fix.edits.is_empty(), "{}: a fix that does nothing", finding.code);
            assert_in_order(fix.edits.iter().map(|e| e.span), finding.code);
            for Edit { span, text: words } in &fix.edits {
                assert!(span.start <= span.end);
                let old = text.get(span.range());
                assert!(old.is_some(), "{}: {span:?}", finding.code);
                assert_ne!(old, Some(words.as_str()), "{} changes nothing", finding.code);
            }
        }
        assert!(!finding.safe || !finding.fixes.is_empty(), "{}: safe without a fix", finding.code);
    }
}

/// At the edge every span cuts the same words out of the text as JavaScript counts it.
pub fn offsets_are_those_of_javascript(text: &str, inside: &Report) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let edge = inside.clone().to_utf16(text, "");
    let sliced = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
    for (a, b) in inside.sentences.iter().zip(&edge.sentences) {
        assert_eq!(a.span.of(text), sliced(b.span.start, b.span.end));
    }
    for (a, b) in inside.mentions.iter().zip(&edge.mentions) {
        assert_eq!(a.span.of(text), sliced(b.span.start, b.span.end));
    }
    for (a, b) in inside.findings.iter().zip(&edge.findings) {
        assert_eq!(a.span.of(text), sliced(b.span.start, b.span.end));
        for (a, b) in a.fixes.iter().flat_map(|f| &f.edits).zip(b.fixes.iter().flat_map(|f| &f.edits)) {
            assert_eq!(a.span.of(text), sliced(b.span.start, b.span.end));
        }
    }
}
