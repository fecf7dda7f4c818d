//! The comparison: the rows of a repeat side by side, by criteria whose weights the person sets.

use serde::Deserialize;

use super::{Condition, Id};
use crate::text::Spanned;

/// `comparison.ron`: what the rows of one repeat are compared by.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The repeat whose rows are the candidates.
    pub repeat: Id,
    /// Its heading.
    pub title: Spanned<String>,
    /// How it is to be read, in a sentence or two.
    pub about: Spanned<String>,
    /// In the order shown.
    pub criteria: Vec<Criterion>,
}

/// Something that candidates are compared by.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Unique among the criteria.
    pub id: Id,
    /// Its name: a few words.
    pub title: Spanned<String>,
    /// The question that says how much it counts: a Scale that is asked once.
    pub weight: Id,
    /// What is looked at.
    pub signs: Vec<Sign>,
}

impl Criterion {
    /// What it counts while nobody has said how much: the middle of the scale.
    pub const USUAL_WEIGHT: u8 = 3;
    /// So many signs it can have at most. More can't be read, and the shares of so many are still added up exactly.
    pub const MOST_SIGNS: usize = 40;
}

/// One thing that is looked at in each row: it speaks for the candidate where it holds, and against it where not.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Whether it is looked at in a row at all; absent means always.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub applies: Option<Condition>,
    /// What is looked at. Names questions of any stage.
    pub when: Condition,
    /// What is said of the row where it holds; may hold placeholders.
    pub yes: Spanned<String>,
    /// What is said where it does not; may hold placeholders.
    pub no: Spanned<String>,
    /// Authorities: items of the source article or entries of `authorities.ron`.
    pub source: Vec<Id>,
}
