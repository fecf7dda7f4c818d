//! What decides whether a question is asked, and decides otherwise than before.

use super::Judge;
use crate::diff::fate::Gate;
use crate::model::{Condition, Kind, Question, Repeat};

impl Judge<'_> {
    /// Of a question of the old version.
    pub(super) fn gates(&self, old: &Question) -> Vec<Gate> {
        let mut gates = Vec::new();
        if let Some(repeat) = old.row_of.as_ref().and_then(|id| self.old.repeat(id)) {
            gates = self.gate_of_rows(repeat);
        }
        if let Some(when) = &old.when {
            self.gates_of(when, &mut gates);
        }
        gates
    }

    fn gates_of(&self, when: &Condition, gates: &mut Vec<Gate>) {
        let mut add = |gate: Gate| {
            if !gates.contains(&gate) {
                gates.push(gate);
            }
        };
        for id in when.questions() {
            let question = self.old.question(id);
            self.otherwise.get(id.value.as_str()).into_iter().flatten().cloned().for_each(&mut add);
            let rows = match question.map(|question| &question.kind) {
                Some(Kind::Rows(repeat)) => Some(repeat),
                Some(_) => None,
                None => Some(id),
            };
            let repeat = rows.and_then(|id| self.old.repeat(id));
            repeat.map(|repeat| self.rows_otherwise(repeat)).into_iter().flatten().for_each(&mut add);
        }
        let mut kinds = Vec::new();
        facts_in(when, &mut kinds);
        for kind in kinds.into_iter().filter(|kind| self.facts.contains(*kind)) {
            add(Gate::Fact(kind.to_owned()));
        }
    }

    /// What decides whether a repeat has rows at all, and decides otherwise than before.
    fn gate_of_rows(&self, repeat: &Repeat) -> Vec<Gate> {
        let own = || vec![Gate::Rows(repeat.id.value.clone())];
        let Some(new) = self.new.repeat(self.names.repeat(&repeat.id)) else { return own() };
        let when = repeat.when.as_ref().map(|when| self.names.condition(when));
        let mut gates = if when == new.when { Vec::new() } else { own() };
        repeat.when.iter().for_each(|when| self.gates_of(when, &mut gates));
        gates
    }

    /// What makes the rows of a repeat others than before, or lets more of them come.
    fn rows_otherwise(&self, repeat: &Repeat) -> Vec<Gate> {
        let mut gates = self.gate_of_rows(repeat);
        let differ = self.new.repeat(self.names.repeat(&repeat.id)).is_none_or(|new| {
            let limits = (repeat.least, repeat.most) != (new.least, new.most);
            limits || self.loses_rows(&repeat.id) || self.swelled.contains(&new.id.value)
        });
        let own = Gate::Rows(repeat.id.value.clone());
        if differ && !gates.contains(&own) {
            gates.push(own);
        }
        gates
    }
}

/// The kinds of facts that a condition speaks of.
fn facts_in<'c>(condition: &'c Condition, found: &mut Vec<&'c str>) {
    match condition {
        Condition::Fact(_, kind, _) => found.push(kind),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| facts_in(part, found)),
        Condition::Not(part)
        | Condition::Some(_, part)
        | Condition::Every(_, part)
        | Condition::Count(_, part, _) => facts_in(part, found),
        _ => {}
    }
}
