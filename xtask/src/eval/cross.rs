//! `cargo xtask eval --cv`: how good the tagger, and the whole entity stage with it, is on annotated sentences that it
//! has not learnt from.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use kasoti::entity::{Kind, training};
use kasoti::lang::Lang;
use kasoti::pack::Pack;
use kasoti::weights::{Weights, encode};
use kasoti::{Options, Packs};

use super::figures::{Figures, Hits};
use crate::shell::say;
use crate::train::corpus::{self, Sentence};
use crate::train::examples::{Example, Reader};
use crate::train::learn::{learn, plan};
use crate::train::{again, brotli, others, set};

/// Parts that the sentences are dealt into; each is tested with what was learnt from the others.
const FOLDS: usize = 5;

/// Neighbouring sentences that are analysed as one text: an article of the usual length.
const ARTICLE: usize = 10;

/// Names with their places in bytes.
type Names = Vec<(Range<usize>, Kind)>;

#[derive(Default)]
struct Score {
    kinds: BTreeMap<Kind, Hits>,
    /// Names found in sentences that have none, and the words of those.
    false_names: usize,
    words: usize,
}

impl Score {
    fn add(&mut self, text: &str, gold: &Names, found: &Names) {
        for name in gold {
            self.kinds.entry(name.1).or_default().add(found.contains(name).into(), 0, 1);
        }
        for (_, kind) in found {
            self.kinds.entry(*kind).or_default().add(0, 1, 0);
        }
        if gold.is_empty() {
            self.words += text.split_whitespace().count();
            self.false_names += found.len();
        }
    }

    fn write(&self, name: &str, figures: &mut Figures) {
        let mut all = Hits::default();
        self.kinds.values().for_each(|hits| all.add(hits.hit, hits.system, hits.gold));
        figures.hits(&format!("cv.{name}"), all);
        for (kind, hits) in &self.kinds {
            figures.hits(&format!("cv.{name}.{}", format!("{kind:?}").to_lowercase()), *hits);
        }
        let rate = (self.words > 0).then(|| self.false_names as f64 * 1000.0 / self.words as f64);
        figures.rate(format!("cv.{name}.false_per_1000"), rate);
    }
}

pub fn run(args: &[String]) -> Result<ExitCode> {
    if cfg!(debug_assertions) {
        return again("eval", &[&["--cv".to_owned()], args].concat());
    }
    let mut changes = None;
    let (mut lang, mut folds, mut quarters, mut errors, mut also) = ("mr", FOLDS, 4..=4, 0, Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} takes a value"));
        match arg.as_str() {
            "--plan" => changes = Some(value()?),
            "--folds" => folds = value()?.parse()?,
            "--also" => also.push(value()?),
            "--errors" => errors = value()?.parse()?,
            "--curve" => quarters = 1..=4,
            code => lang = code,
        }
    }
    let mut plan = plan(lang);
    changes.map_or(Ok(()), |changes| set(&mut plan, changes))?;
    let packs = Packs::builtin();
    let code = Lang::parse(lang)?;
    let pack = packs.get(code);
    let reader = Reader::new(code, pack);
    let blocks = corpus::read(lang)?;
    say(&format!("reading {} sentences", blocks.iter().map(Vec::len).sum::<usize>()));
    let read =
        |block: &Vec<Sentence>| -> Vec<Example> { block.iter().map(|s| reader.example(s, 1.0)).collect() };
    let examples: Vec<_> = blocks.iter().map(read).collect();
    let others = others(&also, &reader)?;
    for quarter in quarters {
        let (mut tagger, mut stage) = (Score::default(), Score::default());
        let mut bytes = 0;
        for fold in 0..folds {
            say(&format!("learning from {}% of the sentences, fold {}", 25 * quarter, fold + 1));
            let learnt = |&(i, _): &(usize, _)| i % FOLDS != fold && i / FOLDS % 4 < quarter;
            let training = examples.iter().enumerate().filter(learnt).flat_map(|(_, block)| block);
            let encoded = encode(&learn(&training.chain(&others).collect::<Vec<_>>(), plan));
            bytes += brotli(&encoded) / folds;
            let weights = Weights::decode(&encoded).context("the weights cannot be read")?;
            let mut trained = Packs::default();
            trained.put(pack.with_weights(weights));
            for article in blocks.iter().skip(fold).step_by(FOLDS).flat_map(|block| block.chunks(ARTICLE)) {
                for sentence in article {
                    test_tagger(sentence, code, trained.get(code), &mut tagger);
                }
                test_stage(article, code, &trained, &mut stage, &mut errors)?;
            }
        }
        let mut figures = Figures::default();
        figures.count("cv.sentences_percent", 25 * quarter);
        figures.count("cv.weights_brotli", bytes);
        tagger.write("tagger", &mut figures);
        stage.write("stage", &mut figures);
        print!("{figures}");
    }
    Ok(ExitCode::SUCCESS)
}

/// How well people, places and organisations are found in a file of tokens and labels, sentence by sentence and by whole
/// words.
pub fn labelled(path: &Path, lang: Lang, packs: &Packs) -> Result<Figures> {
    let options = Options { lang: Some(lang.code().to_owned()), ..Options::default() }.check()?;
    let mut score = Score::default();
    for sentence in corpus::labelled(path)? {
        let report = kasoti::analyze(&sentence.text, &options, packs);
        let found = report.mentions.iter().filter(|m| LABELLED.contains(&m.kind));
        let whole = |m: &kasoti::report::Mention| {
            (whole_words(&sentence.text, m.span.start as usize..m.span.end as usize), m.kind)
        };
        score.add(&sentence.text, &sentence.names, &found.map(whole).collect());
    }
    let mut figures = Figures::default();
    score.write("labelled", &mut figures);
    Ok(figures)
}

/// The kinds of names that files of tokens and labels mark.
const LABELLED: [Kind; 3] = [Kind::Person, Kind::Place, Kind::Organisation];

/// The tagger alone finds whole words: endings are cut off after it.
fn test_tagger(sentence: &Sentence, lang: Lang, pack: &Pack, score: &mut Score) {
    let text = &sentence.text;
    let found = training::tag(text, lang, pack);
    let found = found.iter().map(|(span, kind)| (span.start as usize..span.end as usize, *kind));
    let gold = sentence.names.iter().filter(|(_, kind)| training::KINDS.contains(kind)).cloned();
    let whole = |(range, kind): (Range<usize>, Kind)| (whole_words(text, range), kind);
    score.add(text, &gold.map(whole).collect(), &found.map(whole).collect());
}

fn test_stage(
    article: &[Sentence],
    lang: Lang,
    packs: &Packs,
    score: &mut Score,
    errors: &mut usize,
) -> Result<()> {
    let text = article.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join("\n");
    let options = Options { lang: Some(lang.code().to_owned()), ..Options::default() };
    let report = kasoti::analyze(&text, &options.check()?, packs);
    let mut start = 0;
    for sentence in article {
        let end = start + sentence.text.len();
        let here = report.mentions.iter().filter(|m| (start..end).contains(&(m.span.start as usize)));
        let learnt = here.filter(|m| training::KINDS.contains(&m.kind));
        let found: Names =
            learnt.map(|m| (m.span.start as usize - start..m.span.end as usize - start, m.kind)).collect();
        let gold =
            sentence.names.iter().filter(|(_, kind)| training::KINDS.contains(kind)).cloned().collect();
        score.add(&sentence.text, &gold, &found);
        if *errors > 0 && found != gold {
            *errors -= 1;
            println!(
                "wanted {} | found {} | {}",
                only(&gold, &found, sentence),
                only(&found, &gold, sentence),
                sentence.text
            );
        }
        start = end + 1;
    }
    Ok(())
}

/// The names that are in one list and not in the other.
fn only(names: &Names, others: &Names, sentence: &Sentence) -> String {
    let names = names.iter().filter(|name| !others.contains(name));
    names
        .map(|(range, kind)| format!("{kind:?}:{}", &sentence.text[range.clone()]))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A range with all of the words that it touches.
fn whole_words(text: &str, Range { start, end }: Range<usize>) -> Range<usize> {
    let letter =
        |c: &char| c.is_alphanumeric() || matches!(c, '\u{900}'..='\u{97F}' | '\u{200C}' | '\u{200D}');
    let before = text[..start].chars().rev().take_while(letter).map(char::len_utf8).sum::<usize>();
    let after = text[end..].chars().take_while(letter).map(char::len_utf8).sum::<usize>();
    start - before..end + after
}
