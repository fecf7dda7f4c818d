//! The express path: what it asks must not hang on what it leaves out.

use super::Resolver;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Kind, Question};

impl<'q> Resolver<'q, '_> {
    /// Reports what an essential question needs and the express path never asks: the questions of its gate, and the
    /// names of the rows that it is asked for or chooses among. The gate of its rows is reported once, where they are
    /// named.
    pub(super) fn essential(&mut self, question: &'q Question) {
        if !question.essential {
            return;
        }
        let id = &question.id;
        let row_of = question.row_of.as_ref();
        let repeat = row_of.and_then(|row_of| self.index.repeat(row_of)).filter(|repeat| repeat.label == *id);
        let outer = repeat.and_then(|repeat| repeat.when.as_ref());
        let gates = [("`when`", question.when.as_ref()), ("repeat's `when`", outer)];
        for (gate, when) in gates {
            for named in when.map_or_else(Vec::new, |when| when.questions()) {
                let needs = format!("its {gate} depends on `{named}`");
                self.needs_essential(id, named, named, &needs);
            }
        }
        let chosen = if let Kind::Rows(of) = &question.kind { Some(of) } else { None };
        let rows = [(row_of, "is asked for"), (chosen, "chooses among")];
        for (repeat, does) in rows {
            let Some(repeat) = repeat.and_then(|repeat| self.index.repeat(repeat)) else { continue };
            let needs = format!("it {does} rows of `{}`, which `{}` names", repeat.id, repeat.label);
            self.needs_essential(id, &repeat.label, id, &needs);
        }
    }

    /// Reports a question that is not essential itself. One that nothing defines is reported where it is named.
    fn needs_essential(&mut self, of: &Id, named: &Id, at: &Id, needs: &str) {
        if self.index.question(named).is_none_or(|question| question.essential) {
            return;
        }
        let problem = format!("`{of}` is essential, but {needs}, and `{named}` is not essential");
        self.found.push(
            Diagnostic::error("essential-gate", problem)
                .at(at.span.or(of.span))
                .label("never asked on the express path")
                .help(format!("Give `{named}` an `essential: true` too, or take it from `{of}`")),
        );
    }
}
