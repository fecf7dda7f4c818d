//! Everything that names an authority.

use crate::model::{Id, Questionnaire};

/// Something that names sources.
pub(super) struct Server<'q> {
    pub(super) kind: &'static str,
    pub(super) id: &'q Id,
    pub(super) source: &'q [Id],
}

/// All of them, kind by kind: each point of a weighing and each sign of a criterion by itself.
pub(super) fn servers(questionnaire: &Questionnaire) -> Vec<Server<'_>> {
    let mut servers: Vec<Server> = Vec::new();
    let mut of = |kind, id, source| servers.push(Server { kind, id, source });
    questionnaire.questions().for_each(|question| of("question", &question.id, &question.source));
    questionnaire.rules().for_each(|(_, rule)| of("rule", &rule.id, &rule.source));
    questionnaire.clauses.iter().for_each(|clause| of("clause", &clause.id, &clause.source));
    let weighings = questionnaire.stages.iter().flat_map(|stage| &stage.weighings);
    weighings
        .for_each(|all| all.points.iter().for_each(|point| of("weighing", &all.question, &point.source)));
    let criteria = questionnaire.comparison.iter().flat_map(|comparison| &comparison.criteria);
    criteria.for_each(|all| all.signs.iter().for_each(|sign| of("criterion", &all.id, &sign.source)));
    servers
}
