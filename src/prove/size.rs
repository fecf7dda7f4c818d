//! How large a circuit would become, before it is built: conditions over rows of rows multiply.

use super::sites::{Owner, Site};
use crate::diagnostic::Diagnostic;
use crate::model::{Condition, Id, Kind, Questionnaire};

use super::faults::place;

/// So many judgements of parts are proved. The built-in questionnaire has some ten thousand.
const LARGEST: usize = 2_000_000;

/// The largest condition, told as a fault, where all of them together are too large.
pub(super) fn too_large(
    questionnaire: &Questionnaire,
    sites: &[Site<'_>],
    rows: impl Fn(&str) -> usize,
) -> Option<Diagnostic> {
    let rows_of = |list: &Id| match questionnaire.question(list).map(|question| &question.kind) {
        Some(Kind::Rows(repeat)) => rows(repeat),
        _ => rows(list),
    };
    let sized = sites.iter().map(|site| {
        let mut times = 1;
        let each = match site.of {
            Owner::Rule(rule) | Owner::Relevance(rule) => rule.each.as_ref(),
            Owner::Point(_, point) => point.each.as_ref(),
            Owner::Question(question) => question.row_of.as_ref(),
            Owner::SafeguardRelevance(matrix) | Owner::Safeguard(matrix, _) => {
                times = matrix.gets.len();
                matrix.gets.first().map(|column| &column.question)
            }
            Owner::Repeat | Owner::Checklist | Owner::Sign(..) | Owner::SignRelevance(..) => None,
        };
        // A pair has the rows of two lists.
        let cases = each.map_or(1, |each| rows_of(each).saturating_mul(rows_of(each)).saturating_mul(times));
        (judgements(site.condition, cases, &rows_of), site.condition)
    });
    let sized: Vec<(usize, &Condition)> = sized.collect();
    let total = sized.iter().fold(0_usize, |total, (size, _)| total.saturating_add(*size));
    let (_, largest) = sized.into_iter().max_by_key(|(size, _)| *size).filter(|_| total > LARGEST)?;
    Some(
        Diagnostic::warning(
            "too-large-to-prove",
            "Nothing was proved: the conditions go through too many rows of rows",
        )
        .at(place(largest))
        .label("the largest of them")
        .help("Put fewer Some, Every and Count into one another".to_owned()),
    )
}

/// How often parts of a condition are judged.
fn judgements(condition: &Condition, times: usize, rows_of: &impl Fn(&Id) -> usize) -> usize {
    let inner = match condition {
        Condition::Some(list, _) | Condition::Every(list, _) | Condition::Count(list, ..) => {
            times.saturating_mul(rows_of(list))
        }
        _ => times,
    };
    let parts = condition.parts().iter().map(|part| judgements(part, inner, rows_of));
    parts.fold(times, usize::saturating_add)
}
