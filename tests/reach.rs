//! Every question of the built-in questionnaire can be asked, and every rule can fire and can be in order: a search finds answers for each, and the
//! engine, which knows nothing of the search, confirms them.

#[path = "reach/search.rs"]
mod search;

use std::sync::Arc;

use safeshore::load;
use safeshore::model::{Condition, Questionnaire};
use search::{Goal, Search};

fn builtin() -> Arc<Questionnaire> {
    Arc::new(load::open(load::builtin()).expect("the built-in questionnaire is sound"))
}

/// The questionnaire with one rule only, so that readiness tells of that rule alone.
fn with_one_rule(questionnaire: &Questionnaire, id: &str) -> Arc<Questionnaire> {
    let mut stages = questionnaire.stages.clone();
    for stage in &mut stages {
        stage.rules.retain(|rule| rule.id.value == id);
    }
    let of = questionnaire.clone();
    let alone = Questionnaire::new(of.manifest, stages, of.clauses, of.glossary, of.items, of.authorities);
    Arc::new(alone.with_jurisdictions(of.jurisdictions))
}

/// Rules for which no answers were found that make them fire, or that settle that they are in order.
fn without(questionnaire: &Questionnaire, fires: bool) -> Vec<String> {
    let rules = questionnaire.rules().filter(|(_, rule)| {
        let alone = with_one_rule(questionnaire, &rule.id.value);
        let (_, rule) = alone.rules().next().expect("the rule that was kept");
        let mut goals: Vec<(&Condition, bool)> = rule.applies.iter().map(|applies| (applies, true)).collect();
        goals.push((&rule.when, fires));
        let search = Search::new(&alone, rule.each.as_ref().map(|each| each.value.as_str()));
        let found = search.answers(goals.into_iter().map(|(condition, holds)| Goal::new(condition, holds)));
        !found.is_some_and(|interview| {
            if fires {
                return !interview.findings().is_empty();
            }
            interview.readiness().is_some_and(|readiness| readiness.low == 100)
        })
    });
    rules.map(|(_, rule)| rule.id.value.clone()).collect()
}

#[test]
fn every_rule_can_fire() {
    assert_eq!(without(&builtin(), true), Vec::<String>::new());
}

#[test]
fn every_rule_can_be_in_order() {
    assert_eq!(without(&builtin(), false), Vec::<String>::new());
}

#[test]
fn every_question_can_be_asked() {
    let questionnaire = builtin();
    let unreached = questionnaire.questions().filter(|question| {
        let each = question.row_of.as_ref().map(|of| of.value.as_str());
        let goals = question.when.iter().map(|when| Goal::new(when, true));
        let found = Search::new(&questionnaire, each).answers(goals);
        !found.is_some_and(|interview| interview.asked().any(|place| place.question == question.id.value))
    });
    assert_eq!(unreached.map(|question| question.id.value.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}
