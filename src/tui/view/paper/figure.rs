//! Figures drawn with characters: bars of blocks, signs in columns.

use ratatui::text::Span;

use super::grid;
use crate::engine::Readiness;
use crate::report::document::{Bar, Chart, Figure, Line, Run, Sign, Text};
use crate::text::{fit, width};
use crate::tui::theme::Theme;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words::shares;

/// Columns of a bar at most.
const BAR: usize = 40;
/// Columns for a share in words.
const SHARE: usize = 10;

/// Draws a figure below what is on the sheet.
pub fn draw(figure: &Figure, sheet: &mut Sheet, theme: Theme) {
    sheet.text(figure.title.as_str(), theme.strong());
    match &figure.chart {
        Chart::Bars(all) => bars(all, sheet, theme),
        Chart::Grid(marks) => {
            let head: Vec<Text> = [&marks.corner].into_iter().chain(&marks.columns).cloned().collect();
            let rows = marks.rows.iter().map(|row| {
                let name =
                    if row.total { Run::strong(row.name.as_str()) } else { Run::plain(row.name.as_str()) };
                let cells = row.cells.iter().map(|mark| signed(mark.sign, mark.words.as_str()));
                std::iter::once(vec![name]).chain(cells).collect::<Vec<Line>>()
            });
            grid::draw(&head, &rows.collect::<Vec<_>>(), sheet, theme);
        }
    }
    if matches!(figure.chart, Chart::Bars(_)) {
        sheet.text("█ in order   ▒ not known yet   · not in order", theme.quiet());
    }
    sheet.text(figure.reading.as_str(), theme.quiet());
}

/// A mark: its sign before its words.
fn signed(sign: Sign, words: &str) -> Line {
    let sign = match sign {
        Sign::Nothing | Sign::Share(_) => return vec![Run::plain(words)],
        Sign::Found(severity) => severity.sign(),
        Sign::InOrder => '✓',
        Sign::Open => '?',
        Sign::Amiss => '✗',
    };
    vec![Run::plain(&format!("{sign} {words}"))]
}

fn bars(all: &[Bar], sheet: &mut Sheet, theme: Theme) {
    let longest = all.iter().map(|bar| width(bar.name.as_str())).max().unwrap_or(0);
    let names = longest.min(sheet.columns() / 3);
    let columns = sheet.columns().saturating_sub(names + SHARE + 3).min(BAR);
    for bar in all {
        let name = fit(bar.name.as_str(), names);
        let gap = " ".repeat(names.saturating_sub(width(&name)) + 1);
        let style = if bar.total { theme.strong() } else { theme.text() };
        let [sure, possible, rest] = bar.share.map_or([0, 0, columns], |share| shares(share, columns));
        sheet.line(vec![
            Span::styled(name, style),
            Span::raw(gap),
            Span::styled("█".repeat(sure), theme.good()),
            Span::styled("▒".repeat(possible), theme.text()),
            Span::styled("·".repeat(rest), theme.quiet()),
            Span::styled(format!(" {}", Readiness::words(bar.share)), style),
        ]);
    }
}
