//! Answers and the places where they are given.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a person said to a question. A question without an `Answer` is unanswered, which is a fifth thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// A value of the question's kind.
    Value(Value),
    /// The person does not know.
    DontKnow,
    /// The question does not fit this case.
    NotApplicable,
    /// A lawyer should be asked.
    AskCounsel,
}

impl Answer {
    /// The value, if it is one.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the person left it open: "don't know" or "ask counsel".
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::DontKnow | Self::AskCounsel)
    }

    /// The words for a person, for the three answers that are no value.
    #[must_use]
    pub fn state(&self) -> Option<&'static str> {
        match self {
            Self::Value(_) => None,
            Self::DontKnow => Some("don't know"),
            Self::NotApplicable => Some("not applicable"),
            Self::AskCounsel => Some("ask counsel"),
        }
    }
}

/// The value of an answer, one variant per kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// The id of an option.
    Choice(String),
    /// Ids of options, in the author's order.
    Choices(Vec<String>),
    /// Words.
    Text(String),
    /// A number.
    Number(Decimal),
    /// An amount.
    Money {
        /// How much.
        amount: Decimal,
        /// ISO 4217 code.
        currency: String,
    },
    /// A day.
    Date(NaiveDate),
    /// ISO 3166-1 alpha-2 code.
    Country(String),
    /// ISO 3166-1 alpha-2 codes, in the order of the countries' names.
    Countries(Vec<String>),
    /// From 1 to 5.
    Scale(u8),
    /// Ids of rows.
    Rows(Vec<String>),
}

impl Value {
    /// The codes of the countries that it names; none where it is of another kind.
    #[must_use]
    pub fn countries(&self) -> &[String] {
        match self {
            Self::Country(code) => std::slice::from_ref(code),
            Self::Countries(codes) => codes,
            _ => &[],
        }
    }

    /// The number, or the step of a scale.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Scale(step) => Some(Decimal::from(*step)),
            _ => None,
        }
    }
}

/// One question as it is asked: on its own, or for one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The question's id.
    pub question: String,
    /// The row's id, where the question belongs to a repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
}

impl Place {
    /// The place of a question, in a row or not.
    #[must_use]
    pub fn new(question: impl Into<String>, row: Option<&str>) -> Self {
        Self { question: question.into(), row: row.map(str::to_owned) }
    }
}
