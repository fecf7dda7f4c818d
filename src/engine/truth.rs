//! Three-valued conditions (Kleene's strong logic): what is not known yet is neither true nor false.

use rust_decimal::Decimal;

use super::route::{Standing, Standings};
use crate::model::{Answer, Condition, Id, Place, Question, Questionnaire, State, Value};

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
}

impl Verdict {
    fn new(truth: impl Into<Truth>, evidence: Vec<Place>) -> Self {
        Self { truth: truth.into(), evidence }
    }

    fn unknown() -> Self {
        Self::new(Truth::Unknown, Vec::new())
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

impl<'a> Scene<'a> {
    /// Judges a condition for the rows in scope.
    pub fn judge(self, condition: &'a Condition, scope: Scope<'_>) -> Verdict {
        match condition {
            Condition::All(parts) => combine(parts.iter().map(|part| self.judge(part, scope)), Truth::False),
            Condition::Any(parts) => combine(parts.iter().map(|part| self.judge(part, scope)), Truth::True),
            Condition::Not(part) => {
                let verdict = self.judge(part, scope);
                Verdict { truth: !verdict.truth, ..verdict }
            }
            Condition::Some(repeat, part) => self.count(repeat, part, scope, 1),
            Condition::Count(repeat, part, least) => self.count(repeat, part, scope, *least),
            Condition::Every(repeat, part) => self.every(repeat, part, scope),
            atom => self.atom(atom, scope),
        }
    }

    fn atom(self, atom: &'a Condition, scope: Scope<'_>) -> Verdict {
        match atom {
            Condition::Is(question, option) => {
                self.value(question, scope, |value| named(value, &option.value))
            }
            Condition::OneOf(question, options) => {
                self.value(question, scope, |value| options.iter().any(|option| named(value, &option.value)))
            }
            Condition::Includes(question, option) => self.value(
                question,
                scope,
                |value| matches!(value, Value::Choices(chosen) if chosen.contains(&option.value)),
            ),
            Condition::Yes(question) => self.value(question, scope, |value| *value == Value::YesNo(true)),
            Condition::No(question) => self.value(question, scope, |value| *value == Value::YesNo(false)),
            Condition::AtLeast(question, least) => {
                self.value(question, scope, |value| number(value).is_some_and(|n| n >= *least))
            }
            Condition::AtMost(question, most) => {
                self.value(question, scope, |value| number(value).is_some_and(|n| n <= *most))
            }
            Condition::Answered(question) => {
                self.answer(question, scope, |answer| answer.value().is_some().into())
            }
            Condition::Unknown(question) => self.answer(question, scope, |answer| answer.is_open().into()),
            _ => Verdict::unknown(),
        }
    }

    /// An atom about a value: unknown while the answer is open, false where there is none.
    fn value(self, question: &Id, scope: Scope<'_>, holds: impl Fn(&Value) -> bool) -> Verdict {
        self.answer(question, scope, |answer| match answer {
            Answer::Value(value) => holds(value).into(),
            Answer::NotApplicable => Truth::False,
            Answer::DontKnow | Answer::AskCounsel => Truth::Unknown,
        })
    }

    /// An atom about an answer: unknown while there is none, false where the question is not asked.
    fn answer(self, id: &Id, scope: Scope<'_>, truth: impl Fn(&Answer) -> Truth) -> Verdict {
        let Some(question) = self.questionnaire.question(&id.value) else { return Verdict::unknown() };
        let Some(place) = place_in(question, scope) else { return Verdict::unknown() };
        match self.standings.of(&place) {
            Standing::Asked => self.state.answer(&place).map_or_else(Verdict::unknown, |answer| {
                let truth = truth(answer);
                let evidence = if truth == Truth::Unknown { Vec::new() } else { vec![place] };
                Verdict { truth, evidence }
            }),
            Standing::Waiting => Verdict::unknown(),
            Standing::Out => Verdict { truth: Truth::False, evidence: self.why_not_asked(question, scope) },
        }
    }

    /// The answers because of which a question is not asked.
    fn why_not_asked(self, question: &'a Question, scope: Scope<'_>) -> Vec<Place> {
        let gate = question.when.as_ref().map(|when| self.judge(when, scope));
        gate.filter(|verdict| verdict.truth == Truth::False).map_or_else(Vec::new, |v| v.evidence)
    }

    /// At least `least` rows meet the condition. While rows may still come, too few of them is not yet no.
    fn count(self, repeat: &'a Id, part: &'a Condition, scope: Scope<'_>, least: usize) -> Verdict {
        let verdicts = self.each_row(repeat, part, scope);
        let having = |wanted| verdicts.iter().filter(move |verdict| verdict.truth == wanted);
        let (sure, open) = (having(Truth::True).count(), having(Truth::Unknown).count());
        if sure >= least {
            Verdict::new(true, having(Truth::True).flat_map(|v| v.evidence.clone()).collect())
        } else if sure + open >= least || self.rows_may_come(repeat) {
            Verdict::unknown()
        } else {
            Verdict::new(false, having(Truth::False).flat_map(|v| v.evidence.clone()).collect())
        }
    }

    fn every(self, repeat: &'a Id, part: &'a Condition, scope: Scope<'_>) -> Verdict {
        let verdict = combine(self.each_row(repeat, part, scope).into_iter(), Truth::False);
        if verdict.truth == Truth::True && self.rows_may_come(repeat) { Verdict::unknown() } else { verdict }
    }

    fn each_row(self, repeat: &'a Id, part: &'a Condition, scope: Scope<'_>) -> Vec<Verdict> {
        if self.standings.of_repeat(&repeat.value) == Standing::Out {
            return Vec::new();
        }
        let inner = |row: &'a str| {
            let mut inner = scope.to_vec();
            inner.push((&repeat.value, row));
            self.judge(part, &inner)
        };
        self.state.rows(&repeat.value).iter().map(|row| inner(row)).collect()
    }

    /// Whether the list of rows is not complete.
    pub fn rows_may_come(self, repeat: &str) -> bool {
        let most = self.questionnaire.repeat(repeat).map_or(0, |repeat| repeat.most);
        self.standings.of_repeat(repeat) != Standing::Out
            && !self.state.complete.contains(repeat)
            && self.state.rows(repeat).len() < most
    }
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

/// All (`decisive` false) or Any (`decisive` true): one decisive part settles it, one unknown part keeps it open.
fn combine(parts: impl Iterator<Item = Verdict>, decisive: Truth) -> Verdict {
    let parts: Vec<Verdict> = parts.collect();
    let settled = |wanted| parts.iter().filter(move |part| part.truth == wanted);
    let truth = if settled(decisive).next().is_some() {
        decisive
    } else if settled(Truth::Unknown).next().is_some() {
        Truth::Unknown
    } else {
        !decisive
    };
    let evidence = if truth == Truth::Unknown {
        Vec::new()
    } else {
        settled(truth).flat_map(|part| part.evidence.clone()).collect()
    };
    Verdict { truth, evidence }
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
