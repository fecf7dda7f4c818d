//! The model as a screen. Nothing here changes anything.
//!
//! Texts are laid out by [`sheet`], long lists by [`list`], typed lines by [`typed`]; what they are given by a file
//! or a person is made safe there. Each pane and each overlay is a file of its own.

mod card;
mod context;
mod desk;
mod end;
mod field;
mod findings;
mod header;
mod home;
mod impact;
mod keyline;
mod list;
mod marks;
mod outline;
mod overlay;
mod paper;
mod question;
mod runs;
mod sheet;
mod shell;
mod typed;
mod weighing;
mod words;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub use paper::{Page, lay_out, room_of};

use super::model::{Desk, Model, Paper, Screen};
use super::theme::Theme;
use crate::text::{width, wrap};

/// Fewest columns and rows in which the interview can be read.
const SMALLEST: (u16, u16) = (40, 12);

/// Whether the interview can be read in a window of that size.
pub fn is_readable((columns, rows): (u16, u16)) -> bool {
    columns >= SMALLEST.0 && rows >= SMALLEST.1
}

/// Draws the whole screen.
pub fn view(model: &Model, frame: &mut Frame) {
    let area = frame.area();
    if !is_readable((area.width, area.height)) {
        return too_small(frame, area, model.theme);
    }
    if let Some(paper) = &model.paper {
        return paper::draw(model, paper, frame);
    }
    match &model.screen {
        Screen::Home(home) => home::draw(model, home, frame),
        Screen::Desk(desk) => desk::draw(model, desk, frame),
    }
}

/// How far the overlay on the desk can be scrolled in a window of that size, in lines.
pub fn furthest(desk: &Desk, (columns, rows): (u16, u16)) -> usize {
    let body = desk::body(Rect::new(0, 0, columns, rows));
    desk.overlay.as_ref().map_or(0, |overlay| overlay::furthest(desk, overlay, body))
}

/// How far what lies over the report can be scrolled in a window of that size, in lines.
pub fn furthest_over(paper: &Paper, size: (u16, u16)) -> usize {
    paper::furthest(paper, size)
}

/// What stands instead of a screen that nobody could read.
fn too_small(frame: &mut Frame, area: Rect, theme: Theme) {
    let text = format!(
        "Safeshore needs {} × {}.\nThis window has {} × {}.\nYour answers are saved.",
        SMALLEST.0, SMALLEST.1, area.width, area.height
    );
    let lines = wrap(&text, usize::from(area.width));
    let top = area.height.saturating_sub(words::cells(lines.len())) / 2;
    for (line, y) in lines.into_iter().zip(area.y + top..area.bottom()) {
        let left = area.width.saturating_sub(words::cells(width(&line))) / 2;
        let line = Line::styled(line, theme.text());
        frame.buffer_mut().set_line(area.x + left, y, &line, area.width - left);
    }
}
