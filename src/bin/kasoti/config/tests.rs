//! What is read from `kasoti.toml`, and its schema.

use kasoti::GlossaryEntry;
use kasoti::artifact::{RULES, preferences};
use serde_json::{Value, json};

use super::*;

fn read(text: &str) -> Result<House, String> {
    House::read(text, Path::new("/news/kasoti.toml"))
}

#[test]
fn a_mistake_is_told_with_its_line() {
    for (text, told) in [
        ("# 😀\nlangg = \"mr\"", "2: unknown field `langg`, expected one of `lang`, `ui`, "),
        ("lang = \"klingon\"", "1: unknown language \"klingon\"; known are auto, mr, hi, en"),
        (
            "[rules]\nmixed-digits = \"latin\"\nmixed-digit = false",
            "3: unknown rule \"mixed-digit\"; did you mean \"mixed-digits\"?",
        ),
        ("\n[rules]\nname-variant = \"loud\"", "3: rule \"name-variant\" cannot be \"loud\"; use true, "),
        ("[rules]\nname-variant = 3", "2: expected true, false, a severity or what the house prefers"),
        ("fail-on = \"often\"", "1: unknown variant `often`, expected one of `hint`, `minor`, "),
        ("exclude = [\"a\",\n\"{\"]\nlang = \"mr", "3: "),
    ] {
        let error = read(text).err().unwrap();
        assert!(error.starts_with(&format!("/news/kasoti.toml:{told}")), "{error}");
    }
}

#[test]
fn what_is_agreed_on_is_read() {
    let house = read(
        "lang = \"mr\"\nui = \"hi\"\nfail-on = \"critical\"\noriginal = \"en/{stem}.txt\"\noriginal-lang = \"en\"\nexclude = [\"drafts/\", \"*.original.txt\"]\nglossary = [\"कांदा 😀\"]\n[rules]\nmixed-digits = \"latin\"\nname-variant = false",
    )
    .unwrap();
    let options = house.options();
    assert_eq!((options.lang.as_deref(), options.original_lang.as_deref()), (Some("mr"), Some("en")));
    assert!(matches!(&options.glossary[..], [GlossaryEntry::Forms { form, variants }]
        if form == "कांदा 😀" && variants.is_empty()));
    assert!(
        matches!(&options.rules[..], [(digits, RuleOption::Setting(way)), (names, RuleOption::On(false))]
            if digits == "mixed-digits" && way == "latin" && names == "name-variant")
    );
    assert_eq!((house.ui, house.original.as_deref()), (Some("hi"), Some("en/{stem}.txt")));
    assert!(house.fail_on.is_some_and(|f| !f.fails(kasoti::report::Severity::Major)));
    let excluded = ["/news/a/drafts/b.md", "/news/x.original.txt", "/news/x.txt", "/else/drafts/x.txt"];
    assert_eq!(excluded.map(|file| house.excludes(Path::new(file))), [true, true, false, false]);
}

/// Editors complete and check `kasoti.toml` by it. `KASOTI_GENERATED=write cargo test --bin kasoti` writes it anew.
#[test]
fn the_schema_knows_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/kasoti.schema.json");
    let wanted = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("KASOTI_GENERATED").is_some_and(|wish| wish == "write") {
        fs::write(&path, &wanted).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), wanted, "KASOTI_GENERATED=write mends it");
}

#[test]
fn the_schema_knows_every_key() {
    let error = read("no-key = 1").err().unwrap();
    let named: Vec<_> = error.split('`').skip(3).step_by(2).collect();
    let schema = schema();
    let known: Vec<_> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(known, named);
}

fn schema() -> Value {
    let messages = crate::messages::Messages::of("en");
    let rules = RULES.iter().map(|rule| {
        let named = ["critical", "major", "minor", "hint"].iter().chain(preferences(rule.code));
        let settings: Vec<Value> =
            [json!(true), json!(false)].into_iter().chain(named.map(|n| json!(n))).collect();
        (rule.code.to_owned(), json!({ "description": messages.title(rule.code), "enum": settings }))
    });
    let rules: serde_json::Map<_, _> = rules.collect();
    let language =
        |what: &str| json!({ "description": what, "type": "string", "examples": ["mr", "hi", "en", "auto"] });
    let words = |what: &str| json!({ "description": what, "type": "array", "items": { "type": "string" } });
    let name = json!({
        "type": "object",
        "required": ["form"],
        "properties": { "form": { "type": "string" }, "variants": { "type": "array", "items": { "type": "string" } } },
    });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "kasoti.toml",
        "description": "What a house has agreed on, for all files in the folder of kasoti.toml and below.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "lang": language("Language of the texts; guessed for each text by default."),
            "ui": { "description": "Language of the messages.", "enum": ["mr", "hi", "en"] },
            "fail-on": {
                "description": "From which severity on kasoti check exits with 1.",
                "enum": ["hint", "minor", "major", "critical", "never"],
            },
            "original": {
                "description": "The original of each file, from the folder of kasoti.toml; {dir}, {stem} and {ext} stand for the file's folder, name and ending.",
                "type": "string",
            },
            "original-lang": language("Language of the originals; guessed by default."),
            "exclude": words("Files and folders that are left out when a folder is checked, written as in .gitignore."),
            "glossary": {
                "description": "Words that are right in this house, or the .json or .csv file that lists them, looked for from here.",
                "anyOf": [
                    { "type": "string" },
                    { "type": "array", "items": { "anyOf": [{ "type": "string" }, name] } },
                ],
            },
            "rules": {
                "description": "Rules switched on or off, with another severity, or with what the house prefers.",
                "type": "object",
                "additionalProperties": false,
                "properties": rules,
            },
        },
    })
}
