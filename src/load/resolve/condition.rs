//! Conditions: that they name what exists, say what can be said of it, and look back only.

use super::index::Names;
use super::{Namer, Resolver, Scope};
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Id, Kind, Question, UNKNOWN};

impl<'q> Resolver<'q, '_> {
    /// Reports everything in a condition that doesn't resolve.
    pub(super) fn condition(&mut self, condition: &'q Condition, scope: &Scope<'q>) {
        if self.is_enough() {
            return;
        }
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                self.has_parts(condition, parts, scope);
                for part in parts {
                    self.condition(part, scope);
                }
            }
            Condition::Not(part) => self.condition(part, scope),
            Condition::Is(id, one) => self.is_named("Is", id, std::slice::from_ref(one), scope, is_single),
            Condition::OneOf(id, list) => {
                self.is_named("OneOf", id, list, scope, is_single);
                self.names_something("OneOf", id, list);
            }
            Condition::Includes(id, one) => {
                let fitting = |kind: &Kind| matches!(kind, Kind::Choices(_) | Kind::Countries);
                self.is_named("Includes", id, std::slice::from_ref(one), scope, fitting);
            }
            Condition::Among(one, others) => {
                self.of_kind("Among", one, scope, is_country);
                self.of_kind("Among", others, scope, is_country);
            }
            Condition::Fact(id, kind, values) => {
                self.of_kind("Fact", id, scope, is_country);
                self.fact(kind, values, id);
                self.names_something("Fact", kind, values);
            }
            Condition::Yes(id) => {
                self.of_kind("Yes", id, scope, |kind| matches!(kind, Kind::YesNo));
            }
            Condition::No(id) => {
                self.of_kind("No", id, scope, |kind| matches!(kind, Kind::YesNo));
            }
            Condition::AtLeast(id, _) => {
                self.of_kind("AtLeast", id, scope, is_counted);
            }
            Condition::AtMost(id, _) => {
                self.of_kind("AtMost", id, scope, is_counted);
            }
            Condition::Answered(id) | Condition::Unknown(id) => {
                self.named(id, scope);
            }
            Condition::Some(repeat, part) | Condition::Every(repeat, part) => {
                self.over_rows(repeat, part, scope);
            }
            Condition::Count(repeat, part, least) => {
                self.over_rows(repeat, part, scope);
                self.countable(repeat, *least);
            }
        }
    }

    /// Options or countries that exist, said of a question that has such.
    fn is_named(&mut self, word: &str, id: &Id, list: &[Id], scope: &Scope<'q>, fitting: fn(&Kind) -> bool) {
        let Some(question) = self.of_kind(word, id, scope, fitting) else { return };
        for one in list {
            if is_country(&question.kind) {
                self.country(one, id);
            } else {
                self.option(question, one, id);
            }
        }
    }

    /// A kind of fact that exists, and values that it can have.
    pub(super) fn fact(&mut self, kind: &Id, values: &[Id], near: &Id) {
        self.known(Names::Facts, kind, near);
        let Some(kind) = self.index.fact(kind) else { return };
        let mut possible: Vec<&str> = kind.values.iter().map(|value| value.id.value.as_str()).collect();
        possible.push(UNKNOWN);
        for value in values.iter().filter(|value| !possible.contains(&value.value.as_str())) {
            self.found.push(
                Diagnostic::error("unknown-value", format!("The fact `{}` is never `{value}`", kind.id))
                    .at(value.span.or(near.span))
                    .label("not one of its values")
                    .help(self.guesses.of(value, possible.iter().copied())),
            );
        }
    }

    /// The question, where it exists and this can be said of its kind.
    pub(super) fn of_kind(
        &mut self,
        word: &str,
        id: &Id,
        scope: &Scope<'q>,
        fitting: fn(&Kind) -> bool,
    ) -> Option<&'q Question> {
        let question = self.named(id, scope)?;
        if fitting(&question.kind) {
            return Some(question);
        }
        if is_own(id, scope) {
            return None;
        }
        let kind = question.kind.name();
        self.found.push(
            Diagnostic::error(
                "wrong-kind",
                format!("`{word}` can't be said of `{id}`, whose kind is {kind}"),
            )
            .at(id.span.or(scope.of.span))
            .label(format!("its kind is {kind}"))
            .help(format!("Of this kind one can say {}", sayable(&question.kind))),
        );
        None
    }

    /// Reports an option that a question doesn't have.
    pub(super) fn option(&mut self, question: &Question, option: &Id, near: &Id) {
        if !self.index.has_option(question, option) {
            let ids = question.kind.options().iter().map(|option| option.id.value.as_str());
            self.found.push(
                Diagnostic::error("unknown-option", format!("`{}` has no option `{option}`", question.id))
                    .at(option.span.or(near.span))
                    .label("no such option")
                    .help(self.guesses.of(option, ids)),
            );
        }
    }

    /// The question that is named, where it exists; reports where it is out of reach.
    pub(super) fn named(&mut self, id: &Id, scope: &Scope<'q>) -> Option<&'q Question> {
        let at = id.span.or(scope.of.span);
        let Some(question) = self.index.question(id) else {
            if self.index.is_for_bad(id) {
                return None;
            }
            let is_repeat = self.index.repeat(id).is_some();
            let help = if is_repeat {
                Some(format!("`{id}` is a repeat: write Some(\"{id}\", …), Every or Count"))
            } else {
                self.guesses.among(&self.index, Names::Questions, id)
            };
            let unknown = Diagnostic::error("unknown-question", format!("There is no question `{id}`"));
            self.found.push(unknown.at(at).label("asked nowhere").help(help));
            return None;
        };
        if self.index.is_twice(id) {
            return None;
        }
        if self.index.position(id) < scope.before {
            self.in_reach(question, id, scope);
            return Some(question);
        }
        // Once it stands elsewhere, other rows are at hand there.
        self.found.push(too_late(id, scope).at(at));
        Some(question)
    }

    /// Reports a question of a repeat of which no row is at hand.
    fn in_reach(&mut self, question: &Question, id: &Id, scope: &Scope<'q>) {
        let (Some(row_of), Some(rows)) = (&question.row_of, &scope.rows) else { return };
        if rows.contains(&row_of.value.as_str()) || self.index.repeat(row_of).is_none() {
            return;
        }
        let (code, message) = if rows.is_empty() {
            (
                "row-question",
                format!("`{id}` is asked for each row of `{row_of}`, and here it isn't said which"),
            )
        } else {
            (
                "wrong-repeat",
                format!(
                    "`{id}` belongs to the rows of `{row_of}`, not to those of `{}`",
                    rows.join("` or `")
                ),
            )
        };
        self.found.push(
            Diagnostic::error(code, message)
                .at(id.span.or(scope.of.span))
                .label("which row?")
                .help(row_help(row_of, scope)),
        );
    }

    /// Reports a repeat that nothing defines.
    pub(super) fn unknown_repeat(&mut self, repeat: &Id, near: &Id) {
        self.known(Names::Repeats, repeat, near);
    }
}

fn is_single(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice(_) | Kind::Country)
}

pub(super) fn is_country(kind: &Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Countries)
}

fn is_counted(kind: &Kind) -> bool {
    matches!(kind, Kind::Number { .. } | Kind::Scale { .. })
}

/// Whether a question names itself.
fn is_own(id: &Id, scope: &Scope) -> bool {
    id.value == scope.of.value && scope.by == Namer::Question
}

fn too_late(id: &Id, scope: &Scope) -> Diagnostic {
    if is_own(id, scope) {
        return Diagnostic::error("own-question", format!("`{id}` depends on its own answer"))
            .label("the question itself")
            .help("Only earlier questions can be named".to_owned());
    }
    let help = match scope.by {
        Namer::Rule => {
            "A rule may name questions of its own stage and of earlier ones; move the rule to the later stage"
        }
        Namer::Point => {
            "A point may name questions of its own stage and of earlier ones: it stands beside its question"
        }
        Namer::Question | Namer::Sign => "Only earlier questions can be named; move one of the two",
    };
    Diagnostic::error("later-question", format!("`{id}` is asked later than `{}`", scope.of))
        .label("asked later")
        .help(help.to_owned())
}

fn row_help(row_of: &Id, scope: &Scope) -> String {
    let each = match scope.by {
        Namer::Rule | Namer::Point => format!("Give the {} `each: \"{row_of}\"`, or in", scope.by.name()),
        Namer::Question | Namer::Sign => "In".to_owned(),
    };
    format!("{each} a condition write Some(\"{row_of}\", …), Every or Count around it")
}

fn sayable(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "Yes, No, Answered or Unknown",
        Kind::Choice(_) => "Is, OneOf, Answered or Unknown",
        Kind::Country => "Is, OneOf, Among, Fact, Answered or Unknown",
        Kind::Choices(_) => "Includes, Answered or Unknown",
        Kind::Countries => "Includes, Among, Fact, Answered or Unknown",
        Kind::Number { .. } | Kind::Scale { .. } => "AtLeast, AtMost, Answered or Unknown",
        Kind::Text(_) | Kind::Money | Kind::Date => "Answered or Unknown",
        Kind::Rows(_) => "Some, Every, Count, Answered or Unknown",
    }
}
