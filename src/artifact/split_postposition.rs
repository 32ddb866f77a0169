//! A space before what Marathi writes joined to the noun (युद्धा नंतर), or Hindi to the pronoun (उन की).
//!
//! Marathi case endings and postpositions are part of the word before them; Hindi writes its own apart after nouns and
//! joined after pronouns (norm of the Central Hindi Directorate). Many of the Marathi ones are also adverbs (नंतर,
//! समोर, खाली), so a space before them is a fault only after a form that cannot stand alone: the oblique युद्धा, the
//! plural oblique शाळां, the verbal noun करण्या. Endings that are never words of their own (ने, च्या, पर्यंत) are
//! faulty after any noun or name, and the noun's oblique is offered with them. After digits, Latin letters, acronyms,
//! marks of quotation and the genitive in -च्या the space is lawful.

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::lang::Lang;
use crate::text::{Script, Token, TokenKind, fold, has};

pub(super) const RULE: Rule = Rule {
    code: "split-postposition",
    severity: Severity::Minor,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// Hindi pronouns in the oblique, which take their postposition joined.
const HINDI_PRONOUNS: [&str; 11] = ["उन", "इन", "जिन", "किन", "उस", "इस", "जिस", "किस", "मुझ", "तुझ", "हम"];

/// The postpositions that are joined to them; पर, तक and longer ones are met apart in careful print.
const HINDI_JOINED: [&str; 6] = ["का", "की", "के", "को", "ने", "से"];

/// Numerals that count what follows: तीन प्रती is three copies.
const NUMERALS: [&str; 10] = ["एक", "दोन", "तीन", "चार", "पाच", "सहा", "सात", "आठ", "नऊ", "दहा"];

/// Joined forms that are other words more often than not: the demonstrative ही, the noun वार, adjectives.
const NOT_JUDGED: [&str; 12] =
    ["ही", "ना", "शी", "भर", "वार", "बदली", "पूर्ण", "मुक्त", "योग्य", "समान", "अधीन", "बाह्य"];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let joined: fn(&Article, &str, &str, Around) -> Option<String> =
        if doc.lang == Lang::HINDI { hindi } else { marathi };
    let is_word =
        |t: &Token| t.kind == TokenKind::Word && t.script == Script::Devanagari && t.digits.is_none();
    let word_at = |i: Option<usize>| i.and_then(|i| doc.tokens.get(i)).map_or("", |t| doc.word(t));
    for (i, window) in doc.tokens.windows(3).enumerate() {
        let [a, space, b] = window else { continue };
        if !is_word(a) || !is_word(b) || doc.word(space) != " " || b.span.len() > 3 * lexicon::LONGEST_WORD {
            continue;
        }
        let around = Around {
            before: [2, 4].map(|back| word_at(i.checked_sub(back))),
            mark_after: word_at(Some(i + 3)),
            after: word_at(Some(i + 4)),
        };
        if let Some(right) = joined(article, doc.word(a), doc.word(b), around) {
            let span = a.span.to(b.span);
            findings.report(span).arg("form", doc.slice(span)).arg("right", &*right).replace(right).safe();
        }
    }
}

/// The words around the two, empty where there are none.
struct Around<'t> {
    /// The two words before, the nearer first.
    before: [&'t str; 2],
    /// What touches the second word, a space or a mark.
    mark_after: &'t str,
    /// The word after that.
    after: &'t str,
}

fn hindi(article: &Article, pronoun: &str, postposition: &str, around: Around) -> Option<String> {
    // किम जोंग उन ने: the pronoun is a name. उन ने is no form of the pronoun.
    let is_name = article.table("names").contains(&fold(around.before[0]));
    let is_form = !(pronoun.ends_with('न') && postposition == "ने");
    (HINDI_PRONOUNS.contains(&pronoun) && HINDI_JOINED.contains(&postposition) && is_form && !is_name)
        .then(|| [pronoun, postposition].concat())
}

/// The two words as one, if they must be.
fn marathi(article: &Article, raw: &str, ending: &str, around: Around) -> Option<String> {
    let word = &*fold(raw);
    let ending_key = &*fold(ending);
    let (joined, free) = postposition(article, ending_key)?;
    let names = article.table("names");
    let is_name = names.contains(word);
    // Surnames and particles of foreign names: अमोल मुळे, अँडोरा ला वेला.
    let is_name_part =
        is_name && names.contains(ending_key) || ending == "ला" && names.contains(&fold(around.after));
    if around.mark_after.starts_with('-') || is_name_part || word.chars().count() < 3 {
        return None;
    }
    let join = |stem: &str| Some([stem, ending].concat());
    let needs_stem = joined == "yes" && free == "no";
    let takes_it = || is_time(article, word) && is_span(ending_key) || is_pronoun_oblique(word);
    if needs_stem && (takes_it() || is_long_ending(ending) && is_oblique(article, word)) {
        return join(raw);
    }
    if article.table("indeclinables").contains(word)
        || article.table("postpositions").contains(word)
        || NUMERALS.contains(&word)
        || lexicon::is_acronym(article, word)
        || has_case(article, word)
        || is_adjective(article, word)
    {
        return None;
    }
    if is_bound(article, word) {
        return join(raw);
    }
    if joined != "yes" {
        return None;
    }
    let can_stand = match free {
        "no" => false,
        // दरम्यान before a comma is the adverb "meanwhile"; from one place to another it is met apart.
        "rare" => around.mark_after == "," || around.before.contains(&"ते"),
        _ => !(is_near(ending) && is_only_place(article, word)),
    };
    let is_noun = || lexicon::oblique(article, word).is_some();
    if can_stand || !is_name && lexicon::is_verb(article, word) && !is_noun() {
        return None;
    }
    match oblique_of(article, word) {
        Some(oblique) if oblique == word => join(raw),
        Some(oblique) => join(&oblique),
        None if is_noun() => join(raw),
        // A word that no table knows is a foreign name more often than not, and those stay as they are.
        None if is_name => join(raw),
        None if is_long_ending(ending) && !has_ending(article, word) => join(raw),
        None => None,
    }
}

/// How a postposition is written (yes = always joined, optional) and whether it also stands alone (yes, rare, no);
/// `None` for any other word. A particle may be glued on: पासूनच.
fn postposition<'a>(article: &Article<'a>, ending: &str) -> Option<(&'a str, &'a str)> {
    // Of a short one the particle may be part of another word: सही is no स with ही.
    if NOT_JUDGED.contains(&ending) {
        return None;
    }
    let bare = ["च", "ही"].iter().find_map(|c| ending.strip_suffix(c).filter(|s| s.chars().count() > 2));
    [Some(ending), bare].into_iter().flatten().find_map(|form| {
        let mut columns = article.table("postpositions").get(form)?.split('\t');
        let joined = columns.next().filter(|&joined| joined != "no")?;
        Some((joined, columns.next()?))
    })
}

/// Whether the form cannot stand alone: an oblique that is no direct form, a verbal noun's oblique.
fn is_bound(article: &Article, word: &str) -> bool {
    let verbal = word.strip_suffix("ण्या").is_some_and(|stem| article.table("verbs").contains(stem));
    // घेतलेल्यां: only the oblique of what is made a noun of ends so.
    verbal
        || word.ends_with("लेल्यां")
        || lexicon::oblique(article, word).is_some_and(|oblique| !oblique.bare)
            && !article.table("nouns").contains(word)
            // A name may stand alone, the oblique of one may not.
            && article.table("names").get(word).is_none_or(|value| has(value, '\t'))
}

/// Whether an ending that is never a word of its own may follow: the oblique of a noun (लढती), though it is also another
/// form of it, of an adjective (पहिल्या) or of what has been done (केल्या).
fn is_oblique(article: &Article, word: &str) -> bool {
    lexicon::oblique(article, word).is_some()
        || word.ends_with("्या")
            && (is_adjective(article, word)
                || lexicon::is_verb(article, word)
                || article.table("indeclinables").get(word) == Some("aux"))
}

/// Adverbs of time, which take from and until like nouns: आजपासून, उद्यापर्यंत.
fn is_time(article: &Article, word: &str) -> bool {
    article.table("indeclinables").get(word).is_some_and(|value| value.starts_with("adv"))
}

fn is_span(ending: &str) -> bool {
    ["पासून", "पर्यंत"].iter().any(|span| ending.starts_with(span))
}

/// The genitive of a pronoun in the oblique, which no bound ending stands apart from: त्याच्याबद्दल, आमच्याकडून.
fn is_pronoun_oblique(word: &str) -> bool {
    const PRONOUNS: [&str; 16] = [
        "त्या",
        "ज्या",
        "माझ्या",
        "तुझ्या",
        "त्याच्या",
        "तिच्या",
        "त्यांच्या",
        "याच्या",
        "हिच्या",
        "यांच्या",
        "आमच्या",
        "तुमच्या",
        "आपल्या",
        "ज्याच्या",
        "जिच्या",
        "ज्यांच्या",
    ];
    PRONOUNS.contains(&word)
}

/// The form of a noun or name that takes endings.
fn oblique_of(article: &Article, word: &str) -> Option<String> {
    if article.table("nouns").contains(word) {
        return lexicon::oblique_of(article, word).map(str::to_owned);
    }
    // The plural of a noun, whose own oblique the table does not have.
    if lexicon::bases(word).iter().skip(1).any(|base| article.table("nouns").contains(base)) {
        return None;
    }
    let names = article.table("names");
    names.get(word)?;
    let reduced = word.strip_suffix(['ा', 'े']).map(|stem| format!("{stem}्या"));
    let is_its_oblique =
        |form: &String| names.get(form).is_some_and(|value| value.split('\t').nth(1) == Some(word));
    let given = [reduced, Some(format!("{word}ा"))].into_iter().flatten().find(is_its_oblique);
    Some(given.unwrap_or_else(|| word.to_owned()))
}

/// Whether the word already carries a case: शाळेच्या, घरात.
fn has_case(article: &Article, word: &str) -> bool {
    const CASES: [&str; 13] = ["च्या", "चा", "ची", "चे", "झ्या", "ने", "नी", "ना", "ला", "त", "तील", "तून", "हून"];
    CASES.iter().any(|case| word.strip_suffix(case).is_some_and(|stem| !stem.is_empty()))
        && !article.table("nouns").contains(word)
        && !article.table("names").contains(word)
        && lexicon::oblique(article, word).is_none()
}

/// Whether the word ends in something joined that is more than a syllable: जमिनीवर.
fn has_ending(article: &Article, word: &str) -> bool {
    lexicon::endings(article, word).any(|(_, ending)| ending.chars().count() > 1)
}

/// Whether the word is an adjective, alone or, where it changes at all, in the oblique: मोठ्या, दुसऱ्या.
fn is_adjective(article: &Article, word: &str) -> bool {
    let adjectives = article.table("adjectives");
    let is_base = |base: &String| adjectives.get(base).is_some_and(|kind| kind == "v" || base == word);
    lexicon::bases(word).iter().any(is_base)
}

/// Postpositions of place that stand apart from a place name only by mistake.
fn is_near(ending: &str) -> bool {
    matches!(ending, "जवळ" | "नजीक" | "लगत")
}

fn is_only_place(article: &Article, word: &str) -> bool {
    let value = article.table("names").get(word).unwrap_or_default();
    let classes = value.split('\t').next().unwrap_or_default();
    has(classes, 'p') && classes.chars().all(|c| matches!(c, 'p' | '+'))
}

/// Whether the ending is long enough to be told from a stray syllable after a word that no table knows.
fn is_long_ending(ending: &str) -> bool {
    ending.chars().count() > 2
}
