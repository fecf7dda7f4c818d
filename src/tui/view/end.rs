//! The end of the interview: what was answered, what is open, what was found, what comes next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::keyline::key_of;
use super::sheet::Sheet;
use super::words::{bar, by_severity, count, percent};
use crate::model::{Answer, Severity};
use crate::text::width;
use crate::tui::keys::Command;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// Columns of the bar of readiness at most.
const BAR: usize = 40;

/// Draws the page.
pub fn draw(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let air = u16::from(area.height >= 15);
    let area = Rect { y: area.y + air, height: area.height.saturating_sub(air), ..area };
    let mut sheet = Sheet::new(area.width);
    let unanswered = desk.interview.unanswered().count();
    let (title, text) = if unanswered == 0 {
        ("That was the last question", "Every answer is saved, and any of them can still be changed.")
    } else {
        ("This is the end", "Every answer is saved. What was passed over can be answered at any time.")
    };
    sheet.text(title, theme.strong());
    sheet.text(text, theme.text());
    sheet.blank();
    answers(desk, unanswered, &mut sheet, theme);
    sheet.blank();
    found(desk, &mut sheet, theme);
    if let Some(readiness) = desk.interview.readiness() {
        sheet.blank();
        sheet.text(&format!("Readiness {}", percent(readiness)), theme.strong());
        let columns = sheet.columns().min(BAR);
        sheet.line(bar(readiness, columns, theme));
        if readiness.low < readiness.high {
            sheet.text("━ sure   ╍ open: depends on what is unknown   · against you", theme.quiet());
        }
    }
    sheet.blank();
    next(unanswered, !desk.interview.findings().is_empty(), &mut sheet, theme);
    sheet.draw(frame, area, theme);
}

fn answers(desk: &Desk, unanswered: usize, sheet: &mut Sheet, theme: Theme) {
    let interview = &desk.interview;
    let progress = interview.progress(None);
    let open = interview.asked().filter(|place| interview.state().answer(place).is_some_and(Answer::is_open));
    let (open, parked) = (open.count(), interview.parked().count());
    let done = if unanswered == 0 { "✓ " } else { "  " };
    let text = format!("{} of {} answered", progress.answered, count(progress.asked, "question", "questions"));
    sheet.hanging(vec![Span::styled(done, theme.good())], &text, theme.text());
    let lines = [
        (unanswered, format!("{unanswered} without an answer")),
        (open, format!("{open} left open: “don't know” or “ask counsel”")),
        (parked, format!("{} parked: kept, but out of every conclusion", count(parked, "answer", "answers"))),
    ];
    for (_, text) in lines.into_iter().filter(|(number, _)| *number > 0) {
        sheet.hanging(vec![Span::raw("  ")], &text, theme.text());
    }
}

fn found(desk: &Desk, sheet: &mut Sheet, theme: Theme) {
    let counts = by_severity(desk.interview.findings().iter());
    sheet.text("Findings", theme.strong());
    if counts.is_empty() {
        sheet.text("None. On these answers no rule speaks against the deal.", theme.text());
    }
    for (severity, number) in counts {
        let mark = Span::styled(format!("{} {number} {}", severity.sign(), severity.name()), theme.severity(severity));
        let gap = " ".repeat(14usize.saturating_sub(mark.width()));
        sheet.hanging(vec![mark, Span::raw(gap)], meaning(severity), theme.quiet());
    }
}

fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker => "do not go on until this is settled",
        Severity::High => "settle before signing",
        Severity::Medium => "will cost something sooner or later",
        Severity::Low => "good practice that is missing",
    }
}

fn next(unanswered: usize, findings: bool, sheet: &mut Sheet, theme: Theme) {
    let lines = [
        (unanswered > 0, Command::Review, "lists what has no answer"),
        (findings, Command::Findings, "reads the findings"),
        (true, Command::Report, "writes the report"),
        (true, Command::Back, "goes back to the last question"),
    ];
    for (_, command, does) in lines.into_iter().filter(|(wanted, ..)| *wanted) {
        let key = key_of(command);
        let gap = " ".repeat(6usize.saturating_sub(width(key)));
        sheet.hanging(vec![Span::styled(key, theme.accent()), Span::raw(gap)], does, theme.text());
    }
}
