//! How much of what the rules ask for is in order: an interval, because unknown is neither good nor bad.

use std::fmt;

use serde::Serialize;

use super::judge::Instance;
use super::share::{Prospect, Share, best, worst};
use crate::model::Severity;

/// The weighted share of relevant rules that do not fire, in whole percent: everything unknown counted as its
/// worst (`low`, rounded down) and as its best (`high`, rounded up; down too where nothing is unknown). Rows that may still be added to a list that
/// has some count as unknown only in conditions about the list, not as rules of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// Percent if everything unknown turns out badly.
    pub low: u8,
    /// Percent if everything unknown turns out well.
    pub high: u8,
}

impl Readiness {
    /// The interval in words; a dash where there is none, because nothing that counts is relevant.
    #[must_use]
    pub fn words(readiness: Option<Self>) -> String {
        readiness.map_or_else(|| "–".to_owned(), |readiness| readiness.to_string())
    }
}

impl fmt::Display for Readiness {
    /// "46–78 %", or one number where both ends are the same; the blank in it does not break.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { low, high } = self;
        if low == high { write!(f, "{low}\u{a0}%") } else { write!(f, "{low}–{high}\u{a0}%") }
    }
}

/// What a rule counts: twice as much with each step of severity.
fn weight(severity: Severity) -> u32 {
    match severity {
        Severity::Low => 1,
        Severity::Medium => 2,
        Severity::High => 4,
        Severity::Blocker => 8,
    }
}

impl Readiness {
    /// From the worst share to the best, rounded outwards; one number where they are the same.
    pub(super) fn between(worst: Share, best: Share) -> Self {
        let high = if worst == best { best.percent_down() } else { best.percent_up() };
        Self { low: worst.percent_down(), high }
    }
}

/// The readiness over the instances that are `counted`; `None` where none of them can be relevant.
pub(super) fn readiness(instances: &[Instance], counted: impl Fn(&Instance) -> bool) -> Option<Readiness> {
    let counted: Vec<Prospect> = instances.iter().filter(|i| counted(i)).map(Instance::prospect).collect();
    // Where nothing is sure to be relevant an extreme case may hold no rule at all: nothing speaks against it.
    let or_all = |share: Option<Share>| share.unwrap_or(Share::ALL);
    let any = counted.iter().any(|prospect| prospect.may_count());
    any.then(|| Readiness::between(or_all(worst(&counted)), or_all(best(&counted))))
}

impl Instance {
    fn prospect(&self) -> Prospect {
        Prospect {
            weight: weight(self.severity),
            may_pass: self.may_pass,
            may_fail: self.may_fire,
            may_be_out: self.may_be_irrelevant,
        }
    }
}

#[cfg(test)]
mod tests;
