//! What lies over the question: a box with a title and keys of its own.

mod compare;
mod findings;
mod help;
mod jump;
mod naming;
mod note;
mod remove;
mod review;
mod state;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear};

pub use findings::{divide, split};
pub use help::draw_at_home as draw_home_help;
pub use naming::draw as draw_naming;

use super::keyline::{self, Hint, key};
use super::sheet::Sheet;
use super::words::cells;
use super::{context, impact};
use crate::text::width;
use crate::tui::model::{Desk, Model, Overlay};
use crate::tui::theme::Theme;

/// Columns of a box with text to read.
const READING: u16 = 84;

/// Draws the overlay inside an area.
pub fn draw(model: &Model, desk: &Desk, overlay: &Overlay, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    match overlay {
        Overlay::Help(scrolled) => help::draw(*scrolled, theme, frame, area),
        Overlay::Note(place, text) => note::draw(model, desk, (place, text), frame, area),
        Overlay::State(chosen) => state::draw(desk, *chosen, theme, frame, area),
        Overlay::Findings { chosen, scrolled } => {
            findings::draw(desk, *chosen, *scrolled, theme, frame, area);
        }
        Overlay::Review(review) => review::draw(model, desk, review, frame, area),
        Overlay::Jump(jump) => jump::draw(desk, jump, theme, frame, area),
        Overlay::Context(scrolled) => {
            let sheet = |width| context::full(desk, width, theme);
            reading("This question", sheet, *scrolled, theme, frame, area);
        }
        Overlay::Impact(scrolled) => {
            let sheet = |width| impact::full(desk, width, theme);
            reading("What this would change", sheet, *scrolled, theme, frame, area);
        }
        Overlay::Compare(beside) => compare::draw(desk, *beside, theme, frame, area),
        Overlay::Remove(repeat, row) => remove::draw(desk, repeat, row, theme, frame, area),
    }
}

/// A box to be drawn.
pub struct Boxed<'a> {
    /// What stands in its upper edge.
    pub title: &'a str,
    /// Columns that it wants.
    pub columns: u16,
    /// Rows that its text wants.
    pub rows: u16,
    /// What stands in its lower edge.
    pub keys: &'a [Hint],
}

impl Boxed<'_> {
    /// Columns for the text of a box of so many columns, where the area allows them.
    pub fn inside(columns: u16, area: Rect) -> u16 {
        columns.min(area.width.saturating_sub(2)).saturating_sub(5)
    }

    /// Draws an empty box in the middle, large enough for so many rows of text if the area allows; the part for the
    /// text.
    pub fn draw(&self, frame: &mut Frame, area: Rect, theme: Theme) -> Rect {
        let (outer, inner) = self.plan(area);
        let columns = outer.width;
        whole_beside(frame, outer);
        frame.render_widget(Clear, outer);
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.quiet())
            .title(Line::styled(format!(" {} ", self.title), theme.accent()));
        frame.render_widget(block, outer);
        let keys = keyline::line(self.keys, usize::from(columns.saturating_sub(6)), theme);
        let left = columns.saturating_sub(1 + cells(width(&keys.to_string()) + 2));
        let bottom = outer.bottom().saturating_sub(1);
        let buffer = frame.buffer_mut();
        if left > 1 {
            buffer.set_string(outer.x + left - 1, bottom, " ", theme.text());
            buffer.set_line(outer.x + left, bottom, &keys, columns.saturating_sub(left + 1));
            buffer.set_string(outer.x + columns - 3, bottom, " ", theme.text());
        }
        inner
    }

    /// Where the box stands, and the part of it for the text.
    pub fn plan(&self, area: Rect) -> (Rect, Rect) {
        let columns = self.columns.min(area.width.saturating_sub(2));
        let rows = self.rows.saturating_add(4).min(area.height);
        let air = u16::from(rows > 12 || rows == self.rows.saturating_add(4));
        let outer = Rect {
            x: area.x + (area.width - columns) / 2,
            y: area.y + (area.height - rows) / 2,
            width: columns,
            height: rows,
        };
        let inner = Rect {
            x: outer.x + 3,
            y: outer.y + 1 + air,
            width: columns.saturating_sub(5),
            height: rows.saturating_sub(2 + 2 * air),
        };
        (outer, inner)
    }
}

/// Columns of a text to read in a box in that area.
pub fn reading_columns(area: Rect) -> u16 {
    Boxed::inside(READING, area)
}

/// How far a text to read can be scrolled in a box in that area.
pub fn beyond(sheet: &Sheet, area: Rect) -> usize {
    let boxed = Boxed { title: "", columns: READING, rows: sheet.height(), keys: &[] };
    sheet.len().saturating_sub(boxed.plan(area).1.height.into())
}

/// How far an overlay can be scrolled in an area, in lines.
pub fn furthest(desk: &Desk, overlay: &Overlay, area: Rect) -> usize {
    let beyond = |sheet: Sheet| beyond(&sheet, area);
    let columns = reading_columns(area);
    match overlay {
        Overlay::Help(_) => beyond(help::full(columns, Theme::Plain)),
        Overlay::Context(_) => beyond(context::full(desk, columns, Theme::Plain)),
        Overlay::Impact(_) => beyond(impact::full(desk, columns, Theme::Plain)),
        Overlay::Compare(beside) => compare::furthest(desk, *beside, area),
        Overlay::Findings { chosen, .. } => findings::furthest(desk, *chosen, area),
        _ => 0,
    }
}

/// A wide character that reaches into the box from the left is taken out: half of it can't be drawn.
fn whole_beside(frame: &mut Frame, area: Rect) {
    let Some(x) = area.x.checked_sub(1) else { return };
    for y in area.y..area.bottom() {
        if let Some(cell) = frame.buffer_mut().cell_mut((x, y))
            && width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// A box of text to read, scrolled by so many lines.
pub fn reading(
    title: &str,
    sheet: impl Fn(u16) -> Sheet,
    scrolled: usize,
    theme: Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let sheet = sheet(reading_columns(area));
    let keys = [key("↑↓", "scroll", 1), key("Esc", "close", 0)];
    // Where everything fits there is nothing to scroll to.
    let keys = if sheet.height() + 4 <= area.height { &keys[1..] } else { &keys };
    let inner = Boxed { title, columns: READING, rows: sheet.height(), keys }.draw(frame, area, theme);
    sheet.draw_from(scrolled, frame, inner, theme);
}
