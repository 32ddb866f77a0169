//! Decimal digits of every script that news uses.

use super::Script;

/// A system of ten digits, named by the script that it belongs to; Latin ones are the European digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0–9.
    Latin,
    /// Digits of another script: `०`–`९` are `Native(Script::Devanagari)`.
    Native(Script),
}

/// Zero of each system. Source: Unicode general category Nd.
const ZEROS: &[(u32, Digits)] = &[
    (0x30, Digits::Latin),
    (0x660, Digits::Native(Script::Arabic)),
    (0x6F0, Digits::Native(Script::Arabic)),
    (0x966, Digits::Native(Script::Devanagari)),
    (0x9E6, Digits::Native(Script::Bengali)),
    (0xA66, Digits::Native(Script::Gurmukhi)),
    (0xAE6, Digits::Native(Script::Gujarati)),
    (0xB66, Digits::Native(Script::Oriya)),
    (0xBE6, Digits::Native(Script::Tamil)),
    (0xC66, Digits::Native(Script::Telugu)),
    (0xCE6, Digits::Native(Script::Kannada)),
    (0xD66, Digits::Native(Script::Malayalam)),
    (0xDE6, Digits::Native(Script::Sinhala)),
    (0xE50, Digits::Native(Script::Thai)),
    (0xFF10, Digits::Latin),
];

/// The system and the value (0–9) of a digit; `None` for any other character.
pub fn digit(c: char) -> Option<(Digits, u8)> {
    let code = c as u32;
    let &(zero, system) = &ZEROS[ZEROS.partition_point(|&(zero, _)| zero <= code).checked_sub(1)?];
    (code - zero < 10).then(|| (system, (code - zero) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_systems() {
        assert_eq!(digit('7'), Some((Digits::Latin, 7)));
        assert_eq!(digit('९'), Some((Digits::Native(Script::Devanagari), 9)));
        assert_eq!(digit('৪'), Some((Digits::Native(Script::Bengali), 4)));
        for c in ['/', ':', 'म', '॥', '😀', '\0'] {
            assert_eq!(digit(c), None, "{c:?}");
        }
    }
}
