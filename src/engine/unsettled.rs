//! What a person would have to say so that something open is settled.

use std::collections::HashSet;

use super::interview::Interview;
use super::judge::in_order;
use super::route::Standing;
use super::scene::{Scope, place_in};
use crate::model::{Answer, Condition, Id, Place};

/// The questions that would settle conditions: of those they name, and of those on which it depends whether they are asked,
/// the ones that apply, in this row or once, and have no value yet.
pub(super) fn unsettled<'a>(
    interview: &'a Interview,
    conditions: impl Iterator<Item = &'a Condition>,
    scope: Scope<'_>,
) -> Vec<Place> {
    let mut found = Vec::new();
    let mut todo: Vec<&Id> = conditions.flat_map(Condition::questions).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    while let Some(id) = todo.pop() {
        let question = interview.questionnaire().question(id).filter(|_| seen.insert(id));
        let Some((question, place)) = question.and_then(|one| Some((one, place_in(one, scope)?))) else {
            continue;
        };
        let answer = interview.state().answer(&place);
        match interview.standing(&place) {
            Standing::Asked | Standing::LeftOut if answer.is_none_or(Answer::is_open) => found.push(place),
            Standing::Waiting => todo.extend(question.when.iter().flat_map(Condition::questions)),
            Standing::Asked | Standing::LeftOut | Standing::Out => {}
        }
    }
    in_order(interview.scene(), found)
}
