//! The pack's table of names: what a word may name, one letter a class.
//!
//! A value is the classes, then, after a tab and where the key isn't it, the dictionary form.

/// What a form may be. Several at once are lawful: पाटील is a surname and an office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u16);

impl Classes {
    /// Given name.
    pub const GIVEN: Self = Self(1);
    /// Surname.
    pub const SURNAME: Self = Self(1 << 1);
    /// Full name of a known person.
    pub const FAMOUS: Self = Self(1 << 2);
    /// Place.
    pub const PLACE: Self = Self(1 << 3);
    /// Organisation.
    pub const ORGANISATION: Self = Self(1 << 4);
    /// Office or rank.
    pub const TITLE: Self = Self(1 << 5);
    /// Office or rank that counts beside a named person only.
    pub const TITLE_NAMED: Self = Self(1 << 6);
    /// Occupation or honorific: a person's name may follow.
    pub const INTRODUCES: Self = Self(1 << 7);
    /// Also an ordinary word.
    pub const AMBIGUOUS: Self = Self(1 << 8);
    /// Beginning of a longer name.
    pub const LONGER: Self = Self(1 << 9);

    /// Any part of a person's name.
    pub const PERSON: Self = Self(Self::GIVEN.0 | Self::SURNAME.0 | Self::FAMOUS.0);
    /// Any office, occupation or honorific.
    pub const OFFICE: Self = Self(Self::TITLE.0 | Self::TITLE_NAMED.0 | Self::INTRODUCES.0);
    /// Whatever names something.
    pub const NAME: Self = Self(Self::PERSON.0 | Self::PLACE.0 | Self::ORGANISATION.0 | Self::OFFICE.0);

    /// Reads a value of the table.
    pub fn parse(value: &str) -> (Self, Option<&str>) {
        let (letters, form) = value.split_once('\t').map_or((value, None), |(l, f)| (l, Some(f)));
        let classes = letters.bytes().fold(0, |bits, letter| {
            bits | match letter {
                b'g' => Self::GIVEN.0,
                b's' => Self::SURNAME.0,
                b'f' => Self::FAMOUS.0,
                b'p' => Self::PLACE.0,
                b'o' => Self::ORGANISATION.0,
                b't' => Self::TITLE.0,
                b'u' => Self::TITLE_NAMED.0,
                b'h' => Self::INTRODUCES.0,
                b'a' => Self::AMBIGUOUS.0,
                b'+' => Self::LONGER.0,
                _ => 0,
            }
        });
        (Self(classes), form)
    }

    /// One bit a class.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether it is any of `other`.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes that either has.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes that both have.
    pub fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
