//! The findings in full: a list, and everything about the chosen one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Boxed;
use crate::engine::{Finding, answer_words, ask, fill, milestone, row_name};
use crate::model::{Place, Rule};
use crate::text::{clean_line, width};
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::context::{fact, sources};
use crate::tui::view::findings::heading;
use crate::tui::view::keyline::key;
use crate::tui::view::list::List;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words::{self, cells};

/// Columns from which on list and detail stand side by side.
const BESIDE: u16 = 88;

/// Rows from which on the list stands above the detail.
const STACKED: u16 = 26;

/// Columns of the box.
const COLUMNS: u16 = 140;

/// Draws them, the chosen one scrolled by so many lines.
pub fn draw(desk: &Desk, chosen: usize, scrolled: usize, theme: Theme, frame: &mut Frame, area: Rect) {
    let findings = desk.interview.findings();
    let scroll = key("PgDn", "scroll", 1);
    let keys = [key("↑↓", "choose", 2), scroll, key("⏎", "go to the answer", 0), key("Esc", "close", 0)];
    let title = format!("Findings: {} of {}", (chosen + 1).min(findings.len()), findings.len());
    let boxed = Boxed { title: &title, columns: COLUMNS, rows: area.height, keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    let Some(finding) = findings.get(chosen) else { return };
    let (list, detail) = split(inner, findings.len());
    divide(inner, list, frame, theme);
    List::new(findings.len(), chosen).draw(frame, list, theme, |at, columns| {
        vec![entry(desk, &findings[at], at == chosen, columns, theme)]
    });
    full(desk, finding, detail.width, theme).draw_from(scrolled, frame, detail, theme);
}

/// How far the chosen finding can be scrolled.
pub fn furthest(desk: &Desk, chosen: usize, area: Rect) -> usize {
    let findings = desk.interview.findings();
    let Some(finding) = findings.get(chosen) else { return 0 };
    let (_, inner) = Boxed { title: "", columns: COLUMNS, rows: area.height, keys: &[] }.plan(area);
    let (_, detail) = split(inner, findings.len());
    full(desk, finding, detail.width, Theme::Plain).len().saturating_sub(detail.height.into())
}

/// Where the list and the chosen finding stand: side by side, one above the other, or the finding alone where there
/// is no room for both.
pub fn split(inner: Rect, count: usize) -> (Rect, Rect) {
    if inner.width >= BESIDE {
        let columns = inner.width * 2 / 5;
        let detail =
            Rect { x: inner.x + columns + 3, width: inner.width.saturating_sub(columns + 3), ..inner };
        return (Rect { width: columns, ..inner }, detail);
    }
    if inner.height < STACKED {
        return (Rect { height: 0, ..inner }, inner);
    }
    let rows = cells(count).min(inner.height / 3);
    let y = inner.y + rows;
    let below = inner.height.saturating_sub(rows + 1);
    (Rect { height: rows.min(inner.height), ..inner }, Rect { y: y + 1, height: below, ..inner })
}

/// The line between the two, beside the list or below it.
pub fn divide(inner: Rect, list: Rect, frame: &mut Frame, theme: Theme) {
    let buffer = frame.buffer_mut();
    if list.width < inner.width {
        for y in inner.y..inner.bottom() {
            buffer.set_string(list.right(), y, "│", theme.quiet());
        }
    } else if list.height > 0 && list.bottom() < inner.bottom() {
        buffer.set_string(inner.x, list.bottom(), "─".repeat(inner.width.into()), theme.quiet());
    }
}

fn entry(desk: &Desk, finding: &Finding, chosen: bool, columns: usize, theme: Theme) -> Line<'static> {
    let style = if chosen { theme.accent() } else { theme.text() };
    let title = words::line(&heading(&desk.interview, finding), columns.saturating_sub(2));
    Line::from(vec![
        Span::styled(format!("{} ", finding.severity.sign()), theme.severity(finding.severity)),
        Span::styled(title, style),
    ])
}

/// Everything about a finding.
fn full(desk: &Desk, finding: &Finding, columns: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(columns);
    let interview = &desk.interview;
    let severity = format!("{} {}", finding.severity.sign(), finding.severity.name());
    let place = std::iter::once(words::stage(interview, finding.stage))
        .chain(finding.rows.iter().map(|(repeat, row)| row_name(interview, repeat, row)))
        .collect::<Vec<_>>()
        .join(" · ");
    let room = sheet.columns().saturating_sub(width(&severity) + 2);
    sheet.line(vec![
        Span::styled(severity, theme.severity(finding.severity)),
        Span::styled(format!("  {}", words::line(&place, room)), theme.quiet()),
    ]);
    sheet.text(&heading(interview, finding), theme.strong());
    let Some(rule) = finding.rule(interview.questionnaire()) else { return sheet };
    sheet.text(&fill(interview, &rule.because.value, &finding.rows), theme.text());
    action(desk, finding, rule, &mut sheet, theme);
    sheet.blank();
    sheet.text("It follows from", theme.accent());
    for place in &finding.evidence {
        evidence(desk, place, &mut sheet, theme);
    }
    if !finding.facts.is_empty() {
        sheet.blank();
        sheet.text("And from this law", theme.accent());
    }
    for of in &finding.facts {
        fact(desk, of, true, &mut sheet, theme);
    }
    clauses(desk, rule, &mut sheet, theme);
    sheet.blank();
    sheet.text("Where this comes from", theme.accent());
    sources(interview, rule.source.iter().map(|id| id.value.as_str()), &mut sheet, theme);
    sheet
}

fn action(desk: &Desk, finding: &Finding, rule: &Rule, sheet: &mut Sheet, theme: Theme) {
    sheet.blank();
    sheet.text("What to do", theme.accent());
    sheet.text(&fill(&desk.interview, &rule.action.what.value, &finding.rows), theme.text());
    let when = clean_line(&milestone(&desk.interview, &rule.action.before.value));
    sheet.text(&format!("By {}, {when}", rule.action.who.name()), theme.quiet());
}

fn evidence(desk: &Desk, place: &Place, sheet: &mut Sheet, theme: Theme) {
    let interview = &desk.interview;
    sheet.text(&ask(interview, place), theme.quiet());
    let answer = interview.state().answer(place);
    let said =
        answer.map_or_else(|| "not answered".to_owned(), |answer| answer_words(interview, place, answer));
    sheet.hanging(vec![Span::styled("→ ", theme.accent())], &clean_line(&said), theme.text());
}

/// Points that the contract must settle because of it.
fn clauses(desk: &Desk, rule: &Rule, sheet: &mut Sheet, theme: Theme) {
    let known = &desk.interview.questionnaire().clauses;
    let found = rule.clauses.iter().filter_map(|id| known.iter().find(|clause| clause.id == *id));
    let titles: Vec<&str> = found.map(|clause| clause.title.value.as_str()).collect();
    if !titles.is_empty() {
        sheet.blank();
        sheet.text("The contract must settle", theme.accent());
        sheet.text(&titles.join(" · "), theme.text());
    }
}
