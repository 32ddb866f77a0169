//! Markdown as HTML: headings that links can name, figures with bars.

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html as writer};

use super::page::escape;

/// The HTML of `markdown`; `link` says where a link leads from the page, or that it leads nowhere there.
pub fn html(markdown: &str, link: &mut dyn FnMut(&str) -> Option<String>) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect::<Vec<_>>();
    let mut out = Vec::with_capacity(events.len());
    let mut dead = 0;
    for event in with_bars(with_ids(events)) {
        match event {
            Event::Start(Tag::Link { dest_url, title, .. }) => match link(&dest_url) {
                Some(address) => out.push(Event::Start(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: address.into(),
                    title,
                    id: CowStr::Borrowed(""),
                })),
                None => dead += 1,
            },
            Event::End(TagEnd::Link) if dead > 0 => dead -= 1,
            // The pages have their own pictures only.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            // Our papers hold no markup of their own; what looks like it is shown.
            Event::Html(words) | Event::InlineHtml(words) if !words.starts_with("<svg class=\"bar\"") => {
                out.push(Event::Text(words));
            }
            event => out.push(event),
        }
    }
    let mut page = String::new();
    writer::push_html(&mut page, out.into_iter());
    // The pages allow no styles but their sheets'. What is wider than the page scrolls, for the keyboard too.
    page.replace(" style=\"text-align: right\"", " class=\"figure\"")
        .replace("<table>", "<div class=\"wide\" tabindex=\"0\" role=\"group\"><table>")
        .replace("</table>", "</table></div>")
        .replace("<pre>", "<pre tabindex=\"0\">")
}

/// The title of a paper and the rest of it.
pub fn title(markdown: &str) -> (&str, &str) {
    let (first, rest) = markdown.split_once('\n').unwrap_or((markdown, ""));
    first.strip_prefix("# ").map_or(("", markdown), |title| (title, rest))
}

/// The names of a paper's headings, as links know them.
#[cfg(test)]
pub fn ids(markdown: &str) -> Vec<String> {
    let events = with_ids(Parser::new_ext(markdown, Options::ENABLE_TABLES).collect());
    let id = |event| match event {
        Event::Start(Tag::Heading { id, .. }) => id.map(|id| id.to_string()),
        _ => None,
    };
    events.into_iter().filter_map(id).collect()
}

/// Headings with the names that GitHub gives them.
fn with_ids(mut events: Vec<Event>) -> Vec<Event> {
    let mut taken = Vec::<String>::new();
    for i in 0..events.len() {
        if !matches!(events[i], Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let words = text(&events[i + 1..], |event| matches!(event, Event::End(TagEnd::Heading(_))));
        let slug = slug(&words);
        let again = taken.iter().filter(|other| **other == slug).count();
        taken.push(slug.clone());
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[i] {
            let name = if again == 0 { slug } else { format!("{slug}-{again}") };
            *id = Some(name.into());
        }
    }
    events
}

fn slug(words: &str) -> String {
    let kept = words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c) || !c.is_ascii());
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The words up to an event.
fn text(events: &[Event], is_end: impl Fn(&Event) -> bool) -> String {
    let inside = events.iter().take_while(|event| !is_end(event));
    let words = inside.filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(&**words),
        Event::SoftBreak => Some(" "),
        _ => None,
    });
    words.collect()
}

/// A bar behind each figure of a column of figures, as long as it is large in its column.
fn with_bars(events: Vec<Event>) -> Vec<Event> {
    let mut out = Vec::with_capacity(events.len());
    let mut rest = &events[..];
    while let Some(start) = rest.iter().position(|event| matches!(event, Event::Start(Tag::Table(_)))) {
        let length = rest[start..].iter().position(|event| matches!(event, Event::End(TagEnd::Table)));
        let end = length.map_or(rest.len(), |length| start + length + 1);
        out.extend_from_slice(&rest[..start]);
        bars(&rest[start..end], &mut out);
        rest = &rest[end..];
    }
    out.extend_from_slice(rest);
    out
}

fn bars<'e>(table: &[Event<'e>], out: &mut Vec<Event<'e>>) {
    let mut largest = Vec::<f64>::new();
    let mut column = 0;
    for (i, event) in table.iter().enumerate() {
        match event {
            Event::Start(Tag::TableRow) => column = 0,
            Event::Start(Tag::TableCell) => {
                largest.resize(largest.len().max(column + 1), 0.0);
                if let Some(figure) = figure(&cell(&table[i + 1..])) {
                    largest[column] = largest[column].max(figure);
                }
                column += 1;
            }
            _ => {}
        }
    }
    column = 0;
    for (i, event) in table.iter().enumerate() {
        match event {
            Event::Start(Tag::TableRow) => column = 0,
            Event::Start(Tag::TableCell) => column += 1,
            Event::End(TagEnd::TableCell) => {
                let from = table[..i].iter().rposition(|event| matches!(event, Event::Start(Tag::TableCell)));
                let shown = from.and_then(|from| figure(&cell(&table[from + 1..])));
                if let Some(figure) = shown.filter(|_| largest[column - 1] > 0.0) {
                    let width = (figure / largest[column - 1] * 100.0).round();
                    let bar = format!(
                        "<svg class=\"bar\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{width}\" height=\"1\"/></svg>"
                    );
                    out.push(Event::InlineHtml(bar.into()));
                }
            }
            _ => {}
        }
        out.push(event.clone());
    }
}

fn cell(events: &[Event]) -> String {
    text(events, |event| matches!(event, Event::End(TagEnd::TableCell)))
}

/// A cell that holds a figure and at most a unit: `719,690`, `1.4 ms`, `.85`.
fn figure(words: &str) -> Option<f64> {
    let mut parts = words.trim().splitn(2, ' ');
    let number = parts.next()?.replace(',', "");
    let unit = parts.next().unwrap_or_default();
    let is_unit = unit.chars().count() <= 5 && !unit.contains(|c: char| c.is_ascii_digit());
    number.trim_end_matches('%').parse().ok().filter(|_| is_unit)
}

/// A line of code.
pub fn code(words: &str) -> String {
    format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", escape(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_can_be_linked_to() {
        assert_eq!(
            ids("# Add a *word*\n\n## `a_b`: c, d\n\n## Add a word"),
            ["add-a-word", "a_b-c-d", "add-a-word-1"]
        );
    }

    #[test]
    fn links_lead_where_they_are_told_or_nowhere() {
        let page =
            html("[😀 a](x.md) [b](y.rs) <i>", &mut |link| (link == "x.md").then(|| "x.html".to_owned()));
        assert_eq!(page, "<p><a href=\"x.html\">😀 a</a> b &lt;i&gt;</p>\n");
    }

    #[test]
    fn figures_have_bars_and_words_have_none() {
        let page = html("| | n |\n|--|--:|\n| 😀 | 1,000 |\n| b | 250 ms |\n| c | 3 of 4 |", &mut |_| None);
        assert_eq!(page.matches("<rect").count(), 2, "{page}");
        assert!(page.contains("1,000<svg") && page.contains("width=\"25\""), "{page}");
    }
}
