//! How wide the columns of a table are: by what stands in them, so that none is too narrow for its words.

use maud::{Markup, html};

use crate::report::document::{Actions, Run, Table, Text};
use crate::report::label::ACTION_HEAD;
use crate::text::width;

/// So many letters stand in a line of a table.
const LINE: usize = 90;
/// A column wants no more letters than these, and a word of more than these is broken.
const WANTED: usize = 56;
const WORD: usize = 14;
/// What stands between two columns, in letters.
const BETWEEN: usize = 2;
/// What the columns of steps take: what to do, who, by when, the findings.
const STEPS: [usize; 4] = [56, 14, 17, 14];

/// The columns of a table with their shares of the width: room for its longest word each, and the rest by how long its
/// longest text is.
pub(super) fn of_table(table: &Table) -> Markup {
    let needs: Vec<(usize, usize)> =
        table.head.iter().enumerate().map(|(at, head)| needs(table, head, at)).collect();
    let spare = LINE.saturating_sub(needs.iter().map(|(least, _)| least).sum());
    let more = needs.iter().map(|(least, wanted)| wanted - least).sum::<usize>().max(1);
    let widths = needs.iter().map(|(least, wanted)| least + spare * (wanted - least) / more);
    shares(&widths.collect::<Vec<_>>())
}

/// The least letters that a column needs, and how many it would like to have.
fn needs(table: &Table, head: &Text, at: usize) -> (usize, usize) {
    let cells = table.rows.iter().filter_map(|row| row.get(at)).flatten().map(|run| run.text.as_str());
    let texts = || cells.clone().chain([head.as_str()]);
    let words = texts().flat_map(str::split_whitespace).map(width);
    let least = words.max().unwrap_or_default().min(WORD) + BETWEEN;
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| letters(cell));
    let wanted = cells.chain([width(head.as_str())]).max().unwrap_or_default();
    (least, wanted.min(WANTED).max(least))
}

/// The columns of a table of steps: without that of days where none is known.
pub(super) fn of_actions(actions: &Actions) -> Markup {
    shares(&kept(actions, STEPS))
}

/// Their names.
pub(super) fn heads_of_actions(actions: &Actions) -> Vec<&'static str> {
    kept(actions, ACTION_HEAD)
}

fn kept<T>(actions: &Actions, columns: [T; 4]) -> Vec<T> {
    let columns = columns.into_iter().enumerate();
    columns.filter(|(at, _)| *at != 2 || actions.has_days()).map(|(_, one)| one).collect()
}

fn shares(widths: &[usize]) -> Markup {
    let all = widths.iter().sum::<usize>().max(1);
    html! {
        colgroup {
            @for one in widths { col style=(format!("width:{}%", one * 100 / all)); }
        }
    }
}

fn letters(cell: &[Run]) -> usize {
    cell.iter().map(|run| longest_line(&run.text)).sum()
}

fn longest_line(text: &Text) -> usize {
    text.as_str().lines().map(width).max().unwrap_or_default()
}
