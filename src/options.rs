//! What a caller may ask for, and the check that refuses what makes no sense.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use crate::artifact::{RULES, Rule, preferences};
use crate::lang::{self, Lang, UnknownLang};
use crate::report::Severity;
use crate::text::{Span, distance};

/// Options as the caller writes them, in JavaScript or JSON. All are optional.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// A language code, or `auto` (the default) to have it guessed.
    pub lang: Option<String>,
    /// Rules to switch on or off, or to give another severity, by code.
    #[serde(deserialize_with = "pairs")]
    pub rules: Vec<(String, RuleOption)>,
    /// Words that are right in this house: no rule speaks of them.
    pub glossary: Vec<GlossaryEntry>,
    /// Findings to leave out.
    pub ignore: Vec<Ignored>,
    /// The text that this one is a translation of.
    pub original: Option<String>,
    /// Its language; `auto` by default.
    pub original_lang: Option<String>,
    /// Whatever else the caller wrote; [`Options::check`] refuses it by name.
    #[serde(flatten, deserialize_with = "pairs")]
    pub unknown: Vec<(String, IgnoredAny)>,
}

/// The names of the options, for the message about one that does not exist.
const NAMES: [&str; 6] = ["lang", "rules", "glossary", "ignore", "original", "originalLang"];

/// An object by its names, in their order. A list: maps are a large type for a handful of settings.
fn pairs<'de, D: Deserializer<'de>, V: Deserialize<'de>>(object: D) -> Result<Vec<(String, V)>, D::Error> {
    Ok(BTreeMap::deserialize(object)?.into_iter().collect())
}

/// `true`, `false`, a severity, or what the house prefers.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum RuleOption {
    /// On or off.
    On(bool),
    /// On, with this severity or, of a rule that knows several right ways, with this way as the right one.
    Setting(String),
}

/// A word of the house's own.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum GlossaryEntry {
    /// The word alone.
    Form(String),
    /// The word with other spellings that are as right.
    Forms {
        /// The preferred spelling.
        form: String,
        /// Others that are left alone.
        #[serde(default)]
        variants: Vec<String>,
    },
}

/// A finding that somebody has looked at and lets stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Ignored {
    /// `code:words`: wherever these words stand.
    Everywhere(String),
    /// In one place, told by what stands around it and not by offsets, so that it is known again after edits elsewhere.
    Here {
        /// The rule's.
        code: String,
        /// As they stand in the text.
        words: String,
        /// What stands right before them, as much as the caller likes.
        #[serde(default)]
        before: String,
        /// What stands right after them.
        #[serde(default)]
        after: String,
    },
}

impl Ignored {
    /// Whether the finding of `code` at `span` of `text` is meant.
    pub(crate) fn means(&self, code: &str, text: &str, span: Span) -> bool {
        let found = span.of(text);
        match self {
            Self::Everywhere(key) => key.split_once(':') == Some((code, found)),
            Self::Here { code: own, words, before, after } => {
                own == code
                    && words == found
                    && text[..span.start as usize].ends_with(&**before)
                    && text[span.end as usize..].starts_with(&**after)
            }
        }
    }
}

/// Options that have been checked. `Settings::default()` is what most callers want.
#[derive(Debug, PartialEq)]
pub struct Settings {
    lang: Option<Lang>,
    pub(crate) rules: Vec<(&'static Rule, Severity)>,
    /// What the house prefers, by the rule's code.
    pub(crate) preferred: Vec<(&'static str, &'static str)>,
    pub(crate) glossary: Vec<String>,
    pub(crate) ignore: Vec<Ignored>,
    pub(crate) original: Option<String>,
    original_lang: Option<Lang>,
}

impl Default for Settings {
    fn default() -> Self {
        Options::default().check().unwrap_or_else(|error| panic!("no option, no mistake: {error}"))
    }
}

impl Settings {
    /// The language to use for `text`.
    pub fn lang(&self, text: &str) -> Lang {
        self.lang.unwrap_or_else(|| lang::guess(text))
    }

    /// The text that the analysed one is a translation of.
    pub fn original(&self) -> Option<&str> {
        self.original.as_deref()
    }

    /// The language of `original`.
    pub(crate) fn original_lang(&self, original: &str) -> Lang {
        self.original_lang.unwrap_or_else(|| lang::guess(original))
    }
}

impl Options {
    /// These options, with `other`'s wherever they say nothing; rules are merged code by code.
    pub fn or(mut self, other: Options) -> Options {
        let mut rules = other.rules;
        rules.retain(|(code, _)| self.rules.iter().all(|(own, _)| own != code));
        rules.append(&mut self.rules);
        Options {
            lang: self.lang.or(other.lang),
            rules,
            glossary: if self.glossary.is_empty() { other.glossary } else { self.glossary },
            ignore: if self.ignore.is_empty() { other.ignore } else { self.ignore },
            original: self.original.or(other.original),
            original_lang: self.original_lang.or(other.original_lang),
            unknown: self.unknown,
        }
    }

    /// Refuses what names nothing, with a message for people.
    pub fn check(self) -> Result<Settings, OptionsError> {
        if let Some((name, _)) = self.unknown.into_iter().next() {
            return Err(OptionsError::UnknownOption(name));
        }
        let (rules, preferred) = choose(self.rules)?;
        let glossary = self.glossary.into_iter().flat_map(|entry| match entry {
            GlossaryEntry::Form(form) => vec![form],
            GlossaryEntry::Forms { form, variants } => [vec![form], variants].concat(),
        });
        Ok(Settings {
            lang: parse_lang(self.lang)?,
            rules,
            preferred,
            glossary: glossary.filter(|word| !word.is_empty()).collect(),
            ignore: self.ignore,
            original: self.original,
            original_lang: parse_lang(self.original_lang)?,
        })
    }
}

fn parse_lang(tag: Option<String>) -> Result<Option<Lang>, OptionsError> {
    match tag.as_deref() {
        None | Some("" | "auto") => Ok(None),
        Some(tag) => Lang::parse(tag).map(Some).map_err(OptionsError::UnknownLang),
    }
}

type Chosen = (Vec<(&'static Rule, Severity)>, Vec<(&'static str, &'static str)>);

/// The rules that will run, with their severities, and what is preferred.
fn choose(options: Vec<(String, RuleOption)>) -> Result<Chosen, OptionsError> {
    let mut chosen: Vec<_> = RULES.iter().map(|rule| (rule, rule.default_on, rule.severity)).collect();
    let mut preferred = Vec::new();
    for (code, option) in options {
        let Some((rule, on, severity)) = chosen.iter_mut().find(|(rule, ..)| rule.code == code) else {
            return Err(OptionsError::UnknownRule(code));
        };
        let name = match option {
            RuleOption::On(wanted) => {
                *on = wanted;
                continue;
            }
            RuleOption::Setting(name) => name,
        };
        *on = true;
        if let Some(named) = Severity::ALL.into_iter().find(|s| s.name() == name) {
            *severity = named;
        } else if let Some(way) = preferences(rule.code).iter().find(|way| **way == name) {
            preferred.push((rule.code, *way));
        } else {
            return Err(OptionsError::UnknownSetting { code, name });
        }
    }
    let rules = chosen.into_iter().filter(|r| r.1).map(|(rule, _, severity)| (rule, severity)).collect();
    Ok((rules, preferred))
}

/// Why options were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionsError {
    /// There is no option of that name.
    UnknownOption(String),
    /// No rule has that code.
    UnknownRule(String),
    /// A rule was given something that it cannot be set to.
    UnknownSetting {
        /// The rule.
        code: String,
        /// What it was given.
        name: String,
    },
    /// The language tag names no language.
    UnknownLang(UnknownLang),
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption(name) => {
                write!(f, "unknown option \"{name}\"; did you mean \"{}\"?", nearest(name, NAMES))
            }
            Self::UnknownRule(code) => {
                let codes = RULES.iter().map(|rule| rule.code);
                write!(f, "unknown rule \"{code}\"; did you mean \"{}\"?", nearest(code, codes))
            }
            Self::UnknownSetting { code, name } => {
                write!(f, "rule \"{code}\" cannot be \"{name}\"; use true, false")?;
                let mut ways = ["critical", "major", "minor"].iter().chain(preferences(code));
                ways.try_for_each(|way| write!(f, ", \"{way}\""))?;
                f.write_str(" or \"hint\"")
            }
            Self::UnknownLang(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OptionsError {}

/// The candidate with the fewest letters changed. A caller's slip is short: a long word is compared by its head,
/// so that a megabyte given as a rule code costs nothing.
fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> &'c str {
    let head: String = word.chars().take(64).collect();
    candidates.into_iter().min_by_key(|candidate| distance(&head, candidate)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(json: &str) -> String {
        serde_json::from_str::<Options>(json).unwrap().check().unwrap_err().to_string()
    }

    #[test]
    fn mistakes_are_named_with_what_was_meant() {
        assert_eq!(refused(r#"{"langg": "mr"}"#), r#"unknown option "langg"; did you mean "lang"?"#);
        assert_eq!(
            refused(r#"{"rules": {"mixed-digit": false}}"#),
            r#"unknown rule "mixed-digit"; did you mean "mixed-digits"?"#
        );
        assert_eq!(
            refused(r#"{"rules": {"name-variant": "loud"}}"#),
            r#"rule "name-variant" cannot be "loud"; use true, false, "critical", "major", "minor" or "hint""#
        );
        assert!(
            refused(r#"{"lang": "marathi 😀"}"#)
                .starts_with(r#"unknown language "marathi 😀"; known are auto, mr, hi, en"#)
        );
    }

    #[test]
    fn rules_are_chosen_by_code() {
        let options = r#"{"rules": {"mixed-digits": "hint"}, "lang": "auto", "glossary": ["क", {"form": "ख", "variants": ["ग"]}]}"#;
        let settings = serde_json::from_str::<Options>(options).unwrap().check().unwrap();
        let severity = settings.rules.iter().find(|(rule, _)| rule.code == "mixed-digits").unwrap().1;
        assert_eq!(severity, Severity::Hint);
        assert_eq!(settings.glossary, ["क", "ख", "ग"]);
        let off = serde_json::from_str::<Options>(r#"{"rules": {"mixed-digits": false}}"#)
            .unwrap()
            .check()
            .unwrap();
        assert!(off.rules.iter().all(|(rule, _)| rule.code != "mixed-digits"));
    }

    #[test]
    fn a_house_says_what_it_prefers() {
        let options = r#"{"rules": {"mixed-terminators": "।", "mixed-digits": "latin"}}"#;
        let settings = serde_json::from_str::<Options>(options).unwrap().check().unwrap();
        assert_eq!(settings.preferred, [("mixed-digits", "latin"), ("mixed-terminators", "।")]);
        assert!(
            settings.rules.iter().any(|(rule, _)| rule.code == "mixed-terminators"),
            "switched on with it"
        );
        assert_eq!(
            refused(r#"{"rules": {"mixed-terminators": "😀"}}"#),
            r#"rule "mixed-terminators" cannot be "😀"; use true, false, "critical", "major", "minor", ".", "।" or "hint""#
        );
    }

    #[test]
    fn a_finding_is_known_again_by_the_words_around_it() {
        let json = r#"["x-y:हळू 😀", {"code": "x-y", "words": "हळू", "before": "तो ", "after": " आला"}]"#;
        let [everywhere, here] = &*serde_json::from_str::<Vec<Ignored>>(json).unwrap() else { panic!() };
        let text = "😀 तो हळू आला. ती हळू आली.";
        let places: Vec<_> =
            text.match_indices("हळू").map(|(at, word)| Span::new(at..at + word.len())).collect();
        assert!(here.means("x-y", text, places[0]));
        assert!(!here.means("x-y", text, places[1]), "the same words elsewhere");
        assert!(!here.means("x-z", text, places[0]), "another rule");
        assert!(!everywhere.means("x-y", text, places[0]), "other words");
        assert!(everywhere.means("x-y", "हळू 😀", Span::new(0.."हळू 😀".len())));
    }
}
