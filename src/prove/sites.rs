//! Every condition of a questionnaire, with what it belongs to.

use crate::model::{
    Comparison, Condition, Matrix, Part, Point, Question, Questionnaire, Rule, Safeguard, Sign, Weighing,
};

/// A condition with what it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'q> {
    pub condition: &'q Condition,
    pub of: Owner<'q>,
}

/// What a condition belongs to; it tells for which rows the condition is judged, and when.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner<'q> {
    /// The `when` of a question.
    Question(&'q Question),
    /// The `when` of a repeat.
    Repeat,
    /// The `applies` of a rule.
    Relevance(&'q Rule),
    /// The `when` of a rule.
    Rule(&'q Rule),
    /// The `when` of a point of a weighing.
    Point(&'q Weighing, &'q Point),
    /// The `applies` of a sign.
    SignRelevance(&'q Comparison, &'q Sign),
    /// The `when` of a sign.
    Sign(&'q Comparison, &'q Sign),
    /// The `when` of a checklist of the report.
    Checklist,
    /// The `applies` of a safeguard in the report.
    SafeguardRelevance(&'q Matrix),
    /// The `met` of a safeguard in the report.
    Safeguard(&'q Matrix, &'q Safeguard),
}

impl Owner<'_> {
    /// Whether a case records what comes of it; what only reports show is in none.
    pub fn is_recorded(self) -> bool {
        !matches!(self, Self::Checklist | Self::SafeguardRelevance(_) | Self::Safeguard(..))
    }
}

/// All of them, in the order of the questionnaire.
pub(super) fn sites(questionnaire: &Questionnaire) -> Vec<Site<'_>> {
    let mut sites = Vec::new();
    let mut add = |condition, of| sites.push(Site { condition, of });
    for stage in &questionnaire.stages {
        for repeat in &stage.repeats {
            repeat.when.iter().for_each(|when| add(when, Owner::Repeat));
        }
        for question in &stage.questions {
            question.when.iter().for_each(|when| add(when, Owner::Question(question)));
        }
        for rule in &stage.rules {
            rule.applies.iter().for_each(|applies| add(applies, Owner::Relevance(rule)));
            add(&rule.when, Owner::Rule(rule));
        }
        for weighing in &stage.weighings {
            for point in &weighing.points {
                point.when.iter().for_each(|when| add(when, Owner::Point(weighing, point)));
            }
        }
    }
    if let Some(comparison) = &questionnaire.comparison {
        for sign in comparison.criteria.iter().flat_map(|criterion| &criterion.signs) {
            sign.applies.iter().for_each(|applies| add(applies, Owner::SignRelevance(comparison, sign)));
            add(&sign.when, Owner::Sign(comparison, sign));
        }
    }
    for part in questionnaire.layout.iter().flat_map(|layout| &layout.parts) {
        match part {
            Part::Checklist(checklist) => checklist.when.iter().for_each(|when| add(when, Owner::Checklist)),
            Part::Matrix(matrix) => {
                for safeguard in &matrix.safeguards {
                    let applies = safeguard.applies.iter();
                    applies.for_each(|applies| add(applies, Owner::SafeguardRelevance(matrix)));
                    add(&safeguard.met, Owner::Safeguard(matrix, safeguard));
                }
            }
            _ => {}
        }
    }
    sites
}
