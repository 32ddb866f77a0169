//! A text that is read again while somebody writes: what has not changed is not read again.

use crate::artifact::Local;
use crate::entity::Named;
use crate::lang::Lang;
use crate::memory::Memory;
use crate::{Packs, Report, Settings, read};

/// Texts longer than this, in bytes, are read without a memory: nobody edits them, and it would double what they take.
const LONGEST: usize = 1 << 20;

/// Reads one text after another under the same settings. Each report is the one that [`analyze`](crate::analyze) gives; a
/// text that is mostly the one before comes sooner.
///
/// ```
/// use kasoti::{Packs, Session, Settings, analyze};
///
/// let (packs, mut session) = (Packs::builtin(), Session::new(Settings::default()));
/// session.analyze("सभा पुण्यात झाली.\nपूल बंद आहे. 😀", &packs);
/// let text = "सभा पुण्यात झाली.\nपूल खुला आहे. 😀";
/// assert_eq!(session.analyze(text, &packs), analyze(text, &Settings::default(), &packs));
/// ```
#[derive(Debug)]
pub struct Session {
    settings: Settings,
    /// The languages that is remembered in: of the text, of its original.
    langs: [Option<Lang>; 2],
    memory: Memories,
}

/// What is remembered from one reading to the next.
#[derive(Debug, Default)]
pub(crate) struct Memories {
    /// What the sentences of the text name.
    pub named: Memory<Named>,
    /// The same of its original.
    pub named_in_original: Memory<Named>,
    /// What the rules that look no further than a paragraph found in each.
    pub local: Memory<Local>,
}

impl Session {
    /// Begins with nothing remembered.
    pub fn new(settings: Settings) -> Self {
        Self { settings, langs: [None; 2], memory: Memories::default() }
    }

    /// What the texts are read with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Analyses `text`, each time with the same packs: with others another session is begun.
    pub fn analyze(&mut self, text: &str, packs: &Packs) -> Report {
        let settings = &self.settings;
        let langs = [Some(settings.lang(text)), settings.original().map(|o| settings.original_lang(o))];
        if langs != self.langs {
            self.langs = langs;
            self.memory = Memories::default();
        }
        if text.len() > LONGEST {
            self.memory = Memories::default();
            return read(text, settings, packs, None, &mut |_| {});
        }
        let Memories { named, named_in_original, local } = &mut self.memory;
        named.turn();
        named_in_original.turn();
        local.turn();
        read(text, &self.settings, packs, Some(&mut self.memory), &mut |_| {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze;

    #[test]
    fn what_is_too_long_to_remember_is_read_all_the_same_and_nothing_of_it_is_kept() {
        let (packs, mut session) = (Packs::default(), Session::new(Settings::default()));
        let short = "आज १5 आले. 🌾\n";
        let long = short.repeat(LONGEST / short.len() + 1);
        session.analyze(short, &packs);
        assert_eq!(session.analyze(&long, &packs).findings.len(), long.lines().count());
        assert!(session.memory.named.recall(short.trim()).is_none());
        assert_eq!(session.analyze(short, &packs), analyze(short, session.settings(), &packs));
    }
}
