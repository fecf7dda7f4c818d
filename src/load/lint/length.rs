//! Texts that are too long for their place on a screen of 80 × 24.
//!
//! The numbers follow from `tui/view`. Tests there draw texts that are just as long as they may be and see them whole, and
//! texts that are a little longer and don't.

use crate::diagnostic::Diagnostic;
use crate::load::folder::Folder;
use crate::model::{Id, Kind, Question};
use crate::text::{Spanned, clean, clean_line, width, wrap};

/// The room that a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// Columns of a line.
    pub(crate) columns: usize,
    /// How many lines there are.
    pub(crate) lines: usize,
    /// Whether the author's own line breaks stay.
    pub(crate) breaks: bool,
}

const fn room(columns: usize, lines: usize) -> Room {
    Room { columns, lines, breaks: false }
}

const fn room_with_breaks(columns: usize, lines: usize) -> Room {
    Room { columns, lines, breaks: true }
}

/// A placeholder takes as much as a plausible name.
pub(crate) const NAME: &str = "Bengaluru Soft";
/// Beside the name of a row and two numbers, in the line above the question.
pub(crate) const STAGE_TITLE: Room = room(14, 1);
/// In the line that asks for the name of another row.
pub(crate) const ITEM: Room = room(22, 1);
/// The question's pane is 42 columns wide. With both of these at their longest a box to write in fits below them.
pub(crate) const ASK: Room = room_with_breaks(42, 4);
/// See [`ASK`].
pub(crate) const HINT: Room = room_with_breaks(42, 4);
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
    let mut lines = |of: &Id, field, text, room| Measured { of, field, text, room }.lines(found);
    for stage in &folder.stages {
        lines(&stage.id, "title", &stage.title, STAGE_TITLE);
        for repeat in &stage.repeats {
            lines(&repeat.id, "item", &repeat.item, ITEM);
        }
        for rule in &stage.rules {
            lines(&rule.id, "title", &rule.title, RULE_TITLE);
        }
    }
    for clause in &folder.clauses {
        lines(&clause.id, "title", &clause.title, CLAUSE_TITLE);
    }
    for criterion in folder.comparison.iter().flat_map(|comparison| &comparison.criteria) {
        lines(&criterion.id, "title", &criterion.title, CRITERION_TITLE);
    }
    folder.stages.iter().flat_map(|stage| &stage.questions).for_each(|question| of_question(question, found));
}

/// A question's texts one by one; and where each is short enough, whether it can be seen whole before it is answered. Of the
/// hints of a Choices one is seen then, that of a Choice none.
fn of_question(question: &Question, found: &mut Vec<Diagnostic>) {
    let (id, before) = (&question.id, found.len());
    let mut lines = |of: &Id, field, text, room| Measured { of, field, text, room }.lines(found);
    let above = lines(id, "ask", &question.ask, ASK)
        + question.hint.as_ref().map_or(0, |hint| lines(id, "hint", hint, HINT));
    let (mut labels, mut below) = (0, 0);
    for option in question.kind.options() {
        labels += lines(&option.id, "label", &option.label, LABEL);
        let hint = option.hint.as_ref();
        below = below.max(hint.map_or(0, |hint| lines(&option.id, "hint", hint, OPTION_HINT)));
    }
    match &question.kind {
        Kind::Number { unit: Some(unit), .. } => {
            lines(id, "unit", unit, UNIT);
        }
        Kind::Scale { low, high } => {
            lines(id, "low", low, SCALE_END);
            lines(id, "high", high, SCALE_END);
        }
        _ => {}
    }
    // The place, an empty line, and for several how to tick them.
    let needed = match &question.kind {
        Kind::Choice(_) => 2 + above + labels,
        Kind::Choices(_) => 3 + above + labels + below,
        _ => 0,
    };
    if needed > PANE && found.len() == before {
        let message = format!("`{id}` takes {needed} lines, and a screen of 80 × 24 has {PANE} for it");
        found.push(
            Diagnostic::warning("text-too-long", message)
                .at(id.span)
                .label("can't be seen whole")
                .help("Shorten the ask, the hint or the labels, or make two questions of it".to_owned()),
        );
    }
}

/// A text in its place.
struct Measured<'a> {
    of: &'a Id,
    field: &'static str,
    text: &'a Spanned<String>,
    room: Room,
}

impl Measured<'_> {
    /// How many lines it takes; warns where those are too many, or the only one is too long.
    fn lines(&self, found: &mut Vec<Diagnostic>) -> usize {
        let Room { columns, lines, .. } = self.room;
        // No character takes more columns than bytes, but for those that are told here.
        if self.text.len() <= columns && !self.text.contains(['{', '\t', '\n', '\r']) {
            return 1;
        }
        let shown = self.shown();
        let needed = if lines == 1 { 1 } else { wrap(&shown, columns).len() };
        let wide = if lines == 1 { width(&shown) } else { 0 };
        if wide > columns {
            let message = format!("is {wide} columns wide; a screen of 80 × 24 has {columns} for it");
            found.push(self.too_long(&message, "what is longer is cut off"));
        } else if needed > lines {
            let message =
                format!("takes {needed} lines of {columns} columns; a screen of 80 × 24 has {lines} for it");
            found.push(self.too_long(&message, "what is longer pushes the rest off the screen"));
        }
        needed
    }

    /// The text as it is shown, with a name in the place of each placeholder.
    fn shown(&self) -> String {
        let clean = if self.room.breaks { clean(self.text) } else { clean_line(self.text) };
        if !clean.contains('{') {
            return clean;
        }
        let mut parts = clean.split('{');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + NAME + part.split_once('}').map_or(part, |(_, rest)| rest))
    }

    fn too_long(&self, message: &str, because: &str) -> Diagnostic {
        let Self { of, field, text, .. } = self;
        Diagnostic::warning("text-too-long", format!("The `{field}` of `{of}` {message}"))
            .at(text.span.or(of.span))
            .label("too long for its place")
            .help(format!("Shorten it: {because}"))
    }
}
