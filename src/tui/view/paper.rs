//! The report on the screen: its outline on the left where there is room, the report itself, what lies over it.

mod figure;
mod grid;
mod page;
mod saving;
mod terms;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub use page::{Page, lay_out};

use super::keyline::{Hint, command, key};
use super::list::List;
use super::overlay;
use super::sheet::Sheet;
use super::shell::Shell;
use super::words::{self, cells};
use crate::report::Edition;
use crate::text::{clean_line, width};
use crate::tui::keys::Command;
use crate::tui::model::{Model, Over, Paper};
use crate::tui::theme::Theme;

/// From this width on the outline stands beside the report.
const BESIDE: u16 = 110;
/// Columns of the outline.
const OUTLINE: u16 = 34;
/// Rows above the upper rule.
const HEAD: u16 = 2;

/// Columns and rows of the report in a window of that size, while nothing is to be told.
pub fn room_of((columns, rows): (u16, u16)) -> (u16, u16) {
    let area = places(Shell::plan(Rect::new(0, 0, columns, rows), HEAD, 0).body).1;
    (area.width, area.height)
}

/// The area of the outline, empty where there is no room for it, and that of the report.
fn places(body: Rect) -> (Rect, Rect) {
    if body.width < BESIDE {
        let inner = Rect { x: body.x + 1, width: body.width.saturating_sub(1), ..body };
        return (Rect { width: 0, ..body }, inner);
    }
    let left = Rect { width: OUTLINE, ..body };
    let x = body.x + OUTLINE + 2;
    (left, Rect { x, width: body.width.saturating_sub(OUTLINE + 2), ..body })
}

/// Draws everything.
pub fn draw(model: &Model, paper: &Paper, frame: &mut Frame) {
    let theme = model.theme;
    let hints = hints(paper);
    let shell = Shell::draw(frame, HEAD, model.notice.as_ref(), &hints, theme);
    let (left, area) = places(shell.body);
    let made;
    let fits = |page: &&Page| page.columns == area.width && page.theme == theme;
    let page = if let Some(page) = paper.page.as_ref().filter(fits) {
        page
    } else {
        made = lay_out(&paper.document, area.width, theme);
        &made
    };
    let rows = usize::from(area.height);
    let top = paper.top.min(page.furthest(rows));
    header(paper, page, top + rows, frame, shell.header, theme);
    let chosen = if let Some(Over::Outline(at)) = &paper.over { Some(*at) } else { None };
    if left.width > 0 {
        outline(page, chosen.unwrap_or_else(|| page.head_at(top)), chosen.is_some(), frame, left, theme);
        shell.divide(frame, left.right(), theme);
    }
    if let (Some(at), 0) = (chosen, left.width) {
        outline(page, at, true, frame, area, theme);
    } else {
        page.sheet.draw_at(top, frame, area, theme);
    }
    match &paper.over {
        Some(Over::Help(scrolled)) => {
            overlay::reading("The report", |width| help(width, theme), *scrolled, theme, frame, shell.body);
        }
        Some(Over::Saving(saving)) => saving::draw(model, paper, saving, frame, shell.body),
        Some(Over::Terms(terms)) => terms::draw(paper, terms, theme, frame, shell.body),
        Some(Over::Outline(_)) | None => {}
    }
}

/// Which report, which edition, how far.
fn header(paper: &Paper, page: &Page, seen: usize, frame: &mut Frame, area: Rect, theme: Theme) {
    let columns = usize::from(area.width).saturating_sub(2);
    let percent = (seen * 100).checked_div(page.len()).unwrap_or(100).min(100);
    let right = format!("{percent} %");
    let name = "Report   ";
    let room = columns.saturating_sub(width(name) + width(&right) + 2);
    let title = words::line(paper.document.title.as_str(), room);
    let first = Line::from(vec![Span::styled(name, theme.accent()), Span::styled(title, theme.strong())]);
    let buffer = frame.buffer_mut();
    buffer.set_line(area.x + 1, area.y, &first, cells(columns));
    let x = area.right().saturating_sub(1 + cells(width(&right)));
    buffer.set_string(x, area.y, &right, theme.quiet());
    let Some(addressed) = paper.addressed() else { return };
    let edition = words::line(&format!("‹ {} ›", clean_line(&addressed.name)), columns);
    let of = match &addressed.edition {
        Edition::Counterpart { .. } => "only what is marked shareable is in it",
        _ => paper.document.marking.legend.as_str(),
    };
    let room = columns.saturating_sub(width(&edition) + 2);
    let second = Line::from(vec![
        Span::styled(edition, theme.accent()),
        Span::raw("  "),
        Span::styled(words::line(of, room), theme.quiet()),
    ]);
    buffer.set_line(area.x + 1, area.y + 1, &second, cells(columns));
}

/// The headings, the chosen one marked.
fn outline(page: &Page, chosen: usize, choosing: bool, frame: &mut Frame, area: Rect, theme: Theme) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    List::new(page.heads.len(), chosen).draw(frame, inner, theme, |at, columns| {
        let head = &page.heads[at];
        let indent = " ".repeat(2 * head.depth.min(3));
        let style = match (at == chosen, choosing, head.depth) {
            (true, ..) => theme.accent(),
            (false, true, _) | (false, false, 0) => theme.text(),
            _ => theme.quiet(),
        };
        let title = words::line(&head.title, columns.saturating_sub(indent.len()));
        vec![Line::styled(format!("{indent}{title}"), style)]
    });
}

/// The keys that mean something here; what lies over the report has its own.
fn hints(paper: &Paper) -> Vec<Hint> {
    match &paper.over {
        Some(Over::Outline(_)) => {
            vec![key("↑↓", "choose", 1), key("⏎", "go there", 0), key("Esc", "back", 0)]
        }
        Some(_) => Vec::new(),
        None => {
            let mut hints = vec![
                key("↑↓", "scroll", 3),
                key("Tab", "next part", 5),
                key("←→", "edition", 1),
                key("⏎", "save as…", 0),
                key("o", "outline", 2),
                key("t", "terms", 2),
            ];
            hints.extend(command(Command::Help, 4));
            hints.push(key("Esc", "close", 0));
            hints
        }
    }
}

/// The keys of the report.
pub fn help(columns: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(columns);
    let keys = [
        ("↑ ↓", "Scroll by a line; PgUp and PgDn by a page; Home and End"),
        ("Tab", "The next part; ⇧Tab the one before"),
        ("← →", "Another edition: counsel’s, the client’s, one for each on the other side"),
        ("⏎", "Save it: choose formats, then files are written beside the interview"),
        ("o", "The outline: choose a part to go to"),
        ("t", "The terms: where the two sides stand on each contract point"),
        ("Esc", "Close the report"),
    ];
    for (key, does) in keys {
        let gap = " ".repeat(9usize.saturating_sub(width(key)));
        sheet.hanging(vec![Span::styled(key, theme.accent()), Span::raw(gap)], does, theme.text());
    }
    sheet.blank();
    sheet.text(
        "Counsel’s edition holds everything. The client’s leaves out what is marked private, and counsel’s own notes. \
         An edition for the other side holds only what is marked shareable.",
        theme.text(),
    );
    sheet
}

/// How far what lies over the report can be scrolled in a window of that size.
pub fn furthest(paper: &Paper, (columns, rows): (u16, u16)) -> usize {
    let body = Shell::plan(Rect::new(0, 0, columns, rows), HEAD, 0).body;
    match &paper.over {
        Some(Over::Help(_)) => overlay::beyond(&help(overlay::reading_columns(body), Theme::Plain), body),
        Some(Over::Terms(terms)) => terms::furthest(paper, terms, body),
        _ => 0,
    }
}
