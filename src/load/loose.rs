//! A value as a file gives it, before anyone knows which kind it should be.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::model::Id;
use crate::text::{Span, Spanned};

/// A value of a JSON or RON file, of any shape. Texts and the names of fields know their place.
#[derive(Debug, Clone, PartialEq)]
pub enum Loose {
    /// `null`, or a bare word in RON.
    Nothing,
    /// `true` or `false`.
    Truth(bool),
    /// A number. One that is written with a point is read as a double, so 15 digits of it are certain.
    Number(Decimal),
    /// A text in quotes.
    Text(Spanned<String>),
    /// A list.
    List(Vec<Loose>),
    /// Fields with their values, in the order written.
    Record(Vec<(Id, Loose)>),
}

impl Loose {
    /// From here on a double has lost digits before the point, so such a number stands in quotes.
    pub const INEXACT: f64 = 9_007_199_254_740_992.0;

    /// What it is, in words.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Truth(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Record(_) => "a record",
        }
    }

    /// The first place within it that is known.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Nothing | Self::Truth(_) | Self::Number(_) => None,
            Self::Text(text) => text.span,
            Self::List(list) => list.iter().find_map(Self::span),
            Self::Record(fields) => fields.iter().find_map(|(key, _)| key.span),
        }
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, true, false, a list or a record")
    }

    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose::Nothing)
    }

    fn visit_none<E>(self) -> Result<Loose, E> {
        Ok(Loose::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Loose, D::Error> {
        Loose::deserialize(deserializer)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Loose, E> {
        Ok(Loose::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Loose, E> {
        Ok(Loose::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Loose, E> {
        Ok(Loose::Number(number.into()))
    }

    /// The shortest decimal that stands for the double is the one that was written. Where a double has lost digits
    /// before the point, nobody can tell what was written.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Loose, E> {
        let decimal = Decimal::from_str(&number.to_string()).ok().filter(|_| number.abs() < Loose::INEXACT);
        let refused =
            || E::custom("the number is too large or too long to be read exactly: write it in quotes");
        decimal.map(Loose::Number).ok_or_else(refused)
    }

    fn visit_char<E>(self, c: char) -> Result<Loose, E> {
        Ok(Loose::Text(Spanned { value: c.to_string(), span: None }))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Loose, E> {
        let text = serde::de::value::BorrowedStrDeserializer::new(text);
        Spanned::deserialize(text).map(Loose::Text)
    }

    fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
        Ok(Loose::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Loose, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Loose::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Loose, A::Error> {
        let mut record = Vec::new();
        while let Some(field) = fields.next_entry()? {
            record.push(field);
        }
        Ok(Loose::Record(record))
    }
}
