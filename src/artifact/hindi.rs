//! Words of Hindi's grammar that several rules ask for, and its sentences read word by word.

mod words;

pub(super) use words::{Aspect, Form, Word, stems, words};

/// Who does it, in the ergative: ने behind a noun, and pronouns that have it joined.
pub(super) const AGENTS: [&str; 12] =
    ["ने", "मैंने", "हमने", "तुमने", "आपने", "उसने", "इसने", "जिसने", "उन्होंने", "इन्होंने", "जिन्होंने", "किसने"];

/// Postpositions that govern the word right before them.
pub(super) const GOVERNORS: [&str; 9] = ["ने", "को", "से", "में", "पर", "का", "की", "के", "तक"];
