//! Entities: what the text names, where, and which mentions are one.

mod sound;

use serde::Serialize;

pub use sound::{alike, skeleton, sounds_alike};

use crate::pack::Pack;
use crate::report::{Linked, Mention, Sentence};
use crate::text::Document;

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

/// The mentions of `doc` in order and the entities that they name.
pub fn find(_doc: &Document, _sentences: &[Sentence], _pack: &Pack) -> (Vec<Mention>, Vec<Linked>) {
    (Vec::new(), Vec::new())
}
