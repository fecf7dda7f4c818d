//! The note beside a question.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui_textarea::TextArea;

use super::Boxed;
use crate::engine::ask;
use crate::model::{Place, Speaker};
use crate::tui::keys::Command;
use crate::tui::model::{Desk, Model};
use crate::tui::view::field::write;
use crate::tui::view::keyline::{key, key_of};
use crate::tui::view::marks;
use crate::tui::view::sheet::Sheet;

/// Columns of the box.
const COLUMNS: u16 = 76;
/// Rows of the part to write in.
const ROWS: u16 = 10;
/// Rows that the question has at most.
const ASK: u16 = 3;

/// Draws it.
pub fn draw(model: &Model, desk: &Desk, (place, text): (&Place, &TextArea), frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let mut sheet = Sheet::new(Boxed::inside(COLUMNS, area));
    sheet.text(&ask(&desk.interview, place), theme.quiet());
    sheet.cut(ASK);
    let keys = [key(key_of(Command::Mark), "mark", 1), key("Esc", "save and close", 0)];
    let mark = marks::of_note(&desk.interview, place, is_counsels(model, desk, place, text));
    let title = mark.map_or_else(|| "Note, for the report".to_owned(), |mark| format!("Note, {mark}"));
    let rows = sheet.height() + 1 + ROWS;
    let inner = Boxed { title: &title, columns: COLUMNS, rows, keys: &keys }.draw(frame, area, theme);
    let above = sheet.height().min(inner.height / 3);
    sheet.cut(above);
    sheet.draw(frame, Rect { height: above, ..inner }, theme);
    let rule = "─".repeat(inner.width.saturating_sub(1).into());
    frame.buffer_mut().set_string(inner.x, inner.y + above, rule, theme.quiet());
    let below = inner.height.saturating_sub(above + 1);
    let below = Rect { y: inner.y + above + 1, height: below, width: inner.width.saturating_sub(1), ..inner };
    write(text, true, frame, below);
}

/// Whether the note is counsel's: it wrote it, or is about to change it.
fn is_counsels(model: &Model, desk: &Desk, place: &Place, text: &TextArea) -> bool {
    let state = desk.interview.state();
    let before = state.notes.get(place).map_or("", String::as_str);
    let changed = text.lines().join("\n").trim_end() != before.trim_end();
    if changed || before.is_empty() {
        model.speaker == Speaker::Counsel
    } else {
        state.notes_of_counsel.contains(place)
    }
}
