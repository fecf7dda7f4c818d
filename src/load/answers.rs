//! Files of answers: JSON, or the same shape in RON.

mod entry;
mod outcome;

use std::collections::HashSet;

use super::Loose;
use super::near::suggest;
use super::syntax::{check_before_parsing, parse};
use crate::diagnostic::Diagnostic;
use crate::model::{Answer, Id, Share};
use crate::text::{Source, Span, Spanned, byte_at};
pub use outcome::{Recorded, RecordedDetail, RecordedFinding};

/// What a file of answers says, in its own order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnswersFile {
    /// Its entries.
    pub answers: Vec<Stated>,
    /// What came of them, where that is recorded: a case.
    pub outcome: Option<Recorded>,
}

/// One entry of a file of answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    /// An answer, a note beside a question, or both; never neither.
    Answer {
        /// Which question.
        question: Id,
        /// Which row, where it belongs to a repeat.
        row: Option<Id>,
        /// What is said.
        said: Option<Said>,
        /// The note, cleaned.
        note: Option<Spanned<String>>,
        /// To whom the answer may be shown, where that is said.
        share: Option<Shared>,
        /// To whom the note may be shown, where that is said.
        note_share: Option<Shared>,
    },
    /// To whom a row may be shown, with all that is said of it.
    Row {
        /// Of which repeat.
        repeat: Id,
        /// Which row.
        row: Id,
        /// To whom.
        share: Shared,
    },
    /// Where the other side stands on a point of the contract, to whom the point may be shown, or both.
    Clause {
        /// Which point.
        clause: Id,
        /// What the other side wants, cleaned.
        theirs: Option<Spanned<String>>,
        /// Whether both sides agree.
        agreed: Option<bool>,
        /// To whom the point may be shown.
        share: Option<Shared>,
    },
    /// Whether there are no more rows.
    Complete {
        /// Of which repeat.
        repeat: Id,
        /// `true` where there are no more.
        complete: bool,
    },
}

/// To whom something may be shown; `None` where nothing is to be said of it.
pub type Shared = Option<Share>;

/// What an entry says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// A value, not yet held against the kind of its question.
    Value(Loose),
    /// One of the three answers that are no value.
    State(Answer),
}

const FIELDS: [&str; 2] = ["answers", "outcome"];

/// Reads a file of answers: JSON where it begins with a brace, else RON. The places of the diagnostics count
/// the file as the first of its list.
///
/// # Errors
/// Everything that is wrong with its shape.
pub fn answers(source: &Source) -> Result<AnswersFile, Vec<Diagnostic>> {
    let is_json = source.text.trim_start().starts_with('{');
    let read = if is_json { parse_json(source) } else { parse(source, 0) };
    let whole = read.map_err(|diagnostic| vec![*diagnostic])?;
    let mut found = Vec::new();
    let answers: Vec<Stated> = entries(&whole, source, &mut found)
        .iter()
        .enumerate()
        .filter_map(|(number, given)| entry::read(given, number + 1, source, &mut found))
        .collect();
    found.extend(said_twice(&answers));
    let outcome = recorded(&whole, source, &mut found);
    if found.is_empty() { Ok(AnswersFile { answers, outcome }) } else { Err(found) }
}

fn parse_json(source: &Source) -> Result<Loose, Box<Diagnostic>> {
    check_before_parsing(source, 0)?;
    source.json(0).map_err(|error| {
        let text = &source.text;
        // serde_json counts columns in bytes, and may stop within a character.
        let offset = |line: &str| error.column().saturating_sub(1).min(line.len());
        let at = byte_at(text, error.line(), offset);
        let start = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
        let said = error.to_string();
        let message = said.split(" at line ").next().unwrap_or(&said);
        let diagnostic = Diagnostic::error("syntax", format!("The text is no JSON: {message}"))
            .at(Span { file: 0, start, end })
            .label("the reading stopped here")
            .help("Look at what stands before it: a comma, a quote or a bracket may be missing".to_owned());
        Box::new(diagnostic)
    })
}

/// What is recorded under `outcome`.
fn recorded(whole: &Loose, source: &Source, found: &mut Vec<Diagnostic>) -> Option<Recorded> {
    let Loose::Record(fields) = whole else { return None };
    let (key, given) = fields.iter().find(|(key, _)| key.value == "outcome")?;
    outcome::read(key, given, source, found)
}

/// The entries of the list `answers`; beside it a file holds nothing but what may be recorded of them.
fn entries<'l>(whole: &'l Loose, source: &Source, found: &mut Vec<Diagnostic>) -> &'l [Loose] {
    let help = || "The whole file is {\"answers\": [ … ]}, or (answers: [ … ]) in RON".to_owned();
    let Loose::Record(fields) = whole else {
        let message =
            format!("The file holds {} where a record with the field `answers` is wanted", whole.name());
        found.push(place(Diagnostic::error("wrong-type", message), whole.span(), source).help(help()));
        return &[];
    };
    for (key, _) in fields.iter().filter(|(key, _)| !FIELDS.contains(&key.as_str())) {
        found.push(unknown_field(key, &FIELDS));
    }
    for name in FIELDS {
        for (key, _) in fields.iter().filter(|(key, _)| key.value == name).skip(1) {
            let twice = Diagnostic::error("duplicate-field", format!("The field `{name}` stands twice"));
            found.push(place(twice, key.span, source).label("here again").help(help()));
        }
    }
    match fields.iter().find(|(key, _)| key.value == "answers") {
        Some((_, Loose::List(list))) => list,
        Some((key, other)) => {
            let message = format!("`answers` is {} where a list is wanted", other.name());
            found.push(place(Diagnostic::error("wrong-type", message), key.span, source).help(help()));
            &[]
        }
        None => {
            let missing = Diagnostic::error("missing-field", "The file has no field `answers`");
            found.push(missing.in_file(&source.name).help(help()));
            &[]
        }
    }
}

fn place(diagnostic: Diagnostic, span: Option<Span>, source: &Source) -> Diagnostic {
    diagnostic.at(span).in_file(&source.name)
}

fn unknown_field(key: &Id, known: &[&str]) -> Diagnostic {
    Diagnostic::error("unknown-field", format!("`{key}` is no field here"))
        .at(key.span)
        .label("not a field")
        .help(suggest(key, known.iter().copied()))
}

/// Two answers to one question leave open which one is meant.
fn said_twice(answers: &[Stated]) -> Vec<Diagnostic> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for stated in answers {
        if let Stated::Answer { question, row, said: Some(_), .. } = stated
            && !seen.insert((question, row))
        {
            found.push(
                Diagnostic::error("answered-twice", format!("`{question}` is answered twice"))
                    .at(question.span)
                    .label("the second answer")
                    .help("Keep the one that is meant".to_owned()),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests;
