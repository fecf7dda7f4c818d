//! Things to do.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Line, Text};
use crate::model::Severity;

/// A step to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The step, as an instruction.
    pub what: Text,
    /// Who takes it.
    pub who: Text,
    /// By when: "before the contract is signed".
    pub before: Text,
    /// The day of that moment, where somebody has said it.
    pub due: Option<NaiveDate>,
}

/// Steps that are due before the same moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Actions {
    /// What the table holds, for those who can't see where it stands.
    pub caption: Text,
    /// The most pressing first.
    pub rows: Vec<ActionRow>,
}

impl Actions {
    /// Whether the day of any step is known.
    #[must_use]
    pub fn has_days(&self) -> bool {
        self.rows.iter().any(|row| row.step.due.is_some())
    }
}

/// A step that one or more findings call for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionRow {
    /// A name that stays the same while the answers change: calendars know the step by it.
    pub id: String,
    /// The step.
    pub step: Step,
    /// What it is about, where the step itself doesn't name it: "Acme; Zenith".
    pub concerns: Text,
    /// That of the worst finding.
    pub severity: Severity,
    /// The findings that call for it.
    pub findings: Line,
}
