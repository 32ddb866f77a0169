//! Entities: what the text names, where, and which mentions are one.
//!
//! Each finder reads a sentence and adds candidates with how much speaks for them; the best that don't overlap are
//! chosen; then the document is read once more for names that were found elsewhere in it; then mentions of one
//! entity are linked.

mod acronym;
mod choose;
mod features;
mod gazetteer;
mod lexicon;
mod link;
mod mention;
mod reading;
mod rules;
mod sound;
mod spread;
mod tagged;
mod tagger;
pub mod training;
mod word;

use std::rc::Rc;

use serde::Serialize;

use crate::Tell;
use crate::artifact::snap;
use crate::memory::Memory;
use crate::pack::Pack;
use crate::report::{Linked, Mention, Sentence};
use crate::text::{Document, Span};
use choose::Candidate;
use reading::Reading;
use tagger::Tagger;

pub(crate) use mention::stems;
pub use sound::{alike, skeleton, sounds_alike};
pub(crate) use sound::{are_listed, difference, within};

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

impl Kind {
    /// Whether it is the kind of somebody or something with a name of its own.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Self::Person | Self::Place | Self::Organisation)
    }
}

/// A mention before it is linked.
#[derive(Clone, Debug)]
struct Found {
    span: Span,
    suffix: Option<Span>,
    kind: Kind,
    /// Dictionary form, where it isn't what stands in the text.
    name: Option<String>,
    /// See [`Candidate::doubtful`].
    doubtful: bool,
}

impl Found {
    /// The same elsewhere.
    fn moved(&self, to: impl Fn(u32) -> u32) -> Self {
        Self { span: self.span.map(&to), suffix: self.suffix.map(|suffix| suffix.map(&to)), ..self.clone() }
    }
}

/// What a sentence names, and which of its words surely name nothing; in bytes from its beginning.
#[derive(Debug)]
pub(crate) struct Named {
    found: Vec<Found>,
    ordinary: Vec<u32>,
}

/// The mentions of `doc` in order and the entities that they name. A sentence that `memory` holds is not read again.
pub(crate) fn find(
    doc: &Document,
    sentences: &[Sentence],
    pack: &Pack,
    mut memory: Option<&mut Memory<Named>>,
    tell: Tell,
) -> (Vec<Mention>, Vec<Linked>) {
    let contacts: Vec<Span> =
        rules::contacts(doc.text).into_iter().map(|span| snap(span, doc.text)).collect();
    let mut finder =
        Finder { contacts, reading: Reading::new(doc, pack), tagger: Tagger::new(pack.weights()) };
    let mut found = Vec::new();
    let mut ordinary = Vec::new();
    for (done, &Sentence { span, .. }) in sentences.iter().enumerate() {
        tell(done, sentences.len());
        let words = doc.slice(span);
        let named = memory.as_mut().and_then(|memory| memory.recall(words));
        let named = named.unwrap_or_else(|| {
            let named = Rc::new(finder.read(span));
            // An address is found in the whole text.
            if let Some(memory) = memory.as_mut().filter(|_| finder.contacts_in(span).is_empty()) {
                memory.keep(words, named.clone());
            }
            named
        });
        found.extend(named.found.iter().map(|f| f.moved(|at| at + span.start)));
        ordinary.extend(named.ordinary.iter().map(|at| at + span.start));
    }
    crate::sort::by_key(&mut found, |f| f.span);
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    spread::spread(doc, pack, &ordinary, &mut found);
    link::link(doc, pack, &found)
}

/// Reads sentences.
struct Finder<'a> {
    contacts: Vec<Span>,
    reading: Reading<'a>,
    tagger: Tagger<'a>,
}

impl Finder<'_> {
    fn read(&mut self, sentence: Span) -> Named {
        self.reading.read(sentence);
        let mut candidates = Vec::new();
        rules::find(&self.reading, &mut candidates);
        tagged::find(&self.reading, &mut self.tagger, &mut candidates);
        acronym::find(&self.reading, &self.tagger, &mut candidates);
        // Nothing is named inside an address.
        let contacts = self.contacts_in(sentence);
        candidates.retain(|c| !touches(contacts, c.span));
        let chosen = choose::choose(candidates, self.reading.pieces.len());
        let whole = contacts.iter().filter(|c| sentence.covers(**c));
        let addresses =
            whole.map(|&span| Found { span, suffix: None, kind: Kind::Contact, name: None, doubtful: false });
        let found = chosen.into_iter().map(|c| keep(&self.reading, c)).chain(addresses);
        let mut ordinary = Vec::new();
        self.tagger.note_ordinary(&self.reading, &mut ordinary);
        Named {
            found: found.map(|f| f.moved(|at| at - sentence.start)).collect(),
            ordinary: ordinary.into_iter().map(|at| at - sentence.start).collect(),
        }
    }

    fn contacts_in(&self, sentence: Span) -> &[Span] {
        let first = self.contacts.partition_point(|c| c.end <= sentence.start);
        let last = self.contacts.partition_point(|c| c.start < sentence.end);
        &self.contacts[first..last.max(first)]
    }
}

fn touches(contacts: &[Span], span: Span) -> bool {
    let at = contacts.partition_point(|c| c.end <= span.start);
    contacts.get(at).is_some_and(|c| c.overlaps(span))
}

fn keep(reading: &Reading, c: Candidate) -> Found {
    let span = snap(c.span, reading.doc.text);
    let end = reading.pieces[c.to - 1].span.end;
    let suffix = (span.end < end).then_some(Span { start: span.end, end });
    Found { span, suffix, kind: c.kind, name: c.name, doubtful: c.doubtful }
}
