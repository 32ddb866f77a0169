//! From Rust to a WebAssembly module and the JavaScript that speaks with it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{WASM, cargo, command, read, root, run, say, target, write_if_changed};

/// A module of the package: the library compiled for one purpose.
pub struct Module {
    /// Its file's name in the package, without `.wasm`.
    pub name: &'static str,
    /// That of its glue, without `.js`.
    pub glue: &'static str,
    /// Of cargo: named in the workspace's Cargo.toml.
    profile: &'static str,
    features: &'static str,
}

/// All that the package holds.
pub const MODULES: [Module; 2] = [
    Module { name: "kasoti", glue: "glue", profile: "wasm", features: "analysis" },
    Module { name: "sentences", glue: "sentences-glue", profile: "sentences", features: "" },
];

/// What wasm-bindgen made, as files ready to be copied.
pub struct Glue {
    pub wasm: PathBuf,
    pub js: PathBuf,
    pub types: PathBuf,
}

impl Module {
    /// Compiles the module and writes its glue.
    pub fn build(&self) -> Result<Glue> {
        self.build_in(root(), &target())
    }

    /// The same from a copy of the project in `source`, everything written under `target`.
    pub fn build_in(&self, source: &Path, target: &Path) -> Result<Glue> {
        add_target()?;
        say(&format!("compiling {}.wasm", self.name));
        let Self { profile, features, .. } = self;
        run(cargo()
            .current_dir(source)
            .args(["build", "--quiet", "--lib", "--no-default-features", "--target", WASM])
            .args(["--profile", profile, "--features", features])
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_ENCODED_RUSTFLAGS", nameless()?))?;
        self.glue(&self.compiled(target), target)
    }

    fn compiled(&self, target: &Path) -> PathBuf {
        target.join(WASM).join(self.profile).join("kasoti.wasm")
    }

    /// The built module once more, with the names of its functions.
    pub fn named(&self) -> Result<Vec<u8>> {
        let mut output =
            Bindgen::new().input_path(self.compiled(&target())).no_modules(true)?.generate_output()?;
        Ok(output.wasm_mut().emit_wasm())
    }

    /// Writes the glue, unless the one at hand is younger than what rustc left and than this program.
    fn glue(&self, compiled: &Path, target: &Path) -> Result<Glue> {
        let file =
            |name: &str, extension: &str| target.join("xtask/glue").join(format!("{name}.{extension}"));
        let glue =
            Glue { wasm: file(self.name, "wasm"), js: file(self.glue, "js"), types: file(self.glue, "d.ts") };
        let this = std::env::current_exe().context("this program's own file is not known")?;
        let inputs = [age(compiled)?, age(&this)?];
        // The types are written last: when they are there, so is the rest.
        if age(&glue.types).is_ok_and(|made| inputs.iter().all(|input| *input < made)) {
            return Ok(glue);
        }
        let mut output = Bindgen::new()
            .input_path(compiled)
            .no_modules(true)?
            .no_modules_global("glue")?
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .typescript(true)
            .generate_output()?;
        write_if_changed(&glue.wasm, &output.wasm_mut().emit_wasm())?;
        write_if_changed(&glue.js, factory(output.js(), self.glue).as_bytes())?;
        fs::write(&glue.types, types(output.ts().unwrap_or_default()))?;
        Ok(glue)
    }
}

/// rust-toolchain.toml alone does not fetch a target for a toolchain that is already installed.
pub fn add_target() -> Result<()> {
    let libs = read(command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(libs.trim()).is_dir() {
        return Ok(());
    }
    say("adding the WebAssembly target to the toolchain");
    run(command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("Rust's {WASM} target is missing and rustup could not add it"))
}

/// Flags without which messages of crates would carry the builder's own folders: they are nobody's business, and two
/// machines would not build the same bytes.
fn nameless() -> Result<String> {
    let sources = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let sources = sources.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = sources.context("cargo's own folder is not known")?.join("registry/src");
    let mut flags = Vec::new();
    for index in fs::read_dir(&sources).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates", index?.path().display()));
    }
    flags.sort(); // another order would be another build
    Ok(flags.join("\u{1f}"))
}

fn age(file: &Path) -> Result<std::time::SystemTime> {
    let data = fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(data.modified()?)
}

/// The glue as a factory. wasm-bindgen keeps one instance a script, in variables of the script's own; a trap leaves
/// that instance in an unknown state. Called anew, the function has variables, and so an instance, of its own.
///
/// The generated code would look for its own address in the page, which is of no use to a module: without a
/// `document` it does not.
fn factory(generated: &str, file: &str) -> String {
    format!(
        "// @ts-nocheck Written by cargo xtask build.\n\
         /** A module that is not yet instantiated. @returns {{import('./{file}.js').Glue}} */\n\
         export default function createGlue() {{\n\
         const document = undefined;\n\
         {}\n\
         return glue;\n\
         }}\n",
        dedent(generated)
    )
}

fn types(generated: &str) -> String {
    format!(
        "// Written by cargo xtask build.\n\
         {}\n\
         export type Glue = typeof glue;\n\
         /** A module that is not yet instantiated: it has an instance and packs of its own. */\n\
         export default function createGlue(): Glue;\n",
        dedent(generated)
    )
}

/// wasm-bindgen indents by the place in its own source: nobody's use, and bytes in the package.
fn dedent(code: &str) -> String {
    code.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factory_wraps_the_generated_code() {
        let js = factory("\n            let glue = (function() {\n\n  return 1;\n })();\n", "glue");
        assert!(js.ends_with(
            "const document = undefined;\nlet glue = (function() {\nreturn 1;\n})();\nreturn glue;\n}\n"
        ));
    }
}
