//! Every finding on the sentences that the taggers learn from, read and judged: `tests/golden/judged/<language>.tsv`. Most
//! of the sentences are right, some were written with the faults of translations; so a change shows here what it moves.
//!
//! `KASOTI_JUDGED=write cargo test --test judged` writes the tables anew: what was judged keeps its verdict, what is new
//! gets `?`, and the test fails until somebody has put `real` or `false` there.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use kasoti::text::Span;
use kasoti::{Options, Packs, analyze};

/// One finding: code, what it marks, the sentence.
type Flag = (String, String, String);

const HEAD: &str = "# Findings on the sentences of data/entities, each judged by a reader: real = an editor would mend it.\n\
                    #! columns: verdict code marked sentence\n";
/// Of fewer findings no share can be told.
const ENOUGH: usize = 10;

fn path(parts: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(parts)
}

/// A sentence without its marks: `{PLACE:पुण्या}त` is पुण्यात.
fn plain(line: &str) -> String {
    let mut parts = line.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + &part.split_once(':').map_or(part, |(_, name)| name).replacen('}', "", 1)
    })
}

fn sentences(lang: &str) -> Vec<String> {
    let mut files: Vec<_> =
        fs::read_dir(path("data/entities").join(lang)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect::<Vec<_>>();
    texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#')).map(plain).collect()
}

fn flags(lang: &str) -> Vec<Flag> {
    let packs = Packs::builtin();
    let options = Options { lang: Some(lang.to_owned()), ..Options::default() }.check().unwrap();
    let of_sentence = |sentence: &String| -> Vec<Flag> {
        let marked = |span: Span| sentence[span.start as usize..span.end as usize].to_owned();
        let findings = analyze(sentence, &options, &packs).findings.into_iter();
        findings.map(|f| (f.code.to_string(), marked(f.span), sentence.clone())).collect()
    };
    let sentences = sentences(lang);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let shares = sentences.chunks(sentences.len().div_ceil(threads));
    let mut flags: Vec<Flag> = thread::scope(|scope| {
        let find = |share: &'_ [String]| share.iter().flat_map(of_sentence).collect::<Vec<_>>();
        let running: Vec<_> = shares.map(|share| scope.spawn(move || find(share))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    flags.sort();
    flags.dedup();
    flags
}

fn judged(lang: &str) -> HashMap<Flag, String> {
    let table =
        fs::read_to_string(path("tests/golden/judged").join(lang).with_extension("tsv")).unwrap_or_default();
    let rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let cells: [&str; 4] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let [verdict, code, marked, sentence] = cells.map(str::to_owned);
        ((code, marked, sentence), verdict)
    });
    rows.collect()
}

fn compare(lang: &str) {
    let (flags, judged) = (flags(lang), judged(lang));
    let verdict = |flag: &Flag| judged.get(flag).map_or("?", String::as_str);
    if std::env::var("KASOTI_JUDGED").is_ok_and(|what| what == "write") {
        let rows = flags.iter().map(|f| format!("{}\t{}\t{}\t{}\n", verdict(f), f.0, f.1, f.2));
        let file = path("tests/golden/judged").join(lang).with_extension("tsv");
        fs::write(file, HEAD.to_owned() + &rows.collect::<String>()).unwrap();
    }
    let new: Vec<_> = flags.iter().filter(|f| !["real", "false"].contains(&verdict(f))).collect();
    assert!(new.is_empty(), "findings that nobody has judged: {new:#?}");
    let gone: Vec<_> = judged.keys().filter(|f| flags.binary_search(f).is_err()).collect();
    assert!(gone.is_empty(), "judged and no longer found: {gone:#?}");
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for flag in &flags {
        let (wrong, all) = tally.entry(&flag.0).or_default();
        *wrong += usize::from(verdict(flag) == "false");
        *all += 1;
    }
    for (code, (wrong, all)) in tally {
        assert!(all < ENOUGH || wrong * 5 < all, "{code}: {wrong} of {all} are false; such a rule is off");
    }
}

#[test]
fn marathi() {
    compare("mr");
}

#[test]
fn hindi() {
    compare("hi");
}

#[test]
fn english() {
    compare("en");
}
