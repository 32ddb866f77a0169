//! The words of a Hindi verb in the gender and number of their noun.

use crate::artifact::hindi::Word;
use crate::artifact::{Article, Findings};
use crate::text::Span;

/// What the verb should agree with.
pub(super) struct Right<'n> {
    pub noun: &'n str,
    pub feminine: bool,
    pub many: bool,
    /// है stands behind: the feminine plural shows there.
    pub behind: bool,
}

/// Reports the words with what they should be.
pub(super) fn report(article: &Article, wrong: &[&Word], right: &Right, findings: &mut Findings) {
    let (Some(first), Some(last)) = (wrong.first(), wrong.last()) else { return };
    let span = first.span.to(last.span);
    let finding = findings.report(span).arg("form", article.doc.slice(span)).arg("noun", right.noun);
    let mut mended = String::new();
    let mut from = span.start;
    for word in wrong {
        let ends = word.span == last.span && !right.behind;
        let Some(one) = inflect(word.text, right.feminine, right.many, ends) else { return };
        mended += article.doc.slice(Span { start: from, end: word.span.start });
        mended += &one;
        from = word.span.end;
    }
    finding.arg("right", mended.as_str()).replace(mended);
}

/// The word in another gender; the feminine plural shows only on the last word of a verb.
fn inflect(word: &str, feminine: bool, many: bool, last: bool) -> Option<String> {
    const IRREGULAR: [[&str; 4]; 5] = [
        ["किया", "किए", "की", "कीं"],
        ["दिया", "दिए", "दी", "दीं"],
        ["लिया", "लिए", "ली", "लीं"],
        ["हुआ", "हुए", "हुई", "हुईं"],
        ["था", "थे", "थी", "थीं"],
    ];
    const ENDINGS: [[&str; 4]; 5] = [
        ["ेगा", "ेंगे", "ेगी", "ेंगी"],
        ["एगा", "एंगे", "एगी", "एंगी"],
        ["या", "ए", "ई", "ईं"],
        ["ता", "ते", "ती", "तीं"],
        ["ा", "े", "ी", "ीं"],
    ];
    let to = match (feminine, many) {
        (false, false) => 0,
        (false, true) => 1,
        (true, true) if last || word.ends_with('ी') && word.contains("ेंगे") => 3,
        (true, _) => 2,
    };
    if let Some(forms) = IRREGULAR.iter().find(|forms| forms.contains(&word)) {
        return Some(forms[to].to_owned());
    }
    ENDINGS.iter().find_map(|ends| {
        // The longest first: थीं ends in ीं as well as in ी.
        let end = ends.iter().filter(|end| word.ends_with(**end)).max_by_key(|end| end.len())?;
        Some([word.strip_suffix(end)?, ends[to]].concat())
    })
}
