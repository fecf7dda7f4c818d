//! What comes of answers, and how it differs from what was recorded: the regression test of a questionnaire.

use std::collections::BTreeMap;
use std::fmt;

use crate::diagnostic::Diagnostic;
use crate::engine::{Finding, Interview};
use crate::load::{Recorded, RecordedFinding};
use crate::model::{Id, Place, Questionnaire};

/// What an interview comes to, as far as a case records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Every question that is asked, in order.
    pub asked: Vec<Place>,
    /// Every finding, the worst first.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// That of an interview.
    #[must_use]
    pub fn of(interview: &Interview) -> Self {
        Self { asked: interview.asked().cloned().collect(), findings: interview.findings().to_vec() }
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
        found
    }

    fn of_questions(&self, key: &Id, recorded: &[Id]) -> Vec<Diagnostic> {
        let now: Vec<String> = self.asked.iter().map(place_name).collect();
        let help = "If that is meant, record the case anew with `--record`";
        let gone = recorded.iter().filter(|then| !now.contains(&then.value)).map(|then| {
            Diagnostic::error("question-gone", format!("`{then}` is no longer asked"))
                .at(then.span.or(key.span))
                .label("was asked")
                .help(help.to_owned())
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
                .help(help.to_owned())
        });
        gone.chain(new).collect()
    }

    fn of_findings(&self, key: &Id, recorded: &[RecordedFinding]) -> Vec<Diagnostic> {
        let help = "If that is meant, record the case anew with `--record`";
        let now: BTreeMap<String, &Finding> =
            self.findings.iter().map(|finding| (Named::of(finding).to_string(), finding)).collect();
        let then: BTreeMap<String, &RecordedFinding> =
            recorded.iter().map(|finding| (Named::of_recorded(finding).to_string(), finding)).collect();
        let gone = then.iter().filter(|(name, _)| !now.contains_key(*name)).map(|(name, finding)| {
            Diagnostic::error("finding-gone", format!("The finding {name} is gone"))
                .at(finding.rule.span.or(key.span))
                .label("was found")
                .help(help.to_owned())
        });
        let new = now.iter().filter(|(name, _)| !then.contains_key(*name)).map(|(name, finding)| {
            let severity = finding.severity.name();
            Diagnostic::error("finding-new", format!("The finding {name} is new ({severity})"))
                .at(key.span)
                .label("not in what was recorded")
                .help(help.to_owned())
        });
        let changed = then.iter().filter_map(|(name, finding)| {
            let (severity, now) = (finding.severity.as_ref()?, now.get(name)?.severity.name());
            (severity.value != now).then(|| {
                let message = format!("The finding {name} is now {now}, and was {severity}");
                Diagnostic::error("finding-severity", message)
                    .at(severity.span.or(key.span))
                    .label(format!("now {now}"))
                    .help(help.to_owned())
            })
        });
        gone.chain(new).chain(changed).collect()
    }
}

/// What was recorded, with every id that was renamed since in its present form.
fn in_present_ids(recorded: &Recorded, questionnaire: &Questionnaire) -> Recorded {
    let mut present = recorded.clone();
    for asked in present.asked.iter_mut().flatten() {
        let (id, row) =
            asked.value.split_once('@').map_or((asked.value.as_str(), None), |(id, row)| (id, Some(row)));
        if let Some(question) = questionnaire.renamed_question(id) {
            asked.value = place_name(&Place::new(&question.id.value, row));
        }
    }
    for finding in present.findings.iter_mut().flatten() {
        let mut rules = questionnaire.rules().map(|(_, rule)| rule);
        if let Some(rule) = rules.find(|rule| rule.was.contains(&finding.rule)) {
            finding.rule.value.clone_from(&rule.id.value);
        }
    }
    present
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
