//! Lines to choose from, one or many.

use ratatui::text::Span;

use crate::text::clean_line;
use crate::tui::editor::{Item, Pick, Tick};
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words;

/// Which lines show what is said below their labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hints {
    /// All of them.
    All,
    /// Only the one under the cursor: where there is no room for more.
    Here,
}

/// How one line stands.
struct Standing {
    here: bool,
    sign: &'static str,
    number: Option<usize>,
}

/// One of a few. Where the labels are numbers themselves the keys are not shown again.
pub fn pick(pick: &Pick, numbered: bool, hints: Hints, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    for (at, item) in pick.items.iter().enumerate() {
        let chosen = pick.chosen == Some(at);
        let sign = if chosen { "(•)" } else { "( )" };
        let standing = Standing { here: chosen, sign, number: numbered.then_some(at + 1) };
        put(&mut sheet, item, &standing, hints, theme);
    }
    sheet
}

/// Any of a few. `repeat` is the repeat whose rows they are, if they are rows.
pub fn tick(tick: &Tick, repeat: Option<&str>, hints: Hints, desk: &Desk, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    for (at, item) in tick.items.iter().enumerate() {
        let sign = if tick.ticked.contains(&item.id) { "[x]" } else { "[ ]" };
        let standing = Standing { here: tick.cursor == at, sign, number: Some(at + 1) };
        put(&mut sheet, item, &standing, hints, theme);
    }
    if let (Some(repeat), []) = (repeat, tick.items.as_slice()) {
        let item = clean_line(words::item(&desk.interview, repeat));
        sheet.text(&format!("No {item} is listed yet. ⏎ answers “None”."), theme.quiet());
    }
    sheet
}

fn put(sheet: &mut Sheet, item: &Item, standing: &Standing, hints: Hints, theme: Theme) {
    let from = sheet.len();
    let style = if standing.here { theme.accent() } else { theme.text() };
    let number = match standing.number {
        Some(number) if number <= 9 => format!("{number} "),
        Some(_) => "  ".to_owned(),
        None => String::new(),
    };
    let mark = vec![
        Span::styled(if standing.here { "▸ " } else { "  " }, theme.accent()),
        Span::styled(number, theme.quiet()),
        Span::styled(standing.sign, style),
        Span::raw(" "),
    ];
    let indent = mark.iter().map(|span| crate::text::width(&span.content)).sum();
    sheet.hanging(mark, &clean_line(&item.label), style);
    if let Some(hint) = item.hint.as_ref().filter(|_| hints == Hints::All || standing.here) {
        sheet.hanging(vec![Span::raw(" ".repeat(indent))], &clean_line(hint), theme.quiet());
    }
    if standing.here {
        sheet.focus_from(from);
    }
}
