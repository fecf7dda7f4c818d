//! Whether what someone wants to enter fits the interview. Screen and command line ask this one gate.

use super::interview::Interview;
use super::route::Standing;
use super::scene::is_closed;
use crate::model::{
    Act, Answer, Kind, Misfit, Place, Question, Questionnaire, Repeat, State, Subject, Value, fits,
};
use crate::text::clean_line;

/// Why something can't be entered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No question has that id.
    #[error("no question is called “{}”", clean_line(.0))]
    UnknownQuestion(String),
    /// No repeat has that id.
    #[error("no list is called “{}”", clean_line(.0))]
    UnknownRepeat(String),
    /// The question is asked once per row, and no row is named.
    #[error("“{question}” is asked once per {item}: name the row")]
    RowMissing {
        /// The question's id.
        question: String,
        /// What a row of its repeat is.
        item: String,
    },
    /// A row is named for a question that has none.
    #[error("“{0}” is not asked per row: leave the row out")]
    RowTooMuch(String),
    /// The row does not exist.
    #[error("there is no row “{}” in “{repeat}”", clean_line(row))]
    UnknownRow {
        /// The repeat's id.
        repeat: String,
        /// The row's id.
        row: String,
    },
    /// The row's id can't be one.
    #[error("“{}” can't name a row: use letters, digits, - and _, beginning with a letter or digit", clean_line(.0))]
    BadRow(String),
    /// The row was taken out; its id is not given again.
    #[error("the row “{}” was taken out, and row names are not used twice: take a new one", clean_line(.0))]
    RowGone(String),
    /// The list was said to be complete.
    #[error("the list “{0}” was said to be complete: open it again before adding a row")]
    ListComplete(String),
    /// The list has all the rows it can have.
    #[error("“{repeat}” holds {most} rows at most")]
    TooManyRows {
        /// The repeat's id.
        repeat: String,
        /// How many it can have.
        most: usize,
    },
    /// The list needs more rows before it can be complete.
    #[error("“{repeat}” needs {least} or more before it can be complete")]
    TooFewRows {
        /// The repeat's id.
        repeat: String,
        /// How many it needs.
        least: usize,
    },
    /// The question does not apply as the answers stand.
    #[error("“{0}” does not apply as the answers stand")]
    DoesNotApply(String),
    /// No question is essential, so there is nothing that the express path could ask.
    #[error("this questionnaire has no express path: none of its questions is marked as essential")]
    NoExpressPath,
    /// No point of the contract has that id.
    #[error("no contract point is called “{}”", clean_line(.0))]
    UnknownClause(String),
    /// The value does not fit the question.
    #[error("{0}")]
    Misfit(Misfit),
}

/// Whether an act can be entered as the interview stands. It may be about a question that does not apply now:
/// an answer to it is parked. [`holds`] is the stricter one.
///
/// # Errors
/// The first thing that speaks against it.
pub fn accept(interview: &Interview, act: &Act) -> Result<(), Refusal> {
    let (questionnaire, state) = (interview.questionnaire(), interview.state());
    match act {
        Act::Answer { at, to } => {
            let question = place(questionnaire, at)?;
            room(interview, question, at)?;
            answer(state, question, to)
        }
        Act::Note { at, .. } | Act::Draft { at, .. } => room(interview, place(questionnaire, at)?, at),
        Act::Clear { at } | Act::Mark { of: Subject::Answer(at) | Subject::Note(at), .. } => {
            exists(interview, at)
        }
        Act::Mark { of: Subject::Clause(clause), .. } | Act::Stand { clause, .. } => {
            let known = questionnaire.clause(clause).is_some();
            if known { Ok(()) } else { Err(Refusal::UnknownClause(clause.clone())) }
        }
        Act::Remove { repeat, row } | Act::Mark { of: Subject::Row { repeat, row }, .. } => {
            list(interview, repeat)?;
            row_exists(state, repeat, row)
        }
        Act::Complete { repeat, complete } => complete_list(interview, list(interview, repeat)?, *complete),
        Act::Path { express: true } if !interview.questionnaire().questions().any(|q| q.essential) => {
            Err(Refusal::NoExpressPath)
        }
        Act::Undo | Act::Redo | Act::Visit { .. } | Act::Path { .. } => Ok(()),
    }
}

/// Whether an answer holds in an interview that already contains it: its question applies, its value fits, and
/// the rows it names exist.
///
/// # Errors
/// The first thing that speaks against it.
pub fn holds(interview: &Interview, at: &Place, to: &Answer) -> Result<(), Refusal> {
    let question = place(interview.questionnaire(), at)?;
    if interview.standing(at) != Standing::Asked {
        return Err(Refusal::DoesNotApply(at.question.clone()));
    }
    answer(interview.state(), question, to)
}

/// Whether the questionnaire has any use for an answer of a journal, which may be one of an earlier version: there is
/// such a question, it takes such values, and of the rows named one is there at least.
///
/// # Errors
/// The first thing that speaks against it.
pub(super) fn has_use(
    questionnaire: &Questionnaire,
    state: &State,
    at: &Place,
    to: &Answer,
) -> Result<(), Refusal> {
    let question = place(questionnaire, at)?;
    let Answer::Value(value) = to else { return Ok(()) };
    if let Err(misfit) = fits(&question.kind, value)
        && misfit.is_with_the_question()
    {
        return Err(Refusal::Misfit(misfit));
    }
    if let (Kind::Rows(repeat), Value::Rows(rows)) = (&question.kind, value)
        && !rows.iter().any(|row| state.rows(&repeat.value).contains(row))
    {
        return rows.iter().try_for_each(|row| row_exists(state, &repeat.value, row));
    }
    Ok(())
}

fn answer(state: &State, question: &Question, to: &Answer) -> Result<(), Refusal> {
    let Answer::Value(value) = to else { return Ok(()) };
    fits(&question.kind, value).map_err(Refusal::Misfit)?;
    if let (Kind::Rows(repeat), Value::Rows(rows)) = (&question.kind, value) {
        rows.iter().try_for_each(|row| row_exists(state, &repeat.value, row))?;
    }
    Ok(())
}

/// The question of a place that is well formed: it has a row exactly where it must.
fn place<'q>(questionnaire: &'q Questionnaire, at: &Place) -> Result<&'q Question, Refusal> {
    let question =
        questionnaire.question(&at.question).ok_or_else(|| Refusal::UnknownQuestion(at.question.clone()))?;
    match (&question.row_of, &at.row) {
        (None, None) | (Some(_), Some(_)) => Ok(question),
        (None, Some(_)) => Err(Refusal::RowTooMuch(at.question.clone())),
        (Some(repeat), None) => Err(Refusal::RowMissing {
            question: at.question.clone(),
            item: questionnaire.repeat(&repeat.value).map_or_else(String::new, |r| r.item.value.clone()),
        }),
    }
}

/// A row that is named for the first time begins with this: its list must have room, and its id must be fresh.
fn room(interview: &Interview, question: &Question, at: &Place) -> Result<(), Refusal> {
    let repeat = question.row_of.as_ref().and_then(|id| interview.questionnaire().repeat(&id.value));
    let (Some(repeat), Some(row)) = (repeat, &at.row) else { return Ok(()) };
    let (id, state) = (&repeat.id.value, interview.state());
    if state.rows(id).contains(row) {
        Ok(())
    } else if !can_name_a_row(row) {
        Err(Refusal::BadRow(row.clone()))
    } else if state.used.contains(&(id.clone(), row.clone())) {
        Err(Refusal::RowGone(row.clone()))
    } else if is_closed(repeat, state) {
        Err(Refusal::ListComplete(id.clone()))
    } else if state.rows(id).len() >= repeat.most {
        Err(Refusal::TooManyRows { repeat: id.clone(), most: repeat.most })
    } else {
        Ok(())
    }
}

/// A row's id is typed by people and stands in files and messages: short, and nothing to quote.
fn can_name_a_row(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    id.len() <= 40 && id.starts_with(|c: char| c.is_ascii_alphanumeric()) && id.chars().all(plain)
}

/// A place is well formed, and its row is there.
pub(super) fn exists(interview: &Interview, at: &Place) -> Result<(), Refusal> {
    match (&place(interview.questionnaire(), at)?.row_of, &at.row) {
        (Some(repeat), Some(row)) => row_exists(interview.state(), &repeat.value, row),
        _ => Ok(()),
    }
}

fn row_exists(state: &State, repeat: &str, row: &str) -> Result<(), Refusal> {
    if state.rows(repeat).iter().any(|known| known == row) {
        Ok(())
    } else {
        Err(Refusal::UnknownRow { repeat: repeat.to_owned(), row: row.to_owned() })
    }
}

fn list<'i>(interview: &'i Interview, id: &str) -> Result<&'i Repeat, Refusal> {
    interview.questionnaire().repeat(id).ok_or_else(|| Refusal::UnknownRepeat(id.to_owned()))
}

fn complete_list(interview: &Interview, repeat: &Repeat, complete: bool) -> Result<(), Refusal> {
    let id = &repeat.id.value;
    if complete && interview.state().rows(id).len() < repeat.least {
        return Err(Refusal::TooFewRows { repeat: id.clone(), least: repeat.least });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
