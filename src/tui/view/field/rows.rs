//! The list of a repeat's rows.

use ratatui::text::Span;

use super::line;
use crate::model::Place;
use crate::text::{clean_line, width};
use crate::tui::editor::{Item, RowLine, RowList};
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::marks;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words;

/// Rows, a field for another name, and the line that closes the list.
pub fn list(list: &RowList, desk: &Desk, columns: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(columns);
    let item = clean_line(&list.item);
    for (at, line) in list.lines().into_iter().enumerate() {
        let here = at == list.cursor;
        let from = sheet.len();
        match line {
            RowLine::Row(number) => row(&mut sheet, &list.repeat, &list.rows[number], desk, here, theme),
            RowLine::Name => {
                let placeholder = if list.rows.is_empty() {
                    format!("name of the {item}")
                } else {
                    format!("name of another {item}")
                };
                sheet.blank();
                let mark = vec![mark(here, theme), Span::styled("+ ", theme.quiet())];
                line::put(&mut sheet, mark, &list.input, &placeholder, theme);
                if !here {
                    sheet.no_caret();
                }
            }
            RowLine::Done => done(&mut sheet, list, here, theme),
        }
        if here {
            sheet.focus_from(from);
        }
    }
    limits(&mut sheet, list, desk, theme);
    sheet
}

fn mark(here: bool, theme: Theme) -> Span<'static> {
    Span::styled(if here { "▸ " } else { "  " }, theme.accent())
}

fn row(sheet: &mut Sheet, repeat: &str, row: &Item, desk: &Desk, here: bool, theme: Theme) {
    let of_row = |place: &&Place| {
        place.row.as_deref() == Some(&row.id)
            && desk.interview.questionnaire().repeat_of(&place.question) == Some(repeat)
    };
    let asked = || desk.interview.asked().filter(of_row);
    let answered = asked().filter(|place| desk.interview.state().answers.contains_key(place)).count();
    let right = format!("{answered} of {} answered", asked().count());
    let room = sheet.columns().saturating_sub(4 + width(&right)).min(40);
    let name = words::line(&row.label, room);
    let gap = " ".repeat(room.saturating_sub(width(&name)) + 2);
    let style = if here { theme.accent() } else { theme.text() };
    sheet.line(vec![
        mark(here, theme),
        Span::styled(name, style),
        Span::raw(gap),
        Span::styled(right, theme.quiet()),
    ]);
    if let Some(mark) = marks::of_row(&desk.interview, repeat, &row.id) {
        sheet.hanging(vec![Span::raw("    "), Span::styled("◆ ", theme.accent())], mark, theme.text());
    }
}

fn done(sheet: &mut Sheet, list: &RowList, here: bool, theme: Theme) {
    let item = clean_line(&list.item);
    let text = match list.rows.len() {
        0 => format!("There is no {item}"),
        1 => "No more: this is the only one".to_owned(),
        number => format!("No more: these {number} are all"),
    };
    let sign = if list.complete { "✓ " } else { "" };
    let style = if here { theme.accent() } else { theme.text() };
    sheet.hanging(vec![mark(here, theme), Span::styled(sign, theme.good())], &text, style);
}

/// What is missing before the list can be closed, or why no more rows fit.
fn limits(sheet: &mut Sheet, list: &RowList, desk: &Desk, theme: Theme) {
    let Some(repeat) = desk.interview.questionnaire().repeat(&list.repeat) else { return };
    let item = clean_line(&list.item);
    if !list.enough {
        sheet.blank();
        let text = match repeat.least {
            1 => format!("At least one {item} is needed before the list can be closed."),
            least => format!("The list can be closed once {least} are named."),
        };
        sheet.text(&text, theme.quiet());
    } else if !list.room {
        sheet.blank();
        sheet.text(&format!("More than {} do not fit here.", repeat.most), theme.quiet());
    }
}
