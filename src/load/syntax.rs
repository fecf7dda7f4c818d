//! One file read as RON, with whatever stops it told in plain words at its place.

mod advice;
mod recovery;
mod wanted;

use ron::error::{Error, Position, SpannedError};
use serde::de::DeserializeOwned;

use super::brackets;
use super::near::suggest;
use crate::diagnostic::Diagnostic;
use crate::text::{Source, Span, byte_of};
pub(super) use recovery::parse_all;
use wanted::{COMMA, wanted};

/// Bytes beyond which a file is refused; no author writes so much.
const LARGEST: usize = 4 * 1024 * 1024;

/// Reads a file whole. `file` is its index among the sources.
///
/// # Errors
/// What stopped the reading.
pub(super) fn parse<T: DeserializeOwned>(source: &Source, file: usize) -> Result<T, Box<Diagnostic>> {
    check_before_parsing(source, file)?;
    parse_text(source, file)
}

fn parse_text<T: DeserializeOwned>(source: &Source, file: usize) -> Result<T, Box<Diagnostic>> {
    source
        .ron(file)
        .map_err(|error| Box::new(Failure { text: &source.text, file, error: &error }.diagnostic()))
}

/// Refuses what no parser should be given.
///
/// # Errors
/// An empty file, one that is too large, one nested too deeply.
pub(super) fn check_before_parsing(source: &Source, file: usize) -> Result<(), Box<Diagnostic>> {
    let refuse = |code, message: &str| Diagnostic::error(code, message).in_file(&source.name);
    if source.text.trim().is_empty() {
        return Err(refuse("empty-file", "The file is empty").into());
    }
    if source.text.len() > LARGEST {
        let help = "Larger files than 4 MB are not read; split it, or look whether it is the right one";
        return Err(refuse("too-large", "The file is too large").help(help.to_owned()).into());
    }
    let Some(start) = brackets::too_deep(&source.text) else { return Ok(()) };
    let message = format!("Brackets stand more than {} deep in one another", brackets::DEEPEST);
    let diagnostic = Diagnostic::error("too-deep", message)
        .at(Span { file, start, end: start + 1 })
        .label("one level too many")
        .help("Write it flatter: All and Any take any number of parts".to_owned());
    Err(diagnostic.into())
}

/// What RON's parser said, and the text it said it about.
struct Failure<'a> {
    text: &'a str,
    file: usize,
    error: &'a SpannedError,
}

impl Failure<'_> {
    fn diagnostic(&self) -> Diagnostic {
        match &self.error.code {
            Error::NoSuchStructField { expected, found, outer } => self
                .word("unknown-field", format!("{} has no field `{found}`", owner(outer.as_ref())))
                .label("not a field")
                .help(suggest(found, expected.iter().copied())),
            Error::MissingStructField { field, outer } => self
                .opening("missing-field", format!("{} lacks the field `{field}`", owner(outer.as_ref())))
                .label(format!("`{field}` is missing here"))
                .help(format!("Add `{field}: …`")),
            Error::DuplicateStructField { field, .. } => self
                .word("duplicate-field", format!("The field `{field}` stands twice"))
                .label("here again")
                .help("Keep one of them".to_owned()),
            Error::NoSuchEnumVariant { expected, found, outer } => self
                .word("unknown-variant", format!("`{found}` is not known here"))
                .label(
                    outer.as_ref().map(|outer| format!("not a {}", outer.to_lowercase())).unwrap_or_default(),
                )
                .help(
                    advice::other_word(found, expected).or_else(|| suggest(found, expected.iter().copied())),
                ),
            Error::ExpectedDifferentStructName { expected, found } => {
                let other = self
                    .word("unknown-variant", format!("`{found}` stands where `{expected}` is expected"))
                    .label(format!("write `{expected}`"));
                other.span.and_then(|word| advice::field_in_list(self.text, word)).unwrap_or(other)
            }
            Error::InvalidValueForType { expected, found } => self
                .word("wrong-type", format!("Expected {}, found {found}", plain(expected)))
                .label(format!("{} is wanted here", plain(expected))),
            Error::ExpectedDifferentLength { expected, found } => self.length(last_number(expected), *found),
            Error::IntegerOutOfBounds => self
                .word("wrong-type", "The number is outside the range that is possible here".into())
                .label("a whole number from 0 is wanted"),
            other => self.expected(other),
        }
    }

    /// Fewer parts stand in brackets than belong there.
    fn length(&self, takes: &str, found: usize) -> Diagnostic {
        let told = self.opening("wrong-type", String::new());
        let name = told.span.map_or("", |span| &self.text[span.start..span.end]);
        let shape = advice::shape(name).map(|(_, shape)| format!("Write {shape}"));
        let what = if shape.is_some() { format!("`{name}`") } else { "This pair of brackets".to_owned() };
        let message = format!("{what} takes {}, and here is {found}", advice::parts(takes));
        Diagnostic { message, ..told }.label("too few parts in its brackets").help(shape)
    }

    /// The parser met something other than it expected.
    fn expected(&self, error: &Error) -> Diagnostic {
        let is_at_end = self.rest(self.end()).is_empty();
        if let Some(unclosed) =
            Some(self.text).filter(|_| is_at_end).and_then(|text| advice::unclosed(text, self.file))
        {
            return unclosed;
        }
        let unclosed = brackets::unclosed(self.text);
        if let (true, Some(open)) = (is_at_end, unclosed) {
            let bracket = &self.text[open..=open];
            let close = if bracket == "(" { ')' } else { ']' };
            return Diagnostic::error("syntax", format!("The file ends before this `{bracket}` is closed"))
                .at(self.span(open, open + 1))
                .label("never closed")
                .help(format!("Write `{close}` where it ends"));
        }
        let at = self.text.len() - self.rest(self.end()).len();
        if let Some(wrong) = advice::wrong_bracket(self.text, at, self.file) {
            return wrong;
        }
        let (code, wanted, help) = wanted(error);
        let Some(wanted) = wanted else {
            return self.token(code, format!("The text can't be read: {error}"));
        };
        if let Some(slip) = Some(wanted)
            .filter(|wanted| *wanted == COMMA)
            .and_then(|_| advice::no_comma(self.text, at, self.file))
        {
            return slip;
        }
        let in_list = || {
            let open = brackets::innermost(self.text, at)?;
            let name = advice::name_before(self.text, open.bracket);
            let (_, shape) = advice::shape(name).filter(|_| wanted == "A list")?;
            Some(format!("Write {shape}"))
        };
        let help =
            advice::quotes(self.text, at).map(str::to_owned).or_else(in_list).or(help.map(str::to_owned));
        let message = format!("{wanted} is expected here");
        self.token(code, message).label(format!("not {}", lower_first(wanted))).help(help)
    }

    /// At the word that the parser stopped at.
    fn word(&self, code: &'static str, message: String) -> Diagnostic {
        let start = self.byte(self.error.span.start);
        let end = self.end();
        let start = start + (self.text[start..end].len() - self.text[start..end].trim_start().len());
        Diagnostic::error(code, message).at(self.span(start, end.max(start + self.character(start))))
    }

    /// At what follows the place where the parser stopped.
    fn token(&self, code: &'static str, message: String) -> Diagnostic {
        let rest = self.rest(self.end());
        let start = self.text.len() - rest.len();
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = if rest.starts_with('"') { quoted(rest) } else { word };
        Diagnostic::error(code, message).at(self.span(start, start + word.max(self.character(start))))
    }

    /// At the name before the bracket that opened what the parser was in when it came to its end.
    fn opening(&self, code: &'static str, message: String) -> Diagnostic {
        let at = self.byte(self.error.span.start);
        let open = brackets::opening(self.text, at).unwrap_or(at.min(self.text.len().saturating_sub(1)));
        let before = self.text.get(..open).unwrap_or_default();
        let name = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
        let end = if name < open { open } else { open + self.character(open) };
        Diagnostic::error(code, message).at(self.span(name, end))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { file: self.file, start, end }
    }

    fn end(&self) -> usize {
        self.byte(self.error.span.end).max(self.byte(self.error.span.start))
    }

    fn rest(&self, from: usize) -> &str {
        self.text[from..].trim_start()
    }

    /// Bytes of the character at a place, none at the end.
    fn character(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }

    fn byte(&self, position: Position) -> usize {
        byte_of(self.text, position)
    }
}

fn quoted(rest: &str) -> usize {
    let line = rest.split('\n').next().unwrap_or_default();
    line[1..].find('"').map_or(line.len(), |at| at + 2)
}

fn owner(outer: Option<&String>) -> String {
    outer.map_or_else(|| "This".to_owned(), |outer| format!("A {}", outer.to_lowercase()))
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}

/// serde's description of what it wanted, for a person.
fn plain(expected: &str) -> &str {
    if expected.contains("Decimal") { "a number" } else { expected }
}

/// The number in ron's words "tuple variant … with 2 elements".
fn last_number(expected: &str) -> &str {
    expected
        .split_whitespace()
        .rev()
        .find(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        .unwrap_or("another number")
}
