//! One of a few lines.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Item, Reaction};
use crate::model::{Opt, Value};

/// One of a few lines. Moving chooses; so does a line's number.
pub struct Pick {
    /// The lines.
    pub items: Vec<Item>,
    /// The line that is chosen; none until the person chooses.
    pub chosen: Option<usize>,
    given: Option<usize>,
    make: fn(&str) -> Value,
}

impl Pick {
    fn new(items: Vec<Item>, make: fn(&str) -> Value, given: Option<&Value>) -> Self {
        let chosen = items.iter().position(|item| Some(&make(&item.id)) == given);
        Self { items, chosen, given: chosen, make }
    }

    /// Yes or no.
    pub fn yes_no(given: Option<&Value>) -> Self {
        let items = vec![Item::new("yes", "Yes"), Item::new("no", "No")];
        Self::new(items, |id| Value::YesNo(id == "yes"), given)
    }

    /// One of the author's options.
    pub fn choice(options: &[Opt], given: Option<&Value>) -> Self {
        let item = |option: &Opt| Item {
            hint: option.hint.as_ref().map(|hint| hint.value.clone()),
            ..Item::new(&option.id.value, option.label.value.as_str())
        };
        Self::new(options.iter().map(item).collect(), |id| Value::Choice(id.to_owned()), given)
    }

    /// A step from 1 to 5.
    pub fn scale(low: &str, high: &str, given: Option<&Value>) -> Self {
        let label = |step: u8| match step {
            1 => format!("1  {low}"),
            5 => format!("5  {high}"),
            step => step.to_string(),
        };
        let items = (1..=5).map(|step: u8| Item::new(&step.to_string(), label(step))).collect();
        Self::new(items, |id| Value::Scale(id.parse().unwrap_or(1)), given)
    }

    /// A key: arrows, a number, `y` or `n`, Enter.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        let last = self.items.len().saturating_sub(1);
        match key.code {
            KeyCode::Enter => return Reaction::Submit,
            KeyCode::Up => self.chosen = Some(self.chosen.map_or(last, |at| at.saturating_sub(1))),
            KeyCode::Down => self.chosen = Some(self.chosen.map_or(0, |at| (at + 1).min(last))),
            KeyCode::Home | KeyCode::PageUp => self.chosen = Some(0),
            KeyCode::End | KeyCode::PageDown => self.chosen = Some(last),
            KeyCode::Char(c) => self.by_character(c),
            _ => {}
        }
        Reaction::Stay
    }

    /// A number chooses the line of that number; a letter the only line that begins with it.
    fn by_character(&mut self, c: char) {
        let number = c.to_digit(10).and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1));
        if let Some(at) = number {
            if at < self.items.len() {
                self.chosen = Some(at);
            }
            return;
        }
        let begins = |item: &Item| {
            item.label.chars().next().is_some_and(|first| first.to_lowercase().eq(c.to_lowercase()))
        };
        let mut found = self.items.iter().enumerate().filter(|(_, item)| begins(item));
        if let (Some((at, _)), None) = (found.next(), found.next()) {
            self.chosen = Some(at);
        }
    }

    /// The value of the chosen line.
    pub fn value(&self) -> Option<Value> {
        let item = self.items.get(self.chosen?)?;
        Some((self.make)(&item.id))
    }

    /// The chosen line, where it is not the answer.
    pub fn draft(&self) -> Option<String> {
        let item = self.items.get(self.chosen.filter(|_| self.chosen != self.given)?)?;
        Some(item.id.clone())
    }

    /// Chooses the line of that id.
    pub fn restore(&mut self, draft: &str) {
        if let Some(at) = self.items.iter().position(|item| item.id == draft) {
            self.chosen = Some(at);
        }
    }
}
