//! What becomes of the answers that saved sessions hold: question by question, as a replay would have it.

use std::fmt;

use rust_decimal::Decimal;

use crate::model::{Answer, Value};

/// What becomes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It keeps its meaning.
    Carried,
    /// It stands, and somebody should look whether it still says what they mean.
    Reconfirm,
    /// It is kept, but out of every conclusion, and the question, if there is one, is unanswered.
    Parked,
}

impl Verdict {
    /// All of them, in the order told.
    pub const ALL: [Self; 3] = [Self::Carried, Self::Reconfirm, Self::Parked];

    /// The words for a person.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::Reconfirm => "to reconfirm",
            Self::Parked => "parked",
        }
    }

    /// The word for JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reconfirm => "reconfirm",
            other => other.words(),
        }
    }
}

/// What becomes of the answers to one question of the old questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// The question's id in the old questionnaire.
    pub question: String,
    /// Its id in the new one; `None` where it is gone.
    pub now: Option<String>,
    /// What becomes of a value that no exception speaks of.
    pub verdict: Verdict,
    /// Why; empty where it is carried.
    pub because: Vec<Because>,
    /// Values that are parked, whatever becomes of the others.
    pub parked_where: Vec<Exception>,
    /// The changes because of which the question may be asked where it was not, or the other way: until those are settled
    /// its answers may be parked.
    pub hangs_on: Vec<Gate>,
}

/// A reason why an answer is not simply carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// No question has this id or had it.
    Gone,
    /// It was asked once and is asked per row now, of what this is.
    PerRow(String),
    /// It was asked per row, of what this is, and is asked once now.
    Once(String),
    /// Its kind is another one.
    Kind {
        /// What it was.
        from: &'static str,
        /// What it is.
        to: &'static str,
    },
    /// It belongs to the rows of another repeat.
    OtherRows {
        /// The former.
        from: String,
        /// The present one.
        to: String,
    },
    /// It chooses among the rows of another repeat.
    OtherList {
        /// The former.
        from: String,
        /// The present one.
        to: String,
    },
    /// This one has become the same question.
    Joined(String),
    /// It wants a single line now.
    OneLine,
    /// A field of it reads otherwise.
    Reworded(&'static str),
    /// An option of it reads otherwise.
    OptionReworded(String),
    /// It has an option that was not there to be chosen.
    OptionAdded(String),
    /// It is asked on another condition.
    Condition,
}

impl Because {
    /// What follows for a value.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Gone | Self::PerRow(_) | Self::Once(_) | Self::Kind { .. } => Verdict::Parked,
            _ => Verdict::Reconfirm,
        }
    }

    /// What follows for "don't know" and its like, which any kind of question takes.
    fn verdict_of_no_value(&self) -> Verdict {
        if matches!(self, Self::Kind { .. }) { Verdict::Reconfirm } else { self.verdict() }
    }
}

impl fmt::Display for Because {
    /// As a sentence about the question, without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("the question is gone"),
            Self::PerRow(item) => write!(f, "it is asked once per {item} now"),
            Self::Once(item) => write!(f, "it is asked once now, not per {item}"),
            Self::Kind { from, to } => write!(f, "its kind was {from} and is {to}"),
            Self::OtherRows { from, to } => {
                write!(f, "its rows were those of `{from}` and would be taken for rows of `{to}`")
            }
            Self::OtherList { from, to } => {
                write!(f, "it chose among the rows of `{from}` and chooses among those of `{to}`")
            }
            Self::Joined(other) => {
                write!(f, "it and `{other}` are one question now: the answer given last counts")
            }
            Self::OneLine => f.write_str("it wants a single line now"),
            Self::Reworded(field) => write!(f, "its `{field}` reads otherwise"),
            Self::OptionReworded(id) => write!(f, "its option `{id}` reads otherwise"),
            Self::OptionAdded(id) => write!(f, "its option `{id}` is new"),
            Self::Condition => f.write_str("it is asked on another condition"),
        }
    }
}

/// Values that are parked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exception {
    /// Those that chose this option, which is gone.
    Chose(String),
    /// Those that chose one of these, which have become an option that stands alone, together with another one.
    NotAlone(Vec<String>),
    /// Those below this number.
    Below(Decimal),
    /// Those above it.
    Above(Decimal),
    /// Those that name only rows of this repeat that are gone, because all that was said of them was said to questions that
    /// are. Which those are only the session knows.
    LostRows(String),
}

impl Exception {
    /// Whether it is known to speak of that value.
    #[must_use]
    pub fn is_of(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Chose(id), Value::Choice(chosen)) => chosen == id,
            (Self::Chose(id), Value::Choices(chosen)) => chosen.contains(id),
            (Self::NotAlone(ids), Value::Choices(chosen)) => {
                let alone = chosen.iter().filter(|one| ids.contains(one)).count();
                alone > 0 && alone < chosen.len()
            }
            (Self::Below(least), Value::Number(number)) => number < least,
            (Self::Above(most), Value::Number(number)) => number > most,
            _ => false,
        }
    }
}

impl fmt::Display for Exception {
    /// To follow "where".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chose(id) => write!(f, "it chose `{id}`"),
            Self::NotAlone(ids) => write!(f, "it chose `{}` with another one", ids.join("` or `")),
            Self::Below(least) => write!(f, "it is less than {}", least.normalize()),
            Self::Above(most) => write!(f, "it is more than {}", most.normalize()),
            Self::LostRows(repeat) => {
                write!(f, "it names only rows of `{repeat}` of which no answer is left")
            }
        }
    }
}

/// Something that decides whether a question is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Gate {
    /// A question, by its id in the old questionnaire.
    Question(String),
    /// The rows of a repeat, by its id in the old one.
    Rows(String),
    /// A kind of fact of countries' law.
    Fact(String),
    /// What those that are named hang on in turn: there would be too many to name.
    Earlier,
}

impl fmt::Display for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(id) => write!(f, "`{id}`"),
            Self::Rows(id) => write!(f, "the rows of `{id}`"),
            Self::Fact(id) => write!(f, "the fact `{id}`"),
            Self::Earlier => f.write_str("what changed before those"),
        }
    }
}

impl Fate {
    /// What becomes of that answer.
    #[must_use]
    pub fn of(&self, answer: &Answer) -> Verdict {
        match answer {
            Answer::Value(value) if self.parked_where.iter().any(|exception| exception.is_of(value)) => {
                Verdict::Parked
            }
            Answer::Value(_) => self.verdict,
            _ => self.because.iter().map(Because::verdict_of_no_value).max().unwrap_or(Verdict::Carried),
        }
    }

    /// Whether by itself it decides otherwise than before about what is asked later: some of its answers count no longer,
    /// or it is not asked where it was.
    pub(super) fn decides_otherwise(&self) -> bool {
        let harmless = |because: &Because| {
            matches!(
                because,
                Because::Reworded(_)
                    | Because::OptionReworded(_)
                    | Because::OptionAdded(_)
                    | Because::OneLine
            )
        };
        !self.because.iter().all(harmless) || !self.parked_where.is_empty()
    }
}
