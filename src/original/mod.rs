//! Comparing a translation with its original. The rules here read [`Article::original`](crate::artifact::Article) and
//! say nothing when there is none.

mod align;
pub(crate) mod number_mismatch;

pub use align::{Pair, align};

use crate::report::Mention;
use crate::text::Document;

/// The original, laid beside its translation.
pub struct Original<'a> {
    /// Its text with paragraphs and tokens.
    pub doc: &'a Document<'a>,
    /// Where it names something.
    pub mentions: &'a [Mention],
    /// Which paragraphs translate which, in order; see [`Pair`].
    pub pairs: Vec<Pair>,
}
