//! What a rule wants among the options that were chosen, and does not find there.

use super::interview::Interview;
use super::judge::Finding;
use super::scene::place_in;
use crate::model::{Condition, Opt, Place};

/// The options of an answer for want of which a finding's rule fires, in the author's order: of "keys, people, copies" those
/// that were not ticked. The evidence alone only tells what was.
#[must_use]
pub fn missing<'i>(interview: &'i Interview, finding: &Finding, place: &Place) -> Vec<&'i Opt> {
    let questionnaire = interview.questionnaire();
    let (Some(rule), Some(question)) = (finding.rule(questionnaire), questionnaire.question(&place.question))
    else {
        return Vec::new();
    };
    let scope: Vec<(&str, &str)> =
        finding.rows.iter().map(|(repeat, row)| (repeat.as_str(), row.as_str())).collect();
    if place_in(question, &scope).as_ref() != Some(place) {
        return Vec::new();
    }
    let mut wanted = Vec::new();
    gather(interview, finding, &rule.when, true, &mut |id, option| {
        if id == place.question {
            wanted.push(option);
        }
    });
    let options = question.kind.options().iter();
    let is_wanted = |option: &&Opt| wanted.contains(&option.id.value.as_str());
    // "None of these" is another way to be in order, and nothing that could be added.
    options.filter(|option| !option.alone).filter(is_wanted).collect()
}

/// Goes through the parts of a condition that make it what it is, and tells each option that is not included. Where any of
/// several would have done, none of them is missing.
fn gather<'c>(
    interview: &Interview,
    finding: &Finding,
    condition: &'c Condition,
    holds: bool,
    tell: &mut impl FnMut(&'c str, &'c str),
) {
    if interview.judge(condition, &finding.rows) != holds.into() {
        return;
    }
    match condition {
        Condition::Any(_) if !holds => {}
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                gather(interview, finding, part, holds, tell);
            }
        }
        Condition::Not(part) => gather(interview, finding, part, !holds, tell),
        Condition::Includes(question, option) if !holds => tell(question, option),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
