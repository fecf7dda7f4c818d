//! The note beside a question.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui_textarea::TextArea;

use super::Boxed;
use crate::engine::ask;
use crate::model::Place;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::field::write;
use crate::tui::view::keyline::key;
use crate::tui::view::sheet::Sheet;

/// Columns of the box.
const COLUMNS: u16 = 76;
/// Rows of the part to write in.
const ROWS: u16 = 10;
/// Rows that the question has at most.
const ASK: u16 = 3;

/// Draws it.
pub fn draw(desk: &Desk, place: &Place, text: &TextArea, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut sheet = Sheet::new(Boxed::inside(COLUMNS, area));
    sheet.text(&ask(&desk.interview, place), theme.quiet());
    sheet.cut(ASK);
    let keys = [key("Esc", "save and close", 0)];
    let rows = sheet.height() + 1 + ROWS;
    let inner =
        Boxed { title: "Note, for the report", columns: COLUMNS, rows, keys: &keys }.draw(frame, area, theme);
    let above = sheet.height().min(inner.height / 3);
    sheet.cut(above);
    sheet.draw(frame, Rect { height: above, ..inner }, theme);
    let rule = "─".repeat(inner.width.saturating_sub(1).into());
    frame.buffer_mut().set_string(inner.x, inner.y + above, rule, theme.quiet());
    let below = inner.height.saturating_sub(above + 1);
    let below = Rect { y: inner.y + above + 1, height: below, width: inner.width.saturating_sub(1), ..inner };
    write(text, true, frame, below);
}
