//! Any of a few lines.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Item, Reaction};
use crate::model::{Opt, Value};
use crate::tui::model::Ticked;

/// The id of the line that says that no row is meant: no row can have it.
const NONE: &str = "-";

/// Any of a few lines. Space or a line's number ticks.
pub struct Tick {
    /// The lines.
    pub items: Vec<Item>,
    /// The line under the cursor.
    pub cursor: usize,
    /// Ids of the lines that are ticked.
    pub ticked: Ticked,
    given: Option<Ticked>,
    rows: bool,
}

impl Tick {
    fn new(items: Vec<Item>, given: Option<&Vec<String>>, rows: bool) -> Self {
        let given: Option<Ticked> = given.map(|ids| ids.iter().cloned().collect());
        Self { items, cursor: 0, ticked: given.clone().unwrap_or_default(), given, rows }
    }

    /// Any of the author's options.
    pub fn choices(options: &[Opt], given: Option<&Value>) -> Self {
        let item = |option: &Opt| Item {
            hint: option.hint.as_ref().map(|hint| hint.value.clone()),
            alone: option.alone,
            ..Item::new(&option.id.value, option.label.value.as_str())
        };
        let given = if let Some(Value::Choices(ids)) = given { Some(ids) } else { None };
        Self::new(options.iter().map(item).collect(), given, false)
    }

    /// Any of the rows of a repeat, none included.
    pub fn rows(mut items: Vec<Item>, given: Option<&Value>) -> Self {
        items.push(Item { alone: true, ..Item::new(NONE, "None of them") });
        let given = match given {
            Some(Value::Rows(ids)) if ids.is_empty() => Some(vec![NONE.to_owned()]),
            Some(Value::Rows(ids)) => Some(ids.clone()),
            _ => None,
        };
        Self::new(items, given.as_ref(), true)
    }

    /// A key: arrows, Space, a number, Enter.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        let last = self.items.len().saturating_sub(1);
        match key.code {
            KeyCode::Enter => return Reaction::Submit,
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(last),
            KeyCode::Home | KeyCode::PageUp => self.cursor = 0,
            KeyCode::End | KeyCode::PageDown => self.cursor = last,
            KeyCode::Char(' ') => self.toggle(self.cursor),
            KeyCode::Char(c) => {
                let number = c.to_digit(10).and_then(|n| usize::try_from(n).ok());
                if let Some(at) = number.and_then(|n| n.checked_sub(1)) {
                    self.toggle(at);
                }
            }
            _ => {}
        }
        Reaction::Stay
    }

    fn toggle(&mut self, at: usize) {
        let Some(item) = self.items.get(at) else { return };
        self.cursor = at;
        if self.ticked.remove(&item.id) {
            return;
        }
        let excluded =
            |id: &String| item.alone || self.items.iter().any(|other| other.id == *id && other.alone);
        self.ticked.retain(|id| !excluded(id));
        self.ticked.insert(item.id.clone());
    }

    /// The ticked lines in their order; none where nothing is ticked.
    pub fn value(&self) -> Option<Value> {
        let ticked = self.items.iter().map(|item| &item.id).filter(|id| self.ticked.contains(*id));
        let ids: Vec<String> = ticked.filter(|id| *id != NONE).cloned().collect();
        match (self.ticked.is_empty(), self.rows) {
            (true, _) => None,
            (false, true) => Some(Value::Rows(ids)),
            (false, false) => Some(Value::Choices(ids)),
        }
    }

    /// The ticked ids, where they are not the answer.
    pub fn draft(&self) -> Option<String> {
        let changed = self.ticked != *self.given.as_ref().unwrap_or(&Ticked::new());
        changed.then(|| self.ticked.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
    }

    /// Ticks those ids.
    pub fn restore(&mut self, draft: &str) {
        let known = |id: &&str| self.items.iter().any(|item| item.id == **id);
        self.ticked = draft.split(' ').filter(known).map(str::to_owned).collect();
    }
}
