//! What the parts of a questionnaire look at.

use std::collections::HashSet;

use crate::load::resolve::braces;
use crate::load::texts::{Text, of_point, of_question, of_rule, of_sign};
use crate::model::{Condition, Id, Layout, Point, Questionnaire, Sign};

/// The questions that something reads, and the options that something tells from others.
#[derive(Default)]
pub(super) struct Uses<'q> {
    pub(super) questions: HashSet<&'q str>,
    /// A question's id and that of the option.
    pub(super) options: HashSet<(&'q str, &'q str)>,
    /// Questions whose answers are put into texts.
    pub(super) shown: HashSet<&'q str>,
}

impl<'q> Uses<'q> {
    pub(super) fn of(questionnaire: &'q Questionnaire) -> Self {
        let mut uses = Self::default();
        for condition in conditions(questionnaire) {
            condition.with_parts().for_each(|part| uses.condition(part));
        }
        for text in filled(questionnaire) {
            let placeholders = braces(text.words).into_iter();
            uses.shown
                .extend(placeholders.map(|(start, end)| text.words[start..end].trim_matches(['{', '}'])));
        }
        let named = named_directly(questionnaire).map(|id| id.value.as_str());
        let shown = uses.shown.iter().copied();
        uses.questions.extend(named.chain(shown));
        let weighed = questionnaire.weighings().flat_map(|weighing| {
            weighing
                .points
                .iter()
                .map(|point| (weighing.question.value.as_str(), point.option.value.as_str()))
        });
        uses.options.extend(weighed);
        uses
    }

    fn condition(&mut self, part: &'q Condition) {
        match part {
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
            Condition::Some(list, _) | Condition::Every(list, _) | Condition::Count(list, ..) => {
                self.questions.insert(&list.value);
            }
            named => self.questions.extend(named.questions().into_iter().map(|id| id.value.as_str())),
        }
        let mut option =
            |question: &'q Id, option: &'q Id| self.options.insert((&question.value, &option.value));
        match part {
            Condition::Is(question, one) | Condition::Includes(question, one) => {
                option(question, one);
            }
            Condition::OneOf(question, list) => list.iter().for_each(|one| {
                option(question, one);
            }),
            _ => {}
        }
    }
}

/// Every condition of a questionnaire, not those within others.
pub(super) fn conditions(questionnaire: &Questionnaire) -> impl Iterator<Item = &Condition> {
    let questions = questionnaire.questions().filter_map(|question| question.when.as_ref());
    let repeats = questionnaire.repeats().filter_map(|repeat| repeat.when.as_ref());
    let rules = questionnaire.rules().flat_map(|(_, rule)| rule.applies.iter().chain([&rule.when]));
    let points = points(questionnaire).filter_map(|point| point.when.as_ref());
    let shown = questionnaire.layout.iter().flat_map(Layout::conditions);
    let signs = signs(questionnaire).flat_map(of_a_sign);
    questions.chain(repeats).chain(rules).chain(points).chain(signs).chain(shown)
}

/// The conditions of a sign.
pub(super) fn of_a_sign(sign: &Sign) -> impl Iterator<Item = &Condition> {
    sign.applies.iter().chain([&sign.when])
}

fn points(questionnaire: &Questionnaire) -> impl Iterator<Item = &Point> {
    questionnaire.weighings().flat_map(|weighing| &weighing.points)
}

fn signs(questionnaire: &Questionnaire) -> impl Iterator<Item = &Sign> {
    let criteria = questionnaire.comparison.iter().flat_map(|comparison| &comparison.criteria);
    criteria.flat_map(|criterion| &criterion.signs)
}

/// Every text in which placeholders are filled.
fn filled(questionnaire: &Questionnaire) -> impl Iterator<Item = Text<'_>> {
    let questions = questionnaire.questions().flat_map(of_question);
    let rules = questionnaire.rules().flat_map(|(_, rule)| of_rule(rule));
    let criteria = questionnaire.comparison.iter().flat_map(|comparison| &comparison.criteria);
    let signs = criteria.flat_map(|one| one.signs.iter().flat_map(move |sign| of_sign(one, sign)));
    questions
        .chain(rules)
        .chain(points(questionnaire).flat_map(of_point))
        .chain(signs)
        .filter(|text| text.filled)
}

/// What is named outside conditions and texts: as the name of a row, to be gone through, to be weighed, as a weight, as
/// the country whose law is told, and as the day of a milestone. What the report only shows again counts as little as its
/// list of all answers.
fn named_directly(questionnaire: &Questionnaire) -> impl Iterator<Item = &Id> {
    let labels = questionnaire.repeats().map(|repeat| &repeat.label);
    let lists = questionnaire.rules().filter_map(|(_, rule)| rule.each.as_ref());
    let lists = lists.chain(points(questionnaire).filter_map(|point| point.each.as_ref()));
    let weighed = questionnaire.weighings().map(|weighing| &weighing.question);
    let criteria = questionnaire.comparison.iter().flat_map(|comparison| &comparison.criteria);
    let weights = criteria.map(|criterion| &criterion.weight);
    let countries =
        questionnaire.questions().flat_map(|question| &question.facts).map(|(country, _)| country);
    let days = questionnaire.manifest.milestones.iter().filter_map(|milestone| milestone.day.as_ref());
    labels.chain(lists).chain(weighed).chain(weights).chain(countries).chain(days)
}
