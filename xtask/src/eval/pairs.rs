//! `cargo xtask eval --pairs FILE`: whether two names that meet in one report are taken for one.
//!
//! The table has a pair a line: two names, `yes` or `no`, the kind, and a note where the two are one name with other
//! endings. Each pair is put into a short report of three sentences, the first name twice.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use kasoti::{Options, Packs, Settings};

use super::figures::{Figures, share};

pub fn run(args: &[String]) -> Result<ExitCode> {
    let [file] = args else { bail!("name one table: cargo xtask eval --pairs names.tsv") };
    let table = fs::read_to_string(file).with_context(|| file.clone())?;
    let packs = Packs::builtin();
    let settings = Options { lang: Some("mr".into()), ..Options::default() }.check()?;
    // Pairs decided right, and all, by whether the two are one.
    let mut tally = [[0; 2]; 2];
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let pair = Pair::parse(line).with_context(|| format!("no pair: {line}"))?;
        let is_right = pair.are_linked(&settings, &packs) == pair.one;
        let [right, all] = &mut tally[usize::from(pair.one)];
        *right += usize::from(is_right);
        *all += 1;
        if !is_right {
            println!("{}: {line}", if pair.one { "not linked" } else { "linked" });
        }
    }
    let [[apart, two], [linked, one]] = tally;
    let mut figures = Figures::default();
    figures.rate("pairs.linked".to_owned(), share(linked, one));
    figures.rate("pairs.apart".to_owned(), share(apart, two));
    figures.rate("pairs.right".to_owned(), share(linked + apart, one + two));
    print!("{figures}");
    Ok(ExitCode::SUCCESS)
}

struct Pair<'t> {
    first: &'t str,
    second: &'t str,
    one: bool,
    report: [&'static str; 3],
}

impl<'t> Pair<'t> {
    fn parse(line: &'t str) -> Option<Self> {
        let cells: Vec<_> = line.split('\t').collect();
        let [first, second, same, kind] = cells[..4.min(cells.len())] else { return None };
        let inflected = cells.get(4).is_some_and(|note| note.contains("inflect") || note.contains("ending"));
        // Other endings make no other name, whatever the table says of the spelling.
        Some(Self { first, second, one: same == "yes" || inflected, report: report(kind, inflected) })
    }

    fn are_linked(&self, settings: &Settings, packs: &Packs) -> bool {
        let [a, b, c] = self.report;
        let text = [self.first, a, self.first, b, self.second, c].concat();
        let report = kasoti::analyze(&text, settings, packs);
        let second = text.len() - c.len() - self.second.len();
        let entity = |start: usize, name: &str| {
            let on = |m: &&kasoti::report::Mention| {
                (m.span.start as usize) < start + name.len() && start < m.span.end as usize
            };
            report.mentions.iter().find(on).map(|m| m.entity)
        };
        let one = entity(0, self.first);
        one.is_some() && one == entity(second, self.second)
    }
}

/// What stands behind the first name, behind it once more, and behind the second one.
fn report(kind: &str, inflected: bool) -> [&'static str; 3] {
    match kind {
        _ if inflected => {
            [" सोमवारी निवेदन प्रसिद्ध झाले. त्यानंतर ", " पुन्हा चर्चा झाली. मात्र ", " याबाबत उत्तर मिळाले नाही."]
        }
        "PER" => [
            " यांनी सोमवारी पत्रकारांशी संवाद साधला. ",
            " यांनी निर्णय लवकरच होईल असे सांगितले. “आम्ही तयार आहोत,” असे ",
            " यांनी सांगितले.",
        ],
        "ORG" => [" या संस्थेची बैठक सोमवारी झाली. ", " या संस्थेचे काम जुने आहे. नंतर ", " या संस्थेचे निवेदन प्रसिद्ध झाले."],
        _ => [" येथील बैठक सोमवारी झाली. बैठकीत ", " शहराविषयी चर्चा झाली. नंतर ", " येथे निवेदन प्रसिद्ध झाले."],
    }
}
