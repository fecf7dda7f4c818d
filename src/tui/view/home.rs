//! The first screen: every interview, and the way to a new one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::card;
use super::field::put_line;
use super::keyline::{Hint, command, key};
use super::list::{GUTTER, List};
use super::overlay;
use super::sheet::Sheet;
use super::shell::Shell;
use super::words::{self, cells};
use crate::text::{count, width};
use crate::tui::keys::Command;
use crate::tui::model::{Home, Model};
use crate::tui::theme::Theme;

/// Columns beyond which the list is not drawn.
const WIDEST: u16 = 110;

const PURPOSE: &str = "The questions that decide who owns what, what stays secret and what can be enforced, \
    asked before work goes offshore.";

/// Draws everything.
pub fn draw(model: &Model, home: &Home, frame: &mut Frame) {
    let theme = model.theme;
    let over = home.help || home.naming.is_some();
    let hints = if over { Vec::new() } else { hints(home) };
    let shell = Shell::draw(frame, 1, model.notice.as_ref(), &hints, theme);
    header(home, theme, frame, shell.header);
    let columns = shell.body.width.saturating_sub(4).min(WIDEST);
    let body = Rect { x: shell.body.x + 2, width: columns, ..shell.body };
    let rest = top(home, !over, theme, frame, body);
    list(model, home, frame, rest);
    if home.help {
        overlay::draw_home_help(theme, frame, shell.body);
    } else if let Some(naming) = &home.naming {
        overlay::draw_naming(naming, home.offer, theme, frame, shell.body);
    }
}

fn header(home: &Home, theme: Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    buffer.set_string(area.x + 1, area.y, "Safeshore", theme.accent());
    let number = if home.cards.is_empty() {
        String::new()
    } else {
        count(home.cards.len(), "interview", "interviews")
    };
    let x = area.right().saturating_sub(1 + cells(width(&number)));
    buffer.set_string(x, area.y, number, theme.quiet());
}

/// What it is for, and the line to search in; the area that is left.
fn top(home: &Home, typing: bool, theme: Theme, frame: &mut Frame, area: Rect) -> Rect {
    let mut sheet = Sheet::new(area.width);
    if area.height >= 14 {
        sheet.blank();
    }
    sheet.text(PURPOSE, theme.quiet());
    sheet.blank();
    if !home.cards.is_empty() {
        let mark = vec![Span::styled("Find  ", theme.quiet())];
        put_line(&mut sheet, mark, &home.filter, "type to search the titles", theme);
        if area.height >= 24 {
            sheet.blank();
        }
    }
    if !typing {
        sheet.no_caret();
    }
    let rows = sheet.height().min(area.height);
    sheet.draw(frame, Rect { height: rows, ..area }, theme);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// "Start a new interview", then the sessions.
fn list(model: &Model, home: &Home, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let start = Rect { height: area.height.min(1), ..area };
    let style = if home.selected == 0 { theme.accent() } else { theme.text() };
    let chosen = (home.selected == 0).then_some(0);
    List { count: 1, chosen, rows: 1 }
        .draw(frame, start, theme, |_, _| vec![Line::styled("Start a new interview", style)]);
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let found = home.matches();
    if found.is_empty() {
        return nothing(home, theme, frame, below);
    }
    let columns = usize::from(area.width.saturating_sub(GUTTER + 1));
    let rows = if columns >= card::ONE_ROW { 1 } else { 2 };
    let list = List { count: found.len(), chosen: home.selected.checked_sub(1), rows };
    list.draw(frame, below, theme, |at, columns| {
        card::rows(found[at], home.selected == at + 1, columns, model.zone, theme)
    });
}

/// What stands where no session does.
fn nothing(home: &Home, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut sheet = Sheet::new(area.width);
    let text = if !home.listed {
        "The interviews can't be listed. Those that were begun are still where they were.".to_owned()
    } else if home.cards.is_empty() {
        "No interviews yet. ⏎ starts the first one. It takes as many sittings as you like: every answer is saved as \
         it is given, and you come back to the question you left."
            .to_owned()
    } else {
        format!("No title holds “{}”. Esc empties the search.", words::line(home.filter.value(), 40))
    };
    sheet.hanging(vec![Span::raw("  ")], &text, theme.quiet());
    sheet.draw(frame, area, theme);
}

fn hints(home: &Home) -> Vec<Hint> {
    let open = if home.selected == 0 { "start" } else { "open" };
    let mut hints = vec![key("↑↓", "choose", 4), key("⏎", open, 1)];
    let commands = [(Command::Help, 0), (Command::Report, 2), (Command::Leave, 0)];
    let wanted = |(which, _): &(Command, u8)| *which != Command::Report || home.selected > 0;
    hints.extend(commands.into_iter().filter(wanted).filter_map(|(which, rank)| command(which, rank)));
    hints
}
