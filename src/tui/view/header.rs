//! The first line: which interview, how far, how ready, saved when.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::words::{by_severity, cells, clock, line, progress, stage};
use crate::model::Speaker;
use crate::text::width;
use crate::tui::model::{Desk, Model};
use crate::tui::theme::Theme;

/// From this width on the product's name stands before the title.
const NAMED: u16 = 64;
/// Columns that a title keeps before parts on the right give way; fewer where the name is left out.
const TITLE: (usize, usize) = (18, 10);
/// Columns between title and the parts on the right.
const GAP: usize = 3;

/// Draws the line. `counted` says whether findings are counted here, for want of a pane.
pub fn draw(model: &Model, desk: &Desk, counted: bool, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let columns = usize::from(area.width).saturating_sub(2);
    let name = if area.width >= NAMED { "Safeshore" } else { "" };
    let named = if name.is_empty() { 0 } else { width(name) + GAP };
    let title = line(&desk.session.header.title, columns);
    let least = if name.is_empty() { TITLE.1 } else { TITLE.0 };
    let kept = named + width(&title).min(least) + GAP;
    let right = fitted(&parts(model, desk, counted), columns.saturating_sub(kept));
    let room = columns.saturating_sub(named + width(&right) + GAP);
    let left = Line::from(vec![
        Span::styled(name, theme.accent()),
        Span::raw(" ".repeat(named.saturating_sub(width(name)))),
        Span::styled(line(&title, room), theme.strong()),
    ]);
    let buffer = frame.buffer_mut();
    buffer.set_line(area.x + 1, area.y, &left, cells(columns));
    let x = area.right().saturating_sub(1 + cells(width(&right)));
    buffer.set_string(x, area.y, right, theme.quiet());
}

/// What stands on the right, the least needed first.
fn parts(model: &Model, desk: &Desk, counted: bool) -> Vec<String> {
    let interview = &desk.interview;
    let here = desk.at.as_ref().map(|step| interview.stage_of(step));
    let mut parts = vec![progress(interview, here)];
    parts.extend(interview.readiness().map(|readiness| format!("readiness {readiness}")));
    let counts = by_severity(interview.findings(), None);
    if counted && !counts.is_empty() {
        let signs: Vec<String> =
            counts.iter().map(|(severity, count)| format!("{} {count}", severity.sign())).collect();
        parts.push(signs.join("  "));
    }
    if interview.state().express {
        parts.push("express path".to_owned());
    }
    if model.speaker == Speaker::Counsel {
        parts.push("as counsel".to_owned());
    }
    parts.push(format!("saved {}", clock(desk.session.changed(), model.zone)));
    parts
}

/// As many parts from the right as fit.
fn fitted(parts: &[String], columns: usize) -> String {
    let from = |at: usize| parts[at..].join(" · ");
    (0..parts.len()).map(from).find(|text| width(text) <= columns).unwrap_or_default()
}

/// The stages on one line, for screens without a pane for them: those around the person, as many as fit.
pub fn stages(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let interview = &desk.interview;
    let here = desk.at.as_ref().map(|step| interview.stage_of(step));
    let count = interview.questionnaire().stages.len();
    let entries: Vec<(String, bool)> = (0..count).map(|at| entry(desk, at, here == Some(at))).collect();
    let columns = usize::from(area.width).saturating_sub(2);
    let total = |from: usize, to: usize| {
        let marks = 2 * (usize::from(from > 0) + usize::from(to < count));
        let between = GAP * (to - from).saturating_sub(1);
        entries[from..to].iter().map(|(text, _)| width(text)).sum::<usize>() + between + marks
    };
    let wanted = here.map_or(count, |here| (here + 2).min(count));
    let from = (0..wanted).find(|from| total(*from, wanted) <= columns).unwrap_or(wanted.saturating_sub(1));
    let to = (wanted..=count).rev().find(|to| total(from, *to) <= columns).unwrap_or(wanted);
    let mut spans = vec![Span::styled(if from > 0 { "… " } else { "" }, theme.quiet())];
    for (at, (text, is_here)) in entries[from..to].iter().enumerate() {
        let style = if *is_here { theme.accent() } else { theme.quiet() };
        spans.push(Span::styled(if at > 0 { " · " } else { "" }, theme.quiet()));
        spans.push(Span::styled(text.clone(), style));
    }
    if to < count {
        spans.push(Span::styled(" …", theme.quiet()));
    }
    frame.buffer_mut().set_line(area.x + 1, area.y, &Line::from(spans), area.width.saturating_sub(2));
}

fn entry(desk: &Desk, at: usize, here: bool) -> (String, bool) {
    let done = desk.interview.progress(Some(at));
    let title = stage(&desk.interview, at);
    let text = if here {
        format!("▸ {}", progress(&desk.interview, Some(at)))
    } else if done.asked > 0 && done.answered == done.asked {
        format!("✓ {title}")
    } else {
        title
    };
    (text, here)
}
