//! A number whose commas group its digits as no system does: ६०,०० or 1,28,00.
//!
//! India groups the last three digits and then by twos (१,२८,०००), the rest of the world by threes (128,000). A
//! group that is too short means that a digit fell out on the way or that the comma moved: which figure is meant only
//! the original can tell, so nothing is offered. Lists (१,२,३), sections of a law (कलम ३०२,३४), scores, dates and
//! whatever is glued to other marks are left alone, and so are languages that write a decimal comma. A number in two
//! scripts is mixed-digits alone.

use super::{Article, Findings, Rule, Severity};
use crate::lang::Lang;
use crate::text::{Script, Span, TokenKind, digit, has, lower};

pub(super) const RULE: Rule = Rule {
    code: "broken-number-grouping",
    severity: Severity::Critical,
    default_on: true,
    // Languages that group by commas and have the decimal point.
    langs: &[Lang::MARATHI, Lang::HINDI, Lang::ENGLISH],
    check,
};

/// Words before a list of numbers that are no amounts: sections, pages, wards, chapters.
const BEFORE_LISTS: &[&str] = &[
    "कलम",
    "कलमे",
    "धारा",
    "धाराओं",
    "नियम",
    "अनुच्छेद",
    "क्रमांक",
    "क्र",
    "पान",
    "पृष्ठ",
    "प्रभाग",
    "वॉर्ड",
    "अध्याय",
    "श्लोक",
    "गट",
    "सेक्टर",
    "संख्या",
    "section",
    "sections",
    "rule",
    "rules",
    "article",
    "articles",
    "page",
    "pages",
    "pp",
    "no",
    "nos",
    "chapter",
    "chapters",
    "verse",
    "verses",
    "ward",
    "wards",
    "sector",
    "figure",
    "figures",
    "table",
    "tables",
];

/// Words that join the last number of a list to those before.
const AND: &[&str] = &["आणि", "व", "किंवा", "और", "या", "एवं", "व", "and", "or", "&"];

fn check(article: &Article, findings: &mut Findings) {
    let doc = article.doc;
    for (i, token) in doc.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Number) {
        let figure = doc.word(token);
        if has(figure, ',') && is_broken(figure) && !is_glued(doc.text, token.span) && !is_listed(article, i)
        {
            findings.report(token.span).arg("form", figure);
        }
    }
}

/// Whether the groups between commas fit neither system.
pub(crate) fn is_broken(figure: &str) -> bool {
    let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
    let mut systems = figure.chars().filter_map(digit).map(|(system, _)| system);
    let first = systems.next();
    let plain = whole.chars().all(|c| c == ',' || digit(c).is_some())
        && decimals.chars().all(|c| digit(c).is_some())
        && systems.all(|system| Some(system) == first);
    let groups: Vec<usize> = whole.split(',').map(|group| group.chars().count()).collect();
    let Some((&last, rest)) = groups.split_last() else { return false };
    if !plain || rest.is_empty() {
        return false;
    }
    let starts_with_zero = whole.chars().next().and_then(digit).is_some_and(|(_, value)| value == 0);
    let head = rest[0];
    let by_threes = last == 3 && rest[1..].iter().all(|&n| n == 3) && (1..=3).contains(&head);
    // Beyond a crore some papers begin anew: १००,००,००,०००.
    let by_twos = last == 3 && rest[1..].iter().all(|&n| n == 2) && (1..=3).contains(&head);
    let fits = (by_threes || by_twos) && !starts_with_zero;
    !fits && !is_enumeration(whole, &groups)
}

/// Whether the commas part whole numbers: 1,2,3 and 11,12 and ५,६ (five or six), or a day and a year.
fn is_enumeration(whole: &str, groups: &[usize]) -> bool {
    let values: Vec<u32> = whole
        .split(',')
        .map(|group| {
            group
                .chars()
                .filter_map(digit)
                .fold(0u32, |n, (_, d)| n.saturating_mul(10).saturating_add(d.into()))
        })
        .collect();
    let short = groups.iter().all(|&n| n <= 2);
    let ascending = values.windows(2).all(|pair| pair[0] < pair[1]);
    let stepwise = values.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let is_year = |n: u32| (1000..2100).contains(&n);
    let years = values.iter().skip(1).all(|&n| is_year(n)) && groups.iter().skip(1).all(|&n| n == 4);
    let same_length = groups.windows(2).all(|pair| pair[0] == pair[1]);
    (short && ascending && same_length && groups.len() > 2)
        || (short && stepwise)
        || (years && (values[0] <= 31 || is_year(values[0])))
}

/// Whether another mark or letter touches the figure, so that it is a score, a code, a span of years.
fn is_glued(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].chars().next_back();
    let mut after = text[span.end as usize..].chars();
    let glue = |c: char| {
        matches!(c, '-' | '–' | '—' | ':' | '/' | '_' | '#' | '=' | ',' | '.' | '\'' | '’' | '°' | '′')
    };
    let letter = |c: char| matches!(Script::of(c), Script::Latin | Script::Devanagari);
    before.is_some_and(|c| glue(c) || letter(c))
        || match (after.next(), after.next()) {
            // A stop or comma that ends the sentence or clause does not count.
            (Some('.' | ','), next) => next.is_some_and(|c| digit(c).is_some()),
            (Some(':'), next) => next.is_some_and(|c| !c.is_whitespace()),
            (Some(c), _) => glue(c) || Script::of(c) == Script::Latin,
            (None, _) => false,
        }
}

/// Whether the words around say that numbers are listed: कलम ३०२,३४ · 4,7 and 9.
fn is_listed(article: &Article, at: usize) -> bool {
    let doc = article.doc;
    let near = |i: Option<usize>| i.and_then(|i| doc.tokens.get(i)).map_or("", |t| doc.word(t));
    let is_word = |i: Option<usize>, list: &[&str]| {
        let word = lower(near(i));
        list.contains(&&*word)
    };
    let is_number = |i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    // The word itself, or its abbreviation with a stop: क्र. १२,१३
    is_word(at.checked_sub(2), BEFORE_LISTS)
        || near(at.checked_sub(2)) == "." && is_word(at.checked_sub(3), BEFORE_LISTS)
        || is_word(Some(at + 2), AND) && is_number(at + 4)
        || near(Some(at + 1)) == "," && is_number(at + 3)
        || near(at.checked_sub(2)) == "," && at.checked_sub(3).is_some_and(is_number)
}
