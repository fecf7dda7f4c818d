//! Rules.

use super::index::Names;
use super::{Namer, Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::load::texts::of_rule;
use crate::model::{Id, Kind, Question, Rule};

impl<'q> Resolver<'q, '_> {
    /// Reports what doesn't resolve in a rule.
    pub(super) fn rule(&mut self, stage: usize, rule: &'q Rule) {
        let before = self.index.end_of(stage);
        let rows = match &rule.each {
            None => Some(Vec::new()),
            Some(each) => self.rows_of_each(each, &rule.id, Namer::Rule, before),
        };
        let scope = Scope {
            of: &rule.id,
            before,
            stage_start: self.index.start_of(stage),
            own: None,
            rows,
            quantified: Vec::new(),
            by: Namer::Rule,
        };
        for condition in rule.applies.iter().chain([&rule.when]) {
            self.condition(condition, &scope);
        }
        for text in of_rule(rule) {
            self.placeholders(&text, &scope);
        }
        for other in &rule.contradicts {
            if *other == rule.id {
                self.found.push(contradicts_itself(other));
            } else {
                self.known(Names::Rules, other, &rule.id);
            }
        }
        for clause in &rule.clauses {
            self.known(Names::Clauses, clause, &rule.id);
        }
        self.known(Names::Milestones, &rule.action.before, &rule.id);
        self.sources(&rule.id, &rule.source);
    }

    /// The repeats of which a row is at hand in a rule or point with that `each`; `None` where it doesn't resolve.
    pub(super) fn rows_of_each(
        &mut self,
        each: &'q Id,
        of: &Id,
        by: Namer,
        before: usize,
    ) -> Option<Vec<&'q str>> {
        let late = |resolver: &Self| {
            resolver.index.rows_named_from(each, before)
                || resolver
                    .index
                    .question(each)
                    .is_some_and(|pair| resolver.index.position(&pair.id) >= before)
        };
        if self.index.is_twice(each) {
            return None;
        }
        let rows = match (self.index.repeat(each), self.index.question(each)) {
            (Some(_), _) => vec![each.value.as_str()],
            (None, Some(pair)) => match pair_of(pair) {
                Ok(rows) => rows,
                Err(problem) => {
                    let help = "An `each` goes through the rows of a repeat, or those that a Rows question names: pairs where it is asked for each row of another repeat";
                    self.bad_each(each, of, "bad-each", problem, help);
                    return None;
                }
            },
            (None, None) => {
                self.unknown_repeat(each, of);
                return None;
            }
        };
        if late(self) {
            let problem = format!("`{each}` comes in a later stage than the {} `{of}`", by.name());
            let help = match by {
                Namer::Rule => "Move the rule to that stage",
                _ => "It can go through what is named in its own stage or an earlier one",
            };
            self.bad_each(each, of, "later-repeat", problem, help);
            return None;
        }
        // A repeat that nothing defines is reported where the question names it.
        rows.iter().all(|row| self.index.repeat(row).is_some()).then_some(rows)
    }

    fn bad_each(&mut self, each: &Id, of: &Id, code: &'static str, problem: String, help: &str) {
        let diagnostic = Diagnostic::error(code, problem).at(each.span.or(of.span));
        self.found.push(diagnostic.label("can't be gone through here").help(help.to_owned()));
    }
}

fn contradicts_itself(rule: &Id) -> Diagnostic {
    Diagnostic::error("own-rule", format!("`{rule}` contradicts itself"))
        .at(rule.span)
        .label("the rule itself")
        .help("Name the other rule, or take it out".to_owned())
}

/// The repeats whose rows are at hand where a Rows question is gone through: two where it is asked for each row.
fn pair_of(question: &Question) -> Result<Vec<&str>, String> {
    let id = &question.id;
    match (&question.row_of, &question.kind) {
        (Some(row_of), Kind::Rows(named)) if row_of != named => Ok(vec![row_of.as_str(), named.as_str()]),
        (Some(_), Kind::Rows(_)) => {
            Err(format!("`{id}` names rows of its own repeat, so nothing tells the two rows of a pair apart"))
        }
        (None, Kind::Rows(named)) => Ok(vec![named.as_str()]),
        (_, kind) => Err(format!("`{id}` is no Rows question, its kind is {}", kind.name())),
    }
}
