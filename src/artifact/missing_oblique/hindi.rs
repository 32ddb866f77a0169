//! Hindi's part: फैसला से for फैसले से, सड़कें पर for सड़कों पर, इन गांव में for इन गांवों में.
//!
//! Whatever governs a noun asks for its oblique: of masculines in -आ that the table of nouns declines, of the plural of
//! feminines, of each noun behind इन and its like, of people behind a word of number (सैकड़ों किसान ने), and of the adjective before. Silent are names, which usage leaves as they are (पटना में, कोटा से),
//! also where only the gazetteer knows that the word is one, and words that are quoted.

use crate::artifact::hindi::{Form, GOVERNORS, Word, words};
use crate::artifact::{Article, Findings, listed, near};
use crate::morphology::Cells;
use crate::table::Table;
use crate::text::{Document, Script, TokenKind, fold};

/// What has a noun in the oblique plural behind it, where that is governed. No words of number: papers leave the noun behind
/// them in the singular (दोनों पक्ष के).
const PLURALS: [&str; 3] = ["इन", "उन", "किन"];

/// Words of number behind which nouns for people, unlike others, take the oblique plural: सैकड़ों किसानों ने.
const COUNTS: [&str; 5] = ["कई", "लाखों", "सभी", "सैकड़ों", "हजारों"];

pub(super) fn check(article: &Article, findings: &mut Findings) {
    for sentence in article.sentences {
        check_before(article, words(article, sentence), findings);
    }
    let doc = article.doc;
    let (nouns, names) = (article.table("nouns"), article.table("names"));
    for (at, noun) in doc.tokens.iter().enumerate() {
        let Some(governor) = governor(doc, at).filter(|_| noun.script == Script::Devanagari) else {
            continue;
        };
        let word = doc.word(noun);
        // "Did", and no governor: रचनाएं की हैं.
        if governor == "की" && word.ends_with('ं') {
            continue;
        }
        let before = if at > 1 { doc.word(&doc.tokens[at - 2]) } else { "" };
        let many = PLURALS.contains(&before)
            || word == "लोग" && governor != "की"
            || COUNTS.contains(&before) && is_person(article, word);
        let Some(right) = oblique(nouns, word, many) else { continue };
        if !names.contains(&fold(word))
            && !listed::is_named(article, noun.span)
            && !near::is_quoted(doc.text, noun.span)
        {
            findings.report(noun.span).arg("form", word).arg("right", right).replace(right).safe();
        }
    }
}

fn is_person(article: &Article, word: &str) -> bool {
    const PEOPLE: [&str; 8] = ["किसान", "छात्र", "डॉक्टर", "मजदूर", "मरीज", "यात्री", "विधायक", "सांसद"];
    PEOPLE.contains(&word) || article.table("people").contains(&fold(word))
}

/// An adjective, or what points to a noun, that stands as before a bare noun though the noun is governed: नया भवन के पास; यह
/// फैसले के खिलाफ संघ ने …, where ने shows that "this" is not the subject.
fn check_before(article: &Article, words: &[Word], findings: &mut Findings) {
    for (at, pair) in words.windows(3).enumerate() {
        let [word, noun, next] = pair else { continue };
        let masculine = noun.gender == Cells::MASCULINE && !noun.unknown;
        if word.parted
            || noun.parted
            || next.parted
            || !GOVERNORS.contains(&next.text)
            || noun.gender.is_empty()
        {
            continue;
        }
        let singular = Cells::MASCULINE.and(Cells::SINGULAR);
        let adjective = word.modifier == Some(singular) && word.verb.is_none() && word.noun.is_empty();
        let told = at > 0 && !words[at - 1].governs() && words[at - 1].is_nominal();
        let right = if adjective
            && masculine
            && next.text != "की"
            && word.text != "का"
            && !told
            && !is_genitive(word.text)
        {
            oblique_adjective(word.text)
        } else if has_other_doer(&words[at + 3..]) {
            POINTERS.iter().find(|(bare, _)| *bare == word.text).map(|(_, right)| (*right).to_owned())
        } else {
            None
        };
        if let Some(right) = right.filter(|_| !near::is_quoted(article.doc.text, word.span) && !word.unknown)
        {
            findings.report(word.span).arg("form", word.text).arg("right", right.as_str()).replace(right);
        }
    }
}

/// What points, bare and governed.
const POINTERS: [(&str, &str); 4] = [("यह", "इस"), ("ये", "इन"), ("वह", "उस"), ("वे", "उन")];

/// Whether somebody with ने does it, before a mark or another clause.
fn has_other_doer(words: &[Word]) -> bool {
    let clause = words
        .iter()
        .take(12)
        .take_while(|w| !w.parted && !matches!(w.text, "कि" | "जो" | "और" | "जिसे" | "जिसने"));
    let mut doer = clause.take_while(|w| !matches!(w.verb, Some((Form::Agreeing(..), _))));
    doer.any(|w| w.text == "ने")
}

/// Adverbs, and genitives that may belong to a noun farther off.
fn is_genitive(word: &str) -> bool {
    ["का", "पना", "मेरा", "तेरा", "मारा", "म्हारा"].iter().any(|end| word.ends_with(end))
        || [
            "थोड़ा",
            "सीधा",
            "पूरा",
            "सारा",
            "ऐसा",
            "वैसा",
            "जैसा",
            "इतना",
            "उतना",
            "कितना",
            "दूसरा",
            "तीसरा",
            "पहला",
            "अकेला",
            "खड़ा",
            "बैठा",
        ]
        .contains(&word)
}

fn oblique_adjective(word: &str) -> Option<String> {
    let stem = word.strip_suffix("या").map(|stem| [stem, "ए"].concat());
    stem.or_else(|| Some([word.strip_suffix('ा')?, "े"].concat()))
}

/// What governs the word at `at`, right behind it.
fn governor<'t>(doc: &Document<'t>, at: usize) -> Option<&'t str> {
    let [space, word] = doc.tokens.get(at + 1..at + 3)? else { return None };
    let word = doc.word(word);
    (space.kind == TokenKind::Space && GOVERNORS.contains(&word)).then_some(word)
}

/// The oblique that a form which stands alone has where it is governed; `None` of one that is right.
fn oblique<'a>(nouns: &'a Table, word: &str, plural: bool) -> Option<&'a str> {
    let row = |lemma: &str| {
        let mut cells = nouns.get(lemma)?.split('\t');
        let gender = cells.next()?;
        let (one, many) = cells.next()?.split_once('|')?;
        Some((gender, one, many, cells.next()?))
    };
    if let Some((gender, one, many, _)) = row(&fold(word)) {
        let right = if plural { many } else { one };
        // टीका is a vaccine, and with another gender a comment.
        let declines = plural || gender == "m" && word.ends_with('ा') && right.ends_with('े');
        return (declines && right != word).then_some(right);
    }
    // The table's cells are written as the text is, its keys folded.
    let (_, one, many, direct) = row(nouns.forms().get(word)?)?;
    (direct == word && one != word && many != word && word.ends_with('ं')).then_some(many)
}
