//! What a Marathi word form is: its dictionary form, gender, number and case, with all readings kept.
//!
//! Read from the tables of the pack, so that a linguist mends an analysis by mending a row. A reading of a word that no
//! table has is a [guess](Reading::guess), and never proof of a fault.

mod marathi;
mod pronouns;

pub use marathi::Morphology;

/// Part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pos {
    /// A common noun or a name.
    Noun,
    /// An adjective or an ordinal.
    Adjective,
    /// A finite form, a participle or a verbal noun.
    Verb,
    /// A pronoun or a demonstrative.
    Pronoun,
    /// Anything that does not inflect: adverb, conjunction, particle, quantifier.
    Particle,
}

/// What a form is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Stands alone, as subject or bare object; of adjectives: before such a noun.
    Direct,
    /// The stem before an ending, or a modifier of a noun with one.
    Oblique,
    /// -ला, -ना, -स.
    Dative,
    /// -ने, -नी: who did it, or with what.
    Agent,
    /// -चा, -ची, -चे, -च्या.
    Genitive,
    /// -त.
    Locative,
    /// -तून, -हून.
    Ablative,
    /// Any other postposition.
    Postposition,
    /// Finite verbs, adverbial participles and what does not inflect.
    None,
}

/// Gender and number, as a set of the six combinations; a form may stand for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells(u8);

impl Cells {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// Any gender in any number.
    pub const ALL: Self = Self(0b11_11_11);
    /// Any gender in the singular.
    pub const SINGULAR: Self = Self(0b01_01_01);
    /// Any gender in the plural.
    pub const PLURAL: Self = Self(0b10_10_10);
    /// Masculine in both numbers.
    pub const MASCULINE: Self = Self(0b00_00_11);
    /// Feminine in both numbers.
    pub const FEMININE: Self = Self(0b00_11_00);
    /// Neuter in both numbers.
    pub const NEUTER: Self = Self(0b11_00_00);

    /// What the genders of a noun, as its row writes them (`m`, `f`, `n`, `m/f`), allow in both numbers.
    pub fn genders(letters: &str) -> Self {
        letters.chars().fold(Self::NONE, |cells, letter| {
            cells.or(match letter {
                'm' => Self::MASCULINE,
                'f' => Self::FEMININE,
                'n' => Self::NEUTER,
                _ => Self::NONE,
            })
        })
    }

    /// What the vowel that ends a variable word (मोठा, मोठी, मोठे, मोठ्या) says in the direct case.
    pub fn of_vowel(vowel: Vowel) -> Self {
        match vowel {
            Vowel::Aa => Self::MASCULINE.and(Self::SINGULAR),
            Vowel::Ii => Self::FEMININE.and(Self::SINGULAR).or(Self::NEUTER.and(Self::PLURAL)),
            Vowel::E => Self::NEUTER.and(Self::SINGULAR).or(Self::MASCULINE.and(Self::PLURAL)),
            Vowel::Yaa => Self::FEMININE.and(Self::PLURAL),
        }
    }

    /// Those of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those of either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any is in both.
    pub const fn meets(self, other: Self) -> bool {
        !self.and(other).is_empty()
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The ending of a variable adjective, participle or genitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vowel {
    /// मोठा
    Aa,
    /// मोठी
    Ii,
    /// मोठे
    E,
    /// मोठ्या: oblique, or feminine plural.
    Yaa,
}

impl Vowel {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Aa, Self::Ii, Self::E, Self::Yaa];

    /// The first that a word takes which agrees with a noun of these cells.
    pub fn agreeing(cells: Cells) -> Option<Self> {
        Self::ALL.into_iter().find(|&vowel| Cells::of_vowel(vowel).meets(cells))
    }

    /// The word without its variable end, and which that is. Only the form is looked at.
    pub fn cut(word: &str) -> Option<(&str, Self)> {
        let cut = |end: &str, vowel| word.strip_suffix(end).map(|stem| (stem, vowel));
        cut("्या", Self::Yaa)
            .or_else(|| cut("ा", Self::Aa))
            .or_else(|| cut("ी", Self::Ii))
            .or_else(|| cut("े", Self::E))
    }

    /// The stem with this vowel; र before य is the eyelash one.
    pub fn join(self, stem: &str) -> String {
        match self {
            Self::Aa => [stem, "ा"].concat(),
            Self::Ii => [stem, "ी"].concat(),
            Self::E => [stem, "े"].concat(),
            Self::Yaa => match stem.strip_suffix('र') {
                Some(head) => [head, "ऱ्या"].concat(),
                None => [stem, "्या"].concat(),
            },
        }
    }
}

/// One way to understand a word form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The dictionary form: of verbs the infinitive.
    pub lemma: String,
    /// Part of speech.
    pub pos: Pos,
    /// Gender and number: of nouns their own, of adjectives and verbs what they agree with.
    pub cells: Cells,
    /// What it is used as.
    pub case: Case,
    /// No table has the word.
    pub guess: bool,
}

/// The form whose last long vowel Marathi shortens before an ending: निवडणूक of निवडणुक(ी).
pub(crate) fn lengthened(stem: &str) -> Option<String> {
    let (last, c) = stem.char_indices().next_back()?;
    let long = match stem[..last].chars().next_back()? {
        'ु' => 'ू',
        'ि' => 'ी',
        _ => return None,
    };
    c.is_alphabetic().then(|| format!("{}{long}{c}", &stem[..last - long.len_utf8()]))
}
