//! Whether to go on with the deal, as far as the answers tell.

use super::interview::Interview;
use super::judge::{distinct, in_order, undecided_rules};
use super::truth::FactOf;
use super::unsettled::unsettled;
use crate::model::{Place, Severity};

/// What the findings, and what is not known yet, come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Too little is answered to say anything.
    TooEarly,
    /// Something stands in the way, or may do so as far as is known.
    NotYet,
    /// Nothing stands in the way; serious weaknesses are there, or may be, and want safeguards first.
    WithSafeguards,
    /// Nothing serious was found, and nothing serious is open.
    Go,
}

impl Verdict {
    /// The words for a person.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::TooEarly => "Too early to say",
            Self::NotYet => "Don't go yet",
            Self::WithSafeguards => "Go with safeguards",
            Self::Go => "Go",
        }
    }
}

/// What speaks for a verdict: numbers of the most serious sort that decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// How many blockers were found.
    pub blockers: usize,
    /// How many rules of that sort may still turn out badly.
    pub open_blockers: usize,
    /// How many high findings there are.
    pub high: usize,
    /// How many rules of that sort may still turn out badly.
    pub open_high: usize,
}

/// The verdict on an interview. A blocker that is found stops the deal, and so does one that may still be found: what could
/// stop it must be known first. High ones are a matter of safeguards. While not even half of what is asked is answered, and
/// nothing stops the deal, it is too early to say.
#[must_use]
pub fn verdict(interview: &Interview) -> Judged {
    let found = |severity| interview.findings().iter().filter(|finding| finding.severity == severity).count();
    let [blockers, high] = [Severity::Blocker, Severity::High].map(found);
    let [open_blockers, open_high] =
        [Severity::Blocker, Severity::High].map(|severity| interview.undecided(severity));
    let progress = interview.progress(None);
    let verdict = if blockers > 0 {
        Verdict::NotYet
    } else if progress.answered * 2 < progress.asked || progress.answered == 0 {
        Verdict::TooEarly
    } else if open_blockers > 0 {
        Verdict::NotYet
    } else if high + open_high > 0 {
        Verdict::WithSafeguards
    } else {
        Verdict::Go
    };
    Judged { verdict, blockers, open_blockers, high, open_high }
}

/// The questions without a value on which it depends whether rules of a severity fire, in the order in which they are
/// asked. Those of rows that may yet be added to a list are not among them.
#[must_use]
pub fn to_find_out(interview: &Interview, severity: Severity) -> Vec<Place> {
    let scene = interview.scene();
    let open: Vec<_> =
        undecided_rules(scene).into_iter().filter(|open| open.rule.severity == severity).collect();
    let places = open.iter().flat_map(|open| {
        unsettled(interview, open.rule.applies.iter().chain([&open.rule.when]), &open.case.rows)
    });
    in_order(scene, places.collect())
}

/// The facts of law that the program doesn't know and on which it depends whether rules fire, by country.
#[must_use]
pub fn law_to_find_out(interview: &Interview) -> Vec<FactOf> {
    distinct(undecided_rules(interview.scene()).into_iter().flat_map(|open| open.facts).collect())
}

#[cfg(test)]
mod tests;
