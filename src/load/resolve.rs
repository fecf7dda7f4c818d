//! Do the parts of a questionnaire name each other rightly? Every id that is named must exist, be of the right
//! kind, stand earlier, and be within reach from where it is named.

mod condition;
mod essential;
mod index;
mod placeholder;
mod rule;
mod stage;

use crate::diagnostic::Diagnostic;
use crate::model::{Id, Questionnaire};
pub(super) use condition::country_meant;
use index::Index;

/// Reports everything that doesn't resolve.
pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let mut resolver = Resolver { index: Index::new(questionnaire), found };
    for (number, stage) in questionnaire.stages.iter().enumerate() {
        resolver.stage(number, stage);
        for question in &stage.questions {
            resolver.question(number, question);
            resolver.essential(question);
        }
        for rule in &stage.rules {
            resolver.rule(number, rule);
        }
    }
    for clause in &questionnaire.clauses {
        resolver.authorities(&clause.source);
    }
}

/// The questionnaire's index and what was found so far.
struct Resolver<'q, 'f> {
    index: Index<'q>,
    found: &'f mut Vec<Diagnostic>,
}

/// From where something is named: what may be named there.
#[derive(Clone)]
struct Scope<'q> {
    /// The thing that does the naming; the place of last resort.
    of: &'q Id,
    /// Questions that stand before this position may be named.
    before: usize,
    /// The position at which the stage begins: of other rows of its own repeat, a question can rely only on
    /// what was asked before its stage.
    stage_start: usize,
    /// The repeat that the question itself belongs to.
    own: Option<&'q str>,
    /// The repeats of which one row is at hand; `None` where that isn't known, so that nothing is said of it.
    rows: Option<Vec<&'q str>>,
    /// The repeats whose rows are being gone through by a `Some`, `Every` or `Count` around it.
    quantified: Vec<&'q str>,
    /// Whether it is a rule, which may name every question of its stage.
    in_rule: bool,
}

impl Resolver<'_, '_> {
    /// Reports sources that nothing has.
    fn authorities(&mut self, ids: &[Id]) {
        for id in ids {
            let known = self.index.authorities.clone();
            self.known("unknown-source", "authority", id, &known, id);
        }
    }

    /// Reports an id that is not among the known ones.
    fn known(&mut self, code: &'static str, what: &str, id: &Id, known: &[&str], near: &Id) {
        if !known.contains(&id.value.as_str()) {
            self.found.push(
                Diagnostic::error(code, format!("There is no {what} `{id}`"))
                    .at(id.span.or(near.span))
                    .label(format!("no such {what}"))
                    .help(super::near::suggest(id, known.iter().copied())),
            );
        }
    }
}
