//! Stages, their repeats and their questions.

use super::condition::is_country;
use super::index::{Names, belongs};
use super::{Namer, Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::load::texts::{of_question, of_stage};
use crate::model::{Id, Kind, Length, Question, Repeat, Stage};

impl<'q> Resolver<'q, '_> {
    /// Reports what doesn't resolve in a stage itself and in its repeats.
    pub(super) fn stage(&mut self, number: usize, stage: &'q Stage) {
        if stage.questions.is_empty() {
            self.found.push(
                Diagnostic::error("empty-stage", format!("The stage `{}` asks nothing", stage.id))
                    .at(stage.id.span)
                    .label("no questions")
                    .help("Give it a question, or take its file out".to_owned()),
            );
        }
        let scope = self.plain_scope(&stage.id, number, self.index.start_of(number));
        for text in of_stage(stage) {
            self.placeholders(&text, &scope);
        }
        for repeat in &stage.repeats {
            self.repeat(number, repeat);
        }
    }

    fn repeat(&mut self, stage: usize, repeat: &'q Repeat) {
        let fewest = repeat.least.max(1);
        if repeat.most < fewest {
            self.found.push(
                Diagnostic::error("empty-range", format!("`{}` can never have enough rows", repeat.id))
                    .at(repeat.id.span)
                    .label(format!("most is {}, least is {}", repeat.most, repeat.least))
                    .help(format!("Let `most` be {fewest} or more")),
            );
        }
        if self.index.is_twice(&repeat.id) || self.index.is_twice(&repeat.label) {
            return;
        }
        let Some(first) = self.index.first_of(&repeat.id) else {
            if self.index.has_slip_for(&repeat.id) {
                return;
            }
            let help = format!("Give a question `row_of: \"{}\"`", repeat.id);
            self.found.push(
                Diagnostic::error(
                    "empty-repeat",
                    format!("No question is asked for the rows of `{}`", repeat.id),
                )
                .at(repeat.id.span)
                .label("no questions")
                .help(help),
            );
            return;
        };
        self.row_label(stage, repeat, first);
        if let Some(when) = &repeat.when {
            let scope = self.plain_scope(&repeat.id, stage, self.index.position(&first.id));
            self.condition(when, &scope);
        }
    }

    /// The label names a row, so it must be the first thing that is asked of it, always, in one line.
    fn row_label(&mut self, stage: usize, repeat: &Repeat, first: &Question) {
        let label = &repeat.label;
        let Some(question) = self.index.question(label) else {
            if !self.index.is_for_bad(label) {
                self.known(Names::Questions, label, &repeat.id);
            }
            return;
        };
        if question.row_of.as_ref().is_some_and(|row_of| self.index.repeat(row_of).is_none()) {
            return;
        }
        let problem = if !belongs(question, &repeat.id) {
            format!("`{label}` is not asked for the rows of `{}`", repeat.id)
        } else if question.kind != Kind::Text(Length::Short) {
            format!("`{label}` is no Text(Short), so it can't name a row")
        } else if question.id != first.id {
            format!("`{label}` is not the first question of `{}`: that is `{}`", repeat.id, first.id)
        } else if question.when.is_some() {
            format!("`{label}` has a `when`, so that a row may stay without a name")
        } else if self.index.questionnaire.stage_of(label) != Some(stage) {
            format!("`{label}` is asked in another stage than the one that defines `{}`", repeat.id)
        } else {
            return;
        };
        let help =
            "A repeat's label is its first question: a Text(Short) of the same stage, without a `when`";
        self.found.push(
            Diagnostic::error("repeat-label", problem)
                .at(label.span.or(repeat.id.span))
                .label("can't name a row")
                .help(help.to_owned()),
        );
    }

    /// Reports what doesn't resolve in a question.
    pub(super) fn question(&mut self, stage: usize, question: &'q Question) {
        let scope = self.scope_of(stage, question);
        if let Some(row_of) = question.row_of.as_ref().filter(|row_of| self.index.repeat(row_of).is_none()) {
            self.unknown_repeat(row_of, &question.id);
        }
        if let Some(when) = &question.when {
            self.condition(when, &scope);
        }
        for text in of_question(question) {
            self.placeholders(&text, &scope);
        }
        self.kind(question, &scope);
        for (country, kind) in &question.facts {
            self.fact(kind, &[], &question.id);
            let anywhere = Scope { rows: None, ..scope.clone() };
            if let Some(named) = self.named(country, &anywhere).filter(|named| !is_country(&named.kind)) {
                self.no_country(named, country, &question.id);
            }
        }
        self.sources(&question.id, &question.source);
    }

    fn no_country(&mut self, named: &Question, written: &Id, of: &Id) {
        let kind = named.kind.name();
        let problem = format!("The `facts` of `{of}` are of countries, and `{written}` names none");
        self.found.push(
            Diagnostic::error("wrong-kind", problem)
                .at(written.span.or(of.span))
                .label(format!("its kind is {kind}"))
                .help("Name a question whose kind is Country or Countries, then the fact".to_owned()),
        );
    }

    /// Sources that exist, and at least one.
    pub(super) fn sources(&mut self, of: &Id, sources: &[Id]) {
        if sources.is_empty() {
            self.found.push(
                Diagnostic::error("no-source", format!("`{of}` names no source"))
                    .at(of.span)
                    .label("where does it come from?")
                    .help("Give `source` an item of source.ron or an entry of authorities.ron".to_owned()),
            );
        }
        self.authorities(sources);
    }

    fn kind(&mut self, question: &'q Question, scope: &Scope<'q>) {
        let id = &question.id;
        let problem = match &question.kind {
            Kind::Choice(options) | Kind::Choices(options) if options.is_empty() => {
                Some(("no-options", format!("`{id}` has no options to choose from"), "no options"))
            }
            Kind::Number { least: Some(least), most: Some(most), .. } if least > most => Some((
                "empty-range",
                format!("No number is {least} or more and {most} or less"),
                "nothing fits",
            )),
            Kind::Rows(repeat) => {
                self.rows_kind(repeat, scope);
                None
            }
            _ => None,
        };
        if let Some((code, message, label)) = problem {
            self.found.push(Diagnostic::error(code, message).at(id.span).label(label));
        }
    }

    /// A Rows question chooses among rows that have been named.
    fn rows_kind(&mut self, repeat: &Id, scope: &Scope<'q>) {
        if self.index.repeat(repeat).is_none() {
            self.unknown_repeat(repeat, scope.of);
            return;
        }
        if self.index.is_twice(repeat) {
            return;
        }
        let own = scope.own == Some(repeat.value.as_str());
        let before = if own { scope.stage_start } else { scope.before };
        if self.index.rows_named_from(repeat, before) {
            self.found.push(
                Diagnostic::error(
                    "later-repeat",
                    format!("The rows of `{repeat}` aren't all named before `{}`", scope.of),
                )
                .at(repeat.span.or(scope.of.span))
                .label("named later")
                .help("One can choose only among rows that were named before".to_owned()),
            );
        }
    }

    fn scope_of(&self, stage: usize, question: &'q Question) -> Scope<'q> {
        let known = |row_of: &Id| self.index.repeat(row_of).is_some() && !self.index.is_twice(row_of);
        let own = question.row_of.as_ref();
        let mut scope = self.plain_scope(&question.id, stage, self.index.position(&question.id));
        scope.own = own.map(|row_of| row_of.value.as_str());
        if self.index.is_twice(&question.id) {
            scope.before = usize::MAX;
        }
        scope.rows = own.is_none_or(known).then(|| scope.own.into_iter().collect());
        scope
    }

    /// The scope of something that belongs to no row.
    fn plain_scope(&self, of: &'q Id, stage: usize, before: usize) -> Scope<'q> {
        Scope {
            of,
            before,
            stage_start: self.index.start_of(stage),
            own: None,
            rows: Some(Vec::new()),
            quantified: Vec::new(),
            by: Namer::Question,
        }
    }
}
