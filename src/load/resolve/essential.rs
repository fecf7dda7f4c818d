//! The express path: what it asks must not hang on what it leaves out.

use std::collections::HashSet;

use super::Resolver;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Kind, Question};

/// What an essential question can't do without.
struct Need<'q> {
    /// The question that must be asked for it.
    asked: &'q Id,
    /// Where that is said.
    at: &'q Id,
    /// Why, as a part of a sentence.
    because: String,
}

impl<'q> Resolver<'q, '_> {
    /// Reports what an essential question needs and the express path never asks, each question once.
    pub(super) fn essential(&mut self, question: &'q Question) {
        let of = &question.id;
        if !question.essential || self.index.is_twice(of) {
            return;
        }
        let mut told = HashSet::new();
        for Need { asked, at, because } in self.needs(question) {
            // One that nothing defines, or that comes later, is reported where it is named.
            let comes_before = self.index.position(asked) < self.index.position(of);
            let left_out = self.index.question(asked).is_some_and(|asked| !asked.essential)
                && comes_before
                && !self.index.is_twice(asked);
            if left_out && told.insert(asked) {
                let problem = format!("`{of}` is essential, but {because}, and `{asked}` is not essential");
                self.found.push(
                    Diagnostic::error("essential-gate", problem)
                        .at(at.span.or(of.span))
                        .label("never asked on the express path")
                        .help(format!("Give `{asked}` an `essential: true` too, or take it from `{of}`")),
                );
            }
        }
    }

    /// The names of the rows that it is asked for or chooses among, and the questions of its gates. The gate of its rows
    /// counts once, for the question that names them.
    fn needs(&self, question: &'q Question) -> Vec<Need<'q>> {
        let id = &question.id;
        let repeat = question.row_of.as_ref().and_then(|row_of| self.index.repeat(row_of));
        let chosen = if let Kind::Rows(of) = &question.kind { self.index.repeat(of) } else { None };
        let outer = repeat.filter(|repeat| repeat.label == *id).and_then(|repeat| repeat.when.as_ref());
        let gates = [("`when`", question.when.as_ref()), ("repeat's `when`", outer)];
        let gates = gates.into_iter().filter_map(|(gate, when)| Some((gate, when?.questions())));
        let gates = gates.flat_map(|(gate, named)| named.into_iter().map(move |named| (gate, named)));
        let gates = gates.map(|(gate, named)| Need {
            // The rows of a repeat are there once its label was asked.
            asked: self.index.repeat(named).map_or(named, |repeat| &repeat.label),
            at: named,
            because: format!("its {gate} depends on `{named}`"),
        });
        let rows = [(repeat, "is asked for"), (chosen, "chooses among")];
        let rows = rows.into_iter().filter_map(|(repeat, does)| Some((repeat?, does)));
        let rows = rows.map(|(repeat, does)| Need {
            asked: &repeat.label,
            at: id,
            because: format!("it {does} rows of `{}`, which `{}` names", repeat.id, repeat.label),
        });
        rows.chain(gates).collect()
    }
}
