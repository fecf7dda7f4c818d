//! What was renamed: the earlier id must be free, and one thing only can have had it.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Diagnostic;
use crate::model::{Id, Questionnaire};

/// Reports a `was` that is still in use, stands twice, or is the thing's own id.
pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let questions = questionnaire.questions().map(|question| (&question.id, question.was.as_slice()));
    let repeats = questionnaire.repeats().map(|repeat| (&repeat.id, repeat.was.as_slice()));
    among(&questions.chain(repeats).collect::<Vec<_>>(), found);
    for question in questionnaire.questions() {
        let options = question.kind.options().iter().map(|option| (&option.id, option.was.as_slice()));
        among(&options.collect::<Vec<_>>(), found);
    }
    let rules = questionnaire.rules().map(|(_, rule)| (&rule.id, rule.was.as_slice()));
    among(&rules.collect::<Vec<_>>(), found);
    let clauses = questionnaire.clauses.iter().map(|clause| (&clause.id, clause.was.as_slice()));
    among(&clauses.collect::<Vec<_>>(), found);
}

/// Of things whose ids must differ: the id of each, and those that it had.
fn among(named: &[(&Id, &[Id])], found: &mut Vec<Diagnostic>) {
    if named.iter().all(|(_, was)| was.is_empty()) {
        return;
    }
    let ids: HashSet<&str> = named.iter().map(|(id, _)| id.value.as_str()).collect();
    let mut first: HashMap<&str, (&Id, &Id)> = HashMap::new();
    for (id, was) in named.iter().flat_map(|(id, was)| was.iter().map(|was| (*id, was))) {
        let bad = |problem: String, label: &str| {
            let help = "Write the id that it had, or take the `was` out".to_owned();
            Diagnostic::error("bad-was", problem).at(was.span.or(id.span)).label(label).help(help)
        };
        if was == id {
            found.push(bad(format!("`{id}` can't have been `{was}` before: it is so still"), "its own id"));
        } else if ids.contains(was.value.as_str()) {
            found.push(bad(format!("`{id}` can't have been `{was}`, which is still there"), "still in use"));
        } else if let Some((other, place)) = first.get(was.value.as_str()) {
            let problem = format!("`{id}` and `{other}` can't both have been `{was}`");
            found.push(
                bad(problem, "the second one").related(place.span, format!("`{other}` has been it, too")),
            );
        } else {
            first.insert(&was.value, (id, was));
        }
    }
}
