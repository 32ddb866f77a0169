//! The spellings of each word of each name, gathered from the links between mentions.

use super::super::{Article, acronym, lexicon};
use super::Place;
use crate::entity::{Kind, are_listed, difference, skeleton, sounds_alike, within};
use crate::index::Map;
use crate::lang::Lang;
use crate::report::Linked;
use crate::sort;
use crate::text::{Script, Span, Token, TokenKind, fold, has, lower};

/// Sounds of the shortest name that is compared with what is not linked to it: shorter ones sound like many words.
pub(super) const SHORTEST: usize = 5;

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
    let mut wholes: Vec<Whole> = Vec::new();
    let mut by_initials: Map<Vec<usize>> = Map::default();
    for entity in article.entities.iter().filter(|e| e.kind.is_name()) {
        let whole = Whole::new(article, entity);
        let alike = by_initials.or_insert_with(&whole.initials(), Vec::new);
        match alike.iter().copied().find(|&i| wholes[i].is_spelled_like(&whole, article)) {
            Some(i) => wholes[i].mentions.extend(whole.mentions),
            None => {
                if whole.words.len() > 1 && alike.len() < MOST_NAMES {
                    alike.push(wholes.len());
                }
                wholes.push(whole);
            }
        }
    }
    wholes.iter().flat_map(|whole| of_entity(article, whole)).collect()
}

/// A name whose words are joined in several ways: अबू धाबी, अबुधाबी, अबू-धाबी.
pub(super) fn of_joints(article: &Article, entity: &Linked) -> Option<Name> {
    if !entity.kind.is_name() {
        return None;
    }
    let mut by_sound: Map<Vec<(String, Span)>> = Map::default();
    for mention in entity.mentions.iter().filter_map(|&m| article.mentions.get(m as usize)) {
        let text = article.doc.slice(mention.span);
        // An initial sounds like the end of the name before it: Natasha A.
        if !has(text, '.') && text.split(' ').any(|word| word.chars().count() < 2) {
            continue;
        }
        let joints = text.chars().filter(|c| matches!(c, ' ' | '-' | '–' | '.')).collect();
        by_sound.or_insert_with(&skeleton(text), Vec::new).push((joints, mention.span));
    }
    let differ = |places: &[(String, Span)]| places.iter().any(|(joints, _)| *joints != places[0].0);
    let (sound, places) =
        by_sound.iter().find(|(sound, places)| sound.len() >= SHORTEST && differ(places))?;
    let (kind, sound) = (entity.kind, sound.to_owned());
    let mut name = Name { kind, introduced: true, sound, spellings: Vec::new() };
    for (_, span) in places {
        let (base, place) = (article.doc.slice(*span), Place { span: *span, tail: "" });
        match name.spellings.iter_mut().find(|s| s.base == base) {
            Some(spelling) => spelling.places.push(place),
            None => name.spellings.push(Spelling { base: base.to_owned(), places: vec![place] }),
        }
    }
    Some(name)
}

/// An entity with its fullest name.
struct Whole<'a> {
    kind: Kind,
    /// The words of the name and how they sound.
    words: Vec<(&'a str, String)>,
    mentions: Vec<u32>,
}

impl<'a> Whole<'a> {
    fn new(article: &'a Article, entity: &'a Linked) -> Self {
        let longest =
            |m: &&u32| article.mentions.get(**m as usize).map(|m| (words(article, m.span).len(), m.span));
        let span = entity.mentions.iter().take(MOST_NAMES).max_by_key(longest);
        let span = span.and_then(|&m| article.mentions.get(m as usize)).map(|m| m.span);
        let words = span.map(|span| words(article, span)).unwrap_or_default();
        let words = words.iter().map(|&w| article.doc.slice(w)).map(|w| (w, skeleton(w))).collect();
        Self { kind: entity.kind, words, mentions: entity.mentions.clone() }
    }

    /// What names that are spelled alike have in common: kind, number of words, the consonants they begin with.
    fn initials(&self) -> String {
        let first = |sound: &str| sound.chars().next().filter(|c| !"aeiou".contains(*c)).unwrap_or('a');
        format!("{:?}{}", self.kind, self.words.iter().map(|(_, sound)| first(sound)).collect::<String>())
    }

    /// Whether the other is the same name but for one word that sounds nearly the same. Two that one sentence names in
    /// full are two.
    fn is_spelled_like(&self, other: &Whole, article: &Article) -> bool {
        let sentence = |m: &u32| {
            let start = article.mentions.get(*m as usize).map_or(0, |m| m.span.start);
            article.sentences.partition_point(|s| s.span.end <= start)
        };
        let first = other.mentions.first().map(sentence);
        if self.mentions.iter().any(|m| Some(sentence(m)) == first) {
            return false;
        }
        let pairs = self.words.iter().zip(&other.words);
        let mut unlike = pairs.filter(|((_, a), (_, b))| difference(a, b) > SAME_SOUND);
        match (unlike.next(), unlike.next()) {
            (None, _) => self.words.len() == other.words.len(),
            (Some(((a, x), (b, y))), None) => {
                let syllable = self.words.len() > 2 && x.len().max(y.len()) <= 4;
                (syllable || are_near(x, y)) && (is_listed(article, a, b) || !are_two(article, a, b))
            }
            _ => false,
        }
    }
}

/// Whether the gazetteer has both words, as two names.
fn are_two(article: &Article, a: &str, b: &str) -> bool {
    let names = article.table("names");
    [a, b].iter().all(|word| names.contains(&fold(word))) && !is_same_entry(article, a, b)
}

fn of_entity(article: &Article, whole: &Whole) -> Vec<Name> {
    let mut mentions: Vec<Vec<Span>> = whole
        .mentions
        .iter()
        .filter_map(|&m| article.mentions.get(m as usize))
        .map(|m| words(article, m.span))
        .collect();
    // The longest first: it tells which words are two names and not two spellings of one.
    sort::by_key(&mut mentions, |words| std::cmp::Reverse(words.len()));
    let mut gathered =
        Gathered { article, kind: whole.kind, names: Vec::new(), known: Map::default(), full: Vec::new() };
    for words in &mentions {
        gathered.add(words);
    }
    for spelling in gathered.names.iter_mut().flat_map(|name| &mut name.spellings) {
        sort::by_key(&mut spelling.places, |p| p.span);
    }
    gathered.names
}

/// The names of one entity while its mentions are read.
struct Gathered<'g, 'a> {
    article: &'g Article<'a>,
    kind: Kind,
    names: Vec<Name>,
    /// Which name each spelling belongs to; `None` for words that are not compared.
    known: Map<Option<usize>>,
    /// The names of the first full mentions, in their order.
    full: Vec<Vec<Option<usize>>>,
}

impl Gathered<'_, '_> {
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
            !taken.contains(&Some(*i))
                && (are_one(&name.sound, &sound) && !name.is_other(self.article, word)
                    || name.is_entry_of(self.article, word, words == 1))
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

/// Quotation marks that look like the end of the word before them.
const MARKS: [char; 2] = ['\'', '’'];

/// The words of a mention that are names; initials and particles are too short to be spelled in two ways.
fn words(article: &Article, span: Span) -> Vec<Span> {
    let tokens = article.doc.tokens_in(span).iter();
    // Adverbs and participles are no part of the name behind them: नंतर बर्लिन, असलेल्या यून.
    let joins = |token: &&Token| {
        let word = &*fold(article.doc.word(token));
        article.doc.lang == Lang::MARATHI
            && (article.table("indeclinables").contains(word) || lexicon::is_verb(article, word))
            && !article.table("names").contains(word)
    };
    tokens
        .skip_while(|t| t.kind == TokenKind::Space || t.span.end < span.end && joins(t))
        .filter(|t| t.span.end <= span.end || t.span.start < span.end)
        .filter(|t| t.script != Script::Common)
        .map(|t| Span { start: t.span.start, end: t.span.end.min(span.end) })
        .map(|s| {
            Span::new(s.start as usize..s.start as usize + article.doc.slice(s).trim_end_matches(MARKS).len())
        })
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

/// Whether the gazetteer has both as spellings of one name.
pub(super) fn is_listed(article: &Article, a: &str, b: &str) -> bool {
    are_listed(article.table("spellings"), a, b)
}

/// Whether the gazetteer has both as forms of one name.
fn is_same_entry(article: &Article, a: &str, b: &str) -> bool {
    let names = article.table("names");
    let entry = |word: &str| {
        let key = fold(word).into_owned();
        let value = names.get(&key)?;
        Some(value.split_once('\t').map_or(key.clone(), |(_, form)| form.to_owned()))
    };
    entry(a).is_some_and(|one| entry(b) == Some(one))
}

/// Whether two words that stand in one place of a name may be one.
fn are_near(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= 4 && within(a, b, PER_LETTER)
}

/// Cost allowed for each sound where the words around tell that it is one name.
const PER_LETTER: u32 = 25;

/// The same where one has a vowel more: ट्वेट, त्वेइत.
const SAME_SYLLABLE: u32 = 55;

/// Difference up to which short words, and two that the gazetteer has, are one: a short or a long a.
const SAME_SOUND: u32 = 30;

impl Name {
    /// A person whose name is this word wherever it stands.
    pub fn new(article: &Article, word: &str, introduced: bool, spans: &[Span]) -> Self {
        let mut name = Self { kind: Kind::Person, introduced, sound: skeleton(word), spellings: Vec::new() };
        spans.iter().for_each(|&span| name.add(article, word, span));
        name
    }

    /// Whether tables have the word as another spelling of the name; `alone`, since the first of several words may be
    /// the beginning of many names.
    pub fn is_entry_of(&self, article: &Article, word: &str, alone: bool) -> bool {
        self.spellings.iter().any(|s| {
            Script::of_word(&s.base) == Script::of_word(word)
                && (is_listed(article, &s.base, word) || alone && is_same_entry(article, &s.base, word))
        })
    }

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
                || !is_listed(article, &s.base, word)
                    && dictionary.is_some()
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
