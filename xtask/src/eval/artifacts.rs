//! How well artifacts are found, and how often what is right is called wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::families::are_kin;
use super::figures::{Figures, f1, share};
use super::fixes;
use super::gold::{Artifact, Gold};
use super::system::{Answer, Finding};

/// How closely a finding and an artifact agree; each level has those above it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Agreement {
    #[default]
    None,
    /// They share a character.
    Loose,
    /// Their codes are of one family.
    Family,
    /// Their codes are the same.
    Strict,
}

/// Findings or artifacts, by their best agreement with the other side.
#[derive(Clone, Copy, Default)]
struct Levels {
    all: usize,
    strict: usize,
    family: usize,
    loose: usize,
}

impl Levels {
    fn add(&mut self, agreement: Agreement) {
        self.all += 1;
        self.strict += usize::from(agreement >= Agreement::Strict);
        self.family += usize::from(agreement >= Agreement::Family);
        self.loose += usize::from(agreement >= Agreement::Loose);
    }
}

/// Findings and artifacts of some part of the data.
#[derive(Clone, Copy, Default)]
struct Part {
    findings: Levels,
    gold: Levels,
}

#[derive(Default)]
struct Texts {
    part: Part,
    docs: usize,
    words: usize,
    /// Findings that touch no artifact.
    false_alarms: usize,
}

/// A fault, which may show in several places; one place found is the fault found.
struct Item {
    found: Agreement,
    sev: Option<String>,
    det: Option<String>,
}

#[derive(Default)]
pub struct Score {
    all: Part,
    on_optional_only: usize,
    items: BTreeMap<(usize, String), Item>,
    by_kind: BTreeMap<String, Texts>,
    clean_by_severity: BTreeMap<String, usize>,
    by_severity: BTreeMap<String, Levels>,
    by_gold_severity: BTreeMap<String, Levels>,
    by_code: BTreeMap<String, Part>,
    fixes: fixes::Score,
}

impl Score {
    pub fn add(&mut self, doc: usize, gold: &Gold, answer: &Answer) {
        let texts = self.by_kind.entry(gold.kind.clone()).or_default();
        texts.docs += 1;
        texts.words += gold.words();
        for (at, artifact) in gold.artifacts.iter().enumerate() {
            let item = Item { found: Agreement::None, sev: artifact.sev.clone(), det: artifact.det.clone() };
            self.items.entry((doc, name(artifact, at))).or_insert(item);
        }
        for finding in &answer.findings {
            self.add_finding(doc, gold, finding);
        }
        for artifact in &gold.artifacts {
            let found = answer.findings.iter().map(|finding| agreement(finding, artifact));
            let found = found.max().unwrap_or_default();
            self.all.gold.add(found);
            self.by_code.entry(artifact.code.clone()).or_default().gold.add(found);
            self.by_kind.entry(gold.kind.clone()).or_default().part.gold.add(found);
            if let Some(severity) = &artifact.sev {
                self.by_gold_severity.entry(severity.clone()).or_default().add(found);
            }
            let matches = answer.findings.iter().filter(|f| agreement(f, artifact) == Agreement::Strict);
            self.fixes.add(&gold.text, artifact, &matches.collect::<Vec<_>>());
        }
    }

    fn add_finding(&mut self, doc: usize, gold: &Gold, finding: &Finding) {
        let (mut best, mut best_wanted) = (Agreement::None, Agreement::None);
        let wanted = gold.artifacts.len();
        for (at, artifact) in gold.artifacts.iter().chain(&gold.optional_artifacts).enumerate() {
            let found = agreement(finding, artifact);
            best = best.max(found);
            if at < wanted {
                best_wanted = best_wanted.max(found);
            }
            if let Some(item) = self.items.get_mut(&(doc, name(artifact, at))) {
                item.found = item.found.max(found);
            }
        }
        self.all.findings.add(best);
        self.by_code.entry(finding.code.clone()).or_default().findings.add(best);
        self.by_severity.entry(finding.severity.clone()).or_default().add(best);
        self.on_optional_only += usize::from(best == Agreement::Strict && best_wanted < best);
        let texts = self.by_kind.entry(gold.kind.clone()).or_default();
        texts.part.findings.add(best);
        if best == Agreement::None {
            texts.false_alarms += 1;
            if gold.kind == "clean" {
                *self.clean_by_severity.entry(finding.severity.clone()).or_default() += 1;
            }
        }
    }

    pub fn write(&self, figures: &mut Figures) {
        write_part(figures, "art", self.all);
        figures.count("art.findings_on_optional_only", self.on_optional_only);
        self.write_items(figures);
        self.write_kinds(figures);
        for (severity, levels) in &self.by_severity {
            figures.count(format!("severity.{severity}.findings"), levels.all);
            figures.rate(format!("severity.{severity}.strict.precision"), share(levels.strict, levels.all));
            figures.rate(format!("severity.{severity}.loose.precision"), share(levels.loose, levels.all));
        }
        for (severity, levels) in &self.by_gold_severity {
            figures.count(format!("gold_severity.{severity}.gold"), levels.all);
            figures.rate(format!("gold_severity.{severity}.strict.recall"), share(levels.strict, levels.all));
            figures.rate(format!("gold_severity.{severity}.loose.recall"), share(levels.loose, levels.all));
        }
        self.fixes.write(figures);
        for (code, Part { findings, gold }) in &self.by_code {
            figures.count(format!("code.{code}.gold"), gold.all);
            figures.count(format!("code.{code}.findings"), findings.all);
            figures.rate(format!("code.{code}.strict.precision"), share(findings.strict, findings.all));
            figures.rate(format!("code.{code}.strict.recall"), share(gold.strict, gold.all));
            figures.rate(format!("code.{code}.loose.recall"), share(gold.loose, gold.all));
        }
    }

    fn write_items(&self, figures: &mut Figures) {
        let items: Vec<&Item> = self.items.values().collect();
        let found = |items: &[&Item], least| {
            share(items.iter().filter(|item| item.found >= least).count(), items.len())
        };
        figures.count("art.items.gold", items.len());
        figures.rate("art.items.strict.recall", found(&items, Agreement::Strict));
        figures.rate("art.items.loose.recall", found(&items, Agreement::Loose));
        let mut write = |property: &str, of: &dyn Fn(&Item) -> Option<&String>| {
            let values: BTreeSet<&String> = items.iter().filter_map(|item| of(item)).collect();
            for value in values {
                let part: Vec<&Item> = items.iter().copied().filter(|item| of(item) == Some(value)).collect();
                let name = format!("art.items.{property}.{value}");
                figures.rate(format!("{name}.strict.recall"), found(&part, Agreement::Strict));
                figures.count(format!("{name}.gold"), part.len());
            }
        };
        write("sev", &|item| item.sev.as_ref());
        write("det", &|item| item.det.as_ref());
    }

    fn write_kinds(&self, figures: &mut Figures) {
        let per_1000 = |n: usize, words: usize| share(1000 * n, words);
        for (kind, texts) in &self.by_kind {
            write_part(figures, kind, texts.part);
            figures.count(format!("{kind}.docs"), texts.docs);
            figures.count(format!("{kind}.words"), texts.words);
            let findings = per_1000(texts.part.findings.all, texts.words);
            figures.rate(format!("{kind}.findings_per_1000"), findings);
            figures.rate(format!("{kind}.false_per_1000"), per_1000(texts.false_alarms, texts.words));
        }
        let words = self.by_kind.get("clean").map_or(0, |texts| texts.words);
        for (severity, n) in &self.clean_by_severity {
            figures.rate(format!("clean.false_per_1000.{severity}"), per_1000(*n, words));
        }
    }
}

fn name(artifact: &Artifact, at: usize) -> String {
    // A name that no annotator gives, for a fault that has none.
    artifact.gid.clone().filter(|gid| !gid.is_empty()).unwrap_or_else(|| format!("#{at}"))
}

fn agreement(finding: &Finding, artifact: &Artifact) -> Agreement {
    if !finding.range.meets(artifact.range) {
        return Agreement::None;
    }
    let mut codes = std::iter::once(&artifact.code).chain(&artifact.code_alt);
    if codes.clone().any(|code| *code == finding.code) {
        Agreement::Strict
    } else if codes.any(|code| are_kin(code, &finding.code)) {
        Agreement::Family
    } else {
        Agreement::Loose
    }
}

fn write_part(figures: &mut Figures, name: &str, Part { findings, gold }: Part) {
    for (level, found, hit) in [
        ("strict", findings.strict, gold.strict),
        ("family", findings.family, gold.family),
        ("loose", findings.loose, gold.loose),
    ] {
        let (precision, recall) = (share(found, findings.all), share(hit, gold.all));
        figures.rate(format!("{name}.{level}.precision"), precision);
        figures.rate(format!("{name}.{level}.recall"), recall);
        figures.rate(format!("{name}.{level}.f1"), f1(precision, recall));
    }
    figures.count(format!("{name}.gold"), gold.all);
    figures.count(format!("{name}.findings"), findings.all);
}
