//! The texts of the benchmarks.

use std::fs;
use std::path::Path;

/// The longest of our samples in the language: an article as it comes.
pub fn article(lang: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/samples");
    let files = fs::read_dir(folder).expect("the samples are there").filter_map(Result::ok);
    let is_sample = |name: &str| {
        name.starts_with(&format!("{lang}-")) && name.ends_with(".txt") && !name.ends_with(".original.txt")
    };
    let samples = files.filter(|file| file.file_name().to_str().is_some_and(is_sample));
    let texts = samples.map(|file| fs::read_to_string(file.path()).expect("a sample can be read"));
    texts.max_by_key(String::len).expect("each language has a sample")
}
