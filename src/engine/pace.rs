//! How long the rest will take: an honest range, from this person's own pace as soon as there is one.

use chrono::TimeDelta;

use super::interview::Interview;
use crate::model::{Act, Kind, Length, Place, Session};

/// Answers that come further apart than this say nothing about pace: the person was away.
const AWAY: TimeDelta = TimeDelta::minutes(5);
/// So many intervals are needed before a person's own pace counts.
const ENOUGH: usize = 5;

/// Minutes that are left, rounded up: at least, if nothing more comes to be asked; at most, if every question
/// that waits for an earlier answer is.
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
    let open: u32 = interview.unanswered().map(|place| usual_seconds(interview, place)).sum();
    let waiting = u32::try_from(interview.waiting()).unwrap_or(u32::MAX).saturating_mul(25);
    let (own, usual) = pace(interview, session);
    let minutes = |seconds: u32| {
        let seconds = u64::from(seconds) * u64::from(own) / u64::from(usual.max(1));
        u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX)
    };
    TimeLeft { least: minutes(open), most: minutes(open.saturating_add(waiting)) }
}

/// Seconds that a question of that kind usually takes, reading included.
fn usual_seconds(interview: &Interview, place: &Place) -> u32 {
    let Some(question) = interview.questionnaire().question(&place.question) else { return 20 };
    match question.kind {
        Kind::YesNo | Kind::Scale { .. } => 15,
        Kind::Choice(_) | Kind::Country | Kind::Date => 20,
        Kind::Choices(_) | Kind::Number { .. } | Kind::Money | Kind::Rows(_) => 30,
        Kind::Text(Length::Short) => 25,
        Kind::Text(Length::Long) => 90,
    }
}

/// Seconds that this person took for the answers whose time can be told, and what those usually take. The two
/// are equal while there are too few of them.
fn pace(interview: &Interview, session: &Session) -> (u32, u32) {
    let mut took = Vec::new();
    for pair in session.entries.windows(2) {
        let gap = pair[1].at - pair[0].at;
        if let Act::Answer { at, .. } = &pair[1].act
            && gap > TimeDelta::zero()
            && gap < AWAY
        {
            let seconds = u32::try_from(gap.num_seconds()).unwrap_or(0);
            took.push((seconds, usual_seconds(interview, at)));
        }
    }
    if took.len() < ENOUGH {
        return (1, 1);
    }
    took.iter().fold((0, 0), |(own, usual), (seconds, expected)| (own + seconds, usual + expected))
}
