//! Answers that show what was proved: the shortest for one statement, and a suite for all.

use std::collections::BTreeSet;

use batsat::Lit;

use super::answers::Sought;
use super::circuit::Model;
#[cfg(test)]
use super::circuit::Outcome;
use super::statement::Statement;
use super::sweep::{Batch, Settled, sweep_preferring};
use super::world::World;
use crate::diagnostic::Diagnostic;
use crate::engine::Interview;
use crate::model::{Act, Answer, Questionnaire, Value};

/// Answers that bring a statement about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The answers, in an order in which they can be entered.
    pub acts: Vec<Act>,
    /// Whether it is certain that no fewer answers do; the solver may have given up looking.
    pub shortest: bool,
}

/// The solver gave up looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the solver gave up looking")]
pub struct GaveUp;

/// Something that answers bring about, by the ids of what it concerns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// The question is asked.
    Asked(String),
    /// The option of the question is chosen.
    Chosen(String, String),
    /// The rule fires.
    Fires(String),
    /// The rule applies and is in order.
    InOrder(String),
}

/// A suite in which every part of a condition decides that can.
#[derive(Debug, Clone)]
pub struct Thorough {
    /// The answers of each case.
    pub cases: Vec<Vec<Act>>,
    /// The turns of parts that decide in one of them.
    pub decided: usize,
    /// All turns: for each part that it holds, that it fails, and each value that it names or stops at.
    pub turns: usize,
}

/// Looks for witnesses in a questionnaire.
pub struct Witnesses<'q> {
    world: World<'q>,
}

impl<'q> Witnesses<'q> {
    /// Makes the circuit of the questionnaire.
    ///
    /// # Errors
    /// What makes it too large.
    pub fn new(questionnaire: &'q Questionnaire) -> Result<Self, Box<Diagnostic>> {
        Ok(Self { world: World::new(questionnaire)? })
    }

    /// Every statement about a question, an option, a rule or a clause point that can be called for.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement<'q>> {
        self.world.statements().into_iter().map(|(_, statement)| statement).collect()
    }

    /// The shortest answers that bring the statement about; `None` where there are none.
    ///
    /// # Errors
    /// When the solver gave up, so that nobody knows.
    pub fn shortest(&mut self, statement: Statement<'q>) -> Result<Option<Witness>, GaveUp> {
        let goal = self.world.lit(statement);
        match self.world.shortest(&[goal]) {
            Sought::Found(acts, shortest) => Ok(Some(Witness { acts, shortest })),
            Sought::None => Ok(None),
            Sought::GaveUp => Err(GaveUp),
        }
    }

    /// Sets of answers that together bring about every statement that can be, and make every part of a condition true
    /// and false that can be; the most telling ones first, none of which the others could replace.
    pub fn suite(&mut self) -> Vec<Vec<Act>> {
        let parts = self.world.parts();
        let turns = parts.into_iter().map(|part| vec![part.yes, part.no]).collect();
        self.covering(turns, false).0
    }

    /// A suite in which, besides, every part of a condition decides that can: for each thing that it names, and with all
    /// that is beside it leaving the outcome to it. A change of a condition is hardly overlooked by one.
    pub fn thorough_suite(&mut self) -> Thorough {
        let decisions = self.world.decisions();
        let turns = decisions.iter().map(Vec::len).sum();
        let (cases, decided) = self.covering(decisions, true);
        Thorough { cases, decided, turns }
    }

    /// Sets of answers that bring about every statement and all of these that can be, each of a list by itself; the latter
    /// too by answers that are not plain, where they `may_be_strange`. And how many of the lists' are brought about.
    fn covering(&mut self, lists: Vec<Vec<Lit>>, may_be_strange: bool) -> (Vec<Vec<Act>>, usize) {
        let statements = self.world.statements();
        let count = statements.len();
        let goals = self.world.goals(&statements, lists.into_iter());
        let plain = self.world.plain();
        let mut ways = Vec::new();
        let found = |model: &Model| {
            let met: BTreeSet<usize> =
                (0..goals.len()).filter(|goal| model.holds(goals[*goal].lit)).collect();
            ways.push((met, model.clone()));
        };
        let open = |goal| may_be_strange || goal < count;
        let settled = sweep_preferring(&mut self.world.circuit, &plain, &goals, Batch::DENSE, open, found);
        let met = settled[count..].iter().filter(|one| **one == Settled::Possible).count();
        (greedy_cover(ways).into_iter().map(|model| self.world.answers(&model)).collect(), met)
    }
}

#[cfg(test)]
impl Witnesses<'_> {
    /// What these answers bring about, as the circuit has it; `None` where it excludes them.
    pub(super) fn effects_of(&mut self, acts: &[Act]) -> Option<BTreeSet<Effect>> {
        let given = self.world.given(acts);
        let statements = self.world.statements();
        let lits: Vec<_> = statements.iter().map(|(_, statement)| self.world.lit(*statement)).collect();
        let Outcome::Way(model) = self.world.circuit.solve(&given) else { return None };
        let held = statements.iter().zip(lits).filter(|(_, lit)| model.holds(*lit));
        let effect = |(_, statement): &(usize, Statement)| {
            Some(match statement {
                Statement::Asked(question) => Effect::Asked(question.id.value.clone()),
                Statement::Chosen(question, option) => {
                    Effect::Chosen(question.id.value.clone(), option.id.value.clone())
                }
                Statement::Fires(rule) => Effect::Fires(rule.id.value.clone()),
                Statement::InOrder(rule) => Effect::InOrder(rule.id.value.clone()),
                Statement::Called(_) | Statement::Together(..) => return None,
            })
        };
        Some(held.filter_map(|(statement, _)| effect(statement)).collect())
    }
}

/// Of sets with something attached, those that a greedy cover takes: always the one that adds most.
fn greedy_cover<T>(mut ways: Vec<(BTreeSet<usize>, T)>) -> Vec<T> {
    let mut taken = Vec::new();
    loop {
        let best = ways.iter().enumerate().rev().max_by_key(|(_, (adds, _))| adds.len()).map(|(at, _)| at);
        let Some((adds, way)) = best.map(|at| ways.swap_remove(at)).filter(|(adds, _)| !adds.is_empty())
        else {
            return taken;
        };
        for (others, _) in &mut ways {
            others.retain(|goal| !adds.contains(goal));
        }
        taken.push(way);
    }
}

/// What the answers of an interview bring about, as the engine has it.
#[must_use]
pub fn effects(interview: &Interview) -> BTreeSet<Effect> {
    let mut effects = BTreeSet::new();
    for place in interview.asked() {
        effects.insert(Effect::Asked(place.question.clone()));
        let chosen = match interview.state().answer(place) {
            Some(Answer::Value(Value::Choice(option))) => std::slice::from_ref(option),
            Some(Answer::Value(Value::Choices(options))) => options.as_slice(),
            _ => &[],
        };
        effects.extend(chosen.iter().map(|option| Effect::Chosen(place.question.clone(), option.clone())));
    }
    effects.extend(interview.findings().iter().map(|finding| Effect::Fires(finding.rule.clone())));
    effects.extend(interview.rules_in_order().iter().map(|rule| Effect::InOrder(rule.id.value.clone())));
    effects
}

/// Every effect that statements about a questionnaire speak of.
#[must_use]
pub fn all_effects(questionnaire: &Questionnaire) -> BTreeSet<Effect> {
    let mut effects = BTreeSet::new();
    for question in questionnaire.questions() {
        let id = &question.id.value;
        effects.insert(Effect::Asked(id.clone()));
        effects.extend(
            question.kind.options().iter().map(|option| Effect::Chosen(id.clone(), option.id.value.clone())),
        );
    }
    for (_, rule) in questionnaire.rules() {
        effects.extend([Effect::Fires(rule.id.value.clone()), Effect::InOrder(rule.id.value.clone())]);
    }
    effects
}
