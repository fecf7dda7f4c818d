//! The list of a repeat's rows: name another, go into one, or say that there are no more.

use crossterm::event::{Event, KeyCode, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::field::insert;
use super::{Item, Reaction};
use crate::engine::{Interview, row_name};
use crate::text::clean_line;

/// The list of rows. Its lines are the rows, then a field for another name, then "no more".
pub struct RowList {
    /// The repeat's id.
    pub repeat: String,
    /// What a row is: "candidate partner".
    pub item: String,
    /// The rows there are.
    pub rows: Vec<Item>,
    /// The name of a further row, while it is typed.
    pub input: Input,
    /// The line under the cursor.
    pub cursor: usize,
    /// Whether another row may be named.
    pub room: bool,
    /// Whether there are enough rows to say that there are no more.
    pub enough: bool,
    /// Whether it was said that there are no more.
    pub complete: bool,
}

/// What a line of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowLine {
    /// The row of that number.
    Row(usize),
    /// The field for another name.
    Name,
    /// There are no more.
    Done,
}

impl RowList {
    /// The rows that a repeat has.
    pub fn new(interview: &Interview, repeat: &str) -> Self {
        let state = interview.state();
        let rows: Vec<Item> =
            state.rows(repeat).iter().map(|row| Item::new(row, row_name(interview, repeat, row))).collect();
        let (item, least, most) = interview
            .questionnaire()
            .repeat(repeat)
            .map_or_else(Default::default, |found| (found.item.value.clone(), found.least, found.most));
        let (room, enough, complete) =
            (rows.len() < most, rows.len() >= least, state.complete.contains(repeat));
        let mut list = Self {
            repeat: repeat.to_owned(),
            item,
            rows,
            input: Input::default(),
            cursor: 0,
            room,
            enough,
            complete,
        };
        let first = if complete || !list.rows.is_empty() && enough { RowLine::Done } else { RowLine::Name };
        list.cursor = list.lines().iter().position(|line| *line == first).unwrap_or(0);
        list
    }

    /// The lines from top to bottom.
    pub fn lines(&self) -> Vec<RowLine> {
        let rows = (0..self.rows.len()).map(RowLine::Row);
        let name = self.room.then_some(RowLine::Name);
        let done = self.enough.then_some(RowLine::Done);
        rows.chain(name).chain(done).collect()
    }

    /// The line under the cursor.
    pub fn line(&self) -> Option<RowLine> {
        self.lines().get(self.cursor).copied()
    }

    /// A key: arrows choose a line, Enter takes it, letters go into the name.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        match key.code {
            KeyCode::Enter => return Reaction::Submit,
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(self.lines().len().saturating_sub(1)),
            KeyCode::Char(_) if self.line() != Some(RowLine::Name) => {
                self.go_to_name();
                self.type_key(key);
            }
            _ if self.line() == Some(RowLine::Name) => self.type_key(key),
            _ => {}
        }
        Reaction::Stay
    }

    fn type_key(&mut self, key: KeyEvent) {
        if self.room {
            self.input.handle_event(&Event::Key(key));
        }
    }

    fn go_to_name(&mut self) {
        if let Some(at) = self.lines().iter().position(|line| *line == RowLine::Name) {
            self.cursor = at;
        }
    }

    /// Pasted text goes into the name.
    pub fn paste(&mut self, text: &str) {
        if self.room {
            self.go_to_name();
            insert(&mut self.input, &clean_line(text));
        }
    }

    /// The name that was typed; none while it is blank.
    pub fn name(&self) -> Option<String> {
        let name = clean_line(self.input.value());
        (!name.is_empty()).then_some(name)
    }

    /// The name, while it is typed.
    pub fn draft(&self) -> Option<String> {
        self.name()
    }

    /// Puts a name back.
    pub fn restore(&mut self, draft: &str) {
        self.input = Input::new(clean_line(draft));
        self.go_to_name();
    }
}
