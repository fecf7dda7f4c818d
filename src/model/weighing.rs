//! Weighings: what speaks for and against each option of a question.

use serde::Deserialize;

use super::{Condition, Id};
use crate::text::Spanned;

/// The arguments on one question. There is no score: whoever answers weighs the reasons.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighing {
    /// The question it is about: a Choice of the same stage that is asked once.
    pub question: Id,
    /// What is weighed, as a heading.
    pub title: Spanned<String>,
    /// The arguments, in the order shown. An option may have none.
    pub points: Vec<Point>,
}

/// One argument. It stands where its condition holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The option it speaks for or against.
    pub option: Id,
    /// Which of the two.
    pub side: Side,
    /// Once per row of this repeat, or once per pair of this Rows question, as a rule's `each`.
    #[serde(default)]
    pub each: Option<Id>,
    /// Where it stands; absent means always. Names questions of its own stage and of earlier ones.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub when: Option<Condition>,
    /// The argument in one sentence; may hold placeholders.
    pub says: Spanned<String>,
    /// Authorities: items of the source article or entries of `authorities.ron`.
    pub source: Vec<Id>,
}

impl Point {
    /// Whether it stands on that side of that option.
    #[must_use]
    pub fn is(&self, option: &str, side: Side) -> bool {
        self.option.value == option && self.side == side
    }
}

/// On which side an argument stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Side {
    /// For the option.
    For,
    /// Against it.
    Against,
}

impl Side {
    /// Both, in the order shown.
    pub const BOTH: [Self; 2] = [Self::For, Self::Against];
}
