//! The report: scrolling, its outline, its editions, and what lies over it.

mod saving;
mod terms;

use crossterm::event::{KeyCode, KeyEvent};

use super::journey::Pen;
use crate::tui::keys::Command;
use crate::tui::message::{Effect, Looked, Message};
use crate::tui::model::{Desk, Model, Notice, Over, Paper, Saving, Screen, Stage, Terms};
use crate::tui::view;

pub use saving::{due, made, surveyed};
pub use terms::kept;

/// Shows the report of the interview on the desk.
pub fn open(model: &mut Model) {
    if let Screen::Desk(desk) = &model.screen {
        model.paper = Some(Box::new(Paper::of_desk(desk)));
    }
}

/// Shows the report of a session that was read.
pub fn looked(model: &mut Model, looked: Looked) {
    let Looked { path, session, interview, notices } = looked;
    let notice = notices.join("\n");
    model.notice = (!notice.is_empty()).then(|| Notice::info(notice));
    model.paper = Some(Box::new(Paper::new(Some(path), &session, interview)));
}

/// Says whether a file is shown.
pub fn shown(path: &std::path::Path, shown: bool) -> Notice {
    if shown {
        return Notice::info("Opened with the system's viewer");
    }
    let path = path.display();
    Notice::info(format!("There is no desktop here to open it on. c copies its path; the file is {path}"))
}

/// Says whether a path went to the clipboard.
pub fn copied(sent: bool) -> Notice {
    if sent {
        Notice::info("Sent to the clipboard, where the terminal allows it")
    } else {
        Notice::problem("The terminal could not be asked to copy it: select the path with the mouse instead")
    }
}

/// Entries are on disk: the report tells them too.
pub fn follow(model: &mut Model) {
    let (Some(paper), Screen::Desk(desk)) = (&mut model.paper, &model.screen) else { return };
    if paper.of.is_none() {
        paper.follow(desk);
    }
}

/// Lays the report out, where that was not done for this window, and keeps what is scrolled within it.
pub fn settle(model: &mut Model) {
    let Some(paper) = &mut model.paper else { return };
    let (columns, rows) = view::room_of(model.size);
    let theme = model.theme;
    if paper.page.as_ref().is_none_or(|page| page.columns != columns || page.theme != theme) {
        let page = view::lay_out(&paper.document, columns, theme);
        if let Some(before) = &paper.page {
            paper.top = same_place(before, &page, paper.top);
        }
        paper.page = Some(page);
    }
    let furthest = paper.page.as_ref().map_or(0, |page| page.furthest(rows.into()));
    paper.top = paper.top.min(furthest);
    let last = view::furthest_over(paper, model.size);
    if let Some(Over::Help(at) | Over::Terms(Terms { scrolled: at, .. })) = &mut paper.over {
        *at = (*at).min(last);
    }
}

/// The line of a page where another layout of the same words has that line: as far below the same heading.
fn same_place(before: &view::Page, page: &view::Page, top: usize) -> usize {
    let head = before.head_at(top);
    let (from, next) = before.part(head);
    let (to, after) = page.part(head);
    let below = top.saturating_sub(from) * after.saturating_sub(to) / next.saturating_sub(from).max(1);
    to + below
}

/// Takes in what a person does while the report is shown.
pub fn update(model: &mut Model, message: Message, pen: Pen) -> Option<Effect> {
    let paper = model.paper.as_mut()?;
    let rows = usize::from(view::room_of(model.size).1);
    match &mut paper.over {
        Some(Over::Saving(_)) => saving::update(model, &message),
        Some(Over::Terms(_)) => terms::update(model, message, pen),
        Some(Over::Help(at)) => {
            match message {
                Message::Type(KeyEvent { code: KeyCode::Up, .. }) => *at = at.saturating_sub(1),
                Message::Type(KeyEvent { code: KeyCode::Down, .. }) => *at += 1,
                message if closes(&message) || matches!(message, Message::Command(Command::Help)) => {
                    paper.over = None;
                }
                _ => {}
            }
            None
        }
        Some(Over::Outline(at)) => {
            let chosen = *at;
            outline(paper, chosen, &message, rows);
            None
        }
        None => reading(model, &message, rows),
    }
}

/// Whether it takes away what lies on top.
pub(super) fn closes(message: &Message) -> bool {
    match message {
        Message::Type(key) => key.code == KeyCode::Esc,
        Message::Command(command) => *command == Command::Leave,
        _ => false,
    }
}

/// A key that moves through lines, and where it leads in so many rows.
fn scrolled(top: usize, code: KeyCode, rows: usize, lines: usize) -> Option<usize> {
    let page = rows.saturating_sub(2).max(1);
    Some(match code {
        KeyCode::Up => top.saturating_sub(1),
        KeyCode::Down => top + 1,
        KeyCode::PageUp => top.saturating_sub(page),
        KeyCode::PageDown | KeyCode::Char(' ') => top + page,
        KeyCode::Home => 0,
        KeyCode::End => lines.saturating_sub(rows),
        _ => return None,
    })
}

/// Whether it goes to the next part or the one before. On the first screen Tab stands for no command.
fn turns(message: &Message) -> Option<isize> {
    match message {
        Message::Command(Command::Forward) => Some(1),
        Message::Command(Command::Back) => Some(-1),
        _ => None,
    }
}

fn reading(model: &mut Model, message: &Message, rows: usize) -> Option<Effect> {
    if closes(message) || matches!(message, Message::Command(Command::Report)) {
        model.paper = None;
        return None;
    }
    let paper = model.paper.as_mut()?;
    if let (Some(by), Some(page)) = (turns(message), &paper.page) {
        let here = page.head_at(paper.top);
        // From within a part one goes back to its beginning first.
        let within = by < 0 && page.heads.get(here).is_some_and(|head| head.line < paper.top);
        let to = if within { Some(here) } else { here.checked_add_signed(by) };
        paper.top = to.and_then(|to| page.heads.get(to)).map_or(paper.top, |head| head.line);
        return None;
    }
    match message {
        Message::Command(Command::Help) => paper.over = Some(Over::Help(0)),
        Message::Type(key) => on_key(model, key.code, rows),
        _ => {}
    }
    None
}

fn on_key(model: &mut Model, code: KeyCode, rows: usize) {
    let Some(paper) = &mut model.paper else { return };
    let lines = paper.page.as_ref().map_or(0, view::Page::len);
    if let Some(top) = scrolled(paper.top, code, rows, lines) {
        paper.top = top;
        return;
    }
    match code {
        KeyCode::Left | KeyCode::Right => turn(paper, code),
        KeyCode::Enter => paper.over = Some(Over::Saving(Saving { cursor: 0, stage: Stage::Choosing })),
        KeyCode::Char('o') => {
            let here = paper.page.as_ref().map_or(0, |page| page.head_at(paper.top));
            paper.over = Some(Over::Outline(here));
        }
        KeyCode::Char('t') => {
            let clauses = paper.points();
            if clauses.is_empty() {
                let none = "No contract point is called for so far: points come with findings";
                model.notice = Some(Notice::info(none));
            } else {
                let terms = Terms { clauses, chosen: 0, scrolled: 0, writing: None };
                paper.over = Some(Over::Terms(terms));
            }
        }
        _ => {}
    }
}

/// The edition before, or the next one; after the last the first.
fn turn(paper: &mut Paper, code: KeyCode) {
    let count = paper.editions.len().max(1);
    let by = if code == KeyCode::Left { count - 1 } else { 1 };
    paper.turn_to((paper.edition + by) % count);
}

/// In the outline: the report follows the chosen heading.
fn outline(paper: &mut Paper, chosen: usize, message: &Message, rows: usize) {
    let Some(page) = &paper.page else { return };
    if closes(message) {
        paper.over = None;
        return;
    }
    let last = page.heads.len().saturating_sub(1);
    let to = match (message, turns(message)) {
        (_, Some(by)) => chosen.checked_add_signed(by).unwrap_or(0),
        (Message::Type(key), _) if matches!(key.code, KeyCode::Enter | KeyCode::Char('o')) => {
            paper.over = None;
            return;
        }
        (Message::Type(key), _) => match scrolled(chosen, key.code, rows, last + rows) {
            Some(to) => to,
            None => return,
        },
        _ => return,
    };
    let to = to.min(last);
    paper.top = page.heads.get(to).map_or(0, |head| head.line);
    paper.over = Some(Over::Outline(to));
}

/// The acts that a program that is being left must still write: what is typed over the report.
pub fn typed(model: &Model, desk: &Desk) -> Vec<crate::model::Act> {
    let over = model.paper.as_ref().and_then(|paper| paper.over.as_ref());
    let Some(Over::Terms(terms)) = over else { return Vec::new() };
    terms::act(desk, terms).into_iter().collect()
}
