//! From files to prose. One file a format; all end as a [`Source`], which knows where its words stand in the file.

mod bilingual;
mod docx;
mod format;
mod html;
mod markdown;
mod po;
mod progress;
mod prose;
mod subtitles;
mod walk;
mod xliff;

use std::fs;
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use bilingual::Bilingual;
pub use bilingual::Unit;
pub use format::Format;
pub use prose::Prose;
pub use walk::each;

/// How what is named on the command line is read.
#[derive(clap::Args)]
pub struct How {
    /// Read all files as this format, whatever they are called.
    #[arg(long, value_enum, value_name = "FORMAT")]
    read_as: Option<Format>,

    /// Read standard input as if it were a file of this name, and call it so.
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<PathBuf>,

    /// Files worked on at once; as many as there are processors by default. The output is the same.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

impl How {
    fn jobs(&self) -> usize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

/// A file with the prose in it.
pub struct Source {
    /// As it was named.
    pub name: String,
    pub path: PathBuf,
    /// Whether it came through standard input, whatever it was named.
    pub is_input: bool,
    /// All that stands in the file; of a Word file its paragraphs, one a line.
    pub file: String,
    /// What of it is checked.
    pub prose: Prose,
    /// The format that it was read as.
    pub format: Format,
    /// The language that the file says it is in.
    pub lang: Option<String>,
    /// What it is a translation of.
    pub original: Option<Original>,
    /// In a file that holds both, which stretch of the prose renders which of the original.
    pub units: Vec<Unit>,
}

/// The text that another is a translation of.
pub struct Original {
    /// All that stands in its file.
    pub file: String,
    pub prose: Prose,
    /// The language that the file says it is in.
    pub lang: Option<String>,
}

impl Source {
    /// Reads `path`, or standard input for `-`; the error is for people.
    pub fn read(path: &Path, how: &How) -> Result<Self, String> {
        let is_input = path == Path::new("-");
        let path = if is_input { how.stdin_name.as_deref().unwrap_or(path) } else { path };
        let file = if is_input {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(path)
        };
        let format = how.read_as.or_else(|| Format::of(path)).unwrap_or(Format::Text);
        let file = decode(file, path, format)?;
        Ok(Self { is_input, ..Self::new(path, file, format)? })
    }

    /// A file of which `file` is all that stands in it, whether or not it lies at `path`; the error is for people.
    pub fn new(path: &Path, file: String, format: Format) -> Result<Self, String> {
        let (name, path) = (path.display().to_string(), path.to_owned());
        // What Windows puts before a text is no part of any format.
        let (bare, start) = match file.strip_prefix('\u{feff}') {
            Some(bare) if format != Format::Text => (bare, file.len() - bare.len()),
            _ => (file.as_str(), 0),
        };
        let mut both = match format {
            Format::Po => po::read(bare),
            Format::Xliff => xliff::read(bare).map_err(|why| format!("{name} is no XLIFF: {why}"))?,
            _ => {
                let mut prose = match format {
                    Format::Markdown => markdown::read(bare),
                    Format::Html => html::read(bare),
                    Format::Docx => Prose::lines(bare, docx::BREAK),
                    Format::Srt | Format::Vtt => subtitles::read(bare, format == Format::Vtt),
                    _ => Prose::plain(bare),
                };
                prose.shift(start);
                let (is_input, lang, original, units) = (false, None, None, Vec::new());
                return Ok(Self { name, path, is_input, file, prose, format, lang, original, units });
            }
        };
        both.prose.shift(start);
        both.original.shift(start);
        let Bilingual { prose, original, units, lang, original_lang } = both;
        let original = Original { file: file.clone(), prose: original, lang: original_lang };
        Ok(Self { name, path, is_input: false, file, prose, format, lang, original: Some(original), units })
    }

    #[cfg(test)]
    pub fn of(name: &str, file: String, format: Format) -> Self {
        Self::new(Path::new(name), file, format).unwrap()
    }

    /// The same file with something else in it.
    pub fn with(&self, file: String) -> Result<Self, String> {
        Self::new(&self.path, file, self.format)
    }
}

impl Original {
    /// Reads the file of an original.
    pub fn read(path: &Path) -> Result<Self, String> {
        let format = Format::of(path).unwrap_or(Format::Text);
        let source = Source::new(path, decode(fs::read(path), path, format)?, format)?;
        Ok(Self { file: source.file, prose: source.prose, lang: source.lang })
    }
}

fn decode(bytes: io::Result<Vec<u8>>, path: &Path, format: Format) -> Result<String, String> {
    let name = path.display();
    let bytes = bytes.map_err(|error| format!("{name} cannot be read: {error}"))?;
    if format == Format::Docx {
        return docx::read(bytes).map_err(|why| format!("{name} is no Word file that can be read: {why}"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        format!("{name} is not UTF-8 (byte {byte}); save it as UTF-8 and try again")
    })
}

#[cfg(test)]
mod tests;
