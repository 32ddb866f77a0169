//! Which mentions are one entity.

use super::sound::{are_listed, difference, skeleton, sounds_alike};
use super::spread::frame;
use super::{Found, Kind};
use crate::index::{Index, Map};
use crate::pack::Pack;
use crate::report::{Form, Linked, Mention};
use crate::text::{Document, fold, lower};

/// Names compared for one frame of consonants; the bound keeps the work linear.
const MOST_COMPARED: usize = 8;
/// Difference up to which two spellings that the gazetteer knows as two names are one after all: a short or a long a.
const SAME_SOUND: u32 = 30;

/// The mentions with the index of their entity, and the entities in order of first mention.
pub(super) fn link(doc: &Document, pack: &Pack, found: &[Found]) -> (Vec<Mention>, Vec<Linked>) {
    let mut names = Names::new(doc, pack);
    let ids: Vec<usize> = found.iter().map(|f| names.add(f)).collect();
    names.join_spellings();
    names.join_parts();
    join_neighbours(doc, found, &ids, &mut names);
    report(doc, found, &ids, &mut names)
}

/// One spelling of one kind.
struct Name {
    kind: Kind,
    /// In dictionary form where it is known.
    text: String,
    sound: String,
    /// Known to the gazetteer.
    known: bool,
    /// The group that it belongs to: index of another name or its own.
    group: usize,
}

struct Names<'a> {
    doc: &'a Document<'a>,
    pack: &'a Pack,
    list: Vec<Name>,
    /// Numbers the names of `list` by kind and folded text.
    by_text: Index,
}

impl<'a> Names<'a> {
    fn new(doc: &'a Document<'a>, pack: &'a Pack) -> Self {
        Self { doc, pack, list: Vec::new(), by_text: Index::default() }
    }

    /// The index of the name that `found` shows.
    fn add(&mut self, found: &Found) -> usize {
        let text = match &found.name {
            Some(name) => name.clone(),
            None => self.doc.slice(found.span).split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let id = self.by_text.add(&of_kind(found.kind, &lower(&fold(&text))));
        if id < self.list.len() {
            return id;
        }
        let known = found.name.is_some() || self.pack.table("names").contains(&fold(&text));
        let sound = if found.kind.is_name() { skeleton(&text) } else { String::new() };
        self.list.push(Name { kind: found.kind, text, sound, known, group: id });
        id
    }

    fn root(&mut self, mut id: usize) -> usize {
        while self.list[id].group != id {
            self.list[id].group = self.list[self.list[id].group].group;
            id = self.list[id].group;
        }
        id
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        // The earlier one leads, so that the result doesn't hang on the order of joining.
        self.list[a.max(b)].group = a.min(b);
    }

    /// Joins spellings of one name: the same to the ear, or nearly.
    fn join_spellings(&mut self) {
        let mut by_frame: Map<Vec<usize>> = Map::default();
        for id in 0..self.list.len() {
            if !self.list[id].kind.is_name() || self.list[id].sound.len() < 3 {
                continue;
            }
            let kind = self.list[id].kind;
            let frame = frame(&self.list[id].sound);
            // The frame itself and each with one sound left out: two that differ by one sound meet somewhere.
            let mut keys = vec![frame.clone()];
            keys.extend(
                (0..frame.len())
                    .filter(|_| frame.len() > 2)
                    .map(|i| [&frame[..i], "_", &frame[i + 1..]].concat()),
            );
            let last = words(&self.list[id].text).last().map(|word| fold(word).into_owned());
            let groups = last.and_then(|word| self.pack.table("spellings").get(&word));
            keys.extend(groups.into_iter().flat_map(|groups| groups.split('|')).map(str::to_owned));
            let mut joined = Vec::new();
            for key in keys {
                let others = by_frame.or_insert_with(&of_kind(kind, &key), Vec::new);
                joined.extend(others.iter().copied().filter(|&other| self.are_spellings(other, id)));
                if others.len() < MOST_COMPARED {
                    others.push(id);
                }
            }
            for other in joined {
                self.join(other, id);
            }
        }
    }

    fn are_spellings(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.list[a], &self.list[b]);
        let (first, second): (Vec<_>, Vec<_>) = (words(&a.text), words(&b.text));
        let listed = |x: &str, y: &str| are_listed(self.pack.table("spellings"), x, y);
        if first.len() != second.len() {
            return difference(&a.sound, &b.sound) <= SAME_SOUND;
        }
        // Word by word: two people with one surname differ in the given name.
        let known = a.known && b.known;
        first.iter().zip(&second).all(|(x, y)| {
            let sounds = (skeleton(x), skeleton(y));
            let alike = if known {
                difference(&sounds.0, &sounds.1) <= SAME_SOUND
            } else {
                sounds_alike(&sounds.0, &sounds.1)
            };
            alike || listed(x, y)
        })
    }

    /// Joins a surname or given name to the full name that has it, where that is one person.
    fn join_parts(&mut self) {
        let mut by_part: Map<Vec<usize>> = Map::default();
        let people: Vec<usize> =
            (0..self.list.len()).filter(|&i| self.list[i].kind == Kind::Person).collect();
        for &id in &people {
            let parts = words(&self.list[id].text);
            if parts.len() > 1 {
                for part in parts {
                    let full = by_part.or_insert_with(&skeleton(part), Vec::new);
                    if full.len() < MOST_COMPARED {
                        full.push(id);
                    }
                }
            }
        }
        for &id in &people {
            let text = self.list[id].text.clone();
            let parts = words(&text);
            let Some(last) = parts.last() else { continue };
            let sound = skeleton(last);
            let mut full = by_part.get(&sound).cloned().unwrap_or_default();
            if full.is_empty() && parts.len() == 1 {
                full = self.alike_parts(&sound, &by_part);
            }
            full.retain(|&other| other != id && is_part(&parts, &words(&self.list[other].text)));
            let mut groups: Vec<usize> = full.iter().map(|&f| self.root(f)).collect();
            groups.dedup();
            // The full name before it, else the one that follows: a surname is used once the person was named.
            let before = full.iter().rev().find(|&&f| f < id).or(full.first()).copied();
            if let Some(whole) = before.filter(|_| parts.len() == 1 || groups.len() == 1) {
                self.join(whole, id);
            }
        }
    }

    fn alike_parts(&self, sound: &str, by_part: &Map<Vec<usize>>) -> Vec<usize> {
        if sound.len() < 4 || by_part.len() > 256 {
            return Vec::new();
        }
        let mut near: Vec<_> = by_part
            .iter()
            .filter(|(part, _)| frame(part) == frame(sound) && sounds_alike(part, sound))
            .collect();
        crate::sort::by_key(&mut near, |near| near.0);
        near.into_iter().flat_map(|(_, ids)| ids.iter().copied()).collect()
    }
}

/// A key that names of two kinds don't share.
fn of_kind(kind: Kind, key: &str) -> String {
    format!("{}{key}", kind as u8)
}

fn words(text: &str) -> Vec<&str> {
    text.split([' ', '.']).filter(|w| !w.is_empty()).collect()
}

/// Whether `part` may be short for `full`: each of its words is one of the full name, by sound or as an initial.
fn is_part(part: &[&str], full: &[&str]) -> bool {
    part.len() < full.len()
        && part.iter().all(|p| {
            let sound = skeleton(p);
            full.iter().any(|f| sounds_alike(&skeleton(f), &sound))
        })
}

/// Joins what the text itself says is one: World Health Organization (WHO), बीसीसीआय अर्थात …, शुक्रवारी (६ फेब्रुवारी).
fn join_neighbours(doc: &Document, found: &[Found], ids: &[usize], names: &mut Names) {
    for i in 1..found.len() {
        let (a, b) = (&found[i - 1], &found[i]);
        let end = a.suffix.map_or(a.span.end, |s| s.end);
        if a.kind != b.kind || ids[i - 1] == ids[i] || end > b.span.start {
            continue;
        }
        let between = doc.text[end as usize..b.span.start as usize].trim();
        let bracket = between == "(";
        let said = matches!(
            between,
            "अर्थात"
                | "यानी"
                | "म्हणजेच"
                | "अर्थात्"
                | "ऊर्फ"
                | "उर्फ"
                | ", or"
                | ", the"
        );
        let fits = match a.kind {
            Kind::Organisation => bracket || said,
            Kind::Date => bracket,
            Kind::Person => said && between != ", the",
            _ => false,
        };
        if fits {
            names.join(ids[i - 1], ids[i]);
        }
    }
}

fn report(doc: &Document, found: &[Found], ids: &[usize], names: &mut Names) -> (Vec<Mention>, Vec<Linked>) {
    let mut entity_of: Vec<Option<u32>> = vec![None; names.list.len()];
    let mut entities: Vec<Linked> = Vec::new();
    let mut forms: Vec<Index> = Vec::new();
    let mut mentions = Vec::with_capacity(found.len());
    for (i, f) in found.iter().enumerate() {
        let root = names.root(ids[i]);
        let entity = *entity_of[root].get_or_insert_with(|| {
            entities.push(Linked {
                kind: f.kind,
                name: String::new(),
                forms: Vec::new(),
                mentions: Vec::new(),
            });
            forms.push(Index::default());
            entities.len() as u32 - 1
        });
        let linked = &mut entities[entity as usize];
        linked.mentions.push(i as u32);
        let text = doc.slice(f.span);
        let at = forms[entity as usize].add(text);
        if at == linked.forms.len() {
            linked.forms.push(Form { text: text.to_owned(), count: 0 });
        }
        linked.forms[at].count += 1;
        let name = if f.kind.is_name() || f.kind == Kind::Title { &names.list[ids[i]].text } else { text };
        // The fullest form: most words, then longest.
        let size = |s: &str| (s.split_whitespace().count(), s.chars().count());
        if size(name) > size(&linked.name) {
            linked.name = name.to_owned();
        }
        mentions.push(Mention { span: f.span, kind: f.kind, entity, suffix: f.suffix });
    }
    for linked in &mut entities {
        // Stable: forms of one count stay in order of first mention.
        crate::sort::by_key(&mut linked.forms, |form| std::cmp::Reverse(form.count));
    }
    (mentions, entities)
}
