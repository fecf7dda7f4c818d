//! How wide the columns of a table are: by what stands in them, so that none is too narrow for its words.

use maud::{Markup, html};

use crate::report::document::{Actions, Run, Table, Text};
use crate::report::label::ACTION_HEAD;
use crate::text::width;

/// A column is never taken for narrower or wider than so many letters.
const LETTERS: (usize, usize) = (9, 56);
/// What the columns of steps take: what to do, who, by when, the findings.
const STEPS: [usize; 4] = [56, 14, 17, 14];

/// The columns of a table with their shares of the width.
pub(super) fn of_table(table: &Table) -> Markup {
    let wanted = table.head.iter().enumerate().map(|(at, head)| {
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| letters(cell));
        cells.chain([width(head.as_str())]).max().unwrap_or_default()
    });
    shares(&wanted.collect::<Vec<_>>())
}

/// The columns of a table of steps: without that of days where none is known.
pub(super) fn of_actions(actions: &Actions) -> Markup {
    let wanted = kept(actions, STEPS);
    shares(&wanted)
}

/// Their names.
pub(super) fn heads_of_actions(actions: &Actions) -> Vec<&'static str> {
    kept(actions, ACTION_HEAD)
}

fn kept<T>(actions: &Actions, columns: [T; 4]) -> Vec<T> {
    let columns = columns.into_iter().enumerate();
    columns.filter(|(at, _)| *at != 2 || actions.has_days()).map(|(_, one)| one).collect()
}

fn shares(wanted: &[usize]) -> Markup {
    let wanted = wanted.iter().map(|one| (*one).clamp(LETTERS.0, LETTERS.1));
    let wanted: Vec<usize> = wanted.collect();
    let narrowest = wanted.iter().sum::<usize>() / (wanted.len().max(1) * 2);
    let wanted: Vec<usize> = wanted.into_iter().map(|one| one.max(narrowest)).collect();
    let all = wanted.iter().sum::<usize>().max(1);
    html! {
        colgroup {
            @for one in &wanted { col style=(format!("width:{}%", one * 100 / all)); }
        }
    }
}

fn letters(cell: &[Run]) -> usize {
    cell.iter().map(|run| longest_line(&run.text)).sum()
}

fn longest_line(text: &Text) -> usize {
    text.as_str().lines().map(width).max().unwrap_or_default()
}
