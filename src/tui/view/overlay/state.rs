//! Answers that are no value.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Boxed;
use crate::engine::ask;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::keyline::key;
use crate::tui::view::list::List;
use crate::tui::view::words;

/// The lines in the order of `update`'s, each with what it means.
const LINES: [(&str, &str); 4] = [
    ("Don't know", "Counts as open; the report lists it"),
    ("Not applicable", "The question does not fit this case"),
    ("Ask counsel", "Goes on the list for your lawyer"),
    ("Take the answer back", "Unanswered again; asked again later"),
];

/// Draws it.
pub fn draw(desk: &Desk, chosen: usize, theme: Theme, frame: &mut Frame, area: Rect) {
    let keys = [key("↑↓", "choose", 1), key("⏎", "answer so", 0), key("Esc", "close", 0)];
    let boxed = Boxed { title: "Answer without a value", columns: 52, rows: 13, keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    let per = if inner.height >= 13 { 3 } else { 2 };
    let question = desk.place().map_or_else(String::new, |place| ask(&desk.interview, place));
    let shown = words::line(&question, inner.width.into());
    frame.buffer_mut().set_line(inner.x, inner.y, &Line::styled(shown, theme.quiet()), inner.width);
    let below =
        Rect { y: inner.y + per - 1, height: inner.height.saturating_sub(per - 1), ..inner };
    let list = List { count: LINES.len(), chosen: Some(chosen), rows: per };
    list.draw(frame, below, theme, |at, _| {
        let (name, means) = LINES[at];
        let style = if at == chosen { theme.accent() } else { theme.text() };
        vec![Line::styled(format!("{}  {name}", at + 1), style), Line::styled(format!("   {means}"), theme.quiet())]
    });
}
