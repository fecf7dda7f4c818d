//! The interview: what each command and key leads to.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui_textarea::TextArea;

use super::answering::{forward, submit};
use super::journey::{Outcome, Pen, back, rewind, stand, told_of_terms};
use super::{marking, overlay, paper, path};
use crate::model::{Act, Answer, Speaker};
use crate::text::clean;
use crate::tui::editor::{Editor, Reaction, RowLine, area};
use crate::tui::keys::Command;
use crate::tui::message::{Effect, Message};
use crate::tui::model::{Beside, Desk, Filter, Jump, Model, Notice, Overlay, Review, STATES, Screen};

pub fn update(model: &mut Model, message: Message, pen: Pen) -> Option<Effect> {
    let Screen::Desk(desk) = &mut model.screen else { return None };
    let outcome = match message {
        Message::Command(Command::Leave) if desk.overlay.is_some() => Ok(overlay::close(desk, pen)),
        message if desk.overlay.is_some() => overlay::update(desk, message, pen),
        Message::Command(Command::Speaker) => {
            let by = match pen.by {
                Speaker::Client => Speaker::Counsel,
                Speaker::Counsel => Speaker::Client,
            };
            model.speaker = by;
            model.notice = Some(Notice::info(format!("Answers are now given as {}", by.name())));
            Ok(Some(stand(desk, Pen { by, ..pen })))
        }
        Message::Command(Command::Path) => path::change(desk, pen).map(|(effect, notice)| {
            model.notice = Some(notice);
            effect
        }),
        Message::Command(Command::Report) => {
            paper::open(model);
            return None;
        }
        Message::Command(Command::Mark) => marking::at_the_step(desk, pen).map(|(effect, notice)| {
            model.notice = Some(notice);
            effect
        }),
        Message::Command(command @ (Command::Undo | Command::Redo)) => {
            let outcome = on_command(desk, command, pen);
            model.notice = outcome.as_ref().ok().and_then(|effect| told_of_terms(desk, effect.as_ref()));
            outcome
        }
        Message::Command(command) => on_command(desk, command, pen),
        Message::Paste(text) => {
            desk.editor.iter_mut().for_each(|editor| editor.paste(&text));
            Ok(None)
        }
        Message::Type(key) => on_key(desk, key, pen),
        _ => Ok(None),
    };
    outcome.unwrap_or_else(|notice| {
        model.notice = Some(notice);
        None
    })
}

fn on_command(desk: &mut Desk, command: Command, pen: Pen) -> Outcome {
    match command {
        Command::Forward => forward(desk, pen),
        Command::Back => back(desk, pen),
        // In a long text what was typed last is taken back first.
        Command::Undo if in_the_text(desk, TextArea::undo) => Ok(None),
        Command::Redo if in_the_text(desk, TextArea::redo) => Ok(None),
        Command::Undo => rewind(desk, &Act::Undo, pen),
        Command::Redo => rewind(desk, &Act::Redo, pen),
        command => {
            desk.overlay = open_overlay(desk, command)?;
            Ok(None)
        }
    }
}

/// Does something to the long text in the field; whether there was one, and anything to do.
fn in_the_text(desk: &mut Desk, change: fn(&mut TextArea<'static>) -> bool) -> bool {
    let Some(Editor::Page(page)) = &mut desk.editor else { return false };
    change(&mut page.area)
}

fn open_overlay(desk: &Desk, command: Command) -> Result<Option<Overlay>, Notice> {
    let question =
        || desk.place().cloned().ok_or_else(|| Notice::info("There is no question here to say that of"));
    Ok(Some(match command {
        Command::Help => Overlay::Help(0),
        Command::Note => {
            let place = question()?;
            let text = desk.interview.state().notes.get(&place).map_or("", String::as_str);
            Overlay::Note(place, Box::new(area(&clean(text))))
        }
        Command::State => {
            let given = desk.interview.state().answer(&question()?);
            let at = |given: &Answer| STATES.iter().position(|state| state.as_ref() == Some(given));
            Overlay::State(given.and_then(at).unwrap_or(0))
        }
        Command::Findings if desk.interview.findings().is_empty() => {
            return Err(Notice::info("No findings so far"));
        }
        Command::Findings => Overlay::Findings { chosen: 0, scrolled: 0 },
        Command::Review => {
            let filter = if desk.interview.next().is_some() { Filter::Unanswered } else { Filter::All };
            Overlay::Review(Review::new(filter, desk))
        }
        Command::Context => Overlay::Context(0),
        Command::Impact => question().map(|_| Overlay::Impact(0))?,
        Command::Compare if desk.interview.questionnaire().comparison.is_none() => {
            return Err(Notice::info("This questionnaire sets nothing side by side"));
        }
        Command::Compare => Overlay::Compare(Beside::default()),
        Command::Jump => {
            let mut jump = Jump::default();
            overlay::match_steps(desk, &mut jump);
            Overlay::Jump(jump)
        }
        _ => return Ok(None),
    }))
}

fn on_key(desk: &mut Desk, key: KeyEvent, pen: Pen) -> Outcome {
    let Some(editor) = &mut desk.editor else { return Ok(None) };
    if let Editor::Rows(list) = editor
        && key.code == KeyCode::Delete
        && let Some(RowLine::Row(at)) = list.line()
    {
        desk.overlay = Some(Overlay::Remove(list.repeat.clone(), list.rows[at].id.clone()));
        return Ok(None);
    }
    match editor.key(key) {
        Reaction::Stay => Ok(None),
        Reaction::Submit => submit(desk, pen),
    }
}
