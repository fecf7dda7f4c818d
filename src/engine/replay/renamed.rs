//! Acts of a journal in the ids that the questionnaire has now. The journal itself is never rewritten.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::model::{Act, Answer, Kind, Place, Questionnaire, Subject, Value};

/// The act with every id that was renamed since in its present form.
pub(super) fn in_present_ids<'a>(questionnaire: &Questionnaire, act: &'a Act) -> Cow<'a, Act> {
    if !questionnaire.has_former_ids() {
        return Cow::Borrowed(act);
    }
    let mut present = act.clone();
    match &mut present {
        Act::Answer { at, to } => {
            rename_place(questionnaire, at);
            rename_options(questionnaire, at, to);
        }
        Act::Clear { at } | Act::Note { at, .. } | Act::Draft { at, .. } => rename_place(questionnaire, at),
        Act::Remove { repeat, .. } | Act::Complete { repeat, .. } => rename_repeat(questionnaire, repeat),
        Act::Visit { at, repeat } => {
            if let Some(at) = at {
                rename_place(questionnaire, at);
            }
            if let Some(repeat) = repeat {
                rename_repeat(questionnaire, repeat);
            }
        }
        Act::Mark { of, .. } => match of {
            Subject::Answer(at) | Subject::Note(at) => rename_place(questionnaire, at),
            Subject::Row { repeat, .. } => rename_repeat(questionnaire, repeat),
            Subject::Clause(clause) => rename_clause(questionnaire, clause),
        },
        Act::Stand { clause, .. } => rename_clause(questionnaire, clause),
        Act::Path { .. } | Act::Undo | Act::Redo => {}
    }
    Cow::Owned(present)
}

fn rename_place(questionnaire: &Questionnaire, at: &mut Place) {
    if let Some(question) = questionnaire.renamed_question(&at.question) {
        at.question.clone_from(&question.id.value);
    }
}

fn rename_repeat(questionnaire: &Questionnaire, repeat: &mut String) {
    if let Some(renamed) = questionnaire.renamed_repeat(repeat) {
        repeat.clone_from(&renamed.id.value);
    }
}

fn rename_clause(questionnaire: &Questionnaire, clause: &mut String) {
    if let Some(renamed) = questionnaire.renamed_clause(clause) {
        clause.clone_from(&renamed.id.value);
    }
}

/// Two options may have become one: it is chosen once.
fn rename_options(questionnaire: &Questionnaire, at: &Place, to: &mut Answer) {
    let Some(question) = questionnaire.question(&at.question) else { return };
    let rename = |id: &mut String| {
        if let Some(option) = question.kind.renamed_option(id) {
            id.clone_from(&option.id.value);
        }
    };
    match (&question.kind, to) {
        (Kind::Choice(_), Answer::Value(Value::Choice(id))) => rename(id),
        (Kind::Choices(_), Answer::Value(Value::Choices(ids))) => {
            let before = ids.clone();
            ids.iter_mut().for_each(rename);
            if *ids != before {
                let mut seen = HashSet::new();
                ids.retain(|id| seen.insert(id.clone()));
            }
        }
        _ => {}
    }
}
