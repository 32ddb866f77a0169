//! The document pass: a name found once with evidence is found everywhere in the text, inflected, by its surname
//! alone, and in a spelling close to it.

use std::cell::LazyCell;

use super::gazetteer::Classes;
use super::lexicon;
use super::mention::{self, Stems};
use super::sound::{skeleton, sounds_alike};
use super::{Found, Kind};
use crate::index::{Index, Map};
use crate::lang::Lang;
use crate::pack::Pack;
use crate::text::{Document, Script, Span, TokenKind, fold, has};

/// Names kept for one frame of consonants: more are alike by chance only, and the bound keeps the work linear.
const MOST_ALIKE: usize = 8;
/// Words of a person's name that are joined to one mention: more are a list.
const MOST_PARTS: usize = 4;
/// Sounds of a name that is found again by sound: shorter ones are like too many words.
const SHORTEST: usize = 4;

/// Bytes of a word before its ending, its kind, its dictionary form where that is known.
type Recognised = (usize, Kind, Option<String>);

/// The words of the names that were found.
#[derive(Default)]
struct Evidence {
    words: Map<Kind>,
    /// By first character, so that most words are passed over at once.
    first: Index,
    /// Those of them that stood without an ending.
    bare: Index,
    /// Words of people's names of several words.
    parts: Index,
    /// By the consonants that are heard.
    sounds: Map<Vec<(String, Kind)>>,
    /// The same, of people who stood without an ending.
    people: Map<Vec<String>>,
}

impl Evidence {
    /// Whether a word of the name, with or without the ending of the last one, is a word of a name or sounds like one.
    fn has_like(&self, name: &str, ending: Option<&str>) -> bool {
        let whole = ending.map(|ending| [name, ending].concat());
        [Some(name), whole.as_deref()]
            .into_iter()
            .flatten()
            .flat_map(|name| name.split([' ', '-']))
            .any(|word| self.words.get(&fold(word)).is_some() || self.sounds_like_person(word))
    }

    /// Whether the word is heard like one of a person's name that stood without an ending.
    fn sounds_like_person(&self, word: &str) -> bool {
        let sound = skeleton(word);
        let people = self.people.get(&frame(&sound)).filter(|_| sound.len() >= SHORTEST);
        people.into_iter().flatten().any(|other| sounds_alike(&sound, other))
    }
}

/// Adds to `found`, which is in order of place, what is named elsewhere in the document. `ordinary` are the beginnings
/// of the words that are surely no part of a name.
pub(super) fn spread(doc: &Document, pack: &Pack, ordinary: &[u32], found: &mut Vec<Found>) {
    let evidence = gather(doc, found);
    found.retain(|f| !f.doubtful || evidence.has_like(doc.slice(f.span), f.suffix.map(|s| doc.slice(s))));
    if evidence.words.len() == 0 {
        return;
    }
    for f in found.iter_mut() {
        mend(doc, f, &evidence);
        rename(doc, pack, f, &evidence);
    }
    let mut more: Vec<Found> = Vec::new();
    let mut next = 0;
    // Words come again; each is asked about once.
    let mut seen: Map<Option<Recognised>> = Map::default();
    for (i, token) in doc.tokens.iter().enumerate() {
        while found.get(next).is_some_and(|f| f.span.end <= token.span.start) {
            next += 1;
        }
        let covered = found.get(next).is_some_and(|f| f.span.overlaps(token.span));
        if covered || token.kind != TokenKind::Word {
            continue;
        }
        let raw = doc.slice(token.span);
        // A name of the tables that is an ordinary word here: कमल on a pond beside कमल नागर.
        if ordinary.binary_search(&token.span.start).is_ok() && pack.table("names").contains(&fold(raw)) {
            continue;
        }
        let known = seen.or_insert_with(raw, || recognise(doc, pack, raw, &evidence));
        let Some((stem, kind, name)) = known.clone() else { continue };
        let end = token.span.start + stem as u32;
        let span = Span { start: token.span.start, end };
        let suffix = (end < token.span.end).then_some(Span { start: end, end: token.span.end });
        // Two parts of a person's name side by side are one mention.
        let joined = more.last_mut().filter(|last| {
            kind == Kind::Person
                && last.kind == kind
                && last.suffix.is_none()
                && i >= 2
                && doc.tokens[i - 1].kind == TokenKind::Space
                && last.span.end == doc.tokens[i - 1].span.start
                && doc.slice(last.span).split(' ').count() < MOST_PARTS
        });
        match joined {
            Some(last) => {
                last.name = name
                    .map(|name| format!("{} {name}", last.name.as_deref().unwrap_or(doc.slice(last.span))));
                last.span.end = end;
                last.suffix = suffix;
            }
            None => more.push(Found { span, suffix, kind, name, doubtful: false }),
        }
    }
    found.append(&mut more);
    crate::sort::by_key(found, |f| f.span);
}

/// Gives back what was cut off a name for its ending, where people of this document are called so: सरे|ला beside
/// हेन्रिक सारेला.
fn mend(doc: &Document, f: &mut Found, evidence: &Evidence) {
    let (Kind::Person | Kind::Place, Some(suffix)) = (f.kind, f.suffix) else { return };
    let start = doc.slice(f.span).rfind([' ', '-']).map_or(f.span.start, |at| f.span.start + at as u32 + 1);
    let (stem, word) = (Span { start, end: f.span.end }, Span { start, end: suffix.end });
    if evidence.bare.get(&fold(doc.slice(stem))).is_some() {
        return;
    }
    if evidence.sounds_like_person(doc.slice(word)) {
        *f = Found {
            span: Span { start: f.span.start, end: suffix.end },
            suffix: None,
            kind: Kind::Person,
            name: None,
            doubtful: false,
        };
    }
}

/// Makes a person of what was taken for a place or body and is part of a person's name in this document, unless the
/// gazetteer knows it as what it was taken for.
fn rename(doc: &Document, pack: &Pack, f: &mut Found, evidence: &Evidence) {
    let class = match f.kind {
        Kind::Place => Classes::PLACE,
        Kind::Organisation => Classes::ORGANISATION,
        _ => return,
    };
    let key = fold(doc.slice(f.span));
    let known = pack.table("names").get(&key);
    let right = known.is_some_and(|value| Classes::parse(value).0.any(class));
    let alike = || known.is_none() && evidence.sounds_like_person(doc.slice(f.span));
    if !right && (evidence.parts.get(&key).is_some() || alike()) {
        f.kind = Kind::Person;
    }
}

fn gather(doc: &Document, found: &[Found]) -> Evidence {
    let mut evidence = Evidence::default();
    for f in found.iter().filter(|f| !f.doubtful && f.kind.is_name()) {
        let text = doc.slice(f.span);
        let words: Vec<&str> = text.split([' ', '-', '.']).filter(|w| w.chars().count() > 1).collect();
        // A body or place of several words is itself only as a whole.
        if f.kind != Kind::Person && (words.len() != 1 || has(text, ' ')) {
            continue;
        }
        let last = words.len().wrapping_sub(1);
        for (i, word) in words.into_iter().enumerate() {
            if f.kind == Kind::Person && last > 0 {
                evidence.parts.add(&fold(word));
            }
            add(&mut evidence, word, f.kind, i < last || f.suffix.is_none());
        }
    }
    evidence
}

fn add(evidence: &mut Evidence, word: &str, kind: Kind, bare: bool) {
    let key = fold(word);
    if key.is_empty() {
        return;
    }
    let sound = skeleton(word);
    let frame = frame(&sound);
    let before = evidence.bare.len();
    if bare && evidence.bare.add(&key) == before && kind == Kind::Person {
        let people = evidence.people.or_insert_with(&frame, Vec::new);
        if people.len() < MOST_ALIKE {
            people.push(sound.clone());
        }
    }
    if evidence.words.get(&key).is_some() {
        return;
    }
    evidence.first.add(first(&key));
    if sound.len() >= SHORTEST {
        let alike = evidence.sounds.or_insert_with(&frame, Vec::new);
        if alike.len() < MOST_ALIKE {
            alike.push((sound, kind));
        }
    }
    evidence.words.or_insert_with(&key, || kind);
}

/// The first character of a word.
fn first(word: &str) -> &str {
    &word[..word.chars().next().map_or(0, char::len_utf8)]
}

/// The consonants of a skeleton.
pub(super) fn frame(skeleton: &str) -> String {
    skeleton.chars().filter(|c| !has("aeiou", *c)).collect()
}

/// The bytes of the word before its ending, its kind and its dictionary form where that is known, if it is one of
/// the names.
fn recognise(doc: &Document, pack: &Pack, raw: &str, evidence: &Evidence) -> Option<Recognised> {
    let words = &doc.lang.language().names;
    let english = doc.lang == Lang::ENGLISH;
    if english && !raw.starts_with(char::is_uppercase) || Script::of_word(raw) == Script::Common {
        return None;
    }
    let whole =
        if english { raw.strip_suffix("'s").or(raw.strip_suffix("’s")).unwrap_or(raw) } else { raw };
    let key = fold(whole);
    let stems = LazyCell::new(|| Stems::new(raw, words.endings));
    let common = || lexicon::knows(raw, &key, &stems, pack, words) || pack.table("cues").contains(&key);
    if evidence.first.get(first(&key)).is_some() {
        let exact = evidence.words.get(&key).map(|kind| (whole.len(), *kind, None)).or_else(|| {
            stems.of(raw).find_map(|stem| {
                let stem_key = fold(stem);
                // पवारां is पवार before an ending.
                let direct =
                    stem_key.strip_suffix("ां").or(stem_key.strip_suffix("ं")).or(stem_key.strip_suffix("ा"));
                let same = evidence.words.get(&stem_key).map(|kind| (stem.len(), *kind, None));
                same.or_else(|| {
                    evidence.words.get(direct?).map(|kind| (stem.len(), *kind, direct.map(str::to_owned)))
                })
            })
        });
        if let Some(exact) = exact {
            return (!common()).then_some(exact);
        }
    }
    // A close spelling: only of words that no table knows.
    if pack.table("names").contains(&key) {
        return None;
    }
    let stem = if english { whole.len() } else { mention::guess_stem(raw, words.endings) };
    let by_sound = [whole.len(), stem].into_iter().find_map(|stem| {
        let sound = skeleton(&raw[..stem]);
        let alike = evidence.sounds.get(&frame(&sound)).filter(|_| sound.len() >= SHORTEST)?;
        alike.iter().find(|(other, _)| sounds_alike(other, &sound)).map(|(_, kind)| (stem, *kind, None))
    });
    by_sound.filter(|_| !common())
}
