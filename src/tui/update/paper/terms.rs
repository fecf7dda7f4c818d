//! Writing down where the other side stands, what is agreed, and what it may be shown of.

use crossterm::event::{KeyCode, KeyEvent};

use super::closes;
use crate::model::{Act, Share, Stand, Subject};
use crate::text::clean;
use crate::tui::editor::area;
use crate::tui::keys::{Command, key_of};
use crate::tui::message::{Effect, Message};
use crate::tui::model::{Desk, Model, Notice, Over, Screen, Terms};
use crate::tui::update::journey::{Go, Pen, go};

/// Lines that a page key moves.
const PAGE: usize = 10;

/// Takes in what a person does at the terms.
pub fn update(model: &mut Model, message: Message, pen: Pen) -> Option<Effect> {
    let paper = model.paper.as_mut()?;
    let Some(Over::Terms(terms)) = &mut paper.over else { return None };
    let Screen::Desk(desk) = &model.screen else {
        if let Err(notice) = looking(terms, &message) {
            model.notice = Some(notice);
        } else if closes(&message) {
            paper.over = None;
        }
        return None;
    };
    if terms.writing.is_some() {
        return writing(desk, terms, message, pen);
    }
    let outcome = match &message {
        message if closes(message) => {
            paper.over = None;
            return None;
        }
        Message::Command(command @ (Command::Undo | Command::Redo)) => rewind(desk, *command, pen),
        Message::Command(Command::Mark) => Ok(mark(desk, terms, pen).map(|(effect, told)| {
            model.notice = Some(Notice::info(told));
            effect
        })),
        Message::Type(key) => Ok(on_key(desk, terms, key.code, pen)),
        _ => Ok(None),
    };
    outcome.unwrap_or_else(|notice| {
        model.notice = Some(notice);
        None
    })
}

/// Where the interview is not open nothing can be written.
fn looking(terms: &mut Terms, message: &Message) -> Result<(), Notice> {
    match message {
        Message::Type(KeyEvent { code: KeyCode::Enter | KeyCode::Char(' '), .. })
        | Message::Command(Command::Mark) => {
            Err(Notice::info("To write here, open the interview: Esc goes back to the list, then Enter"))
        }
        Message::Type(key) => {
            moved(terms, key.code);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Arrows choose a point, page keys scroll it.
fn moved(terms: &mut Terms, code: KeyCode) {
    let (last, before) = (terms.clauses.len().saturating_sub(1), terms.chosen);
    match code {
        KeyCode::Up => terms.chosen = terms.chosen.saturating_sub(1),
        KeyCode::Down => terms.chosen = (terms.chosen + 1).min(last),
        KeyCode::Home => terms.chosen = 0,
        KeyCode::End => terms.chosen = last,
        KeyCode::PageUp => terms.scrolled = terms.scrolled.saturating_sub(PAGE),
        KeyCode::PageDown => terms.scrolled += PAGE,
        _ => {}
    }
    if terms.chosen != before {
        terms.scrolled = 0;
    }
}

fn on_key(desk: &Desk, terms: &mut Terms, code: KeyCode, pen: Pen) -> Option<Effect> {
    let clause = terms.clause()?;
    let stand = stand(desk, clause);
    match code {
        KeyCode::Enter => {
            terms.writing = Some(Box::new(area(&clean(&stand.theirs))));
            None
        }
        KeyCode::Char(' ') => {
            let to = Stand { agreed: !stand.agreed, ..stand };
            let act = Act::Stand { clause: clause.to_owned(), to };
            go(desk, &[act], Go::To(desk.at.clone()), pen)
        }
        _ => {
            moved(terms, code);
            None
        }
    }
}

fn stand(desk: &Desk, clause: &str) -> Stand {
    desk.interview.state().stands.get(clause).cloned().unwrap_or_default()
}

/// Whether the other side may see the point: yes or no.
fn mark(desk: &Desk, terms: &Terms, pen: Pen) -> Option<(Effect, &'static str)> {
    let of = Subject::Clause(terms.clause()?.to_owned());
    let shareable = desk.interview.state().marks.get(&of) == Some(&Share::Shareable);
    let act = Act::Mark { of, to: (!shareable).then_some(Share::Shareable) };
    let told = if shareable {
        "Not shareable: no edition for the other side shows the point"
    } else {
        "Shareable: an edition for the other side shows the point, and their position as it stands here"
    };
    Some((go(desk, &[act], Go::To(desk.at.clone()), pen)?, told))
}

/// Undo and redo, as far as they change what stands here: what else there is to undo can't be seen from here.
fn rewind(desk: &Desk, command: Command, pen: Pen) -> Result<Option<Effect>, Notice> {
    let (act, word) = if command == Command::Undo { (Act::Undo, "undo") } else { (Act::Redo, "redo") };
    let after = desk.with(&pen.entries(std::slice::from_ref(&act)));
    let (now, then) = (desk.interview.state(), after.state());
    if now.stands == then.stands && (now.marks == then.marks || now.answers != then.answers) {
        let key = key_of(command);
        return Err(Notice::info(format!("There is nothing to {word} here; in the interview {key} goes on")));
    }
    Ok(go(desk, &[act], Go::To(desk.at.clone()), pen))
}

/// While their position is written every key goes into it, but for those that end it.
fn writing(desk: &Desk, terms: &mut Terms, message: Message, pen: Pen) -> Option<Effect> {
    let ends = closes(&message) || matches!(message, Message::Command(Command::Forward));
    let text = terms.writing.as_mut()?;
    match message {
        _ if ends => {
            let act = act(desk, terms);
            if act.is_none() {
                terms.writing = None;
            }
            // What can't be saved must still be before the person.
            return act.and_then(|act| go(desk, &[act], Go::To(desk.at.clone()), pen));
        }
        Message::Command(Command::Undo) => drop(text.undo()),
        Message::Command(Command::Redo) => drop(text.redo()),
        Message::Paste(pasted) => drop(text.insert_str(pasted)),
        Message::Type(key) => drop(text.input(key)),
        _ => {}
    }
    None
}

/// The act of saving what is written; none where it did not change.
pub fn act(desk: &Desk, terms: &Terms) -> Option<Act> {
    let (clause, text) = (terms.clause()?, terms.writing.as_ref()?);
    let theirs = clean(&text.lines().join("\n")).trim_end().to_owned();
    let before = stand(desk, clause);
    let act = Act::Stand { clause: clause.to_owned(), to: Stand { theirs, ..before.clone() } };
    let same = matches!(&act, Act::Stand { to, .. } if *to == before);
    (!same).then_some(act)
}

/// It is on disk: the field closes.
pub fn kept(model: &mut Model) {
    let over = model.paper.as_mut().and_then(|paper| paper.over.as_mut());
    if let Some(Over::Terms(terms)) = over {
        terms.writing = None;
    }
}
