//! Jumping to a question by a few letters.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Boxed;
use crate::engine::Step;
use crate::text::width;
use crate::tui::model::{Desk, Jump};
use crate::tui::theme::Theme;
use crate::tui::view::field::put_line;
use crate::tui::view::keyline::key;
use crate::tui::view::list::List;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words;

/// Columns of the box.
const COLUMNS: u16 = 88;
/// Matches shown at a time.
const MATCHES: u16 = 14;
/// Columns from which on stage and row stand behind a question.
const PLACED: usize = 60;

/// Draws it.
pub fn draw(desk: &Desk, jump: &Jump, theme: Theme, frame: &mut Frame, area: Rect) {
    let keys = [key("↑↓", "choose", 1), key("⏎", "go there", 0), key("Esc", "close", 0)];
    let boxed = Boxed { title: "Jump to a question", columns: COLUMNS, rows: MATCHES + 2, keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    let mut sheet = Sheet::new(inner.width);
    put_line(
        &mut sheet,
        Vec::new(),
        &jump.input,
        "a few letters of the question, its stage or its row",
        theme,
    );
    sheet.draw(frame, Rect { height: inner.height.min(2), ..inner }, theme);
    let below = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    if jump.matches.is_empty() && !below.is_empty() {
        let text = Line::styled("No question matches. Fewer letters find more.", theme.quiet());
        frame.buffer_mut().set_line(below.x, below.y, &text, below.width);
    }
    List::new(jump.matches.len(), jump.selected).draw(frame, below, theme, |at, columns| {
        vec![entry(desk, &jump.matches[at], at == jump.selected, columns, theme)]
    });
}

/// The question, and where it stands.
fn entry(desk: &Desk, step: &Step, chosen: bool, columns: usize, theme: Theme) -> Line<'static> {
    let interview = &desk.interview;
    let stage = words::stage(interview, interview.stage_of(step));
    let row = if let Step::Ask(place) = step { words::row_of(interview, place) } else { None };
    let place = row.map_or(stage.clone(), |row| format!("{stage} · {row}"));
    let place = if columns >= PLACED { words::line(&place, columns / 3) } else { String::new() };
    let room = columns.saturating_sub(width(&place) + 2);
    let name = words::line(&words::step(interview, step), room);
    let gap = " ".repeat(columns.saturating_sub(width(&name) + width(&place)));
    let style = if chosen { theme.accent() } else { theme.text() };
    Line::from(vec![Span::styled(name, style), Span::raw(gap), Span::styled(place, theme.quiet())])
}
