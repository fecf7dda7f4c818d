//! Proof that a changed condition decides as it did: no answers make a rule fire that says "the one, and not the other".

use safeshore::model::{Condition, Id, Questionnaire, Rule};
use safeshore::prove::{Statement, Witnesses};

/// A condition, and what gives it its rows.
struct Site<'q> {
    condition: Option<&'q Condition>,
    each: Option<&'q Id>,
    /// Where it is looked at only.
    applies: Option<&'q Condition>,
    /// What is looked at only where it holds.
    when: Option<&'q Condition>,
}

/// Every place for a condition, also where there is none.
fn sites(questionnaire: &Questionnaire) -> Vec<Site<'_>> {
    let mut sites = Vec::new();
    let mut alone = |condition, each| sites.push(Site { condition, each, applies: None, when: None });
    for stage in &questionnaire.stages {
        stage.repeats.iter().for_each(|repeat| alone(repeat.when.as_ref(), None));
        stage.questions.iter().for_each(|question| alone(question.when.as_ref(), question.row_of.as_ref()));
        let points = stage.weighings.iter().flat_map(|weighing| &weighing.points);
        points.for_each(|point| alone(point.when.as_ref(), point.each.as_ref()));
    }
    let mut both = |applies, when, each| {
        sites.push(Site { condition: applies, each, applies: None, when: Some(when) });
        sites.push(Site { condition: Some(when), each, applies, when: None });
    };
    questionnaire.rules().for_each(|(_, rule)| both(rule.applies.as_ref(), &rule.when, rule.each.as_ref()));
    if let Some(comparison) = &questionnaire.comparison {
        for sign in comparison.criteria.iter().flat_map(|criterion| &criterion.signs) {
            both(sign.applies.as_ref(), &sign.when, Some(&comparison.repeat));
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

/// What is held to be impossible of a rule.
#[derive(Clone, Copy)]
enum Never {
    /// That it fires.
    Fires,
    /// That it fires, and that it applies and is in order.
    Applies,
}

/// Whether the two differ in conditions only, and no answers tell the changed ones apart.
pub fn cannot_be_told_apart(old: &Questionnaire, new: &Questionnaire) -> bool {
    if with_conditions_of(new, old) != *old {
        return false;
    }
    let mut asked = old.clone();
    let mut never = Vec::new();
    for (one, other) in
        sites(old).iter().zip(sites(new)).filter(|(one, other)| one.condition != other.condition)
    {
        for (yes, no) in [(one, &other), (&other, one)] {
            let rule = rule(old, one, &difference(yes, no), never.len());
            never.push((rule.id.clone(), if one.when.is_some() { Never::Applies } else { Never::Fires }));
            asked.stages.last_mut().expect("there are stages").rules.push(rule);
        }
    }
    let mut witnesses = Witnesses::new(&asked).expect("it is small enough");
    !never.is_empty()
        && never.iter().all(|(id, never)| {
            let (_, rule) = asked.rules().find(|(_, rule)| rule.id == *id).expect("the rule put in");
            let statements = match never {
                Never::Fires => vec![Statement::Fires(rule)],
                Never::Applies => vec![Statement::Fires(rule), Statement::InOrder(rule)],
            };
            statements.into_iter().all(|statement| witnesses.shortest(statement) == Ok(None))
        })
}

/// The one, and not the other.
fn difference(one: &Site, other: &Site) -> Condition {
    let always = Condition::All(Vec::new());
    let [yes, no] = [one, other].map(|site| site.condition.unwrap_or(&always).clone());
    Condition::All(vec![yes, Condition::Not(Box::new(no))])
}

/// A rule that tells of a difference at a place for a condition.
fn rule(questionnaire: &Questionnaire, site: &Site, difference: &Condition, number: usize) -> Rule {
    let (_, like) = questionnaire.rules().next().expect("there are rules");
    let (applies, when) = match site.when {
        // What does not apply is neither wrong nor in order.
        Some(when) => (Some(difference.clone()), when.clone()),
        None => (site.applies.cloned(), difference.clone()),
    };
    let id = format!("told-apart-{number}").as_str().into();
    Rule { id, each: site.each.cloned(), applies, when, ..like.clone() }
}
