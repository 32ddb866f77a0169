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

use serde::Serialize;

use crate::artifact::snap;
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
struct Found {
    span: Span,
    suffix: Option<Span>,
    kind: Kind,
    /// Dictionary form, where it isn't what stands in the text.
    name: Option<String>,
    /// See [`Candidate::doubtful`].
    doubtful: bool,
}

/// The mentions of `doc` in order and the entities that they name.
pub fn find(doc: &Document, sentences: &[Sentence], pack: &Pack) -> (Vec<Mention>, Vec<Linked>) {
    let contacts: Vec<Span> =
        rules::contacts(doc.text).into_iter().map(|span| snap(span, doc.text)).collect();
    let mut found = Vec::new();
    let mut ordinary = Vec::new();
    let mut reading = Reading::new(doc, pack);
    let mut tagger = Tagger::new(pack.weights());
    for sentence in sentences {
        reading.read(sentence.span);
        let mut candidates = Vec::new();
        rules::find(&reading, &mut candidates);
        tagged::find(&reading, &mut tagger, &mut candidates);
        acronym::find(&reading, &tagger, &mut candidates);
        // Nothing is named inside an address.
        let first = contacts.partition_point(|c| c.end <= sentence.span.start);
        let last = contacts.partition_point(|c| c.start < sentence.span.end);
        let contacts = &contacts[first..last.max(first)];
        candidates.retain(|c| !touches(contacts, c.span));
        let chosen = choose::choose(candidates, reading.pieces.len());
        found.extend(chosen.into_iter().map(|c| keep(&reading, c)));
        tagger.note_ordinary(&reading, &mut ordinary);
        let whole = contacts.iter().filter(|c| sentence.span.covers(**c));
        found.extend(whole.map(|&span| Found {
            span,
            suffix: None,
            kind: Kind::Contact,
            name: None,
            doubtful: false,
        }));
    }
    crate::sort::by_key(&mut found, |f| f.span);
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    spread::spread(doc, pack, &ordinary, &mut found);
    link::link(doc, pack, &found)
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
