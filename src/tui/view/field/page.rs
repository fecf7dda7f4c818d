//! A box to write several lines in.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};
use ratatui_textarea::TextArea;

use crate::text::wrap;
use crate::tui::theme::Theme;
use crate::tui::view::words::cells;

/// Fewest rows of text that a box offers where there is room.
const LEAST: usize = 5;

/// Rows that a box of that width wants for its text: one more than there are, so that there is always room to go on.
pub fn height(area: &TextArea, width: u16) -> u16 {
    let columns = usize::from(width.saturating_sub(5)).max(1);
    let lines: usize = area.lines().iter().map(|line| wrap(line, columns).len()).sum();
    cells((lines + 1).max(LEAST)).saturating_add(2)
}

/// Draws the box, with a word on how to go on in its lower edge.
pub fn draw(text: &TextArea, goes_on: &str, typing: bool, frame: &mut Frame, area: Rect, theme: Theme) {
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    let boxed = area.height >= 3 && area.width >= 4;
    let inner = if boxed {
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.quiet())
            .title_bottom(Line::styled(format!(" {goes_on} "), theme.quiet()).right_aligned());
        frame.render_widget(block, area);
        Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: area.height - 2 }
    } else {
        area
    };
    write(text, typing, frame, inner);
}

/// Draws a text with no box around it.
pub fn write(text: &TextArea, typing: bool, frame: &mut Frame, inner: Rect) {
    if inner.is_empty() {
        return;
    }
    frame.render_widget(text, inner);
    if typing {
        let (cursor, scrolled) = (text.screen_cursor(), text.scroll_offset());
        let column = cells(cursor.col).saturating_sub(scrolled.1).min(inner.width - 1);
        let row = cells(cursor.row).saturating_sub(scrolled.0).min(inner.height - 1);
        frame.set_cursor_position(Position::new(inner.x + column, inner.y + row));
    }
}
