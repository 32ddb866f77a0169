//! What the pack knows of a word: whether it is one, bare or with an ending.
//!
//! Two questions with two standards. [`is_word`] is lenient, for rules that stay silent on real words: it cuts
//! endings and undoes the oblique without asking whether this noun forms it so. [`is_oblique`] is strict, for
//! rules that build on the answer: the table must give exactly this form.

use super::Article;
use crate::lang::Lang;
use crate::morphology::lengthened;
use crate::table::Table;
use crate::text::{fold, lower};

/// No word of the lexicon is longer, endings included; what is longer is looked up no further, so that one
/// endless word costs nothing.
pub(super) const LONGEST_WORD: usize = 48;

/// Code points in the longest name of a letter (डब्ल्यू), with room for other spellings.
const LONGEST_LETTER: usize = 8;

/// Particles that Marathi glues on after everything else: emphasis and "also".
const CLITICS: [&str; 2] = ["च", "ही"];

/// What stands after the stem of a Marathi verb, apart from what the table of auxiliaries lists.
const VERB_ENDINGS: &[&str] = &[
    "ण",
    "णं",
    "णा",
    "णार",
    "णारा",
    "णारी",
    "णारे",
    "णाऱ्या",
    "णे",
    "ण्या",
    "त",
    "ता",
    "तात",
    "ताना",
    "ती",
    "तील",
    "ते",
    "तो",
    "ला",
    "ली",
    "ले",
    "लेला",
    "लेली",
    "लेले",
    "लेल्या",
    "लो",
    "ल्या",
    "वणे",
    "वला",
    "वली",
    "वले",
    "वून",
    "ा",
    "ायचा",
    "ायची",
    "ायचे",
    "ायच्या",
    "ायला",
    "ाल",
    "ावा",
    "ावी",
    "ावे",
    "ावेत",
    "ाव्या",
    "ीत",
    "ीन",
    "ू",
    "ून",
    "ेल",
    "ो",
];

/// Code points of the longest, णाऱ्या.
const LONGEST_VERB_ENDING: usize = 6;

/// What a Hindi noun or adjective takes on in the oblique and the plural.
const HINDI_ENDINGS: &[&str] = &["ों", "ें", "ियों", "ियां", "ियाँ", "े", "ी", "ाओं", "ाएं", "ुओं", "ओं", "एं"];

/// Whether `word` is a word of the article's language, with or without ending.
pub(super) fn is_word(article: &Article, word: &str) -> bool {
    *article.shared.words.borrow_mut().or_insert_with(word, || find_word(article, &fold(word)))
}

fn find_word(article: &Article, word: &str) -> bool {
    if article.doc.lang == Lang::ENGLISH {
        let lower = lower(word);
        return ["common-words", "function-words"].iter().any(|t| article.table(t).contains(&lower))
            || article.table("names").contains(word);
    }
    if listed(article, word) {
        return true;
    }
    if article.doc.lang == Lang::HINDI {
        return HINDI_ENDINGS.iter().any(|ending| {
            let Some(stem) = word.strip_suffix(ending) else { return false };
            ["", "ा", "ी", "ि", "ू", "ु"].iter().any(|v| listed(article, &[stem, v].concat()))
        });
    }
    // Of a scrap two letters long some base is always a word.
    let has_base = |form: &str| {
        bases(form)
            .iter()
            .any(|base| base.chars().count() > 2 && (listed(article, base) || is_verb(article, base)))
    };
    is_verb(article, word)
        || has_base(word)
        || endings(article, word).any(|(stem, _)| listed(article, stem) || has_base(stem))
}

/// Whether `word` is an ordinary word, bare or in a case: a noun, an adjective, a particle, whatever names there are.
pub(super) fn is_common(article: &Article, word: &str) -> bool {
    let word = &*fold(word);
    let common = |form: &str| {
        ["nouns", "adjectives", "indeclinables"].iter().any(|table| article.table(table).contains(form))
    };
    match article.doc.lang {
        Lang::ENGLISH => article.table("common-words").contains(&lower(word)),
        Lang::HINDI => common(word) || HINDI_ENDINGS.iter().any(|e| word.strip_suffix(e).is_some_and(common)),
        _ => {
            let has_base = |form: &str| {
                bases(form).iter().any(|b| common(b) || lengthened(b).is_some_and(|b| common(&b)))
            };
            has_base(word) || endings(article, word).any(|(stem, _)| has_base(stem))
        }
    }
}

/// Whether a table of words has exactly this form.
pub(super) fn listed(article: &Article, word: &str) -> bool {
    ["indeclinables", "nouns", "adjectives", "names"].iter().any(|table| article.table(table).contains(word))
        || article.table("tatsama-rya").contains(word)
}

/// Whether the noun of this dictionary form is somebody, or a body that acts like one.
pub(super) fn is_someone(article: &Article, lemma: &str) -> bool {
    ["people", "actors"].iter().any(|table| article.table(table).contains(lemma))
}

/// A form of a Marathi verb.
pub(super) fn is_verb(article: &Article, word: &str) -> bool {
    let verbs = article.table("verbs");
    // The table is quicker asked for a stem than the list for an ending.
    let cuts = word.char_indices().rev().take(LONGEST_VERB_ENDING).map(|(at, _)| word.split_at(at));
    verbs.contains(word)
        || cuts.into_iter().any(|(stem, ending)| verbs.contains(stem) && VERB_ENDINGS.contains(&ending))
}

/// The ways to cut a Marathi word into a stem and what is written joined to it, longest stem first.
pub(super) fn endings<'a, 'w>(
    article: &Article<'a>,
    word: &'w str,
) -> impl Iterator<Item = (&'w str, &'w str)> + use<'a, 'w> {
    let all = all_endings(article);
    let cuts = if word.len() <= 3 * LONGEST_WORD { word } else { "" };
    cuts.char_indices()
        .rev()
        .filter(|&(at, _)| at > 0)
        .map(move |(at, _)| word.split_at(at))
        .filter(|(_, ending)| all.contains(ending))
}

/// Whether Marathi writes `ending` joined to a noun's oblique: ने, च्या, मध्येही, च्यासाठी.
pub(super) fn is_ending(article: &Article, ending: &str) -> bool {
    all_endings(article).contains(ending)
}

fn all_endings<'a>(article: &Article<'a>) -> &'a Table {
    article.table("postpositions").derived(endings_of)
}

/// All that can be joined, from the table of postpositions: one, or one behind a genitive, and an emphasis behind either.
fn endings_of(postpositions: &Table) -> Table {
    let joined = || postpositions.rows().filter(|(_, value)| value.split('\t').next() != Some("no"));
    let mut endings = Table::default();
    let mut add = |form: &str| {
        endings.push(form, "");
        CLITICS.iter().for_each(|clitic| endings.push(&[form, clitic].concat(), ""));
    };
    for (form, _) in joined() {
        add(form);
        // After the genitive another postposition, never another genitive: करण्याच्यासाठी, not करण्याच्याच्या.
        if !form.starts_with('च') {
            ["च्या", "तील"].iter().for_each(|genitive| add(&[genitive, form].concat()));
        }
    }
    CLITICS.iter().for_each(|clitic| endings.push(clitic, ""));
    endings.index();
    endings
}

/// The dictionary forms that a Marathi oblique or plural may come from.
pub(super) fn bases(form: &str) -> Vec<String> {
    let singular = form.strip_suffix('ं').unwrap_or(form);
    let mut bases = vec![singular.to_owned()];
    let mut undo = |ending: &str, lemma_endings: &[&str]| {
        if let Some(stem) = singular.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            bases.extend(lemma_endings.iter().map(|lemma| [stem, *lemma].concat()));
        }
    };
    undo("ऱ्या", &["रा", "री", "रे", "रू"]);
    undo("्या", &["ा", "ी", "े", "ू", "्ये"]);
    undo("शा", &["सा"]);
    undo("या", &["य", "ई", ""]);
    undo("वा", &["ू", "ु", "ऊ"]);
    undo("ा", &["", "े"]);
    undo("े", &["", "ा", "ी"]);
    undo("ी", &["", "ा", "े"]);
    undo("ू", &[""]);
    bases
}

/// The oblique of a noun as the table gives it, to which endings are joined.
pub(super) fn oblique_of<'a>(article: &Article<'a>, noun: &str) -> Option<&'a str> {
    article.table("nouns").get(noun)?.split('\t').nth(1).filter(|oblique| !oblique.is_empty())
}

/// Whether `form` is the oblique of a noun, singular or plural, as the table gives it; `bare` says that the same
/// form may also stand alone, as dictionary form or plural.
pub(super) fn oblique(article: &Article, form: &str) -> Option<Oblique> {
    let nouns = article.table("nouns");
    let (mut is_oblique, mut bare) = (false, false);
    for base in bases(form) {
        let Some(value) = nouns.get(&base) else { continue };
        let mut columns = value.split('\t').skip(1);
        let (singular, plural) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        is_oblique |= form == singular || !singular.is_empty() && form.strip_suffix('ं') == Some(singular);
        bare |= form == base || form == plural;
    }
    is_oblique.then_some(Oblique { bare })
}

/// What [`oblique`] knows of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Oblique {
    /// The noun also stands alone in this form: माहिती, against युद्धा.
    pub bare: bool,
}

/// Vowels of a Devanagari word, written or inherent.
pub(super) fn syllables(word: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    for c in word.chars() {
        let is_letter = matches!(c, '\u{904}'..='\u{939}' | '\u{958}'..='\u{961}' | '\u{972}'..='\u{97F}');
        count += usize::from(is_letter && before != '\u{94D}');
        before = c;
    }
    count
}

/// Whether the word is nothing but names of Latin letters: सीबीआय.
pub(super) fn is_acronym(article: &Article, word: &str) -> bool {
    let letters = article.doc.lang.language().sentences.letters;
    let mut rest = word;
    while !rest.is_empty() {
        // The longest name that fits: एक्स begins like एक.
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_LETTER);
        let Some(end) = ends.filter(|&end| letters.contains(&rest[..end])).last() else { return false };
        rest = &rest[end..];
    }
    !word.is_empty()
}
