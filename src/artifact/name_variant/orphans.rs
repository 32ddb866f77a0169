//! Words that sound like a name of the article and were not linked to it: bare names that nothing introduces, and
//! words that no table knows.

use super::super::{Article, lexicon};
use super::spellings::{Name, are_one, is_comparable};
use crate::entity::{Kind, skeleton};
use crate::index::Map;
use crate::text::{Span, TokenKind, fold};

/// Sounds of the shortest name that an unlinked word is compared with: shorter ones sound like many words.
const SHORTEST: usize = 5;
/// Names of one frame that a word is compared with.
const MOST_COMPARED: usize = 8;

/// Gives unlinked words to the name that they are a spelling of.
pub(super) fn adopt(article: &Article, names: &mut [Name]) {
    let mut by_frame: Map<Vec<usize>> = Map::default();
    for (i, name) in names.iter().enumerate().filter(|(_, n)| n.sound.len() >= SHORTEST) {
        for frame in frames(&name.sound) {
            let same = by_frame.or_insert_with(&frame, Vec::new);
            if same.len() < MOST_COMPARED {
                same.push(i);
            }
        }
    }
    if by_frame.len() == 0 {
        return;
    }
    adopt_bare_names(article, names, &by_frame);
    adopt_unknown_words(article, names, &by_frame);
}

/// A surname that stands without a first name everywhere, though newspapers introduce people in full.
fn adopt_bare_names(article: &Article, names: &mut [Name], by_frame: &Map<Vec<usize>>) {
    let mut gone = vec![false; names.len()];
    for i in 0..names.len() {
        let name = &names[i];
        if name.introduced || name.spellings.len() != 1 || name.sound.len() < SHORTEST {
            continue;
        }
        let word = name.spellings[0].base.clone();
        let count = name.spellings[0].places.len();
        let fits = |&j: &usize| {
            let other = &names[j];
            let introduced = other.introduced || other.kind == Kind::Place;
            j != i
                && !gone[j]
                && other.kind == name.kind
                && introduced
                && other.spellings.iter().map(|s| s.places.len()).sum::<usize>() >= count
                && are_one(&other.sound, &name.sound)
                && !other.is_other(article, &word)
        };
        let owner = frames(&name.sound)
            .iter()
            .flat_map(|f| by_frame.get(f).into_iter().flatten())
            .copied()
            .find(fits);
        if let Some(owner) = owner {
            let spellings = std::mem::take(&mut names[i].spellings);
            for place in spellings.into_iter().flat_map(|s| s.places) {
                names[owner].add(article, &word, place.span);
            }
            gone[i] = true;
        }
    }
}

/// Words outside of every mention that no table knows.
fn adopt_unknown_words(article: &Article, names: &mut [Name], by_frame: &Map<Vec<usize>>) {
    let doc = article.doc;
    let mut mentions = article.mentions.iter().peekable();
    let mut decided: Map<Option<(usize, usize)>> = Map::default();
    for token in &doc.tokens {
        while mentions.next_if(|m| m.span.end <= token.span.start).is_some() {}
        let inside = mentions.peek().is_some_and(|m| m.span.start < token.span.end);
        if token.kind != TokenKind::Word || inside || !token.script.is_indic() {
            continue;
        }
        let word = doc.word(token);
        let owner = *decided.or_insert_with(word, || owner(article, word, names, by_frame));
        if let Some((owner, len)) = owner {
            let start = token.span.start as usize;
            let span = Span::new(start..start + len);
            names[owner].add(article, doc.slice(span), span);
        }
    }
}

/// The name that the unknown word is a spelling of, and the bytes of the word before its ending.
fn owner(
    article: &Article,
    word: &str,
    names: &[Name],
    by_frame: &Map<Vec<usize>>,
) -> Option<(usize, usize)> {
    if word.len() > 3 * lexicon::LONGEST_WORD || !is_comparable(article, word) {
        return None;
    }
    let stems =
        std::iter::once(word.len()).chain(lexicon::endings(article, word).map(|(stem, _)| stem.len()));
    let near = |len: usize| {
        let sound = skeleton(&word[..len]);
        let candidates =
            frames(&sound).into_iter().flat_map(|f| by_frame.get(&f).into_iter().flatten().copied());
        let fits = |&i: &usize| {
            let name: &Name = &names[i];
            sound.len() >= SHORTEST
                && are_one(&name.sound, &sound)
                && name.sound.chars().next() == sound.chars().next()
                && name.spellings.iter().all(|s| !lexicon::is_common(article, &s.base))
                && !name.is_other(article, &word[..len])
        };
        candidates.into_iter().find(fits).map(|i| (i, len))
    };
    // The lexicon is asked last: most words sound like no name.
    let found = stems.into_iter().find_map(near)?;
    let language = article.doc.lang.language();
    let common = [language.function_words, language.number_words].iter().any(|t| t.contains(&fold(word)));
    (!common && !lexicon::is_word(article, word)).then_some(found)
}

/// The consonants of a name, and the same with each one left out: two that differ by one meet somewhere.
fn frames(sound: &str) -> Vec<String> {
    let frame: String =
        sound.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'h' | 'y')).collect();
    if !(3..=12).contains(&frame.len()) {
        return vec![frame];
    }
    let less = (0..frame.len()).map(|i| [&frame[..i], &frame[i + 1..]].concat());
    std::iter::once(frame.clone()).chain(less).collect()
}
