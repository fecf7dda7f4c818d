//! Lists whose entries have the same height. Only the entries that can be seen are made.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::sheet::more;
use super::words::cells;
use crate::tui::theme::Theme;

/// Columns before an entry: the mark of the chosen one.
pub const GUTTER: u16 = 2;

/// A list to be drawn.
pub struct List {
    /// How many entries there are.
    pub count: usize,
    /// The chosen one.
    pub chosen: Option<usize>,
    /// Rows that each takes.
    pub rows: u16,
}

impl List {
    /// A list of one row for each entry.
    pub fn new(count: usize, chosen: usize) -> Self {
        Self { count, chosen: Some(chosen), rows: 1 }
    }

    /// The entries that can be seen, the chosen one about in the middle.
    fn visible(&self, height: u16) -> Range<usize> {
        let room = usize::from(height / self.rows.max(1)).max(1);
        let first = self.chosen.unwrap_or(0).saturating_sub(room / 2).min(self.count.saturating_sub(room));
        first..(first + room).min(self.count)
    }

    /// Draws what can be seen. `entry` makes the rows of an entry for a number of columns.
    pub fn draw(
        &self,
        frame: &mut Frame,
        area: Rect,
        theme: Theme,
        entry: impl Fn(usize, usize) -> Vec<Line<'static>>,
    ) {
        if area.is_empty() {
            return;
        }
        let columns = area.width.saturating_sub(GUTTER + 2);
        let visible = self.visible(area.height);
        for (at, number) in visible.clone().zip(0..) {
            let y = area.y + number * self.rows;
            if Some(at) == self.chosen && y < area.bottom() {
                frame.buffer_mut().set_stringn(area.x, y, "▸", area.width.into(), theme.accent());
            }
            for (line, y) in entry(at, columns.into()).iter().take(self.rows.into()).zip(y..area.bottom()) {
                frame.buffer_mut().set_line(area.x + GUTTER.min(area.width), y, line, columns);
            }
        }
        let drawn = Rect { height: area.height.min(cells(visible.len()).saturating_mul(self.rows)), ..area };
        more(frame, drawn, (visible.start > 0, visible.end < self.count), theme);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_entry_is_always_among_those_seen() {
        for rows in 1..=3 {
            for height in 1..12 {
                for count in 1..20 {
                    for chosen in 0..count {
                        let list = List { count, chosen: Some(chosen), rows };
                        let seen = list.visible(height);
                        assert!(seen.contains(&chosen), "{chosen} of {count} in {height}: {seen:?}");
                        assert!(seen.len() <= usize::from((height / rows).max(1)) && seen.end <= count);
                    }
                }
            }
        }
    }
}
