//! Rules: what the answers mean.

use serde::{Deserialize, Serialize};

use super::{Condition, Id};
use crate::text::Spanned;

/// How bad it is when a rule fires, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Severity {
    /// Good practice that is missing.
    Low,
    /// A weakness that will cost something sooner or later.
    Medium,
    /// A danger to rights or secrets that should be settled before signing.
    High,
    /// Reason enough not to go on until it is settled.
    Blocker,
}

impl Severity {
    /// All of them, the worst first.
    pub const WORST_FIRST: [Self; 4] = [Self::Blocker, Self::High, Self::Medium, Self::Low];

    /// The word for a person.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// A sign of its own shape, so that colour never carries the meaning alone.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Blocker => '■',
            Self::High => '▲',
            Self::Medium => '●',
            Self::Low => '○',
        }
    }
}

/// Who should act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Who {
    /// The owner or management of the firm.
    Owner,
    /// The firm's lawyer, local counsel included.
    Counsel,
    /// Whoever runs information technology and security.
    Security,
    /// The other side.
    Partner,
}

impl Who {
    /// The words for a person.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "management",
            Self::Counsel => "counsel",
            Self::Security => "IT and security",
            Self::Partner => "the partner",
        }
    }
}

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// The step, as an instruction.
    pub what: Spanned<String>,
    /// Who takes it.
    pub who: Who,
    /// The milestone before which it is done: an id of the manifest's `milestones`.
    pub before: Id,
}

/// A judgement over answers. Where it fires it is a finding.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Unique in the questionnaire.
    pub id: Id,
    /// Run once per row of this repeat, or of those that this Rows question names: once per pair where it is asked in rows.
    #[serde(default)]
    pub each: Option<Id>,
    /// How bad it is.
    pub severity: Severity,
    /// Is the rule relevant at all? Absent means always.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub applies: Option<Condition>,
    /// What is wrong.
    pub when: Condition,
    /// One line; may hold placeholders.
    pub title: Spanned<String>,
    /// Why it matters, in two or three sentences.
    pub because: Spanned<String>,
    /// What to do.
    pub action: Action,
    /// Points that the contract must settle because of it.
    #[serde(default)]
    pub clauses: Vec<Id>,
    /// Rules that can't be right at the same time as this one; `check` proves that no answers make both fire.
    #[serde(default)]
    pub contradicts: Vec<Id>,
    /// Ids it had before it was renamed.
    #[serde(default)]
    pub was: Vec<Id>,
    /// Authorities: items of the source article or entries of `authorities.ron`.
    pub source: Vec<Id>,
}
