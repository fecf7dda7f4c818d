//! Proof that a changed condition decides as it did: no answers make a rule fire that says "the one, and not the other".

use safeshore::model::{Condition, Id, Questionnaire, Rule};
use safeshore::prove::{Statement, Witnesses};

/// A condition, and what gives it its rows.
struct Site<'q> {
    condition: Option<&'q Condition>,
    each: Option<&'q Id>,
    /// Where else it is looked at all.
    applies: Option<&'q Condition>,
}

/// Every place for a condition, also where there is none.
fn sites(questionnaire: &Questionnaire) -> Vec<Site<'_>> {
    let mut sites = Vec::new();
    let mut add = |condition, each, applies| sites.push(Site { condition, each, applies });
    for stage in &questionnaire.stages {
        stage.repeats.iter().for_each(|repeat| add(repeat.when.as_ref(), None, None));
        for question in &stage.questions {
            add(question.when.as_ref(), question.row_of.as_ref(), None);
        }
        for rule in &stage.rules {
            add(rule.applies.as_ref(), rule.each.as_ref(), None);
            add(Some(&rule.when), rule.each.as_ref(), rule.applies.as_ref());
        }
        for point in stage.weighings.iter().flat_map(|weighing| &weighing.points) {
            add(point.when.as_ref(), point.each.as_ref(), None);
        }
    }
    if let Some(comparison) = &questionnaire.comparison {
        for sign in comparison.criteria.iter().flat_map(|criterion| &criterion.signs) {
            add(sign.applies.as_ref(), Some(&comparison.repeat), None);
            add(Some(&sign.when), Some(&comparison.repeat), sign.applies.as_ref());
        }
    }
    sites
}

/// The questionnaire with the conditions of another one of the same shape.
fn with_conditions_of(questionnaire: &Questionnaire, other: &Questionnaire) -> Questionnaire {
    let mut questionnaire = questionnaire.clone();
    for (stage, of) in questionnaire.stages.iter_mut().zip(&other.stages) {
        stage.repeats.iter_mut().zip(&of.repeats).for_each(|(one, of)| one.when.clone_from(&of.when));
        stage.questions.iter_mut().zip(&of.questions).for_each(|(one, of)| one.when.clone_from(&of.when));
        for (rule, of) in stage.rules.iter_mut().zip(&of.rules) {
            rule.applies.clone_from(&of.applies);
            rule.when.clone_from(&of.when);
        }
        let points = stage.weighings.iter_mut().flat_map(|weighing| &mut weighing.points);
        let of = of.weighings.iter().flat_map(|weighing| &weighing.points);
        points.zip(of).for_each(|(point, of)| point.when.clone_from(&of.when));
    }
    if let (Some(comparison), Some(of)) = (&mut questionnaire.comparison, &other.comparison) {
        let signs = comparison.criteria.iter_mut().flat_map(|criterion| &mut criterion.signs);
        for (sign, of) in signs.zip(of.criteria.iter().flat_map(|criterion| &criterion.signs)) {
            sign.applies.clone_from(&of.applies);
            sign.when.clone_from(&of.when);
        }
    }
    questionnaire
}

/// Whether the two differ in conditions only, and no answers tell the changed ones apart.
pub fn cannot_be_told_apart(old: &Questionnaire, new: &Questionnaire) -> bool {
    if with_conditions_of(new, old) != *old {
        return false;
    }
    let pairs: Vec<(Site, Site)> = sites(old).into_iter().zip(sites(new)).collect();
    let changed: Vec<&(Site, Site)> =
        pairs.iter().filter(|(one, other)| one.condition != other.condition).collect();
    let always = Condition::All(Vec::new());
    let mut asked = old.clone();
    let mut ids = Vec::new();
    for (at, (one, other)) in changed.iter().enumerate() {
        let [one_when, other_when] = [one, other].map(|site| site.condition.unwrap_or(&always));
        for (turn, (yes, no)) in [(one_when, other_when), (other_when, one_when)].into_iter().enumerate() {
            let rule = asked.stages[0].rules.first().or(old.rules().map(|(_, rule)| rule).next());
            let id = format!("apart-{at}-{turn}");
            let apart = Rule {
                id: id.as_str().into(),
                each: one.each.cloned(),
                applies: one.applies.cloned(),
                when: Condition::All(vec![yes.clone(), Condition::Not(Box::new(no.clone()))]),
                ..rule.expect("there are rules").clone()
            };
            asked.stages.last_mut().expect("there are stages").rules.push(apart);
            ids.push(id);
        }
    }
    let mut witnesses = Witnesses::new(&asked).expect("it is small enough");
    let rules = asked.rules().map(|(_, rule)| rule);
    !changed.is_empty()
        && rules
            .filter(|rule| ids.contains(&rule.id.value))
            .all(|rule| witnesses.shortest(Statement::Fires(rule)) == Ok(None))
}
