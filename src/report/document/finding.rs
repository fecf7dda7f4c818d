//! A finding, as it stands in a report.

use serde::Serialize;

use super::{Anchor, Entry, Line, Step, Text};
use crate::model::Severity;

/// A finding with everything that a reader needs to judge it and act on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingCard {
    /// Where links to it lead.
    pub anchor: Anchor,
    /// Its number in this report, from 1.
    pub number: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub title: Text,
    /// The stage whose rule it is.
    pub stage: Text,
    /// The rows it speaks of, with what they are: "Acme (candidate partner)".
    pub rows: Vec<Text>,
    /// Why it matters.
    pub because: Text,
    /// What to do.
    pub action: Step,
    /// The answers it rests on.
    pub evidence: Vec<Entry>,
    /// The facts of countries' law it rests on.
    pub law: Vec<Entry>,
    /// Points that the contract must settle.
    pub clauses: Line,
    /// Where the rule comes from.
    pub authority: Line,
}
