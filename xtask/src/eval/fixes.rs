//! Whether the fix that is offered is the one that people would make.

use unicode_normalization::UnicodeNormalization;

use super::figures::{Figures, share};
use super::gold::{Artifact, Range, is_space};
use super::system::Finding;

#[derive(Default)]
pub struct Score {
    /// Artifacts with a fix; those found by the right rule; those with a fix offered.
    gold: usize,
    found: usize,
    offered: usize,
    /// Of the offered: the first fix is right; some fix is.
    first: usize,
    any: usize,
}

impl Score {
    /// `matches`: the findings of the right code on `artifact`.
    pub fn add(&mut self, text: &[char], artifact: &Artifact, matches: &[&Finding]) {
        let Some(fix) = &artifact.fix else { return };
        self.gold += 1;
        self.found += usize::from(!matches.is_empty());
        let wanted: Vec<&str> = std::iter::once(fix).chain(&artifact.fix_alt).map(String::as_str).collect();
        let is_right = |fix: &(Range, String)| gives_same(text, artifact.range, &wanted, fix);
        let mut fixes =
            matches.iter().map(|finding| &finding.fixes).filter(|fixes| !fixes.is_empty()).peekable();
        self.offered += usize::from(fixes.peek().is_some());
        let fixes: Vec<_> = fixes.collect();
        self.first += usize::from(fixes.iter().any(|fixes| is_right(&fixes[0])));
        self.any += usize::from(fixes.iter().any(|fixes| fixes.iter().any(is_right)));
    }

    pub fn write(&self, figures: &mut Figures) {
        figures.count("fix.gold", self.gold);
        figures.count("fix.found", self.found);
        figures.count("fix.offered", self.offered);
        figures.rate("fix.accuracy", share(self.first, self.offered));
        figures.rate("fix.accuracy.any", share(self.any, self.offered));
        figures.rate("fix.accuracy.of_found", share(self.first, self.found));
        figures.rate("fix.accuracy.of_gold", share(self.first, self.gold));
    }
}

/// Whether the fix turns the text into what one of the wanted ones at `place` turns it into. A fix may take in more of
/// the text around the fault, or less, and still say the same.
fn gives_same(text: &[char], place: Range, wanted: &[&str], (edited, new): &(Range, String)) -> bool {
    let window = Range { start: place.start.min(edited.start), end: place.end.max(edited.end) };
    let got = replaced(text, window, *edited, new);
    wanted.iter().any(|wanted| replaced(text, window, place, wanted) == got)
}

/// The text of `window` with `new` in the place of `edited`, in one normal form and with single spaces.
fn replaced(text: &[char], window: Range, edited: Range, new: &str) -> String {
    let before = text[window.start..edited.start].iter().copied();
    let after = text[edited.end..window.end].iter().copied();
    let composed: String = before.chain(new.chars()).chain(after).nfc().collect();
    composed.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fix_may_be_wider_or_narrower_and_still_be_the_same() {
        let text: Vec<char> = "🚜 हे हे शेत".chars().collect();
        let both = Range { start: 2, end: 7 };
        let second = Range { start: 4, end: 7 };
        let all = Range { start: 0, end: 11 };
        assert!(gives_same(&text, both, &["हे"], &(both, "हे".into())));
        assert!(gives_same(&text, both, &["हे"], &(second, String::new())));
        assert!(gives_same(&text, both, &["ते", "हे"], &(all, "🚜  हे शेत".into())));
        assert!(!gives_same(&text, both, &["हे"], &(second, "ते".into())));
    }
}
