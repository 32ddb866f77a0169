//! The bill of materials: whose code is in the modules, for programs that watch over what a site runs.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::notices::{Shipped, shipped};
use crate::shell::{command, read, root};

/// CycloneDX, as JSON. Without time and serial number: the same sources give the same bytes.
pub const FILE: &str = "sbom.cdx.json";

pub fn file() -> Result<Vec<u8>> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    let sums = checksums(&lock);
    let crates = shipped()?;
    let mut components: Vec<_> =
        crates.iter().filter(|shipped| shipped.in_wasm).map(|shipped| component(shipped, &sums)).collect();
    // No crate of the lock file, and in every module: memory, strings, formatting.
    let rustc = read(command("rustc").arg("--version"))?;
    let version = rustc.split(' ').nth(1).context("rustc names no version")?;
    components.push(json!({
        "type": "library", "name": "rust-std", "version": version,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    }));
    let bill = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": { "component": {
            "type": "library", "name": "kasoti", "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    Ok(format!("{bill:#}\n").into_bytes())
}

fn component(shipped: &Shipped, sums: &BTreeMap<(&str, &str), &str>) -> Value {
    let Shipped { name, version, licence, repository, .. } = shipped;
    let mut component = json!({
        "type": "library", "name": name, "version": version,
        "purl": format!("pkg:cargo/{name}@{version}"),
        "licenses": [{ "expression": licence }],
        "externalReferences": [{ "type": "vcs", "url": repository }],
    });
    if let Some(sum) = sums.get(&(name, version)) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    component
}

/// What each crate of the lock file must hash to, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    lock.split("[[package]]")
        .filter_map(|package| {
            Some(((field(package, "name")?, field(package, "version")?), field(package, "checksum")?))
        })
        .collect()
}

fn field<'l>(package: &'l str, key: &str) -> Option<&'l str> {
    let mut lines = package.lines();
    lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_named_with_its_licence_and_hash() {
        let lock = "version = 4\n\n[[package]]\nname = \"wheat\"\nversion = \"1.2.0\"\nchecksum = \"0abc\"\n\n[[package]]\nname = \"kasoti\"\nversion = \"0.1.0\"\n";
        let sums = checksums(lock);
        assert_eq!(sums, [(("wheat", "1.2.0"), "0abc")].into());
        let shipped = Shipped {
            name: "wheat".into(),
            version: "1.2.0".into(),
            licence: "MIT".into(),
            repository: "https://example.org/🌾".into(),
            ..Shipped::default()
        };
        assert_eq!(
            component(&shipped, &sums),
            json!({
                "type": "library", "name": "wheat", "version": "1.2.0", "purl": "pkg:cargo/wheat@1.2.0",
                "licenses": [{ "expression": "MIT" }],
                "externalReferences": [{ "type": "vcs", "url": "https://example.org/🌾" }],
                "hashes": [{ "alg": "SHA-256", "content": "0abc" }],
            })
        );
    }

    #[test]
    fn every_crate_of_the_modules_is_there() {
        let bill: Value = serde_json::from_slice(&file().unwrap()).unwrap();
        let names: Vec<_> =
            bill["components"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
        for name in ["rust-std", "serde", "unicode-segmentation", "wasm-bindgen"] {
            assert!(names.contains(&name), "{names:?}");
        }
        assert!(!names.contains(&"clap"), "of the native command alone");
    }
}
