//! The typed expression behind `when:` and `applies:`.

mod notation;

use std::collections::HashSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer};

use super::{Id, Value};

/// A statement about answers, true, false or not known yet. A question is named by its id; inside a row that
/// is the row's own answer, and from outside a row `Some`, `Every` and `Count` say which rows are meant.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Condition {
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
    /// A Choice is this option, or a Country this country.
    Is(Id, Id),
    /// A Choice is one of these options, or a Country one of these countries.
    OneOf(Id, Vec<Id>),
    /// A Choices includes this option, or a Countries this country.
    Includes(Id, Id),
    /// A `YesNo` is yes.
    Yes(Id),
    /// A `YesNo` is no.
    No(Id),
    /// A Number or Scale is this or more.
    AtLeast(Id, Decimal),
    /// A Number or Scale is this or less.
    AtMost(Id, Decimal),
    /// The question has a value (not merely "don't know").
    Answered(Id),
    /// The question was answered with "don't know" or "ask counsel".
    Unknown(Id),
    /// The country given to the first question is the one, or among those, given to the second.
    Among(Id, Id),
    /// A fact of the country given to a question has one of these values. Where the fact is not known, the condition
    /// is unknown, or true where the values hold [`UNKNOWN`](super::UNKNOWN). Of several countries one must have it.
    Fact(Id, Id, Vec<Id>),
    /// At least one row meets the condition: of a repeat, or of those that the answer to a Rows question names.
    Some(Id, Box<Condition>),
    /// Every such row meets it; true where there are none and no more will come.
    Every(Id, Box<Condition>),
    /// At least so many such rows meet it.
    Count(Id, Box<Condition>, usize),
}

impl Condition {
    /// The questions it speaks of, and the lists that it goes through (repeats or Rows questions): each once, in the
    /// author's order.
    #[must_use]
    pub fn questions(&self) -> Vec<&Id> {
        let mut seen = HashSet::new();
        self.with_parts().flat_map(Self::names).filter(|id| seen.insert(*id)).collect()
    }

    /// The questions and lists that it names itself, without those of its parts.
    fn names(&self) -> Vec<&Id> {
        match self {
            Self::All(_) | Self::Any(_) | Self::Not(_) => Vec::new(),
            Self::Among(one, others) => vec![one, others],
            Self::Some(id, _)
            | Self::Every(id, _)
            | Self::Count(id, ..)
            | Self::Is(id, _)
            | Self::OneOf(id, _)
            | Self::Includes(id, _)
            | Self::Yes(id)
            | Self::No(id)
            | Self::AtLeast(id, _)
            | Self::AtMost(id, _)
            | Self::Fact(id, ..)
            | Self::Answered(id)
            | Self::Unknown(id) => vec![id],
        }
    }

    /// The conditions that it is made of; none where it is about answers itself.
    #[must_use]
    pub fn parts(&self) -> &[Condition] {
        match self {
            Self::All(parts) | Self::Any(parts) => parts,
            Self::Not(part) | Self::Some(_, part) | Self::Every(_, part) | Self::Count(_, part, _) => {
                std::slice::from_ref(part)
            }
            _ => &[],
        }
    }

    /// It and every condition within it, each before its parts, in the author's order.
    pub fn with_parts(&self) -> impl Iterator<Item = &Self> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(next.parts().iter().rev());
            Some(next)
        })
    }

    /// Whether a value meets a condition on the value of one question; no other condition is met by any.
    #[must_use]
    pub fn is_met_by(&self, value: &Value) -> bool {
        let named =
            |id: &Id| matches!(value, Value::Choice(given) | Value::Country(given) if *given == id.value);
        match self {
            Self::Is(_, id) => named(id),
            Self::OneOf(_, ids) => ids.iter().any(named),
            Self::Includes(_, id) => {
                matches!(value, Value::Choices(given) | Value::Countries(given) if given.contains(&id.value))
            }
            Self::Yes(_) => *value == Value::YesNo(true),
            Self::No(_) => *value == Value::YesNo(false),
            Self::AtLeast(_, least) => value.number().is_some_and(|number| number >= *least),
            Self::AtMost(_, most) => value.number().is_some_and(|number| number <= *most),
            _ => false,
        }
    }
}

/// Reads a field that may be left out as the condition itself. Through `Option`, RON would take a condition that
/// begins with `Some(` for its own `Some`.
pub(super) fn plainly<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Condition>, D::Error> {
    Condition::deserialize(deserializer).map(Option::Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_optional_condition_may_begin_with_some() {
        #[derive(Deserialize)]
        struct Gate {
            #[serde(default, deserialize_with = "plainly")]
            when: Option<Condition>,
        }
        let read = |text: &str| crate::text::ron_options().from_str::<Gate>(text).map(|gate| gate.when);
        let wanted = Condition::Some("partners".into(), Box::new(Condition::Yes("nda".into())));
        assert_eq!(read("(when: Some(\"partners\", Yes(\"nda\")))"), Ok(Some(wanted)));
        assert_eq!(read("()"), Ok(None));
    }
}
