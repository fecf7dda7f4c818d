//! Weights that can't change anything, as far as that can be seen without knowing the answers.

use crate::diagnostic::Diagnostic;
use crate::load::lint::uses::of_a_sign;
use crate::model::{Comparison, Condition, Criterion, Id, Kind, Questionnaire};

/// So many other criteria are shown.
const SHOWN: usize = 5;

pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let Some(comparison) = &questionnaire.comparison else { return };
    let repeat = &comparison.repeat;
    if questionnaire.repeat(repeat).is_some_and(|repeat| repeat.most == 1) {
        let message = format!("`{repeat}` has one row at most, so there is nothing to compare");
        let help = "Let `most` be more, or take the comparison out";
        return found.push(idle(repeat, message, "one row at most", help));
    }
    found.extend(no_other_weight(comparison));
    let rows = Rows { questionnaire, repeat };
    found.extend(comparison.criteria.iter().filter(|one| !rows.are_told_apart_by(one)).map(|criterion| {
        let message = format!(
            "Every candidate has the same mark for `{}`, so its weight changes nothing",
            criterion.id
        );
        let help = format!("Let one of its signs look at what is asked for each row of `{repeat}`");
        idle(&criterion.id, message, "looks at no row", &help)
    }));
}

fn idle(at: &Id, message: String, label: &str, help: &str) -> Diagnostic {
    Diagnostic::warning("idle-weight", message).at(at.span).label(label).help(help.to_owned())
}

/// A weight matters only beside another one.
fn no_other_weight(comparison: &Comparison) -> Option<Diagnostic> {
    let (first, others) = comparison.criteria.split_first()?;
    let weight = &first.weight;
    if others.is_empty() {
        let message = format!("`{weight}` weighs nothing: `{}` is the only criterion", first.id);
        let help = "Add a criterion to hold it against";
        return Some(idle(weight, message, "nothing to weigh it against", help));
    }
    if others.iter().any(|other| other.weight != *weight) {
        return None;
    }
    let message = format!("`{weight}` is the weight of every criterion, so it changes nothing");
    let help = "Give a criterion a weight of its own";
    let idle = idle(weight, message, "the same for all", help);
    let others = others.iter().take(SHOWN);
    Some(
        others.fold(idle, |all, other| {
            all.related(other.weight.span, format!("and the weight of `{}`", other.id))
        }),
    )
}

/// The rows that are compared.
struct Rows<'q> {
    questionnaire: &'q Questionnaire,
    repeat: &'q Id,
}

impl Rows<'_> {
    fn are_told_apart_by(&self, criterion: &Criterion) -> bool {
        criterion.signs.iter().flat_map(of_a_sign).any(|condition| self.looks_at_its_row(condition))
    }

    /// Whether a condition looks at the row that it is judged in. Within a `Some`, `Every` or `Count` over the same rows
    /// it is another row that is looked at.
    fn looks_at_its_row(&self, condition: &Condition) -> bool {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().any(|part| self.looks_at_its_row(part))
            }
            Condition::Not(part) => self.looks_at_its_row(part),
            Condition::Some(list, part) | Condition::Every(list, part) | Condition::Count(list, part, _) => {
                self.is_of_the_row(list) || (!self.goes_through_the_same(list) && self.looks_at_its_row(part))
            }
            leaf => leaf.questions().into_iter().any(|question| self.is_of_the_row(question)),
        }
    }

    fn is_of_the_row(&self, question: &Id) -> bool {
        self.questionnaire.repeat_of(question) == Some(self.repeat.value.as_str())
    }

    fn goes_through_the_same(&self, list: &Id) -> bool {
        let question = self.questionnaire.question(list);
        list == self.repeat
            || question
                .is_some_and(|question| matches!(&question.kind, Kind::Rows(rows) if rows == self.repeat))
    }
}
