//! Conditions judged against what was answered, and against what is known of countries' law.

use super::route::Standings;
use super::truth::{FactOf, Truth, Verdict};
use crate::model::{Answer, Condition, Id, Kind, Place, Question, Questionnaire, Repeat, State, Value};

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
        match condition {
            Condition::All(parts) => Verdict::all(parts.iter().map(|part| self.judge(part, scope))),
            Condition::Any(parts) => Verdict::any(parts.iter().map(|part| self.judge(part, scope))),
            Condition::Not(part) => !self.judge(part, scope),
            Condition::Is(id, _)
            | Condition::OneOf(id, _)
            | Condition::Includes(id, _)
            | Condition::Yes(id)
            | Condition::No(id)
            | Condition::AtLeast(id, _)
            | Condition::AtMost(id, _) => self.value(id, scope, |value| condition.is_met_by(value)),
            Condition::Among(one, others) => self.shared(one, others, scope),
            Condition::Fact(id, kind, values) => self.fact(id, kind, values, scope),
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
            return Verdict { said: false, open: false, ..gate };
        }
        let answer = self.state.answer(&place);
        match answer.map_or(Truth::Unknown, holds) {
            Truth::Unknown => Verdict::given(Truth::Unknown),
            truth => Verdict {
                truth,
                evidence: vec![place],
                facts: Vec::new(),
                said: answer != Some(&Answer::NotApplicable),
                open: false,
            },
        }
    }

    /// Whether the country given to one question is among those given to another.
    fn shared(self, one: &str, others: &str, scope: Scope<'_>) -> Verdict {
        let named = self.value(one, scope, |_| true);
        if named.truth != Truth::True {
            return named;
        }
        let codes = self.given(one, scope).map_or(&[][..], Value::countries);
        let holds = |value: &Value| codes.iter().any(|code| value.countries().contains(code));
        let shared = self.value(others, scope, holds);
        let evidence = if shared.truth == Truth::Unknown { Vec::new() } else { named.evidence };
        Verdict { evidence: [evidence, shared.evidence].concat(), ..shared }
    }

    /// Whether a fact of one of the countries given has one of the values.
    fn fact(self, id: &str, kind: &str, values: &[Id], scope: Scope<'_>) -> Verdict {
        let named = self.value(id, scope, |_| true);
        if named.truth != Truth::True {
            return named;
        }
        let of_country = |code: &String| {
            let facts = vec![FactOf { country: code.clone(), fact: kind.to_owned() }];
            match self.questionnaire.jurisdictions.has(code, kind, values) {
                Some(has) => Verdict { truth: has.into(), facts, ..named.bare() },
                None => Verdict { facts, ..Verdict::given(Truth::Unknown) },
            }
        };
        let codes = self.given(id, scope).map_or(&[][..], Value::countries);
        let verdict = Verdict::any(codes.iter().map(of_country));
        let evidence = if verdict.truth == Truth::Unknown { Vec::new() } else { named.evidence };
        Verdict { evidence, ..verdict }
    }

    /// The value given to a question, for the rows in scope, whether or not it counts.
    fn given<'a>(self, id: &str, scope: Scope<'_>) -> Option<&'a Value>
    where
        Self: 'a,
    {
        let place = place_in(self.questionnaire.question(id)?, scope)?;
        self.state.answer(&place)?.value()
    }

    /// At least `least` rows hold: of a repeat, or of those that a Rows question names. While enough rows may still come,
    /// too few is not yet no; where even all of them would be too few, no answer has a part in it.
    fn rows(self, of: &str, scope: Scope<'_>, least: usize, holds: impl Fn(Scope<'_>) -> Verdict) -> Verdict {
        let Listed { repeat, gate, rows, most } = self.listed(of, scope);
        if gate.truth == Truth::False && least > 0 {
            return gate;
        }
        if most < least {
            let named = gate.truth == Truth::True;
            return if named {
                Verdict { truth: Truth::False, ..gate }
            } else {
                Verdict::given(Truth::False)
            };
        }
        let row = |row: &&str| Verdict::all([gate.clone(), holds(&[scope, &[(repeat, *row)]].concat())]);
        let verdicts: Vec<Verdict> = rows.iter().map(row).collect();
        let number_of = |truth| verdicts.iter().filter(|verdict| verdict.truth == truth).count();
        let truth = if number_of(Truth::True) >= least {
            Truth::True
        } else if most.saturating_sub(number_of(Truth::False)) >= least {
            Truth::Unknown
        } else {
            Truth::False
        };
        let mut verdict = Verdict::of(&verdicts, truth);
        if truth != Truth::Unknown {
            verdict.evidence.extend(gate.evidence);
            verdict.said |= gate.said;
        }
        verdict
    }

    /// The rows that a repeat has, or that the answer to a Rows question names.
    fn listed<'a>(self, of: &'a str, scope: Scope<'_>) -> Listed<'a>
    where
        Self: 'a,
    {
        let all_of = |repeat| self.state.rows(repeat).iter().map(String::as_str);
        let question = self.questionnaire.question(of);
        let Some(Kind::Rows(repeat)) = question.map(|question| &question.kind) else {
            let rows: Vec<&str> = all_of(of).collect();
            let most = rows.len() + self.rows_to_come(of);
            return Listed { repeat: of, gate: self.standings.repeat_gate(of), rows, most };
        };
        // Rows of a list that does not apply don't count, whatever still names them.
        let gate = Verdict::all([self.standings.repeat_gate(repeat), self.value(of, scope, |_| true)]);
        let named = if let Some(Value::Rows(rows)) = self.given(of, scope) { rows.as_slice() } else { &[] };
        let rows: Vec<&str> = all_of(repeat).filter(|row| named.iter().any(|named| named == row)).collect();
        if gate.truth == Truth::True {
            return Listed { repeat, gate, most: rows.len(), rows };
        }
        Listed { repeat, gate, rows: Vec::new(), most: all_of(repeat).count() + self.rows_to_come(repeat) }
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

/// Rows that a condition goes through.
struct Listed<'a> {
    /// What they are rows of.
    repeat: &'a str,
    /// Whether they count.
    gate: Verdict,
    rows: Vec<&'a str>,
    /// How many there can be at most.
    most: usize,
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

#[cfg(test)]
mod tests;
