//! Conditions as literals: the mirror of the engine's scene.

use batsat::Lit;

use super::{Scope, Spot, World};
use crate::model::{Condition, Id, Kind, Value};
use crate::prove::tri::Tri;

impl<'q> World<'q> {
    /// What a condition comes to for the rows in scope.
    pub fn judge(&mut self, condition: &'q Condition, scope: &Scope<'q>) -> Tri {
        match condition {
            Condition::All(parts) => {
                let parts: Vec<Tri> = parts.iter().map(|part| self.judge(part, scope)).collect();
                Tri::all(&mut self.circuit, &parts)
            }
            Condition::Any(parts) => {
                let parts: Vec<Tri> = parts.iter().map(|part| self.judge(part, scope)).collect();
                Tri::any(&mut self.circuit, &parts)
            }
            Condition::Not(part) => !self.judge(part, scope),
            Condition::Some(list, part) => self.over_rows(list, part, scope, 1, true),
            Condition::Count(list, part, least) => self.over_rows(list, part, scope, *least, true),
            Condition::Every(list, part) => !self.over_rows(list, part, scope, 1, false),
            Condition::Among(one, others) => self.shared(one, others, scope),
            Condition::Answered(id) => {
                let Some(spot) = self.at(id, scope) else { return Tri::unknown(&self.circuit) };
                self.answered(&spot, spot.given, spot.open)
            }
            Condition::Unknown(id) => {
                let Some(spot) = self.at(id, scope) else { return Tri::unknown(&self.circuit) };
                self.answered(&spot, spot.open, spot.given)
            }
            Condition::Fact(id, kind, values) => {
                let facts = std::sync::Arc::clone(&self.questionnaire.jurisdictions);
                self.value(id, scope, |value| {
                    value.countries().first().and_then(|country| facts.has(country, kind, values))
                })
            }
            Condition::Is(id, _)
            | Condition::OneOf(id, _)
            | Condition::Includes(id, _)
            | Condition::Yes(id)
            | Condition::No(id)
            | Condition::AtLeast(id, _)
            | Condition::AtMost(id, _) => self.value(id, scope, |value| Some(condition.is_met_by(value))),
        }
    }

    /// The spot of a question for the rows in scope.
    pub fn at(&self, id: &Id, scope: &Scope<'q>) -> Option<Spot> {
        let repeat = self.questionnaire.question(id)?.row_of.as_ref();
        let row = match repeat {
            None => None,
            Some(repeat) => Some(scope.iter().rev().find(|(of, _)| *of == repeat.value)?.1),
        };
        self.spot(id, row).cloned()
    }

    /// It does not apply: it is not asked, or "not applicable" was answered.
    pub(super) fn out(&mut self, spot: &Spot) -> Lit {
        self.circuit.or([spot.gate.no, spot.inapplicable])
    }

    /// True where one literal of an answer holds, false where the other one does.
    fn answered(&mut self, spot: &Spot, yes: Lit, otherwise: Lit) -> Tri {
        let out = self.out(spot);
        let no = self.circuit.or([out, otherwise]);
        Tri { yes, no, said_yes: yes, said_no: otherwise }
    }

    /// A statement about the value: true where something given meets it, false where all that is given fails it. `None`
    /// leaves it open.
    fn value(&mut self, id: &Id, scope: &Scope<'q>, met: impl Fn(&Value) -> Option<bool>) -> Tri {
        let Some(spot) = self.at(id, scope) else { return Tri::unknown(&self.circuit) };
        let met: Vec<Option<bool>> = self.domains.of(id).iter().map(met).collect();
        let which = |wanted: fn(Option<bool>) -> bool| {
            spot.values.iter().zip(&met).filter(move |(_, met)| wanted(**met)).map(|(lit, _)| *lit)
        };
        let yes = self.circuit.or(which(|met| met == Some(true)));
        let not_failing: Vec<Lit> = which(|met| met != Some(false)).map(|lit| !lit).collect();
        let said_no = self.circuit.and(not_failing.into_iter().chain([spot.given]));
        let out = self.out(&spot);
        let no = self.circuit.or([out, said_no]);
        Tri { yes, no, said_yes: yes, said_no }
    }

    /// Whether the country given to one question is among those given to another.
    fn shared(&mut self, one: &Id, others: &Id, scope: &Scope<'q>) -> Tri {
        let (Some(first), Some(second)) = (self.at(one, scope), self.at(others, scope)) else {
            return Tri::unknown(&self.circuit);
        };
        let pairs: Vec<(Lit, Lit)> = {
            let code = |value: &Value| value.countries().first().cloned();
            let codes = |id| self.domains.of(id).iter().map(code).collect::<Vec<_>>();
            let same = codes(one).into_iter().zip(codes(others)).all(|(a, b)| a == b);
            debug_assert!(same, "every question has the same countries to choose from");
            first.values.iter().copied().zip(second.values.iter().copied()).collect()
        };
        let both: Vec<Lit> = pairs.into_iter().map(|(a, b)| self.circuit.and([a, b])).collect();
        let yes = self.circuit.or(both);
        let said_no = self.circuit.and([first.given, second.given, !yes]);
        let out_first = self.out(&first);
        let out_second = self.out(&second);
        let second_out = self.circuit.and([first.given, out_second]);
        let no = self.circuit.or([out_first, second_out, said_no]);
        Tri { yes, no, said_yes: yes, said_no }
    }

    /// Whether a question's kind is Rows, and of which repeat.
    pub fn rows_kind(&self, id: &str) -> Option<&'q str> {
        match &self.questionnaire.question(id)?.kind {
            Kind::Rows(repeat) => Some(repeat.value.as_str()),
            _ => None,
        }
    }
}
