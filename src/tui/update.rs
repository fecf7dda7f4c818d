//! What a message changes, and what it asks of the world outside. Pure: time is an argument.

mod desk;
mod home;
mod overlay;

#[cfg(test)]
mod tests;

use chrono::{DateTime, SubsecRound, Utc};

use super::keys::Command;
use super::message::{Effect, Message, Then};
use super::model::{Desk, Home, Model, Notice, Screen};

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
        Message::Hangup => quit(model, now),
        Message::Command(Command::Quit) => quit(model, now),
        input => {
            model.notice = None;
            model.quitting = false;
            match &mut model.screen {
                Screen::Home(_) => home::update(model, input),
                Screen::Desk(_) => desk::update(model, input, now),
            }
        }
    }
}

/// Saves what is being typed, then ends. Where it can't be saved the person is told; asked again, it ends all the
/// same.
fn quit(model: &mut Model, now: DateTime<Utc>) -> Option<Effect> {
    let effect = match &model.screen {
        Screen::Desk(desk) if !model.quitting => desk::leave(desk, model.speaker, now, Then::Quit),
        _ => None,
    };
    model.quitting = true;
    model.finished = effect.is_none();
    effect
}

/// Entries are on disk: they count from now on.
fn saved(model: &mut Model, entries: Vec<crate::model::Entry>, then: Then) -> Option<Effect> {
    if let Screen::Desk(desk) = &mut model.screen {
        desk::take_in(desk, entries);
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
