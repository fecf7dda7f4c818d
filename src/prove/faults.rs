//! What could not be proved, as diagnostics.

use super::proof::{Judged, Never, Proved};
use super::statement::{Part, Statement};
use super::sweep::Settled;
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Id};
use crate::text::Span;

/// The faults of statements that no answers bring about. Of a rule that never fires nothing more is said; and an option can
/// be chosen wherever its question is asked.
pub(super) fn of_statements(proved: &[Proved<'_>], never: &Never<'_>, bound: &str) -> Vec<Diagnostic> {
    let told =
        proved.iter().filter(|one| one.settled == Settled::Impossible).filter(|one| match one.statement {
            Statement::InOrder(rule) => !never.fires.contains(&rule.id),
            _ => true,
        });
    told.filter_map(|one| of_statement(one.statement, bound)).collect()
}

fn of_statement(statement: Statement<'_>, bound: &str) -> Option<Diagnostic> {
    let fault = |code, id: &Id, problem: String, label: &str, help: &str| {
        Diagnostic::warning(code, format!("{problem}{bound}")).at(id.span).label(label).help(help.to_owned())
    };
    Some(match statement {
        Statement::Asked(question) => {
            let id = &question.id;
            let help =
                "Look at its `when`, at that of its repeat, and at when the questions in them are asked";
            let found = fault(
                "never-asked",
                id,
                format!("No answers lead to the question `{id}`"),
                "never asked",
                help,
            );
            found.related(question.when.as_ref().and_then(place), "this never holds")
        }
        Statement::Fires(rule) => {
            let id = &rule.id;
            let help = "Look at its `applies` and `when` together: they may exclude each other";
            let found = fault(
                "never-fires",
                id,
                format!("No answers make the rule `{id}` fire"),
                "never fires",
                help,
            );
            found.related(place(&rule.when), "this never holds where the rule applies")
        }
        Statement::InOrder(rule) => {
            let id = &rule.id;
            let problem = format!("Where the rule `{id}` applies, no answers show it to be in order");
            let help =
                "A rule that fires whenever it applies accuses everybody; widen `applies`, or narrow `when`";
            fault("never-in-order", id, problem, "never in order", help)
        }
        Statement::Called(clause) => {
            let id = &clause.id;
            let problem = format!("No answers call for the clause point `{id}`");
            let help = "None of the rules that name it can fire: mend them, or name it in another one";
            fault("clause-never-called", id, problem, "never called for", help)
        }
        Statement::Chosen(..) | Statement::Together(..) => return None,
    })
}

/// The faults of parts of conditions that always turn out the same, where no part of theirs does.
/// What reads a question that is never asked is not told again.
pub(super) fn of_parts(
    parts: &[Judged<'_>],
    owner: impl Fn(usize) -> Told,
    never: &Never<'_>,
    bound: &str,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, judged) in parts.iter().enumerate() {
        let Part { condition, site, depth, .. } = judged.part;
        let inner = parts[at + 1..].iter().take_while(|one| one.part.site == site && one.part.depth > depth);
        let told = owner(site);
        let reads_nothing = || condition.questions().iter().any(|id| never.asked.contains(id));
        let silent = told == Told::AtItsRoot && depth == 0;
        if silent
            || judged.always().is_none()
            || reads_nothing()
            || inner.into_iter().any(|one| one.always().is_some())
        {
            continue;
        }
        found.extend(judged.always().map(|always| always.diagnostic(condition, bound)));
    }
    found
}

/// What was told of the owner of a condition already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing.
    Nothing,
    /// That its condition as a whole always turns out the same.
    AtItsRoot,
}

/// How a part always turns out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Always {
    True,
    False,
    Unknown,
}

impl Always {
    fn diagnostic(self, condition: &Condition, bound: &str) -> Diagnostic {
        let (code, how, label, help) = match self {
            Self::True => (
                "always-true",
                "holds whatever is answered",
                "always true",
                "It decides nothing: take it out, or mend it",
            ),
            Self::False => (
                "always-false",
                "holds for no answers",
                "never true",
                "It decides nothing: take it out, or mend it",
            ),
            Self::Unknown => (
                "always-false",
                "is neither true nor false for any answers",
                "never known",
                "What it asks is nowhere known: say it in another way, or ask the person",
            ),
        };
        let what = match condition {
            Condition::All(_) => "All of these parts together",
            Condition::Any(_) => "Any of these parts",
            _ => "This part of the condition",
        };
        Diagnostic::warning(code, format!("{what} {how}{bound}"))
            .at(place(condition))
            .label(label)
            .help(help.to_owned())
    }
}

/// Where a condition stands: from the first thing that it names to the last.
pub(super) fn place(condition: &Condition) -> Option<Span> {
    let spans = condition.questions().into_iter().filter_map(|id| id.span);
    spans.reduce(|whole, span| Span {
        start: whole.start.min(span.start),
        end: whole.end.max(span.end),
        ..whole
    })
}

/// Two rules that the author says contradict each other, where that is not proved.
pub(super) fn of_pair(one: &Id, other: &Id, excluded: Settled) -> Option<Diagnostic> {
    let at = other.span.or(one.span);
    match excluded {
        // What is not settled is told as assumed, in the tally.
        Settled::Possible | Settled::Unsettled => None,
        Settled::Impossible => Some(
            Diagnostic::error("contradiction", format!("The rules `{one}` and `{other}` can fire together"))
                .at(at)
                .label("marked as its contradiction")
                .related(one.span, "the rule that names it")
                .help(format!(
                    "Let one exclude the other; `safeshore witness rule:{one} rule:{other}`, with `--questionnaire` and the folder, shows answers that make both fire"
                )),
        ),
    }
}

/// An option that is marked as risky and is no reason for any finding.
pub(super) fn of_risk(question: &Id, option: &Id, bound: &str) -> Diagnostic {
    let problem = format!("The option `{option}` of `{question}` is a risk, but leads to no finding{bound}");
    Diagnostic::warning("risk-without-finding", problem)
        .at(option.span.or(question.span))
        .label("risk: true")
        .help("Write a rule whose `when` names it, or take `risk` out".to_owned())
}
