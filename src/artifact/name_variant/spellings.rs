//! The spellings of each word of each name, gathered from the links between mentions.

use super::super::{Article, acronym, lexicon};
use super::Place;
use crate::entity::{Kind, difference, skeleton, sounds_alike};
use crate::index::Map;
use crate::lang::Lang;
use crate::report::Linked;
use crate::sort;
use crate::text::{Script, Span, fold, lower};

/// Words of one entity that are told apart; a name has a few, a wrongly linked crowd any number.
const MOST_NAMES: usize = 16;

/// One word of a name, in all its spellings.
pub(super) struct Name {
    pub kind: Kind,
    /// Some mention has a word beside it: the person was introduced with a full name.
    pub introduced: bool,
    /// How the first spelling sounds.
    pub sound: String,
    /// In order of first mention.
    pub spellings: Vec<Spelling>,
}

/// One spelling.
pub(super) struct Spelling {
    /// The dictionary form, as far as it can be told: without the tail of an oblique stem.
    pub base: String,
    pub places: Vec<Place>,
}

/// The words of all people, places and bodies of the article.
pub(super) fn of_entities(article: &Article) -> Vec<Name> {
    let named = |e: &&Linked| matches!(e.kind, Kind::Person | Kind::Place | Kind::Organisation);
    article.entities.iter().filter(named).flat_map(|entity| of_entity(article, entity)).collect()
}

fn of_entity(article: &Article, entity: &Linked) -> Vec<Name> {
    let mut mentions: Vec<Vec<Span>> = entity
        .mentions
        .iter()
        .filter_map(|&m| article.mentions.get(m as usize))
        .map(|m| words(article, m.span))
        .collect();
    // The longest first: it tells which words are two names and not two spellings of one.
    sort::by_key(&mut mentions, |words| std::cmp::Reverse(words.len()));
    let mut gathered =
        Gathered { article, kind: entity.kind, names: Vec::new(), known: Map::default(), full: Vec::new() };
    for words in &mentions {
        gathered.add(words);
    }
    for spelling in gathered.names.iter_mut().flat_map(|name| &mut name.spellings) {
        sort::by_key(&mut spelling.places, |p| p.span);
    }
    gathered.names
}

/// The names of one entity while its mentions are read.
struct Gathered<'a> {
    article: &'a Article<'a>,
    kind: Kind,
    names: Vec<Name>,
    /// Which name each spelling belongs to; `None` for words that are not compared.
    known: Map<Option<usize>>,
    /// The names of the first full mentions, in their order.
    full: Vec<Vec<Option<usize>>>,
}

impl Gathered<'_> {
    fn add(&mut self, words: &[Span]) {
        let mut taken: Vec<Option<usize>> = Vec::new();
        for &span in words {
            let word = self.article.doc.slice(span);
            let key = lower(&fold(word));
            let at = match self.known.get(&key) {
                Some(&at) => at,
                None => {
                    let at = self.place_of(word, &taken, words.len());
                    *self.known.or_insert_with(&key, || at)
                }
            };
            taken.push(at);
            if let Some(at) = at {
                self.names[at].introduced |= words.len() > 1;
                self.names[at].add(self.article, word, span);
            }
        }
        if words.len() > 1 && self.full.len() < MOST_NAMES {
            self.full.push(taken);
        }
    }

    /// The name that a new word is a spelling of, or a new name; `None` for a word that is no name.
    fn place_of(&mut self, word: &str, taken: &[Option<usize>], words: usize) -> Option<usize> {
        // A person may be called what a thing is called; in the names of bodies the words are things.
        let ordinary = self.kind != Kind::Person && lexicon::is_common(self.article, word);
        if ordinary || !is_comparable(self.article, word) {
            return None;
        }
        let sound = skeleton(word);
        let fits = |(i, name): &(usize, &Name)| {
            !taken.contains(&Some(*i)) && are_one(&name.sound, &sound) && !name.is_other(self.article, word)
        };
        if let Some((i, _)) = self.names.iter().enumerate().find(fits) {
            return Some(i);
        }
        // सेर्गे लव्ह्रोव्ह, सेर्गेय लावरोव्ह: beside one surname the first name may differ more.
        let at = taken.len();
        let beside = |full: &&Vec<Option<usize>>| at > 0 || full.len() == words;
        let aligned = self.full.iter().filter(|full| full.len() == words).filter(beside).find_map(|full| {
            let i = full[at]?;
            let name = &self.names[i];
            let same = name.sound.chars().next() == sound.chars().next();
            (same
                && !taken.contains(&Some(i))
                && are_near(&name.sound, &sound)
                && !name.is_other(self.article, word))
            .then_some(i)
        });
        if aligned.is_some() || self.names.len() >= MOST_NAMES {
            return aligned;
        }
        self.names.push(Name { kind: self.kind, introduced: false, sound, spellings: Vec::new() });
        Some(self.names.len() - 1)
    }
}

/// The words of a mention that are names; initials and particles are too short to be spelled in two ways.
fn words(article: &Article, span: Span) -> Vec<Span> {
    let tokens = article.doc.tokens_in(span).iter();
    tokens
        .filter(|t| t.span.end <= span.end || t.span.start < span.end)
        .filter(|t| t.script != Script::Common)
        .map(|t| Span { start: t.span.start, end: t.span.end.min(span.end) })
        .filter(|s| !s.is_empty())
        .collect()
}

/// Whether the word's spelling can be compared: not an acronym, not a word of two scripts, not an initial.
pub(super) fn is_comparable(article: &Article, word: &str) -> bool {
    let script = Script::of_word(word);
    let one_script = word.chars().all(|c| matches!(Script::of(c), s if s == script || s == Script::Common));
    one_script && word.chars().count() > 1 && !acronym::is_acronym(word, script, article.doc.lang)
}

/// Whether two words sound like one name. The shorter they are, the less they may differ: चेंग is not चिंग.
pub(super) fn are_one(a: &str, b: &str) -> bool {
    match a.len().min(b.len()) {
        0..=2 => a == b,
        3..=4 => difference(a, b) <= if a.len() == b.len() { SAME_SOUND } else { SAME_SYLLABLE },
        _ => sounds_alike(a, b),
    }
}

/// Whether two words that stand in one place of a name may be one.
fn are_near(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= 4 && difference(a, b) <= PER_LETTER * a.len().max(b.len()) as u32
}

/// Cost allowed for each sound where the words around tell that it is one name.
const PER_LETTER: u32 = 25;

/// The same where one has a vowel more: ट्वेट, त्वेइत.
const SAME_SYLLABLE: u32 = 55;

/// Difference up to which short words, and two that the gazetteer has, are one: a short or a long a.
const SAME_SOUND: u32 = 30;

impl Name {
    /// Whether the word is in another script, or the gazetteer has both as two names that sound different.
    pub fn is_other(&self, article: &Article, word: &str) -> bool {
        let table = article.table("names");
        let known = |w: &str| {
            let key = fold(w);
            table
                .get(&key)
                .map(|value| value.split_once('\t').map_or(key.to_string(), |(_, form)| form.to_owned()))
        };
        let dictionary = known(word);
        self.spellings.iter().any(|s| {
            let other = known(&s.base);
            Script::of_word(&s.base) != Script::of_word(word)
                || dictionary.is_some()
                    && other.is_some()
                    && dictionary != other
                    && difference(&skeleton(&s.base), &skeleton(word)) > SAME_SOUND
        })
    }

    /// Adds a place of `word`, to the spelling that it is a form of or as a new one.
    pub fn add(&mut self, article: &Article, word: &str, span: Span) {
        let place = |tail| Place { span, tail };
        for spelling in &mut self.spellings {
            match form(article, &spelling.base, word, self.kind) {
                Form::Same(tail) => return spelling.places.push(place(tail)),
                Form::Base(tail) => {
                    // The oblique was met first: what was taken for the base is a form of this one.
                    spelling.base = word.to_owned();
                    for place in spelling.places.iter_mut().filter(|p| p.tail.is_empty()) {
                        place.tail = tail;
                    }
                    return spelling.places.push(place(""));
                }
                Form::Other => {}
            }
        }
        self.spellings.push(Spelling { base: word.to_owned(), places: vec![place("")] });
    }
}

/// How `word` relates to a spelling.
enum Form {
    /// It is the spelling, with this tail of an oblique stem.
    Same(&'static str),
    /// It is the base, and the spelling has the tail.
    Base(&'static str),
    /// It is another spelling.
    Other,
}

/// Tails of oblique stems, and of adjectives made from places, that no spelling differs in.
const TAILS: [&str; 16] =
    ["ा", "ां", "ं", "ी", "े", "्या", "यां", "या", "ये", "्यां", "ों", "ई", "ाई", "्स", "नी", "s"];

fn form(article: &Article, base: &str, word: &str, kind: Kind) -> Form {
    let (b, w) = (lower(&fold(base)), lower(&fold(word)));
    if b == w {
        return Form::Same("");
    }
    let tail = |long: &str, short: &str| {
        let tail = |short: &str| {
            let rest = long.strip_prefix(short)?;
            let ending = |rest: &str| lexicon::is_ending(article, rest) && article.doc.lang == Lang::MARATHI;
            let joined = ending(rest) || rest.strip_prefix('ा').is_some_and(ending);
            TAILS.iter().copied().find(|t| *t == rest).or(joined.then_some(""))
        };
        // सोलापूर, सोलापुरात: the last long vowel is short before an ending. सुदामा, सुदाम्या
        tail(short)
            .or_else(|| tail(&shortened(short)?).map(|_| ""))
            .or_else(|| (long.strip_suffix("्या")? == short.strip_suffix('ा')?).then_some(""))
    };
    if let Some(tail) = tail(&w, &b) {
        return Form::Same(tail);
    }
    if let Some(tail) = tail(&b, &w) {
        return Form::Base(tail);
    }
    // श्रीलंका, श्रीलंके; तुर्की, तुर्किये; Argentina, Argentine: a place's end changes with its case and with what is
    // made of it. Long and short i are another matter.
    let stem = |s: &str| {
        let end = |c: char| {
            matches!(c, 'ा' | 'ी' | 'ि' | 'े' | 'ं' | 'य' | '\u{94D}' | 'a' | 'e' | 'i' | 'y' | 'n' | 's')
        };
        s.trim_end_matches(end).to_owned()
    };
    let long_or_short = b.ends_with(['ी', 'ि']) && w.ends_with(['ी', 'ि']);
    if kind != Kind::Person && stem(&b) == stem(&w) && !long_or_short { Form::Same("") } else { Form::Other }
}

/// The word with the last of its vowels short, where a consonant ends it: सोलापुर of सोलापूर.
fn shortened(word: &str) -> Option<String> {
    let (last, c) = word.char_indices().next_back().filter(|(_, c)| c.is_alphabetic())?;
    let short = match word[..last].chars().next_back()? {
        'ू' => 'ु',
        'ी' => 'ि',
        _ => return None,
    };
    Some(format!("{}{short}{c}", &word[..last - short.len_utf8()]))
}
