//! Weighings and their points.

use super::index::Names;
use super::{Namer, Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::load::texts::{of_point, of_weighing};
use crate::model::{Id, Kind, Point, Question, Weighing};

impl<'q> Resolver<'q, '_> {
    /// Reports what doesn't resolve in a weighing.
    pub(super) fn weighing(&mut self, stage: usize, weighing: &'q Weighing) {
        let id = &weighing.question;
        let question = self.index.question(id);
        match question.filter(|_| !self.index.is_twice(id)) {
            Some(question) => self.weighed(stage, id, question),
            None => self.known(Names::Questions, id, id),
        }
        let question = question.filter(|_| !self.index.is_twice(id));
        if weighing.points.is_empty() {
            self.found.push(
                Diagnostic::error("no-points", format!("The weighing of `{id}` has no points"))
                    .at(id.span)
                    .label("nothing is weighed")
                    .help("Give it a point, or take it out".to_owned()),
            );
        }
        let scope = self.point_scope(stage, id, Some(Vec::new()));
        for text in of_weighing(weighing) {
            self.placeholders(&text, &scope);
        }
        for point in &weighing.points {
            self.point(stage, point, question);
        }
    }

    /// Only a Choice of the same stage that is asked once can be weighed.
    fn weighed(&mut self, stage: usize, id: &Id, question: &Question) {
        let kind = question.kind.name();
        let (code, problem, label) = if !matches!(question.kind, Kind::Choice(_)) {
            (
                "wrong-kind",
                format!("`{id}` can't be weighed: its kind is {kind}"),
                format!("its kind is {kind}"),
            )
        } else if question.row_of.is_some() {
            let problem = format!("`{id}` is asked for each row of a repeat, so it can't be weighed");
            ("row-question", problem, "which row?".to_owned())
        } else if self.index.questionnaire.stage_of(id) != Some(stage) {
            let problem = format!("`{id}` is asked in another stage than the one that weighs it");
            ("weighing-stage", problem, "asked in another stage".to_owned())
        } else {
            return;
        };
        let help = "A weighing is about a Choice that is asked once, and stands in its stage";
        self.found.push(Diagnostic::error(code, problem).at(id.span).label(label).help(help.to_owned()));
    }

    fn point(&mut self, stage: usize, point: &'q Point, question: Option<&Question>) {
        let option = &point.option;
        if let Some(question) = question.filter(|question| matches!(question.kind, Kind::Choice(_))) {
            self.option(question, option, option);
        }
        let rows = match &point.each {
            None => Some(Vec::new()),
            Some(each) => self.rows_of_each(each, option, Namer::Point, self.index.end_of(stage)),
        };
        let scope = self.point_scope(stage, option, rows);
        if let Some(when) = &point.when {
            self.condition(when, &scope);
        }
        for text in of_point(point) {
            self.placeholders(&text, &scope);
        }
        self.sources(option, &point.source);
    }

    fn point_scope(&self, stage: usize, of: &'q Id, rows: Option<Vec<&'q str>>) -> Scope<'q> {
        Scope {
            of,
            before: self.index.end_of(stage),
            stage_start: self.index.start_of(stage),
            own: None,
            rows,
            quantified: Vec::new(),
            by: Namer::Point,
        }
    }
}
