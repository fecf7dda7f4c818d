//! What can be said of each text by itself: it says something, it hides nothing, an id is an id.

use chrono::NaiveDate;

use super::folder::{Folder, is_ron};
use super::texts::{Text, of_fact, of_folder};
use super::translation::Translation;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Layout};
use crate::text::{Lexeme, Source, Span, Spanned, Token, clean, lexemes};

/// Reports empty texts, characters that must not reach a screen, ids that are none, and months likewise.
pub(super) fn check(folder: &Folder, sources: &[Source], found: &mut Vec<Diagnostic>) {
    for text in all_texts(folder) {
        found.extend(empty(&text));
        found.extend(hidden(&text, sources));
    }
    found.extend(ids(folder).into_iter().filter(|id| !is_id(id)).map(bad_id));
    let dates = folder.authorities.iter().flat_map(|authority| [&authority.as_of, &authority.review_by]);
    // An empty date is an empty text.
    let wrong = dates.filter(|date| !clean(date).trim().is_empty() && !is_month(date));
    found.extend(wrong.map(|date| bad_month(date, "Write it as year-month: 2026-11")));
    let files = sources.iter().enumerate().filter(|(_, source)| is_ron(&source.name));
    found.extend(files.flat_map(|(file, source)| hidden_around_texts(file, &source.text)));
}

/// Those of every file, facts of law and translations included.
pub(super) fn all_texts(folder: &Folder) -> impl Iterator<Item = Text<'_>> {
    let of_countries = folder.jurisdictions.iter().flat_map(|country| &country.facts).flat_map(of_fact);
    let translated =
        folder.overlays.iter().flat_map(|overlay| &overlay.translations).flat_map(Translation::texts);
    of_folder(folder).into_iter().chain(of_countries).chain(translated)
}

/// The place of a character of a text.
pub(super) fn place_of(text: &Text, sources: &[Source], at: usize, c: char) -> Option<Span> {
    let source = text.words.span.and_then(|span| sources.get(span.file));
    let place = source.and_then(|source| text.words.place_in(&source.text, at..at + c.len_utf8()));
    place.or(text.of.span)
}

/// Whether a text is a month, written as year-month.
pub(super) fn is_month(text: &Spanned<String>) -> bool {
    let parts = text.value.split_once('-');
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(year, month)| {
        digits(year, 4) && digits(month, 2) && (1..=12).contains(&month.parse().unwrap_or(0))
    })
}

/// Whether a text is a day that exists, written as year-month-day.
pub(super) fn is_day(text: &Spanned<String>) -> bool {
    text.value.parse::<NaiveDate>().is_ok_and(|day| day.to_string() == text.value)
}

/// What is said of a date that is no month.
pub(super) fn bad_month(date: &Spanned<String>, help: &str) -> Diagnostic {
    Diagnostic::error("bad-month", format!("`{date}` is not a month"))
        .at(date.span)
        .label("not a month")
        .help(help.to_owned())
}

/// Whether a text can be an id: letters, digits, `_`, `-` and `.`, as a placeholder can name it.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn empty(text: &Text) -> Option<Diagnostic> {
    clean(text.words).trim().is_empty().then(|| {
        Diagnostic::error("empty-text", format!("The `{}` of `{}` is empty", text.field, text.of))
            .at(text.words.span.map(around_quotes).or(text.of.span))
            .label("nothing to read")
            .help("Write it, or leave the field out where it is optional".to_owned())
    })
}

/// An empty text has no width; its quotes have.
fn around_quotes(span: Span) -> Span {
    if span.start < span.end {
        span
    } else {
        Span { start: span.start.saturating_sub(1), end: span.end + 1, ..span }
    }
}

fn hidden(text: &Text, sources: &[Source]) -> Option<Diagnostic> {
    if clean(text.words) == text.words.value {
        return None;
    }
    let (at, c) = harm(text.words)?;
    let holder = format!("The `{}` of `{}`", text.field, text.of);
    Some(hides(&holder, c).at(place_of(text, sources, at, c)))
}

/// The first character that must not reach a screen.
fn harm(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, c)| clean(c.encode_utf8(&mut [0; 4])).is_empty())
}

fn hides(holder: &str, c: char) -> Diagnostic {
    Diagnostic::error("control-character", format!("{holder} holds an invisible control character"))
        .label(format!("U+{:04X}", u32::from(c)))
        .help("Take it out: it can hide or reorder what a reader sees".to_owned())
}

/// Blanks to the parser and not to a reader.
const STRANGE_BLANKS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{200e}', '\u{200f}'];

/// Outside its texts a file can be made to look other than the program reads it: in a comment, or between the words.
fn hidden_around_texts(file: usize, text: &str) -> Vec<Diagnostic> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\r' | b'\t' | b' '..=b'~')) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut put = |holder, start: usize, harm: Option<(usize, char)>| {
        let place = |(at, c): (usize, char)| Span { file, start: start + at, end: start + at + c.len_utf8() };
        found.extend(harm.map(|(at, c)| hides(holder, c).at(place((at, c)))));
    };
    let mut from = 0;
    let end = Lexeme { token: Token::Unclosed, start: text.len(), end: text.len() };
    for Lexeme { token, start, end } in lexemes(text, 0).chain([end]) {
        // What no parser takes for a blank is a diagnostic of the parser.
        let between = text[from..start].char_indices().find(|(_, c)| STRANGE_BLANKS.contains(c));
        put("The file, outside its texts,", from, between);
        let comment = if token == Token::Comment { &text[start..end] } else { "" };
        put("A comment", start, harm(comment));
        from = end;
    }
    found
}

fn ids(folder: &Folder) -> Vec<&Id> {
    let mut ids: Vec<&Id> = Vec::new();
    if let Some(manifest) = &folder.manifest {
        ids.push(&manifest.id);
        ids.extend(manifest.milestones.iter().map(|milestone| &milestone.id));
    }
    for stage in &folder.stages {
        ids.push(&stage.id);
        ids.extend(stage.repeats.iter().map(|repeat| &repeat.id));
        ids.extend(stage.rules.iter().map(|rule| &rule.id));
        for question in &stage.questions {
            ids.push(&question.id);
            ids.extend(question.kind.options().iter().map(|option| &option.id));
        }
    }
    ids.extend(folder.comparison.iter().flat_map(|comparison| &comparison.criteria).map(|one| &one.id));
    ids.extend(folder.layout.iter().flat_map(Layout::ids));
    ids.extend(folder.clauses.iter().map(|clause| &clause.id));
    ids.extend(folder.items.iter().map(|item| &item.id));
    ids.extend(folder.authorities.iter().map(|authority| &authority.id));
    ids.extend(formerly(folder));
    ids
}

/// Ids from before something was renamed.
fn formerly(folder: &Folder) -> impl Iterator<Item = &Id> {
    let questions = folder.stages.iter().flat_map(|stage| &stage.questions);
    let options = questions.clone().flat_map(|question| question.kind.options()).map(|option| &option.was);
    let repeats = folder.stages.iter().flat_map(|stage| &stage.repeats).map(|repeat| &repeat.was);
    let rules = folder.stages.iter().flat_map(|stage| &stage.rules).map(|rule| &rule.was);
    let clauses = folder.clauses.iter().map(|clause| &clause.was);
    let all =
        questions.map(|question| &question.was).chain(options).chain(repeats).chain(rules).chain(clauses);
    all.flatten()
}

fn bad_id(id: &Id) -> Diagnostic {
    Diagnostic::error("bad-id", format!("`{id}` can't be an id"))
        .at(id.span.map(around_quotes))
        .label("not an id")
        .help("An id is made of the letters a to z, digits, `_`, `-` and `.`".to_owned())
}
