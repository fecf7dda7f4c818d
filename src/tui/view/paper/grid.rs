//! Tables in columns of a terminal; where there is no room for columns each row stands as a list of its cells.

use ratatui::text::{Line as Drawn, Span};

use super::page::of_run;
use crate::report::document::{Line, Text};
use crate::text::width;
use crate::tui::theme::Theme;
use crate::tui::view::runs::wrap_runs;
use crate::tui::view::sheet::Sheet;

/// Columns between two cells.
const GAP: usize = 2;
/// Fewest columns that a cell of more words gets.
const LEAST: usize = 12;

/// Draws a table below what is on the sheet.
pub fn draw(head: &[Text], rows: &[Vec<Line>], sheet: &mut Sheet, theme: Theme) {
    let natural: Vec<usize> = head
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(length);
            cells.chain([width(head.as_str())]).max().unwrap_or(0)
        })
        .collect();
    let room = sheet.columns().saturating_sub(GAP * head.len().saturating_sub(1));
    match allot(&natural, room) {
        Some(columns) => in_columns(head, rows, &columns, sheet, theme),
        None => stacked(head, rows, sheet, theme),
    }
}

/// Columns of the longest line of a cell.
fn length(cell: &Line) -> usize {
    let words: String = cell.iter().map(|run| run.text.as_str()).collect();
    words.split('\n').map(width).max().unwrap_or(0)
}

/// Columns for each cell: the widest give way until all fit; none where they would have too few.
fn allot(natural: &[usize], room: usize) -> Option<Vec<usize>> {
    let least = |columns: usize| columns.min(LEAST);
    if natural.iter().map(|columns| least(*columns)).sum::<usize>() > room {
        return None;
    }
    let mut columns: Vec<usize> = natural.iter().map(|columns| (*columns).min(room.max(1))).collect();
    while columns.iter().sum::<usize>() > room {
        let widest = columns.iter_mut().max()?;
        *widest -= 1;
    }
    Some(columns)
}

fn in_columns(head: &[Text], rows: &[Vec<Line>], columns: &[usize], sheet: &mut Sheet, theme: Theme) {
    let titles: Vec<Vec<(&str, _)>> = head.iter().map(|cell| vec![(cell.as_str(), theme.strong())]).collect();
    row(&titles, columns, sheet);
    let rules = columns.iter().map(|columns| "─".repeat(*columns)).collect::<Vec<_>>();
    sheet.line(Span::styled(rules.join(&" ".repeat(GAP)), theme.quiet()));
    for cells in rows {
        let cells: Vec<Vec<_>> = cells
            .iter()
            .map(|cell| cell.iter().map(|run| (run.text.as_str(), of_run(run, theme))).collect())
            .collect();
        row(&cells, columns, sheet);
    }
}

/// A row as high as its highest cell.
fn row(cells: &[Vec<(&str, ratatui::style::Style)>], columns: &[usize], sheet: &mut Sheet) {
    let cells: Vec<_> = cells.iter().zip(columns).map(|(cell, columns)| wrap_runs(cell, *columns)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut spans = Vec::new();
        for (cell, columns) in cells.iter().zip(columns) {
            let line = cell.get(at).cloned().unwrap_or_default();
            let used: usize = line.iter().map(|span| width(&span.content)).sum();
            spans.extend(line);
            spans.push(Span::raw(" ".repeat(columns.saturating_sub(used) + GAP)));
        }
        sheet.line(Drawn::from(spans));
    }
}

/// Each row under its first cell.
fn stacked(head: &[Text], rows: &[Vec<Line>], sheet: &mut Sheet, theme: Theme) {
    for (number, cells) in rows.iter().enumerate() {
        if number > 0 {
            sheet.blank();
        }
        for (at, (title, cell)) in head.iter().zip(cells).enumerate() {
            if cell.iter().all(|run| run.text.is_blank()) {
                continue;
            }
            let words = cell.iter().map(|run| (run.text.as_str(), of_run(run, theme)));
            if at == 0 {
                let strong: Vec<_> = words.map(|(words, _)| (words, theme.strong())).collect();
                sheet.runs(Vec::new(), &strong);
            } else {
                let name = format!("{}: ", title.as_str());
                let all: Vec<_> = std::iter::once((name.as_str(), theme.quiet())).chain(words).collect();
                sheet.runs(vec![Span::raw("  ")], &all);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_gives_way_first_and_no_cell_is_squeezed() {
        assert_eq!(allot(&[4, 6], 20), Some(vec![4, 6]));
        assert_eq!(allot(&[4, 40, 10], 34), Some(vec![4, 20, 10]));
        assert_eq!(allot(&[40, 40, 40], 30), None);
        assert_eq!(allot(&[], 0), Some(Vec::new()));
    }
}
