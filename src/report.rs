//! What an analysis says. Field names are public API, in JSON and in JavaScript.

use serde::{Serialize, Serializer};

use crate::entity::Kind;
use crate::lang::Lang;
use crate::text::{Document, OffsetMap, Span, Utf16Span};
use crate::traces::Traces;

/// The result of one analysis. `S` is the unit of its spans: bytes inside, UTF-16 at the edge.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report<S = Span> {
    /// Version of Kasoti.
    pub version: &'static str,
    /// The language whose tables were used: the one asked for, or the one guessed.
    pub lang: Lang,
    /// In order, not overlapping; with the white space between them they give back the text.
    pub sentences: Vec<Sentence<S>>,
    /// Places where the text names something, in order, not overlapping.
    pub mentions: Vec<Mention<S>>,
    /// What is named, in order of first mention.
    pub entities: Vec<Linked>,
    /// Faults, by place.
    pub findings: Vec<Finding<S>>,
    /// How much the text carries of what machine translation leaves.
    pub traces: Traces,
    /// Which sentences render which of the original, in the text's order; empty without an original.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<Pair<S>>,
}

/// One or more sentences and what they render. One side is missing where something was added or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pair<S = Span> {
    /// From the first to the last of the sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<S>,
    /// The same in the original, whose own offsets these are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<S>,
}

/// One sentence, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence<S = Span> {
    /// Its place.
    #[serde(flatten)]
    pub span: S,
    /// Index of the paragraph (line with something on it), from 0.
    pub paragraph: u32,
}

/// One place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mention<S = Span> {
    /// The name without case ending.
    #[serde(flatten)]
    pub span: S,
    /// What kind of thing it names.
    pub kind: Kind,
    /// Index in [`Report::entities`].
    pub entity: u32,
    /// The case ending or postposition glued on: ने in मॉस्कोने.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<S>,
}

/// One entity with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Linked {
    /// Its kind.
    pub kind: Kind,
    /// Its fullest form in this text, as a dictionary would have it where the pack knows.
    pub name: String,
    /// The spellings met, most frequent first, then by first mention.
    pub forms: Vec<Form>,
    /// Indices in [`Report::mentions`], ascending.
    pub mentions: Vec<u32>,
}

/// One spelling of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// As it stands in the text, without case ending.
    pub text: String,
    /// How often.
    pub count: u32,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Hint,
    /// House style, wording.
    Minor,
    /// A visible fault that an editor must mend.
    Major,
    /// A fact may be wrong.
    Critical,
}

impl Severity {
    /// All, from the least to the gravest.
    pub const ALL: [Severity; 4] = [Self::Hint, Self::Minor, Self::Major, Self::Critical];

    /// The name that options and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }
}

/// One fault found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding<S = Span> {
    /// Where.
    #[serde(flatten)]
    pub span: S,
    /// The rule's code; messages are looked up by it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Evidence, for the message's placeholders.
    #[serde(skip_serializing_if = "Args::is_empty")]
    pub args: Args,
    /// Ways to mend it, the likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix<S>>,
    /// Other places that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<S>,
    /// What it is measured against in the original, whose own offsets these are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<S>,
    /// Whether the first fix may be applied unseen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub safe: bool,
}

/// Names and values for the placeholders of a message, by name. A few at most, so a list and no tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args(Vec<(&'static str, Arg)>);

impl Args {
    /// Sets a value.
    pub fn insert(&mut self, name: &'static str, value: Arg) {
        match self.0.iter().position(|(known, _)| *known >= name) {
            Some(at) if self.0[at].0 == name => self.0[at].1 = value,
            Some(at) => self.0.insert(at, (name, value)),
            None => self.0.push((name, value)),
        }
    }

    /// The value of `name`.
    pub fn get(&self, name: &str) -> Option<&Arg> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Arg)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A value for a placeholder of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// A count; the shell writes it in the reader's digits.
    Number(u32),
    /// Words of the text, or words offered in their stead.
    Text(String),
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::Number(n)
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

/// One way to mend a fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix<S = Span> {
    /// Replacements, in order, not overlapping, all to be made at once.
    pub edits: Vec<Edit<S>>,
    /// What to show for it when the edits do not speak for themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit<S = Span> {
    /// What is replaced; empty for an insertion.
    #[serde(flatten)]
    pub span: S,
    /// What comes in its place; empty for a deletion.
    pub text: String,
}

impl Finding {
    /// Adds evidence.
    pub fn arg(&mut self, name: &'static str, value: impl Into<Arg>) -> &mut Self {
        self.args.insert(name, value.into());
        self
    }

    /// Adds a fix that replaces the finding's own words.
    pub fn replace(&mut self, text: impl Into<String>) -> &mut Self {
        let span = self.span;
        self.fix(vec![Edit { span, text: text.into() }])
    }

    /// Adds a fix of any edits.
    pub fn fix(&mut self, edits: Vec<Edit>) -> &mut Self {
        self.fixes.push(Fix { edits, label: None });
        self
    }

    /// Marks the first fix as one that cannot hurt.
    pub fn safe(&mut self) -> &mut Self {
        self.safe = true;
        self
    }

    /// Says what in the original, text `doc`, the finding is measured against: its place, and its words as evidence.
    pub fn original(&mut self, doc: &Document, span: Span) -> &mut Self {
        self.original = Some(span);
        self.arg("source", doc.slice(span))
    }

    /// Adds a place that belongs to the finding.
    pub fn related(&mut self, span: Span) -> &mut Self {
        self.related.push(span);
        self
    }
}

impl Report {
    /// The same report with spans that index `text`, the analysed text, and `original` as JavaScript does.
    pub fn to_utf16(self, text: &str, original: &str) -> Report<Utf16Span> {
        let [mut ours, mut theirs] = [text, original].map(OffsetMap::utf16);
        let convert = |map: &mut OffsetMap, span| {
            let (start, end) = map.ends(span);
            Utf16Span { start, end }
        };
        self.map(&mut |span| convert(&mut ours, span), &mut |span| convert(&mut theirs, span))
    }

    /// The same report with every span of the text passed through `f` and every one of the original through `original`.
    pub fn map<T>(self, f: &mut impl FnMut(Span) -> T, original: &mut impl FnMut(Span) -> T) -> Report<T> {
        Report {
            version: self.version,
            lang: self.lang,
            sentences: self
                .sentences
                .into_iter()
                .map(|s| Sentence { span: f(s.span), paragraph: s.paragraph })
                .collect(),
            mentions: self
                .mentions
                .into_iter()
                .map(|m| Mention {
                    span: f(m.span),
                    kind: m.kind,
                    entity: m.entity,
                    suffix: m.suffix.map(&mut *f),
                })
                .collect(),
            entities: self.entities,
            findings: self.findings.into_iter().map(|finding| finding.map(f, original)).collect(),
            traces: self.traces,
            pairs: self
                .pairs
                .into_iter()
                .map(|p| Pair { text: p.text.map(&mut *f), original: p.original.map(&mut *original) })
                .collect(),
        }
    }
}

impl Finding {
    pub(crate) fn map<T>(
        self,
        f: &mut impl FnMut(Span) -> T,
        original: &mut impl FnMut(Span) -> T,
    ) -> Finding<T> {
        let mut edit = |edit: Edit| Edit { span: f(edit.span), text: edit.text };
        let fixes: Vec<_> = self
            .fixes
            .into_iter()
            .map(|fix| Fix { edits: fix.edits.into_iter().map(&mut edit).collect(), label: fix.label })
            .collect();
        Finding {
            span: f(self.span),
            code: self.code,
            severity: self.severity,
            args: self.args,
            fixes,
            related: self.related.into_iter().map(&mut *f).collect(),
            original: self.original.map(original),
            safe: self.safe,
        }
    }
}
