//! Addresses in the net, e-mail addresses, telephone numbers, handles.

use crate::text::{Span, digit, find, has};

/// The contacts in `text`, in order. Read before everything else: nothing else is named inside of one.
pub(in crate::entity) fn contacts(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for chunk in text.split_inclusive(|c: char| c.is_whitespace() || ends_contact(c)) {
        let (from, to) = (at, at + chunk.len());
        at = to;
        let start = from + chunk.len() - chunk.trim_start_matches(is_bracket).len();
        let inside = text[start..to].trim_end_matches(|c: char| c.is_whitespace() || ends_contact(c));
        let end = start + inside.trim_end_matches(is_trailing).len();
        if start < end && is_address(&text[start..end]) {
            found.push(Span::new(start..end));
        }
    }
    telephones(text, &mut found);
    crate::sort::by_key(&mut found, |&span| span);
    found
}

/// Marks that never stand inside an address, though no space follows them.
fn ends_contact(c: char) -> bool {
    matches!(c, '<' | '>' | '"' | '“' | '”' | '’' | '‘' | '|' | '।' | '{' | '}' | '[' | ']')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '\'' | '*' | '_' | ':' | ',' | ';')
}

fn is_trailing(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '/' | '=' | '#' | '_'))
}

fn is_address(s: &str) -> bool {
    if let Some(handle) = s.strip_prefix('@') {
        return handle.len() > 1
            && handle.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'));
    }
    if let Some((name, domain)) = s.split_once('@') {
        let name_fits = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b));
        return !name.is_empty() && name_fits && is_domain(domain);
    }
    let rest = ["https://", "http://", "ftp://"].iter().find_map(|p| strip_prefix_any_case(s, p));
    let host = rest.unwrap_or(s).split(['/', '?', '#', ':']).next().unwrap_or_default();
    match rest {
        Some(_) => host.len() > 2 && has(host, '.'),
        None => {
            strip_prefix_any_case(s, "www.").is_some_and(|h| has(h, '.')) && is_domain(host)
                || is_bare_domain(s, host)
        }
    }
}

/// An address without www. counts when its last part is a domain that news prints: pib.gov.in.
fn is_bare_domain(s: &str, host: &str) -> bool {
    const DOMAINS: [&str; 14] =
        ["com", "org", "net", "in", "gov", "edu", "info", "io", "co", "uk", "example", "int", "eu", "app"];
    let last = host.rsplit('.').next().unwrap_or_default();
    has(host, '.')
        && is_domain(host)
        && DOMAINS.contains(&last)
        && s.is_ascii()
        && find(host, "..").is_none()
        && host.split('.').next().is_some_and(|h| h.len() > 1)
}

fn is_domain(s: &str) -> bool {
    let label = |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let last = s.rsplit('.').next().unwrap_or_default();
    has(s, '.') && s.split('.').all(label) && last.len() > 1 && last.bytes().all(|b| b.is_ascii_alphabetic())
}

fn strip_prefix_any_case<'s>(s: &'s str, prefix: &str) -> Option<&'s str> {
    let head = s.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &s[prefix.len()..])
}

/// Adds telephone numbers: a run of digits with single hyphens, spaces or brackets that is written as they are.
fn telephones(text: &str, found: &mut Vec<Span>) {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some(&(from, c)) = chars.peek() {
        let begins = (digit(c).is_some() || c == '+') && !before.is_alphanumeric() && !has("-.,/:+", before);
        if !begins {
            before = c;
            chars.next();
            continue;
        }
        let (mut end, mut digits, mut groups) = (from, Vec::new(), Vec::new());
        let mut last = c;
        while let Some(&(at, c)) = chars.peek() {
            if let Some((_, value)) = digit(c) {
                if groups.is_empty() || digit(last).is_none() {
                    groups.push(0);
                }
                *groups.last_mut().expect("a group was just pushed") += 1;
                digits.push(value);
                end = at + c.len_utf8();
            } else if !(c == '-' || c == ' ' && digits.len() < 7 || c == '+' && at == from)
                || last == '-'
                || last == ' '
            {
                break;
            }
            last = c;
            chars.next();
        }
        before = last;
        if is_telephone(&digits, &groups, c == '+', &text[from..end]) {
            found.push(Span::new(from..end));
        }
    }
}

fn is_telephone(digits: &[u8], groups: &[usize], international: bool, raw: &str) -> bool {
    let count = digits.len();
    if international {
        return (10..=13).contains(&count);
    }
    let hyphens = has(raw, '-');
    match (groups.len(), digits.first()) {
        // A mobile number of India.
        (1, Some(6..=9)) => count == 10,
        (2, Some(6..=9)) => count == 10 && groups[0] == 5,
        // 1800-255-0101: free of charge.
        (2.., Some(1)) => hyphens && count >= 10 && digits[..2] == [1, 8] && count <= 12,
        // 0217-2550012: a town's number.
        (2, Some(0)) => hyphens && (10..=12).contains(&count) && (3..=5).contains(&groups[0]),
        _ => false,
    }
}
