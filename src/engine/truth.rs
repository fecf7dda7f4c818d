//! Three-valued conditions (Kleene's strong logic): what is not known yet is neither true nor false.

use rust_decimal::Decimal;

use super::route::Standings;
use crate::model::{Answer, Condition, Id, Place, Question, Questionnaire, Repeat, State, Value};

/// Whether a statement holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not.
    False,
    /// It depends on something that is not known.
    Unknown,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// A truth with the answers that settle it. An unknown one has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub truth: Truth,
    pub evidence: Vec<Place>,
    /// Whether it rests on something that was said: not only on questions that are not asked, or not applicable.
    pub said: bool,
}

impl Verdict {
    /// A verdict that needs no answer.
    pub fn given(truth: Truth) -> Self {
        Self { truth, evidence: Vec::new(), said: false }
    }

    /// True where every part is, on the evidence of all; false where one part is, on the evidence of those.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::combine(parts, Truth::False)
    }

    /// True where one part is, on the evidence of those; false where every part is, on the evidence of all.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::combine(parts, Truth::True)
    }

    /// One `decisive` part settles it; without one, a single unknown part keeps it open.
    fn combine(parts: impl IntoIterator<Item = Self>, decisive: Truth) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        let some_are = |truth| parts.iter().any(|part| part.truth == truth);
        let truth = if some_are(decisive) {
            decisive
        } else if some_are(Truth::Unknown) {
            Truth::Unknown
        } else {
            !decisive
        };
        Self::of(&parts, truth)
    }

    /// That truth, on the evidence of the parts that have it.
    fn of(parts: &[Self], truth: Truth) -> Self {
        let having = || parts.iter().filter(|part| part.truth == truth);
        let evidence = having().flat_map(|part| part.evidence.iter().cloned()).collect();
        Self { truth, evidence, said: having().any(|part| part.said) }
    }
}

impl std::ops::Not for Verdict {
    type Output = Self;
    fn not(self) -> Self {
        Self { truth: !self.truth, ..self }
    }
}

/// The rows that a condition speaks of: at most one of each repeat.
pub(super) type Scope<'a> = &'a [(&'a str, &'a str)];

/// What conditions are judged against. Only questions in `standings` count: the routing pass fills it in
/// order, so a condition can see earlier questions only.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub questionnaire: &'a Questionnaire,
    pub state: &'a State,
    pub standings: &'a Standings,
}

impl Scene<'_> {
    /// Judges a condition for the rows in scope.
    pub fn judge(self, condition: &Condition, scope: Scope<'_>) -> Verdict {
        let value = |id: &Id, holds: &dyn Fn(&Value) -> bool| self.value(id, scope, holds);
        match condition {
            Condition::All(parts) => Verdict::all(parts.iter().map(|part| self.judge(part, scope))),
            Condition::Any(parts) => Verdict::any(parts.iter().map(|part| self.judge(part, scope))),
            Condition::Not(part) => !self.judge(part, scope),
            Condition::Is(id, option) => value(id, &|value| named(value, option)),
            Condition::OneOf(id, options) => {
                value(id, &|value| options.iter().any(|option| named(value, option)))
            }
            Condition::Includes(id, option) => {
                value(id, &|value| matches!(value, Value::Choices(chosen) if chosen.contains(option)))
            }
            Condition::Yes(id) => value(id, &|value| *value == Value::YesNo(true)),
            Condition::No(id) => value(id, &|value| *value == Value::YesNo(false)),
            Condition::AtLeast(id, least) => value(id, &|value| number(value).is_some_and(|n| n >= *least)),
            Condition::AtMost(id, most) => value(id, &|value| number(value).is_some_and(|n| n <= *most)),
            Condition::Answered(id) => self.answer(id, scope, |answer| answer.value().is_some().into()),
            Condition::Unknown(id) => self.answer(id, scope, |answer| answer.is_open().into()),
            Condition::Some(repeat, part) => self.rows(repeat, scope, 1, |inner| self.judge(part, inner)),
            Condition::Count(repeat, part, least) => {
                self.rows(repeat, scope, *least, |inner| self.judge(part, inner))
            }
            Condition::Every(repeat, part) => !self.rows(repeat, scope, 1, |inner| !self.judge(part, inner)),
        }
    }

    /// A statement about a value: unknown while the answer is open, false where there is none.
    pub fn value(self, id: &str, scope: Scope<'_>, holds: impl Fn(&Value) -> bool) -> Verdict {
        self.answer(id, scope, |answer| match answer {
            Answer::Value(value) => holds(value).into(),
            Answer::NotApplicable => Truth::False,
            Answer::DontKnow | Answer::AskCounsel => Truth::Unknown,
        })
    }

    /// A statement about an answer: unknown while there is none, false where the question is not asked.
    fn answer(self, id: &str, scope: Scope<'_>, holds: impl Fn(&Answer) -> Truth) -> Verdict {
        let question = self.questionnaire.question(id);
        let Some(place) = question.and_then(|question| place_in(question, scope)) else {
            return Verdict::given(Truth::Unknown);
        };
        let gate = self.standings.gate(&place);
        if gate.truth != Truth::True {
            return Verdict { said: false, ..gate };
        }
        let answer = self.state.answer(&place);
        match answer.map_or(Truth::Unknown, holds) {
            Truth::Unknown => Verdict::given(Truth::Unknown),
            truth => Verdict { truth, evidence: vec![place], said: answer != Some(&Answer::NotApplicable) },
        }
    }

    /// At least `least` rows of the repeat hold. While enough rows may still come, too few is not yet no; where
    /// even all of them would be too few, no answer has a part in it.
    fn rows(
        self,
        repeat: &str,
        scope: Scope<'_>,
        least: usize,
        holds: impl Fn(Scope<'_>) -> Verdict,
    ) -> Verdict {
        let gate = self.standings.repeat_gate(repeat);
        if gate.truth == Truth::False && least > 0 {
            return gate;
        }
        let rows = self.state.rows(repeat);
        let most = rows.len() + self.rows_to_come(repeat);
        if most < least {
            return Verdict::given(Truth::False);
        }
        let row = |row: &String| Verdict::all([gate.clone(), holds(&[scope, &[(repeat, row)]].concat())]);
        let verdicts: Vec<Verdict> = rows.iter().map(row).collect();
        let number_of = |truth| verdicts.iter().filter(|verdict| verdict.truth == truth).count();
        let truth = if number_of(Truth::True) >= least {
            Truth::True
        } else if most - number_of(Truth::False) >= least {
            Truth::Unknown
        } else {
            Truth::False
        };
        Verdict::of(&verdicts, truth)
    }

    /// How many rows may still come at most: none once the list is closed or does not apply.
    pub fn rows_to_come(self, repeat: &str) -> usize {
        match self.questionnaire.repeat(repeat) {
            Some(found) if !is_closed(found, self.state) => {
                let out = self.standings.repeat_gate(repeat).truth == Truth::False;
                if out { 0 } else { found.most.saturating_sub(self.state.rows(repeat).len()) }
            }
            _ => 0,
        }
    }
}

/// Whether the person said that a list is complete, and it has the rows it must have: one may have been taken
/// out since.
pub(super) fn is_closed(repeat: &Repeat, state: &State) -> bool {
    let id = repeat.id.value.as_str();
    state.complete.contains(id) && state.rows(id).len() >= repeat.least
}

/// The place of a question for the rows in scope; `None` where its repeat has no row in scope.
pub(super) fn place_in(question: &Question, scope: Scope<'_>) -> Option<Place> {
    match &question.row_of {
        None => Some(Place::new(&question.id.value, None)),
        Some(repeat) => {
            let (_, row) = scope.iter().rev().find(|(of, _)| *of == repeat.value)?;
            Some(Place::new(&question.id.value, Some(row)))
        }
    }
}

fn named(value: &Value, id: &str) -> bool {
    matches!(value, Value::Choice(given) | Value::Country(given) if given == id)
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Scale(step) => Some(Decimal::from(*step)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
