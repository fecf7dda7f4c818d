//! From the journal to what stands: undo and redo are entries like any other, and the state is the fold of the
//! acts that are not undone. A journal may be of an earlier version of the questionnaire: what was renamed since is
//! found under its new id, and an answer that its question can't have any more is kept apart.

mod renamed;

use std::borrow::Cow;

use chrono::{DateTime, Utc};

use super::accept::has_use;
use renamed::in_present_ids;

use crate::model::{
    Act, Answer, Entry, Given, Kind, Place, Question, Questionnaire, Session, Speaker, Stand, State, Value,
};

/// What stands after every entry of the session.
#[must_use]
pub fn replay(questionnaire: &Questionnaire, session: &Session) -> State {
    let mut standing: Vec<(Cow<'_, Act>, &Entry)> = Vec::new();
    let mut undone = Vec::new();
    let mut state = State::default();
    for entry in &session.entries {
        let act = in_present_ids(questionnaire, &entry.act);
        follow(questionnaire, &mut state, &act);
        match &entry.act {
            Act::Undo => undone.extend(standing.pop()),
            Act::Redo => standing.extend(undone.pop()),
            Act::Visit { .. } | Act::Draft { .. } | Act::Path { .. } => {}
            _ => {
                standing.push((act, entry));
                undone.clear();
            }
        }
    }
    for (act, entry) in &standing {
        apply(questionnaire, &mut state, act, entry.by, entry.at);
    }
    state.undoable = standing.len();
    state.redoable = undone.len();
    state
}

/// What follows from an entry whether or not it is undone later: used row ids, drafts, the path, the last visit. A draft is
/// kept until a value is given, since "don't know" is no reason to lose what was typed; that of a new row's name stands
/// beside its question in no row.
fn follow(questionnaire: &Questionnaire, state: &mut State, act: &Act) {
    match act {
        Act::Answer { at, .. } | Act::Clear { at } => {
            if matches!(act, Act::Answer { to: Answer::Value(_), .. }) {
                state.drafts.remove(at);
                state.drafts.remove(&Place::new(&at.question, None));
            }
            if let (Some(repeat), Some(row)) = (questionnaire.repeat_of(&at.question), &at.row) {
                state.used.insert((repeat.to_owned(), row.clone()));
            }
            state.visit = None;
        }
        Act::Draft { at, text } if text.is_empty() => {
            state.drafts.remove(at);
        }
        Act::Draft { at, text } => {
            state.drafts.insert(at.clone(), text.clone());
        }
        Act::Visit { .. } => state.visit = Some(act.clone()),
        Act::Path { express } => {
            state.express = *express;
            state.visit = None;
        }
        Act::Note { .. } | Act::Mark { .. } | Act::Stand { .. } => {}
        _ => state.visit = None,
    }
}

/// Applies one act to what stands. A row that begins opens its list again. An answer that its question can't have is kept
/// apart. Undo, redo, visits, drafts and the path change nothing here.
pub fn apply(questionnaire: &Questionnaire, state: &mut State, act: &Act, by: Speaker, when: DateTime<Utc>) {
    match act {
        Act::Answer { at, to } => {
            if let (Some(repeat), Some(row)) = (questionnaire.repeat_of(&at.question), &at.row) {
                let rows = state.rows.entry(repeat.to_owned()).or_default();
                if !rows.contains(row) {
                    rows.push(row.clone());
                    state.complete.remove(repeat);
                }
            }
            let (kept_in, other) = if has_use(questionnaire, state, at, to).is_ok() {
                (&mut state.answers, &mut state.unfit)
            } else {
                (&mut state.unfit, &mut state.answers)
            };
            other.remove(at);
            kept_in.insert(at.clone(), Given { answer: to.clone(), by, at: when });
        }
        Act::Clear { at } => {
            state.answers.remove(at);
            state.unfit.remove(at);
        }
        Act::Note { at, text } if text.trim().is_empty() => {
            state.notes.remove(at);
            state.notes_of_counsel.remove(at);
        }
        Act::Note { at, text } => {
            state.notes.insert(at.clone(), text.clone());
            if by == Speaker::Counsel {
                state.notes_of_counsel.insert(at.clone());
            } else {
                state.notes_of_counsel.remove(at);
            }
        }
        Act::Mark { of, to: Some(to) } => {
            state.marks.insert(of.clone(), *to);
        }
        Act::Mark { of, to: None } => {
            state.marks.remove(of);
        }
        Act::Stand { clause, to } if *to == Stand::default() => {
            state.stands.remove(clause);
        }
        Act::Stand { clause, to } => {
            state.stands.insert(clause.clone(), to.clone());
        }
        Act::Remove { repeat, row } => remove(questionnaire, state, repeat, row),
        Act::Complete { repeat, complete: true } => {
            state.complete.insert(repeat.clone());
        }
        Act::Complete { repeat, complete: false } => {
            state.complete.remove(repeat);
        }
        Act::Undo | Act::Redo | Act::Visit { .. } | Act::Draft { .. } | Act::Path { .. } => {}
    }
}

/// Takes a row out of its list, and out of the answers that name it. An answer that named no other is unanswered again:
/// it never said "none".
fn remove(questionnaire: &Questionnaire, state: &mut State, repeat: &str, row: &str) {
    if let Some(rows) = state.rows.get_mut(repeat) {
        rows.retain(|kept| kept != row);
    }
    state.answers.retain(|at, given| {
        let names_rows = |question: &Question| matches!(&question.kind, Kind::Rows(of) if of.value == repeat);
        match &mut given.answer {
            Answer::Value(Value::Rows(rows))
                if questionnaire.question(&at.question).is_some_and(names_rows) =>
            {
                let before = rows.len();
                rows.retain(|kept| kept != row);
                rows.len() == before || !rows.is_empty()
            }
            _ => true,
        }
    });
}

#[cfg(test)]
mod tests;
