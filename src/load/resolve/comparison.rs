//! The comparison, its criteria and their signs.

use super::index::Names;
use super::{Namer, Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::load::texts::{of_comparison, of_sign};
use crate::model::{Comparison, Criterion, Id, Kind};

impl<'q> Resolver<'q, '_> {
    /// Reports what doesn't resolve in the comparison.
    pub(super) fn comparison(&mut self, comparison: &'q Comparison) {
        let repeat = &comparison.repeat;
        let known = self.index.repeat(repeat).is_some() && !self.index.is_twice(repeat);
        if self.index.repeat(repeat).is_none() {
            self.unknown_repeat(repeat, repeat);
        }
        if comparison.criteria.is_empty() {
            let message = format!("Nothing is said by which the rows of `{repeat}` are compared");
            self.lacks("no-criteria", message, repeat, "Give it a criterion, or take the file out");
        }
        let of = |of: &'q Id, rows| Scope {
            of,
            before: usize::MAX,
            stage_start: usize::MAX,
            own: None,
            rows,
            quantified: Vec::new(),
            by: Namer::Sign,
        };
        for text in of_comparison(comparison) {
            self.placeholders(&text, &of(text.of, Some(Vec::new())));
        }
        for criterion in &comparison.criteria {
            self.criterion(criterion, &of(&criterion.id, known.then(|| vec![repeat.value.as_str()])));
        }
    }

    fn criterion(&mut self, criterion: &'q Criterion, scope: &Scope<'q>) {
        let id = &criterion.id;
        self.weight(&criterion.weight, id);
        let (signs, most) = (criterion.signs.len(), Criterion::MOST_SIGNS);
        if signs == 0 {
            let message = format!("Nothing is looked at for `{id}`");
            self.lacks("no-signs", message, id, "Give it a sign, or take the criterion out");
        }
        if signs > most {
            self.found.push(
                Diagnostic::error("too-many-signs", format!("`{id}` has {signs} signs, it can have {most}"))
                    .at(id.span)
                    .label("more than anybody reads")
                    .help("Make two criteria of it".to_owned()),
            );
        }
        for sign in &criterion.signs {
            for condition in sign.applies.iter().chain([&sign.when]) {
                self.condition(condition, scope);
            }
            for text in of_sign(criterion, sign) {
                self.placeholders(&text, scope);
            }
            self.sources(id, &sign.source);
        }
    }

    fn lacks(&mut self, code: &'static str, message: String, of: &Id, help: &str) {
        self.found.push(Diagnostic::error(code, message).at(of.span).label("none").help(help.to_owned()));
    }

    /// A weight is the answer to a Scale that is asked once.
    fn weight(&mut self, weight: &Id, criterion: &Id) {
        let Some(question) = self.index.question(weight) else {
            self.known(Names::Questions, weight, criterion);
            return;
        };
        if self.index.is_twice(weight) {
            return;
        }
        let kind = question.kind.name();
        let (code, problem) = if !matches!(question.kind, Kind::Scale { .. }) {
            ("wrong-kind", format!("`{weight}` can't be a weight: its kind is {kind}"))
        } else if question.row_of.is_some() {
            ("row-question", format!("`{weight}` is asked for each row of a repeat, so it can't be a weight"))
        } else {
            return;
        };
        self.found.push(
            Diagnostic::error(code, problem)
                .at(weight.span.or(criterion.span))
                .label("no weight")
                .help("A weight is a Scale that is asked once".to_owned()),
        );
    }
}
