//! The candidates side by side: a table of marks, and the reasons for those of the chosen criterion.

mod reasons;

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Boxed, READING};
use crate::engine::{Comparing, Readiness, Weight, compare};
use crate::model::Severity;
use crate::text::{clean_line, width};
use crate::tui::model::{Beside, Desk};
use crate::tui::theme::Theme;
use crate::tui::view::keyline::{Hint, key};
use crate::tui::view::list::{GUTTER, List};
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words::{self, bar, cells};

/// Columns of the box.
const COLUMNS: u16 = 120;
/// Columns of a candidate, at least and at most.
const CANDIDATE: (usize, usize) = (14, 24);
/// Columns of the names of the criteria, at least and at most.
const CRITERION: (usize, usize) = (20, 44);
/// Columns of the weights.
const WEIGHT: usize = 7;
/// Rows from which on the totals are drawn as bars too.
const ROOMY: u16 = 18;

/// Draws it.
pub fn draw(desk: &Desk, beside: Beside, theme: Theme, frame: &mut Frame, area: Rect) {
    let Some(comparing) = compare(&desk.interview) else { return };
    if comparing.candidates.len() < 2 {
        return too_few(desk, &comparing, theme, frame, area);
    }
    let plan = Plan::new(&comparing, beside, area);
    let title = plan.title(&comparing);
    let boxed = Boxed { title: &title, columns: COLUMNS, rows: area.height, keys: &KEYS };
    boxed.draw(frame, area, theme);
    plan.draw_table(&comparing, frame, theme);
    let (sheet, start) = plan.reasons(desk, &comparing, theme);
    sheet.draw_from(start + beside.scrolled, frame, plan.detail, theme);
}

const KEYS: [Hint; 5] = [
    key("↑↓", "criterion", 2),
    key("←→", "candidate", 1),
    key("+ −", "weight", 0),
    key("PgDn", "scroll", 3),
    key("Esc", "close", 0),
];

/// How far the reasons can be scrolled.
pub fn furthest(desk: &Desk, beside: Beside, area: Rect) -> usize {
    let comparing = compare(&desk.interview).filter(|comparing| comparing.candidates.len() > 1);
    let Some(comparing) = comparing else { return 0 };
    let plan = Plan::new(&comparing, beside, area);
    let (sheet, start) = plan.reasons(desk, &comparing, Theme::Plain);
    sheet.len().saturating_sub(start + usize::from(plan.detail.height))
}

/// What stands where: which candidates can be seen, and how wide the columns are.
struct Plan {
    criterion: usize,
    candidate: usize,
    seen: Range<usize>,
    /// Columns for the name of a criterion, and for a candidate.
    columns: (usize, usize),
    bars: bool,
    head: Rect,
    list: Rect,
    detail: Rect,
}

impl Plan {
    fn new(comparing: &Comparing<'_>, beside: Beside, area: Rect) -> Self {
        let (count, criteria) = (comparing.candidates.len(), comparing.weights.len());
        let criterion = beside.criterion.min(criteria.saturating_sub(1));
        let candidate = beside.candidate.min(count.saturating_sub(1));
        let (_, inner) = Boxed { title: "", columns: COLUMNS, rows: area.height, keys: &[] }.plan(area);
        // As `List` leaves them to an entry.
        let room = usize::from(inner.width.saturating_sub(GUTTER + 2));
        let for_candidates = room.saturating_sub(CRITERION.0 + WEIGHT);
        let beside = (for_candidates / CANDIDATE.0).clamp(1, count.max(1));
        let first = candidate / beside * beside;
        let each = (for_candidates / beside).clamp(CANDIDATE.0, CANDIDATE.1);
        let name = room.saturating_sub(WEIGHT + beside * each).min(CRITERION.1);
        let bars = inner.height >= ROOMY;
        let head = (2 + u16::from(bars)).min(inner.height);
        let list = cells(criteria).min(inner.height.saturating_sub(head + 1) / 2);
        let below = (head + list + 1).min(inner.height);
        Self {
            criterion,
            candidate,
            seen: first..(first + beside).min(count),
            columns: (name, each),
            bars,
            head: Rect { height: head, ..inner },
            list: Rect { y: inner.y + head, height: list, ..inner },
            detail: Rect { y: inner.y + below, height: inner.height - below, ..inner },
        }
    }

    /// "Partners side by side: 1–3 of 5".
    fn title(&self, comparing: &Comparing<'_>) -> String {
        let title = clean_line(&comparing.comparison.title);
        let (count, Range { start, end }) = (comparing.candidates.len(), self.seen.clone());
        match end - start {
            all if all == count => title,
            1 => format!("{title}: {end} of {count}"),
            _ => format!("{title}: {}–{end} of {count}", start + 1),
        }
    }

    fn draw_table(&self, comparing: &Comparing<'_>, frame: &mut Frame, theme: Theme) {
        let seen = &comparing.candidates[self.seen.clone()];
        let names = seen.iter().zip(self.seen.clone()).map(|(one, at)| {
            let style = if at == self.candidate { theme.accent() } else { theme.strong() };
            let mark = if at == self.candidate { "▸ " } else { "  " };
            vec![Span::styled(
                format!("{mark}{}", words::line(&one.name, self.columns.1.saturating_sub(3))),
                style,
            )]
        });
        let mut head = vec![self.row(Span::raw(""), "weight", names.collect(), theme)];
        let totals = seen.iter().map(|one| {
            let worst = Severity::Blocker;
            let blockers = (one.blockers > 0).then(|| format!("  {}{}", worst.sign(), one.blockers));
            let total = Span::styled(Readiness::words(one.total), theme.strong());
            let blockers = blockers.map(|words| Span::styled(words, theme.severity(worst)));
            std::iter::once(total).chain(blockers).collect()
        });
        head.push(self.row(Span::styled("All criteria", theme.strong()), "", indented(totals), theme));
        if self.bars {
            let columns = self.columns.1.saturating_sub(4);
            let bars =
                seen.iter().map(|one| one.total.map_or_else(Vec::new, |total| bar(total, columns, theme)));
            head.push(self.row(Span::raw(""), "", indented(bars), theme));
        }
        for (line, y) in head.iter().zip(self.head.y..self.head.bottom()) {
            let room = self.head.width.saturating_sub(GUTTER + 2);
            frame.buffer_mut().set_line(self.head.x + GUTTER.min(self.head.width), y, line, room);
        }
        let list = List::new(comparing.weights.len(), self.criterion);
        list.draw(frame, self.list, theme, |at, _| {
            let criterion = &comparing.comparison.criteria[at];
            let style = if at == self.criterion { theme.accent() } else { theme.text() };
            let title = Span::styled(words::line(&criterion.title, self.columns.0.saturating_sub(1)), style);
            let marks = seen
                .iter()
                .map(|one| vec![Span::styled(Readiness::words(one.marks[at].share), theme.text())]);
            vec![self.row(title, &weight(&comparing.weights[at]), indented(marks), theme)]
        });
    }

    /// A row of the table: each part in its columns.
    fn row(
        &self,
        name: Span<'static>,
        weight: &str,
        parts: Vec<Vec<Span<'static>>>,
        theme: Theme,
    ) -> Line<'static> {
        let mut spans = padded(vec![name], self.columns.0);
        spans.extend(padded(vec![Span::styled(weight.to_owned(), theme.quiet())], WEIGHT));
        spans.extend(parts.into_iter().flat_map(|part| padded(part, self.columns.1)));
        Line::from(spans)
    }

    /// The reasons for the marks that can be seen, and the line where those of the chosen candidate begin.
    fn reasons(&self, desk: &Desk, comparing: &Comparing<'_>, theme: Theme) -> (Sheet, usize) {
        let mut sheet = Sheet::new(self.detail.width);
        let (criterion, weight) =
            (&comparing.comparison.criteria[self.criterion], &comparing.weights[self.criterion]);
        reasons::head(criterion, weight, &mut sheet, theme);
        let mut start = 0;
        for (one, at) in comparing.candidates[self.seen.clone()].iter().zip(self.seen.clone()) {
            if at == self.candidate && at > self.seen.start {
                start = sheet.len() + 1;
            }
            sheet.blank();
            reasons::candidate(desk, one, &one.marks[self.criterion], &mut sheet, theme);
        }
        (sheet, start)
    }
}

fn indented(parts: impl Iterator<Item = Vec<Span<'static>>>) -> Vec<Vec<Span<'static>>> {
    parts.map(|part| std::iter::once(Span::raw("  ")).chain(part).collect()).collect()
}

/// Spans with blanks behind them up to so many columns.
fn padded(mut spans: Vec<Span<'static>>, columns: usize) -> Vec<Span<'static>> {
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    spans.push(Span::raw(" ".repeat(columns.saturating_sub(used))));
    spans
}

/// The number; in brackets while nobody has set it.
fn weight(weight: &Weight) -> String {
    if weight.given { weight.value.to_string() } else { format!("({})", weight.value) }
}

/// What is needed before there is anything to compare.
fn too_few(desk: &Desk, comparing: &Comparing<'_>, theme: Theme, frame: &mut Frame, area: Rect) {
    let comparison = comparing.comparison;
    let item = clean_line(words::item(&desk.interview, &comparison.repeat));
    let so_far = match comparing.candidates.first() {
        None => format!("It takes two to compare, and no {item} counts so far."),
        Some(one) => format!("It takes two to compare. So far there is one {item}: {}.", one.name),
    };
    let stage = desk.interview.questionnaire().stage_of_repeat(&comparison.repeat);
    let stage = stage.map(|at| words::stage(&desk.interview, at)).unwrap_or_default();
    let sheet = |columns| {
        let mut sheet = Sheet::new(columns);
        sheet.text(&comparison.about.value, theme.text());
        sheet.blank();
        sheet.text(&so_far, theme.strong());
        sheet.text(
            &format!("Each one that you name in “{stage}” appears here, with the reasons."),
            theme.text(),
        );
        sheet
    };
    let title = clean_line(&comparison.title);
    let rows = sheet(Boxed::inside(READING, area)).height();
    let keys = [key("Esc", "close", 0)];
    let inner = Boxed { title: &title, columns: READING, rows, keys: &keys }.draw(frame, area, theme);
    sheet(inner.width).draw_from(0, frame, inner, theme);
}
