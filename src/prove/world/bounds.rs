//! How many rows lists are tried with.

use std::collections::HashMap;

use crate::model::{Condition, Kind, Questionnaire, Repeat};
use crate::prove::sites::Site;

/// Rows that a list is tried with, where it can have so many: two can differ from each other.
const ROWS: usize = 2;
/// Rows beyond which no list is tried, whatever a condition counts.
const MOST_ROWS: usize = 8;

/// How many rows of each repeat are tried: two, or as many as it must have or the counts of one condition come to, were each
/// of other rows; as far as it can have them.
pub(super) fn bounds<'q>(questionnaire: &'q Questionnaire, sites: &[Site<'q>]) -> HashMap<&'q str, usize> {
    let mut most_counted: HashMap<&str, usize> = HashMap::new();
    for site in sites {
        let mut counted = HashMap::new();
        count_rows(questionnaire, site.condition, &mut counted);
        for (repeat, count) in counted {
            let most = most_counted.entry(repeat).or_default();
            *most = count.max(*most);
        }
    }
    let bound = |repeat: &'q Repeat| {
        let counted = most_counted.get(repeat.id.as_str()).copied().unwrap_or(0);
        (repeat.id.as_str(), repeat.most.min(ROWS.max(repeat.least).max(counted)).min(MOST_ROWS))
    };
    questionnaire.repeats().map(bound).collect()
}

/// Adds for each repeat how many of its rows a condition counts.
fn count_rows<'q>(
    questionnaire: &'q Questionnaire,
    condition: &'q Condition,
    counted: &mut HashMap<&'q str, usize>,
) {
    if let Condition::Count(list, _, least) = condition {
        let repeat = match questionnaire.question(list).map(|question| &question.kind) {
            Some(Kind::Rows(of)) => of,
            _ => list,
        };
        let count = counted.entry(repeat.as_str()).or_default();
        *count = count.saturating_add(*least);
    }
    condition.parts().iter().for_each(|part| count_rows(questionnaire, part, counted));
}
