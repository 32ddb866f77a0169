//! A blank that was never filled in: `{{name}}`, `%s`, `${x}`, `[UNK]`, `<unk>`, `[नाव]`, `XXXX`, `lorem ipsum`, `TKTK`.
//!
//! A program, a translation memory or a hurried writer left a place where a name, a figure or words belong. Only a
//! person who knows can fill it, so there is no fix. Most are known by their shape in every language; words in
//! brackets and phrases are in two tables. A price ($1), a percentage, a masked number (XXXX 1234), a Roman
//! numeral, [sic] and code between backticks are right as they are.

mod words;

use super::{Article, Findings, Rule, Severity, near};
use crate::lang::{Words, words};
use crate::text::{Script, Span, digit, fold, lower};

pub(super) const RULE: Rule =
    Rule { code: "leftover-placeholder", severity: Severity::Critical, default_on: true, langs: &[], check };

/// What stands between brackets: `angle` in <> alone, others in [] and <>.
static BLANKS: Words = words!("leftover_placeholder/blanks.tsv");

/// Characters that a placeholder begins with.
const STARTS: &[char] = &['{', '%', '$', '#', '<', '[', '_', '⁇', '`'];
/// A blank's name is a few words; what is longer is prose in brackets. In characters.
const LONGEST: usize = 40;

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for paragraph in &doc.paragraphs {
        let base = paragraph.span.start as usize;
        let line = doc.slice(paragraph.span);
        let mut found = shapes(line);
        found.extend(
            words::find(article, paragraph)
                .into_iter()
                .map(|s| s.start as usize - base..s.end as usize - base),
        );
        crate::sort::by_key(&mut found, |range| range.start);
        let mut end = 0;
        for range in found {
            if range.start >= end {
                end = range.end;
                let form = &line[range.clone()];
                findings.report(Span::new(base + range.start..base + range.end)).arg("form", form);
            }
        }
    }
}

/// Placeholders of one line that are known by their shape.
fn shapes(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = line[at..].find(STARTS) {
        at += next;
        let rest = &line[at..];
        let first = near::after(line, at).map_or(1, char::len_utf8);
        at += match shape(line, at) {
            Some(len) => {
                found.push(at..at + len);
                len
            }
            // Code shown as code: a few words between backticks.
            None if rest.starts_with('`') => {
                let end = rest[1..].char_indices().take(LONGEST * 2).find(|&(_, c)| c == '`');
                end.map_or(1, |(end, _)| end + 2)
            }
            None => first,
        };
    }
    found
}

/// Length of the placeholder at byte `at`.
fn shape(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    match near::after(line, at)? {
        '{' => braces(rest),
        '%' => percent(line, at),
        '$' | '#' if rest[1..].starts_with('{') => braces(&rest[1..]).map(|len| 1 + len),
        '$' => dollar(line, at),
        '#' => error_value(rest),
        '<' => bracketed(rest, '<', '>'),
        '[' => bracketed(rest, '[', ']'),
        '_' => underscores(line, at),
        '⁇' => Some('⁇'.len_utf8()),
        _ => None,
    }
}

/// `{{ name }}`, `{% if %}`, `{0:.2f}`, `{नाव}`, `{}`. A set of numbers {1, 2} has commas.
fn braces(rest: &str) -> Option<usize> {
    let depth = rest.bytes().take(4).take_while(|&b| b == b'{').count();
    let body = &rest[depth..];
    let end =
        body.char_indices().take(2 * LONGEST).find(|&(_, c)| matches!(c, '{' | '}')).map(|(end, _)| end)?;
    let close = "}".repeat(depth);
    let inside = body[..end].trim();
    let closed = body[end..].starts_with(&close);
    let name =
        |c: char| c.is_alphanumeric() || Script::of(c).is_indic() || matches!(c, '_' | '.' | ':' | '-');
    let fits = match depth {
        1 if inside.starts_with('%') => inside.len() > 1 && inside.ends_with('%'),
        1 => inside.chars().all(name) && inside.chars().count() <= LONGEST,
        _ => depth <= 3,
    };
    (closed && fits).then_some(depth + end + depth)
}

/// `%s`, `%1$d`, `%.2f`, `%(name)s`, `%name%`, `<%= … %>` is in [`bracketed`]. `५%`, `100% sure` and `%20` are not.
fn percent(line: &str, at: usize) -> Option<usize> {
    if near::before(line, at).is_some_and(|c| digit(c).is_some() || c == '%') {
        return None;
    }
    let body = &line[at + 1..];
    let name_len = body.bytes().take(LONGEST).take_while(|&b| b.is_ascii_alphabetic() || b == b'_').count();
    if name_len > 2 && body[name_len..].starts_with('%') {
        return Some(1 + name_len + 1);
    }
    let format = match body.strip_prefix('(') {
        Some(named) => {
            let end = named.bytes().take(LONGEST).position(|b| b == b')')?;
            let name = named.as_bytes()[..end].iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_');
            &named[if name { end + 1 } else { return None }..]
        }
        None => body.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '$')),
    };
    let end = at + (line.len() - at - format.len()) + 1;
    let conversion = format.starts_with(['s', 'd', 'i', 'f', 'u', 'x', '@']);
    let alone = conversion && near::after(line, end).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '%');
    alone.then_some(end - at)
}

/// `$1ने`, `$$NAME$$`. A price is followed by a space, a mark or a Latin letter.
fn dollar(line: &str, at: usize) -> Option<usize> {
    let body = &line[at + 1..];
    if let Some(name) = body.strip_prefix('$') {
        let len = name.bytes().take(LONGEST).take_while(|b| b.is_ascii_uppercase() || *b == b'_').count();
        return (len > 1 && name[len..].starts_with("$$")).then_some(2 + len + 2);
    }
    let one = body.starts_with(|c: char| ('1'..='9').contains(&c));
    (one && near::after(line, at + 2).is_some_and(|c| Script::of(c).is_indic())).then_some(2)
}

/// What a spreadsheet shows for a formula that failed.
fn error_value(rest: &str) -> Option<usize> {
    ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A"].iter().find(|e| rest.starts_with(**e)).map(|e| e.len())
}

/// `[Insert name here]`, `<unk>`, `[नाव]`, `<x0>`, `<%= name %>`, `[[title]]`.
fn bracketed(rest: &str, open: char, close: char) -> Option<usize> {
    let depth = if rest[1..].starts_with(open) { 2 } else { 1 };
    let body = &rest[depth..];
    let (end, _) = body.char_indices().take(LONGEST * 2).find(|&(_, c)| c == open || c == close)?;
    let inside = &body[..end];
    if !body[end..].starts_with(close) || depth == 2 && !body[end + 1..].starts_with(close) {
        return None;
    }
    // <%= name %> of a template, <|im_end|> of a language model.
    let template = open == '<'
        && inside.len() > 1
        && ['%', '|'].iter().any(|&c| inside.starts_with(c) && inside.ends_with(c));
    let name = lower(inside.trim().trim_matches('/'));
    // Numbered stand-ins of translation memories: <x0>, <ent12>, <ph id="1"/>.
    let stem = name.split(' ').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered =
        open == '<' && matches!(stem, "x" | "ent" | "ph" | "bpt" | "ept" | "term") && name.len() > stem.len();
    let known = match BLANKS.get(&fold(&name)) {
        Some("angle") if open != '<' => is_request(&name),
        Some(_) => true,
        None => is_request(&name),
    };
    (template || numbered || known).then_some(depth + end + depth)
}

/// "insert … here", "येथे … लिहा": what is asked for may be anything.
fn is_request(name: &str) -> bool {
    let Some((first, _)) = name.split_once(' ') else { return false };
    matches!(first, "insert" | "enter" | "your")
        || matches!(first, "येथे" | "इथे" | "यहां" | "यहाँ")
            && ["लिहा", "घाला", "टाका", "भरा", "लिखें", "डालें", "भरें"].iter().any(|verb| name.ends_with(verb))
}

/// `__NAME__`, `__0__`.
fn underscores(line: &str, at: usize) -> Option<usize> {
    let body = line[at..].strip_prefix("__")?;
    let name = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    let len = body.bytes().take(LONGEST).take_while(|&b| name(b)).count();
    let inside = body[..len].strip_suffix("__")?;
    (inside.bytes().any(|b| b != b'_') && !inside.starts_with('_')).then_some(2 + len)
}
