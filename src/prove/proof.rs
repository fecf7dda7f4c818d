//! The proof of a questionnaire: every statement settled, and what that comes to.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::faults::{self, Always, Told};
use super::risks::risks;
use super::sites::Owner;
use super::statement::{Part, Statement};
use super::sweep::{Batch, Goal, Settled, sweep, sweep_preferring};
use super::world::World;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Questionnaire, Rule};

/// What the proof of a questionnaire gave.
#[derive(Debug, Clone)]
pub struct Proof {
    /// What could not be proved.
    pub diagnostics: Vec<Diagnostic>,
    /// For each kind of statement how many were proved.
    pub tallies: Vec<Tally>,
    /// How many rows lists were tried with at most.
    pub rows: usize,
    /// Whether a list can have more rows than that, so that "never" is proved for so many only.
    pub bounded: bool,
}

/// So many of so many statements of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// A short name for programs.
    pub name: &'static str,
    /// What is said of each, as it reads after the number: "questions can be asked".
    pub says: &'static str,
    /// Those that were proved.
    pub proved: usize,
    /// Those for which the solver gave up: assumed, not proved.
    pub assumed: usize,
    /// All.
    pub all: usize,
}

impl Tally {
    fn of(name: &'static str, says: &'static str, settled: impl IntoIterator<Item = Settled>) -> Self {
        settled.into_iter().fold(Self { name, says, proved: 0, assumed: 0, all: 0 }, |tally, settled| Self {
            proved: tally.proved + usize::from(settled == Settled::Possible),
            assumed: tally.assumed + usize::from(settled == Settled::Unsettled),
            all: tally.all + 1,
            ..tally
        })
    }
}

/// A statement with what became of it.
pub(super) struct Proved<'q> {
    pub statement: Statement<'q>,
    pub settled: Settled,
}

/// A part of a condition with what became of its two turns.
pub(super) struct Judged<'q> {
    pub part: Part<'q>,
    yes: Settled,
    no: Settled,
}

impl Judged<'_> {
    /// How it always turns out, where it does.
    pub fn always(&self) -> Option<Always> {
        match (self.yes, self.no) {
            (Settled::Impossible, Settled::Impossible) => Some(Always::Unknown),
            (Settled::Impossible, _) => Some(Always::False),
            (_, Settled::Impossible) => Some(Always::True),
            _ => None,
        }
    }

    fn both(&self) -> Settled {
        match (self.yes, self.no) {
            (Settled::Possible, Settled::Possible) => Settled::Possible,
            (Settled::Impossible, _) | (_, Settled::Impossible) => Settled::Impossible,
            _ => Settled::Unsettled,
        }
    }
}

/// Proves what can be proved of a questionnaire that has no errors.
///
/// # Errors
/// What makes it too large; then nothing was proved.
pub fn prove(questionnaire: &Arc<Questionnaire>) -> Result<Proof, Box<Diagnostic>> {
    let mut world = World::new(questionnaire)?;
    let (proved, judged) = settle(&mut world);
    let never = Never::of(&proved);
    let pairs = contradictions(&mut world);
    let risks = risks(&mut world, questionnaire);
    let (rows, bounded) = world.rows();
    let bound = if bounded { format!(" (lists tried with up to {rows} rows)") } else { String::new() };
    let mut diagnostics = faults::of_statements(&proved, &never, &bound);
    let owners: Vec<Told> = world.sites.iter().map(|site| never.told(&site.of)).collect();
    diagnostics.extend(faults::of_parts(&judged, |site| owners[site], &never, &bound));
    diagnostics
        .extend(pairs.iter().filter_map(|(one, other, settled)| faults::of_pair(one, other, *settled)));
    let harmless = risks.iter().filter(|risk| risk.settled == Settled::Impossible);
    diagnostics.extend(harmless.map(|risk| faults::of_risk(&risk.question.id, &risk.option.id, &bound)));
    let mut tallies = tallies(&proved);
    tallies.push(Tally::of(
        "conditions",
        "parts of conditions can be true and false",
        judged.iter().map(Judged::both),
    ));
    tallies.push(Tally::of(
        "contradictions",
        "contradictions exclude each other",
        pairs.iter().map(|pair| pair.2),
    ));
    tallies.push(Tally::of(
        "risks",
        "risky options can lead to a finding",
        risks.iter().map(|risk| risk.settled),
    ));
    tallies.retain(|tally| tally.all > 0);
    Ok(Proof { diagnostics, tallies, rows, bounded })
}

/// Settles every statement, and both turns of every part of a condition. Of options nothing is asked of the solver: wherever
/// a question is asked each of its options can be chosen, because what is asked before it does not hang on it, and what comes
/// after it may stay unanswered.
fn settle<'q>(world: &mut World<'q>) -> (Vec<Proved<'q>>, Vec<Judged<'q>>) {
    let (options, statements): (Vec<_>, Vec<_>) =
        world.statements().into_iter().partition(|(_, one)| matches!(one, Statement::Chosen(..)));
    let parts = world.parts();
    let goals = world.goals(&statements, parts.iter().map(|part| vec![part.yes, part.no]));
    // What no plain answers bring about, "not applicable" may, or rows without a name. But that it makes every part false
    // says nothing of the part, unless that asks whether something was answered.
    let may_be_strange = |goal: usize| {
        goal.checked_sub(statements.len())
            .is_none_or(|turn| turn.is_multiple_of(2) || parts[turn / 2].is_about_answering())
    };
    let plain = world.plain();
    let settled = sweep_preferring(&mut world.circuit, &plain, &goals, Batch::QUICK, may_be_strange, |_| {});
    let (of_statements, of_parts) = settled.split_at(statements.len());
    let proved = statements.iter().zip(of_statements);
    let mut proved: Vec<Proved> =
        proved.map(|(&(_, statement), settled)| Proved { statement, settled: *settled }).collect();
    let asked: HashMap<usize, Settled> =
        statements.iter().zip(of_statements).map(|((group, _), settled)| (*group, *settled)).collect();
    proved.extend(options.into_iter().map(|(group, statement)| Proved { statement, settled: asked[&group] }));
    let judged = parts.into_iter().zip(of_parts.chunks(2));
    (proved, judged.map(|(part, turns)| Judged { part, yes: turns[0], no: turns[1] }).collect())
}

/// Pairs of rules that an author says exclude each other, "possible" where that is proved.
fn contradictions<'q>(world: &mut World<'q>) -> Vec<(&'q Id, &'q Id, Settled)> {
    let questionnaire = world.questionnaire;
    let rules: HashMap<&Id, &Rule> = questionnaire.rules().map(|(_, rule)| (&rule.id, rule)).collect();
    let pairs =
        questionnaire.rules().flat_map(|(_, one)| one.contradicts.iter().map(move |other| (one, other)));
    // A pair is told once, though both may name each other.
    let mut seen = HashSet::new();
    let pairs: Vec<_> = pairs
        .filter(|(one, other)| seen.insert([&one.id, other]) && !seen.contains(&[other, &one.id]))
        .filter_map(|(one, other)| Some((one, other, *rules.get(other)?)))
        .collect();
    let settled = pairs.into_iter().map(|(one, named, other)| {
        let lit = world.lit(Statement::Together(one, other));
        let together = sweep(&mut world.circuit, &[], &[Goal { lit, group: 0 }], Batch::QUICK, |_| {});
        let excluded = match together[0] {
            Settled::Possible => Settled::Impossible,
            Settled::Impossible => Settled::Possible,
            Settled::Unsettled => Settled::Unsettled,
        };
        (&one.id, named, excluded)
    });
    settled.collect()
}

/// What no answers bring about: questions and rules by their ids.
#[derive(Default)]
pub(super) struct Never<'q> {
    pub asked: HashSet<&'q Id>,
    pub fires: HashSet<&'q Id>,
    in_order: HashSet<&'q Id>,
}

impl<'q> Never<'q> {
    fn of(proved: &[Proved<'q>]) -> Self {
        let mut never = Self::default();
        for one in proved.iter().filter(|one| one.settled == Settled::Impossible) {
            match one.statement {
                Statement::Asked(question) => never.asked.insert(&question.id),
                Statement::Fires(rule) => never.fires.insert(&rule.id),
                Statement::InOrder(rule) => never.in_order.insert(&rule.id),
                _ => false,
            };
        }
        never
    }

    /// What was told of the owner of a condition already.
    fn told(&self, owner: &Owner<'_>) -> Told {
        let told = match owner {
            Owner::Question(question) => self.asked.contains(&question.id),
            Owner::Rule(rule) | Owner::Relevance(rule) => {
                self.fires.contains(&rule.id) || self.in_order.contains(&rule.id)
            }
            _ => false,
        };
        if told { Told::AtItsRoot } else { Told::Nothing }
    }
}

fn tallies(proved: &[Proved<'_>]) -> Vec<Tally> {
    let of = |name, says, which: fn(&Statement) -> bool| {
        let settled = proved.iter().filter(|one| which(&one.statement)).map(|one| one.settled);
        Tally::of(name, says, settled)
    };
    vec![
        of("asked", "questions can be asked", |one| matches!(one, Statement::Asked(_))),
        of("chosen", "options can be chosen", |one| matches!(one, Statement::Chosen(..))),
        of("fires", "rules can fire", |one| matches!(one, Statement::Fires(_))),
        of("in_order", "rules can be in order", |one| matches!(one, Statement::InOrder(_))),
        of("called", "clause points can be called for", |one| matches!(one, Statement::Called(_))),
    ]
}
