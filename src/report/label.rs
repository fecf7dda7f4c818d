//! Words that every format puts beside what it is given, kept in one place so that all say the same.

use crate::engine::Readiness;

pub(super) const CONTENTS: &str = "Contents";
pub(super) const SKIP: &str = "Skip to the report";
pub(super) const ACTION: &str = "What to do";
pub(super) const EVIDENCE: &str = "Based on these answers";
pub(super) const CLAUSES: &str = "Contract points";
pub(super) const AUTHORITY: &str = "Authority";
pub(super) const STAGE: &str = "Stage";
pub(super) const READINESS: &str = "Readiness";
pub(super) const LEGEND: &str = "Solid: in order. Hatched: not known yet. Empty: not in order.";
pub(super) const FINDINGS: &str = "Findings";

/// A readiness in figures: "46–78 %", or one figure where both are the same.
pub(super) fn percent(readiness: Readiness) -> String {
    let Readiness { low, high } = readiness;
    if low == high { format!("{low}\u{a0}%") } else { format!("{low}–{high}\u{a0}%") }
}

/// A word with a capital.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Things counted: "no finding", "1 finding", "12 findings".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
