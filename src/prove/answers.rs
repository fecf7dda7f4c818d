//! From a way through the circuit to the answers that it stands for.

use std::collections::{BTreeSet, HashMap, HashSet};

use batsat::{Lit, Var};

use super::circuit::{Model, Outcome};
use super::world::{Spot, World};
use crate::model::{Act, Answer, Kind, Place, Question, Repeat, Value, country};

/// What came of looking for answers.
pub(super) enum Sought {
    /// These, and whether it is certain that there are none shorter.
    Found(Vec<Act>, bool),
    /// There are none.
    None,
    /// The solver gave up.
    GaveUp,
}

/// A question with the row that it is asked in.
type Spotted<'q> = (&'q str, Option<usize>);

/// The id of a row by its number.
fn row_id(row: usize) -> String {
    format!("r{}", row + 1)
}

impl<'q> World<'q> {
    /// The answers of a way, in the order of the questionnaire, and after them the lists that are complete.
    pub fn answers(&self, model: &Model) -> Vec<Act> {
        let mut acts = Vec::new();
        for question in self.questionnaire.questions() {
            for row in self.rows_of(question) {
                let at = Place::new(&question.id.value, row.map(row_id).as_deref());
                acts.extend(self.answer(question, row, model).map(|to| Act::Answer { at, to }));
            }
        }
        let complete =
            |repeat: &&Repeat| self.list(&repeat.id).is_some_and(|list| model.holds(list.complete));
        let lists = self.questionnaire.repeats().filter(complete);
        acts.extend(lists.map(|repeat| Act::Complete { repeat: repeat.id.value.clone(), complete: true }));
        acts
    }

    fn answer(&self, question: &Question, row: Option<usize>, model: &Model) -> Option<Answer> {
        let spot = self.spot(&question.id, row)?;
        if model.holds(spot.open) {
            return Some(Answer::DontKnow);
        }
        if model.holds(spot.inapplicable) {
            return Some(Answer::NotApplicable);
        }
        if !model.holds(spot.given) {
            return None;
        }
        let chosen: Vec<usize> = (0..spot.values.len()).filter(|at| model.holds(spot.values[*at])).collect();
        if let Kind::Rows(_) = question.kind {
            return Some(Answer::Value(Value::Rows(chosen.into_iter().map(row_id).collect())));
        }
        let values = self.domains.of(&question.id);
        let mut values = chosen.into_iter().map(|at| values[at].clone());
        let first = self.named(question, row).or_else(|| values.next())?;
        Some(Answer::Value(values.fold(first, joined)))
    }

    /// The name of a row, where the question asks for it.
    fn named(&self, question: &Question, row: Option<usize>) -> Option<Value> {
        let repeat = self.questionnaire.repeat(question.row_of.as_ref()?)?;
        let number = row.filter(|_| repeat.label == question.id)? + 1;
        Some(Value::Text(format!("{} {number}", repeat.item.value)))
    }

    /// The shortest answers that bring a goal about. An answer counts one, and so does word that a list is complete.
    pub fn shortest(&mut self, goal: &[Lit]) -> Sought {
        let plain = self.plain();
        match self.shortest_within(&[goal, &plain].concat()) {
            Sought::None => self.shortest_within(goal),
            sought => sought,
        }
    }

    fn shortest_within(&mut self, goal: &[Lit]) -> Sought {
        let (counted, idle) = self.answers_that_count(goal);
        let assumed = [goal, &idle].concat();
        let mut best = match self.circuit.solve(&assumed) {
            Outcome::Way(model) => model,
            Outcome::None(_) => return Sought::None,
            Outcome::Unsettled => return Sought::GaveUp,
        };
        let count = |model: &Model| counted.iter().filter(|lit| model.holds(**lit)).count();
        let at_least = self.circuit.counter(count(&best), &counted);
        loop {
            let fewer = !at_least[count(&best)];
            match self.circuit.solve(&[assumed.as_slice(), &[fewer]].concat()) {
                Outcome::Way(model) => best = model,
                Outcome::None(_) => return Sought::Found(self.answers(&best), true),
                Outcome::Unsettled => return Sought::Found(self.answers(&best), false),
            }
        }
    }

    /// What counts as an answer among those that can have a part in a goal, and the opposites of all other answers.
    fn answers_that_count(&mut self, goal: &[Lit]) -> (Vec<Lit>, Vec<Lit>) {
        let reached = self.reached(goal);
        let (mut counted, mut idle) = (Vec::new(), Vec::new());
        for question in self.questionnaire.questions() {
            for row in self.rows_of(question) {
                let Some(answers) = self.spot(&question.id, row).map(Spot::answers) else { continue };
                if reached.contains(&(question.id.value.as_str(), row)) {
                    counted.push(self.circuit.or(answers));
                } else {
                    idle.extend(answers.map(|answer| !answer));
                }
            }
        }
        counted
            .extend(self.questionnaire.repeats().filter_map(|repeat| Some(self.list(&repeat.id)?.complete)));
        (counted, idle)
    }

    /// The places whose answers can have a part: those that the goal speaks of, and again those on which it depends
    /// whether they are asked.
    fn reached(&self, goal: &[Lit]) -> BTreeSet<Spotted<'q>> {
        let owners = self.owners();
        let mut open: Vec<Lit> = goal.to_vec();
        let (mut reached, mut seen) = (BTreeSet::new(), HashSet::new());
        while let Some(lit) = open.pop() {
            if !seen.insert(lit.var()) {
                continue;
            }
            for input in self.circuit.support(lit) {
                for &(id, row) in owners.get(&input).into_iter().flatten() {
                    if !reached.insert((id, row)) {
                        continue;
                    }
                    open.extend(self.spot(id, row).map(|spot| spot.gate.yes));
                    open.extend(self.rows_needed(id, row));
                }
            }
        }
        reached
    }

    /// The rows that must be there for an answer: its own with those before it, and those that it may name.
    fn rows_needed(&self, question: &str, row: Option<usize>) -> Vec<Lit> {
        let rows = |repeat| self.list(repeat).map_or(&[][..], |list| list.rows.as_slice());
        let own = self.questionnaire.repeat_of(question).zip(row);
        let own = own.map_or(&[][..], |(repeat, row)| rows(repeat).get(..=row).unwrap_or_default());
        let named = self.rows_kind(question).map_or(&[][..], rows);
        [own, named].concat()
    }

    /// The places to which each input belongs. That a row is there belongs to its name, and that a list is complete to
    /// the names of all.
    fn owners(&self) -> HashMap<Var, Vec<Spotted<'q>>> {
        let mut owners: HashMap<Var, Vec<Spotted<'q>>> = HashMap::new();
        for question in self.questionnaire.questions() {
            let id = question.id.value.as_str();
            for row in self.rows_of(question) {
                let Some(spot) = self.spot(id, row) else { continue };
                for lit in spot.answers().iter().chain(&spot.values) {
                    owners.entry(lit.var()).or_default().push((id, row));
                }
            }
        }
        for repeat in self.questionnaire.repeats() {
            let Some(list) = self.list(&repeat.id) else { continue };
            for (row, lit) in list.rows.iter().enumerate() {
                for of in [lit.var(), list.complete.var()] {
                    owners.entry(of).or_default().push((&repeat.label.value, Some(row)));
                }
            }
        }
        owners
    }
}

#[cfg(test)]
impl World<'_> {
    /// What is assumed where exactly these answers are given.
    pub fn given(&self, acts: &[Act]) -> Vec<Lit> {
        let said = |at: &Place| {
            acts.iter().find_map(|act| match act {
                Act::Answer { at: place, to } if place == at => Some(to),
                _ => None,
            })
        };
        let mut lits = Vec::new();
        for question in self.questionnaire.questions() {
            for row in self.rows_of(question) {
                let Some(spot) = self.spot(&question.id, row) else { continue };
                let to = said(&Place::new(&question.id.value, row.map(row_id).as_deref()));
                let is = |lit: Lit, holds: bool| if holds { lit } else { !lit };
                lits.push(is(spot.given, to.is_some_and(|to| to.value().is_some())));
                lits.push(is(spot.open, to.is_some_and(Answer::is_open)));
                lits.push(is(spot.inapplicable, to == Some(&Answer::NotApplicable)));
                let Some(Answer::Value(value)) = to else { continue };
                let among = self.domains.of(&question.id);
                for (at, lit) in spot.values.iter().enumerate() {
                    lits.push(is(
                        *lit,
                        among.get(at).map_or_else(|| names_row(value, at), |one| holds(one, value, among)),
                    ));
                }
            }
        }
        for repeat in self.questionnaire.repeats() {
            let complete = Act::Complete { repeat: repeat.id.value.clone(), complete: true };
            let Some(list) = self.list(&repeat.id) else { continue };
            lits.push(if acts.contains(&complete) { list.complete } else { !list.complete });
            for (row, lit) in list.rows.iter().enumerate() {
                let of_row = |act: &Act| matches!(act, Act::Answer { at, .. } if at.row == Some(row_id(row)) && self.questionnaire.repeat_of(&at.question) == Some(&repeat.id));
                lits.push(if acts.iter().any(of_row) { *lit } else { !*lit });
            }
        }
        lits
    }
}

#[cfg(test)]
fn names_row(value: &Value, row: usize) -> bool {
    matches!(value, Value::Rows(rows) if rows.contains(&row_id(row)))
}

/// Whether a value is of the class that this one of the domain stands for.
#[cfg(test)]
fn holds(one: &Value, value: &Value, among: &[Value]) -> bool {
    match (one, value) {
        (Value::Choices(one), Value::Choices(given)) | (Value::Countries(one), Value::Countries(given)) => {
            given.contains(&one[0])
        }
        (Value::Number(one), Value::Number(given)) => {
            // A whole number that is no sample is of the class of the next lower one, or of the lowest.
            let mut lower: Vec<_> =
                among.iter().filter_map(Value::number).filter(|number| number <= given).collect();
            lower.sort();
            let lowest = among.iter().filter_map(Value::number).min();
            lower.last().copied().or(lowest) == Some(*one)
        }
        (Value::Text(_) | Value::Money { .. } | Value::Date(_), _) => true,
        (one, value) => one == value,
    }
}

/// Two values of a question that takes several, as one.
fn joined(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Choices(one), Value::Choices(other)) => Value::Choices([one, other].concat()),
        (Value::Countries(one), Value::Countries(other)) => {
            Value::Countries(country::in_order([one, other].concat()))
        }
        (one, _) => one,
    }
}
