//! What both screens share: a header, a rule, the body, a rule or a notice, the key line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::keyline::{self, Hint};
use super::words::cells;
use crate::text::{clean, fit, wrap};
use crate::tui::model::Notice;
use crate::tui::theme::Theme;

/// Most rows that a notice takes.
const NOTICE_ROWS: usize = 5;

/// The parts of the screen, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub struct Shell {
    /// The lines above the upper rule.
    pub header: Rect,
    /// Everything between the rules.
    pub body: Rect,
    /// The lower rule, or the notice in its place.
    pub foot: Rect,
    /// The key line.
    pub keys: Rect,
    /// Whether the lower rule is there.
    pub ruled: bool,
}

impl Shell {
    /// Divides the screen; a notice takes so many rows.
    pub fn plan(area: Rect, head: u16, notice_rows: u16) -> Self {
        let foot_rows = notice_rows.max(1);
        let row = |y: u16, height: u16| Rect { y, height, ..area };
        Self {
            header: row(area.y, head),
            body: row(area.y + head + 1, area.height.saturating_sub(head + foot_rows + 2)),
            foot: row(area.bottom().saturating_sub(1 + foot_rows), foot_rows),
            keys: row(area.bottom().saturating_sub(1), 1),
            ruled: notice_rows == 0,
        }
    }

    /// Divides the screen, draws rules, notice and keys. The header gets so many rows.
    pub fn draw(frame: &mut Frame, head: u16, notice: Option<&Notice>, hints: &[Hint], theme: Theme) -> Self {
        let area = frame.area();
        let lines = notice.map_or_else(Vec::new, |notice| notice_lines(notice, area.width, theme));
        let shell = Self::plan(area, head, cells(lines.len()));
        horizontal(frame, Rect { y: area.y + head, height: 1, ..area }, theme);
        if shell.ruled {
            horizontal(frame, shell.foot, theme);
        }
        for (line, y) in lines.iter().zip(shell.foot.y..) {
            frame.buffer_mut().set_line(area.x + 1, y, line, area.width - 2);
        }
        let keys = keyline::line(hints, usize::from(area.width).saturating_sub(2), theme);
        frame.buffer_mut().set_line(area.x + 1, shell.keys.y, &keys, area.width - 2);
        shell
    }

    /// A thin line down the body, joined to the rules above and below it.
    pub fn divide(&self, frame: &mut Frame, x: u16, theme: Theme) {
        let buffer = frame.buffer_mut();
        for y in self.body.y..self.body.bottom() {
            buffer.set_string(x, y, "│", theme.quiet());
        }
        buffer.set_string(x, self.body.y.saturating_sub(1), "┬", theme.quiet());
        if self.ruled {
            buffer.set_string(x, self.foot.y, "┴", theme.quiet());
        }
    }
}

/// A thin line across, a blank left at either end.
pub fn horizontal(frame: &mut Frame, area: Rect, theme: Theme) {
    let columns = area.width.saturating_sub(2);
    frame.buffer_mut().set_string(area.x + 1, area.y, "─".repeat(columns.into()), theme.quiet());
}

fn notice_lines(notice: &Notice, width: u16, theme: Theme) -> Vec<Line<'static>> {
    let columns = usize::from(width).saturating_sub(4);
    let (mark, style) = if notice.problem { ("! ", theme.problem()) } else { ("· ", theme.strong()) };
    let mut lines = wrap(&clean(notice.text.trim_end()), columns);
    if lines.len() > NOTICE_ROWS {
        lines.truncate(NOTICE_ROWS);
        if let Some(last) = lines.last_mut() {
            *last = fit(&format!("{last} …"), columns);
        }
    }
    let marked = |(at, text): (usize, String)| {
        Line::from(vec![Span::styled(if at == 0 { mark } else { "  " }, style), Span::styled(text, style)])
    };
    lines.into_iter().enumerate().map(marked).collect()
}
