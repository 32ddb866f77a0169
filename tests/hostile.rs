//! Texts that break programs, through everything that takes a text.

mod checks;

use std::fmt::Write;

use kasoti::lang::Lang;
use kasoti::{GlossaryEntry, Ignored, Options, RuleOption, sentences};

/// A line of `naughty.txt`.
struct Naughty {
    line: usize,
    text: String,
}

fn naughty() -> Vec<Naughty> {
    let lines = include_str!("naughty.txt").lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    lines.map(|(at, line)| Naughty { line: at + 1, text: text_of(line) }).collect()
}

fn text_of(line: &str) -> String {
    let Some((text, times)) = line.rsplit_once('×') else { return plain(line) };
    let times = times.parse().unwrap();
    match text.split_once('|') {
        Some((open, close)) => plain(open).repeat(times) + &plain(close).repeat(times),
        None => plain(text).repeat(times),
    }
}

/// The line without its escapes.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\\') {
        out += before;
        let mut after = &escape[1..];
        out.push(match escape.as_bytes()[0] {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'0' => '\0',
            b'\\' => '\\',
            b'u' => {
                let (code, more) = after[1..].split_once('}').unwrap();
                after = more;
                char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()
            }
            _ => panic!("no escape in {line}"),
        });
        rest = after;
    }
    out + rest
}

/// Longest text that goes through every check.
const SHORT: usize = 2000;

/// Longest text of all: more costs minutes where nothing is optimised.
const LONG: usize = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };

#[test]
fn escapes_are_read() {
    assert_eq!(text_of("a\\u{202E}\\n\\\\"), "a\u{202E}\n\\");
    assert_eq!(text_of("(|)×3"), "((()))");
    assert_eq!(text_of("अ\\0×2"), "अ\0अ\0");
    assert!(naughty().len() > 150);
}

#[test]
fn short_texts_pass_every_check_alone_and_in_an_article() {
    for Naughty { text, line } in naughty().iter().filter(|n| n.text.len() <= SHORT) {
        let inside = format!("किम यांनी {text} असे म्हटले. 😀 {text}");
        for (_, check) in checks::CHECKS {
            check(text.as_bytes());
            // The length is the language: each gets a quarter of the texts at least.
            check([&inside, &"   "[..line % 4]].concat().as_bytes());
        }
    }
}

#[test]
fn long_texts_are_read_without_a_stack_that_grows() {
    for Naughty { line, text } in naughty().iter().filter(|n| n.text.len() > SHORT) {
        let text = &text[..text.floor_char_boundary(LONG)];
        let report = checks::run(text, &checks::settings("mr"));
        checks::sentences_tile(text, &report);
        checks::mentions_are_sound(text, &report);
        checks::findings_are_sound(text, &report);
        let last = report.sentences.last().map_or(0, |s| s.span.end as usize);
        assert!(text[last..].trim().is_empty(), "line {line}");
    }
}

#[test]
fn options_of_any_text_are_refused_or_taken_and_never_break() {
    let text = "किम यांनी १,5 टन कांदा 🧅 घेतला. किम म्हणाले.";
    for Naughty { text: word, line } in naughty() {
        let given = Options {
            lang: Some("mr".into()),
            glossary: vec![GlossaryEntry::Forms { form: word.clone(), variants: vec![word.clone()] }],
            ignore: vec![
                Ignored::Everywhere(word.clone()),
                Ignored::Everywhere(format!("mixed-digits:{word}")),
            ],
            original: Some(word.chars().take(500).collect()),
            ..Options::default()
        };
        let report = checks::run(text, &given.check().unwrap());
        checks::findings_are_sound(text, &report);
        assert!(report.findings.iter().any(|f| f.code == "mixed-digits"), "line {line}");
        let refused = |options: Options| options.check().unwrap_err().to_string();
        let rule = vec![(word.clone(), RuleOption::On(true))];
        let told = refused(Options { rules: rule, ..Options::default() });
        assert!(told.starts_with("unknown rule"), "line {line}: {told}");
        let setting = vec![("mixed-digits".to_owned(), RuleOption::Setting(word.clone()))];
        let told = refused(Options { rules: setting, ..Options::default() });
        assert!(told.contains("cannot be"), "line {line}: {told}");
        if let Ok(lang) = Lang::parse(&word) {
            assert_eq!(sentences(text, lang).count(), 2, "line {line}");
        }
    }
}

#[test]
fn every_plane_is_read_assigned_or_not() {
    for plane in 0..=16u32 {
        // A prime step, so that the blocks are met at different places.
        let points = (plane << 16..(plane + 1) << 16).step_by(13).filter_map(char::from_u32);
        let mut text = String::from("😀 ");
        for (i, point) in points.enumerate() {
            write!(text, "{point}{}", if i % 7 == 0 { "क. " } else { "" }).unwrap();
        }
        let report = checks::run(&text, &checks::settings("mr"));
        checks::sentences_tile(&text, &report);
        checks::mentions_are_sound(&text, &report);
        checks::findings_are_sound(&text, &report);
        checks::offsets_are_those_of_javascript(&text, &report);
        assert!(report.sentences.len() > 100, "plane {plane}");
    }
}
