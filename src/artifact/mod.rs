//! Artifacts: the traces that machine translation, scraping or careless typing left. One rule, one file.

mod acronym;
mod agreement_mismatch;
mod attribution;
mod boilerplate;
mod broken_cluster;
pub(crate) mod broken_number_grouping;
mod calque;
mod case_mismatch;
mod clause;
mod crossed_attribution;
mod doubled_attribution;
mod doubled_punctuation;
mod floating_quote;
mod foreign_script;
mod fragment;
mod hindi;
mod honorific_mix;
mod leftover_markup;
mod leftover_placeholder;
mod lexicon;
mod listed;
mod local;
mod missing_ergative;
mod missing_eyelash_ra;
mod missing_oblique;
mod missing_space;
mod misspelling;
mod mistranslation;
mod mixed_digits;
mod mixed_quote_order;
mod mixed_script_word;
mod mixed_terminators;
mod mojibake;
mod name_variant;
mod near;
mod phrases;
mod prompt_leak;
mod quotes;
mod relative_calque;
mod repeated_phrase;
mod repeated_word;
mod scrambled_acronym;
mod self_governing_noun;
mod spaced_punctuation;
mod spelled_out_acronym;
mod split_postposition;
mod stray_joiner;
mod stuttered_word;
mod term_variant;
mod transliterated_noun;
mod truncated_acronym;
mod unpaired_quote;
mod untranslated_run;
mod wrong_way_quote;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use unicode_segmentation::GraphemeCursor;

use crate::Tell;
use crate::index::Map;
use crate::lang::Lang;
use crate::memory::Memory;
use crate::morphology::{Morphology, Reading};
use crate::options::Settings;
use crate::original::{self, Original};
use crate::pack::Pack;
use crate::report::{Finding, Linked, Mention, Sentence, Severity};
use crate::sort;
use crate::table::Table;
use crate::text::{Document, Span, fold};
use acronym::Acronym;
pub(crate) use local::Local;
use quotes::Quotes;

/// Everything that a rule may read. Made once for a text, by the rooms before this one.
pub struct Article<'a> {
    /// The text with its paragraphs and tokens.
    pub doc: &'a Document<'a>,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Where it names something.
    pub mentions: &'a [Mention],
    /// What it names.
    pub entities: &'a [Linked],
    /// The language's pack; an empty one when none is loaded.
    pub pack: &'a Pack,
    /// The text that this one is a translation of, if it was given.
    pub original: Option<&'a Original<'a>>,
    /// What was asked for.
    pub settings: &'a Settings,
    /// What several rules read.
    pub(crate) shared: Shared<'a>,
}

/// What several rules read, made when the first of them asks.
#[derive(Default)]
pub(crate) struct Shared<'a> {
    quotes: OnceCell<Quotes>,
    acronyms: OnceCell<Vec<Acronym>>,
    morphology: OnceCell<Morphology<'a>>,
    /// See [`Article::readings`].
    readings: RefCell<Map<Rc<[Reading]>>>,
    /// See [`hindi::words`], of each sentence.
    hindi: OnceCell<Vec<Vec<hindi::Word<'a>>>>,
    /// See [`lexicon::is_word`].
    words: RefCell<Map<bool>>,
}

impl<'a> Article<'a> {
    /// A table of the language's pack, empty when there is none.
    pub fn table(&self, name: &str) -> &'a Table {
        self.pack.table(name)
    }

    /// Its quotation marks and brackets.
    fn quotes(&self) -> &Quotes {
        self.shared.quotes.get_or_init(|| quotes::read(self))
    }

    /// All its acronyms, in order of first mention.
    fn acronyms(&self) -> &[Acronym] {
        self.shared.acronyms.get_or_init(|| acronym::acronyms(self))
    }

    /// What a word may be, by the morphology of the pack.
    pub(crate) fn readings(&self, word: &str) -> Rc<[Reading]> {
        let morphology = self.shared.morphology.get_or_init(|| Morphology::new(self.pack));
        let read = || morphology.readings(&fold(word)).into();
        self.shared.readings.borrow_mut().or_insert_with(word, read).clone()
    }

    /// The mentions that share a byte with `span`.
    pub(crate) fn mentions_on(&self, span: Span) -> impl Iterator<Item = &'a Mention> {
        let at = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions[at..].iter().take_while(move |mention| mention.span.start < span.end)
    }

    /// Which of a rule's right ways is the house's, if it said.
    fn preferred(&self, code: &str) -> Option<&'static str> {
        self.settings.preferred.iter().find(|(own, _)| *own == code).map(|&(_, way)| way)
    }
}

/// A rule is data and a function: what fault it finds, how grave that is, where it applies.
pub struct Rule {
    /// Names the fault found and reads after "allow". Stable: public API.
    pub code: &'static str,
    /// Unless the options say otherwise.
    pub severity: Severity,
    /// Whether it runs unless the options say otherwise.
    pub default_on: bool,
    /// Languages that it speaks of; empty = all.
    pub langs: &'static [Lang],
    /// Reports what it finds.
    pub check: fn(&Article, &mut Findings),
}

/// Comparable by code: there is one rule a code.
impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// There is one rule a code.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// Every rule there is, in the order of the catalogue.
pub const RULES: &[Rule] = &[
    missing_eyelash_ra::RULE,
    broken_cluster::RULE,
    stray_joiner::RULE,
    split_postposition::RULE,
    misspelling::RULE,
    mixed_digits::RULE,
    broken_number_grouping::RULE,
    wrong_way_quote::RULE,
    unpaired_quote::RULE,
    floating_quote::RULE,
    mixed_quote_order::RULE,
    spaced_punctuation::RULE,
    doubled_punctuation::RULE,
    missing_space::RULE,
    mixed_terminators::RULE,
    stuttered_word::RULE,
    repeated_word::RULE,
    repeated_phrase::RULE,
    self_governing_noun::RULE,
    leftover_markup::RULE,
    mojibake::RULE,
    foreign_script::RULE,
    mixed_script_word::RULE,
    boilerplate::RULE,
    untranslated_run::RULE,
    leftover_placeholder::RULE,
    prompt_leak::RULE,
    name_variant::RULE,
    scrambled_acronym::RULE,
    truncated_acronym::RULE,
    spelled_out_acronym::RULE,
    doubled_attribution::RULE,
    crossed_attribution::RULE,
    honorific_mix::RULE,
    term_variant::RULE,
    missing_oblique::RULE,
    agreement_mismatch::RULE,
    missing_ergative::RULE,
    case_mismatch::RULE,
    relative_calque::RULE,
    fragment::RULE,
    calque::RULE,
    mistranslation::RULE,
    transliterated_noun::RULE,
    original::number_mismatch::RULE,
    original::date_mismatch::RULE,
    original::omitted_sentence::RULE,
    original::missing_name::RULE,
    original::wrong_name::RULE,
    original::missing_quotation::RULE,
    original::missing_negation::RULE,
];

/// The ways that a rule knows to be right, where a house may choose one; without a choice the article's own habit counts.
const PREFERENCES: &[(&str, &[&str])] = &[
    ("mixed-digits", &["latin", "native"]),
    ("mixed-quote-order", &["inside", "outside"]),
    ("mixed-terminators", &[".", "।"]),
];

/// The ways that the rule of this code lets a house choose between.
pub fn preferences(code: &str) -> &'static [&'static str] {
    PREFERENCES.iter().find(|(own, _)| *own == code).map_or(&[], |(_, ways)| ways)
}

/// One fault, one finding: where a finding of the first rule touches one of the others, theirs is left out. The first one
/// explains what the others only see the outside of. Inside a rule's own subject (the quote rules, the acronyms) its file
/// keeps them apart.
const WINS: &[(&str, &[&str])] = &[
    (
        "mojibake",
        &[
            "doubled-punctuation",
            "floating-quote",
            "foreign-script",
            "leftover-markup",
            "missing-space",
            "mixed-script-word",
            "spaced-punctuation",
            "unpaired-quote",
            "untranslated-run",
            "wrong-way-quote",
        ],
    ),
    ("prompt-leak", &["boilerplate", "leftover-markup", "leftover-placeholder", "untranslated-run"]),
    ("boilerplate", &["leftover-markup", "missing-space", "spaced-punctuation", "untranslated-run"]),
    (
        "leftover-markup",
        &[
            "doubled-punctuation",
            "leftover-placeholder",
            "missing-space",
            "mixed-script-word",
            "spaced-punctuation",
        ],
    ),
    ("leftover-placeholder", &["doubled-punctuation", "mixed-script-word", "untranslated-run"]),
    ("mixed-digits", &["broken-number-grouping"]),
    ("repeated-phrase", &["repeated-word", "stuttered-word"]),
    ("stuttered-word", &["misspelling", "repeated-word", "split-postposition"]),
    ("broken-cluster", &["misspelling", "name-variant"]),
    ("missing-eyelash-ra", &["misspelling", "name-variant"]),
    ("scrambled-acronym", &["name-variant"]),
    ("truncated-acronym", &["name-variant"]),
];

/// Leaves out what another rule explains. The list is in order of place.
fn leave_to_winners(list: &mut Vec<Finding>) {
    let lost: Vec<bool> = (0..list.len()).map(|i| has_winner(list, i)).collect();
    let mut lost = lost.into_iter();
    list.retain(|_| lost.next() == Some(false));
}

/// Findings that are looked at on either side: a place with more of them is broken beyond telling.
const NEIGHBOURS: usize = 8;

fn has_winner(list: &[Finding], i: usize) -> bool {
    let own = &list[i];
    let near = list[i.saturating_sub(NEIGHBOURS)..].iter().take(2 * NEIGHBOURS + 1);
    near.filter(|other| other.span.start <= own.span.end && own.span.start <= other.span.end)
        .any(|other| WINS.iter().any(|(winner, losers)| *winner == other.code && losers.contains(&own.code)))
}

/// What the rules have found so far.
pub struct Findings {
    rule: (&'static str, Severity),
    list: Vec<Finding>,
}

impl Findings {
    fn new() -> Self {
        Self { rule: ("", Severity::Hint), list: Vec::new() }
    }

    /// Reports the fault of the rule that is running, at `span`; evidence and fixes are added to what is returned.
    pub fn report(&mut self, span: Span) -> &mut Finding {
        let (code, severity) = self.rule;
        let finding = Finding {
            span,
            code,
            severity,
            args: Default::default(),
            fixes: Vec::new(),
            related: Vec::new(),
            original: None,
            safe: false,
        };
        self.list.push(finding);
        self.list.last_mut().expect("one was just pushed")
    }
}

/// What the rules that the settings chose find, by place; what `memory` holds is not looked for again.
pub(crate) fn check(article: &Article, memory: Option<&mut Memory<Local>>, tell: Tell) -> Vec<Finding> {
    let settings = article.settings;
    let mut findings = Findings::new();
    if let Some(memory) = memory {
        run(article, &mut findings, |rule| !local::is_local(rule), tell);
        local::check(article, memory, &mut findings);
    } else {
        run(article, &mut findings, |_| true, tell);
    }
    let text = article.doc.text;
    let mut list = findings.list;
    list.retain_mut(|finding| {
        finding.span = snap(finding.span, text);
        // A rule may come to what stands there already.
        finding.fixes.retain(|fix| fix.edits.iter().any(|edit| edit.span.of(text) != edit.text));
        finding.safe &= !finding.fixes.is_empty();
        !silenced(finding, text, settings)
    });
    sort::by_key(&mut list, |f| (f.span, f.code));
    leave_to_winners(&mut list);
    list
}

/// Runs those rules of the settings that know the language and are `wanted`.
fn run(article: &Article, findings: &mut Findings, wanted: fn(&Rule) -> bool, tell: Tell) {
    let rules = &article.settings.rules;
    for (done, (rule, severity)) in rules.iter().enumerate() {
        tell(done, rules.len());
        if (rule.langs.is_empty() || rule.langs.contains(&article.doc.lang)) && wanted(rule) {
            findings.rule = (rule.code, *severity);
            (rule.check)(article, findings);
        }
    }
}

/// Whether the caller asked not to hear of it: as ignored, or because its words stand in the glossary.
fn silenced(finding: &Finding, text: &str, settings: &Settings) -> bool {
    let words = finding.span.of(text);
    settings.glossary.iter().any(|form| words == form)
        || settings.ignore.iter().any(|one| one.means(finding.code, text, finding.span))
}

/// The span widened to whole graphemes, so that no mark is painted on half a letter.
pub(crate) fn snap(span: Span, text: &str) -> Span {
    let is_boundary =
        |at: usize| at == 0 || GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    let Span { start, end } = span;
    let start =
        (0..=start as usize).rev().find(|&at| text.is_char_boundary(at) && is_boundary(at)).unwrap_or(0);
    let end = (end as usize..=text.len()).find(|&at| text.is_char_boundary(at) && is_boundary(at));
    Span::new(start..end.unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_kebab_case() {
        for (i, rule) in RULES.iter().enumerate() {
            assert!(rule.code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.code);
            assert!(RULES[..i].iter().all(|other| other.code != rule.code), "{} stands twice", rule.code);
        }
    }

    #[test]
    fn spans_are_widened_to_graphemes() {
        let text = "😀 च्छे";
        assert_eq!(snap(Span { start: 8, end: 11 }, text), Span { start: 5, end: 17 });
        assert_eq!(snap(Span { start: 0, end: 4 }, text), Span { start: 0, end: 4 });
    }

    #[test]
    fn a_house_decides_between_right_ways() {
        let found = |rule: &str, way: &str, text: &str| {
            let json = format!(r#"{{"lang": "mr", "rules": {{"{rule}": "{way}"}}}}"#);
            let options: crate::Options = serde_json::from_str(&json).unwrap();
            let report = crate::analyze(text, &options.check().unwrap(), &crate::Packs::default());
            let own = report.findings.iter().filter(|f| f.code == rule);
            own.map(|f| f.fixes[0].edits[0].text.clone()).collect::<Vec<_>>()
        };
        let text = "सभा आज पुण्यात झाली. 😀 दर १,5 टक्के आहे. “आम्ही सगळे तयार आहोत”, असे ते म्हणाले.";
        assert_eq!(found("mixed-terminators", "।", text), ["।"; 3]);
        assert_eq!(found("mixed-terminators", ".", text), [""; 0]);
        assert_eq!(found("mixed-digits", "latin", text), ["1,5"]);
        assert_eq!(found("mixed-digits", "native", text), ["१,५"]);
        assert_eq!(found("mixed-quote-order", "inside", text), [",”"]);
        assert_eq!(found("mixed-quote-order", "outside", text), [""; 0]);
    }

    #[test]
    fn one_fault_gives_one_finding() {
        for (text, code) in [
            ("😀 दर १,5,00 रुपये आहे.", "mixed-digits"),
            ("😀 तो म्हणाला.â€\u{9d} मग गेला.", "mojibake"),
            ("😀 पूल बंद आहे पूल बंद आहे पूल बंद आहे.", "repeated-phrase"),
            ("😀 सभेला {name},, उपस्थित होते.", "leftover-placeholder"),
        ] {
            let options: crate::Options = serde_json::from_str(r#"{"lang": "mr"}"#).unwrap();
            let report = crate::analyze(text, &options.check().unwrap(), &crate::Packs::default());
            let codes: Vec<_> = report.findings.iter().map(|f| f.code).collect();
            assert_eq!(codes, [code], "{text}");
        }
    }

    #[test]
    fn those_who_win_and_lose_are_rules() {
        let known = |code: &str| RULES.iter().any(|rule| rule.code == code);
        for (winner, losers) in WINS {
            assert!(known(winner) && losers.iter().all(|loser| known(loser)), "{winner}");
            assert!(losers.windows(2).all(|two| two[0] < two[1]), "{winner}: sorted");
        }
    }
}
