//! Analysis and generation by the tables of the pack.
//!
//! A form is taken apart from its end: clitic, postposition, oblique, dictionary form. A table of nouns gives the
//! oblique and the plural of each, so a cut counts only where the noun really forms it so; names follow the same
//! patterns and are looked up by undoing them.

use super::{Case, Cells, Pos, Reading, Vowel, pronouns};
use crate::pack::Pack;
use crate::table::Table;

/// Code points that a word form may have; of longer ones nothing is known.
const LONGEST: usize = 40;

/// The lexicon of a Marathi pack.
#[derive(Clone, Copy, Debug)]
pub struct Morphology<'p> {
    nouns: &'p Table,
    adjectives: &'p Table,
    verbs: &'p Table,
    indeclinables: &'p Table,
    postpositions: &'p Table,
    names: &'p Table,
}

/// What stands behind the stem of a finite verb, apart from the perfective, and what it agrees with.
const FINITE: &[(&str, Cells)] = &[
    ("तो", Cells::MASCULINE.and(Cells::SINGULAR)),
    ("ते", Cells::FEMININE.or(Cells::NEUTER).and(Cells::SINGULAR)),
    ("ती", Cells::FEMININE.and(Cells::SINGULAR)),
    ("तात", Cells::PLURAL),
    ("तील", Cells::PLURAL),
    ("ीत", Cells::ALL),
    ("ेल", Cells::SINGULAR),
    ("ील", Cells::SINGULAR),
    ("ईल", Cells::SINGULAR),
    ("ईन", Cells::SINGULAR),
    ("ऊ", Cells::ALL),
    ("ऊन", Cells::ALL),
    ("वा", Cells::MASCULINE.and(Cells::SINGULAR)),
    ("वी", Cells::FEMININE.and(Cells::SINGULAR).or(Cells::NEUTER.and(Cells::PLURAL))),
    ("वे", Cells::NEUTER.and(Cells::SINGULAR).or(Cells::MASCULINE.and(Cells::PLURAL))),
    ("ीन", Cells::SINGULAR),
    ("ू", Cells::ALL),
    ("ून", Cells::ALL),
    ("त", Cells::ALL),
    ("ता", Cells::ALL),
    ("ताना", Cells::ALL),
    ("णार", Cells::ALL),
    ("ायला", Cells::ALL),
    ("ावा", Cells::MASCULINE.and(Cells::SINGULAR)),
    ("ावी", Cells::FEMININE.and(Cells::SINGULAR).or(Cells::NEUTER.and(Cells::PLURAL))),
    ("ावे", Cells::NEUTER.and(Cells::SINGULAR).or(Cells::MASCULINE.and(Cells::PLURAL))),
    ("ावेत", Cells::MASCULINE.and(Cells::PLURAL)),
    ("ाव्या", Cells::FEMININE.and(Cells::PLURAL)),
    ("ाव्यात", Cells::FEMININE.and(Cells::PLURAL)),
    ("ावीत", Cells::NEUTER.and(Cells::PLURAL)),
];

/// Forms of verbs that no ending gives: form, infinitive, genders and number (`s`, `p`, none for both).
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("आहे", "असणे", "mfns"),
    ("आहेत", "असणे", "mfnp"),
    ("नाही", "नसणे", "mfns"),
    ("नाहीत", "नसणे", "mfnp"),
    ("होता", "असणे", "ms"),
    ("होती", "असणे", "fs"),
    ("होते", "असणे", "ns"),
    ("होते", "असणे", "mp"),
    ("होत्या", "असणे", "fp"),
    ("होती", "असणे", "np"),
    ("नव्हता", "नसणे", "ms"),
    ("नव्हती", "नसणे", "fs"),
    ("नव्हती", "नसणे", "np"),
    ("नव्हते", "नसणे", "ns"),
    ("नव्हते", "नसणे", "mp"),
    ("नव्हत्या", "नसणे", "fp"),
];

impl<'p> Morphology<'p> {
    /// The lexicon of `pack`; one without its tables knows no word.
    pub fn new(pack: &'p Pack) -> Self {
        Self {
            nouns: pack.table("nouns"),
            adjectives: pack.table("adjectives"),
            verbs: pack.table("verbs"),
            indeclinables: pack.table("indeclinables"),
            postpositions: pack.table("postpositions"),
            names: pack.table("names"),
        }
    }

    /// All readings of a [folded](crate::text::fold) word form; guesses only where there is nothing better.
    pub fn readings(&self, word: &str) -> Vec<Reading> {
        let mut found = Vec::new();
        if word.chars().nth(LONGEST).is_some() {
            return found;
        }
        self.whole(word, &mut found);
        self.with_ending(word, &mut found);
        self.of_place(word, &mut found);
        for clitic in ["च", "ही"] {
            if let Some(bare) = word.strip_suffix(clitic)
                && (bare.chars().count() > 2 || found.is_empty() && bare.chars().count() > 1)
            {
                self.whole(bare, &mut found);
                self.with_ending(bare, &mut found);
            }
        }
        if found.is_empty() {
            self.guess(word, &mut found);
        }
        found
    }

    /// The gender of a noun as its row writes it: `m`, `f`, `n`, `m/f`.
    pub fn genders(&self, noun: &str) -> Option<&'p str> {
        self.nouns.get(noun)?.split('\t').next()
    }

    /// Transitivity of the verb with this infinitive or stem: `t`, `i`, or `b` where usage wavers.
    pub fn transitivity(&self, verb: &str) -> Option<&'p str> {
        let stem = verb.strip_suffix("णे").unwrap_or(verb);
        let row = self.verbs.get(stem).or_else(|| self.verbs.get(&lengthen(stem)))?;
        row.split('\t').next()
    }

    /// A noun with an ending, in its oblique: मुत्सद्दी and ला give मुत्सद्द्याला. `None` where the oblique is not known.
    pub fn decline(&self, noun: &str, plural: bool, ending: &str) -> Option<String> {
        let row = self.homonyms(noun).next()?;
        let stem = if plural { row.plural_stem(noun) } else { row.oblique.to_owned() };
        (!stem.is_empty()).then(|| stem + ending)
    }

    /// The word as it stands.
    fn whole(&self, word: &str, found: &mut Vec<Reading>) {
        let mut add = |lemma: &str, pos, cells, case| push(found, lemma.to_owned(), pos, cells, case);
        if let Some(class) = self.indeclinables.get(word) {
            let class = class.split('\t').next().unwrap_or("");
            let pos = if matches!(class, "pron" | "dem" | "int") { Pos::Pronoun } else { Pos::Particle };
            add(word, pos, Cells::ALL, Case::None);
        }
        // An adverb that stands with verbs alone: सुरू झाला.
        if word == "सुरू" {
            add(word, Pos::Particle, Cells::ALL, Case::None);
        }
        let own = self.nouns.get_key(word).into_iter();
        for noun in own.chain(keys(self.nouns.forms(), word)) {
            for Noun { genders, oblique, many } in self.homonyms(noun) {
                if noun == word {
                    let number = if many == word { Cells::ALL } else { Cells::SINGULAR };
                    add(noun, Pos::Noun, genders.and(number), Case::Direct);
                } else if many == word {
                    add(noun, Pos::Noun, genders.and(Cells::PLURAL), Case::Direct);
                }
                if oblique == word {
                    add(noun, Pos::Noun, genders.and(Cells::SINGULAR), Case::Oblique);
                }
            }
        }
        self.adjective(word, found);
        self.verb(word, found);
        if found.iter().all(|r| r.pos == Pos::Particle) && self.names.contains(word) {
            push(found, word.to_owned(), Pos::Noun, Cells::ALL, Case::Direct);
        }
    }

    /// The nouns with this dictionary form: बंदी is a ban and a prisoner.
    fn homonyms(&self, noun: &str) -> impl Iterator<Item = Noun<'p>> {
        let mut cells = self.nouns.get(noun).unwrap_or("").split('\t');
        std::iter::from_fn(move || {
            let genders = Cells::genders(cells.next()?);
            Some(Noun { genders, oblique: cells.next()?, many: cells.next()? })
        })
    }

    fn adjective(&self, word: &str, found: &mut Vec<Reading>) {
        if self.adjectives.contains(word) && !self.is_variable(word) {
            push(found, word.to_owned(), Pos::Adjective, Cells::ALL, Case::Direct);
            push(found, word.to_owned(), Pos::Adjective, Cells::ALL, Case::Oblique);
        }
        for (stem, vowel) in cuts(word) {
            let lemma = [&*stem, "ा"].concat();
            if self.is_variable(&lemma) {
                push_variable(found, &lemma, Pos::Adjective, vowel);
            }
        }
    }

    /// Whether it is an adjective in -आ that takes the vowel of its noun.
    fn is_variable(&self, lemma: &str) -> bool {
        self.adjectives.get(lemma).is_some_and(|row| row.starts_with('v')) || VARIABLE.contains(&lemma)
    }

    fn verb(&self, word: &str, found: &mut Vec<Reading>) {
        for &(_, lemma, cells) in IRREGULAR.iter().filter(|(form, ..)| *form == word) {
            push(found, lemma.to_owned(), Pos::Verb, irregular_cells(cells), Case::None);
        }
        for &(ending, cells) in FINITE {
            if let Some(stem) = word.strip_suffix(ending)
                && let Some(lemma) = self.infinitive(stem)
            {
                push(found, lemma, Pos::Verb, cells, Case::None);
            }
        }
        // The perfective and the participles made of it: केला, केलेला; of the stem: करणारा, करता.
        for (stem, vowel) in cuts(word) {
            for lemma in self.perfective(&stem) {
                push(found, lemma.clone(), Pos::Verb, Cells::of_vowel(vowel), Case::None);
                if vowel == Vowel::Yaa {
                    push(found, lemma, Pos::Verb, Cells::ALL, Case::Oblique);
                }
            }
            if let Some(past) = stem.strip_suffix("ेल") {
                for lemma in self.perfective(past) {
                    push_variable(found, &lemma, Pos::Verb, vowel);
                }
            }
            for suffix in ["णार", "त", "ायच"] {
                if let Some(lemma) = stem.strip_suffix(suffix).and_then(|stem| self.infinitive(stem)) {
                    push_variable(found, &lemma, Pos::Verb, vowel);
                }
            }
        }
        let infinitive = word.strip_suffix("णे").or_else(|| word.strip_suffix("णं"));
        if let Some(lemma) = infinitive.and_then(|stem| self.infinitive(stem)) {
            push(found, lemma, Pos::Verb, Cells::NEUTER.and(Cells::SINGULAR), Case::Direct);
        }
        if let Some(lemma) = word.strip_suffix("ण्या").and_then(|stem| self.infinitive(stem)) {
            push(found, lemma, Pos::Verb, Cells::NEUTER.and(Cells::SINGULAR), Case::Oblique);
        }
        if let Some(lemma) = self.infinitive(word) {
            push(found, lemma, Pos::Verb, Cells::SINGULAR, Case::None);
        }
    }

    /// The infinitive of a verb by the stem that an ending leaves: कर, घ्(यावी), जा, लिहि(ताना).
    fn infinitive(&self, stem: &str) -> Option<String> {
        if stem.is_empty() {
            return None;
        }
        let infinitive = |stem: &str| Some([stem, "णे"].concat());
        match stem {
            "व्ह" | "हो" => return infinitive("हो"),
            "घ्य" | "घे" => return infinitive("घे"),
            "द्य" | "दे" => return infinitive("दे"),
            "य" | "ये" => return infinitive("ये"),
            "नस" | "शक" => return infinitive(stem),
            _ => {}
        }
        if self.verbs.contains(stem) {
            return infinitive(&infinitive_stem(stem));
        }
        let changed = [stem.strip_suffix('ि'), stem.strip_suffix("ाय")];
        if let Some(stem) = changed[0].filter(|stem| self.verbs.contains(stem)) {
            return infinitive(&infinitive_stem(stem));
        }
        let stem = lengthen(stem);
        self.verbs.contains(&stem).then(|| [&*infinitive_stem(&stem), "णे"].concat())
    }

    /// The infinitives whose perfective has this stem: केल, सांगितल, वाढवल and वाढविल.
    fn perfective(&self, stem: &str) -> Vec<String> {
        let masculine = [stem, "ा"].concat();
        let mut lemmas: Vec<String> =
            keys(self.verbs.forms(), &masculine).map(|stem| infinitive_stem(stem) + "णे").collect();
        if let Some(causative) = stem.strip_suffix("विल").map(|stem| [stem, "व"].concat())
            && self.verbs.contains(&causative)
        {
            lemmas.push(causative + "णे");
        }
        match stem {
            "म्हटल" => lemmas.push("म्हणणे".to_owned()),
            "प्यायल" => lemmas.push("पिणे".to_owned()),
            "असल" => lemmas.push("असणे".to_owned()),
            "शकल" => lemmas.push("शकणे".to_owned()),
            "नसल" => lemmas.push("नसणे".to_owned()),
            _ => {}
        }
        lemmas.dedup();
        lemmas
    }

    /// What is joined to an oblique, and the case it makes.
    pub fn endings<'w>(&self, word: &'w str) -> impl Iterator<Item = (&'w str, &'w str, Case)> {
        let this = *self;
        word.char_indices().skip(1).filter_map(move |(at, _)| {
            let (stem, ending) = word.split_at(at);
            Some((stem, ending, this.case(ending)?))
        })
    }

    fn case(&self, ending: &str) -> Option<Case> {
        Some(match ending {
            "ला" | "ना" | "स" => Case::Dative,
            "ने" | "नी" => Case::Agent,
            "चा" | "ची" | "चे" | "च्या" => Case::Genitive,
            "त" => Case::Locative,
            "तून" | "हून" | "ऊन" | "ून" => Case::Ablative,
            _ => {
                let joined =
                    |form: &str| self.postpositions.get(form).is_some_and(|row| !row.starts_with("no"));
                let after = |genitive: &str| ending.strip_prefix(genitive).is_some_and(joined);
                if !(joined(ending) || after("च्या") || after("तील")) {
                    return None;
                }
                Case::Postposition
            }
        })
    }

    fn with_ending(&self, word: &str, found: &mut Vec<Reading>) {
        let is_word = found.iter().any(|r| r.pos != Pos::Particle);
        for (stem, ending, case) in self.endings(word) {
            // Short ones are written on verbs and adverbs as well: नंतर is no न and अंतर.
            // मला, and no मत.
            for (lemma, cells) in pronouns::of_stem(stem).filter(|_| is_longer(stem) || ending == "ला") {
                push(found, lemma.to_owned(), Pos::Pronoun, cells, case);
            }
            self.noun_stem(stem, case, found);
            if !is_word {
                self.name_stem(stem, case, found);
            }
            self.verb_stem(stem, case, found);
            self.adjective_stem(stem, case, found);
            if ending == "भर" && self.nouns.contains(stem) {
                push(found, stem.to_owned(), Pos::Noun, Cells::SINGULAR, case);
            }
            let adverb = |class: &&str| !class.starts_with("interj") && ending.chars().count() > 1;
            if let Some(class) = self.indeclinables.get(stem).filter(adverb) {
                let pos = if class.starts_with("pron") { Pos::Pronoun } else { Pos::Particle };
                push(found, stem.to_owned(), pos, Cells::ALL, case);
            }
            if let Some(stem) = stem.strip_suffix(['ा', 'ं']).filter(|stem| self.indeclinables.contains(stem))
            {
                push(found, stem.to_owned(), Pos::Particle, Cells::ALL, case);
            }
        }
    }

    /// Adverbs of place: येथून and येथील of येथे, पुढील of पुढे, जवळील of जवळ.
    fn of_place(&self, word: &str, found: &mut Vec<Reading>) {
        for (end, case) in [("ून", Case::Ablative), ("ील", Case::Postposition), ("ल्या", Case::Postposition)]
        {
            let Some(stem) = word.strip_suffix(end) else { continue };
            for vowel in ["", "े", "ी"] {
                let adverb = [stem, vowel].concat();
                if self.indeclinables.get(&adverb).is_some_and(|class| class.starts_with("adv")) {
                    push(found, adverb, Pos::Particle, Cells::ALL, case);
                }
            }
        }
    }

    fn noun_stem(&self, stem: &str, case: Case, found: &mut Vec<Reading>) {
        let (bare, plural) = cut_plural(stem);
        let own = self.nouns.get_key(bare).into_iter();
        for noun in own.chain(keys(self.nouns.forms(), bare)) {
            for row @ Noun { genders, oblique, .. } in self.homonyms(noun) {
                if plural && row.plural_stem(noun) == stem {
                    push(found, noun.to_owned(), Pos::Noun, genders.and(Cells::PLURAL), case);
                } else if !plural && oblique == bare {
                    push(found, noun.to_owned(), Pos::Noun, genders.and(Cells::SINGULAR), case);
                }
            }
        }
        // Loans waver between the bare form and -आ: स्टेशनवर, स्टेशनावर; and the plural of those that have a bare oblique.
        if let Some(noun) = bare.strip_suffix('ा')
            && let Some(row) = self.nouns.get(noun)
            && row.split('\t').nth(1) == Some(noun)
        {
            let cells = Cells::genders(row.split('\t').next().unwrap_or(""));
            let number = if plural { Cells::PLURAL } else { Cells::SINGULAR };
            push(found, noun.to_owned(), Pos::Noun, cells.and(number), case);
        }
    }

    /// A name with an ending. What is a word as it stands (चांगला) is no such thing (चांग).
    fn name_stem(&self, stem: &str, case: Case, found: &mut Vec<Reading>) {
        let (bare, plural) = cut_plural(stem);
        for name in name_bases(bare) {
            // A noun that begins a longer name is no name: शहर, योजना.
            let begins = |row: &str| row.split('\t').next() == Some("+") && self.nouns.contains(&name);
            if self.names.get(&name).is_some_and(|row| !begins(row)) {
                let number = if plural { Cells::PLURAL } else { Cells::ALL };
                push(found, name, Pos::Noun, number, case);
            }
        }
    }

    fn verb_stem(&self, stem: &str, case: Case, found: &mut Vec<Reading>) {
        let (bare, plural) = cut_plural(stem);
        let number = if plural { Cells::PLURAL } else { Cells::SINGULAR };
        if let Some(lemma) = bare.strip_suffix("ण्या").and_then(|stem| self.infinitive(stem)) {
            push(found, lemma, Pos::Verb, Cells::NEUTER.and(Cells::SINGULAR), case);
        }
        let Some(base) = bare.strip_suffix("्या") else {
            if let Some(lemma) = bare.strip_suffix("णाऱ्या").and_then(|stem| self.infinitive(stem))
            {
                push(found, lemma, Pos::Verb, number, case);
            }
            return;
        };
        for lemma in self.perfective(base) {
            push(found, lemma, Pos::Verb, if plural { Cells::PLURAL } else { Cells::ALL }, case);
        }
        if let Some(past) = base.strip_suffix("ेल") {
            for lemma in self.perfective(past) {
                push(found, lemma, Pos::Verb, number, case);
            }
        }
        if let Some(lemma) = base.strip_suffix("णाऱ").and_then(|stem| self.infinitive(stem)) {
            push(found, lemma, Pos::Verb, number, case);
        }
    }

    /// Adjectives used as nouns: जखमींवर, गरिबांच्या, मोठ्यांना.
    fn adjective_stem(&self, stem: &str, case: Case, found: &mut Vec<Reading>) {
        let (bare, plural) = cut_plural(stem);
        let number = if plural { Cells::PLURAL } else { Cells::SINGULAR };
        let cut = bare.strip_suffix('ा').unwrap_or(bare);
        // गरिबांच्या of गरीब.
        let long = super::lengthened(cut);
        for lemma in [bare.to_owned(), cut.to_owned()].into_iter().chain(long) {
            if self.adjectives.contains(&lemma) && !self.is_variable(&lemma) {
                push(found, lemma, Pos::Adjective, number, case);
            }
        }
        if let Some((stem, _)) = cuts(bare).find(|(_, vowel)| *vowel == Vowel::Yaa) {
            let lemma = stem + "ा";
            if self.is_variable(&lemma) {
                push(found, lemma, Pos::Adjective, number, case);
            }
        }
    }

    /// An unknown word with an ending is a noun: of the ways to undo the oblique all are kept.
    fn guess(&self, word: &str, found: &mut Vec<Reading>) {
        for (stem, _, case) in self.endings(word).filter(|(stem, ..)| stem.chars().count() > 1) {
            let (bare, plural) = cut_plural(stem);
            let number = if plural { Cells::PLURAL } else { Cells::ALL };
            found.extend(name_bases(bare).into_iter().map(|lemma| Reading {
                lemma,
                pos: Pos::Noun,
                cells: number,
                case,
                guess: true,
            }));
        }
        if found.is_empty() {
            let lemma = word.to_owned();
            found.push(Reading { lemma, pos: Pos::Noun, cells: Cells::ALL, case: Case::Direct, guess: true });
        }
    }
}

/// Variable words that are no adjectives by the table: ordinals, demonstratives, quantifiers.
const VARIABLE: [&str; 18] = [
    "असा",
    "आपला",
    "इतका",
    "एवढा",
    "कसा",
    "केवढा",
    "कोणता",
    "चौथा",
    "जसा",
    "तसा",
    "तिसरा",
    "तेवढा",
    "दुसरा",
    "पहिला",
    "माझा",
    "सगळा",
    "सारा",
    "तुझा",
];

fn push(found: &mut Vec<Reading>, lemma: String, pos: Pos, cells: Cells, case: Case) {
    let reading = Reading { lemma, pos, cells, case, guess: false };
    if !found.contains(&reading) {
        found.push(reading);
    }
}

fn push_variable(found: &mut Vec<Reading>, lemma: &str, pos: Pos, vowel: Vowel) {
    push(found, lemma.to_owned(), pos, Cells::of_vowel(vowel), Case::Direct);
    if vowel == Vowel::Yaa {
        push(found, lemma.to_owned(), pos, Cells::ALL, Case::Oblique);
    }
}

/// The ways to take off a variable end: दुसऱ्या is दुसर and ्या, अशा is अस and ्या.
fn cuts(word: &str) -> impl Iterator<Item = (String, Vowel)> {
    let eyelash = word.strip_suffix("ऱ्या").map(|head| ([head, "र"].concat(), Vowel::Yaa));
    let palatal = [("शा", Vowel::Yaa), ("शी", Vowel::Ii)].into_iter();
    let palatal = palatal.filter_map(|(end, vowel)| Some(([word.strip_suffix(end)?, "स"].concat(), vowel)));
    let plain = Vowel::cut(word).map(|(stem, vowel)| (stem.to_owned(), vowel));
    plain.into_iter().chain(eyelash).chain(palatal)
}

/// A stem without the anusvara of the plural, and whether it had one.
fn cut_plural(stem: &str) -> (&str, bool) {
    stem.strip_suffix('ं').map_or((stem, false), |bare| (bare, true))
}

/// Whether a stem is longer than one letter.
fn is_longer(stem: &str) -> bool {
    stem.chars().count() > 1
}

/// The words a form leads back to.
fn keys<'t>(forms: &'t Table, form: &str) -> impl Iterator<Item = &'t str> {
    forms.get(form).into_iter().flat_map(|keys| keys.split('\t'))
}

/// What the table says of a noun.
#[derive(Clone, Copy, Debug)]
struct Noun<'t> {
    genders: Cells,
    oblique: &'t str,
    /// The direct plural.
    many: &'t str,
}

impl Noun<'_> {
    /// The oblique of the plural: feminine nouns make it of the plural, others of the oblique.
    fn plural_stem(self, noun: &str) -> String {
        let feminine = self.genders.and(Cells::MASCULINE.or(Cells::NEUTER)).is_empty();
        let base = if feminine && !self.many.is_empty() { self.many } else { self.oblique };
        // Loans with bare forms take -आं: इंजिनांना.
        let consonant = base == noun && base.ends_with(|c| matches!(c, 'क'..='ह'));
        [base, if consonant { "ां" } else { "ं" }].concat()
    }
}

/// The dictionary forms of a name whose oblique this may be.
fn name_bases(stem: &str) -> Vec<String> {
    let mut bases = vec![stem.to_owned()];
    let mut undo = |end: &str, lemma: &str| {
        bases.extend(stem.strip_suffix(end).filter(|s| !s.is_empty()).map(|s| [s, lemma].concat()));
    };
    undo("ा", "");
    undo("्या", "ा");
    undo("्या", "े");
    undo("े", "ा");
    undo("े", "");
    undo("ी", "");
    undo("ऱ्या", "रा");
    undo("वा", "ू");
    let shortened = super::lengthened(stem.strip_suffix('ा').unwrap_or(stem));
    bases.extend(shortened);
    bases
}

/// The stem as the infinitive writes it: पी is पिणे, धू is धुणे.
fn infinitive_stem(stem: &str) -> String {
    match stem {
        "पी" => "पि".to_owned(),
        "भी" => "भि".to_owned(),
        "धू" => "धु".to_owned(),
        "लिह" => "लिहि".to_owned(),
        _ => stem.to_owned(),
    }
}

/// The other way round, for a stem before an ending.
fn lengthen(stem: &str) -> String {
    match stem {
        "पि" => "पी".to_owned(),
        "भि" => "भी".to_owned(),
        "धु" => "धू".to_owned(),
        "लिहि" => "लिह".to_owned(),
        _ => stem.to_owned(),
    }
}

fn irregular_cells(letters: &str) -> Cells {
    let number = match letters.chars().next_back() {
        Some('s') => Cells::SINGULAR,
        Some('p') => Cells::PLURAL,
        _ => Cells::ALL,
    };
    Cells::genders(letters).and(number)
}
