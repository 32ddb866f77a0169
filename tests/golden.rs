//! The golden files: one a rule, a language's sentences, a language's entities. Each is documentation page,
//! contributor form and test at once; this runner reads them. See CONTRIBUTING.md for the format.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use kasoti::report::Finding;
use kasoti::text::Span;
use kasoti::{Options, Packs, Report, analyze};
use serde_json::json;

/// One `- ` line of a golden file.
struct Case {
    place: String,
    section: String,
    lang: String,
    /// The line as written, with its marks; `⏎` is a line break.
    marked: String,
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The title's first word and the cases. The title is `# name · lang`; a section `## Reports (hi)` has its own language.
fn read(path: &Path) -> (String, Vec<Case>) {
    let source = fs::read_to_string(path).unwrap();
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let title = source.lines().next().unwrap().strip_prefix("# ").unwrap();
    let (name, lang) = title.split_once(" · ").unwrap_or((title, title));
    assert_eq!(name, stem, "{stem}: the title names the file");
    let is_emoji = |c| ('\u{1F300}'..='\u{1FAFF}').contains(&c);
    assert!(source.contains(is_emoji), "{stem}: no line holds an emoji, so offsets are not put to the test");
    let (mut section, mut section_lang) = (String::new(), lang.to_owned());
    let mut cases = Vec::new();
    for (i, line) in source.lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            let (name, own) = heading.split_once(" (").unwrap_or((heading, ""));
            section = name.to_owned();
            section_lang = if own.is_empty() { lang } else { own.trim_end_matches(')') }.to_owned();
        } else if let Some(marked) = line.strip_prefix("- ") {
            cases.push(Case {
                place: format!("{}:{}", path.file_name().unwrap().to_string_lossy(), i + 1),
                section: section.clone(),
                lang: section_lang.clone(),
                marked: marked.replace('⏎', "\n"),
            });
        }
    }
    (name.to_owned(), cases)
}

fn run(text: &str, options: &str) -> Report {
    let options: Options = serde_json::from_str(options).unwrap();
    thread_local! { static PACKS: Packs = Packs::builtin(); }
    PACKS.with(|packs| analyze(text, &options.check().unwrap(), packs))
}

fn fail_if_any(wrong: String) {
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A marked span and, when the mark says it (`⟦wrong=>right⟧`), the whole text after its fix.
fn marks(marked: &str) -> (String, Vec<(Span, Option<String>)>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for (i, piece) in marked.split('⟦').enumerate() {
        let (inside, after) =
            if i == 0 { ("", piece) } else { piece.split_once('⟧').expect("⟦ has its ⟧") };
        let (wrong, right) = inside.split_once("=>").map_or((inside, None), |(w, r)| (w, Some(r)));
        if i > 0 {
            spans.push((Span::new(text.len()..text.len() + wrong.len()), right));
        }
        text += wrong;
        text += after;
    }
    let mended = |(span, right): &(Span, Option<&str>)| {
        let right = (*right)?;
        Some([&text[..span.start as usize], right, &text[span.end as usize..]].concat())
    };
    let spans = spans.iter().map(|mark| (mark.0, mended(mark))).collect();
    (text, spans)
}

/// The text with the first fix of each finding made at once; of two edits that overlap the first, or the longer one.
fn mend<'f>(text: &str, findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let fixes = findings.into_iter().filter_map(|finding| finding.fixes.first());
    let mut edits: Vec<_> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    let (mut mended, mut at) = (String::new(), 0);
    for edit in edits {
        let range = edit.span.range();
        if range.start >= at {
            mended += &text[at..range.start];
            mended += &edit.text;
            at = range.end;
        }
    }
    mended + &text[at..]
}

#[test]
fn artifacts() {
    let mut wrong = String::new();
    for path in files("artifact") {
        let (code, cases) = read(&path);
        assert!(cases.iter().any(|c| c.section == "Reports"), "{code}: nothing is reported");
        assert!(cases.iter().any(|c| c.section == "Stays quiet"), "{code}: nothing stays quiet");
        for case in cases {
            // `translation ⟸ original`: the rules against the original need both.
            let (marked, original) =
                case.marked.split_once(" ⟸ ").map_or((case.marked.as_str(), None), |(t, o)| (t, Some(o)));
            let (text, wanted) = marks(marked);
            let options = json!({"lang": case.lang, "rules": {code.as_str(): true}, "original": original});
            let report = run(&text, &options.to_string());
            let found: Vec<_> = report.findings.iter().filter(|f| f.code == code).collect();
            let spans: Vec<_> = found.iter().map(|f| f.span).collect();
            let fits = match case.section.as_str() {
                "Reports" => !wanted.is_empty() && spans.iter().eq(wanted.iter().map(|(span, _)| span)),
                "Stays quiet" => wanted.is_empty() && spans.is_empty(),
                "Known to miss" => !wanted.is_empty() && !wanted.iter().any(|(span, _)| spans.contains(span)),
                other => panic!("{}: unknown section {other:?}", case.place),
            };
            if !fits {
                let shown = found.iter().map(|f| f.span.of(&text)).collect::<Vec<_>>().join(" · ");
                writeln!(wrong, "{} [{}] {}\n    found: {shown}", case.place, case.section, case.marked)
                    .unwrap();
            } else if case.section == "Reports" {
                for ((_, mended), finding) in wanted.iter().zip(&found) {
                    let got = mend(&text, [*finding]);
                    if mended.as_ref().is_some_and(|m| *m != got) {
                        writeln!(wrong, "{} fix gives: {got}", case.place).unwrap();
                    }
                }
            }
        }
    }
    fail_if_any(wrong);
}

/// "Fix all safe" is pressed once: nothing safe is left behind, and no fix makes a fault of its own.
#[test]
fn safe_fixes_settle_the_text() {
    let mut wrong = String::new();
    for path in files("artifact") {
        for case in read(&path).1.into_iter().filter(|c| c.section == "Reports" && !c.marked.contains(" ⟸ "))
        {
            let (text, _) = marks(&case.marked);
            let options = json!({"lang": case.lang}).to_string();
            let before = run(&text, &options).findings;
            let mended = mend(&text, before.iter().filter(|f| f.safe));
            for finding in run(&mended, &options).findings {
                let known = before.iter().any(|f| f.code == finding.code && !f.safe);
                if finding.safe || !known {
                    let words = finding.span.of(&mended);
                    writeln!(wrong, "{} {} at {words:?} after: {mended}", case.place, finding.code).unwrap();
                }
            }
        }
    }
    fail_if_any(wrong);
}

#[test]
fn golden_files_say_enough() {
    let mut wrong = String::new();
    for path in files("artifact") {
        let (code, cases) = read(&path);
        let count = |section: &str| cases.iter().filter(|c| c.section == section).count();
        let (reports, quiet) = (count("Reports"), count("Stays quiet"));
        if reports < 8 || quiet < 12 {
            writeln!(wrong, "{code}: {reports} reports (8), {quiet} stay quiet (12)").unwrap();
        }
    }
    fail_if_any(wrong);
}

#[test]
fn every_rule_has_its_golden_file() {
    let names: Vec<_> = files("artifact").iter().map(|f| f.file_stem().unwrap().to_owned()).collect();
    for rule in kasoti::artifact::RULES {
        assert!(names.iter().any(|n| n == rule.code), "tests/golden/artifact/{}.md is missing", rule.code);
    }
    assert_eq!(names.len(), kasoti::artifact::RULES.len(), "a golden file has no rule");
}

#[test]
fn sentences() {
    let mut wrong = String::new();
    for path in files("sentence") {
        for case in read(&path).1 {
            let text = case.marked.replace('¦', "");
            let wanted: Vec<_> =
                case.marked.split(['¦', '\n']).map(str::trim).filter(|s| !s.is_empty()).collect();
            let report = run(&text, &format!(r#"{{"lang": "{}"}}"#, case.lang));
            let found: Vec<_> = report.sentences.iter().map(|s| s.span.of(&text)).collect();
            if (found == wanted) == (case.section == "Known to miss") {
                writeln!(
                    wrong,
                    "{} [{}] {}\n    found: {}",
                    case.place,
                    case.section,
                    case.marked,
                    found.join(" ¦ ")
                )
                .unwrap();
            }
        }
    }
    fail_if_any(wrong);
}

/// Entities are marked `{person:किम}ने`; mentions with one `#key` (`{person#kim:किम}`) must be one entity, others not.
#[test]
fn entities() {
    let mut wrong = String::new();
    for path in files("entity") {
        for case in read(&path).1 {
            let mut text = String::new();
            let mut wanted = Vec::new();
            for (i, piece) in case.marked.split('{').enumerate() {
                let (inside, after) =
                    if i == 0 { ("", piece) } else { piece.split_once('}').expect("{ has its }") };
                if i > 0 {
                    let (label, surface) = inside.split_once(':').expect("{kind:words}");
                    let (kind, key) = label.split_once('#').unwrap_or((label, ""));
                    wanted.push((Span::new(text.len()..text.len() + surface.len()), kind.to_owned(), key));
                    text += surface;
                }
                text += after;
            }
            let report = run(&text, &format!(r#"{{"lang": "{}"}}"#, case.lang));
            let kind = |m: &kasoti::report::Mention| format!("{:?}", m.kind).to_lowercase();
            let same = report.mentions.len() == wanted.len()
                && report.mentions.iter().zip(&wanted).all(|(m, w)| m.span == w.0 && kind(m) == w.1);
            let linked = same
                && (0..wanted.len()).all(|i| {
                    (0..i).filter(|&j| !wanted[i].2.is_empty() && !wanted[j].2.is_empty()).all(|j| {
                        (wanted[i].2 == wanted[j].2)
                            == (report.mentions[i].entity == report.mentions[j].entity)
                    })
                });
            if (same && linked) == (case.section == "Known to miss") {
                let show =
                    |m: &kasoti::report::Mention| format!("{}#{}:{}", kind(m), m.entity, m.span.of(&text));
                let found = report.mentions.iter().map(show).collect::<Vec<_>>().join(" · ");
                writeln!(wrong, "{} [{}] {}\n    found: {found}", case.place, case.section, case.marked)
                    .unwrap();
            }
        }
    }
    fail_if_any(wrong);
}
