//! A loose value made into one of the question's kind.

use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Loose;
use super::near::suggest;
use super::resolve::country_meant;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Kind, Length, Misfit, Value, country, fits};
use crate::text::{Span, clean};

/// Why a value of a file can't be the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// The part of the value that is wrong, where its place is known.
    pub span: Option<Span>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

impl Unfit {
    /// The diagnostic of it, at the question where the value's own place isn't known.
    #[must_use]
    pub fn diagnostic(self, question: &Id) -> Diagnostic {
        Diagnostic::error("unfit-value", format!("The answer to `{question}` doesn't fit: {}", self.message))
            .at(self.span.or(question.span))
            .label("can't be the answer")
            .help(self.help)
    }
}

/// The value of that kind that a file's value stands for. Whether the rows of a Rows exist is not looked at.
///
/// # Errors
/// Why it can't be the answer to a question of that kind.
pub fn value(kind: &Kind, given: &Loose) -> Result<Value, Unfit> {
    let value = shape(kind, given).ok_or_else(|| wrong_shape(kind, given))?;
    fits(kind, &value).map_err(|misfit| unfit(kind, given, &misfit))?;
    Ok(value)
}

/// The value by its shape alone; its limits are checked afterwards.
fn shape(kind: &Kind, given: &Loose) -> Option<Value> {
    match (kind, given) {
        (Kind::YesNo, Loose::Truth(truth)) => Some(Value::YesNo(*truth)),
        (Kind::Choice(_), Loose::Text(id)) => Some(Value::Choice(id.value.clone())),
        (Kind::Choices(_), Loose::List(list)) => Some(Value::Choices(in_order(kind, texts(list)?))),
        (Kind::Text(length), Loose::Text(text)) => Some(Value::Text(words(*length, text))),
        (Kind::Number { .. }, given) => number(given).map(Value::Number),
        (Kind::Money, Loose::Record(fields)) => money(fields),
        (Kind::Date, Loose::Text(text)) => date(text).map(Value::Date),
        (Kind::Country, Loose::Text(code)) => Some(Value::Country(code.value.clone())),
        (Kind::Countries, Loose::List(list)) => Some(Value::Countries(country::in_order(texts(list)?))),
        (Kind::Scale { .. }, Loose::Number(step)) => whole(*step).map(Value::Scale),
        (Kind::Rows(_), Loose::List(list)) => texts(list).map(Value::Rows),
        _ => None,
    }
}

fn texts(list: &[Loose]) -> Option<Vec<String>> {
    list.iter().map(|one| if let Loose::Text(text) = one { Some(text.value.clone()) } else { None }).collect()
}

/// The options in the author's order, unknown ones last.
fn in_order(kind: &Kind, mut ids: Vec<String>) -> Vec<String> {
    let position = |id: &String| kind.options().iter().position(|option| option.id.value == *id);
    ids.sort_by_key(|id| position(id).unwrap_or(usize::MAX));
    ids
}

fn words(length: Length, text: &str) -> String {
    let text = clean(text);
    if length == Length::Short {
        text.trim().to_owned()
    } else {
        text.trim_end().trim_start_matches('\n').to_owned()
    }
}

fn number(given: &Loose) -> Option<Decimal> {
    match given {
        Loose::Number(number) => Some(*number),
        Loose::Text(text) => Decimal::from_str_exact(text.trim()).ok(),
        _ => None,
    }
}

fn whole(step: Decimal) -> Option<u8> {
    step.is_integer().then(|| step.to_u8().unwrap_or(0))
}

fn money(fields: &[(Id, Loose)]) -> Option<Value> {
    let field = |name: &str| fields.iter().find(|(key, _)| key.value == name).map(|(_, value)| value);
    match (field("amount"), field("currency")) {
        (Some(amount), Some(Loose::Text(currency))) if fields.len() == 2 => {
            Some(Value::Money { amount: number(amount)?, currency: currency.value.clone() })
        }
        _ => None,
    }
}

/// A day as ISO 8601 writes it in full, and in no other way.
fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::from_str(text).ok()?;
    (date.to_string() == text).then_some(date)
}

fn wrong_shape(kind: &Kind, given: &Loose) -> Unfit {
    let not = match given {
        Loose::Text(text) => format!("the text `{}`", text.value),
        Loose::List(_) if matches!(kind, Kind::Choices(_) | Kind::Countries | Kind::Rows(_)) => {
            "a list of anything else".to_owned()
        }
        _ => given.name().to_owned(),
    };
    let message = format!("it wants {}, not {not}", kind.wants());
    Unfit { span: given.span(), message, help: Some(example(kind).to_owned()) }
}

fn example(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "Write true or false, without quotes",
        Kind::Choice(_) => "Write the id of one option, in quotes",
        Kind::Choices(_) => "Write a list of the ids of options: [\"one\", \"two\"]",
        Kind::Text(_) => "Write the text in quotes",
        Kind::Number { .. } => "Write the number with a point before decimals: 2.5",
        Kind::Money => {
            "Write an amount and an ISO 4217 code: {\"amount\": 1200.50, \"currency\": \"EUR\"}; in RON (amount: …, currency: \"…\")"
        }
        Kind::Date => "Write a day that exists as year-month-day: \"2026-03-31\"",
        Kind::Country => "Write an ISO 3166 code of two capital letters, in quotes: \"IN\"",
        Kind::Countries => "Write a list of ISO 3166 codes: [\"IN\", \"VN\"]",
        Kind::Scale { .. } => "Write a whole number from 1 to 5, without quotes",
        Kind::Rows(_) => "Write a list of the ids of rows: [\"r1\", \"r2\"]",
    }
}

fn unfit(kind: &Kind, given: &Loose, misfit: &Misfit) -> Unfit {
    let (word, help) = match misfit {
        Misfit::NoSuchOption(id) => {
            (Some(id), suggest(id, kind.options().iter().map(|option| option.id.value.as_str())))
        }
        Misfit::NoSuchCountry(code) => {
            (Some(code), country_meant(code).or_else(|| Some(example(kind).to_owned())))
        }
        Misfit::NoSuchCurrency(code) => {
            (Some(code), Some("Write an ISO 4217 code such as EUR, USD or INR".to_owned()))
        }
        Misfit::ChosenTwice(id) | Misfit::NotAlone(id) => (Some(id), None),
        _ => (None, None),
    };
    let span = word.and_then(|word| last_place_of(word, given)).or_else(|| given.span());
    Unfit { span, message: misfit.to_string(), help }
}

/// The place of the last text within a value that reads so.
fn last_place_of(word: &str, given: &Loose) -> Option<Span> {
    match given {
        Loose::Text(text) => text.span.filter(|_| text.value == word),
        Loose::List(list) => list.iter().rev().find_map(|one| last_place_of(word, one)),
        Loose::Record(fields) => fields.iter().rev().find_map(|(_, one)| last_place_of(word, one)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
