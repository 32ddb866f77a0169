//! The browser's view of the crate. Nothing outside this module knows that JavaScript exists.

#[cfg(feature = "analysis")]
mod analysis;
mod sentences;
