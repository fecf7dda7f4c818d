//! A text file that was read, and places in it.

use std::cell::Cell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Visitor};

/// One text file: its name as a person would look it up, and its text without a byte order mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path or other name, for messages.
    pub name: String,
    /// The whole text.
    pub text: String,
}

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

thread_local! {
    /// Index and address of the text being parsed on this thread, set only while [`Source::parse`] runs.
    /// serde hands a visitor a slice of the text and nothing else; its address is the only trace of where
    /// it stood.
    static PARSING: Cell<Option<(usize, usize, usize)>> = const { Cell::new(None) };
}

impl Source {
    /// A source of that name; a byte order mark at the start is dropped.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text: String = text.into();
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Self { name: name.into(), text }
    }

    /// Runs `parse` over the text, so that every [`Spanned`] string deserialised in it knows its place.
    /// `file` is this source's index in the list it belongs to.
    pub fn parse<'s, T>(&'s self, file: usize, parse: impl FnOnce(&'s str) -> T) -> T {
        let from = self.text.as_ptr() as usize;
        let before = PARSING.replace(Some((file, from, from + self.text.len())));
        let parsed = parse(&self.text);
        PARSING.set(before);
        parsed
    }

    /// Line and column, both from 1 and the column in characters, of a byte position.
    #[must_use]
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &self.text[..byte];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Where a borrowed piece of the text being parsed stands in it.
fn locate(piece: &str) -> Option<Span> {
    let (file, from, to) = PARSING.get()?;
    let start = piece.as_ptr() as usize;
    let inside = start >= from && start + piece.len() <= to;
    inside.then(|| Span { file, start: start - from, end: start - from + piece.len() })
}

/// A value that remembers where its author wrote it. Two are equal when their values are.
#[derive(Debug, Clone, Default)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where; `None` for a value made by the program, or written with escapes.
    pub span: Option<Span>,
}

impl<T> Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: Hash> Hash for Spanned<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl From<&str> for Spanned<String> {
    fn from(value: &str) -> Self {
        Self { value: value.to_owned(), span: None }
    }
}

impl<T: fmt::Display> fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Spanned<String> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(SpannedVisitor)
    }
}

struct SpannedVisitor;

impl<'de> Visitor<'de> for SpannedVisitor {
    type Value = Spanned<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in quotes")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Spanned { value: text.to_owned(), span: locate(text) })
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spanned_text_knows_its_bytes() {
        let source = Source::new("a.ron", "\u{feff}[ \"é\", \"two\" ]");
        let words: Vec<Spanned<String>> = source.parse(3, ron::from_str).expect("the list is valid RON");
        let span = words[1].span.expect("a plain string has a span");
        assert_eq!((span.file, &source.text[span.start..span.end]), (3, "two"));
        assert_eq!(source.line_column(span.start), (1, 9));
    }

    #[test]
    fn an_escaped_text_has_no_span_rather_than_a_wrong_one() {
        let source = Source::new("a.ron", r#"["a\nb"]"#);
        let words: Vec<Spanned<String>> = source.parse(0, ron::from_str).expect("the list is valid RON");
        assert_eq!(words[0].value, "a\nb");
        assert_eq!(words[0].span, None);
    }
}
