//! Rules that an author says can't be right at the same time.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::load::near::did_you_mean;
use crate::model::{Id, Questionnaire};

/// So many unknown ids are compared with all others to say what may have been meant.
const COMPARED: usize = 50;

/// Reports a `contradicts` that names no rule, or the rule itself.
pub(super) fn check(questionnaire: &Questionnaire, found: &mut Vec<Diagnostic>) {
    let rules: HashSet<&str> = questionnaire.rules().map(|(_, rule)| rule.id.value.as_str()).collect();
    let mut unknown = 0;
    for (_, rule) in questionnaire.rules() {
        for other in &rule.contradicts {
            if *other == rule.id {
                found.push(itself(other));
            } else if !rules.contains(other.value.as_str()) {
                unknown += 1;
                let near = || did_you_mean(other, rules.iter().copied());
                let help = (unknown <= COMPARED).then(near).flatten();
                found.push(
                    Diagnostic::error("unknown-rule", format!("There is no rule `{other}`"))
                        .at(other.span.or(rule.id.span))
                        .label("no such rule")
                        .help(help),
                );
            }
        }
    }
}

fn itself(rule: &Id) -> Diagnostic {
    Diagnostic::error("own-rule", format!("`{rule}` contradicts itself"))
        .at(rule.span)
        .label("the rule itself")
        .help("Name the other rule, or take it out".to_owned())
}
