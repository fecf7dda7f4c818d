//! One of many, found by a few letters of its name.

use crossterm::event::{Event, KeyCode, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::Reaction;
use super::field::insert;
use crate::model::{Value, country};
use crate::text::clean_line;
use crate::tui::matching::best;

/// A country, found by its name.
pub struct Search {
    /// What was typed.
    pub input: Input,
    /// Code and name of the countries that match, the best first.
    pub found: Vec<(String, String)>,
    /// Which of them is chosen.
    pub cursor: usize,
    /// The code that was answered.
    pub given: Option<String>,
    all: Vec<(String, String, String)>,
}

impl Search {
    /// All countries, the answered one typed in.
    pub fn countries(given: Option<&Value>) -> Self {
        let given = if let Some(Value::Country(code)) = given { Some(code.clone()) } else { None };
        let searchable = |(code, name, others): (String, String, Vec<String>)| {
            let words = format!("{name} {code} {}", others.join(" "));
            (code, name, words)
        };
        let all = country::all().into_iter().map(searchable).collect();
        let typed = given.as_deref().and_then(country::name).unwrap_or_default();
        let mut search = Self { input: Input::new(typed), found: Vec::new(), cursor: 0, given, all };
        search.filter();
        search
    }

    /// A key: letters filter, arrows choose, Enter takes.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        match key.code {
            KeyCode::Enter => return Reaction::Submit,
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(self.found.len().saturating_sub(1)),
            _ => {
                let before = self.input.value().to_owned();
                self.input.handle_event(&Event::Key(key));
                if before != self.input.value() {
                    self.filter();
                }
            }
        }
        Reaction::Stay
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        insert(&mut self.input, &clean_line(text));
        self.filter();
    }

    fn filter(&mut self) {
        let found = best(self.input.value(), &self.all, |(_, _, words)| words.clone());
        self.found = found.into_iter().map(|(code, name, _)| (code.clone(), name.clone())).collect();
        self.cursor = 0;
    }

    /// The chosen country; none while nothing is typed.
    pub fn value(&self) -> Option<Value> {
        let (code, _) = self.found.get(self.cursor)?;
        (!self.input.value().trim().is_empty() || self.cursor > 0).then(|| Value::Country(code.clone()))
    }
}
