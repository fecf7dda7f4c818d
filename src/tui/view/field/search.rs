//! One or several of many: those gathered, a line to type in, and the entries that match.

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
/// The line to type in, below the countries gathered so far.
fn typing_line(search: &Search, typing: bool, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    let names = search.names();
    if !names.is_empty() {
        let mark = Span::styled("✓ ", theme.accent());
        sheet.hanging(vec![mark], &names.join(" · "), theme.text());
        sheet.blank();
    }
    let wanted = match (&search.gathered, names.is_empty()) {
        (Some(_), false) => "another country, or Enter to go on",
        _ => "type a few letters of the country",
    };
    line::put(&mut sheet, Vec::new(), &search.input, wanted, theme);
    if !typing {
        sheet.no_caret();
    }
    sheet
}

/// Rows that it wants.
pub fn height(search: &Search, width: u16) -> u16 {
    typing_line(search, false, width, Theme::Plain).height() + cells(search.found.len().clamp(1, MOST))
}

/// Draws it.
pub fn draw(search: &Search, typing: bool, frame: &mut Frame, area: Rect, theme: Theme) {
    let sheet = typing_line(search, typing, area.width, theme);
    let above = sheet.height().min(area.height);
    sheet.draw(frame, Rect { height: above, ..area }, theme);
    let below = Rect { y: area.y + above, height: area.height - above, ..area };
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
        let mark = match &search.gathered {
            Some(gathered) if gathered.contains(code) => "  ✓ chosen",
            None if search.given.contains(code) => "  ✓ answered",
            _ => "",
        };
        let name = words::line(name, columns.saturating_sub(cells(mark.len()).into()));
        vec![Line::from(vec![Span::styled(name, style), Span::styled(mark, theme.quiet())])]
    });
}
