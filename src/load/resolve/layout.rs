//! The layout of the report, and what else the report goes by: positions on contract points, days of milestones.

use super::index::Names;
use super::{Namer, Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::load::texts::of_layout;
use crate::model::{Checklist, Id, Kind, Layout, Matrix, Milestone, Part, TableOf};

impl<'q> Resolver<'q, '_> {
    /// Reports what doesn't resolve in the layout.
    pub(super) fn layout(&mut self, layout: &'q Layout) {
        if let Some(repeat) = layout.counterpart.as_ref().filter(|id| self.index.repeat(id).is_none()) {
            self.unknown_repeat(repeat, repeat);
        }
        for text in of_layout(layout) {
            self.placeholders(&text, &anywhere(text.of, Vec::new()));
        }
        self.cover(layout);
        for part in &layout.parts {
            match part {
                Part::Table(table) => self.table(table),
                Part::Matrix(matrix) => self.matrix(matrix),
                Part::Checklist(checklist) => self.checklist(checklist),
                _ => {}
            }
        }
    }

    fn cover(&mut self, layout: &'q Layout) {
        for column in &layout.cover {
            let Some(question) = self.index.question(&column.question) else {
                self.known(Names::Questions, &column.question, &column.question);
                continue;
            };
            if question.row_of.is_some() {
                let problem =
                    format!("`{}` has an answer for each row, and a cover has room for one", question.id);
                self.wrong("wrong-repeat", problem, &column.question, "Name a question that is asked once");
            }
        }
    }

    fn table(&mut self, table: &'q TableOf) {
        let rows = match &table.repeat {
            Some(repeat) if self.index.repeat(repeat).is_none() => {
                self.unknown_repeat(repeat, &table.id);
                return;
            }
            Some(repeat) => vec![repeat.value.as_str()],
            None => Vec::new(),
        };
        let scope = anywhere(&table.id, rows);
        for column in &table.columns {
            let question = self.named(&column.question, &scope);
            // A question that is asked once says the same in every row.
            if let (Some(question), Some(repeat)) = (question, &table.repeat)
                && question.row_of.is_none()
            {
                let problem = format!("`{}` is not asked for the rows of `{repeat}`", question.id);
                let help = "Show it in a table without a `repeat`";
                self.wrong("wrong-repeat", problem, &column.question, help);
            }
        }
    }

    fn matrix(&mut self, matrix: &'q Matrix) {
        let Some(first) = matrix.gets.first() else {
            let problem = format!("`{}` doesn't say who gets what", matrix.id);
            let help = "Give `gets` a Rows question that is asked for each row of a list";
            self.wrong("empty-matrix", problem, &matrix.id, help);
            return;
        };
        let lists = |id: &Id| {
            let question = self.index.question(id)?;
            let Kind::Rows(things) = &question.kind else { return Some(None) };
            Some(question.row_of.as_ref().map(|of| (of.value.as_str(), things.value.as_str())))
        };
        let wanted = lists(&first.question).flatten();
        let wrong: Vec<&Id> = matrix
            .gets
            .iter()
            .map(|column| &column.question)
            .filter(|id| lists(id).is_some_and(|found| found.is_none() || found != wanted))
            .collect();
        for column in &matrix.gets {
            self.known(Names::Questions, &column.question, &matrix.id);
        }
        for id in wrong {
            let problem = format!("`{id}` doesn't say which rows of one list those of another get");
            let help = "Each is a Rows question, asked for each row of one list, that names rows of another";
            self.wrong("wrong-kind", problem, id, help);
        }
        let Some((receivers, things)) = wanted else { return };
        let scope = anywhere(&matrix.id, vec![receivers, things]);
        for safeguard in &matrix.safeguards {
            for condition in safeguard.applies.iter().chain([&safeguard.met]) {
                self.condition(condition, &scope);
            }
        }
    }

    fn checklist(&mut self, checklist: &'q Checklist) {
        self.authorities(&checklist.items);
        let scope = anywhere(&checklist.id, Vec::new());
        if let Some(when) = &checklist.when {
            self.condition(when, &scope);
        }
    }

    /// Questions that say where the person's side stands on a point.
    pub(super) fn positions(&mut self, of: &Id, questions: &[Id]) {
        for id in questions {
            self.known(Names::Questions, id, of);
        }
    }

    /// The day of a milestone is the answer to a Date that is asked once.
    pub(super) fn milestone(&mut self, milestone: &'q Milestone) {
        let Some(id) = &milestone.day else { return };
        let scope = anywhere(&milestone.id, Vec::new());
        let Some(question) = self.named(id, &scope) else { return };
        if question.row_of.is_none() && question.kind != Kind::Date {
            let problem = format!("`{id}` gives no day: its kind is {}", question.kind.name());
            self.wrong("wrong-kind", problem, id, "Name a Date question that is asked once");
        }
    }

    fn wrong(&mut self, code: &'static str, problem: String, at: &Id, help: &str) {
        let diagnostic = Diagnostic::error(code, problem).at(at.span).label("can't be shown so");
        self.found.push(diagnostic.help(help.to_owned()));
    }
}

/// A report comes after everything, and knows rows of these lists.
fn anywhere<'q>(of: &'q Id, rows: Vec<&'q str>) -> Scope<'q> {
    Scope {
        of,
        before: usize::MAX,
        stage_start: usize::MAX,
        own: None,
        rows: Some(rows),
        quantified: Vec::new(),
        by: Namer::Sign,
    }
}
