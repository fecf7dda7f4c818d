//! Values that know where in a text they were written.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};

use serde::de::{Deserialize, Deserializer, Visitor};

use super::{Span, Token, lexemes};

/// The text being parsed on this thread.
struct Reading {
    file: usize,
    /// The addresses of its bytes. serde hands a visitor a slice of the text and nothing else; its address is the only
    /// trace of where it stood.
    bytes: Range<usize>,
    /// What the texts with escapes say, by the place where they begin.
    unescaped: HashMap<usize, String>,
}

thread_local! {
    /// Set only while [`read`] runs.
    static READING: RefCell<Option<Reading>> = const { RefCell::new(None) };
}

/// Runs `parse` over a text such that every [`Spanned`] string in it knows its place.
///
/// A string with escapes would come as a copy that has no place. So the parser is given the text with every escape made
/// harmless, byte for byte in the same place, and the string is looked up by where it stands.
pub(super) fn read<T>(
    text: &str,
    file: usize,
    unescape: impl Fn(&str) -> Option<String>,
    parse: impl FnOnce(&str) -> T,
) -> T {
    let (text, unescaped) = without_escapes(text, unescape);
    let from = text.as_ptr() as usize;
    let reading = Reading { file, bytes: from..from + text.len(), unescaped };
    let before = READING.replace(Some(reading));
    let parsed = parse(&text);
    READING.set(before);
    parsed
}

/// The text with every escape that can be read made harmless, and what the texts say that had one. Where an escape
/// can't be read the parser shall find it.
fn without_escapes(
    text: &str,
    unescape: impl Fn(&str) -> Option<String>,
) -> (Cow<'_, str>, HashMap<usize, String>) {
    let mut unescaped = HashMap::new();
    if !text.contains('\\') {
        return (text.into(), unescaped);
    }
    let mut harmless = String::with_capacity(text.len());
    for lexeme in lexemes(text, 0).filter(|lexeme| lexeme.token == Token::Text) {
        let literal = &text[lexeme.start..lexeme.end];
        let Some(value) = Some(literal).filter(|text| text.contains('\\')).and_then(&unescape) else {
            continue;
        };
        unescaped.insert(lexeme.start + 1, value);
        harmless.push_str(&text[harmless.len()..=lexeme.start]);
        let mut parts = text[lexeme.start + 1..lexeme.end - 1].chars();
        while let Some(c) = parts.next() {
            if c == '\\' {
                let escaped = parts.next().unwrap_or('_');
                harmless.push('_');
                harmless.push(if matches!(escaped, '\\' | '"') { '_' } else { escaped });
            } else {
                harmless.push(c);
            }
        }
    }
    harmless.push_str(&text[harmless.len()..]);
    (harmless.into(), unescaped)
}

/// A piece of the text being parsed, with its place and what it says; as it stands where it is no such piece.
fn locate(piece: &str) -> Spanned<String> {
    READING.with_borrow(|reading| {
        let start = piece.as_ptr() as usize;
        let inside =
            |reading: &&Reading| reading.bytes.start <= start && start + piece.len() <= reading.bytes.end;
        let Some(reading) = reading.as_ref().filter(inside) else { return piece.into() };
        let start = start - reading.bytes.start;
        let value = reading.unescaped.get(&start).map_or(piece, String::as_str).to_owned();
        Spanned { value, span: Some(Span { file: reading.file, start, end: start + piece.len() }) }
    })
}

/// A value that remembers where its author wrote it. Two are equal when their values are.
#[derive(Debug, Clone, Default)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where, without the quotes; `None` for a value made by the program.
    pub span: Option<Span>,
}

impl Spanned<String> {
    /// The place of these bytes of the value; the whole one where it was written with escapes, so that its bytes can't
    /// be counted off.
    #[must_use]
    pub fn place_of(&self, part: Range<usize>) -> Option<Span> {
        self.span.map(|span| {
            // What an escape stands for is shorter than the escape, always.
            let as_written = span.end - span.start == self.value.len();
            let exact = || Span { start: span.start + part.start, end: span.start + part.end, ..span };
            if as_written { exact() } else { span }
        })
    }
}

impl Spanned<String> {
    /// The place of these bytes of the value in the text that it was read from, also where escapes stand in it.
    #[must_use]
    pub fn place_in(&self, text: &str, part: Range<usize>) -> Option<Span> {
        let span = self.span?;
        let written = text.get(span.start..span.end)?;
        if written.len() == self.value.len() {
            return self.place_of(part);
        }
        let (mut at, mut start) = (0, None);
        for (byte, c) in self.value.char_indices() {
            if byte >= part.end {
                break;
            }
            start = start.or((byte >= part.start).then_some(at));
            let rest = written.get(at..)?;
            at += if rest.starts_with('\\') { escape(rest, c) } else { c.len_utf8() };
        }
        Some(Span { start: span.start + start?, end: span.start + at, ..span })
    }
}

/// How many bytes the escape takes that a text begins with, which stands for that character.
fn escape(rest: &str, c: char) -> usize {
    let bytes = rest.as_bytes();
    match bytes.get(1) {
        Some(b'u') if bytes.get(2) == Some(&b'{') => rest.find('}').map_or(rest.len(), |end| end + 1),
        // JSON writes what lies beyond the first plane as two halves.
        Some(b'u') => 6 * c.len_utf16(),
        Some(b'x') => 4,
        _ => 2,
    }
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
        Ok(locate(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests;
