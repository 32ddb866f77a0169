//! What a trainer needs: sentences as the tagger sees them, and what it makes of them.

use super::features::{self, PLACES};
use super::gazetteer::Classes;
use super::reading::Reading;
use super::tagger::Tagger;
use crate::entity::Kind;
use crate::lang::Lang;
use crate::pack::Pack;
use crate::text::{Document, Span};

pub use super::features::transition;
pub use super::tagger::{KINDS, follows};

/// A word, number or mark of a sentence.
pub struct Token {
    /// Its place, ending and all.
    pub span: Span,
    /// What speaks for one label or another.
    pub features: Vec<u32>,
}

/// The words of a sentence with their features.
pub fn tokens(sentence: &str, lang: Lang, pack: &Pack) -> Vec<Token> {
    let doc = Document::new(sentence, lang);
    let mut reading = Reading::new(&doc, pack);
    reading.read(Span::new(0..sentence.len()));
    let (mut whole, mut inside) = (Vec::new(), Vec::new());
    features::whole_names(&reading, &mut whole);
    features::insides(&reading, &mut inside);
    let words = (0..reading.pieces.len()).map(|i| {
        let mut features = Vec::new();
        for place in PLACES {
            match i.checked_add_signed(place).and_then(|at| reading.pieces.get(at)) {
                Some(piece) => {
                    features::of_word(piece.raw, piece.kind, &piece.word, |feature, reach| {
                        if place.unsigned_abs() <= reach {
                            features.push(features::seen_from(place, feature));
                        }
                    });
                }
                None => features.push(features::nothing_at(place)),
            }
        }
        features::of_place(&reading, i, &whole, inside[i], |feature| features.push(feature));
        Token { span: reading.pieces[i].span, features }
    });
    words.collect()
}

/// The offices and ranks in a sentence of which the gazetteer has no doubt.
pub fn titles(sentence: &str, lang: Lang, pack: &Pack) -> Vec<Span> {
    let doc = Document::new(sentence, lang);
    let mut reading = Reading::new(&doc, pack);
    reading.read(Span::new(0..sentence.len()));
    let mut titles: Vec<Span> = Vec::new();
    for from in 0..reading.pieces.len() {
        let mut longest = None;
        reading.hits(from, &mut |hit| {
            if hit.classes.any(Classes::TITLE) && (hit.to > from + 1 || !reading.pieces[from].doubtful) {
                longest = Some(reading.span(from, hit.to, hit.stem));
            }
        });
        if let Some(span) = longest.filter(|span| titles.last().is_none_or(|last| last.end <= span.start)) {
            titles.push(span);
        }
    }
    titles
}

/// What the tagger alone finds in a sentence: whole words, endings and all.
pub fn tag(sentence: &str, lang: Lang, pack: &Pack) -> Vec<(Span, Kind)> {
    let doc = Document::new(sentence, lang);
    let mut reading = Reading::new(&doc, pack);
    reading.read(Span::new(0..sentence.len()));
    let names = Tagger::new(pack.weights()).tag(&reading);
    let span = |from: usize, to: usize| reading.pieces[from].span.to(reading.pieces[to - 1].span);
    names.into_iter().map(|name| (span(name.from, name.to), name.kind)).collect()
}
