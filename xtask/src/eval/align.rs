//! `cargo xtask eval --align`: whether the sentences of a translation find their partners in the original when some were
//! dropped, joined or have changed places.
//!
//! The translations at hand follow their originals sentence by sentence: where both have as many, each is the partner of the
//! one in its place; of the others what the aligner says of them as they are is taken for true. Then chance, seeded, drops, joins and exchanges sentences of the translation, and the links of what is
//! left are compared with those it had.

use std::collections::BTreeSet;
use std::ops::Range;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use kasoti::report::Report;
use kasoti::text::Span;
use kasoti::{Options, Packs, Settings};

use super::figures::{Figures, Hits};
use super::gold::{self, Gold};
use crate::inject::Random;

/// Each article is mangled so often, each time otherwise.
const ROUNDS: usize = 8;

/// Of a hundred sentences so many are dropped, joined with the next, exchanged with the next.
const DROPPED: usize = 10;
const JOINED: usize = 10;
const SWAPPED: usize = 8;

pub fn run(args: &[String]) -> Result<ExitCode> {
    if let Some(other) = args.first().filter(|arg| *arg != "--errors") {
        bail!("eval --align takes --errors or nothing, not {other}");
    }
    let packs = Packs::builtin();
    let mut figures = Figures::default();
    let (mut plain, mut all) = (Hits::default(), Hits::default());
    let files = super::development();
    let golds = files.iter().map(|file| gold::read(file)).collect::<Result<Vec<_>>>()?;
    for gold in golds.into_iter().flatten() {
        let Some(article) = Article::new(&gold, &packs)? else { continue };
        let (found, wanted) = article.judged(&article.whole(), &packs);
        plain.add(found.intersection(&wanted).count(), found.len(), wanted.len());
        for round in 0..ROUNDS {
            let mangled = article.mangled(&mut Random::new(&format!("{} {round}", gold.id)));
            let (found, wanted) = article.judged(&mangled, &packs);
            let hit = found.intersection(&wanted).count();
            all.add(hit, found.len(), wanted.len());
            if !args.is_empty() && hit < found.len().max(wanted.len()) {
                let apart = |a: &Links, b: &Links| a.difference(b).copied().collect::<Vec<_>>();
                println!(
                    "{} {round}: wrong {:?}, missed {:?}",
                    gold.id,
                    apart(&found, &wanted),
                    apart(&wanted, &found)
                );
            }
        }
    }
    figures.hits("align.plain", plain);
    figures.hits("align.mangled", all);
    print!("{figures}");
    Ok(ExitCode::SUCCESS)
}

/// Places of the translation, each with a sentence of the original that it renders.
type Links = BTreeSet<(usize, usize)>;

/// A translation whose sentences' partners are known.
struct Article {
    text: String,
    settings: Settings,
    sentences: Vec<Span>,
    /// Of the original.
    theirs: Vec<Span>,
    /// For each sentence the sentences of the original that it renders.
    partners: Vec<Vec<usize>>,
}

/// A text put together from pieces: where each stands, and what of the original it renders.
#[derive(Default)]
struct Mangled {
    text: String,
    pieces: Vec<(Range<usize>, Vec<usize>)>,
}

impl Article {
    fn new(gold: &Gold, packs: &Packs) -> Result<Option<Self>> {
        let Some(original) = &gold.source else { return Ok(None) };
        let text: String = gold.text.iter().collect();
        let options =
            Options { lang: Some(gold.lang.clone()), original: Some(original.clone()), ..Options::default() };
        let settings = options.check().with_context(|| gold.id.clone())?;
        let report = kasoti::analyze(&text, &settings, packs);
        let theirs = kasoti::analyze(original, &Settings::default(), packs).sentences;
        let [sentences, theirs] = [report.sentences.as_slice(), &theirs]
            .map(|all| -> Vec<Span> { all.iter().map(|s| s.span).collect() });
        let rendered = |(i, &span): (usize, &Span)| {
            if sentences.len() == theirs.len() { vec![i] } else { partners(&report, span, &theirs) }
        };
        let partners = sentences.iter().enumerate().map(rendered).collect();
        Ok(Some(Self { text, settings, sentences, theirs, partners }))
    }

    /// The text as it is.
    fn whole(&self) -> Mangled {
        let pieces = self.sentences.iter().zip(&self.partners);
        let pieces =
            pieces.map(|(s, partners)| (s.start as usize..s.end as usize, partners.clone())).collect();
        Mangled { text: self.text.clone(), pieces }
    }

    fn mangled(&self, random: &mut Random) -> Mangled {
        let mut out = Mangled::default();
        let mut at = 0;
        let mut i = 0;
        while i < self.sentences.len() {
            let span = self.sentences[i];
            let between = &self.text[at..span.start as usize];
            let next = self.sentences.get(i + 1).filter(|next| !self.between(span, **next).contains('\n'));
            let (chance, two) = (random.below(100), i + 1);
            at = span.end as usize;
            match chance {
                _ if chance < DROPPED => {}
                _ if next.is_some() && chance < DROPPED + JOINED => {
                    let own = span.of(&self.text).trim_end_matches(['.', '।', '?', '!']);
                    let joined = [own, ", ", self.sentences[two].of(&self.text)].concat();
                    out.text.push_str(between);
                    out.push(&joined, &[self.partners[i].as_slice(), &self.partners[two]].concat());
                    at = self.sentences[two].end as usize;
                    i = two;
                }
                _ if next.is_some() && chance < DROPPED + JOINED + SWAPPED => {
                    for (piece, gap) in [(two, between), (i, " ")] {
                        out.text.push_str(gap);
                        out.push(self.sentences[piece].of(&self.text), &self.partners[piece]);
                    }
                    at = self.sentences[two].end as usize;
                    i = two;
                }
                _ => {
                    out.text.push_str(between);
                    out.push(span.of(&self.text), &self.partners[i]);
                }
            }
            i += 1;
        }
        out
    }

    fn between(&self, before: Span, after: Span) -> &str {
        &self.text[before.end as usize..after.start as usize]
    }

    /// What the aligner says of each piece, and what is true of it.
    fn judged(&self, mangled: &Mangled, packs: &Packs) -> (Links, Links) {
        let report = kasoti::analyze(&mangled.text, &self.settings, packs);
        let said = |range: &Range<usize>| partners(&report, Span::new(range.clone()), &self.theirs);
        (
            links(mangled.pieces.iter().map(|(range, _)| said(range))),
            links(mangled.pieces.iter().map(|(_, known)| known.clone())),
        )
    }
}

impl Mangled {
    fn push(&mut self, words: &str, partners: &[usize]) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push((start..self.text.len(), partners.to_vec()));
    }
}

/// The partners of each piece, one by one.
fn links(partners: impl Iterator<Item = Vec<usize>>) -> Links {
    partners.enumerate().flat_map(|(i, all)| all.into_iter().map(move |partner| (i, partner))).collect()
}

/// Which of `theirs`, runs of the original, are paired with something in `span`.
fn partners(report: &Report, span: Span, theirs: &[Span]) -> Vec<usize> {
    let paired = report.pairs.iter().filter(|pair| pair.text.is_some_and(|text| text.overlaps(span)));
    let originals: Vec<Span> = paired.filter_map(|pair| pair.original).collect();
    (0..theirs.len()).filter(|&i| originals.iter().any(|original| original.overlaps(theirs[i]))).collect()
}
