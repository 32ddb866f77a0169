//! Tags and entities of HTML and its kin.

use super::Piece;
use crate::lang::{Words, words};
use crate::text::{find, has};

/// Element names, each with `block` where a browser begins a new line; entity names, each with its character.
static ELEMENTS: Words = words!("elements.tsv");
static ENTITIES: Words = words!("entities.tsv");

/// Entities that programs write, and people leave, without their semicolon.
const BARE: [&str; 5] = ["nbsp", "amp", "quot", "lt", "gt"];

/// No entity's name is longer in the table, nor any number of a character.
const LONGEST_ENTITY: usize = 10;

/// Remembers that no `</script>` or `</style>` is left on the line, so that it is looked for once only.
#[derive(Default)]
pub(super) struct ScriptEnds {
    none_left: bool,
}

/// The tag, comment or declaration at the start of `rest`, written plainly or with `&lt;` and `&gt;`.
pub(super) fn tag(rest: &str, ends: &mut ScriptEnds) -> Option<Piece> {
    let (open, close) = ["<", "&lt;"].into_iter().zip([">", "&gt;"]).find(|(o, _)| rest.starts_with(o))?;
    let inside = &rest[open.len()..];
    for (open, close) in
        [("!--", "--"), ("![CDATA[", "]]"), ("?xml", "?"), ("!DOCTYPE", ""), ("!doctype", "")]
    {
        if let Some(comment) = inside.strip_prefix(open) {
            let end = find(comment.split('<').next()?, &format!("{close}>"))?;
            let len = rest.len() - comment.len() + end + close.len() + 1;
            return Some(Piece::gone(len));
        }
    }
    let end = inside.find(['<', '>', '\u{FFFD}']).unwrap_or(inside.len());
    let end = if close == ">" {
        inside[end..].starts_with('>').then_some(end)?
    } else {
        find(&inside[..end], close)?
    };
    let body = &inside[..end];
    let name_end = body
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '-' | ':'))
        .unwrap_or(body.len());
    let (name, attributes) = body.split_at(name_end);
    let closing = name.starts_with('/');
    let name = name.trim_matches('/').to_ascii_lowercase();
    let kind = match ELEMENTS.get(&name) {
        Some(kind) => kind,
        // Of another vocabulary: <o:p>, <w:br/>.
        None if name.split_once(':').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty()) => "",
        None => return None,
    };
    // "a <b and c> d" has no attributes, a tag's have values.
    let attributes = attributes.trim().trim_end_matches('/');
    if !attributes.is_empty() && (closing || !has(attributes, '=')) {
        return None;
    }
    let mut len = open.len() + end + close.len();
    if !closing && matches!(name.as_str(), "script" | "style") && !ends.none_left {
        let end_tag = format!("</{name}>");
        match find(&rest[len..], &end_tag) {
            Some(end) => len += end + end_tag.len(),
            None => ends.none_left = true,
        }
    }
    Some(Piece::read(len, if kind == "block" { " " } else { "" }))
}

/// The entity at the start of `rest`, decoded as often as it was encoded (`&amp;nbsp;`).
pub(super) fn entity(rest: &str) -> Option<Piece> {
    let (mut len, mut right) = one_entity(rest)?;
    // Each round takes an & and at least a letter from the rest, so this ends.
    while right == '&' {
        let inner = format!("&{}", &rest[len..rest.floor_char_boundary(len + LONGEST_ENTITY + 2)]);
        let Some((more, c)) = one_entity(&inner) else { break };
        len += more - 1;
        right = c;
    }
    let right = match right {
        '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => " ".to_owned(),
        '\u{AD}' | '\u{200B}' | '\u{FEFF}' => String::new(),
        c => c.to_string(),
    };
    Some(Piece::read(len, right))
}

fn one_entity(rest: &str) -> Option<(usize, char)> {
    let body = rest.strip_prefix('&')?;
    let end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(body.len());
    let name = &body[..end];
    if end == 0 || end > LONGEST_ENTITY {
        return None;
    }
    let ended = body[end..].starts_with(';');
    if !ended && !BARE.contains(&name) {
        return None;
    }
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| !c.is_control())?
        }
        // A row may not end in a space, so the kinds of space are not in the table.
        None if matches!(name, "nbsp" | "ensp" | "emsp" | "thinsp") => '\u{A0}',
        None => ENTITIES.get(name)?.chars().next()?,
    };
    Some((1 + end + usize::from(ended), c))
}
