//! Every format: what is read, and where it stands.

use kasoti::text::Span;
use proptest::prelude::*;

use super::*;

fn read(file: &str, format: Format) -> Source {
    Source::of("😀", file.to_owned(), format)
}

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap();
    Span::new(at..at + words.len())
}

/// What of the file the words of the prose stand on, and what of it an edit of them would replace.
fn there<'s>(source: &'s Source, words: &str) -> (&'s str, Option<&'s str>) {
    let span = span(&source.prose.text, words);
    (span_of(source, span), source.prose.editable(span).map(|range| &source.file[range]))
}

fn span_of(source: &Source, span: Span) -> &str {
    source.prose.place(span).of(&source.file)
}

#[test]
fn html_is_read_as_its_reader_sees_it() {
    let source = read(
        "<head><title>t</title></head><p>😀 कां<b>दा</b> &amp;\r\n  मीठ &notit; <code>{x}</code>.<p>तेल<script>क</script><nav>ख</nav><br>डाळ",
        Format::Html,
    );
    assert_eq!(source.prose.text, "😀 कांदा & मीठ ¬it; {x}.\nतेल\nडाळ\n");
    assert_eq!(there(&source, "कां"), ("कां", Some("कां")));
    assert_eq!(there(&source, "कांदा"), ("कां<b>दा", None), "no edit over markup");
    assert_eq!(there(&source, "& मीठ"), ("&amp;\r\n  मीठ", Some("&amp;\r\n  मीठ")));
    assert_eq!(there(&source, "it"), ("&notit;", None), "no half of a reference");
    assert_eq!(there(&source, "{x}"), ("{x}", None));
    assert!(!source.prose.is_judged(span(&source.prose.text, "{x}")));
    assert!(source.prose.is_judged(span(&source.prose.text, "{x}.")));
}

#[test]
fn what_is_never_closed_does_not_swallow_the_rest() {
    let source = read("<nav>😀 एक<p>दोन <code>तीन<svg>", Format::Html);
    assert_eq!(source.prose.text, "😀 एक\nदोन तीन\n");
    assert_eq!(there(&source, "तीन").1, Some("तीन"));
}

#[test]
fn markdown_gives_its_paragraphs() {
    let source = read(
        "---\ntitle: क\n---\n# 😀 एक\n\nदोन *तीन*\nचार \\* `पाच` ![चित्र](x) [सहा](y)\n\n    कोड\n\n| अ | आ |\n|---|---|\n| इ | ई |\n\n> सात\n> आठ",
        Format::Markdown,
    );
    assert_eq!(source.prose.text, "😀 एक\nदोन तीन चार * पाच  सहा\nअ\nआ\nइ\nई\nसात आठ\n");
    assert_eq!(there(&source, "दोन तीन"), ("दोन *तीन", None));
    assert_eq!(there(&source, "सात आठ"), ("सात\n> आठ", None));
    assert_eq!(there(&source, "पाच"), ("`पाच`", None));
    assert_eq!(there(&source, "आठ"), ("आठ", Some("आठ")));
    assert_eq!(Format::Markdown.written("a*b"), "a\\*b");
    let source = read("😀 एक\\.\\. दोन \\\\. &amp;", Format::Markdown);
    assert_eq!(source.prose.text, "😀 एक.. दोन \\. &\n");
    assert_eq!(there(&source, ".."), ("\\.\\.", Some("\\.\\.")), "an escape is one with its backslash");
    assert_eq!(there(&source, "\\. &"), ("\\\\. &amp;", Some("\\\\. &amp;")));
}

#[test]
fn a_sentence_runs_on_over_subtitles() {
    let cues = "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>😀 एक</i>\nदोन <3\n\n2\n00:00:03,000 --> 00:00:04,000\nतीन &amp;.\n- चार\n\n3\n00:00:05,000 --> 00:00:06,000\nपाच\n";
    let source = read(cues, Format::Srt);
    assert_eq!(source.prose.text, "😀 एक दोन <3 तीन &amp;.\n- चार पाच");
    assert_eq!(there(&source, "दोन <3"), ("दोन <3", Some("दोन <3")));
    let source =
        read("WEBVTT\n\nNOTE\nटीप\n\n00:01.000 --> 00:02.000 align:start\n<v राव>😀 एक &amp;\n", Format::Vtt);
    assert_eq!(source.prose.text, "😀 एक &");
    assert_eq!(there(&source, "&"), ("&amp;", Some("&amp;")));
}

#[test]
fn messages_stand_beside_their_originals() {
    let po = "msgid \"\"\nmsgstr \"Language: mr_IN\\n\"\n\n# टीप\nmsgctxt \"क\"\nmsgid \"One \\\"x\\\"\"\nmsgstr \"😀 एक \"\n\"%(n)s\\nदोन\"\n#~ msgid \"old\"\n#~ msgstr \"जुने\"\nmsgid \"Day\"\nmsgid_plural \"Days\"\nmsgstr[0] \"दिवस\"\nmsgstr[1] \"\"\nmsgstr[2] \"खूप दिवस\"\n";
    let source = read(po, Format::Po);
    let original = source.original.as_ref().unwrap();
    let units = source.units.iter();
    let units: Vec<_> = units
        .map(|unit| (&source.prose.text[unit.text.clone()], &original.prose.text[unit.original.clone()]))
        .collect();
    assert_eq!(units, [("😀 एक %(n)s\nदोन", "One \"x\""), ("दिवस", "Day"), ("खूप दिवस", "Days")]);
    assert_eq!(source.lang.as_deref(), Some("mr_IN"));
    assert_eq!(there(&source, "एक %(n)s"), ("एक \"\n\"%(n)s", None));
    assert_eq!(there(&source, "\nदोन"), ("\\nदोन", Some("\\nदोन")));
    assert_eq!(Format::Po.written("\"क\"\n"), "\\\"क\\\"\\n");
}

#[test]
fn targets_stand_beside_their_sources() {
    let old = "<xliff version='1.2'><file source-language='en' target-language='mr'><body><trans-unit id='1'><source>One</source><seg-source>One</seg-source><target>😀 ए<g id='1'>क</g><ph>&lt;b&gt;</ph> &amp; <![CDATA[<दोन>]]></target><alt-trans><target>जुने</target></alt-trans></trans-unit><trans-unit id='2' translate='no'><source>X</source><target>क्ष</target></trans-unit></body></file></xliff>";
    let source = read(old, Format::Xliff);
    assert_eq!(source.prose.text, "😀 एक & <दोन>\n");
    assert_eq!(source.original.as_ref().unwrap().prose.text, "One\n");
    assert_eq!(there(&source, "एक"), ("ए<g id='1'>क", None));
    assert_eq!(there(&source, "दोन"), ("दोन", None), "judged, but not edited");
    let new = "<xliff version='2.0' srcLang='en' trgLang='mr'><file><unit id='1'><notes><note>टीप</note></notes><segment><source>One.</source><target>😀 एक.</target></segment><segment><source>Two.</source></segment></unit></file></xliff>";
    let source = read(new, Format::Xliff);
    assert_eq!((source.prose.text.as_str(), source.lang.as_deref()), ("😀 एक.\n", Some("mr")));
    let broken = Source::new(Path::new("x.xlf"), "<a>\n<b>😀</a>".to_owned(), Format::Xliff);
    assert!(broken.err().unwrap().starts_with("x.xlf is no XLIFF: line 2: "));
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    for (format, file) in [
        (Format::Po, "msgid \"a\"\nmsgstr \"😀 एक\""),
        (Format::Xliff, "<xliff><trans-unit><target>😀 एक</target></trans-unit></xliff>"),
        (Format::Html, "<p>😀 एक"),
        (Format::Markdown, "# 😀 एक"),
    ] {
        let source = read(&format!("\u{feff}{file}"), format);
        assert_eq!(source.prose.text, "😀 एक\n");
        assert_eq!(there(&source, "एक"), ("एक", Some("एक")));
    }
}

const FORMATS: [Format; 8] = [
    Format::Text,
    Format::Docx,
    Format::Markdown,
    Format::Html,
    Format::Srt,
    Format::Vtt,
    Format::Po,
    Format::Xliff,
];

proptest! {
    #[test]
    fn any_file_can_be_read_and_every_place_is_one_of_the_file(
        parts in proptest::collection::vec(
            prop_oneof![
                "[a-z😀क ़्\\n\r\t]{0,4}",
                "(<|</)(p|b|script|code|nav|target|source|trans-unit|v x)?>?",
                "&(amp|lt|#x1F600|notit|#)?;?|<!--|-->|<!\\[CDATA\\[|\\]\\]>",
                "\n(1|00:01 --> 00:02|msgid \"|msgstr \"|\"|# |> |- |```|---|\\|)",
                "\u{feff}|\u{2028}",
                "[*_`\\[\\]()\\\\{}%\"]{1,3}",
            ],
            0..24,
        )
    ) {
        let file = parts.concat();
        for format in FORMATS {
            let Ok(source) = Source::new(Path::new("x"), file.clone(), format) else { continue };
            let text = &source.prose.text;
            let ends: Vec<_> = (0..=text.len()).filter(|&i| text.is_char_boundary(i)).collect();
            for (&start, &end) in ends.iter().flat_map(|a| ends.iter().map(move |b| (a, b))) {
                if start > end {
                    continue;
                }
                let span = Span::new(start..end);
                let place = source.prose.place(span).range();
                prop_assert!(file.get(place.clone()).is_some(), "{format:?} {file:?} {span:?} {place:?}");
                if let Some(edit) = source.prose.editable(span) {
                    prop_assert!(file.get(edit.clone()).is_some(), "{format:?} {file:?} {span:?} {edit:?}");
                    prop_assert_eq!(&edit, &place);
                }
            }
        }
    }
}
