//! From a file to its report.

use std::collections::HashSet;

use kasoti::lang::{Lang, guess};
use kasoti::report::{Edit, Finding, Fix, Pair};
use kasoti::text::Span;
use kasoti::{Options, OptionsError, Packs, Report, analyze};

use crate::input::{Format, Original, Source, Unit};

impl Source {
    /// The report on the prose, with spans of the prose. `options` are asked for as often as texts are analysed.
    pub fn analyze(&self, options: &dyn Fn() -> Options, packs: &Packs) -> Result<Report, OptionsError> {
        let mut own = options();
        own.lang = self.lang(own.lang);
        let Some(original) = &self.original else {
            return Ok(self.judged(analyze(&self.prose.text, &own.check()?, packs)));
        };
        own.original_lang = original.lang(own.original_lang);
        if self.units.is_empty() {
            own.original = Some(original.prose.text.clone());
            return Ok(self.judged(analyze(&self.prose.text, &own.check()?, packs)));
        }
        // The whole for what must be the same throughout; each unit for what its own original says.
        let original_lang = own.original_lang.clone();
        let mut report = analyze(&self.prose.text, &own.check()?, packs);
        for unit in &self.units {
            let options = || {
                let lang = (report.lang != Lang::UNDETERMINED).then(|| report.lang.code().to_owned());
                Options { lang, original_lang: original_lang.clone(), ..options() }
            };
            let owed = self.owed(unit, original, &options, packs)?;
            report.findings.extend(owed);
            let text = Some(Span::new(unit.text.clone()));
            report.pairs.push(Pair { text, original: Some(Span::new(unit.original.clone())) });
        }
        report.findings.sort_by_key(|finding| (finding.span, finding.code));
        Ok(self.judged(report))
    }

    /// The language that `options` make of the prose.
    pub fn language(&self, options: Options) -> Result<Lang, OptionsError> {
        let lang = self.lang(options.lang);
        Ok(Options { lang, ..Options::default() }.check()?.lang(&self.prose.text))
    }

    /// What is found in a unit only because of its original.
    fn owed(
        &self,
        unit: &Unit,
        original: &Original,
        options: &dyn Fn() -> Options,
        packs: &Packs,
    ) -> Result<Vec<Finding>, OptionsError> {
        let text = &self.prose.text[unit.text.clone()];
        let compared = &original.prose.text[unit.original.clone()];
        if compared.trim().is_empty() {
            return Ok(Vec::new());
        }
        let with = Options { original: Some(compared.to_owned()), ..options() };
        let mut report = analyze(text, &with.check()?, packs);
        if !report.findings.is_empty() {
            let alone = analyze(text, &options().check()?, packs);
            let alone: HashSet<_> =
                alone.findings.iter().map(|finding| (finding.span, finding.code)).collect();
            report.findings.retain(|finding| !alone.contains(&(finding.span, finding.code)));
        }
        let start = unit.text.start as u32;
        let shift = |span: Span| Span { start: span.start + start, end: span.end + start };
        Ok(report.map(&mut { shift }, &mut |span| span).findings)
    }

    /// The language asked for, else the one that the file says it is in.
    fn lang(&self, asked: Option<String>) -> Option<String> {
        asked.filter(|lang| lang != "auto").or_else(|| known(self.lang.as_deref()))
    }

    fn judged(&self, mut report: Report) -> Report {
        report.findings.retain(|finding| self.prose.is_judged(finding.span));
        report
    }

    /// Whether a fix of the prose can be made in the file: it touches no markup.
    pub fn keeps(&self, fix: &Fix) -> bool {
        let is_editable = |edit: &Edit| self.prose.editable(edit.span).is_some();
        self.format == Format::Text || fix.edits.iter().all(is_editable)
    }

    /// The report with its spans placed in the file, and in that of the original. A fix that would touch markup is left
    /// out, the others are written as the format has it: whoever makes them in the file makes no other change.
    pub fn place(&self, report: &Report) -> Report {
        let mut report = report.clone();
        for finding in report.findings.iter_mut().filter(|_| self.format != Format::Text) {
            let first = finding.fixes.first().cloned();
            finding.fixes.retain(|fix| self.keeps(fix));
            finding.safe &= finding.fixes.first() == first.as_ref();
            for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
                edit.text = self.format.written(&edit.text);
            }
        }
        let there = |span| self.original.as_ref().map_or(span, |original| original.prose.place(span));
        report.map(&mut |span| self.prose.place(span), &mut { there })
    }
}

impl Original {
    /// One language for all units, most of which are too short to tell.
    fn lang(&self, asked: Option<String>) -> Option<String> {
        let asked = asked.filter(|lang| lang != "auto").or_else(|| known(self.lang.as_deref()));
        asked.or_else(|| {
            let guessed = guess(&self.prose.text);
            (guessed != Lang::UNDETERMINED).then(|| guessed.code().to_owned())
        })
    }
}

/// A file may say anything; what is no language is guessed.
fn known(lang: Option<&str>) -> Option<String> {
    lang.filter(|lang| Lang::parse(lang).is_ok()).map(str::to_owned)
}
