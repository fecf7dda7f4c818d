//! Conditions over rows: that there are such rows, that all of them are named before, and that none is gone through twice.

use super::{Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Id, Kind};

impl<'q> Resolver<'q, '_> {
    /// A condition over the rows of a repeat, or over those that a Rows question names.
    pub(super) fn over_rows(&mut self, of: &'q Id, part: &'q Condition, scope: &Scope<'q>) {
        let mut inner = scope.clone();
        let is_repeat = self.index.repeat(of).is_some();
        if self.index.is_twice(of) {
            inner.rows = None;
            self.condition(part, &inner);
            return;
        }
        let rows_of = match self.index.question(of).filter(|_| !is_repeat).map(|question| &question.kind) {
            Some(Kind::Rows(repeat)) => {
                self.named(of, scope);
                Some(repeat).filter(|repeat| self.index.repeat(repeat).is_some())
            }
            Some(_) => {
                self.of_kind("Some, Every or Count", of, scope, |kind| matches!(kind, Kind::Rows(_)));
                None
            }
            None if is_repeat => {
                self.rows_of_repeat(of, scope, &mut inner);
                Some(of)
            }
            None => {
                self.unknown_repeat(of, scope.of);
                None
            }
        };
        if let Some(repeat) = rows_of {
            self.gone_through_once(repeat, scope);
            inner.quantified.push(&repeat.value);
            inner.rows.iter_mut().for_each(|rows| rows.push(&repeat.value));
        } else {
            inner.rows = None;
        }
        self.condition(part, &inner);
    }

    /// All rows of a repeat must have been named before, and of its own repeat a question knows them only from earlier
    /// stages.
    fn rows_of_repeat(&mut self, repeat: &Id, scope: &Scope<'q>, inner: &mut Scope<'q>) {
        if scope.own == Some(repeat.value.as_str()) {
            inner.before = scope.before.min(scope.stage_start);
        }
        if self.index.rows_named_from(repeat, inner.before) {
            let message = format!("The rows of `{repeat}` aren't all named before `{}`", scope.of);
            self.found.push(
                Diagnostic::error("later-repeat", message)
                    .at(repeat.span.or(scope.of.span))
                    .label("named later")
                    .help("A condition can rely only on what was asked before".to_owned()),
            );
            inner.before = usize::MAX;
        }
    }

    /// Reports a `Some`, `Every` or `Count` within one over the same rows.
    fn gone_through_once(&mut self, repeat: &Id, scope: &Scope) {
        if scope.quantified.contains(&repeat.value.as_str()) {
            let message = format!("The rows of `{repeat}` are gone through twice, one within the other");
            self.found.push(
                Diagnostic::error("nested-repeat", message)
                    .at(repeat.span.or(scope.of.span))
                    .label("a row of it is already at hand")
                    .help("Name its questions directly here".to_owned()),
            );
        }
    }
}
