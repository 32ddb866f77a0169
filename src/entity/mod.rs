//! Entities: what the text names, where, and which mentions are one.
//!
//! Each finder reads a sentence and adds candidates with how much speaks for them; the best that don't overlap are
//! chosen; then the document is read once more for names that were found elsewhere in it; then mentions of one
//! entity are linked.

mod acronym;
mod bodies;
mod choose;
mod english;
mod features;
mod gazetteer;
mod lexicon;
mod link;
mod mention;
mod named;
mod people;
mod reading;
mod rules;
mod sound;
mod spread;
mod tagged;
mod tagger;
pub mod training;
mod word;

use serde::Serialize;

use crate::artifact::snap;
use crate::pack::Pack;
use crate::report::{Linked, Mention, Sentence};
use crate::text::{Document, Span};
use choose::Candidate;
use reading::Reading;
use tagger::Tagger;

pub(crate) use mention::stems;
pub(crate) use sound::difference;
pub use sound::{alike, skeleton, sounds_alike};

/// What kind of thing a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A human being, a god, a legendary person.
    Person,
    /// A country, city, river, building.
    Place,
    /// A named body: party, ministry, team, agency, platform.
    Organisation,
    /// An office or rank that a person holds.
    Title,
    /// A calendar date, month, year or weekday.
    Date,
    /// A clock time.
    Time,
    /// A number with its unit: money, percent, length, duration.
    Measure,
    /// A web address, e-mail address, phone number or handle.
    Contact,
}

/// A mention before it is linked.
struct Found {
    span: Span,
    suffix: Option<Span>,
    kind: Kind,
    /// Dictionary form, where it isn't what stands in the text.
    name: Option<String>,
}

/// The mentions of `doc` in order and the entities that they name.
pub fn find(doc: &Document, sentences: &[Sentence], pack: &Pack) -> (Vec<Mention>, Vec<Linked>) {
    let contacts: Vec<Span> =
        rules::contacts(doc.text).into_iter().map(|span| snap(span, doc.text)).collect();
    let mut found = Vec::new();
    let mut reading = Reading::new(doc, pack);
    let mut tagger = Tagger::new(pack.weights());
    for sentence in sentences {
        reading.read(sentence.span);
        let mut candidates = Vec::new();
        rules::find(&reading, &mut candidates);
        acronym::find(&reading, &mut candidates);
        if pack.weights().is_empty() {
            by_signs(&reading, &mut candidates);
        } else {
            tagged::find(&reading, &mut tagger, &mut candidates);
        }
        // Nothing is named inside an address.
        let first = contacts.partition_point(|c| c.end <= sentence.span.start);
        let last = contacts.partition_point(|c| c.start < sentence.span.end);
        let contacts = &contacts[first..last.max(first)];
        candidates.retain(|c| !touches(contacts, c.span));
        let chosen = choose::choose(candidates, reading.pieces.len());
        found.extend(beside_people(&reading, chosen).map(|c| keep(&reading, c)));
        let whole = contacts.iter().filter(|c| sentence.span.covers(**c));
        found.extend(whole.map(|&span| Found { span, suffix: None, kind: Kind::Contact, name: None }));
    }
    crate::sort::by_key(&mut found, |f| f.span);
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    spread::spread(doc, pack, &mut found);
    link::link(doc, pack, &found)
}

/// People, places, organisations and titles where nothing was learnt: by the gazetteer and what stands beside a word.
fn by_signs(reading: &Reading, out: &mut Vec<Candidate>) {
    named::find(reading, out);
    if reading.english {
        english::find(reading, out);
    } else {
        people::find(reading, out);
        bodies::find(reading, out);
    }
}

fn touches(contacts: &[Span], span: Span) -> bool {
    let at = contacts.partition_point(|c| c.end <= span.start);
    contacts.get(at).is_some_and(|c| c.overlaps(span))
}

/// Leaves out the titles that count beside a person only and have none beside them.
fn beside_people<'r>(reading: &'r Reading, chosen: Vec<Candidate>) -> impl Iterator<Item = Candidate> + 'r {
    let people: Vec<(usize, usize)> =
        chosen.iter().filter(|c| c.kind == Kind::Person).map(|c| (c.from, c.to)).collect();
    chosen.into_iter().filter(move |c| {
        if c.kind != Kind::Title || c.score != named::NAMED_TITLE {
            return true;
        }
        let gap = |a: usize, b: usize| {
            a <= b
                && reading.pieces[a..b]
                    .iter()
                    .all(|p| matches!(p.raw, "." | "," | "हे" | "the" | "व") || p.cue == "honorific")
        };
        let at = people.partition_point(|p| p.0 < c.from);
        let after = people.get(at).is_some_and(|p| p.0 - c.to.min(p.0) <= 3 && gap(c.to, p.0));
        let before = at.checked_sub(1).is_some_and(|i| c.from - people[i].1 <= 2 && gap(people[i].1, c.from));
        after || before && reading.english
    })
}

fn keep(reading: &Reading, c: Candidate) -> Found {
    let span = snap(c.span, reading.doc.text);
    let end = reading.pieces[c.to - 1].span.end;
    let suffix = (span.end < end).then_some(Span { start: span.end, end });
    Found { span, suffix, kind: c.kind, name: c.name }
}
