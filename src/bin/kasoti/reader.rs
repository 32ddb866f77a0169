//! Reads files as the arguments and the house of each want it.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use kasoti::lang::Lang;
use kasoti::{Options, OptionsError, Packs, Report};

use crate::arguments::{Against, Language, Reading};
use crate::config::{House, Houses};
use crate::input::{Original, Source};
use crate::original::{is_template, path_of};

/// What is the same for all files of a run.
pub struct Reader<'a> {
    /// What the arguments ask for, made anew for each text.
    asked: Box<dyn Fn() -> Options + Sync + 'a>,
    /// Whether texts are compared with their originals, and with which.
    against: Option<&'a Against>,
    houses: Houses,
    packs: LazyLock<Packs>,
}

impl<'a> Reader<'a> {
    /// For those who judge nothing. Refuses mistakes in the arguments before anything is read.
    pub fn new(language: &'a Language) -> Result<Self, OptionsError> {
        Self::with(Box::new(|| language.options()), None, language)
    }

    /// For those who look for faults.
    pub fn judge(reading: &'a Reading, against: Option<&'a Against>) -> Result<Self, OptionsError> {
        let asked = move || Options {
            original_lang: against.and_then(|against| against.original_lang.clone()),
            ..reading.options()
        };
        Self::with(Box::new(asked), against, &reading.language)
    }

    fn with(
        asked: Box<dyn Fn() -> Options + Sync + 'a>,
        against: Option<&'a Against>,
        language: &Language,
    ) -> Result<Self, OptionsError> {
        asked().check()?;
        Ok(Self { asked, against, houses: language.houses(), packs: LazyLock::new(Packs::builtin) })
    }

    /// The house of a file.
    pub fn house(&self, source: &Source) -> Result<Arc<House>, String> {
        self.houses.of(&source.path)
    }

    /// Reads the houses again when they are next asked for: somebody may have changed them.
    pub fn forget_houses(&self) {
        self.houses.forget();
    }

    /// Whether a file found in a folder is left out. One whose house cannot be read is not: the mistake must be told.
    pub fn excludes(&self, file: &Path) -> bool {
        self.houses.of(file).is_ok_and(|house| house.excludes(file))
    }

    /// The report on a file, with spans of its prose. Fetches its original.
    pub fn report(&self, source: &mut Source) -> Result<Report, String> {
        let house = self.house(source)?;
        match self.against {
            None => source.original = None,
            Some(against) if source.original.is_none() => {
                source.original = self.original(against, &house, &source.path)?;
            }
            Some(_) => {}
        }
        let options = || (self.asked)().or(house.options());
        source.analyze(&options, &self.packs).map_err(|error| error.to_string())
    }

    /// The language of a file.
    pub fn lang(&self, source: &Source) -> Result<Lang, String> {
        let house = self.house(source)?;
        source.language((self.asked)().or(house.options())).map_err(|error| error.to_string())
    }

    fn original(&self, against: &Against, house: &House, file: &Path) -> Result<Option<Original>, String> {
        let path = match (&against.original, &house.original) {
            (Some(template), _) => path_of(template, Path::new(""), file),
            (None, Some(template)) => {
                let path = path_of(template, &house.root, file);
                // Not every file of a house is a translation.
                if is_template(template) && !path.exists() {
                    return Ok(None);
                }
                path
            }
            (None, None) => return Ok(None),
        };
        let is_same = std::path::absolute(file).ok() == std::path::absolute(&path).ok();
        if is_same { Ok(None) } else { Original::read(&path).map(Some) }
    }
}
