//! The page: no script, nothing fetched, every word of the text and of the messages escaped.

use std::fmt::Write as _;

use kasoti::Report;
use kasoti::report::{Finding, Linked, Severity};
use quick_xml::escape::escape;

use super::marks::paragraphs;
use crate::input::Source;
use crate::messages::Messages;
use crate::{entities, people};

/// The text with its marks, what each finding means, and what is named where.
pub fn page(source: &Source, report: &Report, messages: &Messages) -> String {
    let text = source.prose.text.as_str();
    let headline = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(&source.name);
    let (ui, lang) = (messages.ui(), report.lang.code());
    let (title, style) = (escape(headline), include_str!("page.css"));
    format!(
        "<!doctype html>\n<html lang=\"{ui}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title><style>\n{style}</style></head><body>\n\
         <article lang=\"{lang}\" translate=\"no\">\n{}</article>\n{}{}</body></html>\n",
        paragraphs(text, report, messages),
        findings(text, report, messages),
        names(report, messages),
    )
}

fn findings(text: &str, report: &Report, messages: &Messages) -> String {
    if report.findings.is_empty() {
        return format!("<section><p>{}</p></section>\n", escape(messages.word("state.clear", 1)));
    }
    let mut out = format!("<section><h2>{}</h2><ol>\n", escape(messages.word("export.list", 1)));
    for (i, finding) in report.findings.iter().enumerate() {
        let (n, lang, severity) = (i + 1, report.lang.code(), finding.severity.name());
        let fix = mended(finding, text, messages);
        let fix = fix.map_or_else(String::new, |fix| format!(" → <b>{}</b>", escape(&fix)));
        let _ = writeln!(
            out,
            "<li id=\"f{n}\"><span lang=\"{lang}\"><mark class=\"{severity}\">{}</mark>{fix}</span><br>{} \
             <small>{} · {} <code lang=\"en\">{}</code> <a href=\"#t{n}\" aria-label=\"{}\">↑</a></small></li>",
            escape(finding.span.of(text)),
            escape(reason(finding, text, messages)),
            escape(messages.word(&format!("sev.{severity}"), 1)),
            escape(messages.title(finding.code)),
            finding.code,
            escape(messages.word("reader.show", 1)),
        );
    }
    out + "</ol></section>\n"
}

/// Why it is a finding.
pub fn reason(finding: &Finding, text: &str, messages: &Messages) -> String {
    messages.reason(finding, finding.span.of(text))
}

/// How the words read when they are mended; where a fact is in doubt, that is the reader's to say.
fn mended(finding: &Finding, text: &str, messages: &Messages) -> Option<String> {
    let is_open = finding.severity == Severity::Critical && !finding.safe;
    let fix = finding.fixes.first().filter(|_| !is_open)?;
    let offered = people::offered(fix, finding, text);
    Some(if offered == people::NOTHING { format!("({})", messages.word("fix.remove", 1)) } else { offered })
}

fn names(report: &Report, messages: &Messages) -> String {
    if report.entities.is_empty() {
        return String::new();
    }
    let mut entities: Vec<_> = report.entities.iter().collect();
    entities.sort_by_key(|entity| entity.kind);
    let rows: String = entities.into_iter().map(|entity| name(entity, messages)).collect();
    let title = escape(messages.word("tab.names", 1));
    format!("<section><h2>{title}</h2><ul lang=\"{}\">\n{rows}</ul></section>\n", report.lang.code())
}

fn name(entity: &Linked, messages: &Messages) -> String {
    let class = entities::kind(entity.kind);
    let forms: Vec<_> = entity.forms.iter().map(|form| escape(&form.text)).collect();
    let forms = if forms.len() > 1 { format!(" ({})", forms.join(", ")) } else { String::new() };
    let place = |(i, mention): (usize, &u32)| {
        format!(" <a href=\"#m{mention}\">{}</a>", messages.number(i as u32 + 1))
    };
    let places: String = entity.mentions.iter().enumerate().map(place).collect();
    format!(
        "<li><mark class=\"{class}\">{}</mark>{forms} <small lang=\"{}\">{}</small>{places}</li>\n",
        escape(&entity.name),
        messages.ui(),
        escape(messages.word(&format!("kind.{class}"), 1)),
    )
}

#[cfg(test)]
mod tests {
    use kasoti::entity::Kind;
    use kasoti::lang::Lang;
    use kasoti::report::{Edit, Form, Mention};
    use kasoti::text::Span;

    use super::*;
    use crate::input::Format;

    /// What tries to break out of text, of an attribute, of a link.
    const HOSTILE: &str = "😀 <script>alert(1)</script>\" onclick='x' & </style>";

    #[test]
    fn nothing_hostile_is_more_than_words() {
        let span = Span::new(5..HOSTILE.len());
        let mut finding = Finding {
            span,
            code: "mixed-digits",
            severity: Severity::Major,
            args: Default::default(),
            fixes: Vec::new(),
            related: Vec::new(),
            original: None,
            safe: false,
        };
        finding.arg("form", HOSTILE).fix(vec![Edit { span, text: HOSTILE.to_owned() }]);
        let mut second = finding.clone();
        second.code = "calque";
        second.arg("right", HOSTILE).arg("form", HOSTILE);
        let report = Report {
            version: "",
            lang: Lang::MARATHI,
            sentences: Vec::new(),
            mentions: vec![Mention { span, kind: Kind::Person, entity: 0, suffix: None }],
            entities: vec![Linked {
                kind: Kind::Person,
                name: HOSTILE.to_owned(),
                forms: vec![Form { text: HOSTILE.to_owned(), count: 1 }; 2],
                mentions: vec![0],
            }],
            findings: vec![finding, second],
            traces: Default::default(),
            pairs: Vec::new(),
        };
        let source = Source::of("x.txt", HOSTILE.to_owned(), Format::Text);
        let page = page(&source, &report, &Messages::of("en"));
        assert!(
            !page.contains("<script") && !page.contains("onclick='") && !page.contains("\" onclick"),
            "{page}"
        );
        assert_eq!(page.matches("</style>").count(), 1, "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick="), "{page}");
        assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
    }

    #[test]
    fn marks_that_overlap_are_cut_where_they_begin_and_end() {
        let text = "अ😀आ इ\nई";
        let at = |words: &str| Span::new(text.find(words).unwrap()..text.find(words).unwrap() + words.len());
        let finding = |span, severity| Finding {
            span,
            code: "mixed-digits",
            severity,
            args: Default::default(),
            fixes: Vec::new(),
            related: Vec::new(),
            original: None,
            safe: false,
        };
        let report = Report {
            version: "",
            lang: Lang::MARATHI,
            sentences: Vec::new(),
            mentions: Vec::new(),
            entities: Vec::new(),
            findings: vec![finding(at("अ😀आ"), Severity::Major), finding(at("आ इ\nई"), Severity::Hint)],
            traces: Default::default(),
            pairs: Vec::new(),
        };
        let said = "title=\"Digits from two scripts: One figure mixes two scripts; check the figure.\"";
        let both = said.trim_end_matches('"').to_owned() + "&#10;" + said.trim_start_matches("title=\"");
        assert_eq!(
            paragraphs(text, &report, &Messages::of("en")),
            format!(
                "<h1><mark class=\"major\" {said}>अ😀</mark><mark class=\"hint major\" {both}>आ</mark>\
                 <sup id=\"t1\"><a href=\"#f1\">1</a></sup><mark class=\"hint\" {said}> इ</mark></h1>\n\
                 <p><mark class=\"hint\" {said}>ई</mark><sup id=\"t2\"><a href=\"#f2\">2</a></sup></p>\n"
            )
        );
    }
}
