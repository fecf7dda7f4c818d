//! The name of an interview that is about to begin.

use ratatui::Frame;
use ratatui::layout::Rect;
use tui_input::Input;

use super::Boxed;
use crate::tui::theme::Theme;
use crate::tui::view::field::put_line;
use crate::tui::view::keyline::key;
use crate::tui::view::sheet::Sheet;

/// Columns of the box.
const COLUMNS: u16 = 64;

/// Draws it.
pub fn draw(input: &Input, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut sheet = Sheet::new(Boxed::inside(COLUMNS, area));
    sheet.text("What shall it be called?", theme.strong());
    sheet.text("The deal, the partner or the product. It heads the report.", theme.quiet());
    sheet.blank();
    let from = sheet.len();
    put_line(&mut sheet, Vec::new(), input, "for example: Acme → Bengaluru", theme);
    sheet.focus_from(from);
    let keys = [key("⏎", "begin", 0), key("Esc", "cancel", 0)];
    let boxed = Boxed { title: "A new interview", columns: COLUMNS, rows: sheet.height(), keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    sheet.draw(frame, inner, theme);
}
