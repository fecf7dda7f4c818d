//! How much of what the rules ask for is in order: an interval, because unknown is neither good nor bad.

use std::fmt;

use super::judge::Instance;
use crate::model::Severity;

/// The weighted share of relevant rules that do not fire, in whole percent: everything unknown counted as its
/// worst (`low`, rounded down) and as its best (`high`, rounded up; down too where nothing is unknown). Rows that may still be added to a list that
/// has some count as unknown only in conditions about the list, not as rules of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readiness {
    /// Percent if everything unknown turns out badly.
    pub low: u8,
    /// Percent if everything unknown turns out well.
    pub high: u8,
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

/// The readiness over the instances that are `counted`; `None` where none of them can be relevant.
pub(super) fn readiness(instances: &[Instance], counted: impl Fn(&Instance) -> bool) -> Option<Readiness> {
    let counted: Vec<&Instance> = instances.iter().filter(|i| counted(i)).collect();
    if !counted.iter().any(|i| i.may_pass || i.may_fire) {
        return None;
    }
    let worst = share(counted.iter().map(|i| (weight(i.severity), i.worst())));
    let best = share(counted.iter().map(|i| (weight(i.severity), i.best())));
    // Where nothing is sure to be relevant an extreme case may hold no rule at all: nothing speaks against it.
    let ((low, of_low), (high, of_high)) = (worst.unwrap_or((1, 1)), best.unwrap_or((1, 1)));
    let settled = low * of_high == high * of_low;
    let high = if settled { high * 100 / of_high } else { (high * 100).div_ceil(of_high) };
    Some(Readiness { low: as_percent(low * 100 / of_low), high: as_percent(high) })
}

fn as_percent(share: u32) -> u8 {
    u8::try_from(share.min(100)).unwrap_or(100)
}

/// Weights that pass and weights that count; `None` where nothing counts.
fn share(instances: impl Iterator<Item = (u32, Option<bool>)>) -> Option<(u32, u32)> {
    let (mut pass, mut all) = (0, 0);
    for (weight, passes) in instances.filter_map(|(weight, passes)| Some((weight, passes?))) {
        all += weight;
        pass += if passes { weight } else { 0 };
    }
    (all > 0).then_some((pass, all))
}

impl Instance {
    /// Whether it passes if things turn out badly; `None` if it does not count then.
    fn worst(&self) -> Option<bool> {
        if self.may_fire {
            Some(false)
        } else if self.may_be_irrelevant {
            None
        } else {
            Some(true)
        }
    }

    /// Whether it passes if things turn out well; `None` if it does not count then.
    fn best(&self) -> Option<bool> {
        if self.may_pass {
            Some(true)
        } else if self.may_be_irrelevant {
            None
        } else {
            Some(false)
        }
    }
}

#[cfg(test)]
mod tests;
