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
    /// Which of them is chosen; none until something is typed or an arrow is pressed.
    pub cursor: Option<usize>,
    /// The code that was answered.
    pub given: Option<String>,
    all: Vec<Named>,
}

/// A country under all its names.
struct Named {
    code: String,
    name: String,
    others: String,
}

impl Search {
    /// All countries, the answered one typed in.
    pub fn countries(given: Option<&Value>) -> Self {
        let given = if let Some(Value::Country(code)) = given { Some(code.clone()) } else { None };
        let searchable = |(code, name, others): (String, String, Vec<String>)| Named {
            code,
            name,
            others: others.join(" "),
        };
        let all = country::all().into_iter().map(searchable).collect();
        let typed = given.as_deref().and_then(country::name).unwrap_or_default();
        let mut search = Self { input: Input::new(typed), found: Vec::new(), cursor: None, given, all };
        search.filter();
        search
    }

    /// A key: letters filter, arrows choose, Enter takes.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        match key.code {
            KeyCode::Enter => return Reaction::Submit,
            KeyCode::Up => self.cursor = self.cursor.map(|at| at.saturating_sub(1)),
            KeyCode::Down => {
                let last = self.found.len().checked_sub(1);
                self.cursor = last.map(|last| self.cursor.map_or(0, |at| (at + 1).min(last)));
            }
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
        let typed = self.input.value();
        let by_name = best(typed, &self.all, |country| format!("{} {}", country.code, country.name));
        let otherwise = best(typed, &self.all, |country| country.others.clone());
        let further = otherwise.iter().filter(|other| !by_name.iter().any(|known| known.code == other.code));
        let found =
            by_name.iter().chain(further).map(|c| (c.code.clone(), c.name.clone())).collect::<Vec<_>>();
        self.cursor = (!typed.trim().is_empty() && !found.is_empty()).then_some(0);
        self.found = found;
    }

    fn chosen(&self) -> Option<&(String, String)> {
        self.cursor.and_then(|at| self.found.get(at))
    }

    /// The chosen country; `None` where nothing was typed or chosen.
    ///
    /// # Errors
    /// What was typed, where no country has such a name.
    pub fn value(&self) -> Result<Option<Value>, String> {
        let typed = clean_line(self.input.value());
        match self.chosen() {
            Some((code, _)) => Ok(Some(Value::Country(code.clone()))),
            None if typed.is_empty() => Ok(None),
            None => Err(format!("No country is called “{typed}”. Fewer letters find more")),
        }
    }

    /// The name of the chosen country, or what was typed, where that is not the answer.
    pub fn draft(&self) -> Option<String> {
        match self.chosen() {
            Some((code, _)) if self.given.as_ref() == Some(code) => None,
            Some((_, name)) => Some(name.clone()),
            None if self.given.is_none() && self.input.value().is_empty() => None,
            None => Some(self.input.value().to_owned()),
        }
    }

    /// Types a draft in.
    pub fn restore(&mut self, draft: &str) {
        self.input = Input::new(clean_line(draft));
        self.filter();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_before_another_name() {
        let first = |typed: &str| {
            let mut search = Search::countries(None);
            search.paste(typed);
            search.found.first().map(|(code, _)| code.clone()).unwrap_or_default()
        };
        for (typed, wanted) in
            [("united k", "GB"), ("UK", "UA"), ("usa", "US"), ("england", "GB"), ("IN", "IN")]
        {
            assert_eq!(first(typed), wanted, "{typed}");
        }
    }
}
