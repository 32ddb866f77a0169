//! Names across languages and scripts: Lavrov and लावरोव्हने, Pune and पुण्यात, the United Nations and संयुक्त राष्ट्रे.

use super::sounding::{apart, sounding};
use crate::entity::{Kind, stems};
use crate::lang::letters;
use crate::report::{Linked, Mention};
use crate::table::Table;
use crate::text::{Document, Span, TokenKind, fold};

/// A name as one of the texts has it.
pub(super) struct Name<'a> {
    pub kind: Kind,
    /// Without its case ending.
    pub span: Span,
    /// What stands there.
    pub text: &'a str,
    /// How each of its words sounds.
    pub words: Vec<String>,
}

/// The people, places and bodies among `mentions`, in the dictionary forms of `entities` where those are known.
pub(super) fn names<'a>(doc: &Document<'a>, mentions: &[Mention], entities: &[Linked]) -> Vec<Name<'a>> {
    mentions
        .iter()
        .filter(|m| m.kind.is_name())
        .map(|m| {
            let text = &doc.text[m.span.start as usize..m.span.end as usize];
            let canonical = entities.get(m.entity as usize).map(|e| sounds(&e.name));
            let words = sounds(text);
            let whole = canonical.filter(|name| name.len() == words.len() && are_one(name, &words));
            Name { kind: m.kind, span: m.span, text, words: whole.unwrap_or(words) }
        })
        .collect()
}

/// The names within `span`.
pub(super) fn names_in<'n, 'a>(names: &'n [Name<'a>], span: Span) -> &'n [Name<'a>] {
    let from = names.partition_point(|name| name.span.start < span.start);
    let to = names.partition_point(|name| name.span.end <= span.end);
    &names[from..to.max(from)]
}

/// How the words of a name sound; initials and particles say too little.
fn sounds(text: &str) -> Vec<String> {
    text.split([' ', '-', '.', '’', '\'']).filter(|w| w.chars().count() > 1).map(sounding).collect()
}

/// Hundredths of a consonant that renderings of one word may be apart: one consonant is too many.
const ALIKE: u32 = 95;

/// Whether two words may be one.
pub(super) fn near(a: &str, b: &str) -> bool {
    match a.len().max(b.len()) {
        0 | 1 => a == b,
        _ => apart(a, b) <= ALIKE,
    }
}

/// Whether each word of the shorter name is one of the longer.
pub(super) fn are_one(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && short.iter().all(|word| long.iter().any(|other| near(word, other)))
        // अबूधाबी, Abu Dhabi.
        || a.len() != b.len() && near(&a.concat(), &b.concat())
}

/// The forms that the language has for a name of the original.
pub(super) fn forms<'t>(name: &str, exonyms: &'t Table) -> impl Iterator<Item = &'t str> {
    exonyms.get(&fold(name)).into_iter().flat_map(|forms| forms.split('|'))
}

/// Whether `ours` renders `theirs`.
pub(super) fn renders(doc: &Document, ours: &Name, theirs: &Name, exonyms: &Table) -> bool {
    are_one(&ours.words, &theirs.words)
        || forms(theirs.text, exonyms).any(|form| are_one(&ours.words, &sounds(form)))
        || theirs.text.split(' ').any(|word| {
            // A name that has another name in it: Moscow city, the Kremlin.
            theirs.text.contains(' ')
                && ours.words.len() == 1
                && forms(word, exonyms).any(|form| are_one(&ours.words, &sounds(form)))
        })
        || spelled(doc, ours.text).is_some_and(|letters| is_acronym(&letters, theirs.text))
}

/// The sounds of each form that the language has for a name of the original.
pub(super) fn listed(name: &Name, exonyms: &Table) -> Vec<Vec<String>> {
    forms(name.text, exonyms).map(sounds).collect()
}

/// The Latin letters that a word spells in Devanagari.
pub(super) fn spelled(doc: &Document, word: &str) -> Option<String> {
    letters::spelled(word, doc.lang.language().sentences.letters).letters(word.len())
}

/// Whether the letters are the name or its initials.
fn is_acronym(letters: &str, name: &str) -> bool {
    let capitals: String =
        name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    letters == name.replace('.', "") || letters == capitals
}

/// Whether any words of `sentence` say the name, also where no mention was found: those of its words that are left when
/// case endings are cut off.
pub(super) fn is_said(doc: &Document, sentence: Span, name: &Name, exonyms: &Table) -> bool {
    let endings = doc.lang.language().names.endings;
    let listed = listed(name, exonyms);
    let last = name.words.last();
    let said = |sound: &str| {
        last.is_some_and(|last| near(sound, last))
            || listed.iter().any(|form| form.first().is_some_and(|first| near(sound, first)))
    };
    doc.tokens_in(sentence).iter().filter(|t| t.kind == TokenKind::Word).any(|token| {
        let word = doc.word(token);
        said(&sounding(word))
            || spelled(doc, word).is_some_and(|letters| is_acronym(&letters, name.text))
            || stems(word, endings, &mut |stem| {
                let spells = || spelled(doc, stem).is_some_and(|letters| is_acronym(&letters, name.text));
                (said(&sounding(stem)) || spells()).then_some(())
            })
            .is_some()
    })
}
