//! The packs at hand, one a language.

use crate::lang::Lang;
use crate::pack::{Pack, PackError};

/// The language packs that have been loaded. Without a pack a language still has its sentences, its dates and
/// measures, and the faults that need no dictionary.
#[derive(Clone, Debug, Default)]
pub struct Packs(Vec<Pack>);

#[cfg(feature = "builtin")]
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

impl Packs {
    /// The packs compiled into this build.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Self {
        let decode =
            |&(_, bytes): &(_, &[u8])| Pack::decode(bytes).expect("the build script writes whole packs");
        Self(BUILTIN.iter().map(decode).collect())
    }

    /// Reads a pack and puts it in the place of an earlier one of its language, whose code is returned.
    pub fn load(&mut self, bytes: &[u8]) -> Result<&str, PackError> {
        self.put(Pack::decode(bytes)?);
        Ok(&self.0.last().expect("one was just pushed").lang)
    }

    /// Puts a pack in the place of an earlier one of its language.
    pub fn put(&mut self, pack: Pack) {
        self.0.retain(|p| p.lang != pack.lang);
        self.0.push(pack);
    }

    /// The pack of `lang`, or an empty one.
    pub fn get(&self, lang: Lang) -> &Pack {
        static NONE: std::sync::LazyLock<Pack> = std::sync::LazyLock::new(Pack::default);
        self.0.iter().find(|pack| pack.lang == lang.code()).unwrap_or(&NONE)
    }

    /// Whether a pack for `lang` exists at all, loaded or not.
    pub fn is_made_for(lang: Lang) -> bool {
        crate::lang::LANGUAGES.iter().any(|l| l.lang == lang)
    }

    /// Whether the pack of `lang` is loaded.
    pub fn has(&self, lang: Lang) -> bool {
        self.0.iter().any(|pack| pack.lang == lang.code())
    }
}

/// The packs compiled into this build as files: language code and bytes.
#[cfg(feature = "builtin")]
pub fn builtin_files() -> &'static [(&'static str, &'static [u8])] {
    BUILTIN
}
