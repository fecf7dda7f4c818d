//! The interview's screen: which panes there are, and where.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::keyline::{Hint, command, key, key_of};
use super::shell::Shell;
use super::{context, end, findings, header, outline, overlay, question};
use crate::engine::compare;
use crate::tui::editor::{Editor, RowLine};
use crate::tui::keys::Command;
use crate::tui::model::{Desk, Model};
use crate::tui::theme::Theme;

/// From this width on there are three panes.
const THREE: u16 = 110;
/// From this width on there are two.
pub const TWO: u16 = 80;

/// Rows from which on the panes on the right have air between their parts.
const AIRY: u16 = 26;

/// Draws everything.
pub fn draw(model: &Model, desk: &Desk, frame: &mut Frame) {
    let (area, theme) = (frame.area(), model.theme);
    let alone = area.width < TWO;
    let hints = if desk.overlay.is_none() { hints(desk, alone) } else { Vec::new() };
    let two = !alone && area.width < THREE;
    let shell = Shell::draw(frame, head(area.width), model.notice.as_ref(), &hints, theme);
    header::draw(model, desk, alone, frame, shell.header);
    let mut middle = shell.body;
    if area.width >= THREE {
        let columns = 22 + ((area.width - THREE) / 5).min(3);
        let (left, rest) = split(middle, columns);
        outline::draw(desk, theme, frame, left.inner(Margin::new(1, 1)));
        shell.divide(frame, left.right(), theme);
        middle = rest;
    }
    if !alone {
        let columns =
            if area.width >= THREE { 37 + ((area.width - THREE) / 5).min(7) } else { area.width * 2 / 5 };
        let columns = columns.min(44);
        let (question, side) = split(middle, middle.width.saturating_sub(columns + 1));
        shell.divide(frame, question.right(), theme);
        draw_side(desk, theme, frame, side);
        middle = question;
    }
    if two {
        header::stages(desk, theme, frame, Rect { y: shell.header.y + 1, height: 1, ..shell.header });
    }
    let margin = Rect { x: middle.x + 2, width: middle.width.saturating_sub(3), ..middle };
    let typing = desk.overlay.is_none();
    match &desk.editor {
        Some(editor) => question::draw(model, desk, editor, typing, frame, margin),
        None => end::draw(desk, theme, frame, margin),
    }
    if let Some(overlay) = &desk.overlay {
        overlay::draw(model, desk, overlay, frame, shell.body);
    }
}

/// Rows above the upper rule: between one pane and three, the stages have a line there.
fn head(columns: u16) -> u16 {
    if (TWO..THREE).contains(&columns) { 2 } else { 1 }
}

/// The part of a window of that size that overlays lie in.
pub fn body(area: Rect) -> Rect {
    Shell::plan(area, head(area.width), 0).body
}

/// The area left of a dividing line, and the one right of it.
fn split(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width.saturating_sub(1));
    let rest = area.width.saturating_sub(columns + 1);
    (Rect { width: columns, ..area }, Rect { x: area.x + columns + 1, width: rest, ..area })
}

/// Findings above, why we ask below: each has half of the rows, and what the other one does not need.
fn draw_side(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let air = u16::from(area.height >= AIRY);
    let wanted = context::height(desk, inner.width) + 1 + air;
    let most = area.height.saturating_sub(wanted).max(area.height / 2);
    let findings = findings::Pane::new(desk, inner.width, air, theme);
    let rows = findings.height().min(most);
    findings.draw(theme, frame, Rect { height: rows, ..inner });
    let y = area.y + rows;
    if y < area.bottom() && area.x > 0 {
        let line = format!("├{}", "─".repeat(area.width.saturating_sub(1).into()));
        frame.buffer_mut().set_string(area.x - 1, y, line, theme.quiet());
    }
    let above = rows + 1 + air;
    let below = Rect { y: area.y + above, height: area.height.saturating_sub(above), ..inner };
    context::draw(desk, theme, frame, below);
}

/// The keys that mean something here. In a narrow window what has no pane is needed more.
fn hints(desk: &Desk, alone: bool) -> Vec<Hint> {
    let commands = [
        (Command::Back, 3),
        (Command::Help, 0),
        (Command::Note, 5),
        (Command::State, 0),
        (Command::Findings, if alone { 3 } else { 4 }),
        (Command::Review, 4),
        (Command::Report, if desk.at.is_none() { 1 } else { 9 }),
        (Command::Context, if alone { 2 } else { 8 }),
        (Command::Jump, 6),
        (Command::Compare, if sets_a_weight(desk) { 1 } else { 7 }),
        (Command::Leave, 0),
    ];
    let about_a_question = |which| matches!(which, Command::Note | Command::State | Command::Context);
    let comparable = compare(&desk.interview).is_some_and(|comparing| comparing.candidates.len() > 1);
    let means_something = |which| match which {
        Command::Compare => comparable,
        which => desk.place().is_some() || !about_a_question(which),
    };
    let commands = commands.into_iter().filter(|(which, _)| means_something(*which));
    let mut hints = field_hints(desk);
    hints.extend(commands.filter_map(|(which, rank)| command(which, rank)));
    if desk.interview.state().express {
        let rank = if desk.at.is_none() { 1 } else { 6 };
        hints.insert(hints.len() - 1, key(key_of(Command::Path), "full interview", rank));
    }
    hints
}

/// Whether the question says what a criterion of the comparison counts.
fn sets_a_weight(desk: &Desk) -> bool {
    let criteria =
        desk.interview.questionnaire().comparison.iter().flat_map(|comparison| &comparison.criteria);
    let asked = desk.place().map(|place| place.question.as_str());
    criteria.into_iter().any(|criterion| Some(criterion.weight.value.as_str()) == asked)
}

fn field_hints(desk: &Desk) -> Vec<Hint> {
    match &desk.editor {
        Some(Editor::Search(search)) if search.gathered.is_some() => {
            vec![key("↑↓", "choose", 2), key("⏎", "add", 1), key("⌫", "take out", 2)]
        }
        Some(Editor::Pick(_) | Editor::Search(_)) => vec![key("↑↓", "choose", 2), key("⏎", "next", 1)],
        Some(Editor::Tick(_)) => vec![key("↑↓", "move", 7), key("Space", "tick", 2), key("⏎", "next", 1)],
        Some(Editor::Field(_)) => vec![key("⏎", "next", 1)],
        Some(Editor::Page(_)) => command(Command::Forward, 1).into_iter().collect(),
        Some(Editor::Rows(list)) => match list.line() {
            Some(RowLine::Row(_)) => vec![key("⏎", "open", 1), key("Del", "take out", 1)],
            Some(RowLine::Name) => vec![key("↑↓", "choose", 7), key("⏎", "add", 1)],
            Some(RowLine::Done) | None => vec![key("↑↓", "choose", 7), key("⏎", "next", 1)],
        },
        None => Vec::new(),
    }
}
