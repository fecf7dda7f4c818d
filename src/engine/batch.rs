//! Many acts at once, in whatever order they were written down: all of them, or none.

use std::sync::Arc;

use chrono::DateTime;

use super::accept::{Refusal, accept, exists, holds};
use super::interview::Interview;
use super::replay::apply;
use crate::model::{Act, Kind, Questionnaire, Speaker, State};

/// Puts acts into an order in which each can stand on those before it, and checks them: every row may begin,
/// every value fits, and once all are in, every answered question applies and no note is beside a row that is not
/// there. Gives back, in that order, those that change anything.
///
/// # Errors
/// Every act that is refused, by its number in `acts`, with the reason.
pub fn enter_all(interview: &Interview, acts: &[Act]) -> Result<Vec<Act>, Vec<(usize, Refusal)>> {
    let questionnaire = interview.questionnaire();
    let mut order: Vec<usize> = (0..acts.len()).collect();
    order.sort_by_key(|&at| turn(questionnaire, &acts[at]));
    let mut refused = Vec::new();
    let mut state = interview.state().clone();
    let mut so_far = interview.clone();
    for &at in &order {
        match accept(&so_far, &acts[at]) {
            Ok(()) => {
                let before = lists(&state);
                apply(questionnaire, &mut state, &acts[at], Speaker::default(), DateTime::UNIX_EPOCH);
                if lists(&state) != before {
                    so_far = Interview::new(Arc::clone(questionnaire), state.clone());
                }
            }
            Err(refusal) => refused.push((at, refusal)),
        }
    }
    let entered = Interview::new(Arc::clone(questionnaire), state);
    refused.extend(acts.iter().enumerate().filter_map(|(at, act)| Some((at, stands(&entered, act).err()?))));
    refused.sort_by_key(|(at, _)| *at);
    refused.dedup_by_key(|(at, _)| *at);
    if !refused.is_empty() {
        return Err(refused);
    }
    let acts = order.into_iter().map(|at| &acts[at]);
    Ok(acts.filter(|act| changes(interview.state(), act)).cloned().collect())
}

/// Whether an act changes anything: what stands already is not said again.
fn changes(state: &State, act: &Act) -> bool {
    match act {
        Act::Answer { at, to } => state.answer(at) != Some(to),
        Act::Note { at, text } => state.notes.get(at) != Some(text),
        Act::Complete { repeat, complete } => state.complete.contains(repeat) != *complete,
        Act::Mark { of, to } => state.marks.get(of) != to.as_ref(),
        Act::Stand { clause, to } => state.stands.get(clause).cloned().unwrap_or_default() != *to,
        _ => true,
    }
}

/// Lists are opened first and closed last; answers that name rows come after those that begin rows.
fn turn(questionnaire: &Questionnaire, act: &Act) -> u8 {
    match act {
        Act::Complete { complete: false, .. } => 0,
        Act::Complete { complete: true, .. } => 4,
        Act::Answer { at, .. } => {
            let kind = questionnaire.question(&at.question).map(|question| &question.kind);
            if matches!(kind, Some(Kind::Rows(_))) { 2 } else { 1 }
        }
        _ => 3,
    }
}

/// How many rows there are and how many lists are complete: what decides whether a row may begin.
fn lists(state: &State) -> (usize, usize) {
    (state.rows.values().map(Vec::len).sum(), state.complete.len())
}

/// Whether an act still stands once all are in.
fn stands(entered: &Interview, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Answer { at, to } => holds(entered, at, to),
        Act::Note { at, .. } => exists(entered, at),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
