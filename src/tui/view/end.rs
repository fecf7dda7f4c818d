//! The end of the interview: what was answered, what is open, what was found, what comes next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::keyline::key_of;
use super::sheet::Sheet;
use super::words::{bar, by_severity};
use crate::engine::left_out_words;
use crate::model::{Answer, Severity};
use crate::text::count;
use crate::text::width;
use crate::tui::keys::Command;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;

/// Columns of the bar of readiness at most.
const BAR: usize = 40;

/// Draws the page, with fewer words where they would not fit.
pub fn draw(desk: &Desk, theme: Theme, frame: &mut Frame, area: Rect) {
    let air = u16::from(area.height >= 15);
    let area = Rect { y: area.y + air, height: area.height.saturating_sub(air), ..area };
    let pages = [(true, true), (false, true), (false, false)];
    let mut pages = pages.map(|(long, air)| page(desk, long, air, area.width, theme)).into_iter();
    let fits = pages.by_ref().take(2).find(|page| page.height() <= area.height);
    if let Some(page) = fits.or_else(|| pages.next()) {
        page.draw(frame, area, theme);
    }
}

/// The page with many words or few, with air between its parts or without.
fn page(desk: &Desk, long: bool, air: bool, columns: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(columns);
    let unanswered = desk.interview.unanswered().count();
    let (title, text) = if desk.interview.state().express {
        (
            "This is the end of the express path",
            "This is a first answer. It rests on what was asked; what was left out counts as not known.",
        )
    } else if unanswered == 0 {
        ("That was the last question", "Every answer is saved, and any of them can still be changed.")
    } else {
        ("This is the end", "Every answer is saved. What was passed over can be answered at any time.")
    };
    sheet.text(title, theme.strong());
    if long {
        sheet.text(text, theme.text());
    }
    if air {
        sheet.blank();
    }
    answers(desk, unanswered, &mut sheet, theme);
    sheet.blank();
    found(desk, long, &mut sheet, theme);
    if let Some(readiness) = desk.interview.readiness() {
        if air {
            sheet.blank();
        }
        sheet.text(&format!("Readiness {readiness}"), theme.strong());
        let columns = sheet.columns().min(BAR);
        sheet.line(bar(readiness, columns, theme));
        if long {
            sheet.text("━ in order   ╍ not known yet   · not in order", theme.quiet());
        }
    }
    sheet.blank();
    next(desk, unanswered, &mut sheet, theme);
    sheet
}

fn answers(desk: &Desk, unanswered: usize, sheet: &mut Sheet, theme: Theme) {
    let interview = &desk.interview;
    let progress = interview.progress(None);
    let open = interview.asked().filter(|place| interview.state().answer(place).is_some_and(Answer::is_open));
    let (open, parked) = (open.count(), interview.parked().count());
    let done = if unanswered == 0 { "✓ " } else { "  " };
    let text =
        format!("{} of {} answered", progress.answered, count(progress.asked, "question", "questions"));
    sheet.hanging(vec![Span::styled(done, theme.good())], &text, theme.text());
    let lines = [
        (unanswered, "without an answer"),
        (open, "left open: “don't know” or “ask counsel”"),
        (parked, "parked: kept, but out of every conclusion"),
    ];
    for (number, text) in lines.into_iter().filter(|(number, _)| *number > 0) {
        sheet.hanging(vec![Span::raw("  ")], &format!("{number} {text}"), theme.text());
    }
    if !interview.left_out().is_empty() {
        let text = format!("{} left out: {}", interview.left_out().len(), left_out_words(interview));
        sheet.hanging(vec![Span::raw("  ")], &text, theme.text());
    }
}

fn found(desk: &Desk, long: bool, sheet: &mut Sheet, theme: Theme) {
    let counts = by_severity(desk.interview.findings(), None);
    sheet.text("Findings", theme.strong());
    if counts.is_empty() {
        sheet.text("None: on these answers no rule speaks against you.", theme.text());
    }
    let named = |(severity, number): (Severity, usize)| {
        Span::styled(format!("{} {number} {}", severity.sign(), severity.name()), theme.severity(severity))
    };
    if !long {
        let spans = |words: &dyn Fn((Severity, usize)) -> Span<'static>| -> Vec<Span<'static>> {
            counts.iter().flat_map(|count| [words(*count), Span::raw("  ")]).collect()
        };
        let with_names = spans(&named);
        let fits = with_names.iter().map(Span::width).sum::<usize>() <= sheet.columns() + 2;
        let signs = |(severity, number): (Severity, usize)| {
            Span::styled(format!("{} {number}", severity.sign()), theme.severity(severity))
        };
        return sheet.line(if fits { with_names } else { spans(&signs) });
    }
    for (severity, number) in counts {
        let mark = named((severity, number));
        let gap = " ".repeat(14usize.saturating_sub(mark.width()));
        sheet.hanging(vec![mark, Span::raw(gap)], meaning(severity), theme.quiet());
    }
}

fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker => "do not proceed until this is resolved",
        Severity::High => "settle before signing",
        Severity::Medium => "likely to cost you sooner or later",
        Severity::Low => "good practice that is missing",
    }
}

fn next(desk: &Desk, unanswered: usize, sheet: &mut Sheet, theme: Theme) {
    let findings = !desk.interview.findings().is_empty();
    let lines = [
        (desk.interview.state().express, Command::Path, "goes on with the full interview"),
        (unanswered > 0, Command::Review, "lists what has no answer"),
        (findings, Command::Findings, "reads the findings"),
        (true, Command::Report, "reads the report, and saves it"),
        (true, Command::Back, "goes back to the last question"),
    ];
    for (_, command, does) in lines.into_iter().filter(|(wanted, ..)| *wanted) {
        let key = key_of(command);
        let gap = " ".repeat(6usize.saturating_sub(width(key)));
        sheet.hanging(vec![Span::styled(key, theme.accent()), Span::raw(gap)], does, theme.text());
    }
}
