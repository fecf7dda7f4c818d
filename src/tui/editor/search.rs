//! One or several of many, found by a few letters of their names.

use crossterm::event::{Event, KeyCode, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::Reaction;
use super::field::insert;
use crate::model::{Value, country};
use crate::text::clean_line;
use crate::tui::matching::best;

/// A country, or several, found by name.
pub struct Search {
    /// What was typed.
    pub input: Input,
    /// Code and name of the countries that match, the best first.
    pub found: Vec<(String, String)>,
    /// Which of them is chosen; none until something is typed or an arrow is pressed.
    pub cursor: Option<usize>,
    /// The codes that were answered.
    pub given: Vec<String>,
    /// The codes gathered so far, where several can be.
    pub gathered: Option<Vec<String>>,
    all: Vec<Named>,
}

/// What stands between the gathered codes and the text being typed in a draft: no country's name holds it.
const TYPED: char = '|';

/// A country under all its names.
struct Named {
    code: String,
    name: String,
    others: String,
}

impl Search {
    /// One of all countries, the answered one typed in.
    pub fn country(given: Option<&Value>) -> Self {
        let given = if let Some(Value::Country(code)) = given { vec![code.clone()] } else { Vec::new() };
        let typed = given.first().and_then(|code| country::name(code)).unwrap_or_default();
        Self::new(typed, given, None)
    }

    /// Several of all countries, the answered ones gathered.
    pub fn countries(given: Option<&Value>) -> Self {
        let given = if let Some(Value::Countries(codes)) = given { codes.clone() } else { Vec::new() };
        Self::new(String::new(), given.clone(), Some(given))
    }

    fn new(typed: String, given: Vec<String>, gathered: Option<Vec<String>>) -> Self {
        let searchable = |(code, name, others): (String, String, Vec<String>)| Named {
            code,
            name,
            others: others.join(" "),
        };
        let all = country::all().into_iter().map(searchable).collect();
        let input = Input::new(typed);
        let mut search = Self { input, found: Vec::new(), cursor: None, given, gathered, all };
        search.filter();
        search
    }

    /// A key: letters filter, arrows choose, Enter takes. Where several can be gathered, Enter puts the chosen one in,
    /// Delete takes it out, Backspace in an empty line takes the last one out, and Enter in an empty line goes on.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        match key.code {
            KeyCode::Enter if self.gathered.is_some() && self.chosen().is_some() => self.gather(),
            KeyCode::Enter => return Reaction::Submit,
            KeyCode::Up => self.cursor = self.cursor.map(|at| at.saturating_sub(1)),
            KeyCode::Down => {
                let last = self.found.len().checked_sub(1);
                self.cursor = last.map(|last| self.cursor.map_or(0, |at| (at + 1).min(last)));
            }
            KeyCode::Backspace if self.input.value().is_empty() => {
                self.gathered.as_mut().and_then(Vec::pop);
            }
            KeyCode::Delete if self.gathered.is_some() && self.chosen().is_some() => self.take_out(),
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

    /// Puts the chosen country among the gathered ones.
    fn gather(&mut self) {
        let code = self.chosen().map(|(code, _)| code.clone());
        if let (Some(gathered), Some(code)) = (&mut self.gathered, code) {
            gathered.extend((!gathered.contains(&code)).then_some(code));
            self.begin_again();
        }
    }

    /// Takes the chosen country out of the gathered ones.
    fn take_out(&mut self) {
        let code = self.chosen().map(|(code, _)| code.clone());
        if let Some(gathered) = &mut self.gathered {
            gathered.retain(|known| Some(known) != code.as_ref());
            self.begin_again();
        }
    }

    fn begin_again(&mut self) {
        self.input.reset();
        self.filter();
    }

    /// Puts every country of a list that is pasted among the gathered ones; what names none is left to be typed.
    fn gather_all(&mut self, text: &str) {
        let parts = text.split([',', ';', '\n']).map(clean_line).filter(|part| !part.is_empty());
        let rest: Vec<String> = parts
            .filter(|part| {
                let named =
                    |country: &&Named| country.name.eq_ignore_ascii_case(part) || country.code == *part;
                let code = self.all.iter().find(named).map(|country| country.code.clone());
                let known = code.is_some();
                if let (Some(gathered), Some(code)) = (&mut self.gathered, code) {
                    gathered.extend((!gathered.contains(&code)).then_some(code));
                }
                !known
            })
            .collect();
        insert(&mut self.input, &rest.join(", "));
    }

    /// Names of the countries gathered so far.
    pub fn names(&self) -> Vec<String> {
        self.gathered.iter().flatten().filter_map(|code| country::name(code)).collect()
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.gathered.is_some() && text.contains([',', ';', '\n']) {
            self.gather_all(text);
        } else {
            insert(&mut self.input, &clean_line(text));
        }
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

    /// The chosen country, or those gathered; `None` where there is none.
    ///
    /// # Errors
    /// What was typed, where no country has such a name, or where it was not put among the others yet.
    pub fn value(&self) -> Result<Option<Value>, String> {
        let typed = clean_line(self.input.value());
        match (&self.gathered, self.chosen()) {
            (None, Some((code, _))) => Ok(Some(Value::Country(code.clone()))),
            (Some(_), Some((_, name))) => Err(format!("Press Enter to add {name} first, or empty the line")),
            (_, None) if !typed.is_empty() => {
                Err(format!("No country is called “{typed}”. Fewer letters find more"))
            }
            (None, None) => Ok(None),
            (Some(codes), None) if codes.is_empty() => Ok(None),
            (Some(codes), None) => Ok(Some(Value::Countries(country::in_order(codes.clone())))),
        }
    }

    /// The name of the chosen country, or what was typed, where that is not the answer; and the countries gathered.
    pub fn draft(&self) -> Option<String> {
        let typed = self.input.value();
        if let Some(codes) = &self.gathered {
            let same = typed.is_empty() && country::in_order(codes.clone()) == self.given;
            return (!same).then(|| format!("{}{TYPED}{typed}", codes.join(" ")));
        }
        match self.chosen() {
            Some((code, _)) if self.given.contains(code) => None,
            Some((_, name)) => Some(name.clone()),
            None if self.given.is_empty() && typed.is_empty() => None,
            None => Some(typed.to_owned()),
        }
    }

    /// Types a draft in.
    pub fn restore(&mut self, draft: &str) {
        let mut typed = draft;
        if let Some(gathered) = &mut self.gathered {
            let (codes, rest) = draft.split_once(TYPED).unwrap_or(("", draft));
            *gathered = codes.split(' ').filter(|code| country::exists(code)).map(str::to_owned).collect();
            typed = rest;
        }
        self.input = Input::new(clean_line(typed));
        self.filter();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_before_another_name() {
        let first = |typed: &str| {
            let mut search = Search::country(None);
            search.paste(typed);
            search.found.first().map(|(code, _)| code.clone()).unwrap_or_default()
        };
        for (typed, wanted) in
            [("united k", "GB"), ("UK", "UA"), ("usa", "US"), ("england", "GB"), ("IN", "IN")]
        {
            assert_eq!(first(typed), wanted, "{typed}");
        }
    }

    fn press(search: &mut Search, keys: &str) -> Reaction {
        let mut last = Reaction::Stay;
        for c in keys.chars() {
            let code = match c {
                '⏎' => KeyCode::Enter,
                '⌫' => KeyCode::Backspace,
                c => KeyCode::Char(c),
            };
            last = search.key(KeyEvent::from(code));
        }
        last
    }

    #[test]
    fn several_countries_are_gathered_one_by_one() {
        let mut search = Search::countries(None);
        assert_eq!(press(&mut search, "viet⏎ger⏎fran⏎⌫"), Reaction::Stay);
        assert_eq!(search.names(), ["Vietnam", "Germany"]);
        let both = Value::Countries(vec!["DE".into(), "VN".into()]);
        assert_eq!(search.value(), Ok(Some(both.clone())), "in the order of their names");
        press(&mut search, "viet");
        assert!(search.value().unwrap_err().contains("add Vietnam first"));
        let draft = search.draft().unwrap();
        let mut again = Search::countries(None);
        again.restore(&draft);
        assert_eq!((again.names(), again.input.value()), (search.names(), "viet"));
        assert_eq!(press(&mut search, "⏎⏎"), Reaction::Submit);
        assert_eq!(search.names(), ["Vietnam", "Germany"], "a second time changes nothing");
        press(&mut search, "viet");
        search.key(KeyEvent::from(KeyCode::Delete));
        assert_eq!(search.names(), ["Germany"]);
        search.paste("France, IT; Narnia\nSpain");
        assert_eq!(
            (search.names().join(" "), search.input.value()),
            ("Germany France Italy Spain".into(), "Narnia")
        );
        assert_eq!(Search::countries(Some(&both)).draft(), None);
    }
}
