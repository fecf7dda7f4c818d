//! One line of text, a number, an amount or a day.

use chrono::{Datelike, NaiveDate};
use crossterm::event::{Event, KeyCode, KeyEvent};
use rust_decimal::Decimal;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::Reaction;
use crate::model::{Kind, Value, fits};
use crate::text::{capital, clean_line};

/// Ways in which a day may be written; none of them can mean two days.
const DAYS: [&str; 5] = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"];

/// One line.
pub struct Field {
    /// The text and its cursor.
    pub input: Input,
    /// What it must become.
    pub kind: Kind,
    given: String,
}

impl Field {
    /// A line that holds the answer.
    pub fn new(kind: Kind, given: Option<&Value>) -> Self {
        let given = given.map_or_else(String::new, as_typed);
        Self { input: Input::new(given.clone()), kind, given }
    }

    /// A key for the line; Enter is the end of it.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        if key.code == KeyCode::Enter {
            return Reaction::Submit;
        }
        self.input.handle_event(&Event::Key(key));
        Reaction::Stay
    }

    /// Pasted text, its lines joined.
    pub fn paste(&mut self, text: &str) {
        insert(&mut self.input, &clean_line(text));
    }

    /// What is asked for where the line is empty.
    pub fn example(&self) -> String {
        match &self.kind {
            Kind::Number { unit: Some(unit), .. } => format!("a number ({unit})"),
            Kind::Number { .. } => "a number".to_owned(),
            Kind::Money => "an amount with its currency, such as EUR 12000".to_owned(),
            Kind::Date => "a day, such as 2026-11-22 or 22 Nov 2026".to_owned(),
            _ => String::new(),
        }
    }

    /// The value of the line; `None` where it is blank.
    ///
    /// # Errors
    /// What is wrong with it, and how to write it.
    pub fn value(&self) -> Result<Option<Value>, String> {
        let text = clean_line(self.input.value());
        if text.is_empty() {
            return Ok(None);
        }
        let value = match self.kind {
            Kind::Number { .. } => Value::Number(number(&text)?),
            Kind::Money => money(&text)?,
            Kind::Date => Value::Date(day(&text)?),
            _ => Value::Text(text),
        };
        fits(&self.kind, &value).map_err(|misfit| capital(&misfit.to_string()))?;
        Ok(Some(value))
    }

    /// The text, where it is not the answer.
    pub fn draft(&self) -> Option<String> {
        let text = self.input.value();
        (text.trim() != self.given).then(|| text.to_owned())
    }

    /// Puts a draft back.
    pub fn restore(&mut self, draft: &str) {
        self.input = Input::new(clean_line(draft));
    }
}

/// Types a text into a line at its cursor.
pub fn insert(input: &mut Input, text: &str) {
    for c in text.chars() {
        input.handle(tui_input::InputRequest::InsertChar(c));
    }
}

/// A value as a person would type it.
fn as_typed(value: &Value) -> String {
    match value {
        Value::Text(text) => clean_line(text),
        Value::Number(number) => number.to_string(),
        Value::Money { amount, currency } => format!("{} {amount}", clean_line(currency)),
        Value::Date(day) => day.to_string(),
        _ => String::new(),
    }
}

/// A number with a point before its decimals; blanks between its digits are ignored.
fn number(text: &str) -> Result<Decimal, String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    Decimal::from_str_exact(&digits).map_err(|_| {
        format!("“{text}” is no number. Write it with digits, and a point before decimals: 1200.50")
    })
}

/// A currency and an amount, in either order.
fn money(text: &str) -> Result<Value, String> {
    let help =
        || format!("“{text}” is no amount. Write the currency's three letters and the amount: EUR 12000");
    let is_code = |word: &&str| word.len() == 3 && word.chars().all(|c| c.is_ascii_alphabetic());
    let currency = text.split_whitespace().find(is_code).ok_or_else(help)?;
    let rest: Vec<&str> = text.split_whitespace().filter(|word| *word != currency).collect();
    let amount = number(&rest.join("")).map_err(|_| help())?;
    Ok(Value::Money { amount, currency: currency.to_ascii_uppercase() })
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let parsed = DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    // chrono takes “26” for the year 26; whoever wrote it meant another one, and we can't know which.
    parsed
        .filter(|day| day.year() >= 1000)
        .ok_or_else(|| format!("“{text}” is no day I can read. Write it as 2026-11-22 or 22 Nov 2026"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_either_order_and_nothing_is_guessed() {
        let eur = Value::Money { amount: Decimal::from(12_000), currency: "EUR".into() };
        for text in ["EUR 12000", "12 000 eur", "eur 12000"] {
            assert_eq!(money(text), Ok(eur.clone()), "{text}");
        }
        for text in ["12000", "EUR", "EUR twelve", "€ 5", "EUR 1,200"] {
            assert!(money(text).is_err(), "{text}");
        }
        assert!(
            number(&format!("1.{}", "1".repeat(40))).is_err(),
            "more digits than are kept are not rounded off"
        );
    }

    #[test]
    fn days_are_read_only_where_they_mean_one_day() {
        let wanted = NaiveDate::from_ymd_opt(2026, 3, 5);
        for text in ["2026-03-05", "5 March 2026", "5 Mar 2026", "March 5, 2026"] {
            assert_eq!(day(text).ok(), wanted, "{text}");
        }
        for text in ["05/03/2026", "2026-02-30", "tomorrow", "5 Mar 26", "26-03-05"] {
            assert!(day(text).is_err(), "{text}");
        }
    }
}
