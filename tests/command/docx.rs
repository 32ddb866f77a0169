//! Word files.

use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{file, kasoti, stderr, stdout};

const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A file of that name with `body` as its text.
fn word(name: &str, body: &str) -> String {
    archive(
        name,
        "word/document.xml",
        format!("<w:document xmlns:w=\"{SPACE}\"><w:body>{body}</w:body></w:document>"),
    )
}

fn archive(name: &str, entry: &str, content: String) -> String {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("[Content_Types].xml", packed).unwrap();
    zip.start_file(entry, packed).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    file(name, zip.finish().unwrap().get_ref()).to_str().unwrap().to_owned()
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn lines_are_paragraphs() {
    let body = format!(
        "<w:p>{}</w:p>\n  <w:p/><w:p>{}<w:r><w:br/></w:r>{}<w:del>{}</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>लपले..</w:t></w:r></w:p>",
        run("😀 वृत्त &amp; &#x915;"),
        run("गेल्या व"),
        run("र्षी १,5 टन कांदा निर्यात झाला."),
        run("जुने.."),
    );
    let path = word("word.docx", &body);
    let shown = stdout(&kasoti(&["check", "--lang", "mr", &path], b""));
    let heads: Vec<_> = shown.lines().filter_map(|line| line.strip_prefix(&*path)).collect();
    assert!(heads[0].starts_with(":3:15  critical  Digits"), "{shown}");
    assert_eq!(heads.len(), 2, "what is deleted or hidden is not read: {shown}");
    let printed = stdout(&kasoti(&["sentences", "--lang", "mr", "--format", "json", &path], b""));
    let json: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(json[0]["sentences"][0]["text"], json!("😀 वृत्त & क"));
}

#[test]
fn table_cells_and_text_boxes_are_paragraphs() {
    let cell = |words: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(words));
    let choice =
        |words: &str| format!("<w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict>", run(words));
    let body = format!(
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>{}</w:p><w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        choice("चौकट 😀."),
        choice("दुसऱ्यांदा."),
        run("मजकूर."),
        cell("एक."),
        cell("दोन.")
    );
    let path = word("boxes.docx", &body);
    let printed = stdout(&kasoti(&["sentences", "--lang", "mr", &path], b""));
    assert_eq!(printed, "मजकूर.\nचौकट 😀.\nएक.\nदोन.\n");
}

#[test]
fn fix_refuses_and_says_what_to_do() {
    let path = word("fix.docx", &format!("<w:p>{}</w:p>", run("😀 पाऊस पडला..")));
    let refused = kasoti(&["fix", "--write", &path], b"");
    assert_eq!((refused.status.code(), stdout(&refused)), (Some(2), String::new()));
    let told =
        format!("{path} is a Word file, and those are only read; kasoti check {path} shows what to change");
    assert!(stderr(&refused).contains(&told), "{}", stderr(&refused));
    let shown = stdout(&kasoti(&["check", &path], b""));
    assert!(shown.contains("→ ."), "{shown}");
}

#[test]
fn what_is_no_word_file_is_told() {
    let told = |path: &str| {
        let output = kasoti(&["check", path], b"");
        assert_eq!(output.status.code(), Some(2), "{path}");
        stderr(&output)
    };
    let text = file("text.docx", "😀 no archive".as_bytes());
    assert!(told(text.to_str().unwrap()).contains("text.docx is no Word file that can be read: "));
    assert!(told(&archive("sheet.docx", "xl/workbook.xml", String::new())).contains("word/document.xml"));
    let html = archive("html.docx", "word/document.xml", "<html><p>😀</p></html>".to_owned());
    assert!(told(&html).contains("word/document.xml is no text of a word processor"));
    let deep = word("deep.docx", &"<w:p>".repeat(2_000));
    assert!(told(&deep).contains("more than 1000 elements deep"));
    let cut = archive("cut.docx", "word/document.xml", format!("<w:document xmlns:w=\"{SPACE}\"><w:p>"));
    assert!(told(&cut).contains("ends in the middle"));
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    let bomb = word("bomb.docx", &" ".repeat(70_000_000));
    assert!(std::fs::metadata(&bomb).unwrap().len() < 100_000);
    let output = kasoti(&["check", &bomb], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("it unpacks to more than 64 MB"), "{}", stderr(&output));
}

#[test]
fn a_word_file_is_compared_with_its_original() {
    let original = word("original.docx", &format!("<w:p>{}</w:p>", run("It rained 12 hours. 😀")));
    let path = word("translation.docx", &format!("<w:p>{}</w:p>", run("पाऊस २१ तास पडला. 😀")));
    let shown = stdout(&kasoti(&["check", "--lang", "mr", "--original", &original, &path], b""));
    assert!(shown.contains("critical"), "{shown}");
}
