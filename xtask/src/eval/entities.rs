//! How well entities are found.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{Figures, Hits};
use super::gold::{Entity, Gold, Range, is_space};
use super::links;
use super::system::{Answer, Mention};

/// In the order in which the figures are printed.
const KINDS: [&str; 8] = ["person", "place", "organisation", "title", "date", "time", "measure", "contact"];

#[derive(Default)]
pub struct Score {
    /// Place and kind right, by kind.
    exact: BTreeMap<String, Hits>,
    /// Place right.
    span_only: Hits,
    /// As exact, both widened to whole words: forgives a case ending cut wrong.
    token: Hits,
    /// One to one, of the same kind, with a character in common.
    lenient: Hits,
    lenient_any_kind: Hits,
    /// Mentions that only meet what is neither wanted nor punished.
    on_optional: usize,
    links: links::Score,
}

/// A mention as a value: place and kind.
type Key<'a> = (Range, &'a str);

impl Score {
    pub fn add(&mut self, doc: usize, gold: &Gold, answer: &Answer) {
        let wanted = &gold.entities;
        let meets = |list: &[Entity], m: &Mention| list.iter().any(|e| e.range.meets(m.range));
        let mentions = answer.mentions.iter();
        let got: Vec<&Mention> =
            mentions.filter(|m| meets(wanted, m) || !meets(&gold.optional_entities, m)).collect();
        self.on_optional += answer.mentions.len() - got.len();

        let wanted_keys: BTreeSet<Key> = wanted.iter().map(|e| (e.range, e.kind.as_str())).collect();
        let got_keys: BTreeSet<Key> = got.iter().map(|m| (m.range, m.kind.as_str())).collect();
        self.count_exact(&wanted_keys, &got_keys);
        let places = |keys: &BTreeSet<Key>| keys.iter().map(|key| key.0).collect::<BTreeSet<_>>();
        let (wanted_places, got_places) = (places(&wanted_keys), places(&got_keys));
        let both = wanted_places.intersection(&got_places).count();
        self.span_only.add(both, got_places.len(), wanted_places.len());
        let both = common(&words(&gold.text, &wanted_keys), &words(&gold.text, &got_keys));
        self.token.add(both, got_keys.len(), wanted_keys.len());

        let same_kind = pairs(wanted, &got, |e, m| e.kind == m.kind);
        self.lenient.add(same_kind.len(), got.len(), wanted.len());
        let any_kind = pairs(wanted, &got, |_, _| true);
        self.lenient_any_kind.add(any_kind.len(), got.len(), wanted.len());
        self.links.add(doc, wanted, any_kind.iter().map(|&(e, m)| (&wanted[e], got[m].entity)));
    }

    fn count_exact(&mut self, wanted: &BTreeSet<Key>, got: &BTreeSet<Key>) {
        for key in wanted.union(got) {
            let (is_wanted, is_got) = (wanted.contains(key), got.contains(key));
            let hits = self.exact.entry(key.1.to_owned()).or_default();
            hits.add(usize::from(is_wanted && is_got), is_got.into(), is_wanted.into());
        }
    }

    pub fn write(&self, figures: &mut Figures) {
        let mut all = Hits::default();
        self.exact.values().for_each(|hits| all.add(hits.hit, hits.system, hits.gold));
        figures.hits("ent.exact", all);
        for kind in KINDS {
            if let Some(hits) = self.exact.get(kind) {
                figures.hits(&format!("ent.{kind}"), *hits);
            }
        }
        figures.hits("ent.span_only", self.span_only);
        figures.hits("ent.token", self.token);
        figures.hits("ent.lenient", self.lenient);
        figures.hits("ent.lenient_any_kind", self.lenient_any_kind);
        figures.count("ent.on_optional_dropped", self.on_optional);
        figures.count("ent.other_kinds_ignored", 0);
        self.links.write(figures);
    }
}

/// How often each key stands there, its place widened to the white space around it: two entities may share a word.
fn words<'a>(text: &[char], keys: &BTreeSet<Key<'a>>) -> BTreeMap<Key<'a>, usize> {
    let mut words = BTreeMap::new();
    for &(Range { mut start, mut end }, kind) in keys {
        while start > 0 && !is_space(text[start - 1]) {
            start -= 1;
        }
        while end < text.len() && !is_space(text[end]) {
            end += 1;
        }
        *words.entry((Range { start, end }, kind)).or_default() += 1;
    }
    words
}

fn common(a: &BTreeMap<Key, usize>, b: &BTreeMap<Key, usize>) -> usize {
    a.iter().map(|(key, n)| b.get(key).copied().unwrap_or_default().min(*n)).sum()
}

/// Pairs of an entity and a mention that share a character, each used once, the best overlap first.
fn pairs(
    wanted: &[Entity],
    got: &[&Mention],
    fits: impl Fn(&Entity, &Mention) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, entity) in wanted.iter().enumerate() {
        for (j, mention) in got.iter().enumerate() {
            let (a, b) = (entity.range, mention.range);
            let shared = a.shared(b);
            if shared > 0 && fits(entity, mention) {
                let whole = a.end.max(b.end) - a.start.min(b.start);
                candidates.push((shared as f64 / whole as f64, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut entities, mut mentions) = (BTreeSet::new(), BTreeSet::new());
    candidates.retain(|&(_, i, j)| {
        let free = !entities.contains(&i) && !mentions.contains(&j);
        if free {
            entities.insert(i);
            mentions.insert(j);
        }
        free
    });
    candidates.into_iter().map(|(_, i, j)| (i, j)).collect()
}
