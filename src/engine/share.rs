//! Exact shares of what may still turn out one way or the other: nothing is rounded before it is shown.

/// One thing that counts so much, and what it can still turn out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prospect {
    /// What it counts, from 1.
    pub weight: u32,
    /// It may count, and well.
    pub may_pass: bool,
    /// It may count, and badly.
    pub may_fail: bool,
    /// It may not count at all.
    pub may_be_out: bool,
}

impl Prospect {
    /// Whether it can count in any way.
    pub fn may_count(self) -> bool {
        self.may_pass || self.may_fail
    }

    /// Whether it passes if things turn out badly; `None` if it does not count then.
    fn worst(self) -> Option<bool> {
        if self.may_fail {
            Some(false)
        } else if self.may_be_out {
            None
        } else {
            Some(true)
        }
    }

    /// Whether it passes if things turn out well; `None` if it does not count then.
    fn best(self) -> Option<bool> {
        if self.may_pass {
            Some(true)
        } else if self.may_be_out {
            None
        } else {
            Some(false)
        }
    }
}

/// A part of a whole, from 0 to 1, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    part: u128,
    of: u128,
}

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self { part: 0, of: 1 };
    /// All of it.
    pub const ALL: Self = Self { part: 1, of: 1 };

    /// That part of that whole; `None` of nothing.
    fn new(part: u128, of: u128) -> Option<Self> {
        let common = gcd(part, of);
        (of > 0).then(|| Self { part: part / common, of: of / common })
    }

    fn is_below(self, other: Self) -> bool {
        self.part * other.of < other.part * self.of
    }

    /// In whole percent, rounded down.
    pub fn percent_down(self) -> u8 {
        as_percent(self.part * 100 / self.of)
    }

    /// In whole percent, rounded up.
    pub fn percent_up(self) -> u8 {
        as_percent((self.part * 100).div_ceil(self.of))
    }
}

fn as_percent(share: u128) -> u8 {
    u8::try_from(share.min(100)).unwrap_or(100)
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The share that passes, by weight, where everything turns out badly; `None` where nothing counts then.
pub(super) fn worst(prospects: &[Prospect]) -> Option<Share> {
    share(prospects.iter().map(|prospect| (prospect.weight, prospect.worst())))
}

/// The share that passes, by weight, where everything turns out well; `None` where nothing counts then.
pub(super) fn best(prospects: &[Prospect]) -> Option<Share> {
    share(prospects.iter().map(|prospect| (prospect.weight, prospect.best())))
}

fn share(outcomes: impl Iterator<Item = (u32, Option<bool>)>) -> Option<Share> {
    let (mut part, mut of) = (0u128, 0u128);
    for (weight, passes) in outcomes.filter_map(|(weight, passes)| Some((weight, passes?))) {
        of += u128::from(weight);
        part += if passes { u128::from(weight) } else { 0 };
    }
    Share::new(part, of)
}

/// A share among others, of which a mean is taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighted {
    /// What it counts, from 1.
    pub weight: u8,
    /// The share.
    pub share: Share,
    /// Whether it may turn out not to count at all.
    pub may_be_out: bool,
}

/// The smallest mean that can come of these; `None` where there are none.
pub(super) fn smallest_mean(shares: &[Weighted]) -> Option<Share> {
    extreme_mean(shares, Share::is_below)
}

/// The largest mean that can come of these; `None` where there are none.
pub(super) fn largest_mean(shares: &[Weighted]) -> Option<Share> {
    extreme_mean(shares, |a, b| b.is_below(a))
}

/// What is sure to count is in the mean. Of the others each is in it that moves it further, the furthest first: one
/// that does not move it further can't be made to by those behind it.
fn extreme_mean(shares: &[Weighted], further: fn(Share, Share) -> bool) -> Option<Share> {
    let (mut others, sure): (Vec<Weighted>, Vec<Weighted>) = shares.iter().partition(|one| one.may_be_out);
    others.sort_by(|a, b| {
        let before = further(a.share, b.share);
        further(b.share, a.share).cmp(&before)
    });
    let mut sum = sure.into_iter().fold(Sum::default(), Sum::plus);
    for other in others {
        if sum.mean().is_none_or(|mean| further(other.share, mean)) {
            sum = sum.plus(other);
        }
    }
    sum.mean()
}

/// Weighted shares, added up: `part / of` in all, of so much weight.
#[derive(Clone, Copy)]
struct Sum {
    part: u128,
    of: u128,
    weight: u128,
}

impl Default for Sum {
    fn default() -> Self {
        Self { part: 0, of: 1, weight: 0 }
    }
}

impl Sum {
    fn plus(self, one: Weighted) -> Self {
        let Share { part, of } = one.share;
        let weight = u128::from(one.weight);
        // The smallest common denominator: of numbers up to `Criterion::MOST_SIGNS` it has 16 digits.
        let common = self.of / gcd(self.of, of) * of;
        Self {
            part: self.part * (common / self.of) + weight * part * (common / of),
            of: common,
            weight: self.weight + weight,
        }
    }

    fn mean(self) -> Option<Share> {
        Share::new(self.part, self.of * self.weight)
    }
}

#[cfg(test)]
mod tests;
