//! What a message changes, and what it asks of the world outside. Pure: time is an argument.

mod answering;
mod desk;
mod home;
mod journey;
mod overlay;

#[cfg(test)]
mod tests;

use chrono::{DateTime, SubsecRound, Utc};

use self::journey::{Pen, leave, take_in};
use super::keys::Command;
use super::message::{Effect, Message, Then};
use super::model::{Desk, Home, Model, Notice, Overlay, Screen};
use super::view::furthest;

/// Takes in one message. The answer to an effect comes back as another message.
pub fn update(model: &mut Model, message: Message, now: DateTime<Utc>) -> Option<Effect> {
    let now = now.trunc_subsecs(0);
    match message {
        Message::Resize(columns, rows) => {
            model.size = (columns, rows);
            None
        }
        Message::Listed(cards) => {
            let mut home = Home { cards, ..Home::default() };
            home.selected = usize::from(!home.cards.is_empty());
            model.screen = Screen::Home(home);
            None
        }
        Message::Opened(opened) => {
            let notice = opened.notices.join("\n");
            model.notice = (!notice.is_empty()).then(|| Notice::info(notice));
            model.screen = Screen::Desk(Box::new(Desk::new(opened.questionnaire, opened.session)));
            None
        }
        Message::Saved(entries, then) => saved(model, entries, then),
        Message::Reported { path, shown } => {
            let done = if shown { "saved and opened" } else { "saved; open it with a browser" };
            model.notice = Some(Notice::info(format!("The report is {done}: {}", path.display())));
            None
        }
        Message::Failed(text) => {
            let again = if model.quitting { "\nCtrl-C again leaves without it." } else { "" };
            model.notice = Some(Notice::problem(format!("{text}{again}")));
            None
        }
        Message::Hangup | Message::Command(Command::Quit) => quit(model, now),
        input => {
            model.notice = None;
            model.quitting = false;
            match &mut model.screen {
                Screen::Home(_) => home::update(model, input),
                Screen::Desk(_) => {
                    let pen = Pen { by: model.speaker, at: now };
                    let effect = desk::update(model, input, pen);
                    stop_at_the_end(model);
                    effect
                }
            }
        }
    }
}

/// Keeps what is scrolled within what there is to scroll.
fn stop_at_the_end(model: &mut Model) {
    let Screen::Desk(desk) = &mut model.screen else { return };
    let last = furthest(desk, model.size);
    if let Some(Overlay::Help(at) | Overlay::Context(at) | Overlay::Findings { scrolled: at, .. }) =
        &mut desk.overlay
    {
        *at = (*at).min(last);
    }
}

/// Saves what is being typed, then ends. Where it can't be saved the person is told; asked again, it ends all the
/// same.
fn quit(model: &mut Model, now: DateTime<Utc>) -> Option<Effect> {
    let effect = match &model.screen {
        Screen::Desk(desk) if !model.quitting => leave(desk, Pen { by: model.speaker, at: now }, Then::Quit),
        _ => None,
    };
    model.quitting = true;
    model.finished = effect.is_none();
    effect
}

/// Entries are on disk: they count from now on.
fn saved(model: &mut Model, entries: Vec<crate::model::Entry>, then: Then) -> Option<Effect> {
    if let Screen::Desk(desk) = &mut model.screen {
        take_in(desk, entries);
    }
    match then {
        Then::GoOn => None,
        Then::Home => Some(Effect::List),
        Then::Quit => {
            model.finished = true;
            None
        }
    }
}
