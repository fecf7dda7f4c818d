//! Options that their author marks as risky, and whether choosing them can be a reason for a finding.

use std::collections::HashMap;
use std::sync::Arc;

use super::answers::Sought;
use super::statement::Statement;
use super::sweep::{Batch, Goal, Settled, sweep};
use super::world::World;
use crate::engine::Interview;
use crate::model::{Act, Answer, Condition, Id, Opt, Question, Questionnaire, Rule, Value};

/// A risky option, and what became of it.
pub(super) struct Risk<'q> {
    pub question: &'q Question,
    pub option: &'q Opt,
    pub settled: Settled,
}

/// Rules by the questions that their conditions read.
type Readers<'q> = HashMap<&'q Id, Vec<&'q Rule>>;

/// Every risky option: a rule that names it can fire with it, or the engine counts it as evidence where a rule on its question
/// fires with as little else as possible.
pub(super) fn risks<'q>(world: &mut World<'q>, questionnaire: &Arc<Questionnaire>) -> Vec<Risk<'q>> {
    let of_questions = world.questionnaire.questions().enumerate().flat_map(|(group, question)| {
        let options = question.kind.options().iter().filter(|option| option.risk);
        options.map(move |option| (group, question, option))
    });
    let risky: Vec<_> = of_questions.collect();
    if risky.is_empty() {
        return Vec::new();
    }
    let readers = readers(world.questionnaire);
    let mut goals = Vec::new();
    for &(group, question, option) in &risky {
        let naming = on(&readers, question).iter().filter(|rule| names_as_reason(rule, question, option));
        let fires: Vec<_> = naming.map(|rule| world.lit(Statement::Fires(rule))).collect();
        let chosen = world.lit(Statement::Chosen(question, option));
        let one_fires = world.circuit.or(fires);
        goals.push(Goal { lit: world.circuit.and([chosen, one_fires]), group });
    }
    let by_name = sweep(&mut world.circuit, &[], &goals, Batch::QUICK, |_| {});
    let settled = risky.into_iter().zip(by_name).map(|((_, question, option), by_name)| {
        let rules = on(&readers, question).iter().filter(|rule| !names_as_reason(rule, question, option));
        let settled = match by_name {
            Settled::Possible => Settled::Possible,
            _ => world.is_evidence_for_one(questionnaire, (question, option), rules.copied(), by_name),
        };
        Risk { question, option, settled }
    });
    settled.collect()
}

fn on<'r, 'q>(readers: &'r Readers<'q>, question: &Question) -> &'r [&'q Rule] {
    readers.get(&question.id).map_or(&[], Vec::as_slice)
}

fn readers(questionnaire: &Questionnaire) -> Readers<'_> {
    let mut readers = Readers::new();
    for (_, rule) in questionnaire.rules() {
        for id in conditions(rule).flat_map(Condition::questions) {
            let rules = readers.entry(id).or_default();
            // Both conditions of a rule may read it.
            if rules.last().is_none_or(|last| last.id != rule.id) {
                rules.push(rule);
            }
        }
    }
    readers
}

fn conditions(rule: &Rule) -> impl Iterator<Item = &Condition> {
    rule.applies.iter().chain([&rule.when])
}

impl<'q> World<'q> {
    /// Whether the engine counts the choice among the evidence for one of the rules; otherwise what was known `before`.
    fn is_evidence_for_one(
        &mut self,
        questionnaire: &Arc<Questionnaire>,
        (question, option): (&'q Question, &'q Opt),
        rules: impl Iterator<Item = &'q Rule>,
        before: Settled,
    ) -> Settled {
        let chosen = self.lit(Statement::Chosen(question, option));
        let mut settled = before;
        for rule in rules {
            let goal = [chosen, self.lit(Statement::Fires(rule))];
            match self.shortest(&goal) {
                Sought::Found(acts, _) if is_evidence(questionnaire, &acts, rule, question, option) => {
                    return Settled::Possible;
                }
                Sought::GaveUp => settled = Settled::Unsettled,
                Sought::Found(..) | Sought::None => {}
            }
        }
        settled
    }
}

/// Whether the engine counts the option among the evidence for the rule.
fn is_evidence(
    questionnaire: &Arc<Questionnaire>,
    acts: &[Act],
    rule: &Rule,
    question: &Question,
    option: &Opt,
) -> bool {
    let interview = Interview::after(questionnaire, acts);
    let of_rule = interview.findings().iter().filter(|finding| finding.rule == rule.id.value);
    let mut evidence = of_rule.flat_map(|finding| &finding.evidence);
    evidence.any(|place| {
        place.question == question.id.value
            && matches!(interview.state().answer(place), Some(Answer::Value(value)) if chooses(value, option))
    })
}

/// Whether a rule names the option as something that makes it fire.
fn names_as_reason(rule: &Rule, question: &Question, option: &Opt) -> bool {
    conditions(rule).any(|condition| names(condition, &question.id, &option.id, true))
}

/// Whether a condition names the option as something that makes it hold, rather than fail.
fn names(condition: &Condition, question: &Id, option: &Id, holds: bool) -> bool {
    match condition {
        Condition::Is(id, one) | Condition::Includes(id, one) => holds && id == question && one == option,
        Condition::OneOf(id, some) => holds && id == question && some.contains(option),
        Condition::Not(part) => names(part, question, option, !holds),
        _ => condition.parts().iter().any(|part| names(part, question, option, holds)),
    }
}

fn chooses(value: &Value, option: &Opt) -> bool {
    matches!(value, Value::Choice(one) if *one == option.id.value)
        || matches!(value, Value::Choices(some) if some.contains(&option.id.value))
}
