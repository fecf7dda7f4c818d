//! What happened: a key, a paste, an answer from the disk.

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind};

use super::keys::{Command, command};
use super::model::{Card, Look, Model, Offer};
use crate::engine::Interview;
use crate::model::{Entry, Questionnaire, Session};
use crate::report::{Document, Format};
use crate::text::clean;

/// What happened.
pub enum Message {
    /// A key that stands for a command.
    Command(Command),
    /// Any other key: for the field that has the focus.
    Type(KeyEvent),
    /// Text was pasted; its line ends are LF.
    Paste(String),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The terminal goes away, or the system asks us to end: save and leave.
    Hangup,
    /// What there is to go on with, and to begin.
    Listed {
        /// The sessions of the data folder.
        cards: Vec<Card>,
        /// What a new interview would ask.
        offer: Option<Offer>,
    },
    /// A session is open for writing.
    Opened(Box<Opened>),
    /// Entries are on disk.
    Saved(Vec<Entry>, Then),
    /// A session was read, so that its report can be.
    Looked(Box<Looked>),
    /// Which of the files that would be written are there already.
    Surveyed(Vec<PathBuf>),
    /// A report was written to this file, or why it was not.
    Made(Result<Written, String>),
    /// The system's viewer was asked to show this file, or there is none.
    Shown(PathBuf, bool),
    /// The terminal was asked to put something into the clipboard, or could not be.
    Copied(bool),
    /// Something could not be done; the text says what, what was kept and what to do.
    Failed(String),
}

/// A session that was opened.
pub struct Opened {
    /// What it asks.
    pub questionnaire: Arc<Questionnaire>,
    /// Its journal.
    pub session: Session,
    /// What the person should know about its file.
    pub notices: Vec<String>,
}

/// A session that was read.
pub struct Looked {
    /// Its file.
    pub path: PathBuf,
    /// Its journal.
    pub session: Session,
    /// What follows from it.
    pub interview: Interview,
    /// What the person should know about its file.
    pub notices: Vec<String>,
}

/// A file to be made of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The session's file; that of the open one where it is left out.
    pub of: Option<PathBuf>,
    /// How the name of the new file ends, after the session's own.
    pub ending: String,
    /// The report.
    pub document: Arc<Document>,
    /// The format.
    pub format: Format,
    /// Whether a file of that name gives way.
    pub replace: bool,
    /// Whose look it gets.
    pub look: Option<Look>,
}

/// A report that was written.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// For how many of its characters no font has a glyph.
    pub lacking: usize,
}

/// What follows once entries are on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Go on at the step that the journal says.
    GoOn,
    /// Go to the list of sessions.
    Home,
    /// End the program.
    Quit,
}

/// Something for the world outside to do. Every effect is answered by a message, but for `Quit`.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// List the sessions; an open one is closed.
    List,
    /// Begin a session.
    Create {
        /// What it is called.
        title: String,
        /// Whether it is taken by the express path.
        express: bool,
    },
    /// Open this session for writing.
    Open(PathBuf),
    /// Put entries on disk.
    Append(Vec<Entry>, Then),
    /// Read the session in this file, for its report.
    Look(PathBuf),
    /// Look which files are there already that end so, after the name of the session in this file, or of the open one.
    Survey(Option<PathBuf>, Vec<String>),
    /// Make a file of a report.
    Make(Job),
    /// Show this file with the system's viewer.
    Show(PathBuf),
    /// Put this into the clipboard.
    Copy(String),
}

/// What an event of the terminal means here; `None` for one that means nothing.
pub fn message(event: Event, model: &Model) -> Option<Message> {
    match event {
        // A field shows what was typed into it, so what is not safe to show never gets there.
        Event::Key(KeyEvent { code: KeyCode::Char(c), .. })
            if clean(c.encode_utf8(&mut [0; 4])).is_empty() =>
        {
            None
        }
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            Some(command(key, model).map_or(Message::Type(key), Message::Command))
        }
        Event::Paste(text) => Some(Message::Paste(clean(&text))),
        Event::Resize(columns, rows) => Some(Message::Resize(columns, rows)),
        _ => None,
    }
}
