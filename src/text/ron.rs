//! The one dialect of RON that the program reads and writes.

use ron::error::Position;
use ron::extensions::Extensions;

use super::lines::byte_at;

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

/// The byte at which a place stands that RON's parser names.
#[must_use]
pub fn byte_of(text: &str, position: Position) -> usize {
    byte_at(text, position.line, |line| {
        line.char_indices().nth(position.col.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
    })
}
