//! Whether a value can be the answer to a question.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use iso_currency::Currency;
use rust_decimal::Decimal;
use thiserror::Error;

use super::{Kind, Length, Opt, Value, country};
use crate::text::clean;

/// Why a value can't be the answer, as a sentence for the person.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misfit {
    /// The value is of another kind than the question.
    #[error("the question wants {0}")]
    OtherKind(&'static str),
    /// No option has this id.
    #[error("the question has no option `{0}`")]
    NoSuchOption(String),
    /// A Choices without any option, or a Countries without any country.
    #[error("at least one must be chosen")]
    NothingChosen,
    /// The same option or row more than once.
    #[error("`{0}` is chosen twice")]
    ChosenTwice(String),
    /// This option excludes the others.
    #[error("`{0}` can only be chosen alone")]
    NotAlone(String),
    /// A text without a word in it.
    #[error("the text is empty")]
    EmptyText,
    /// Several lines where one is wanted.
    #[error("the text must be a single line")]
    SeveralLines,
    /// A text with characters that can't be shown safely.
    #[error("the text holds control characters")]
    ControlCharacters,
    /// Less than the question accepts.
    #[error("the number must be {0} or more")]
    TooSmall(Decimal),
    /// More than the question accepts.
    #[error("the number must be {0} or less")]
    TooLarge(Decimal),
    /// No currency has this code.
    #[error("`{0}` is not a currency code")]
    NoSuchCurrency(String),
    /// An amount below nothing.
    #[error("the amount must not be negative")]
    NegativeAmount,
    /// More decimals than the currency has.
    #[error("an amount in {currency} has {}", decimals_in_words(*.decimals))]
    TooManyDecimals {
        /// ISO 4217 code.
        currency: String,
        /// How many decimals it has.
        decimals: u32,
    },
    /// A year that ISO 8601 can't write in four digits.
    #[error("the year must have four digits")]
    YearOutOfRange,
    /// No country has this code.
    #[error("`{0}` is not a country code")]
    NoSuchCountry(String),
    /// Below 1 or above 5.
    #[error("the step must be a whole number from 1 to 5")]
    OffScale,
}

impl Misfit {
    /// Whether the question has no place for the value, which another question could take. Other values are wrong by
    /// themselves, or, as several lines are, no worse than untidy.
    #[must_use]
    pub fn is_with_the_question(&self) -> bool {
        match self {
            Self::OtherKind(_)
            | Self::NoSuchOption(_)
            | Self::NotAlone(_)
            | Self::TooSmall(_)
            | Self::TooLarge(_) => true,
            Self::SeveralLines
            | Self::NothingChosen
            | Self::ChosenTwice(_)
            | Self::EmptyText
            | Self::ControlCharacters
            | Self::NoSuchCurrency(_)
            | Self::NegativeAmount
            | Self::TooManyDecimals { .. }
            | Self::YearOutOfRange
            | Self::NoSuchCountry(_)
            | Self::OffScale => false,
        }
    }
}

/// Checks a value against the kind of its question. Rows are only checked for repetition: whether they exist
/// is known to the session.
///
/// # Errors
/// The first reason why the value can't be the answer.
pub fn fits(kind: &Kind, value: &Value) -> Result<(), Misfit> {
    match (kind, value) {
        (Kind::YesNo, Value::YesNo(_)) => Ok(()),
        (Kind::Choice(_), Value::Choice(id)) => option(kind, id).map(|_| ()),
        (Kind::Choices(_), Value::Choices(ids)) => choices(kind, ids),
        (Kind::Text(length), Value::Text(text)) => words(*length, text),
        (Kind::Number { least, most, .. }, Value::Number(number)) => within(*least, *most, *number),
        (Kind::Money, Value::Money { amount, currency }) => money(*amount, currency),
        (Kind::Date, Value::Date(date)) => day(*date),
        (Kind::Country, Value::Country(code)) => {
            ensure(country::exists(code), || Misfit::NoSuchCountry(code.clone()))
        }
        (Kind::Countries, Value::Countries(codes)) => countries(codes),
        (Kind::Scale { .. }, Value::Scale(step)) => ensure((1..=5).contains(step), || Misfit::OffScale),
        (Kind::Rows(_), Value::Rows(rows)) => once_each(rows),
        _ => Err(Misfit::OtherKind(kind.wants())),
    }
}

impl Kind {
    /// What an answer to a question of this kind is, in words: "a number".
    #[must_use]
    pub fn wants(&self) -> &'static str {
        match self {
            Self::YesNo => "yes or no",
            Self::Choice(_) => "one of its options",
            Self::Choices(_) => "a list of its options",
            Self::Text(_) => "a text",
            Self::Number { .. } => "a number",
            Self::Money => "an amount with its currency",
            Self::Date => "a date",
            Self::Country => "a country",
            Self::Countries => "a list of countries",
            Self::Scale { .. } => "a step from 1 to 5",
            Self::Rows(_) => "a list of rows",
        }
    }
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> Misfit) -> Result<(), Misfit> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn option<'k>(kind: &'k Kind, id: &str) -> Result<&'k Opt, Misfit> {
    kind.option(id).ok_or_else(|| Misfit::NoSuchOption(id.to_owned()))
}

fn choices(kind: &Kind, ids: &[String]) -> Result<(), Misfit> {
    ensure(!ids.is_empty(), || Misfit::NothingChosen)?;
    once_each(ids)?;
    for id in ids {
        let alone = option(kind, id)?.alone;
        ensure(!alone || ids.len() == 1, || Misfit::NotAlone(id.clone()))?;
    }
    Ok(())
}

fn countries(codes: &[String]) -> Result<(), Misfit> {
    ensure(!codes.is_empty(), || Misfit::NothingChosen)?;
    once_each(codes)?;
    codes
        .iter()
        .find(|code| !country::exists(code))
        .map_or(Ok(()), |code| Err(Misfit::NoSuchCountry(code.clone())))
}

fn once_each(ids: &[String]) -> Result<(), Misfit> {
    let mut seen = HashSet::new();
    match ids.iter().find(|id| !seen.insert(*id)) {
        Some(id) => Err(Misfit::ChosenTwice(id.clone())),
        None => Ok(()),
    }
}

fn words(length: Length, text: &str) -> Result<(), Misfit> {
    ensure(!text.trim().is_empty(), || Misfit::EmptyText)?;
    ensure(length == Length::Long || !text.contains(['\n', '\r']), || Misfit::SeveralLines)?;
    ensure(clean(text) == text, || Misfit::ControlCharacters)
}

fn within(least: Option<Decimal>, most: Option<Decimal>, number: Decimal) -> Result<(), Misfit> {
    match (least, most) {
        (Some(least), _) if number < least => Err(Misfit::TooSmall(least)),
        (_, Some(most)) if number > most => Err(Misfit::TooLarge(most)),
        _ => Ok(()),
    }
}

fn money(amount: Decimal, code: &str) -> Result<(), Misfit> {
    let currency = Currency::from_code(code).ok_or_else(|| Misfit::NoSuchCurrency(code.to_owned()))?;
    ensure(amount >= Decimal::ZERO, || Misfit::NegativeAmount)?;
    let decimals = u32::from(currency.exponent().unwrap_or(0));
    ensure(amount.normalize().scale() <= decimals, || Misfit::TooManyDecimals {
        currency: code.to_owned(),
        decimals,
    })
}

fn decimals_in_words(decimals: u32) -> String {
    if decimals == 0 { "no decimals".to_owned() } else { format!("at most {decimals} decimals") }
}

fn day(date: NaiveDate) -> Result<(), Misfit> {
    ensure((1000..=9999).contains(&date.year()), || Misfit::YearOutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opt(id: &str, alone: bool) -> Opt {
        Opt { id: id.into(), label: "…".into(), hint: None, alone, risk: false, was: Vec::new() }
    }

    fn some(ids: &[&str]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }

    fn euro(amount: Decimal, currency: &str) -> Value {
        Value::Money { amount, currency: currency.to_owned() }
    }

    #[test]
    fn every_kind_has_its_limits() {
        let options = vec![opt("a", false), opt("b", false), opt("none", true)];
        let choice = Kind::Choice(options.clone());
        let choices = Kind::Choices(options);
        let number = Kind::Number { unit: None, least: Some(1.into()), most: Some(9.into()) };
        let short = Kind::Text(Length::Short);
        let long = Kind::Text(Length::Long);
        let rows = Kind::Rows("r".into());
        let scale = Kind::Scale { low: "l".into(), high: "h".into() };
        let cases: Vec<(&Kind, Value, Result<(), &str>)> = vec![
            (&Kind::YesNo, Value::YesNo(true), Ok(())),
            (&Kind::YesNo, Value::Scale(1), Err("the question wants yes or no")),
            (&choice, Value::Choice("a".into()), Ok(())),
            (&choice, Value::Choice("c".into()), Err("the question has no option `c`")),
            (&choices, Value::Choices(some(&["a", "b"])), Ok(())),
            (&choices, Value::Choices(some(&["none"])), Ok(())),
            (&choices, Value::Choices(vec![]), Err("at least one must be chosen")),
            (&choices, Value::Choices(some(&["a", "a"])), Err("`a` is chosen twice")),
            (&choices, Value::Choices(some(&["a", "none"])), Err("`none` can only be chosen alone")),
            (&short, Value::Text("Acme".into()), Ok(())),
            (&short, Value::Text(" \n".into()), Err("the text is empty")),
            (&short, Value::Text("a\nb".into()), Err("the text must be a single line")),
            (&long, Value::Text("a\nb".into()), Ok(())),
            (&long, Value::Text("a\u{1b}".into()), Err("the text holds control characters")),
            (&number, Value::Number(1.into()), Ok(())),
            (&number, Value::Number(0.into()), Err("the number must be 1 or more")),
            (&number, Value::Number(10.into()), Err("the number must be 9 or less")),
            (&Kind::Money, euro(Decimal::new(1250, 2), "EUR"), Ok(())),
            (&Kind::Money, euro(Decimal::new(1000, 2), "JPY"), Ok(())),
            (&Kind::Money, euro(Decimal::new(1, 1), "JPY"), Err("an amount in JPY has no decimals")),
            (&Kind::Money, euro(Decimal::new(1, 3), "EUR"), Err("an amount in EUR has at most 2 decimals")),
            (&Kind::Money, euro((-1).into(), "EUR"), Err("the amount must not be negative")),
            (&Kind::Money, euro(1.into(), "EURO"), Err("`EURO` is not a currency code")),
            (&Kind::Date, Value::Date(NaiveDate::default()), Ok(())),
            (&Kind::Date, Value::Date(NaiveDate::MAX), Err("the year must have four digits")),
            (&Kind::Country, Value::Country("IN".into()), Ok(())),
            (&Kind::Country, Value::Country("in".into()), Err("`in` is not a country code")),
            (&Kind::Countries, Value::Countries(some(&["IN", "VN"])), Ok(())),
            (&Kind::Countries, Value::Countries(vec![]), Err("at least one must be chosen")),
            (&Kind::Countries, Value::Countries(some(&["IN", "IN"])), Err("`IN` is chosen twice")),
            (&Kind::Countries, Value::Countries(some(&["IN", "XX"])), Err("`XX` is not a country code")),
            (&scale, Value::Scale(5), Ok(())),
            (&scale, Value::Scale(0), Err("the step must be a whole number from 1 to 5")),
            (&rows, Value::Rows(vec![]), Ok(())),
            (&rows, Value::Rows(some(&["r1", "r1"])), Err("`r1` is chosen twice")),
        ];
        for (kind, value, wanted) in cases {
            let got = fits(kind, &value).map_err(|misfit| misfit.to_string());
            assert_eq!(got, wanted.map_err(str::to_owned), "{value:?}");
        }
    }
}
