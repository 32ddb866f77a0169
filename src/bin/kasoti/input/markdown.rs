//! Markdown: paragraphs, headings, list items and cells; no code, no front matter.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use super::prose::Prose;

/// Takes the prose out of a document.
pub fn read(file: &str) -> Prose {
    let mut prose = Prose::default();
    // Depth inside what is no prose: blocks of code, front matter, the words that stand in for a picture.
    let mut skipped = 0_usize;
    let mut end = 0;
    for (event, range) in Parser::new_ext(file, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::Image { .. }) => skipped += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Image) => {
                skipped = skipped.saturating_sub(1)
            }
            _ if skipped > 0 => {}
            Event::Start(Tag::HtmlBlock) => html::add(&file[range.clone()], range.start, &mut prose),
            Event::Start(tag) if !is_inline(&tag.to_end()) => prose.break_line(),
            Event::End(tag) if !is_inline(&tag) => prose.break_line(),
            Event::Text(words) => {
                let rest = escaped(file, &range, end, &mut prose);
                let words = words.get(rest - range.start..).unwrap_or_default();
                end = range.end;
                prose.piece(words, rest..range.end, &file[rest..range.end], false);
            }
            Event::Code(words) | Event::InlineMath(words) => prose.mute(&words, range),
            Event::SoftBreak => prose.space(),
            Event::HardBreak | Event::Rule | Event::DisplayMath(_) => prose.break_line(),
            Event::InlineHtml(tag) if tag.starts_with("<br") => prose.break_line(),
            Event::Start(_)
            | Event::End(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
    prose
}

/// Adds the character that a backslash before the words escapes, as one thing with it; gives where the rest begins. The
/// words before end at `end`: a backslash among them is a word itself.
fn escaped(file: &str, words: &Range<usize>, end: usize, prose: &mut Prose) -> usize {
    let is_escape = end < words.start && file[..words.start].ends_with('\\');
    let first = file[words.clone()].chars().next().filter(|c| is_escape && c.is_ascii_punctuation());
    let Some(first) = first else { return words.start };
    let raw = words.start - 1..words.start + 1;
    prose.piece(first.encode_utf8(&mut [0; 4]), raw.clone(), &file[raw], false);
    words.start + 1
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
    )
}
