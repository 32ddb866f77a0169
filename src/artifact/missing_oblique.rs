//! A case ending on the form that stands alone: मुत्सद्दीला for मुत्सद्द्याला, घोडाला for घोड्याला.
//!
//! Marathi changes the end of a noun before anything is joined to it; a translation that glues ending to dictionary form
//! does not. The proof is the table of nouns: the word is a noun of it with an ending, the noun's oblique is another
//! form, and no other reading (a name, a verb, another noun's oblique) gives the word as it stands; of places it is the
//! table of names. After a consonant usage leaves the change out in names, loans and short nouns, and in the genitive of place
//! and kind (हॉटेलमध्ये, गावचा, प्रकारचे): those are left alone. So it does after च, ज, झ, श and य, which swallow the य (दर्जाचा, मोर्चाला). Particles are joined to any
//! form: पाणीही. Silent in quotations: dialect says वक्ताला of वक्त.

mod hindi;

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::entity::Kind;
use crate::index::Map;
use crate::lang::Lang;
use crate::morphology::{Reading, lengthened};
use crate::report::Mention;
use crate::text::{Script, Token, TokenKind, fold};

pub(super) const RULE: Rule = Rule {
    code: "missing-oblique",
    severity: Severity::Major,
    default_on: true,
    langs: &[Lang::MARATHI, Lang::HINDI],
    check,
};

/// Letters of the noun: of shorter ones too many other words are made.
const SHORTEST: usize = 4;

fn check(article: &Article, findings: &mut Findings) {
    if article.doc.lang == Lang::HINDI {
        return hindi::check(article, findings);
    }
    let doc = article.doc;
    let is_word = |t: &&Token| t.kind == TokenKind::Word && t.script == Script::Devanagari;
    let mut known: Map<Option<(String, bool)>> = Map::default();
    for token in doc.tokens.iter().filter(is_word) {
        let word = doc.word(token);
        let Some(right) = known.or_insert_with(word, || {
            let word = fold(word);
            let noun = || with_oblique(article, &word).or_else(|| of_unknown(article, &word));
            of_place(article, &word).map(|right| (right, true)).or_else(|| Some((noun()?, false)))
        }) else {
            continue;
        };
        let (right, is_place) = right;
        let other_name =
            |mention: &Mention| mention.kind.is_name() && !(*is_place && mention.kind == Kind::Place);
        if article.mentions_on(token.span).any(other_name) || article.quotes().hold(token.span) {
            continue;
        }
        findings
            .report(token.span)
            .arg("form", word)
            .arg("right", right.as_str())
            .replace(right.as_str())
            .safe();
    }
}

/// A place whose name changes before endings, with its oblique: अमेरिकाने, मराठवाडाला. People keep theirs (सीताने), so a
/// word that is anything else than a place is not judged; nor are masculines from afar, where usage wavers (ढाकातील).
fn of_place(article: &Article, word: &str) -> Option<String> {
    let names = article.table("names");
    let row = |form: &str| names.get(form).map(|row| row.split_once('\t').unwrap_or((row, "")));
    // भारतने, विदर्भला: in consonants only these surely change.
    let home = |noun: &&&str| word.strip_prefix(**noun).is_some_and(|ending| is_case(noun, ending));
    if let Some(noun) = AT_HOME.iter().find(home) {
        return Some([noun, "ा", &word[noun.len()..]].concat());
    }
    let (oblique, stem, ending) = lexicon::endings(article, word).find_map(|(stem, ending)| {
        let judged = is_case(stem, ending) && stem.chars().count() >= SHORTEST;
        let bare = stem.strip_suffix(['ा', 'े']).filter(|_| judged)?;
        row(stem).filter(|row| matches!(*row, ("p" | "+p", "")))?;
        let near = stem.ends_with("वाडा") || NEAR.contains(&stem);
        let oblique = [bare, if near { "्या" } else { "े" }].concat();
        (oblique != stem && row(&oblique)?.1 == stem).then_some((oblique, stem, ending))
    })?;
    let other = |reading: &Reading| !reading.guess && reading.lemma != stem;
    let is_other = lexicon::listed(article, word) || article.readings(word).iter().any(other);
    (!is_other).then(|| oblique + ending)
}

/// Places in a consonant that nobody leaves as they are.
const AT_HOME: [&str; 3] = ["भारत", "महाराष्ट्र", "विदर्भ"];

/// Places whose masculine or neuter name everybody changes.
const NEAR: [&str; 5] = ["गोवा", "ठाणे", "धुळे", "पुणे", "बुलढाणा"];

/// The word with the noun's oblique before the ending, if it lacks that.
fn with_oblique(article: &Article, word: &str) -> Option<String> {
    if lexicon::listed(article, word) || lexicon::is_verb(article, word) {
        return None;
    }
    let mut mended = None;
    for (stem, ending) in lexicon::endings(article, word) {
        // Any other reading of the word, with whatever ending, settles it.
        if lexicon::oblique(article, stem).is_some() || is_other_word(article, stem) {
            return None;
        }
        if stem.chars().count() < SHORTEST || !article.table("nouns").contains(stem) {
            continue;
        }
        let oblique = lexicon::oblique_of(article, stem).filter(|oblique| *oblique != stem)?;
        if !is_case(stem, ending)
            || !changes_end(stem, oblique)
            || has_other_reading(article, word, stem, (ending, oblique))
        {
            return None;
        }
        mended = Some([oblique, ending].concat());
    }
    mended
}

/// The word with the noun's oblique, where morphology has no reading for it as it stands: शहरला, निवडणूकीच्या.
fn of_unknown(article: &Article, word: &str) -> Option<String> {
    let cuts = || {
        lexicon::endings(article, word)
            .filter(|(stem, ending)| is_case(stem, ending) && stem.chars().count() >= 3)
    };
    // Asked last, since it costs most.
    let unknown = || article.readings(word).iter().all(|r| r.guess);
    cuts()
        .find_map(|(stem, ending)| {
            let bare = stem.strip_suffix('ं').unwrap_or(stem);
            let direct = lexicon::oblique_of(article, stem)
                .filter(|oblique| oblique_differs(article, stem, oblique, ending));
            // The vowel that the ending shortens: निवडणूक, निवडणुकी.
            let long = || {
                let noun = bare.strip_suffix(['ा', 'ी', 'े']).filter(|noun| {
                    noun.chars().count() >= SHORTEST
                        || noun.chars().count() > 1 && !LONG_VOWELS.contains(noun)
                })?;
                let oblique = lexicon::oblique_of(article, noun)?;
                (lengthened_before(oblique).as_deref() == Some(bare)).then_some(oblique)
            };
            let plural = if stem == bare { "" } else { "ं" };
            direct
                .map(|oblique| [oblique, ending].concat())
                .or_else(|| long().map(|oblique| [oblique, plural, ending].concat()))
        })
        .filter(|_| unknown())
}

/// Whether the noun surely takes its oblique before this ending. After a consonant usage leaves it out in the genitive
/// (गावचा, प्रकारचे), with पर्यंत, in short nouns with मध्ये, and in feminine loans (सायकलवर).
fn oblique_differs(article: &Article, stem: &str, oblique: &str, ending: &str) -> bool {
    let masculine = article.table("nouns").get(stem).is_some_and(|row| !row.starts_with('f'));
    let name = article.table("names").get(stem).is_some_and(|row| row.split('\t').next() != Some("+"));
    if name || !masculine || stem.contains(['ॉ', 'ॅ']) || LOANS.contains(&stem) {
        return false;
    }
    // With ला it may be a verb of the noun: आनंदला, कोपला.
    let short = stem.chars().count() < SHORTEST;
    // With ला a short one may be a verb of the noun: कोपला.
    let like_adjective = ADJECTIVAL.iter().any(|noun| stem.ends_with(noun));
    let settled = !(ending.starts_with('च') && (short || like_adjective))
        && !(ending == "ला" && short)
        && !matches!(ending, "त" | "ना" | "पर्यंत")
        && (stem.chars().count() >= SHORTEST || !ending.starts_with("मध"));
    // माणूस makes माणसा.
    let drops =
        oblique.ends_with('ा') && stem.ends_with(|c| matches!(c, 'क'..='ह')) && !oblique.starts_with(stem);
    (oblique.strip_suffix('ा') == Some(stem) || drops) && settled
        || stem != oblique
            && !stem.ends_with(|c| matches!(c, 'क'..='ह'))
            && ["्या", "शा"].iter().any(|end| oblique.ends_with(end))
            && (ending != "त" || stem.chars().count() > SHORTEST)
}

/// Nouns of place and kind whose genitive is an adjective without the oblique: सासरचे लोक, एका प्रकारची शंका; न्यायचा is of नेणे.
const ADJECTIVAL: [&str; 12] =
    ["काठ", "गाव", "ठिकाण", "तोंड", "न्याय", "पाव", "प्रकार", "बाजार", "माहेर", "शेजार", "सासर", "स्थान"];

/// Short nouns of Sanskrit and English that keep their long vowel, or waver: जीवांचा, सूपमुळे, सूडाचा.
const LONG_VOWELS: [&str; 8] = ["गूढ", "जीव", "दीप", "दीर", "सूड", "सूप", "सूर", "हीर"];

/// The oblique with the long vowel of the dictionary form: निवडणूकी of निवडणुकी.
fn lengthened_before(oblique: &str) -> Option<String> {
    // ऊस, उसा.
    if let Some(rest) = oblique.strip_prefix('उ') {
        return Some(["ऊ", rest].concat());
    }
    let vowel = oblique.chars().next_back()?;
    let stem = &oblique[..oblique.len() - vowel.len_utf8()];
    lengthened(stem).map(|stem| stem + vowel.encode_utf8(&mut [0; 4]))
}

/// Whether what is joined is a case or a postposition that needs the oblique, not a particle or the second half of a
/// compound (तथ्यहीन, गावनिहाय).
fn is_case(stem: &str, ending: &str) -> bool {
    const CASES: [&str; 31] = [
        "त",
        "ला",
        "ना",
        "ने",
        "चा",
        "ची",
        "चे",
        "च्या",
        "तील",
        "तून",
        "वर",
        "वरील",
        "मध्ये",
        "मधील",
        "साठी",
        "पासून",
        "पर्यंत",
        "कडे",
        "कडून",
        "मुळे",
        "बद्दल",
        "नंतर",
        "नी",
        "नुसार",
        "बाबत",
        "विरोधात",
        "वरून",
        "मधून",
        "समोर",
        "दरम्यान",
        "सोबत",
    ];
    // The plural's नी: मैदानी is no मैदा.
    CASES.contains(&ending) && (ending != "नी" || stem.ends_with('ं'))
}

/// Whether the oblique gives up the noun's last vowel: घोडा, घोड्या; मुत्सद्दी, मुत्सद्द्या. Of nouns in -ी only those for
/// people surely do (बंदी is a prisoner and a ban), of loans (कॉलरा) none.
fn changes_end(stem: &str, oblique: &str) -> bool {
    let person = ["री", "र्थी", "द्दी", "सी"].iter().any(|end| stem.ends_with(end));
    let loan = stem.contains(['ॉ', 'ॅ']) || LOANS.contains(&stem);
    let neuter = stem.strip_suffix('े');
    let Some(bare) = stem.strip_suffix('ा').or(stem.strip_suffix('ी').filter(|_| person)).or(neuter)
    else {
        return false;
    };
    // योजनाचा has neither the oblique योजने nor the plural योजनां.
    let feminine = stem.ends_with('ा') && oblique.strip_suffix('े') == Some(bare);
    !loan
        && (feminine
            || !bare.ends_with(['च', 'ज', 'झ', 'श', 'य'])
                && ["या", "शा"].iter().any(|end| oblique.ends_with(end)))
}

/// Loans in -ा, which stay as they are, though tables give them an oblique.
const LOANS: [&str; 6] = ["ऑपेरा", "कॅमेरा", "पिझ्झा", "रिक्षा", "सिनेमा", "सूप"];

/// Whether another noun gives the word: सुरात of सूर beside सुरा, व्याख्याने of व्याख्यान. Before -त any noun in a consonant
/// may, known or not; only long masculines in -ा are told from it.
fn has_other_reading(article: &Article, word: &str, stem: &str, (ending, oblique): (&str, &str)) -> bool {
    let nouns = article.table("nouns");
    let bare = stem.strip_suffix('ा').unwrap_or(stem);
    let lengthened = lengthened(bare).is_some_and(|noun| nouns.contains(&noun));
    let plural = word.strip_suffix('े').is_some_and(|noun| nouns.contains(noun));
    lengthened || plural || ending == "त" && (stem.chars().count() < LONG || !oblique.ends_with("या"))
}

/// Letters of a noun in -ा that is no oblique of one in a consonant: दवाखाना, जाहीरनामा are made with -ा.
const LONG: usize = 7;

/// Whether the form is a name or a word that does not inflect; an office (नेता) and the beginning of a longer name (शेतकरी
/// संघटना) are neither.
fn is_other_word(article: &Article, stem: &str) -> bool {
    article.table("indeclinables").contains(stem)
        || article.table("names").get(stem).is_some_and(|row| {
            let is_office = row.bytes().all(|class| matches!(class, b'h' | b't' | b'u'));
            !row.starts_with('+') && !is_office
        })
}
