//! Comparing a translation with its original. The rules here read [`Article::original`](crate::artifact::Article) and
//! say nothing when there is none.

mod align;
pub(crate) mod date_mismatch;
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

/// Facts of the translation without a partner in the original, each with the partnerless one there that stands in its
/// order, as indices. Unequal numbers of both mean that something was left out or added: then nothing is claimed.
fn swapped<T>(ours: &[T], theirs: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    let mut free = vec![true; theirs.len()];
    let mut alone = Vec::new();
    for (i, fact) in ours.iter().enumerate() {
        match (0..theirs.len()).find(|&j| free[j] && same(fact, &theirs[j])) {
            Some(j) => free[j] = false,
            None => alone.push(i),
        }
    }
    let lacking: Vec<_> = (0..theirs.len()).filter(|&j| free[j]).collect();
    if alone.len() == lacking.len() { alone.into_iter().zip(lacking).collect() } else { Vec::new() }
}
