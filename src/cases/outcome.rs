//! What comes of answers, and how it differs from what was recorded: the regression test of a questionnaire.

use std::collections::BTreeMap;
use std::fmt;

use super::details::{Detail, details};
use super::former::in_present_ids;
use crate::diagnostic::Diagnostic;
use crate::engine::{Finding, Interview};
use crate::load::{Recorded, RecordedDetail, RecordedFinding};
use crate::model::{Id, Place, Questionnaire};

/// What an interview comes to, as far as a case records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Every question that is asked, in order.
    pub asked: Vec<Place>,
    /// Every finding, the worst first.
    pub findings: Vec<Finding>,
    /// Rules that apply and were found to be in order.
    pub in_order: Vec<String>,
    /// What else is shown, but for its wording.
    pub details: Vec<Detail>,
}

/// What an author does about a difference.
const HELP: &str = "If that is meant, record the case anew with `--record`";

impl Outcome {
    /// That of an interview.
    #[must_use]
    pub fn of(interview: &Interview) -> Self {
        Self {
            asked: interview.asked().cloned().collect(),
            findings: interview.findings().to_vec(),
            in_order: interview.rules_in_order().iter().map(|rule| rule.id.value.clone()).collect(),
            details: details(interview),
        }
    }

    /// Everything in which it differs from what was recorded.
    #[must_use]
    pub fn differences(&self, recorded: &Recorded, questionnaire: &Questionnaire) -> Vec<Diagnostic> {
        let recorded = &in_present_ids(recorded, questionnaire);
        let mut found = Vec::new();
        if let Some(asked) = &recorded.asked {
            found.extend(self.of_questions(&recorded.key, asked));
        }
        if let Some(findings) = &recorded.findings {
            found.extend(self.of_findings(&recorded.key, findings));
        }
        if let Some(in_order) = &recorded.in_order {
            found.extend(self.of_rules_in_order(recorded, in_order));
        }
        if let Some(details) = &recorded.details {
            found.extend(self.of_details(&recorded.key, details));
        }
        found
    }

    fn of_questions(&self, key: &Id, recorded: &[Id]) -> Vec<Diagnostic> {
        let now: Vec<String> = self.asked.iter().map(place_name).collect();
        let gone = recorded.iter().filter(|then| !now.contains(&then.value)).map(|then| {
            Diagnostic::error("question-gone", format!("`{then}` is no longer asked"))
                .at(then.span.or(key.span))
                .label("was asked")
                .help(HELP.to_owned())
        });
        let new: Vec<&str> = now
            .iter()
            .map(String::as_str)
            .filter(|now| !recorded.iter().any(|then| then.value == *now))
            .collect();
        let new = (!new.is_empty()).then(|| {
            Diagnostic::error("question-new", format!("Now asked, and was not: `{}`", new.join("`, `")))
                .at(key.span)
                .label("not in what was recorded")
                .help(HELP.to_owned())
        });
        gone.chain(new).collect()
    }

    fn of_findings(&self, key: &Id, recorded: &[RecordedFinding]) -> Vec<Diagnostic> {
        let now: BTreeMap<String, &Finding> =
            self.findings.iter().map(|finding| (Named::of(finding).to_string(), finding)).collect();
        let then: BTreeMap<String, &RecordedFinding> =
            recorded.iter().map(|finding| (Named::of_recorded(finding).to_string(), finding)).collect();
        let gone = then.iter().filter(|(name, _)| !now.contains_key(*name)).map(|(name, finding)| {
            Diagnostic::error("finding-gone", format!("The finding {name} is gone"))
                .at(finding.rule.span.or(key.span))
                .label("was found")
                .help(HELP.to_owned())
        });
        let new = now.iter().filter(|(name, _)| !then.contains_key(*name)).map(|(name, finding)| {
            let severity = finding.severity.name();
            Diagnostic::error("finding-new", format!("The finding {name} is new ({severity})"))
                .at(key.span)
                .label("not in what was recorded")
                .help(HELP.to_owned())
        });
        let changed = then.iter().filter_map(|(name, finding)| {
            let (severity, now) = (finding.severity.as_ref()?, now.get(name)?.severity.name());
            (severity.value != now).then(|| {
                let message = format!("The finding {name} is now {now}, and was {severity}");
                Diagnostic::error("finding-severity", message)
                    .at(severity.span.or(key.span))
                    .label(format!("now {now}"))
                    .help(HELP.to_owned())
            })
        });
        gone.chain(new).chain(changed).collect()
    }

    /// Rules that were in order and aren't, or the other way, where no finding tells it.
    fn of_rules_in_order(&self, recorded: &Recorded, then: &[Id]) -> Vec<Diagnostic> {
        let fires = |rule: &str| self.findings.iter().any(|finding| finding.rule == rule);
        let was_found =
            |rule: &str| recorded.findings.iter().flatten().any(|finding| finding.rule.value == rule);
        let gone = then.iter().filter(|rule| !self.in_order.contains(&rule.value) && !fires(rule));
        let gone = gone.map(|rule| {
            Diagnostic::error("order-gone", format!("The rule `{rule}` no longer counts as in order"))
                .at(rule.span.or(recorded.key.span))
                .label("was in order")
                .help(HELP.to_owned())
        });
        let is_new = |rule: &&String| then.iter().all(|then| then.value != **rule) && !was_found(rule);
        let new: Vec<&str> = self.in_order.iter().filter(is_new).map(String::as_str).collect();
        let new = (!new.is_empty()).then(|| {
            let message = format!("Now counts as in order, and did not: `{}`", new.join("`, `"));
            Diagnostic::error("order-new", message)
                .at(recorded.key.span)
                .label("not in what was recorded")
                .help(HELP.to_owned())
        });
        gone.chain(new).collect()
    }

    /// Details that read otherwise, and those that come or go without anything else that tells it.
    fn of_details(&self, key: &Id, recorded: &[RecordedDetail]) -> Vec<Diagnostic> {
        let differs = |message: String| Diagnostic::error("detail-changed", message).help(HELP.to_owned());
        let mut found = Vec::new();
        for then in recorded {
            let now = self.details.iter().find(|now| now.of == then.of.value);
            let (message, label) = match now {
                Some(now) if now.says == then.says.value => continue,
                Some(now) => (format!("`{}` now says “{}”", then.of, now.says), "said this"),
                None if Detail::follows(&then.of) => continue,
                None => (format!("`{}` is no longer shown", then.of), "was shown"),
            };
            found.push(differs(message).at(then.says.span.or(key.span)).label(label));
        }
        let is_new =
            |now: &&Detail| !Detail::follows(&now.of) && recorded.iter().all(|then| then.of.value != now.of);
        found.extend(self.details.iter().filter(is_new).map(|now| {
            let message = format!("`{}` is shown now, and was not: “{}”", now.of, now.says);
            differs(message).at(key.span).label("not in what was recorded")
        }));
        found
    }
}

/// `question`, or `question@row`.
#[must_use]
pub fn place_name(place: &Place) -> String {
    place.row.as_ref().map_or_else(|| place.question.clone(), |row| format!("{}@{row}", place.question))
}

/// A finding by its rule and its rows.
struct Named<'f> {
    rule: &'f str,
    rows: Vec<&'f str>,
}

impl<'f> Named<'f> {
    fn of(finding: &'f Finding) -> Self {
        Self { rule: &finding.rule, rows: finding.rows.iter().map(|(_, row)| row.as_str()).collect() }
    }

    fn of_recorded(finding: &'f RecordedFinding) -> Self {
        Self { rule: &finding.rule, rows: finding.rows.iter().map(|row| row.value.as_str()).collect() }
    }
}

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.rule)?;
        if self.rows.is_empty() { Ok(()) } else { write!(f, " for {}", self.rows.join(" and ")) }
    }
}
