//! What takes the space in a WebAssembly module, by the names of its functions.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

use anyhow::Result;
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Functions shown by name: enough to see what sticks out.
const FUNCTIONS: usize = 30;
/// A crate or module that takes less than this share is not worth a row.
const SMALLEST: f64 = 0.005;

/// Bytes by whom they belong to.
#[derive(Default)]
pub struct Inside {
    total: usize,
    /// Data and all that is no code.
    sections: BTreeMap<&'static str, usize>,
    crates: BTreeMap<String, usize>,
    /// Modules of our own crate, two names deep.
    modules: BTreeMap<String, usize>,
    functions: Vec<(usize, String)>,
}

/// Reads a module that has its name section still.
pub fn report(wasm: &[u8]) -> Result<Inside> {
    let mut inside = Inside { total: wasm.len(), ..Inside::default() };
    let mut names = BTreeMap::new();
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(data) => {
                inside.sections.insert("data", data.range().len());
            }
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(parts) = custom.as_known() {
                    inside.total -= custom.range().len(); // what ships has none
                    for part in parts {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, size) in (imported..).zip(bodies) {
        inside.add(size, names.get(&index).copied().unwrap_or("(no name)"));
    }
    let code: usize = inside.functions.iter().map(|(size, _)| size).sum();
    inside.sections.insert("code", code);
    inside.functions.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    Ok(inside)
}

impl Inside {
    fn add(&mut self, size: usize, name: &str) {
        let name = plain(name);
        let path = owner(&name);
        let mut parts = path.split("::");
        let krate = parts.next().unwrap_or_default();
        *self.crates.entry(krate.to_owned()).or_default() += size;
        if krate == "kasoti" {
            let module = parts.take(2).collect::<Vec<_>>().join("::");
            *self.modules.entry(module).or_default() += size;
        }
        self.functions.push((size, name));
    }

    fn rows(&self, f: &mut fmt::Formatter, rows: &BTreeMap<String, usize>) -> fmt::Result {
        let mut rows: Vec<_> = rows.iter().filter(|(_, size)| self.share(**size) >= SMALLEST).collect();
        rows.sort_by_key(|&(name, size)| (std::cmp::Reverse(size), name));
        rows.into_iter().try_for_each(|(name, size)| self.row(f, *size, name))
    }

    fn share(&self, size: usize) -> f64 {
        size as f64 / self.total as f64
    }

    fn row(&self, f: &mut fmt::Formatter, size: usize, name: &str) -> fmt::Result {
        writeln!(f, "{size:>9}{:>7.1} %  {name}", self.share(size) * 100.0)
    }
}

impl Display for Inside {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (name, size) in &self.sections {
            self.row(f, *size, name)?;
        }
        writeln!(f, "\n  code by crate")?;
        self.rows(f, &self.crates)?;
        writeln!(f, "\n  our own code by module")?;
        self.rows(f, &self.modules)?;
        writeln!(f, "\n  the largest functions")?;
        self.functions.iter().take(FUNCTIONS).try_for_each(|(size, name)| self.row(f, *size, name))
    }
}

/// The name as it is written in the source, without the hashes that tell apart what has one name.
fn plain(name: &str) -> String {
    let name = format!("{:#}", demangle(name));
    let is_hash =
        |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_hexdigit());
    let name = match name.rsplit_once("::h") {
        Some((path, hash)) if is_hash(hash, 16) => path,
        _ => &name,
    };
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash, 15) || is_hash(hash, 16) => out += rest,
            _ => out.extend(["[", part]),
        }
    }
    out
}

/// The path whose crate a function counts to: `<a::B as c::D>::e` is code of `a`, generic code of `core` is of `core`.
fn owner(name: &str) -> &str {
    let inner = name.trim_start_matches(['<', '&', '[', '*', '(']);
    let inner =
        ["mut ", "const ", "dyn "].iter().fold(inner, |name, word| name.strip_prefix(word).unwrap_or(name));
    let end = inner.find([' ', '<', '>', '[', ']', '(', ')', ',', ';']).unwrap_or(inner.len());
    &inner[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_counts_to_the_crate_of_its_type() {
        for (name, wanted) in [
            ("kasoti::entity::tagger::tag", "kasoti::entity::tagger::tag"),
            ("<kasoti::report::Fix as serde_core::ser::Serialize>::serialize", "kasoti::report::Fix"),
            ("<&mut alloc::vec::Vec<u8> as core::fmt::Write>::write_str", "alloc::vec::Vec"),
            ("core::ptr::drop_in_place<kasoti::Settings>", "core::ptr::drop_in_place"),
            ("__wbindgen_malloc", "__wbindgen_malloc"),
            ("<[kasoti::Span] as 🌾::Sort>::sort", "kasoti::Span"),
        ] {
            assert_eq!(owner(name), wanted);
        }
    }

    #[test]
    fn names_lose_their_hashes() {
        for (name, wanted) in [
            ("kasoti::entity::find::hd5b05d27cdcc0bef", "kasoti::entity::find"),
            ("<[T] as core[c5930c85a12de822]::fmt::Debug>::fmt", "<[T] as core::fmt::Debug>::fmt"),
            ("_ZN6kasoti4text4fold17ha6832b05608068b8E", "kasoti::text::fold"),
            ("🌾::h12", "🌾::h12"),
        ] {
            assert_eq!(plain(name), wanted);
        }
    }

    #[test]
    fn bytes_are_those_of_the_functions() {
        // An imported function i, a function a::b with four bytes of code, and the names of both.
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01m\x01i\0\0\x03\x02\x01\0\
            \x0a\x06\x01\x04\0\x01\x01\x0b\0\x11\x04name\x01\x0a\x02\0\x01i\x01\x04a::b";
        let inside = report(wasm).unwrap();
        assert_eq!(inside.functions, [(4, "a::b".to_owned())]);
        assert_eq!(inside.crates, [("a".to_owned(), 4)].into());
    }
}
