//! How long the rest will take: an honest range, from this person's own pace as soon as there is one.

use chrono::TimeDelta;

use super::interview::Interview;
use crate::model::{Act, Kind, Length, Place, Questionnaire, Session};

/// Answers that come further apart than this say nothing about pace: the person was away.
const AWAY: TimeDelta = TimeDelta::minutes(5);
/// So many intervals are needed before a person's own pace counts.
const ENOUGH: usize = 5;

/// Minutes that are left, rounded up: at least, if nothing more comes to be asked; at most, if every question
/// that waits for an earlier answer is, and every list gets the rows it must have, or a first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLeft {
    /// Minutes for the questions that are open now.
    pub least: u32,
    /// Minutes if all that may still come is asked as well.
    pub most: u32,
}

/// The time left in an interview whose journal is `session`.
#[must_use]
pub fn time_left(interview: &Interview, session: &Session) -> TimeLeft {
    let kinds = interview.unanswered().filter_map(|place| kind(interview, place));
    let open: u64 = kinds.map(usual_seconds).sum();
    // At the end nothing comes by itself: what waits there waits for an answer to be changed.
    let to_come = interview.to_come().filter(|_| interview.next().is_some());
    let to_come: u64 = to_come.map(|question| usual_seconds(&question.kind)).sum();
    let (own, usual) = pace(interview, session);
    let minutes = |seconds: u64| u32::try_from((seconds * own).div_ceil(usual * 60)).unwrap_or(u32::MAX);
    TimeLeft { least: minutes(open), most: minutes(open + to_come) }
}

/// Minutes that the essential questions of a questionnaire usually take, each asked once, rounded up.
#[must_use]
pub fn time_of_essential(questionnaire: &Questionnaire) -> u32 {
    let essential = questionnaire.questions().filter(|question| question.essential);
    let seconds: u64 = essential.map(|question| usual_seconds(&question.kind)).sum();
    u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX)
}

fn kind<'i>(interview: &'i Interview, place: &Place) -> Option<&'i Kind> {
    interview.questionnaire().question(&place.question).map(|question| &question.kind)
}

/// Seconds that a question of that kind usually takes, reading included.
fn usual_seconds(kind: &Kind) -> u64 {
    match kind {
        Kind::YesNo | Kind::Scale { .. } => 15,
        Kind::Choice(_) | Kind::Country | Kind::Date => 20,
        Kind::Choices(_) | Kind::Countries | Kind::Number { .. } | Kind::Money | Kind::Rows(_) => 30,
        Kind::Text(Length::Short) => 25,
        Kind::Text(Length::Long) => 90,
    }
}

/// Seconds that this person took for the answers whose time can be told, and what those usually take. The two
/// are equal while there are too few of them.
fn pace(interview: &Interview, session: &Session) -> (u64, u64) {
    let took = session.entries.windows(2).filter_map(|pair| {
        let gap = pair[1].at - pair[0].at;
        let Act::Answer { at, .. } = &pair[1].act else { return None };
        let told = gap > TimeDelta::zero() && gap < AWAY;
        let seconds = u64::try_from(gap.num_seconds()).ok().filter(|_| told)?;
        Some((seconds, usual_seconds(kind(interview, at)?)))
    });
    let took: Vec<(u64, u64)> = took.collect();
    if took.len() < ENOUGH {
        return (1, 1);
    }
    took.iter().fold((0, 0), |(own, usual), (seconds, expected)| (own + seconds, usual + expected))
}

#[cfg(test)]
mod tests;
