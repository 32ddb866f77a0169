//! From what may be a mention to what is one: the best that don't overlap.

use super::Kind;
use crate::text::Span;

/// Something that may be a mention, with how much speaks for it.
pub(super) struct Candidate {
    /// First piece of the sentence.
    pub from: usize,
    /// The piece after it.
    pub to: usize,
    /// The name without ending.
    pub span: Span,
    pub kind: Kind,
    /// Higher wins; see [`score`].
    pub score: u16,
    /// Dictionary form, where it isn't what stands in the text.
    pub name: Option<String>,
    /// Counts only where the document names the like with more certainty.
    pub doubtful: bool,
}

/// How much speaks for a candidate. Between neighbours the longer one wins.
pub(super) mod score {
    /// By rule: a date, a measure, an address.
    pub const RULE: u16 = 90;
    /// A name of several words that the gazetteer has whole.
    pub const WHOLE: u16 = 80;
    /// One word of the gazetteer, not ambiguous.
    pub const KNOWN: u16 = 60;
}

/// The best candidates that share no piece, in order of place.
pub(super) fn choose(mut candidates: Vec<Candidate>, pieces: usize) -> Vec<Candidate> {
    // Longer names win over their parts at nearly the same evidence.
    let weight = |c: &Candidate| c.score + 4 * (c.to - c.from).min(8) as u16;
    crate::sort::by_key(&mut candidates, |c| (std::cmp::Reverse(weight(c)), c.from));
    let mut taken = vec![false; pieces];
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let place = candidate.from..candidate.to;
        if !candidate.span.is_empty() && !taken[place.clone()].contains(&true) {
            taken[place].fill(true);
            chosen.push(candidate);
        }
    }
    crate::sort::by_key(&mut chosen, |c| c.from);
    chosen
}
