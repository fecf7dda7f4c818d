//! What an act would change, shown before it is done.

use std::sync::Arc;

use chrono::DateTime;

use super::interview::Interview;
use super::judge::Finding;
use super::readiness::Readiness;
use super::replay::apply;
use super::route::Standing;
use crate::model::{Act, Place, Speaker};

/// The difference that an act makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impact {
    /// Questions that would be asked in addition.
    pub appear: Vec<Place>,
    /// Questions that would no longer be asked; their answers would be parked.
    pub disappear: Vec<Place>,
    /// Findings that would start.
    pub start: Vec<Finding>,
    /// Findings that would stop.
    pub stop: Vec<Finding>,
    /// Readiness as it stands.
    pub before: Option<Readiness>,
    /// Readiness as it would stand.
    pub after: Option<Readiness>,
}

impl Impact {
    /// Whether nothing would change but the answer itself.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let questions = self.appear.is_empty() && self.disappear.is_empty();
        questions && self.start.is_empty() && self.stop.is_empty() && self.before == self.after
    }
}

/// What would follow if the act were done now. Undo and redo are not told: they need the journal.
#[must_use]
pub fn impact(interview: &Interview, act: &Act) -> Impact {
    let questionnaire = interview.questionnaire();
    let mut state = interview.state().clone();
    apply(questionnaire, &mut state, act, Speaker::default(), DateTime::UNIX_EPOCH);
    let then = Interview::new(Arc::clone(questionnaire), state);
    let only_in = |a: &Interview, b: &Interview| {
        a.asked().filter(|place| b.standing(place) != Standing::Asked).cloned().collect()
    };
    let findings_only_in = |a: &Interview, b: &Interview| {
        let known = |finding: &&Finding| b.findings().iter().any(|other| other.same(finding));
        a.findings().iter().filter(|finding| !known(finding)).cloned().collect()
    };
    Impact {
        appear: only_in(&then, interview),
        disappear: only_in(interview, &then),
        start: findings_only_in(&then, interview),
        stop: findings_only_in(interview, &then),
        before: interview.readiness(),
        after: then.readiness(),
    }
}

#[cfg(test)]
mod tests;
