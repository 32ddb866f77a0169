//! `cargo xtask size`: what a reader's browser has to fetch, file by file, against `budget.json`, and what takes the
//! space in the WebAssembly.

mod budget;
mod graph;
mod inside;
mod measure;
mod parcels;

use std::process::ExitCode;

use anyhow::{Result, ensure};

use crate::build::{self, MODULES, pkg};
use budget::Budget;
use measure::{Measured, measure};

pub fn run(args: &[String]) -> Result<ExitCode> {
    ensure!(args.is_empty(), "size takes no arguments");
    build::package()?;
    let measured = measure(&pkg())?;
    print_files(&measured);
    let told = check(&measured);
    for module in &MODULES {
        println!("\n{}.wasm, bytes of code and data before compression\n", module.name);
        print!("{}", inside::report(&module.named()?)?);
    }
    told.map(|()| ExitCode::SUCCESS)
}

/// Prints what each kind of page loads; an error when that is over budget.
pub fn check_package() -> Result<()> {
    check(&measure(&pkg())?)
}

fn check(measured: &Measured) -> Result<()> {
    let budget = Budget::read()?;
    let parcels = parcels::all(&pkg(), measured)?;
    print!("{}", budget.table(&parcels));
    budget.check(&parcels)
}

fn print_files(measured: &Measured) {
    println!("{:<28}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    for (path, size) in measured {
        println!("{:<28}{:>10}{:>10}{:>10}", path.display(), size.raw, size.gzip, size.brotli);
    }
    println!();
}
