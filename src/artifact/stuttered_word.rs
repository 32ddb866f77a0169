//! A word followed or led by a broken piece of itself (ऐतिहासिक तिहासिक), or with a syllable written twice inside
//! (करण्याच्याच्या).
//!
//! Translation models and cut-and-paste leave such pieces; no grammar does, since what reduplication doubles is a
//! whole word. The proof is threefold: the piece repeats the word letter by letter, it is no word of any table, and
//! what remains without it is one. राजकारण कारण, महाराष्ट्र राष्ट्राच्या, पुण्याच्याच and केलेले stay as they are.

use super::{Article, Findings, Rule, Severity, lexicon};
use crate::lang::Lang;
use crate::text::{Script, Token, TokenKind, find, fold, has};

pub(super) const RULE: Rule = Rule {
    code: "stuttered-word",
    severity: Severity::Major,
    default_on: true,
    // What is a word only tables can tell.
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// Of a word that no table knows, a tail of this many letters repeated is no chance; names share short ones
/// (च्यांग यांग).
const LONG_PIECE: usize = 5;

/// Shorter endings (ने, ला, त) are also beginnings of names and words.
const BOUND_PIECE: usize = 4;

/// No syllable or ending that gets doubled is longer.
const LONGEST_DOUBLE: usize = 8;

/// How the forms of the third person and of the relative begin.
const PRONOUNS: [&str; 4] = ["त्या", "या", "ज्या", "ति"];

/// Endings that are met twice.
const CASES: [&str; 14] =
    ["च्या", "चा", "ची", "चे", "ना", "नी", "ला", "ने", "वर", "तील", "साठी", "कडे", "मध्ये", "पासून"];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    let fits = |t: &Token| {
        t.kind == TokenKind::Word && t.digits.is_none() && t.span.len() <= 3 * lexicon::LONGEST_WORD
    };
    for (i, token) in doc.tokens.iter().enumerate().filter(|(_, t)| fits(t)) {
        let word = doc.word(token);
        // In English a doubled syllable is spelling (needed, remember), and Hindi has no table of verbs (अपनाना).
        let doubled = doc.lang == Lang::MARATHI && token.script == Script::Devanagari;
        let next = match doc.tokens.get(i + 1..i + 3) {
            Some([space, next]) if doc.word(space) == " " && fits(next) && next.script == token.script => {
                Some(next)
            }
            _ => None,
        };
        let pair = next.and_then(|next| Some((next, joined(article, word, doc.word(next))?)));
        let (span, right) = match pair {
            Some((next, right)) if !is_hyphenated(doc.text, next) => (token.span.to(next.span), right),
            _ => match doubled.then(|| without_double(article, word)).flatten() {
                Some(right) => (token.span, right),
                None => continue,
            },
        };
        findings.report(span).arg("form", doc.slice(span)).arg("right", &*right).replace(right).safe();
    }
}

fn is_hyphenated(text: &str, token: &Token) -> bool {
    text[token.span.end as usize..].starts_with(['-', '–', '.', '’', '\''])
}

/// The one word that two make, if one of them is a piece of the other.
fn joined(article: &Article, raw: &str, raw_next: &str) -> Option<String> {
    // Most neighbours share no letter where it matters: look before anything is folded.
    let (last, last_next) = (raw.chars().next_back()?, raw_next.chars().next_back()?);
    let head = |word: &str| word.chars().take(2).collect::<String>();
    if last != last_next && !raw_next.starts_with(&head(raw)) && find(raw, &head(raw_next)).is_none() {
        return None;
    }
    let (word, next) = (&*fold(raw), &*fold(raw_next));
    if word == next || next.chars().count() < 2 {
        None
    } else if is_tail(article, word, next) {
        Some(raw.to_owned())
    } else if is_head(article, word, next) {
        Some(raw_next.to_owned())
    } else {
        overlapped(article, word, next).or_else(|| compound_again(article, word, next))
    }
}

/// ऐतिहासिक तिहासिक, हळूहळू ळू, परराष्ट्रमंत्र्यांनी मंत्र्यांनी.
fn is_tail(article: &Article, word: &str, piece: &str) -> bool {
    if !word.ends_with(piece) {
        return false;
    }
    let length = piece.chars().count();
    if article.doc.lang == Lang::ENGLISH {
        let is_lower = |w: &str| w.chars().all(|c| c.is_lowercase());
        return length >= 4
            && is_lower(word)
            && is_lower(piece)
            && lexicon::is_word(article, word)
            && !lexicon::is_word(article, piece);
    }
    let is_name = article.table("names").contains(word) && !article.table("nouns").contains(word);
    let known = lexicon::is_word(article, word) && !is_name;
    if let Some(value) = article.table("postpositions").get(piece) {
        // यांच्या च्या: the ending once more, apart, where it is never a word of its own; against यावर वर.
        return known && length >= BOUND_PIECE && value.split('\t').nth(1) == Some("no");
    }
    if !lexicon::is_word(article, piece) {
        return known || length >= LONG_PIECE;
    }
    // दिवसांची वसांची: some ending can be cut off nearly any scrap, but a form of a word that is in no table, and is the
    // end of the word before it, is no chance. नेत्यांच्या त्यांच्या is: a pronoun.
    if known && length >= LONG_PIECE && is_form_only(article, piece) {
        return true;
    }
    // The same noun in the same case twice over, once without what it is compounded with.
    length >= LONG_PIECE
        && ["ंनी", "ंना", "ाने", "ाला", "ांनी", "ांना"].iter().any(|case| piece.ends_with(case))
        && !article.table("indeclinables").contains(piece)
}

/// Whether a Marathi word is a word by its ending alone: no table has it or its noun (सरकारच्या कारच्या), and it is no
/// form of a pronoun.
fn is_form_only(article: &Article, word: &str) -> bool {
    article.doc.lang == Lang::MARATHI
        && !lexicon::listed(article, word)
        && !article.table("verbs").contains(word)
        && !PRONOUNS.iter().any(|pronoun| word.starts_with(pronoun))
        && !lexicon::endings(article, word).any(|(stem, _)| lexicon::listed(article, stem))
}

/// प्रशासना प्रशासनाने, ऐति ऐतिहासिक.
fn is_head(article: &Article, piece: &str, word: &str) -> bool {
    let Some(rest) = word.strip_prefix(piece) else { return false };
    let length = piece.chars().count();
    match article.doc.lang {
        Lang::MARATHI => {
            let cut_off = lexicon::oblique(article, piece).is_some_and(|oblique| !oblique.bare)
                && !lexicon::listed(article, piece)
                && lexicon::is_ending(article, rest);
            cut_off || length >= 3 && !lexicon::is_word(article, piece) && lexicon::is_word(article, word)
        }
        // Hindi verb stems, which no table lists, double before -कर: रो रोकर.
        Lang::HINDI => {
            length >= 4 && article.table("nouns").contains(word) && !lexicon::is_word(article, piece)
        }
        _ => {
            let is_lower = |w: &str| w.chars().all(|c| c.is_lowercase());
            length >= 4
                && is_lower(piece)
                && article.table("common-words").contains(word)
                && !lexicon::is_word(article, piece)
        }
    }
}

/// विमान मानतळावर: the end of one word and the beginning of the next are the same, and together they are one word.
fn overlapped(article: &Article, word: &str, next: &str) -> Option<String> {
    if article.doc.lang == Lang::ENGLISH {
        return None;
    }
    let shared = next.char_indices().skip(2).map(|(at, _)| &next[..at]).filter(|head| word.ends_with(head));
    shared.filter(|head| head.len() < word.len()).find_map(|head| {
        let whole = [word, &next[head.len()..]].concat();
        let is_whole = whole.chars().count() > word.chars().count() + 1
            && lexicon::is_word(article, &whole)
            && !lexicon::is_word(article, next);
        is_whole.then_some(whole)
    })
}

/// अर्थव्यवस्था व्यवस्थेला: a compound, bare, and its last part with the case that the whole should have.
fn compound_again(article: &Article, word: &str, next: &str) -> Option<String> {
    let nouns = article.table("nouns");
    if article.doc.lang != Lang::MARATHI || !nouns.contains(word) || article.table("names").contains(word) {
        return None;
    }
    let part = lexicon::endings(article, next).find_map(|(stem, _)| {
        let is_part = |base: &String| {
            word.ends_with(base.as_str())
                && word != base
                && lexicon::syllables(base) >= 3
                && nouns.contains(base)
        };
        lexicon::bases(stem).into_iter().find(is_part)
    })?;
    let whole = [&word[..word.len() - part.len()], next].concat();
    lexicon::is_word(article, &whole).then_some(whole)
}

/// The word without a syllable or ending that it holds twice in a row.
fn without_double(article: &Article, raw: &str) -> Option<String> {
    let starts: Vec<usize> = raw.char_indices().map(|(at, _)| at).chain([raw.len()]).collect();
    let bytes = raw.as_bytes();
    for length in 2..=LONGEST_DOUBLE {
        // From the second letter on: a word that begins with a double is made by grammar (हळूहळू, काकाला).
        for from in 1..(starts.len()).saturating_sub(2 * length) {
            let (a, b, c) = (starts[from], starts[from + length], starts[from + 2 * length]);
            if bytes[a..b] == bytes[b..c] {
                let right = [&raw[..b], &raw[c..]].concat();
                if is_doubled(article, &fold(raw), &fold(&right), &fold(&raw[..a]), &raw[a..b]) {
                    return Some(right);
                }
            }
        }
    }
    None
}

/// Whether `double`, behind `before`, is one time too many in `word`, which is `right` without it.
fn is_doubled(article: &Article, word: &str, right: &str, before: &str, double: &str) -> bool {
    let is_noun =
        |form: &str| article.table("nouns").contains(form) || lexicon::oblique(article, form).is_some();
    if lexicon::is_word(article, word) {
        return false;
    }
    if right.len() == before.len() + double.len() && CASES.contains(&double) {
        // चाचा and नाना are also kinsmen (बंडूनाना), though not after the oblique of a thing.
        let kinsman = matches!(double, "चा" | "ना") && article.table("nouns").contains(before);
        let verbal = before.ends_with("ण्या") && lexicon::is_verb(article, before);
        return verbal || lexicon::oblique(article, before).is_some() && !kinsman;
    }
    if double == "ात" && right.len() == before.len() + double.len() {
        // The locative -त twice, with the vowel of the oblique: सामन्यातात.
        return lexicon::oblique(article, &format!("{before}ा")).is_some_and(|oblique| !oblique.bare);
    }
    // Whole syllables only, and a noun long enough that no shorter one hides in a foreign name.
    let starts_with_letter = double.chars().next().is_some_and(char::is_alphabetic)
        && !matches!(double.chars().next(), Some('\u{93A}'..='\u{94F}'));
    let long = |noun: &str| lexicon::syllables(noun) >= 3 || has(double, '\u{94D}');
    let is_cluster_alone = double.ends_with('\u{94D}');
    let known =
        |form: &str| is_noun(form) && long(form) && form.starts_with(before) && form.len() > before.len();
    starts_with_letter
        && !is_cluster_alone
        && !right.ends_with("ले")
        && (known(right) || lexicon::endings(article, right).any(|(stem, _)| known(stem)))
        && !lexicon::is_acronym(article, word)
}
