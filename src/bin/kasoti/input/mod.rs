//! From files to prose. One file a format; all end as a [`Source`], which knows where its words stand in the file.

mod prose;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use kasoti::Report;

pub use prose::Prose;

use crate::FAILED;

/// A file with the prose in it.
pub struct Source {
    /// As it was named.
    pub name: String,
    /// All that stands in the file.
    pub file: String,
    /// What of it is checked.
    pub prose: Prose,
}

impl Source {
    /// Reads `path`, or standard input for `-`; the error is for people.
    pub fn read(path: &Path) -> Result<Self, String> {
        let name = path.display().to_string();
        let bytes = if name == "-" {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        } else if path.is_dir() {
            return Err(format!("{name} is a folder; name the files in it"));
        } else {
            fs::read(path)
        };
        let bytes = bytes.map_err(|error| format!("{name} cannot be read: {error}"))?;
        let file = String::from_utf8(bytes).map_err(|error| {
            let byte = error.utf8_error().valid_up_to();
            format!("{name} is not UTF-8 (byte {byte}); save it as UTF-8 and try again")
        })?;
        Ok(Self::new(name, file))
    }

    fn new(name: String, file: String) -> Self {
        Self { name, prose: Prose::plain(&file), file }
    }

    /// The same file with something else in it.
    pub fn with(&self, file: String) -> Self {
        Self::new(self.name.clone(), file)
    }

    /// Words as they are written in a file of this format.
    pub fn written(&self, words: &str) -> String {
        words.to_owned()
    }

    /// The report with its spans placed in the file.
    pub fn place(&self, report: Report) -> Report {
        report.map(&mut |span| self.prose.place(span), &mut |span| span)
    }
}

/// Reads each file and hands it to `task`; says which cannot be read and goes on. Gives the exit code.
pub fn each(files: &[PathBuf], mut task: impl FnMut(Source) -> io::Result<()>) -> io::Result<u8> {
    let mut code = 0;
    for path in files {
        match Source::read(path) {
            Ok(source) => task(source)?,
            Err(why) => {
                let _ = writeln!(io::stderr(), "kasoti: {why}");
                code = FAILED;
            }
        }
    }
    Ok(code)
}
