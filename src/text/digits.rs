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

/// The system of the first digit of `figure` and the first other one in it, when it mixes two.
pub fn mixed(figure: &str) -> Option<(Digits, Digits)> {
    let mut systems = figure.chars().filter_map(digit).map(|(system, _)| system);
    let first = systems.next()?;
    systems.find(|&system| system != first).map(|other| (first, other))
}

impl Digits {
    /// `figure` with every digit in this system; other characters stay.
    pub fn rewrite(self, figure: &str) -> String {
        let zero = ZEROS.iter().find(|(_, system)| *system == self).map_or(0x30, |&(zero, _)| zero);
        let turn = |c| digit(c).and_then(|(_, value)| char::from_u32(zero + u32::from(value))).unwrap_or(c);
        figure.chars().map(turn).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rewritten_in_a_system() {
        let (first, other) = mixed("২0२ 😀").unwrap();
        assert_eq!((first, other), (Digits::Native(Script::Bengali), Digits::Latin));
        assert_eq!(first.rewrite("१,5 😀"), "১,৫ 😀");
        assert_eq!(other.rewrite("१,5"), "1,5");
        assert_eq!(mixed("१,५00".trim_end_matches('0')), None);
    }

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
