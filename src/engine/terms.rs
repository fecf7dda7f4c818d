//! Points of the contract that are on the table, and where each side stands on them.

use std::collections::HashSet;

use super::interview::Interview;
use crate::model::{Answer, Clause, Place, Subject};

/// Points that findings call for, and those of which something was said: where the other side stands, or who may read them.
/// In the author's order.
#[must_use]
pub fn points(interview: &Interview) -> Vec<&Clause> {
    let (questionnaire, state) = (interview.questionnaire(), interview.state());
    let rules = interview.findings().iter().filter_map(|finding| finding.rule(questionnaire));
    let called: HashSet<&str> = rules.flat_map(|rule| &rule.clauses).map(|id| id.value.as_str()).collect();
    let is_on_the_table = |clause: &&Clause| {
        let id = &clause.id.value;
        called.contains(id.as_str())
            || state.stands.contains_key(id)
            || state.marks.contains_key(&Subject::Clause(id.clone()))
    };
    questionnaire.clauses.iter().filter(is_on_the_table).collect()
}

/// An answer with its place.
pub type Said<'i> = (&'i Place, &'i Answer);

/// Answers that say where the person's own side stands on a point.
pub fn our_position<'i>(interview: &'i Interview, clause: &'i Clause) -> impl Iterator<Item = Said<'i>> {
    position(interview, clause, false)
}

/// Answers that say where those on the other side stand on it: what is asked of each of them.
pub fn their_position<'i>(interview: &'i Interview, clause: &'i Clause) -> impl Iterator<Item = Said<'i>> {
    position(interview, clause, true)
}

fn position<'i>(
    interview: &'i Interview,
    clause: &'i Clause,
    theirs: bool,
) -> impl Iterator<Item = Said<'i>> {
    let questions = clause.position.iter().map(|id| id.value.as_str());
    let questions: HashSet<&str> =
        questions.filter(|id| interview.questionnaire().is_of_counterparts(id) == theirs).collect();
    let asked = interview.asked().filter(move |place| questions.contains(place.question.as_str()));
    asked.filter_map(|place| Some((place, interview.state().answer(place)?)))
}
