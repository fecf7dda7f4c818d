//! The interview on a full screen: a model, messages that change it, effects for the world outside, and views.

mod editor;
mod events;
mod keys;
mod matching;
mod message;
mod model;
mod perform;
#[cfg(test)]
mod screenshot;
mod terminal;
mod theme;
mod update;
mod view;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError};

use chrono::{Local, Utc};

use crate::cases::{Cases, Problem};
use crate::model::Speaker;
use crate::report::Format;
use events::{Occurrence, listen};
use message::{Effect, Message, message};
use model::{Departing, Home, Look, Model, Naming, Screen};
use perform::World;
pub use terminal::{Window, columns};
use theme::Theme;
use update::{due, update};

/// Where the program begins.
pub enum Start {
    /// At the list of sessions.
    Home,
    /// Where a new interview is given its name.
    Naming {
        /// Whether the express path is chosen there.
        express: bool,
    },
    /// In a new interview.
    New {
        /// What it is called.
        title: String,
        /// Whether it is taken by the express path.
        express: bool,
    },
    /// In this session.
    Resume(PathBuf),
}

/// Why the screen could not be shown, or not begun as asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The session or questionnaire can't be had.
    #[error(transparent)]
    Case(#[from] Problem),
    /// The terminal can't be used.
    #[error(
        "The interview needs a terminal: {0}.\nNothing was changed. Run it in a terminal window; for use \
             without one there are `safeshore answer`, `state` and `report`."
    )]
    Terminal(#[from] io::Error),
}

/// Runs the program on the terminal until the person leaves. `folder` is the questionnaire for new interviews, where
/// it is not the built-in one.
///
/// # Errors
/// When the terminal can't be used, or the session that was asked for can't be opened.
pub fn run(cases: Cases, start: Start, folder: Option<String>) -> Result<(), Failure> {
    terminal::check()?;
    let mut world = World { cases, open: None, folder };
    let naming = if let Start::Naming { express } = start { Some(express) } else { None };
    let first = first_message(&mut world, start)?;
    let inputs = listen()?;
    let mut window = Window::take()?;
    let size = window.terminal.size()?;
    let mut model = Model {
        screen: Screen::Home(Home::default()),
        paper: None,
        formats: BTreeSet::from([Format::ALL[0]]),
        look: world.cases.template().map(|_| Look::Firm),
        notice: None,
        size: (size.width, size.height),
        theme: Theme::from_environment(
            std::env::var("NO_COLOR").ok().as_deref(),
            std::env::var("TERM").ok().as_deref(),
        ),
        zone: *Local::now().offset(),
        speaker: Speaker::default(),
        departing: Departing::default(),
        finished: false,
    };
    settle(&mut model, &mut world, first);
    if let (Some(express), Screen::Home(home)) = (naming, &mut model.screen) {
        home.naming = Some(Box::new(Naming { express, ..Naming::default() }));
    }
    let shown = until_left(&mut model, &mut world, &mut window, &inputs);
    // The terminal may be gone before anyone said so: what is half typed is saved all the same.
    if !model.finished {
        settle(&mut model, &mut world, Message::Hangup);
    }
    Ok(shown?)
}

/// Draws, waits, takes in what happens; until the person leaves, or the terminal or the system goes away.
fn until_left(
    model: &mut Model,
    world: &mut World,
    window: &mut Window,
    inputs: &Receiver<Occurrence>,
) -> io::Result<()> {
    while !model.finished {
        window.terminal.draw(|frame| view::view(model, frame))?;
        let occurrence = match due(model) {
            None => inputs.recv().map_err(|_| TryRecvError::Disconnected),
            Some(_) => inputs.try_recv(),
        };
        match (occurrence, due(model)) {
            (Ok(Occurrence::Terminal(event)), _) => {
                if let Some(message) = message(event, model) {
                    settle(model, world, message);
                }
            }
            // What takes long is done with the screen drawn before it, and only when nobody has asked for anything.
            (Err(TryRecvError::Empty), Some(effect)) => {
                let outcome = world.perform(effect, Utc::now());
                settle(model, world, outcome);
            }
            (Err(TryRecvError::Empty), None) => {}
            (Ok(Occurrence::Hangup) | Err(TryRecvError::Disconnected), _) => return Ok(()),
        }
    }
    Ok(())
}

/// What the program begins with; a session that can't be opened is told before the screen is taken over.
fn first_message(world: &mut World, start: Start) -> Result<Message, Problem> {
    let now = Utc::now();
    Ok(match start {
        Start::Home => world.perform(Effect::List, now),
        Start::Naming { express } => {
            let folder = world.folder.clone();
            world.cases.on_path(folder.as_deref(), express)?;
            world.perform(Effect::List, now)
        }
        Start::New { title, express } => world.create(&title, express, now)?,
        Start::Resume(path) => {
            let opened = world.cases.open(&path, now)?;
            world.opened(opened)
        }
    })
}

/// Takes in a message, carries out what it asks for, and takes in what came of that, until nothing more is asked.
fn settle(model: &mut Model, world: &mut World, message: Message) {
    let now = Utc::now();
    let mut effect = update(model, message, now);
    while let Some(asked) = effect {
        let outcome = world.perform(asked, now);
        effect = update(model, outcome, now);
    }
}
