//! Parts of conditions that are true, or false, whatever is answered, because of how they are written.

use super::{Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::model::{Authority, Condition, Id, Kind};

impl Resolver<'_, '_> {
    /// Reports an `All` or `Any` of nothing.
    pub(super) fn has_parts(&mut self, condition: &Condition, parts: &[Condition], scope: &Scope) {
        if parts.is_empty() {
            let word = if matches!(condition, Condition::All(_)) { "All" } else { "Any" };
            let message = format!("An `{word}` in a condition of `{}` has no parts", scope.of);
            self.says_nothing(message, scope.of, "Give it a part, or take it out");
        }
    }

    /// Reports a list of what something could be in which nothing is named.
    pub(super) fn names_something(&mut self, word: &str, of: &Id, list: &[Id]) {
        if list.is_empty() {
            let message = format!("This `{word}` names nothing that `{of}` could be");
            self.says_nothing(message, of, "Name at least one in the square brackets");
        }
    }

    /// Reports an authority that would be the law of no country.
    pub(super) fn names_a_country(&mut self, authority: &Authority, list: &[Id]) {
        if list.is_empty() {
            let message = format!("By its `law_of`, `{}` is the law of no country", authority.id);
            let help = "Name at least one in the square brackets, or take `law_of` out: then it is told as law that bears on every matter";
            self.says_nothing(message, &authority.id, help);
        }
    }

    /// Reports something that has nothing in it, and so is true or false whatever is answered.
    fn says_nothing(&mut self, message: String, at: &Id, help: &str) {
        let diagnostic = Diagnostic::error("empty-condition", message).at(at.span);
        self.found.push(diagnostic.label("nothing in the brackets").help(help.to_owned()));
    }

    /// Reports a number of rows that a list always or never has.
    pub(super) fn countable(&mut self, of: &Id, least: usize) {
        let rows_of = match self.index.question(of).map(|question| &question.kind) {
            Some(Kind::Rows(repeat)) => repeat,
            _ => of,
        };
        let Some(repeat) = self.index.repeat(rows_of).filter(|_| !self.index.is_twice(rows_of)) else {
            return;
        };
        let (label, message) = if least > repeat.most {
            ("too few rows", format!("`{of}` never has {least} rows: its `most` is {}", repeat.most))
        } else if least == 0 {
            ("always true", format!("`{of}` always has 0 rows or more"))
        } else {
            return;
        };
        self.found.push(
            Diagnostic::error("empty-range", message)
                .at(of.span)
                .label(label)
                .help(format!("Let it be 1 or more, and {} at most", repeat.most)),
        );
    }
}
