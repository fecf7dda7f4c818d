//! Answers by which a part of a condition decides: all beside it leaves the outcome to it. Cases in which every part decides,
//! one way and the other, notice when a part changes (in tests of programs: modified condition/decision coverage).

use std::collections::BTreeMap;

use batsat::Lit;

use super::sites::{Owner, Site};
use super::tri::Tri;
use super::world::{Scope, Spot, World};
use crate::model::{Condition, Value};

/// How a part turns out, and what brings that about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// It holds, whatever is said.
    Holds,
    /// It fails, whatever is said.
    Fails,
    /// This value is given, by its number in the domain.
    Given(usize),
    /// The country that is given has this value of the fact, or it is not known.
    HasFact(Option<String>),
}

/// For each part of a condition, and each of its turns, the ways in which it decides.
type Decisions = Vec<BTreeMap<Turn, Lit>>;

/// An occasion on which a condition is judged and its outcome seen.
struct Occasion<'q> {
    seen: Lit,
    scope: Scope<'q>,
}

impl<'q> World<'q> {
    /// For each part of each condition the turns in which it alone decides what its condition comes to.
    pub fn decisions(&mut self) -> Vec<Vec<Lit>> {
        let mut found = Vec::new();
        for site in self.sites.clone().into_iter().filter(|site| site.of.is_recorded()) {
            let mut parts = Decisions::new();
            for occasion in self.seen_occasions(site) {
                self.decide(site.condition, &occasion, &mut 0, &mut parts);
            }
            found.extend(parts.into_iter().map(|turns| turns.into_values().collect()));
        }
        found
    }

    /// For which rows a condition is judged, and when what it comes to makes a difference.
    fn seen_occasions(&mut self, site: Site<'q>) -> Vec<Occasion<'q>> {
        let beside: Option<&'q Condition> = match site.of {
            Owner::Relevance(rule) => Some(&rule.when),
            _ => None,
        };
        let occasions = self.occasions(site).into_iter().map(|(judged, scope)| {
            let settled = beside.map(|beside| {
                let Tri { yes, said_no, .. } = self.judge(beside, &scope);
                self.circuit.or([yes, said_no])
            });
            let asked = match site.of {
                Owner::Point(weighing, _) => self.at(&weighing.question, &scope).map(|spot| spot.gate.yes),
                Owner::SignRelevance(_, sign) => {
                    let Tri { yes, no, .. } = self.judge(&sign.when, &scope);
                    Some(self.circuit.or([yes, no]))
                }
                _ => None,
            };
            let seen = self.circuit.and([judged].into_iter().chain(settled).chain(asked));
            Occasion { seen, scope }
        });
        occasions.collect()
    }

    /// Adds one occasion to a condition and to its parts, in the order written; `at` is the number of the part.
    fn decide(
        &mut self,
        condition: &'q Condition,
        occasion: &Occasion<'q>,
        at: &mut usize,
        parts: &mut Decisions,
    ) {
        let own = *at;
        *at += 1;
        parts.resize_with(parts.len().max(*at), BTreeMap::new);
        for (turn, way) in self.turns(condition, occasion) {
            let way = self.circuit.and([occasion.seen, way]);
            let before = parts[own].get(&turn).copied().unwrap_or(self.circuit.never());
            parts[own].insert(turn, self.circuit.or([before, way]));
        }
        match condition {
            Condition::Some(of, part) | Condition::Every(of, part) | Condition::Count(of, part, _) => {
                let first = *at;
                for inner in self.deciding_rows(condition, &of.value, part, occasion) {
                    *at = first;
                    self.decide(part, &inner, at, parts);
                }
            }
            _ => {
                for (number, part) in condition.parts().iter().enumerate() {
                    let seen = self.left_to(condition, number, occasion);
                    let inner = Occasion { seen, scope: occasion.scope.clone() };
                    self.decide(part, &inner, at, parts);
                }
            }
        }
    }

    /// All and Any leave the outcome to a part where every other one is neutral.
    fn left_to(&mut self, condition: &'q Condition, part: usize, occasion: &Occasion<'q>) -> Lit {
        let parts = condition.parts().iter().enumerate();
        let others = parts.filter(|(number, _)| *number != part).map(|(_, other)| {
            let tri = self.judge(other, &occasion.scope);
            if matches!(condition, Condition::Any(_)) { tri.no } else { tri.yes }
        });
        let others: Vec<Lit> = others.collect();
        self.circuit.and(others.into_iter().chain([occasion.seen]))
    }

    /// The rows that decide: of the others just so many hold that this one makes the difference.
    fn deciding_rows(
        &mut self,
        condition: &'q Condition,
        of: &'q str,
        part: &'q Condition,
        occasion: &Occasion<'q>,
    ) -> Vec<Occasion<'q>> {
        let rows = self.within(of, occasion.seen, &occasion.scope);
        let hold: Vec<Lit> = rows
            .iter()
            .map(|(there, scope)| {
                let judged = self.judge(part, scope);
                let counts = if matches!(condition, Condition::Every(..)) { judged.no } else { judged.yes };
                self.circuit.and([*there, counts])
            })
            .collect();
        let needed = if let Condition::Count(_, _, least) = condition { least.saturating_sub(1) } else { 0 };
        let occasions = rows.into_iter().enumerate().map(|(row, (there, scope))| {
            let mut others = hold.clone();
            others.remove(row);
            let counts = self.circuit.counter(needed + 1, &others);
            Occasion { seen: self.circuit.and([there, counts[needed], !counts[needed + 1]]), scope }
        });
        occasions.collect()
    }

    /// The turns of a part, each with what brings it about.
    fn turns(&mut self, condition: &'q Condition, occasion: &Occasion<'q>) -> Vec<(Turn, Lit)> {
        let judged = self.judge(condition, &occasion.scope);
        let holds = judged.yes;
        // What stays unknown when all is answered, because a fact is, doesn't hold either.
        let not_known = self.circuit.and([self.all_answered, !judged.yes]);
        let fails = self.circuit.or([judged.no, not_known]);
        let mut turns = vec![(Turn::Holds, holds), (Turn::Fails, fails)];
        for (turn, given, met) in self.values_told_apart(condition, &occasion.scope) {
            let way = self.circuit.and([given, if met { holds } else { fails }]);
            turns.push((turn, way));
        }
        turns
    }

    /// The values of a question that a part should be tried with, and whether each meets it.
    fn values_told_apart(&mut self, condition: &Condition, scope: &Scope<'q>) -> Vec<(Turn, Lit, bool)> {
        let id = match condition {
            Condition::OneOf(id, _) | Condition::AtLeast(id, _) | Condition::AtMost(id, _) => id,
            Condition::Fact(id, kind, values) => {
                let Some(spot) = self.at(id, scope) else { return Vec::new() };
                return self.facts_told_apart(id, &spot, (kind, values));
            }
            _ => return Vec::new(),
        };
        let Some(spot) = self.at(id, scope) else { return Vec::new() };
        let values = self.domains.of(id);
        let met: Vec<bool> = values.iter().map(|value| condition.is_met_by(value)).collect();
        let is_at_an_edge = |at: usize| {
            let next = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            next.filter_map(|next| met.get(next)).any(|next| *next != met[at])
        };
        let counts = |at: usize| match values[at] {
            Value::Number(_) | Value::Scale(_) => is_at_an_edge(at),
            _ => met[at],
        };
        let told = (0..values.len()).filter(|at| counts(*at));
        told.map(|at| (Turn::Given(at), spot.values[at], met[at])).collect()
    }

    fn facts_told_apart(
        &mut self,
        question: &str,
        spot: &Spot,
        (kind, meant): (&str, &[crate::model::Id]),
    ) -> Vec<(Turn, Lit, bool)> {
        let facts = std::sync::Arc::clone(&self.questionnaire.jurisdictions);
        let mut countries: BTreeMap<Option<String>, (Vec<Lit>, bool)> = BTreeMap::new();
        for (value, given) in self.domains.of(question).iter().zip(&spot.values) {
            let Some(country) = value.countries().first() else { continue };
            let fact = facts.fact(country, kind).map(|fact| fact.value.value.clone());
            let met = facts.has(country, kind, meant) == Some(true);
            countries.entry(fact).or_insert((Vec::new(), met)).0.push(*given);
        }
        let told = countries.into_iter();
        told.map(|(fact, (given, met))| (Turn::HasFact(fact), self.circuit.or(given), met)).collect()
    }
}
