//! The first screen: find a session, open it, begin another.

use crossterm::event::{Event, KeyCode, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use crate::text::clean_line;
use crate::tui::editor::insert;
use crate::tui::keys::Command;
use crate::tui::message::{Effect, Message};
use crate::tui::model::{Card, Home, Model, Naming, Notice, Offer, Screen};

pub fn update(model: &mut Model, message: Message) -> Option<Effect> {
    let Screen::Home(home) = &mut model.screen else { return None };
    match message {
        Message::Command(Command::Leave) if home.naming.is_some() || home.help => {
            home.naming = None;
            home.help = false;
            None
        }
        Message::Command(Command::Leave) => {
            model.finished = true;
            None
        }
        Message::Command(Command::Help) => {
            home.help = !home.help;
            None
        }
        Message::Command(Command::Report) => report(model),
        Message::Paste(text) => {
            let field = home.naming.as_mut().map_or(&mut home.filter, |naming| &mut naming.input);
            insert(field, &clean_line(&text));
            None
        }
        Message::Type(key) if home.help => {
            home.help = key.code != KeyCode::Esc && key.code != KeyCode::Enter;
            None
        }
        Message::Type(key) if home.naming.is_some() => naming(model, key),
        Message::Type(key) => list(model, key),
        _ => None,
    }
}

/// A key while the new interview is given its name: arrows choose its path where there are two.
fn naming(model: &mut Model, key: KeyEvent) -> Option<Effect> {
    let Screen::Home(home) = &mut model.screen else { return None };
    let two = home.offer.is_some_and(|Offer { essential, .. }| essential > 0);
    let Naming { input, express } = home.naming.as_deref_mut()?;
    match key.code {
        KeyCode::Esc => home.naming = None,
        KeyCode::Up | KeyCode::Down => *express = two && key.code == KeyCode::Down,
        KeyCode::Enter => {
            let title = clean_line(input.value());
            if title.is_empty() {
                model.notice =
                    Some(Notice::problem("Give the interview a name: the deal, the partner or the product"));
                return None;
            }
            // The name stays until the interview is there: it may have to be tried again.
            return Some(Effect::Create { title, express: *express });
        }
        _ => {
            input.handle_event(&Event::Key(key));
        }
    }
    None
}

/// A key in the list: arrows choose, Enter opens, letters filter.
fn list(model: &mut Model, key: KeyEvent) -> Option<Effect> {
    let Screen::Home(home) = &mut model.screen else { return None };
    let last = home.matches().len();
    match key.code {
        KeyCode::Up => home.selected = home.selected.saturating_sub(1),
        KeyCode::Down => home.selected = (home.selected + 1).min(last),
        KeyCode::Home | KeyCode::PageUp => home.selected = 0,
        KeyCode::End | KeyCode::PageDown => home.selected = last,
        KeyCode::Esc if home.filter.value().is_empty() => {}
        KeyCode::Esc => filter(home, |input| *input = Input::default()),
        KeyCode::Enter => return open(model),
        _ => filter(home, |input| {
            input.handle_event(&Event::Key(key));
        }),
    }
    None
}

/// Changes the filter, and chooses the first card that it leaves.
fn filter(home: &mut Home, change: impl FnOnce(&mut Input)) {
    let before = home.filter.value().to_owned();
    change(&mut home.filter);
    if before != home.filter.value() {
        home.selected = usize::from(!home.matches().is_empty());
    }
}

fn open(model: &mut Model) -> Option<Effect> {
    let Screen::Home(home) = &mut model.screen else { return None };
    match home.chosen() {
        None => {
            home.naming = Some(Box::default());
            None
        }
        Some(card) => match &card.trouble {
            Some(trouble) => {
                model.notice = Some(Notice::problem(trouble.clone()));
                None
            }
            None => Some(Effect::Open(card.path.clone())),
        },
    }
}

fn report(model: &mut Model) -> Option<Effect> {
    let Screen::Home(home) = &model.screen else { return None };
    match home.chosen() {
        Some(Card { trouble: Some(trouble), .. }) => {
            model.notice = Some(Notice::problem(trouble.clone()));
            None
        }
        Some(card) => Some(Effect::Look(card.path.clone())),
        None => {
            model.notice = Some(Notice::info("Choose an interview with ↑↓, then F7 shows its report"));
            None
        }
    }
}
