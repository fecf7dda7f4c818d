//! Texts that are too long for their place on a screen of 80 × 24.
//!
//! The numbers follow from `tui/view`. Tests there draw texts that are just as long as they may be and see them whole, and
//! texts that are a little longer and don't.

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::model::{Id, Kind, Question};
use crate::text::{Spanned, clean_line, width, wrap};

/// The room that a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// Columns of a line.
    pub(crate) columns: usize,
    /// How many lines there are.
    pub(crate) lines: usize,
}

const fn room(columns: usize, lines: usize) -> Room {
    Room { columns, lines }
}

/// A placeholder takes as much as a plausible name.
pub(crate) const NAME: &str = "Bengaluru Soft";
/// Beside the name of a row and two numbers, in the line above the question.
pub(crate) const STAGE_TITLE: Room = room(14, 1);
/// In the line that asks for the name of another row.
pub(crate) const ITEM: Room = room(22, 1);
/// The question's pane is 42 columns wide. With both of these at their longest a box to write in fits below them.
pub(crate) const ASK: Room = room(42, 4);
/// See [`ASK`].
pub(crate) const HINT: Room = room(42, 4);
/// The pane without the marks of an option.
pub(crate) const LABEL: Room = room(34, 3);
/// Below the label of the option under the cursor.
pub(crate) const OPTION_HINT: Room = room(34, 4);
/// In brackets, in the line where a number is typed.
pub(crate) const UNIT: Room = room(31, 1);
/// The ends of a scale, behind their numbers.
pub(crate) const SCALE_END: Room = room(33, 2);
/// A headline above the finding.
pub(crate) const RULE_TITLE: Room = room(71, 2);
/// Among the points that the contract must settle because of a finding.
pub(crate) const CLAUSE_TITLE: Room = room(71, 1);
/// In the table of candidates and criteria.
pub(crate) const CRITERION_TITLE: Room = room(19, 1);
/// Lines of the question's pane: for where one is, the question, its hint, what to do, and all options.
pub(crate) const PANE: usize = 19;

pub(super) fn check(folder: &Folder, found: &mut Vec<Diagnostic>) {
    for stage in &folder.stages {
        found.extend(too_long(&stage.id, "title", &stage.title, STAGE_TITLE));
        found.extend(
            stage.repeats.iter().filter_map(|repeat| too_long(&repeat.id, "item", &repeat.item, ITEM)),
        );
        found.extend(
            stage.rules.iter().filter_map(|rule| too_long(&rule.id, "title", &rule.title, RULE_TITLE)),
        );
        stage.questions.iter().for_each(|question| of_question(question, found));
    }
    found
        .extend(folder.clauses.iter().filter_map(|one| too_long(&one.id, "title", &one.title, CLAUSE_TITLE)));
    let criteria = folder.comparison.iter().flat_map(|comparison| &comparison.criteria);
    found.extend(criteria.filter_map(|one| too_long(&one.id, "title", &one.title, CRITERION_TITLE)));
}

fn of_question(question: &Question, found: &mut Vec<Diagnostic>) {
    let id = &question.id;
    let before = found.len();
    found.extend(too_long(id, "ask", &question.ask, ASK));
    found.extend(question.hint.as_ref().and_then(|hint| too_long(id, "hint", hint, HINT)));
    for option in question.kind.options() {
        found.extend(too_long(&option.id, "label", &option.label, LABEL));
        found.extend(option.hint.as_ref().and_then(|hint| too_long(&option.id, "hint", hint, OPTION_HINT)));
    }
    match &question.kind {
        Kind::Number { unit: Some(unit), .. } => found.extend(too_long(id, "unit", unit, UNIT)),
        Kind::Scale { low, high } => {
            found.extend(too_long(id, "low", low, SCALE_END));
            found.extend(too_long(id, "high", high, SCALE_END));
        }
        _ => {}
    }
    // Where one of its texts is too long by itself the rest can't be told.
    let needed = if found.len() == before { height(question) } else { 0 };
    if needed > PANE {
        found.push(
            Diagnostic::warning(
                "text-too-long",
                format!("`{id}` takes {needed} lines, and a screen of 80 × 24 has {PANE} for it"),
            )
            .at(id.span)
            .label("can't be seen whole")
            .help("Shorten the ask, the hint or the labels, or make two questions of it".to_owned()),
        );
    }
}

/// Lines that a question with options takes before it is answered: of the hints of a Choices one is seen, that of a
/// Choice none.
fn height(question: &Question) -> usize {
    let options = question.kind.options();
    if options.is_empty() {
        return 0;
    }
    let several = matches!(question.kind, Kind::Choices(_));
    let hint = question.hint.as_ref().map_or(0, |hint| lines(hint, HINT.columns));
    let labels: usize = options.iter().map(|option| lines(&option.label, LABEL.columns)).sum();
    let hints = options.iter().filter_map(|option| option.hint.as_ref()).filter(|_| several);
    let below = hints.map(|hint| lines(hint, OPTION_HINT.columns)).max().unwrap_or(0);
    // The place, an empty line, and for several how to tick them.
    2 + usize::from(several) + lines(&question.ask, ASK.columns) + hint + labels + below
}

fn too_long(of: &Id, field: &str, text: &Spanned<String>, room: Room) -> Option<Diagnostic> {
    let Room { columns, lines: most } = room;
    // What has no more bytes than a line has columns fits, whatever it holds; it is the usual case.
    if text.len() <= columns && !text.contains('{') {
        return None;
    }
    let (message, help) = if most == 1 {
        let needed = width(&named(text));
        if needed <= columns {
            return None;
        }
        (
            format!("is {needed} columns wide; a screen of 80 × 24 has {columns} for it"),
            "what is longer is cut off",
        )
    } else {
        let needed = lines(text, columns);
        if needed <= most {
            return None;
        }
        let message =
            format!("takes {needed} lines of {columns} columns; a screen of 80 × 24 has {most} for it");
        (message, "what is longer pushes the rest off the screen")
    };
    Some(
        Diagnostic::warning("text-too-long", format!("The `{field}` of `{of}` {message}"))
            .at(text.span.or(of.span))
            .label("too long for its place")
            .help(format!("Shorten it: {help}")),
    )
}

fn lines(text: &str, columns: usize) -> usize {
    if text.len() <= columns && !text.contains(['{', '\n']) {
        return 1;
    }
    wrap(&named(text), columns).len()
}

/// The text as it is shown, with a name in the place of each placeholder.
fn named(text: &str) -> String {
    let clean = clean_line(text);
    let mut parts = clean.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + NAME + part.split_once('}').map_or(part, |(_, rest)| rest))
}
