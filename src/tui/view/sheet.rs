//! Text laid out for a width: wrapped lines, the ones that must be seen, and where typing happens.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::runs::wrap_runs;
use super::words::cells;
use crate::text::{clean, width, wrap};
use crate::tui::theme::Theme;

/// Lines of text for a pane. The last two columns stay free: a gap, and the marks that say that there is more.
pub struct Sheet {
    columns: usize,
    lines: Vec<Line<'static>>,
    focus: Range<usize>,
    caret: Option<(usize, usize)>,
}

impl Sheet {
    /// An empty sheet for a pane of that width.
    pub fn new(width: u16) -> Self {
        let columns = usize::from(width.saturating_sub(2)).max(1);
        Self { columns, lines: Vec::new(), focus: 0..0, caret: None }
    }

    /// Columns that a line can have.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Its lines.
    #[cfg(test)]
    pub fn lines(&self) -> &[Line<'static>] {
        &self.lines
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many rows it needs.
    pub fn height(&self) -> u16 {
        cells(self.lines.len())
    }

    /// A line as it is; what is too long is cut off.
    pub fn line(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.line("");
    }

    /// A text, wrapped.
    pub fn text(&mut self, text: &str, style: Style) {
        self.hanging(Vec::new(), text, style);
    }

    /// A text behind a mark, its further lines indented as far as the mark reaches.
    pub fn hanging(&mut self, mark: Vec<Span<'static>>, text: &str, style: Style) {
        let indent: usize = mark.iter().map(|span| width(&span.content)).sum();
        let columns = self.columns.saturating_sub(indent).max(1);
        let mut first = mark;
        for line in wrap(&clean(text), columns) {
            let mut spans = std::mem::take(&mut first);
            if spans.is_empty() && indent > 0 {
                spans.push(Span::raw(" ".repeat(indent)));
            }
            spans.push(Span::styled(line, style));
            self.line(spans);
        }
    }

    /// Runs of words behind a mark, each word in its style, further lines indented as far as the mark reaches.
    pub fn runs(&mut self, mark: Vec<Span<'static>>, runs: &[(&str, Style)]) {
        let indent: usize = mark.iter().map(|span| width(&span.content)).sum();
        let mut first = Some(mark);
        for line in wrap_runs(runs, self.columns.saturating_sub(indent).max(1)) {
            let mut spans = first.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.extend(line);
            self.line(spans);
        }
    }

    /// The lines from that one to the last one must be seen.
    pub fn focus_from(&mut self, line: usize) {
        self.focus = line..self.lines.len();
    }

    /// Typing happens in the last line, at that column.
    pub fn caret(&mut self, column: usize) {
        self.caret = Some((self.lines.len().saturating_sub(1), column));
    }

    /// Nothing is typed here after all.
    pub fn no_caret(&mut self) {
        self.caret = None;
    }

    /// Another sheet's lines below these.
    pub fn append(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    /// Keeps so many lines, and no blank ones at the end of them.
    pub fn keep(&mut self, height: u16) {
        self.lines.truncate(height.into());
        while self.lines.last().is_some_and(|line| line.width() == 0) {
            self.lines.pop();
        }
    }

    /// Keeps so many lines, an ellipsis saying that there were more.
    pub fn cut(&mut self, height: u16) {
        if self.lines.len() <= usize::from(height) {
            return;
        }
        self.lines.truncate(height.into());
        if let Some(last) = self.lines.last_mut() {
            let style = last.spans.last().map(|span| span.style).unwrap_or_default();
            last.spans.push(Span::styled("…", style));
        }
    }

    /// Draws the part of it that holds the focus.
    pub fn draw(&self, frame: &mut Frame, area: Rect, theme: Theme) {
        let height = usize::from(area.height);
        let middle = self.focus.start.midpoint(self.focus.end);
        let top = middle.saturating_sub(height / 2).min(self.focus.start);
        self.draw_from(top, frame, area, theme);
    }

    /// Draws it from that line on, or from the last one that still fills the area.
    pub fn draw_from(&self, top: usize, frame: &mut Frame, area: Rect, theme: Theme) {
        self.draw_at(top.min(self.lines.len().saturating_sub(area.height.into())), frame, area, theme);
    }

    /// Draws it from that line on, even where there are too few to fill the area.
    pub fn draw_at(&self, top: usize, frame: &mut Frame, area: Rect, theme: Theme) {
        let height = usize::from(area.height);
        for (line, y) in self.lines.iter().skip(top).zip(area.y..area.bottom()) {
            frame.buffer_mut().set_line(area.x, y, line, area.width.saturating_sub(1));
        }
        more(frame, area, (top > 0, top + height < self.lines.len()), theme);
        if let Some((line, column)) = self.caret
            && line >= top
            && line < top + height
        {
            let column = cells(column).min(area.width.saturating_sub(1));
            frame.set_cursor_position(Position::new(area.x + column, area.y + cells(line - top)));
        }
    }
}

/// Marks in the last column that say that there is more above or below.
pub fn more(frame: &mut Frame, area: Rect, (above, below): (bool, bool), theme: Theme) {
    let Some(x) = area.right().checked_sub(1).filter(|_| !area.is_empty()) else { return };
    let buffer = frame.buffer_mut();
    if above {
        buffer.set_string(x, area.y, "↑", theme.accent());
    }
    if below {
        buffer.set_string(x, area.bottom() - 1, "↓", theme.accent());
    }
}
