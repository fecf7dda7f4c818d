//! What a message changes, and what it asks of the world outside. Pure: time is an argument.

mod answering;
mod desk;
mod home;
mod journey;
mod marking;
mod overlay;
mod paper;
mod path;

#[cfg(test)]
mod tests;

use chrono::{DateTime, SubsecRound, Utc};

use self::journey::{Pen, leave, take_in};
pub use self::paper::due;
use super::keys::Command;
use super::message::{Effect, Message, Then};
use super::model::{Beside, Departing, Desk, Home, Model, Notice, Overlay, Screen};
use super::view::{furthest, is_readable};
use crate::model::{Entry, Speaker};

/// Takes in one message. The answer to an effect comes back as another message.
pub fn update(model: &mut Model, message: Message, now: DateTime<Utc>) -> Option<Effect> {
    let effect = take(model, message, now.trunc_subsecs(0));
    paper::settle(model);
    effect
}

fn take(model: &mut Model, message: Message, now: DateTime<Utc>) -> Option<Effect> {
    match message {
        Message::Resize(columns, rows) => {
            model.size = (columns, rows);
            None
        }
        Message::Listed { cards, offer } => {
            let mut home = Home { cards, offer, listed: true, ..Home::default() };
            home.selected = usize::from(!home.cards.is_empty());
            model.screen = Screen::Home(home);
            model.paper = None;
            model.departing = Departing::No;
            None
        }
        Message::Opened(opened) => {
            let notice = opened.notices.join("\n");
            model.speaker = opened.session.entries.last().map_or_else(Speaker::default, |entry| entry.by);
            model.notice = (!notice.is_empty()).then(|| Notice::info(notice));
            model.screen = Screen::Desk(Box::new(Desk::new(opened.questionnaire, opened.session)));
            model.paper = None;
            None
        }
        Message::Saved(entries, then) => saved(model, entries, then),
        Message::Failed(text) => failed(model, &text),
        message @ (Message::Looked(_)
        | Message::Surveyed(_)
        | Message::Made(_)
        | Message::Shown(..)
        | Message::Copied(_)) => {
            of_the_report(model, message);
            None
        }
        Message::Hangup | Message::Command(Command::Quit) => depart(model, now, Then::Quit),
        Message::Command(Command::Leave) if at_a_question(model) => depart(model, now, Then::Home),
        // Nobody should change what nobody can see.
        _ if !is_readable(model.size) => None,
        input => {
            model.notice = None;
            model.departing = Departing::No;
            let pen = Pen { by: model.speaker, at: now };
            match &mut model.screen {
                _ if model.paper.is_some() => paper::update(model, input, pen),
                Screen::Home(_) => home::update(model, input),
                Screen::Desk(_) => {
                    let effect = desk::update(model, input, pen);
                    stop_at_the_end(model);
                    effect
                }
            }
        }
    }
}

/// What came of an effect that the report asked for.
fn of_the_report(model: &mut Model, message: Message) {
    match message {
        Message::Looked(looked) => paper::looked(model, *looked),
        Message::Surveyed(there) => paper::surveyed(model, there),
        Message::Made(outcome) => paper::made(model, outcome),
        Message::Shown(path, shown) => model.notice = Some(paper::shown(&path, shown)),
        Message::Copied(sent) => model.notice = Some(paper::copied(sent)),
        _ => {}
    }
}

/// Keeps what is scrolled within what there is to scroll.
fn stop_at_the_end(model: &mut Model) {
    let Screen::Desk(desk) = &mut model.screen else { return };
    let last = furthest(desk, model.size);
    if let Some(
        Overlay::Help(at)
        | Overlay::Context(at)
        | Overlay::Impact(at)
        | Overlay::Compare(Beside { scrolled: at, .. })
        | Overlay::Findings { scrolled: at, .. },
    ) = &mut desk.overlay
    {
        *at = (*at).min(last);
    }
}

/// Whether the person is in an interview with nothing lying over the question.
fn at_a_question(model: &Model) -> bool {
    model.paper.is_none() && matches!(&model.screen, Screen::Desk(desk) if desk.overlay.is_none())
}

/// Saves what is being typed, then leaves the interview or the program.
fn depart(model: &mut Model, now: DateTime<Utc>, then: Then) -> Option<Effect> {
    model.departing = match model.departing {
        Departing::No => Departing::Asked,
        Departing::Asked | Departing::Insisted(_) => Departing::Insisted(then),
    };
    let pen = Pen { by: model.speaker, at: now };
    let saving = match &model.screen {
        Screen::Desk(desk) => leave(desk, paper::typed(model, desk), pen, then),
        Screen::Home(_) => None,
    };
    saving.or_else(|| go_on(model, then))
}

/// Something could not be done. Whoever insists on leaving leaves all the same.
fn failed(model: &mut Model, text: &str) -> Option<Effect> {
    let leaving = std::mem::take(&mut model.departing);
    if let Departing::Insisted(then) = leaving {
        model.notice = Some(Notice::problem(format!("Left without what could not be saved.\n{text}")));
        model.screen = Screen::Home(Home::default());
        model.paper = None;
        return go_on(model, then);
    }
    let at_desk = matches!(model.screen, Screen::Desk(_));
    let again = if leaving == Departing::Asked && at_desk {
        "The same key again tries again, then leaves.\n"
    } else {
        ""
    };
    model.departing = leaving;
    model.notice = Some(Notice::problem(format!("{again}{text}")));
    None
}

/// What follows once everything is saved.
fn go_on(model: &mut Model, then: Then) -> Option<Effect> {
    match then {
        Then::GoOn => None,
        Then::Home => Some(Effect::List),
        Then::Quit => {
            model.finished = true;
            None
        }
    }
}

/// Entries are on disk: they count from now on.
fn saved(model: &mut Model, entries: Vec<Entry>, then: Then) -> Option<Effect> {
    if let Screen::Desk(desk) = &mut model.screen {
        take_in(desk, entries);
        paper::kept(model);
        paper::follow(model);
    }
    go_on(model, then)
}
