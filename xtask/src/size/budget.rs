//! `budget.json`: the one place for ceilings.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::parcels::Parcel;
use crate::shell::root;

const FILE: &str = "budget.json";

/// Ceilings by the name of the parcel.
#[derive(Debug)]
pub struct Budget(BTreeMap<String, Ceiling>);

/// Bytes after brotli.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ceiling {
    /// More is an error.
    most: u64,
    /// What is wanted in the end. Once it is reached, `most` is the same.
    bar: u64,
}

impl Budget {
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(root().join(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self> {
        let ceilings: BTreeMap<String, Ceiling> =
            serde_json::from_str(text).with_context(|| format!("{FILE} is not what it should be"))?;
        if let Some((name, _)) = ceilings.iter().find(|(_, ceiling)| ceiling.most < ceiling.bar) {
            bail!("{FILE}: the most of {name} is below its bar");
        }
        Ok(Self(ceilings))
    }

    /// A row for each parcel.
    pub fn table(&self, parcels: &[Parcel]) -> String {
        let mut table = format!("{:<12}{:>9}{:>9}{:>9}{:>9}\n", "bytes", "gzip", "brotli", "most", "bar");
        for Parcel { name, holds, size } in parcels {
            let [most, bar] = self.0.get(*name).map_or([0, 0], |ceiling| [ceiling.most, ceiling.bar]);
            let (gzip, brotli) = (size.gzip, size.brotli);
            writeln!(table, "{name:<12}{gzip:>9}{brotli:>9}{most:>9}{bar:>9}  {holds}")
                .expect("a string takes everything");
        }
        table
    }

    /// Names everything that is over its ceiling, has none, or has one and is no more.
    pub fn check(&self, parcels: &[Parcel]) -> Result<()> {
        let mut wrong = Vec::new();
        for Parcel { name, size, .. } in parcels {
            match self.0.get(*name) {
                None => wrong.push(format!("{name} has no ceiling")),
                Some(Ceiling { most, .. }) if size.brotli > *most => {
                    wrong.push(format!("{name} is {} bytes over", size.brotli - most));
                }
                Some(_) => {}
            }
        }
        let stale = self.0.keys().filter(|name| parcels.iter().all(|parcel| parcel.name != *name));
        wrong.extend(stale.map(|name| format!("nothing is called {name}")));
        if wrong.is_empty() { Ok(()) } else { bail!("against {FILE}: {}", wrong.join("; ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::measure::Size;

    fn parcel(name: &'static str, brotli: u64) -> Parcel {
        Parcel { name, holds: "all of it", size: Size { raw: 900, gzip: 90, brotli } }
    }

    #[test]
    fn what_is_over_or_unknown_is_named() {
        let budget =
            Budget::parse(r#"{"wasm": {"most": 50, "bar": 40}, "old": {"most": 1, "bar": 1}}"#).unwrap();
        let told = |parcels: &[Parcel]| budget.check(parcels).unwrap_err().to_string();
        assert_eq!(told(&[parcel("wasm", 50)]), "against budget.json: nothing is called old");
        assert_eq!(
            told(&[parcel("wasm", 53), parcel("old", 1), parcel("new", 7)]),
            "against budget.json: wasm is 3 bytes over; new has no ceiling"
        );
        budget.check(&[parcel("wasm", 50), parcel("old", 1)]).unwrap();
        assert_eq!(
            budget.table(&[parcel("wasm", 53)]).lines().nth(1),
            Some("wasm               90       53       50       40  all of it")
        );
    }

    #[test]
    fn a_ceiling_below_its_bar_is_a_slip() {
        let error = Budget::parse(r#"{"wasm": {"most": 30, "bar": 40}}"#).unwrap_err();
        assert_eq!(error.to_string(), "budget.json: the most of wasm is below its bar");
        assert!(Budget::parse(r#"{"wasm": {"most": 30}}"#).is_err());
    }
}
