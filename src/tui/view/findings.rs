//! What the answers mean so far: the worst first, and what the last answer brought is always seen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::keyline::key_of;
use super::words::{by_severity, cells};
use crate::engine::{Finding, Interview, fill, replay};
use crate::model::{Act, Session};
use crate::text::{clean_line, fit, width, wrap};
use crate::tui::keys::Command;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// Rows that a finding has at most.
const ROWS: usize = 2;
/// Rows that are no finding: air, the title, how to read them.
const AROUND: u16 = 3;

/// The pane, laid out for a width.
pub struct Pane {
    title: Line<'static>,
    entries: Vec<Entry>,
    /// Rows left free below the title and at the bottom.
    air: u16,
}

/// A finding's lines, and whether it is new.
struct Entry {
    lines: Vec<Line<'static>>,
    new: bool,
}

impl Pane {
    /// The pane in so many columns.
    pub fn new(desk: &Desk, columns: u16, air: u16, theme: Theme) -> Self {
        let columns = usize::from(columns);
        let findings = desk.interview.findings();
        let fresh = fresh(desk);
        let entry = |finding: &Finding| {
            let new = fresh.iter().any(|new| new.same(finding));
            Entry { lines: lines(desk, finding, new, columns, theme), new }
        };
        let entries = findings.iter().map(entry).collect();
        Self { title: title(findings, columns, theme), entries, air }
    }

    /// Rows that it wants.
    pub fn height(&self) -> u16 {
        let rows: usize = self.entries.iter().map(|entry| entry.lines.len()).sum();
        let air = if self.entries.is_empty() { self.air } else { 2 * self.air };
        cells(rows).saturating_add(AROUND + air)
    }

    /// Draws it.
    pub fn draw(&self, theme: Theme, frame: &mut Frame, area: Rect) {
        let put = |frame: &mut Frame, y: u16, line: &Line| {
            if y < area.height {
                frame.buffer_mut().set_line(area.x, area.y + y, line, area.width);
            }
        };
        put(frame, 1, &self.title);
        if self.entries.is_empty() {
            return put(frame, 2, &Line::styled("None so far", theme.quiet()));
        }
        let room = usize::from(area.height.saturating_sub(AROUND + 2 * self.air));
        let sizes: Vec<(usize, bool)> =
            self.entries.iter().map(|entry| (entry.lines.len(), entry.new)).collect();
        let shown = shown(&sizes, room);
        let mut y = 2 + self.air;
        for line in shown.iter().flat_map(|at| &self.entries[*at].lines) {
            put(frame, y, line);
            y += 1;
        }
        let hidden = self.entries.len() - shown.len();
        let key = key_of(Command::Findings);
        let more = if hidden > 0 {
            format!("{hidden} more; {key} reads them all")
        } else {
            format!("{key} reads them")
        };
        put(frame, y, &Line::styled(more, theme.quiet()));
    }
}

fn title(findings: &[Finding], columns: usize, theme: Theme) -> Line<'static> {
    let counts = by_severity(findings, None);
    let mut right: Vec<Span> = Vec::new();
    for (severity, count) in counts {
        right.push(Span::styled(format!("  {} {count}", severity.sign()), theme.severity(severity)));
    }
    let used: usize = right.iter().map(|span| width(&span.content)).sum();
    let name = fit("Findings", columns);
    let gap = " ".repeat(columns.saturating_sub(width(&name) + used));
    let mut spans = vec![Span::styled(name, theme.strong()), Span::raw(gap)];
    spans.append(&mut right);
    Line::from(spans)
}

/// A finding in two rows at most: sign, severity, whether it is new, title.
fn lines(desk: &Desk, finding: &Finding, new: bool, columns: usize, theme: Theme) -> Vec<Line<'static>> {
    let interview = &desk.interview;
    let new = if new { " · new" } else { "" };
    let label = format!("{}{new}", finding.severity.name());
    let room = columns.saturating_sub(2).max(1);
    let mut lines = wrap(&format!("{label}  {}", heading(interview, finding)), room);
    if lines.len() > ROWS {
        let rest = lines.split_off(ROWS - 1).join(" ");
        lines.push(fit(&rest, room));
    }
    let style = theme.severity(finding.severity);
    let row = |(row, text): (usize, String)| {
        if row > 0 {
            return Line::from(vec![Span::raw("  "), Span::styled(text, theme.text())]);
        }
        let (label, title) = text.split_at(label.len().min(text.len()));
        Line::from(vec![
            Span::styled(format!("{} ", finding.severity.sign()), style),
            Span::styled(label.to_owned(), style),
            Span::styled(title.to_owned(), theme.text()),
        ])
    };
    lines.into_iter().enumerate().map(row).collect()
}

/// A finding's title, its placeholders filled in.
pub fn heading(interview: &Interview, finding: &Finding) -> String {
    let rule = finding.rule(interview.questionnaire());
    let title = rule.map_or(finding.rule.as_str(), |rule| rule.title.value.as_str());
    clean_line(&fill(interview, title, &finding.rows))
}

/// Which findings are shown where so many rows are free: new ones before others, then the worst; in their order.
fn shown(sizes: &[(usize, bool)], room: usize) -> Vec<usize> {
    let mut by_need: Vec<usize> = (0..sizes.len()).collect();
    by_need.sort_by_key(|at| !sizes[*at].1);
    let mut used = 0;
    let mut shown: Vec<usize> = by_need
        .into_iter()
        .take_while(|at| {
            used += sizes[*at].0;
            used <= room
        })
        .collect();
    shown.sort_unstable();
    shown
}

/// The findings that were not there before the last change.
fn fresh(desk: &Desk) -> Vec<Finding> {
    let changes = |act: &Act| !matches!(act, Act::Visit { .. } | Act::Draft { .. } | Act::Note { .. });
    let Some(last) = desk.session.entries.iter().rposition(|entry| changes(&entry.act)) else {
        return Vec::new();
    };
    let questionnaire = desk.interview.questionnaire();
    let earlier =
        Session { header: desk.session.header.clone(), entries: desk.session.entries[..last].to_vec() };
    let before = Interview::new(std::sync::Arc::clone(questionnaire), replay(questionnaire, &earlier));
    let known = |finding: &&Finding| before.findings().iter().any(|other| other.same(finding));
    desk.interview.findings().iter().filter(|finding| !known(finding)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_is_shown_even_where_it_is_not_the_worst() {
        let old = (2, false);
        assert_eq!(shown(&[old, old, old], 6), [0, 1, 2]);
        assert_eq!(shown(&[old, old, old], 5), [0, 1]);
        assert_eq!(shown(&[old, old, (2, true)], 4), [0, 2]);
        assert_eq!(shown(&[old, old], 0), Vec::<usize>::new());
    }
}
