//! The verb that ends a Marathi clause, and the noun that it must agree with.
//!
//! A clause is read from its end: the verb with its helpers (घेण्यात आली, विकसित केली आहे, केली जाणार आहेत), what each of them says of
//! gender and number, and which nouns of the clause allow that. Where one noun alone does, it is what the verb agrees with,
//! and its own modifiers must agree too: that is told to the check of modifiers. Where none does, and none may, the verb is wrong.

use super::{MANY, NO_OBJECT, direct_noun, is_auxiliary, is_counted, is_woman, modifier};
use crate::artifact::clause::{Clauses, Word};
use crate::artifact::{Article, Findings, lexicon, listed};
use crate::morphology::{Case, Cells, Morphology, Pos, Reading, Vowel};

/// Verbs whose perfective without an object says what somebody said: it agrees with nothing.
const OF_SPEECH: [&str; 12] =
    ["आठवणे", "कळवणे", "कळणे", "जाणवणे", "दिसणे", "म्हणणे", "वाटणे", "विचारणे", "समजणे", "सांगणे", "सुचवणे", "ऐकणे"];

/// Verbs that make one noun another: either may stand as the subject, and in a later clause neither.
const OF_BEING: [&str; 5] = ["असणे", "ठरणे", "नसणे", "बनणे", "होणे"];

/// Words between a noun and its verb, at most.
const REACH: usize = 16;

/// What the verb of a clause says.
struct Verb {
    /// Each of its words that agrees, with what it says.
    said: Vec<(usize, Cells)>,
    /// Index of the first word of the verb.
    at: usize,
    /// The infinitive.
    lemma: String,
    /// Whether it agrees with an object, beside a doer in ने.
    object: bool,
}

/// A noun that alone of its clause may be what the verb agrees with.
pub(super) type Anchors = Vec<(usize, Cells)>;

/// Looks at each clause of a sentence; returns the nouns that verbs certainly agree with.
pub(super) fn check(
    article: &Article,
    clauses: &Clauses,
    words: &[Word],
    quoted: bool,
    findings: &mut Findings,
) -> Anchors {
    let mut anchors = Vec::new();
    let mut from = 0;
    for at in 0..words.len() {
        if !ends_clause(words, at) {
            continue;
        }
        if let Some(verb) = verb(&clauses.morphology, words, from, at) {
            let clause = Clause { article, words, from, verb };
            anchors.extend(clause.anchor());
            if !quoted {
                clause.check(findings);
            }
        }
        from = at + 1;
    }
    anchors
}

/// Whether a clause ends with the word at `at`: with a finite verb at the end, before a mark or a conjunction.
fn ends_clause(words: &[Word], at: usize) -> bool {
    const CONJUNCTIONS: [&str; 12] =
        ["आणि", "असून", "कारण", "की", "तर", "तरी", "पण", "परंतु", "मात्र", "म्हणून", "व", "असे"];
    let next = words.get(at + 1);
    let ends = next.is_none_or(|next| next.parted || CONJUNCTIONS.contains(&next.text));
    ends && (words[at].readings.iter().any(|r| r.pos == Pos::Verb && r.case == Case::None)
        || is_auxiliary(words[at].text))
}

/// What a word in ल, a participle, a form of होते or an obligation (करावा) says of gender and number.
pub(super) fn gendered(word: &Word) -> Option<Cells> {
    let verb = word.readings.iter().any(|r| r.pos == Pos::Verb);
    if !verb {
        return None;
    }
    // Present of होणे as well.
    if word.text == "होते" {
        return Some(Cells::of_vowel(Vowel::E).or(Cells::SINGULAR.and(Cells::FEMININE)));
    }
    let whole = word
        .text
        .strip_suffix('त')
        .filter(|_| word.text.ends_with("ेत") || word.text.ends_with("ीत") || word.text.ends_with("यात"));
    let (stem, vowel) = Vowel::cut(whole.unwrap_or(word.text))?;
    let ought = stem.ends_with("ाव") || matches!(stem, "व्हाव" | "घ्याव" | "द्याव" | "याव" | "जाव");
    let past = matches!(word.text, "होता" | "होती" | "होत्या") || stem.ends_with('ल') && whole.is_none();
    let plural = if whole.is_some() { Cells::PLURAL } else { Cells::ALL };
    (past || ought).then(|| Cells::of_vowel(vowel).and(plural))
}

/// What a finite word says of number alone.
fn numbered(word: &Word) -> Option<Cells> {
    match word.text {
        "आहे" | "नाही" | "होईल" | "येईल" | "जाईल" | "राहील" => {
            Some(Cells::SINGULAR)
        }
        "आहेत" | "नाहीत" | "होतील" | "येतील" | "जातील" | "राहतील" | "जातात" => {
            Some(Cells::PLURAL)
        }
        _ => None,
    }
}

fn verb(morphology: &Morphology, words: &[Word], from: usize, end: usize) -> Option<Verb> {
    let mut said = Vec::new();
    let mut at = end;
    if is_auxiliary(words[at].text) {
        said.extend(gendered(&words[at]).or_else(|| numbered(&words[at])).map(|cells| (at, cells)));
        at = at.checked_sub(1).filter(|&at| at >= from && !words[at + 1].parted)?;
    }
    let lemma = |word: &Word| {
        let mut verbs = word.readings.iter().filter(|r| r.pos == Pos::Verb && r.case != Case::Postposition);
        let lemma = verbs.next()?.lemma.clone();
        verbs.all(|r| r.lemma == lemma).then_some(lemma)
    };
    // आले is ginger as well.
    let passive = at > from && words[at - 1].text.ends_with("ण्यात");
    let own = if passive {
        Some("येणे".to_owned())
    } else {
        lemma(&words[at]).filter(|_| words[at].noun_cells().is_empty())
    };
    let Some(own) = own else {
        // उपस्थित होता.
        let is = words[at + 1..].first().is_some_and(|w| is_auxiliary(w.text));
        return (is && !said.is_empty()).then(|| Verb {
            said,
            at: at + 1,
            lemma: "असणे".to_owned(),
            object: false,
        });
    };
    let cells = gendered(&words[at]).or_else(|| if said.is_empty() { numbered(&words[at]) } else { None });
    said.extend(cells.map(|cells| (at, cells)));
    let before =
        at.checked_sub(1).filter(|&before| before >= from && !words[at].parted).map(|b| (b, &words[b]));
    if let Some((b, word)) = before {
        // घेण्यात आली: the object of the verb inside is the subject.
        if own == "येणे" && word.text.ends_with("ण्यात") {
            return Some(Verb { said, at: b, lemma: lemma(word)?, object: false });
        }
        // केली जाणार आहेत.
        if own == "जाणे"
            && let Some(cells) = gendered(word).filter(|_| !word.text.contains("लेल"))
        {
            said.push((b, cells));
            return Some(Verb { said, at: b, lemma: lemma(word)?, object: false });
        }
    }
    let transitive = match morphology.transitivity(&own) {
        // जिंकणे, वाटणे: where a doer stands before, there is an object.
        Some("t" | "b") => true,
        Some("i") => false,
        _ => return None,
    };
    let perfective = gendered(&words[at]).is_some();
    let unfit = matches!(&*own, "असणे" | "नसणे" | "लागणे" | "शकणे" | "देणे" | "पाहिजे") && !transitive;
    (!said.is_empty() && !unfit && (perfective || !transitive)).then_some(Verb {
        said,
        at,
        lemma: own,
        object: transitive,
    })
}

/// A clause with its verb.
struct Clause<'c, 'a, 'w> {
    article: &'c Article<'a>,
    words: &'c [Word<'w>],
    from: usize,
    verb: Verb,
}

impl Clause<'_, '_, '_> {
    fn before(&self) -> std::ops::Range<usize> {
        self.from..self.verb.at
    }

    /// What all words of the verb allow together.
    fn cells(&self) -> Cells {
        self.verb.said.iter().fold(Cells::ALL, |all, (_, cells)| all.and(*cells))
    }

    /// Whether a verb that takes an object has its doer in ने, and no other clause has one.
    fn has_doer(&self) -> bool {
        self.words[self.before()].iter().any(|w| {
            w.readings.iter().any(|r| r.case == Case::Agent && r.pos != Pos::Verb) || w.text.ends_with("नी")
        })
    }

    /// Whether the verb may agree with nothing at all.
    fn may_be_neutral(&self) -> bool {
        let neuter = Cells::NEUTER.and(Cells::SINGULAR);
        let numbered = self.verb.said.iter().all(|(at, _)| gendered(&self.words[*at]).is_none());
        let marked =
            || self.words[self.before()].iter().any(|w| w.readings.iter().any(|r| r.case == Case::Dative));
        !numbered && self.cells().meets(neuter) && (OF_SPEECH.contains(&&*self.verb.lemma) || marked())
    }

    /// The only noun that the verb may agree with, where it certainly agrees with one, and in which gender and number.
    fn anchor(&self) -> Option<(usize, Cells)> {
        let gendered = self.verb.said.iter().any(|(at, _)| gendered(&self.words[*at]).is_some());
        if !gendered || self.verb.object && !self.has_doer() || self.may_be_neutral() {
            return None;
        }
        let cells = self.cells();
        // Of परदेश दौरा the second.
        let first = |at: usize| {
            at + 1 < self.verb.at && !self.words[at + 1].parted && self.may_govern(at + 1, cells, true)
        };
        let mut may = self.before().filter(|&at| self.may_govern(at, cells, true) && !first(at));
        let only = may.next().filter(|_| may.next().is_none())?;
        let noun = &self.words[only];
        let own = direct_noun(noun, true)?.and(cells);
        let sure = !MANY.contains(&noun.text) && self.reaches(only) && !own.is_empty();
        (sure && !listed::is_named(self.article, noun.span)).then_some((only, own))
    }

    /// Whether the noun stands near the verb, without a mark or the verb of another clause between.
    fn reaches(&self, at: usize) -> bool {
        let between = at + 1..self.verb.at;
        if between.len() > REACH || self.words[at + 1..=self.verb.at].iter().any(|w| w.parted) {
            return false;
        }
        let mut between = between;
        !between.any(|inner| {
            let word = &self.words[inner];
            let adjective =
                word.readings.iter().any(|r| r.pos == Pos::Adjective && r.cells == Cells::ALL && !r.guess);
            let verb = word.readings.iter().any(|r| r.pos == Pos::Verb)
                && word.noun_cells().is_empty()
                && !adjective;
            verb && !matches!(word.text, "येत्या" | "गेल्या") && !self.shares(inner, at)
        })
    }

    /// Whether an adverbial participle has the subject of the whole (जळून खाक झाले), or an object of its own (गडी राखून जिंकला).
    fn shares(&self, inner: usize, at: usize) -> bool {
        let word = &self.words[inner];
        let joins = word.text.ends_with("ून") || word.text.ends_with("ऊन");
        let own = inner - 1 > at && direct_noun(&self.words[inner - 1], true).is_some();
        joins && (own || word.is_verb(&Morphology::new(self.article.pack), "i"))
    }

    /// Whether the verb may agree with this word; `loose`: also where it may be but the first of two nouns.
    fn may_govern(&self, at: usize, cells: Cells, loose: bool) -> bool {
        let word = &self.words[at];
        let next = Some(&self.words[at + 1]).filter(|next| !next.parted && at + 1 < self.verb.at);
        // Before anything else: काहीही is an adverb to the table.
        if let Some(own) = pronoun(word.text) {
            return own.meets(cells) && !points(word, next);
        }
        let being = matches!(&*self.verb.lemma, "ठरणे" | "बनणे");
        if !loose && !being && leads_on(next) && !self.is_headed(at)
            || word.number
            || is_adverb(word)
            || word.text.ends_with("वारी")
        {
            return false;
        }
        // मान्य करणे; a new adjective before its noun: अर्थसंकल्पीय अधिवेशन.
        let adjective = word.readings.iter().any(|r| r.pos == Pos::Adjective);
        let newer = word.text.ends_with("ीय")
            && word.readings.iter().all(|r| r.guess)
            && next.is_some_and(Word::may_be_direct_noun);
        if adjective || newer || COUNTS.contains(&word.text) {
            return false;
        }
        word.readings.is_empty()
            || word.text == "की"
            || word.readings.iter().any(|r| match r.pos {
                Pos::Noun => {
                    r.case == Case::Direct
                        && cells.meets(if loose { r.cells } else { self.narrowed(at, r.cells) })
                }
                _ => false,
            })
    }

    /// The vowel of the word before, where that is a modifier which asks for a noun that stands alone: महागाईचा दर.
    fn head(&self, at: usize) -> Option<Vowel> {
        let before = at.checked_sub(1).filter(|_| !self.words[at].parted).map(|b| &self.words[b])?;
        modifier(before, false).map(|(_, vowel)| vowel).filter(|vowel| *vowel != Vowel::Yaa)
    }

    fn is_headed(&self, at: usize) -> bool {
        let cells = self.words[at].noun_cells();
        self.head(at).is_some_and(|vowel| Cells::of_vowel(vowel).meets(cells))
    }

    /// What of these cells the modifier of the noun leaves.
    fn narrowed(&self, at: usize, cells: Cells) -> Cells {
        let left = self.head(at).map_or(cells, |vowel| cells.and(Cells::of_vowel(vowel)));
        if left.is_empty() { cells } else { left }
    }

    /// Reports the words of the verb that the nearest noun does not allow.
    fn check(&self, findings: &mut Findings) {
        let Some(at) = self.before().rev().find(|&at| self.is_candidate(at)) else { return };
        let noun = &self.words[at];
        let Some(cells) = direct_noun(noun, true) else { return };
        let own = if is_many(self.words, at) { cells.and(Cells::PLURAL) } else { self.narrowed(at, cells) };
        let all = self.cells();
        let mut wrong: Vec<(usize, Cells)> =
            self.verb.said.iter().copied().filter(|(_, said)| !said.meets(own)).collect();
        // झाली आहेत: each for itself would do.
        if wrong.is_empty() && !all.is_empty() && !all.meets(own) {
            wrong = self
                .verb
                .said
                .iter()
                .copied()
                .filter(|(at, _)| gendered(&self.words[*at]).is_some())
                .collect();
        }
        let Some(&(first, said)) = wrong.first() else { return };
        let last = wrong.last().map_or(first, |(last, _)| *last);
        // Of people the plural is respect.
        let respect = said.and(Cells::SINGULAR).is_empty()
            && gender(said).meets(gender(cells))
            && is_person(self.article, noun);
        let only_number = gender(said).meets(gender(own));
        let doer = self.has_doer();
        // दुरुस्त्या … एकही स्वीकारली गेली नाही.
        let one = self.words[self.before()].iter().any(|w| w.text.starts_with("एकही"));
        if respect || one
            || self.verb.object != doer && self.verb.object
            || only_number && !self.number_is_sure(at, own, said)
            // अडकलेली कामगार … आले: rather the modifier is wrong.
            || !only_number && cells.meets(all) && !is_many(self.words, at)
            || !self.reaches(at)
            || self.may_be_neutral()
        {
            return;
        }
        let all = if all.is_empty() { said } else { all };
        // ड्रोन हल्ला: the first of two nouns, where a doer stands before.
        let first_of_two = |other: usize| {
            self.verb.object
                && other + 1 == at
                && self.words[other].readings.iter().all(|r| r.guess)
                && !self.words[at].parted
                && !is_person(self.article, noun)
        };
        let doers = self.doers();
        let other =
            |i: usize| i != at && !first_of_two(i) && !doers.contains(&i) && self.may_govern(i, all, false);
        if self.before().any(other) {
            return;
        }
        let later = self.from > 0 && OF_BEING.contains(&&*self.verb.lemma);
        if later
            && (0..self.from).any(|other| {
                self.words[other]
                    .readings
                    .iter()
                    .any(|r| r.pos == Pos::Noun && r.case == Case::Direct && r.cells.meets(all))
            })
        {
            return;
        }
        self.report(first.max(last), noun, own, findings);
    }

    /// Whether the number alone tells: of things, where the noun or its modifier says which it is.
    fn number_is_sure(&self, at: usize, own: Cells, said: Cells) -> bool {
        let differs = !own.meets(Cells::SINGULAR) || !own.meets(Cells::PLURAL);
        let respect = own.meets(Cells::SINGULAR) && !said.meets(Cells::SINGULAR);
        differs && !(respect && is_person(self.article, &self.words[at]))
    }

    /// Names that belong to the doer in ने: पावेल आणि दागमार या भावंडांनी.
    fn doers(&self) -> std::ops::Range<usize> {
        let agent = self
            .before()
            .rev()
            .find(|&at| self.words[at].readings.iter().any(|r| r.case == Case::Agent && r.pos != Pos::Verb));
        let Some(end) = agent.filter(|_| self.verb.object) else { return 0..0 };
        let belongs = |w: &Word| {
            matches!(w.text, "आणि" | "व" | "या")
                || w.readings.iter().all(|r| r.guess || r.pos == Pos::Noun && r.cells == Cells::ALL)
        };
        let from =
            (self.from..end).rev().find(|&at| !belongs(&self.words[at])).map_or(self.from, |at| at + 1);
        from..end
    }

    fn is_candidate(&self, at: usize) -> bool {
        let word = &self.words[at];
        let next = Some(&self.words[at + 1]).filter(|next| !next.parted && at + 1 < self.verb.at);
        let listed = at > 0 && matches!(self.words[at - 1].text, "अन्" | "आणि" | "किंवा" | "व")
            || next.is_some_and(|next| matches!(next.text, "अन्" | "आणि" | "किंवा" | "व"));
        let light = word.text == "भेट" && self.verb.lemma == "देणे";
        direct_noun(word, true).is_some()
            && !light
            && !NO_OBJECT.contains(&word.text)
            && !MANY.contains(&word.text)
            && !is_woman(word.text)
            && !is_adverb(word)
            && (!leads_on(next) || self.is_headed(at) || is_many(self.words, at) && at > self.from)
            // भुईमूग मूग लहान बाजरी ह्या पिकाबरोबर: a list without commas.
            && !(at > self.from && direct_noun(&self.words[at - 1], true).is_some() && next.is_some_and(|next| next.surely(|r| r.pos == Pos::Adjective)))
            && !next.is_some_and(|next| next.may_be_direct_noun() && !is_adverb(next) || matches!(next.text, "हा" | "ही" | "हे" | "ह्या" | "या"))
            && !listed
            && !is_counted(self.words, at, word)
            && !listed::is_named(self.article, word.span)
    }

    fn report(&self, at: usize, noun: &Word, cells: Cells, findings: &mut Findings) {
        let word = &self.words[at];
        let finding = findings.report(word.span).arg("form", word.text).arg("noun", noun.text);
        let right = match Vowel::cut(word.text).filter(|_| gendered(word).is_some()) {
            Some((stem, _)) => Vowel::agreeing(cells).map(|vowel| vowel.join(stem)),
            None => other_number(word.text).map(str::to_owned),
        };
        if let Some(right) = right {
            finding.arg("right", right.as_str()).replace(right);
        }
    }
}

fn other_number(word: &str) -> Option<&'static str> {
    const PAIRS: [(&str, &str); 6] = [
        ("आहे", "आहेत"),
        ("नाही", "नाहीत"),
        ("होईल", "होतील"),
        ("येईल", "येतील"),
        ("जाईल", "जातील"),
        ("राहील", "राहतील"),
    ];
    PAIRS.iter().find_map(|&(one, many)| match word {
        _ if word == one => Some(many),
        _ if word == many => Some(one),
        _ => None,
    })
}

/// The genders of these cells, in both numbers.
fn gender(cells: Cells) -> Cells {
    [Cells::MASCULINE, Cells::FEMININE, Cells::NEUTER]
        .into_iter()
        .filter(|gender| gender.meets(cells))
        .fold(Cells::NONE, Cells::or)
}

fn is_person(article: &Article, noun: &Word) -> bool {
    noun.readings.iter().any(|r| {
        r.pos == Pos::Noun
            && (lexicon::is_someone(article, &r.lemma)
                || article.table("names").get(&r.lemma).is_some_and(|row| row.contains(['t', 'u', 'h'])))
    }) || !lexicon::is_common(article, noun.text)
}

/// Words that say that there are many.
const COUNTS: [&str; 6] = ["अनेक", "दोन्ही", "बहुतांश", "लाखो", "शेकडो", "हजारो"];

const NUMBERS: [&str; 14] =
    ["दोन", "तीन", "चार", "पाच", "सहा", "सात", "आठ", "नऊ", "दहा", "वीस", "पंचवीस", "पन्नास", "शंभर", "हजार"];

/// Whether the noun is more than one, by its form or by the number word before it: पन्नास हजार प्रेक्षक.
fn is_many(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| !words[at].parted);
    !words[at].noun_cells().meets(Cells::SINGULAR)
        || before.is_some_and(|w| COUNTS.contains(&w.text) || NUMBERS.contains(&w.text))
}

/// Whether the word before this one is only the first of two nouns (व्यापार करारावर) or a name before यांनी.
fn leads_on(next: Option<&Word>) -> bool {
    next.is_some_and(|next| {
        let marked = |r: &Reading| r.pos == Pos::Noun && !matches!(r.case, Case::Direct | Case::Oblique);
        let noun = !next.readings.is_empty() && next.readings.iter().all(marked) && next.text != "ह्या";
        noun || next.text.starts_with("यां") || matches!(next.text, "येथील" | "येथे")
    })
}

/// What a pronoun that stands for a subject or an object says.
fn pronoun(word: &str) -> Option<Cells> {
    Some(match word {
        "तो" | "हा" | "जो" => Cells::of_vowel(Vowel::Aa),
        "ती" | "ही" | "जी" => Cells::of_vowel(Vowel::Ii),
        // They, of men and women.
        "ते" | "हे" | "जे" => Cells::of_vowel(Vowel::E),
        "त्या" | "ज्या" => Cells::of_vowel(Vowel::Yaa),
        "काही" | "काहीही" | "कुणी" | "कोणी" | "कोणीही" | "जण" | "सारे" | "सगळे" => {
            Cells::ALL
        }
        _ => return None,
    })
}

/// हे नाव: the pronoun points to the noun behind it.
fn points(word: &Word, next: Option<&Word>) -> bool {
    pronoun(word.text).is_some_and(|said| next.is_some_and(|next| said.meets(next.noun_cells())))
}

/// आज is a name as well.
fn is_adverb(word: &Word) -> bool {
    word.readings.iter().any(|r| r.pos == Pos::Particle && r.case == Case::None) && word.text != "की"
}
