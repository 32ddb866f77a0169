//! The words of a Hindi sentence with what each may be: noun, modifier, verb form, or nothing that inflects.
//!
//! Hindi marks no case on most nouns, so that much hangs on the word behind one: a noun that no postposition governs is a
//! subject or an object, which a verb may agree with.

use super::GOVERNORS;
use crate::artifact::{Article, listed};
use crate::morphology::Cells;
use crate::report::Sentence;
use crate::table::Table;
use crate::text::{Script, Span, TokenKind, fold};

/// Gender and number that a variable word says: बड़ा, बड़े, बड़ी, and of verbs थीं.
const ENDINGS: [(&str, Cells); 4] =
    [("ीं", FEMININE_PLURAL), ("ा", MASCULINE_SINGULAR), ("े", MASCULINE_PLURAL), ("ी", Cells::FEMININE)];
const MASCULINE_SINGULAR: Cells = Cells::MASCULINE.and(Cells::SINGULAR);
const MASCULINE_PLURAL: Cells = Cells::MASCULINE.and(Cells::PLURAL);
const FEMININE_PLURAL: Cells = Cells::FEMININE.and(Cells::PLURAL);

/// Perfectives that their stems do not show.
const IRREGULAR: [(&str, [&str; 4]); 5] = [
    ("कर", ["किया", "किए", "की", "कीं"]),
    ("जा", ["गया", "गए", "गई", "गईं"]),
    ("दे", ["दिया", "दिए", "दी", "दीं"]),
    ("ले", ["लिया", "लिए", "ली", "लीं"]),
    ("हो", ["हुआ", "हुए", "हुई", "हुईं"]),
];

/// What governs a noun besides the postpositions, or goes on from it.
const ALSO_GOVERN: [&str; 42] = [
    "उपरांत",
    "जैसा",
    "जैसी",
    "जैसे",
    "तले",
    "तहत",
    "द्वारा",
    "नामक",
    "पहले",
    "पश्चात",
    "पार",
    "पास",
    "पूर्व",
    "बगैर",
    "बाद",
    "बिना",
    "बीच",
    "भर",
    "भीतर",
    "वाला",
    "वाली",
    "वाले",
    "संग",
    "संबंधी",
    "समान",
    "समेत",
    "सरीखे",
    "सहित",
    "साथ",
    "स्थित",
    "हेतु",
    "अनुसार",
    "किनारे",
    "चलते",
    "जरिए",
    "नाते",
    "बदले",
    "बारे",
    "मुकाबले",
    "सामने",
    "सहारे",
    "हवाले",
];

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::artifact) enum Form {
    /// किया, करता, करेगा: it agrees.
    Agreeing(Aspect, Cells),
    /// है, करे, and the stem before another verb: it agrees with no gender.
    Other,
    /// करने, करकर, करते हुए: it has an object of its own.
    Nonfinite,
}

/// What a form that agrees says of the deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::artifact) enum Aspect {
    /// किया: with ने it agrees with the object.
    Perfective,
    /// करता, करेगा, था.
    Other,
}

/// A word with what it may be.
#[derive(Debug)]
pub(in crate::artifact) struct Word<'t> {
    /// Its place.
    pub span: Span,
    /// As it is written.
    pub text: &'t str,
    /// Gender and number of the nouns that it may stand alone as.
    pub noun: Cells,
    /// Gender of the noun that it may be in any case.
    pub gender: Cells,
    /// Whether it is the oblique of a noun and not its direct form: लोगों.
    pub oblique: bool,
    /// What a modifier in -आ says: बड़ी, का, अपने.
    pub modifier: Option<Cells>,
    /// A form of this verb (its stem).
    pub verb: Option<(Form, &'t str)>,
    /// The bare stem of this verb: बना, for all that it is a perfective as well.
    pub stem: Option<&'t str>,
    /// An adjective that never changes: आर्थिक.
    pub plain: bool,
    /// In figures or in words.
    pub number: bool,
    /// A known word that can be no noun by itself: an adverb, an adjective, a number.
    pub minor: bool,
    /// A name, or a word that nothing is known of.
    pub unknown: bool,
    /// A mark stands between it and the word before.
    pub parted: bool,
    /// That mark is a hyphen or a slash.
    pub joined: bool,
}

impl Word<'_> {
    /// Whether it governs the word before it.
    pub fn governs(&self) -> bool {
        GOVERNORS.contains(&self.text) || ALSO_GOVERN.contains(&self.text)
    }

    /// Whether it may be a noun or stand for one.
    pub fn is_nominal(&self) -> bool {
        !self.gender.is_empty() || self.oblique || self.unknown
    }

    /// Whether it is the verb of a clause inside: करने, जलाकर.
    pub fn is_nonfinite(&self) -> bool {
        self.noun.is_empty() && matches!(self.verb, Some((Form::Nonfinite, _)))
    }

    /// The stem of the verb that it is a form of.
    pub fn of_verb(&self) -> Option<&str> {
        self.verb.map(|(_, stem)| stem).or(self.stem)
    }
}

/// The words of a sentence of the article; all are read when the first rule asks.
pub(in crate::artifact) fn words<'w, 'a>(article: &'w Article<'a>, sentence: &Sentence) -> &'w [Word<'a>] {
    let all =
        article.shared.hindi.get_or_init(|| article.sentences.iter().map(|s| read_all(article, s)).collect());
    &all[article.sentences.partition_point(|s| s.span.start < sentence.span.start)]
}

fn read_all<'a>(article: &Article<'a>, sentence: &Sentence) -> Vec<Word<'a>> {
    let doc = article.doc;
    let mut words = Vec::new();
    let (mut parted, mut joined) = (false, false);
    for token in doc.tokens_in(sentence.span) {
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let text = doc.word(token);
                let mut word = Word {
                    span: token.span,
                    text,
                    noun: Cells::NONE,
                    gender: Cells::NONE,
                    oblique: false,
                    modifier: None,
                    verb: None,
                    stem: None,
                    plain: false,
                    number: token.kind == TokenKind::Number,
                    minor: token.kind == TokenKind::Number,
                    unknown: false,
                    parted,
                    joined,
                };
                if token.kind == TokenKind::Word {
                    read(article, token.script == Script::Devanagari, &mut word);
                    // के लिए is no form of लेना.
                    if matches!(text, "लिए" | "लिये") && words.last().is_some_and(|w: &Word| w.text == "के")
                    {
                        word.verb = None;
                    }
                }
                words.push(word);
                (parted, joined) = (false, false);
            }
            TokenKind::Space => {}
            _ => {
                parted = true;
                joined |= matches!(doc.word(token), "-" | "–" | "/");
            }
        }
    }
    words
}

fn read<'a>(article: &Article<'a>, devanagari: bool, word: &mut Word<'a>) {
    let key = &*fold(word.text);
    let named = listed::is_named(article, word.span);
    if !devanagari || named {
        word.unknown = true;
        return;
    }
    read_noun(article.table("nouns"), word, key);
    let modifiers = article.table("modifiers");
    word.modifier = modifier(modifiers, key);
    word.plain = modifiers.get(key) == Some("i");
    // जमा stands with होना and is no form of जमना there.
    if !word.plain {
        (word.verb, word.stem) = verb(article.table("verb-stems"), key);
        // जनता, गिनती: seldom what their verbs do.
        if !word.noun.is_empty() && (key.ends_with("ता") || key.ends_with("ती")) {
            word.verb = None;
        }
    }
    word.number = article.doc.lang.language().number_words.contains(key);
    word.minor |= word.modifier.is_some()
        || word.plain
        || article.table("indeclinables").contains(key)
        || word.number
        || word.governs();
    word.unknown = !word.minor && word.verb.is_none() && word.stem.is_none() && !word.is_nominal();
}

/// What the table says of a noun: gender, oblique singular and plural, direct plural.
fn row<'t>(nouns: &'t Table, lemma: &str) -> Option<(Cells, &'t str, &'t str, &'t str)> {
    let mut cells = nouns.get(lemma)?.split('\t');
    let gender = Cells::genders(cells.next()?);
    let (one, many) = cells.next()?.split_once('|')?;
    Some((gender, one, many, cells.next()?))
}

fn read_noun(nouns: &Table, word: &mut Word, key: &str) {
    if let Some((gender, _, _, many)) = row(nouns, key) {
        word.gender = gender;
        word.noun = if many == word.text { gender } else { gender.and(Cells::SINGULAR) };
    } else if let Some((gender, ..)) =
        nouns.forms().get(word.text).and_then(|lemmas| row(nouns, &fold(lemmas.split('\t').next()?)))
    {
        word.gender = gender;
        word.noun = gender.and(Cells::PLURAL);
    } else if key.ends_with("ों") || key.ends_with("ओं") {
        word.oblique = true;
        word.gender = oblique_gender(nouns, word.text, key);
    }
}

/// Gender of the noun whose oblique plural this is.
fn oblique_gender(nouns: &Table, text: &str, key: &str) -> Cells {
    const UNDO: [(&str, &[&str]); 4] =
        [("ियों", &["ी", "ि"]), ("ाओं", &["ा"]), ("ुओं", &["ू", "ु"]), ("ों", &["", "ा"])];
    let lemmas = UNDO.iter().flat_map(|(end, lemmas)| {
        let base = key.strip_suffix(end);
        lemmas.iter().filter_map(move |lemma| Some([base?, *lemma].concat()))
    });
    let rows = lemmas.filter_map(|lemma| row(nouns, &lemma));
    rows.filter(|(_, _, many, _)| *many == text).fold(Cells::NONE, |all, (gender, ..)| all.or(gender))
}

fn modifier(table: &Table, key: &str) -> Option<Cells> {
    match key {
        "का" => return Some(MASCULINE_SINGULAR),
        "के" => return Some(MASCULINE_PLURAL),
        "की" => return Some(Cells::FEMININE),
        _ => {}
    }
    let has = |stem: &str, end: &str| table.get(&[stem, end].concat()) == Some("v");
    // नया makes नई and नए, पांचवां makes पांचवीं.
    for (ends, cells) in [
        (["या", "यां", "वां"], MASCULINE_SINGULAR),
        (["ए", "ये", "वें"], MASCULINE_PLURAL),
        (["ई", "यी", "वीं"], Cells::FEMININE),
    ] {
        if ends.iter().any(|end| key.strip_suffix(end).is_some_and(|stem| has(stem, "या") || has(stem, "वां")))
        {
            return Some(cells);
        }
    }
    let (stem, cells) =
        ENDINGS[1..].iter().find_map(|(end, cells)| Some((key.strip_suffix(end)?, *cells)))?;
    has(stem, "ा").then_some(cells)
}

/// The stems of the verbs that a [folded](fold) word may be a form of.
pub(in crate::artifact) fn stems<'a>(article: &Article<'a>, key: &str) -> impl Iterator<Item = &'a str> {
    let (form, stem) = verb(article.table("verb-stems"), key);
    form.map(|(_, stem)| stem).into_iter().chain(stem)
}

/// What verb form a word is, and of which verb it may be the bare stem.
fn verb<'t>(stems: &'t Table, key: &str) -> (Option<(Form, &'t str)>, Option<&'t str>) {
    let stem = stems.get_key(key);
    let known = |form: Form, stem: &str| stems.get_key(stem).map(|stem| (form, stem));
    let agreeing = |aspect, cells, stem: &str| known(Form::Agreeing(aspect, cells), stem);
    let form = match key {
        "दें" | "दूं" | "दो" => known(Form::Other, "दे"),
        "लें" | "लूं" | "लो" => known(Form::Other, "ले"),
        "है" | "हैं" | "हूं" | "हो" | "हों" => known(Form::Other, "हो"),
        "था" => agreeing(Aspect::Other, MASCULINE_SINGULAR, "हो"),
        "थे" => agreeing(Aspect::Other, MASCULINE_PLURAL, "हो"),
        "थी" => agreeing(Aspect::Other, Cells::FEMININE.and(Cells::SINGULAR), "हो"),
        "थीं" => agreeing(Aspect::Other, FEMININE_PLURAL, "हो"),
        _ => perfective(stems, key).or_else(|| other_form(stems, key)),
    };
    (form, stem)
}

fn perfective<'t>(stems: &'t Table, key: &str) -> Option<(Form, &'t str)> {
    let cells = [MASCULINE_SINGULAR, MASCULINE_PLURAL, Cells::FEMININE, FEMININE_PLURAL];
    let form = |cells, stem: &str| Some((Form::Agreeing(Aspect::Perfective, cells), stems.get_key(stem)?));
    for (stem, forms) in IRREGULAR {
        if let Some(at) = forms.iter().position(|own| is_spelled(own, key)) {
            return form(cells[at], stem);
        }
    }
    if IRREGULAR.iter().any(|(stem, _)| key.strip_suffix('ए') == Some(stem)) {
        return None;
    }
    // After a vowel -या, after a consonant the vowel itself.
    const AFTER_VOWEL: [(&str, usize); 8] =
        [("या", 0), ("ए", 1), ("ये", 1), ("ईं", 3), ("यीं", 3), ("ई", 2), ("यी", 2), ("आ", 0)];
    for (end, at) in AFTER_VOWEL {
        if let Some(stem) = key.strip_suffix(end)
            && stem.ends_with(['ा', 'ो', 'ू', 'आ', 'ी', 'ि'])
            && let Some(found) =
                form(cells[at], stem).or_else(|| form(cells[at], &[stem.strip_suffix('ि')?, "ी"].concat()))
        {
            return Some(found);
        }
    }
    let (stem, cells) = ENDINGS.iter().find_map(|(end, cells)| Some((key.strip_suffix(end)?, *cells)))?;
    let consonant = stem.ends_with(|c: char| c.is_alphabetic() || c == '\u{93C}');
    consonant.then(|| form(cells, stem)).flatten()
}

/// Whether `key` is `form`, or its older spelling: गयी of गई, किये of किए.
fn is_spelled(form: &str, key: &str) -> bool {
    form == key
        || [("ईं", "यीं"), ("ई", "यी"), ("ए", "ये")].iter().any(|(end, older)| {
            form.strip_suffix(end).is_some_and(|stem| key.strip_suffix(older) == Some(stem))
        })
}

fn other_form<'t>(stems: &'t Table, key: &str) -> Option<(Form, &'t str)> {
    const FUTURE: [(&str, Cells); 16] = [
        ("ेगा", MASCULINE_SINGULAR),
        ("एगा", MASCULINE_SINGULAR),
        ("येगा", MASCULINE_SINGULAR),
        ("ेंगे", MASCULINE_PLURAL),
        ("एंगे", MASCULINE_PLURAL),
        ("येंगे", MASCULINE_PLURAL),
        ("ेगी", Cells::FEMININE),
        ("एगी", Cells::FEMININE),
        ("येगी", Cells::FEMININE),
        ("ेंगी", FEMININE_PLURAL),
        ("एंगी", FEMININE_PLURAL),
        ("येंगी", FEMININE_PLURAL),
        ("ता", MASCULINE_SINGULAR),
        ("ते", MASCULINE_PLURAL),
        ("ती", Cells::FEMININE),
        ("तीं", FEMININE_PLURAL),
    ];
    for (form, cells) in [
        ("होगा", MASCULINE_SINGULAR),
        ("होंगे", MASCULINE_PLURAL),
        ("होगी", Cells::FEMININE),
        ("होंगी", FEMININE_PLURAL),
    ] {
        if key == form {
            return Some((Form::Agreeing(Aspect::Other, cells), stems.get_key("हो")?));
        }
    }
    let of = |end: &str| {
        let stem = key.strip_suffix(end)?;
        // देगा, लेंगे.
        stems.get_key(stem).or_else(|| stems.get_key(&[stem, "े"].concat()))
    };
    let future = FUTURE.iter().find_map(|&(end, cells)| Some((cells, of(end)?)));
    if let Some((cells, stem)) = future {
        return Some((Form::Agreeing(Aspect::Other, cells), stem));
    }
    if let Some(stem) =
        ["ने", "ना", "नी", "कर", "के"].iter().find_map(|end| stems.get_key(key.strip_suffix(end)?))
    {
        return Some((Form::Nonfinite, stem));
    }
    let finite = ["ूं", "ऊं", "े", "एं", "ए", "ें", "ो", "ओ"];
    let stem = finite.iter().find_map(|end| stems.get_key(key.strip_suffix(end)?))?;
    Some((Form::Other, stem))
}
