//! Sentence tables of languages that have no pack: one file a language in `world/`.

use super::{SentenceTables, Words, words};

/// Abbreviations and first words stand in one table: no class occurs in both.
macro_rules! table {
    ($code:literal) => {{
        static TABLE: Words = words!(concat!("world/", $code, ".tsv"));
        SentenceTables { abbreviations: &TABLE, edges: &TABLE, ..SentenceTables::NONE }
    }};
}

/// The tables of a language code; for most, what the Latin script's languages share.
pub(super) fn tables(code: &str) -> SentenceTables {
    match code {
        "ar" => table!("ar"),
        "bn" | "as" => table!("bn"),
        "de" => SentenceTables { ordinals: true, ..table!("de") },
        "el" => SentenceTables { terminator: Some(';'), ..table!("el") },
        "es" => table!("es"),
        "fr" => table!("fr"),
        "gu" => table!("gu"),
        "hy" => SentenceTables { terminator: Some(':'), ..SentenceTables::NONE },
        "it" => table!("it"),
        "kn" => table!("kn"),
        "kok" | "gom" => table!("kok"),
        "ml" => table!("ml"),
        "ne" => table!("ne"),
        "nl" => table!("nl"),
        "or" => table!("or"),
        "pa" => table!("pa"),
        "pl" => table!("pl"),
        "pt" => table!("pt"),
        "ru" | "be" | "bg" | "kk" | "ky" | "mk" => table!("ru"),
        "ta" => table!("ta"),
        "te" => table!("te"),
        "uk" => table!("uk"),
        // The languages of Scandinavia and of middle Europe write a date's day as an ordinal.
        "da" | "no" | "nb" | "nn" | "fi" | "et" | "lv" | "cs" | "sk" | "hu" | "sl" | "hr" => {
            SentenceTables { ordinals: true, ..table!("latin") }
        }
        _ => table!("latin"),
    }
}
