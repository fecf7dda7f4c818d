//! Words that every format puts beside what it is given, kept in one place so that all say the same.

pub(super) const CONTENTS: &str = "Contents";
pub(super) const SKIP: &str = "Skip to the report";
pub(super) const ACTION: &str = "What to do";
pub(super) const EVIDENCE: &str = "Based on these answers";
pub(super) const LAW: &str = "Based on this law";
pub(super) const CLAUSES: &str = "Contract points";
pub(super) const AUTHORITY: &str = "Source";
/// Over the columns of what is to be done.
pub(super) const ACTION_HEAD: [&str; 4] = ["What to do", "Who", "By", "Finding"];

/// Between the number of a page and that of the last one.
#[cfg(feature = "pdf")]
pub(super) const PAGE: [&str; 2] = ["Page", "of"];
/// Before the numbers of characters that no font has.
#[cfg(feature = "pdf")]
pub(super) const LACKING: &str =
    "No font at hand has these characters, so their Unicode numbers stand in their places:";

/// A day as it is written in a sentence.
pub(super) fn day(day: chrono::NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// What stands between two things that are said of one.
pub(super) const BETWEEN: &str = " · ";
