//! What decides whether a question is asked, and decides otherwise than before.

use std::collections::HashSet;

use super::Judge;
use crate::diff::fate::Gate;
use crate::model::{Condition, Kind, Question, Repeat};

/// So many gates of a question are named. Along a chain of ten thousand questions, all of which changed, nobody could read
/// them, nor would they fit into the memory.
const FEW: usize = 20;

/// The last of the gates, which stand nearest to the question, and word of those before them.
fn few(mut gates: Vec<Gate>) -> Vec<Gate> {
    if gates.len() <= FEW {
        return gates;
    }
    gates.retain(|gate| *gate != Gate::Earlier);
    let nearest = gates.split_off(gates.len().saturating_sub(FEW));
    nearest.into_iter().chain([Gate::Earlier]).collect()
}

impl Judge<'_> {
    /// Of a question of the old version.
    pub(super) fn gates(&self, old: &Question) -> Vec<Gate> {
        few(self.all_gates(old))
    }

    fn all_gates(&self, old: &Question) -> Vec<Gate> {
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
        let mut seen: HashSet<Gate> = gates.iter().cloned().collect();
        let mut add = |gate: Gate| {
            if seen.insert(gate.clone()) {
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
        for part in when.with_parts() {
            if let Condition::Fact(_, kind, _) = part
                && self.facts.contains(&kind.value)
            {
                add(Gate::Fact(kind.value.clone()));
            }
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
