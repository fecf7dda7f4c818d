//! The one dialect of RON that the program reads and writes.

use ron::extensions::Extensions;

/// The options behind every RON file: an optional value is written plainly, without `Some(…)`.
#[must_use]
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// A text in quotes, as RON has it.
#[must_use]
pub fn quoted(text: &str) -> String {
    // Rust writes a text as RON does.
    format!("{text:?}")
}
