//! Words that every format puts beside what it is given, kept in one place so that all say the same.

pub(super) const CONTENTS: &str = "Contents";
pub(super) const SKIP: &str = "Skip to the report";
pub(super) const ACTION: &str = "What to do";
pub(super) const EVIDENCE: &str = "Based on these answers";
pub(super) const LAW: &str = "Based on this law";
pub(super) const CLAUSES: &str = "Contract points";
pub(super) const AUTHORITY: &str = "Source";
pub(super) const STAGE: &str = "Stage";
pub(super) const READINESS: &str = "Readiness";
pub(super) const LEGEND: &str = "Solid: in order. Hatched: not known yet. Empty: not in order.";
pub(super) const FINDINGS: &str = "Findings";
