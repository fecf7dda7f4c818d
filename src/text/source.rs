//! A text file that was read, and places in it.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::lines::Lines;
use super::{Unread, ron_options, spanned};

/// One text file: its name as a person would look it up, and its text without a byte order mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path or other name, for messages.
    pub name: String,
    /// The whole text; empty where it was not read.
    pub text: String,
    /// Why it was not read, where it was not.
    pub unread: Option<Unread>,
    index: Index,
}

/// Where the lines of the text begin, worked out when it is first asked for. It is part of no comparison, and a copy
/// begins without it.
#[derive(Debug, Default)]
struct Index(OnceLock<Lines>);

impl Clone for Index {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

/// A range of bytes in one of several sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which source: its index in the list that was loaded together.
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Source {
    /// A source of that name; a byte order mark at the start is dropped.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text: String = text.into();
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Self { name: name.into(), text, unread: None, index: Index::default() }
    }

    /// A source whose text could not be had.
    pub fn unread(name: impl Into<String>, why: Unread) -> Self {
        Self { unread: Some(why), ..Self::new(name, "") }
    }

    /// Reads the text as RON. Every [`Spanned`](super::Spanned) string in what it gives knows its place; `file` is this
    /// source's index in the list it belongs to.
    ///
    /// # Errors
    /// What stopped the reading, at its place.
    pub fn ron<T: DeserializeOwned>(&self, file: usize) -> ron::error::SpannedResult<T> {
        let unescape = |literal: &str| ron_options().from_str(literal).ok();
        spanned::read(&self.text, file, unescape, |text| ron_options().from_str(text))
    }

    /// Reads the text as JSON, as [`ron`](Self::ron) does.
    ///
    /// # Errors
    /// What stopped the reading, at its place.
    pub fn json<T: DeserializeOwned>(&self, file: usize) -> serde_json::Result<T> {
        let unescape = |literal: &str| serde_json::from_str(literal).ok();
        spanned::read(&self.text, file, unescape, |text| serde_json::from_str(text))
    }

    /// Line and column, both from 1 and the column in characters, of a byte position. It takes no longer far down in a
    /// long text than at its start.
    #[must_use]
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let lines = self.index.0.get_or_init(|| Lines::new(&self.text));
        if lines.length == self.text.len() {
            lines.at(&self.text, byte)
        } else {
            // The text was changed since.
            Lines::new(&self.text).at(&self.text, byte)
        }
    }
}
