//! Whether what someone wants to enter fits the interview. Screen and command line ask this one gate.

use super::interview::Interview;
use super::route::Standing;
use crate::model::{Act, Answer, Kind, Misfit, Place, Value, fits};

/// Why something can't be entered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No question has that id.
    #[error("no question is called “{0}”")]
    UnknownQuestion(String),
    /// No repeat has that id.
    #[error("no list is called “{0}”")]
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
    #[error("there is no row “{row}” in “{repeat}”")]
    UnknownRow {
        /// The repeat's id.
        repeat: String,
        /// The row's id.
        row: String,
    },
    /// The row was taken out; its id is not given again.
    #[error("the row “{0}” was taken out, and row names are not used twice: take a new one")]
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
    /// The value does not fit the question.
    #[error("{0}")]
    Misfit(Misfit),
}

/// Whether an act can be entered as the interview stands.
///
/// # Errors
/// The first thing that speaks against it.
pub fn accept(interview: &Interview, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Answer { at, to } => {
            new_row(interview, at)?;
            answer(interview, at, to)
        }
        Act::Clear { at } | Act::Note { at, .. } | Act::Draft { at, .. } => place(interview, at),
        Act::Remove { repeat, row } => row_exists(interview, repeat, row),
        Act::Complete { repeat, complete } => list(interview, repeat, *complete),
        Act::Undo | Act::Redo | Act::Visit { .. } => Ok(()),
    }
}

/// Whether an answer holds in an interview that already contains it: its question applies, its value fits, and
/// the rows it names exist.
///
/// # Errors
/// The first thing that speaks against it.
pub fn holds(interview: &Interview, at: &Place, to: &Answer) -> Result<(), Refusal> {
    place(interview, at)?;
    if interview.standing(at) != Standing::Asked {
        return Err(Refusal::DoesNotApply(at.question.clone()));
    }
    answer(interview, at, to)
}

fn answer(interview: &Interview, at: &Place, to: &Answer) -> Result<(), Refusal> {
    let Some(question) = interview.questionnaire().question(&at.question) else {
        return Err(Refusal::UnknownQuestion(at.question.clone()));
    };
    let Answer::Value(value) = to else { return Ok(()) };
    fits(&question.kind, value).map_err(Refusal::Misfit)?;
    if let (Kind::Rows(repeat), Value::Rows(rows)) = (&question.kind, value) {
        rows.iter().try_for_each(|row| row_exists(interview, &repeat.value, row))?;
    }
    Ok(())
}

/// A place is well formed: its question exists and has a row exactly where it must.
fn place(interview: &Interview, at: &Place) -> Result<(), Refusal> {
    let questionnaire = interview.questionnaire();
    let question =
        questionnaire.question(&at.question).ok_or_else(|| Refusal::UnknownQuestion(at.question.clone()))?;
    match (&question.row_of, &at.row) {
        (None, None) | (Some(_), Some(_)) => Ok(()),
        (None, Some(_)) => Err(Refusal::RowTooMuch(at.question.clone())),
        (Some(repeat), None) => Err(Refusal::RowMissing {
            question: at.question.clone(),
            item: questionnaire.repeat(&repeat.value).map_or_else(String::new, |r| r.item.value.clone()),
        }),
    }
}

/// An answer may begin a row: there must be room for it, and its id must be fresh.
fn new_row(interview: &Interview, at: &Place) -> Result<(), Refusal> {
    place(interview, at)?;
    let questionnaire = interview.questionnaire();
    let repeat = questionnaire.question(&at.question).and_then(|question| question.row_of.as_ref());
    let (Some(repeat), Some(row)) = (repeat.and_then(|id| questionnaire.repeat(&id.value)), &at.row) else {
        return Ok(());
    };
    let (id, state) = (&repeat.id.value, interview.state());
    if state.rows(id).contains(row) {
        Ok(())
    } else if state.used.contains(&(id.clone(), row.clone())) {
        Err(Refusal::RowGone(row.clone()))
    } else if state.complete.contains(id) {
        Err(Refusal::ListComplete(id.clone()))
    } else if state.rows(id).len() >= repeat.most {
        Err(Refusal::TooManyRows { repeat: id.clone(), most: repeat.most })
    } else {
        Ok(())
    }
}

fn row_exists(interview: &Interview, repeat: &str, row: &str) -> Result<(), Refusal> {
    if interview.state().rows(repeat).iter().any(|known| known == row) {
        Ok(())
    } else {
        Err(Refusal::UnknownRow { repeat: repeat.to_owned(), row: row.to_owned() })
    }
}

fn list(interview: &Interview, id: &str, complete: bool) -> Result<(), Refusal> {
    let Some(repeat) = interview.questionnaire().repeat(id) else {
        return Err(Refusal::UnknownRepeat(id.to_owned()));
    };
    if complete && interview.state().rows(id).len() < repeat.least {
        return Err(Refusal::TooFewRows { repeat: id.to_owned(), least: repeat.least });
    }
    Ok(())
}
