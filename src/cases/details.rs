//! What an interview shows besides questions and findings, but for its wording: limits, authorities, deadlines, arguments.

use std::collections::{BTreeSet, HashSet};

use crate::engine::{Comparing, Finding, Interview, Reading, Seen, Step, Weighed, compare, weigh_all};
use crate::model::{Clause, Id, Kind, Question, Questionnaire, Rule, Side};
use crate::text::count;

/// Something that is shown, and what is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What it is, with its id: "rule no-nda".
    pub of: String,
    /// What is shown of it, in ids and numbers.
    pub says: String,
}

/// Sorts of things of which it is told elsewhere that they are there: as a question, by a finding, or always.
const TOLD_ELSEWHERE: [&str; 4] = ["questionnaire", "question ", "rule ", "clause "];

impl Detail {
    fn new(of: String, says: String) -> Self {
        Self { of, says }
    }

    /// Whether that such a detail is there follows from something else that is recorded.
    pub(super) fn follows(of: &str) -> bool {
        TOLD_ELSEWHERE.iter().any(|sort| of.starts_with(sort))
    }
}

/// All of it, in the order of the questionnaire.
pub fn details(interview: &Interview) -> Vec<Detail> {
    let questionnaire = interview.questionnaire();
    let id = &questionnaire.manifest.id;
    let mut details = vec![Detail::new("questionnaire".to_owned(), id.value.clone())];
    details.extend(of_steps(interview));
    let found: BTreeSet<&str> = interview.findings().iter().map(|finding| finding.rule.as_str()).collect();
    let rules = questionnaire.rules().map(|(_, rule)| rule);
    details.extend(rules.filter(|rule| found.contains(rule.id.as_str())).map(of_rule));
    let called = called(interview.findings(), questionnaire);
    let clauses = questionnaire.clauses.iter().filter(|clause| called.contains(&clause.id));
    details.extend(clauses.map(of_clause));
    details.extend(weigh_all(interview).iter().flat_map(of_weighed));
    details.extend(compare(interview).iter().flat_map(of_comparing));
    details
}

/// Each list and each question that is asked, once for all its rows.
fn of_steps(interview: &Interview) -> Vec<Detail> {
    let questionnaire = interview.questionnaire();
    let mut seen = BTreeSet::new();
    let steps = interview.steps().iter().filter_map(|step| match step {
        Step::Rows(id) => {
            let repeat = questionnaire.repeat(id)?;
            Some(Detail::new(format!("list {id}"), format!("{} to {} rows", repeat.least, repeat.most)))
        }
        Step::Ask(place) => {
            let question = questionnaire.question(&place.question)?;
            seen.insert(&place.question).then(|| of_question(question))
        }
    });
    steps.collect()
}

fn of_question(question: &Question) -> Detail {
    let limits = match &question.kind {
        Kind::Number { least, most, .. } => {
            let limit = |word, limit: &Option<rust_decimal::Decimal>| {
                limit.map(|limit| format!("{word} {}; ", limit.normalize()))
            };
            [limit("at least", least), limit("at most", most)].into_iter().flatten().collect()
        }
        _ => String::new(),
    };
    let beside: Vec<String> = question.facts.iter().map(|(of, kind)| format!("{kind} of {of}")).collect();
    let beside =
        if beside.is_empty() { String::new() } else { format!("shown beside it {}; ", beside.join(", ")) };
    Detail::new(
        format!("question {}", question.id),
        format!("{limits}{beside}source {}", listed(&question.source)),
    )
}

fn of_rule(rule: &Rule) -> Detail {
    let (who, before) = (rule.action.who.name(), &rule.action.before);
    let clauses = if rule.clauses.is_empty() {
        String::new()
    } else {
        format!("calls for {}; ", listed(&rule.clauses))
    };
    let says = format!("to be done by {who} before {before}; {clauses}source {}", listed(&rule.source));
    Detail::new(format!("rule {}", rule.id), says)
}

fn called<'q>(findings: &[Finding], questionnaire: &'q Questionnaire) -> HashSet<&'q Id> {
    let rules = findings.iter().filter_map(|finding| finding.rule(questionnaire));
    rules.flat_map(|rule| &rule.clauses).collect()
}

fn of_clause(clause: &Clause) -> Detail {
    Detail::new(format!("clause {}", clause.id), format!("source {}", listed(&clause.source)))
}

/// The arguments that stand, for and against each option.
fn of_weighed(weighed: &Weighed<'_>) -> Vec<Detail> {
    let mut details = Vec::new();
    for option in weighed.options() {
        for (side, word) in Side::BOTH.into_iter().zip(["for", "against"]) {
            let sources: Vec<String> =
                weighed.of(&option.id, side).map(|argument| listed(&argument.point.source)).collect();
            if !sources.is_empty() {
                let of = format!("arguments {word} {}.{}", weighed.question.id, option.id);
                details.push(Detail::new(
                    of,
                    format!(
                        "{}, source {}",
                        count(sources.len(), "argument", "arguments"),
                        sources.join("; ")
                    ),
                ));
            }
        }
    }
    details
}

/// The marks of each candidate: the signs that apply to it.
fn of_comparing(comparing: &Comparing<'_>) -> Vec<Detail> {
    let mut details = Vec::new();
    for candidate in &comparing.candidates {
        for (criterion, mark) in comparing.comparison.criteria.iter().zip(&candidate.marks) {
            let signs: Vec<String> = mark.signs.iter().map(sign).collect();
            if !signs.is_empty() {
                let of = format!("mark {} of {}", criterion.id, candidate.row);
                details
                    .push(Detail::new(of, format!("weighed by {}; {}", criterion.weight, signs.join("; "))));
            }
        }
    }
    details
}

fn sign(seen: &Seen<'_>) -> String {
    let reading = match seen.reading {
        Reading::Holds => "a sign holds",
        Reading::Fails => "a sign fails",
        Reading::Open => "a sign is open",
    };
    format!("{reading}, source {}", listed(&seen.sign.source))
}

fn listed(ids: &[Id]) -> String {
    ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(", ")
}
