//! Words that sound like a name of the article and were not linked to it: bare names that nothing introduces, and
//! words that no table knows.

use super::super::{Article, lexicon};
use super::spellings::{Name, SHORTEST, are_one, is_comparable};
use crate::entity::{Kind, skeleton};
use crate::index::Map;
use crate::lang::Lang;
use crate::sort;
use crate::table::RATIO;
use crate::text::{Span, Token, TokenKind, fold};

/// Names of one frame that a word is compared with.
const MOST_COMPARED: usize = 8;

/// Gives unlinked words to the name that they are a spelling of.
pub(super) fn adopt(article: &Article, names: &mut Vec<Name>) {
    join_parts(article, names);
    let unknown = unknown_words(article);
    names.extend(speakers(article, &unknown));
    let by_frame = ByFrame::new(names);
    if by_frame.pairs.is_empty() {
        return;
    }
    adopt_bare_names(article, names, &by_frame);
    adopt_unknown_words(article, &unknown, names, &by_frame);
}

/// Gives the spellings of a person who is never named in full to the one full name that has one of them.
fn join_parts(article: &Article, names: &mut [Name]) {
    let mut full: Map<Vec<usize>> = Map::default();
    for (i, name) in names.iter().enumerate().filter(|(_, n)| n.introduced && n.kind == Kind::Person) {
        for spelling in &name.spellings {
            full.or_insert_with(&fold(&spelling.base), Vec::new).push(i);
        }
    }
    for i in 0..names.len() {
        if names[i].introduced || names[i].kind != Kind::Person {
            continue;
        }
        let owners = names[i].spellings.iter().filter_map(|s| full.get(&fold(&s.base)));
        if let [owner] = owners.flatten().copied().collect::<Vec<_>>()[..] {
            let spellings = std::mem::take(&mut names[i].spellings);
            for place in spellings.into_iter().flat_map(|s| s.places) {
                names[owner].add(article, article.doc.slice(place.span), place.span);
            }
        }
    }
}

/// Words outside of every mention that might be names.
fn unknown_words(article: &Article) -> Vec<usize> {
    let mut mentions = article.mentions.iter().peekable();
    let mut free = |token: &Token| {
        while mentions.next_if(|m| m.span.end <= token.span.start).is_some() {}
        let inside = mentions.peek().is_some_and(|m| m.span.start < token.span.end);
        token.kind == TokenKind::Word && !inside && token.script.is_indic()
    };
    let tokens = article.doc.tokens.iter().enumerate();
    tokens.filter(|(_, token)| free(token)).map(|(i, _)| i).collect()
}

/// Words of a Hindi article that no table knows and that come again, as names of people: introduced where one does
/// something (मोख्तारी ने).
fn speakers(article: &Article, unknown: &[usize]) -> Vec<Name> {
    let doc = article.doc;
    let mut by_word: Map<(bool, Vec<Span>)> = Map::default();
    if doc.lang != Lang::HINDI {
        return Vec::new();
    }
    for &i in unknown {
        let word = doc.word(&doc.tokens[i]);
        let (acts, spans) = by_word.or_insert_with(word, Default::default);
        *acts |= next_word(article, i) == ACTS;
        spans.push(doc.tokens[i].span);
    }
    let is_name = |word: &str| is_comparable(article, word) && !is_known(article, word);
    let names = by_word.iter().filter(|(word, (_, spans))| spans.len() > 1 && is_name(word));
    names.map(|(word, (acts, spans))| Name::new(article, word, *acts, spans)).collect()
}

/// What stands behind whoever does something.
const ACTS: &str = "ने";

/// Whether it is a word; of Hindi, not what only looks like the feminine of a name (मुख्तारी of मुख्तार).
fn is_known(article: &Article, word: &str) -> bool {
    match article.doc.lang {
        Lang::HINDI => lexicon::listed(article, &fold(word)) || lexicon::is_common(article, word),
        _ => lexicon::is_word(article, word),
    }
}

/// The word right behind a token.
fn next_word<'t>(article: &Article<'t>, at: usize) -> &'t str {
    match article.doc.tokens.get(at + 1..at + 3) {
        Some([space, next]) if space.kind == TokenKind::Space => article.doc.word(next),
        _ => "",
    }
}

/// A surname that stands without a first name everywhere, though newspapers introduce people in full.
fn adopt_bare_names(article: &Article, names: &mut [Name], by_frame: &ByFrame) {
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
            let introduced = other.introduced || other.kind != Kind::Person;
            let listed = other.is_entry_of(article, &word, false);
            j != i
                && !gone[j]
                && other.kind == name.kind
                && (introduced || listed)
                && other.spellings.iter().map(|s| s.places.len()).sum::<usize>() >= count
                && (listed || are_one(&other.sound, &name.sound) && !other.is_other(article, &word))
        };
        let owner = by_frame.like(&name.sound).find(fits);
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
fn adopt_unknown_words(article: &Article, unknown: &[usize], names: &mut [Name], by_frame: &ByFrame) {
    let doc = article.doc;
    let mut decided: Map<Option<(usize, usize)>> = Map::default();
    for &i in unknown {
        let token = &doc.tokens[i];
        let word = doc.word(token);
        let owner = *decided.or_insert_with(word, || owner(article, word, names, by_frame));
        if let Some((owner, len)) = owner
            && (doc.lang != Lang::HINDI || stands_like(article, i, &names[owner]))
        {
            let start = token.span.start as usize;
            let span = Span::new(start..start + len);
            names[owner].add(article, doc.slice(span), span);
        }
    }
}

/// Hindi's table of words is small: what is unknown must at least stand where a noun stands, where a person acts if
/// nothing else says that the name is one's.
fn stands_like(article: &Article, at: usize, name: &Name) -> bool {
    let next = next_word(article, at);
    let in_case = article.table("indeclinables").get(next) == Some("postposition");
    in_case && (name.introduced || name.kind != Kind::Person || next == ACTS)
}

/// The name that the unknown word is a spelling of, and the bytes of the word before its ending.
fn owner(article: &Article, word: &str, names: &[Name], by_frame: &ByFrame) -> Option<(usize, usize)> {
    if word.len() > 3 * lexicon::LONGEST_WORD || !is_comparable(article, word) {
        return None;
    }
    let stems =
        std::iter::once(word.len()).chain(lexicon::endings(article, word).map(|(stem, _)| stem.len()));
    let near = |len: usize| {
        let sound = skeleton(&word[..len]);
        let fits = |&i: &usize| {
            let name: &Name = &names[i];
            sound.len() >= SHORTEST
                && name.sound.chars().next() == sound.chars().next()
                && are_one(&name.sound, &sound)
                && name.spellings.iter().all(|s| s.base != word && !lexicon::is_common(article, &s.base))
                && !name.is_other(article, &word[..len])
        };
        by_frame.like(&sound).find(fits).map(|i| (i, len))
    };
    // The lexicon is asked last: most words sound like no name.
    let found = stems.into_iter().find_map(near)?;
    let language = article.doc.lang.language();
    let common = [language.function_words, language.number_words].iter().any(|t| t.contains(&fold(word)));
    (!common && !is_known(article, word)).then_some(found)
}

/// Names by their [`frames`].
struct ByFrame {
    /// Frame and index of the name, in order.
    pairs: Vec<(u64, usize)>,
    /// A bit for each frame: most words are like no name.
    filter: Vec<u64>,
}

impl ByFrame {
    fn new(names: &[Name]) -> Self {
        let comparable = names.iter().enumerate().filter(|(_, name)| name.sound.len() >= SHORTEST);
        let mut pairs: Vec<_> =
            comparable.flat_map(|(i, name)| frames(&name.sound).map(move |frame| (frame, i))).collect();
        sort::by_key(&mut pairs, |pair| *pair);
        pairs.dedup();
        // Eight bits a frame and more.
        let mut filter = vec![0; (pairs.len() / 8 + 1).next_power_of_two()];
        for (frame, _) in &pairs {
            let (word, bit) = place(&filter, *frame);
            filter[word] |= bit;
        }
        Self { pairs, filter }
    }

    /// The names that share a frame with `sound`.
    fn like(&self, sound: &str) -> impl Iterator<Item = usize> {
        let passes = |frame: &u64| {
            let (word, bit) = place(&self.filter, *frame);
            self.filter[word] & bit != 0
        };
        let of_frame = |frame: u64| {
            let from = self.pairs.partition_point(|(other, _)| *other < frame);
            let same = self.pairs[from..].iter().take(MOST_COMPARED);
            same.take_while(move |(other, _)| *other == frame).map(|&(_, i)| i)
        };
        frames(sound).filter(passes).flat_map(of_frame)
    }
}

/// Where the filter tells of a frame.
fn place(filter: &[u64], frame: u64) -> (usize, u64) {
    let hash = (frame ^ frame >> 29).wrapping_mul(RATIO) >> 32;
    (hash as usize >> 6 & (filter.len() - 1), 1 << (hash & 63))
}

/// Consonants of the longest frame that another may be told from by one of them, and that a number holds.
const LONGEST_FRAME: usize = 12;

/// The consonants of a name, and the same with each one left out: two that differ by one meet somewhere. Each as a number,
/// five bits a letter.
fn frames(sound: &str) -> impl Iterator<Item = u64> {
    let consonants =
        || sound.bytes().filter(|b| !matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'h' | b'y'));
    let count = consonants().count();
    // What is longer than any name: a number that is hardly any other's.
    let whole = consonants().fold(1, |frame: u64, b| {
        if count > LONGEST_FRAME {
            (frame ^ u64::from(b)).wrapping_mul(RATIO) | 1 << 63
        } else {
            frame << 5 | u64::from(b & 31)
        }
    });
    let less = (0..count).filter(move |_| (3..=LONGEST_FRAME).contains(&count)).map(move |i| {
        let low = whole & ((1 << (5 * i)) - 1);
        whole >> (5 * (i + 1)) << (5 * i) | low
    });
    std::iter::once(whole).chain(less)
}
