//! The stages: which are done, where the person is, what was found where.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::words::{answered, bar, by_severity, cells, line, stage};
use crate::engine::{TimeLeft, time_left};
use crate::model::Severity;
use crate::text::width;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// Rows that the whole interview's progress takes at the bottom.
const TOTAL: u16 = 4;

/// Draws the stages from the top, the whole interview at the bottom where there is room.
pub fn draw(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let count = cells(desk.interview.questionnaire().stages.len()).max(1);
    let rows = (area.height.saturating_sub(TOTAL + 1) / count).clamp(1, 2);
    let here = desk.at.as_ref().map(|step| desk.interview.stage_of(step));
    let fit = area.height / rows;
    let first = here.map_or(0, cells).saturating_sub(fit.saturating_sub(1)).min(count.saturating_sub(fit));
    let mut y = area.y;
    for at in usize::from(first)..usize::from(count.min(first + fit)) {
        let lines = [Some(title(desk, at, here == Some(at), area.width, theme)), below(desk, at, theme)];
        for (line, y) in lines.iter().flatten().zip(y..y + rows.min(2)) {
            frame.buffer_mut().set_line(area.x, y, line, area.width);
        }
        y += rows;
    }
    if area.bottom().saturating_sub(y) > TOTAL {
        let rest = Rect { y: area.bottom() - TOTAL, height: TOTAL, ..area };
        total(desk, theme, frame, rest);
    }
}

fn title(desk: &Desk, at: usize, here: bool, columns: u16, theme: Theme) -> Line<'static> {
    let progress = desk.interview.progress(Some(at));
    let done = progress.asked > 0 && progress.answered == progress.asked;
    let (mark, mark_style) = match (here, done) {
        (true, _) => ("▸ ", theme.accent()),
        (false, true) => ("✓ ", theme.good()),
        (false, false) => ("  ", theme.text()),
    };
    let right = if here {
        vec![Span::styled(answered(&desk.interview, Some(at)), theme.accent())]
    } else {
        found(desk, at, theme)
    };
    let taken: usize = right.iter().map(|span| width(&span.content)).sum();
    let room = usize::from(columns).saturating_sub(2 + taken + 1);
    let name = line(&stage(&desk.interview, at), room);
    let gap = " ".repeat(room.saturating_sub(width(&name)) + 1);
    let style = if here { theme.accent() } else { theme.text() };
    let left = [Span::styled(mark, mark_style), Span::styled(name, style), Span::raw(gap)];
    left.into_iter().chain(right).collect()
}

/// How many findings a stage has of its two worst severities; the sign and the number stand close, for room.
fn found(desk: &Desk, at: usize, theme: Theme) -> Vec<Span<'static>> {
    let worst = by_severity(desk.interview.findings(), Some(at)).into_iter().take(2).enumerate();
    let span = |(number, (severity, count)): (usize, (Severity, usize))| {
        let gap = if number > 0 { " " } else { "" };
        Span::styled(format!("{gap}{}{count}", severity.sign()), theme.severity(severity))
    };
    worst.map(span).collect()
}

/// How ready a stage is, once something was answered in it.
fn below(desk: &Desk, at: usize, theme: Theme) -> Option<Line<'static>> {
    let begun = desk.interview.progress(Some(at)).answered > 0;
    let readiness = desk.interview.stage_readiness(at).filter(|_| begun)?;
    Some(Line::styled(format!("  {readiness} ready"), theme.quiet()))
}

fn total(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let progress = desk.interview.progress(None);
    let columns = usize::from(area.width);
    let mut lines = Vec::new();
    if let Some(readiness) = desk.interview.readiness() {
        lines.push(Line::from(bar(readiness, columns, theme)));
        lines.push(Line::styled(format!("{readiness} ready"), theme.text()));
    }
    lines.push(Line::styled(format!("{} of {} answered", progress.answered, progress.asked), theme.text()));
    lines.push(Line::styled(left(time_left(&desk.interview, &desk.session)), theme.quiet()));
    for (line, y) in lines.iter().zip(area.y..area.bottom()) {
        frame.buffer_mut().set_line(area.x, y, line, area.width);
    }
}

/// "about 12–25 min left"; from two hours on in hours.
fn left(time: TimeLeft) -> String {
    let range = |least: u32, most: u32| {
        if least == most { most.to_string() } else { format!("{least}–{most}") }
    };
    match time {
        TimeLeft { most: 0, .. } => String::new(),
        TimeLeft { least: 0, most } if most < 120 => format!("up to {most} min left"),
        TimeLeft { least, most } if most < 120 => format!("{} min left", range(least, most)),
        TimeLeft { least, most } => format!("{} h left", range(least / 60, most.div_ceil(60))),
    }
}
