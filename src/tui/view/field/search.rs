//! One of many: a line to type in, and the entries that match.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::line;
use crate::tui::editor::Search;
use crate::tui::theme::Theme;
use crate::tui::view::list::List;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words::{self, cells};

/// Most entries shown at a time.
const MOST: usize = 10;
/// Rows of the line to type in.
const LINE: u16 = 2;

/// Rows that it wants.
pub fn height(search: &Search) -> u16 {
    LINE + cells(search.found.len().clamp(1, MOST))
}

/// Draws it.
pub fn draw(search: &Search, typing: bool, frame: &mut Frame, area: Rect, theme: Theme) {
    let mut sheet = Sheet::new(area.width);
    line::put(&mut sheet, Vec::new(), &search.input, "type a few letters of the country", theme);
    if !typing {
        sheet.no_caret();
    }
    sheet.draw(frame, Rect { height: area.height.min(LINE), ..area }, theme);
    let below = Rect { y: area.y + LINE, height: area.height.saturating_sub(LINE), ..area };
    if search.found.is_empty() {
        let text = Line::styled("No country matches. Fewer letters find more.", theme.quiet());
        if !below.is_empty() {
            frame.buffer_mut().set_line(below.x, below.y, &text, below.width);
        }
        return;
    }
    let chosen = search.cursor;
    let list = List { chosen, ..List::new(search.found.len(), chosen.unwrap_or(0)) };
    list.draw(frame, below, theme, |at, columns| {
        let (code, name) = &search.found[at];
        let style = if chosen == Some(at) { theme.accent() } else { theme.text() };
        let given = if search.given.as_ref() == Some(code) { "  ✓ answered" } else { "" };
        let name = words::line(name, columns.saturating_sub(cells(given.len()).into()));
        vec![Line::from(vec![Span::styled(name, style), Span::styled(given, theme.quiet())])]
    });
}
