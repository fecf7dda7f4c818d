//! Do the parts of a questionnaire name each other rightly? Every id that is named must exist, be of the right
//! kind, stand earlier, and be within reach from where it is named.

mod comparison;
mod condition;
mod country;
mod essential;
mod guess;
mod hollow;
mod index;
mod layout;
mod placeholder;
mod renamed;
mod rows;
mod rule;
mod stage;
mod weighing;

use super::texts::{of_clause, of_manifest, of_term};
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Questionnaire};
pub(super) use country::country_meant;
use guess::Guesses;
use index::{Index, Names};
pub(super) use placeholder::braces;

/// So many errors are looked for; what is wrong then stands among the first of them.
const MOST: usize = 10_000;

/// Reports everything that doesn't resolve, in the order of the files, until there are more errors than anybody reads.
pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let mut resolver = Resolver { index: Index::new(questionnaire), guesses: Guesses::new(), found };
    for (number, stage) in questionnaire.stages.iter().enumerate() {
        resolver.stage(number, stage);
        for question in &stage.questions {
            resolver.question(number, question);
            resolver.essential(question);
        }
        for rule in &stage.rules {
            resolver.rule(number, rule);
        }
        for weighing in &stage.weighings {
            resolver.weighing(number, weighing);
        }
    }
    for clause in &questionnaire.clauses {
        resolver.authorities(&clause.source);
        resolver.positions(&clause.id, &clause.position);
    }
    for authority in &questionnaire.authorities {
        resolver.law_of(authority);
    }
    for milestone in &questionnaire.manifest.milestones {
        resolver.milestone(milestone);
    }
    resolver.texts_without_rows(questionnaire);
    if let Some(comparison) = &questionnaire.comparison {
        resolver.comparison(comparison);
    }
    if let Some(layout) = &questionnaire.layout {
        resolver.layout(layout);
    }
    renamed::check(questionnaire, found);
}

/// The questionnaire's index and what was found so far.
struct Resolver<'q, 'f> {
    index: Index<'q>,
    guesses: Guesses<'q>,
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
    /// What does the naming.
    by: Namer,
}

/// What names something: each may look so far, and be told in its own words what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Namer {
    /// A question, or the `when` of a repeat: what is asked earlier.
    Question,
    /// A rule: what is asked in its stage too.
    Rule,
    /// A point of a weighing: as a rule.
    Point,
    /// A sign of a comparison: everything.
    Sign,
}

impl Namer {
    /// What a person calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Rule => "rule",
            Self::Point => "point",
            Self::Sign => "sign",
        }
    }
}

impl<'q> Resolver<'q, '_> {
    /// Reports placeholders in texts that belong to no question, rule or list.
    fn texts_without_rows(&mut self, questionnaire: &'q Questionnaire) {
        let clauses = questionnaire.clauses.iter().flat_map(of_clause);
        let terms = questionnaire.glossary.iter().flat_map(of_term);
        for text in of_manifest(&questionnaire.manifest).into_iter().chain(clauses).chain(terms) {
            let scope = Scope {
                of: text.of,
                before: usize::MAX,
                stage_start: usize::MAX,
                own: None,
                rows: Some(Vec::new()),
                quantified: Vec::new(),
                by: Namer::Sign,
            };
            self.placeholders(&text, &scope);
        }
    }
}

impl Resolver<'_, '_> {
    /// Reports sources that nothing has.
    fn authorities(&mut self, ids: &[Id]) {
        for id in ids {
            if self.is_enough() {
                return;
            }
            self.known(Names::Authorities, id, id);
        }
    }

    /// Whether there are more errors than anybody reads.
    fn is_enough(&self) -> bool {
        self.found.len() > MOST
    }

    /// Reports an id that is not among those names.
    fn known(&mut self, among: Names, id: &Id, near: &Id) {
        if among == Names::Repeats && self.index.is_for_bad(id) {
            return;
        }
        if !self.index.has(among, id) {
            let what = among.one();
            self.found.push(
                Diagnostic::error(among.unknown(), format!("There is no {what} `{id}`"))
                    .at(id.span.or(near.span))
                    .label(format!("no such {what}"))
                    .help(self.guesses.among(&self.index, among, id)),
            );
        }
    }
}
