//! What to do, by the milestone before which it is due.

use std::collections::HashSet;

use super::case::{Case, Numbered, links};
use crate::engine::{fill, milestone, row_name};
use crate::model::{Answer, Id, Place, Severity, Value};
use crate::report::document::{ActionRow, Actions, Block, Run, Section, Step, Text};
use crate::report::label::day;
use crate::text::capital;
use chrono::NaiveDate;

/// So many rows are named beside a step; of further ones only the number.
const NAMED: usize = 4;

/// A step that one or more findings call for in the same words.
pub(super) struct Task<'a> {
    pub step: Step,
    /// Index of the milestone; past the last for one that the manifest doesn't name.
    pub milestone: usize,
    /// At least one, the worst first.
    pub findings: Vec<Numbered<'a>>,
}

impl Task<'_> {
    pub fn severity(&self) -> Option<Severity> {
        self.findings.iter().map(|found| found.finding.severity).max()
    }
}

/// The step of one finding.
pub(super) fn step(case: &Case<'_>, found: Numbered<'_>) -> Step {
    let action = &found.rule.action;
    Step {
        what: Text::new(&fill(case.interview, &action.what, &found.finding.rows)),
        who: Text::line(action.who.name()),
        before: Text::line(&milestone(case.interview, &action.before)),
        due: due(case, &action.before),
    }
}

/// The day of a milestone, where its question is answered with one.
fn due(case: &Case<'_>, milestone: &Id) -> Option<NaiveDate> {
    let mut milestones = case.questionnaire().manifest.milestones.iter();
    let question = milestones.find(|known| known.id == *milestone)?.day.as_ref()?;
    let place = Place::new(question.value.as_str(), None);
    let is_told = case.tells(&place) && case.is_asked(&place);
    match case.interview.state().answer(&place).filter(|_| is_told)? {
        Answer::Value(Value::Date(day)) => Some(*day),
        _ => None,
    }
}

/// Every step once, by milestone, the worst first within each.
pub(super) fn tasks<'a>(case: &Case<'a>) -> Vec<Task<'a>> {
    let milestones = &case.questionnaire().manifest.milestones;
    let mut tasks: Vec<Task<'a>> = Vec::new();
    for found in case.findings() {
        let step = step(case, found);
        if let Some(known) = tasks.iter_mut().find(|task| task.step == step) {
            known.findings.push(found);
            continue;
        }
        let action = &found.rule.action;
        let milestone = milestones.iter().position(|milestone| milestone.id == action.before);
        let milestone = milestone.unwrap_or(milestones.len());
        tasks.push(Task { step, milestone, findings: vec![found] });
    }
    tasks.sort_by_key(|task| (task.milestone, std::cmp::Reverse(task.severity())));
    tasks
}

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let tasks = tasks(case);
    if tasks.is_empty() {
        return None;
    }
    let due = tasks.chunk_by(|a, b| a.step.before == b.step.before);
    Some(Section {
        anchor: "actions".to_owned(),
        title: Text::line("Action list"),
        blocks: vec![Block::Paragraph(vec![Run::quiet(
            "Where one of these moments has passed already, do it now.",
        )])],
        parts: due.zip(1..).map(|(tasks, number)| part(case, tasks, number)).collect(),
    })
}

/// The rows that a step is about, where the step itself doesn't name them: "Acme; Zenith".
pub(super) fn concerned(case: &Case<'_>, task: &Task<'_>) -> String {
    let rows = task.findings.iter().flat_map(|found| &found.finding.rows);
    let mut names: Vec<String> = rows.map(|(repeat, row)| row_name(case.interview, repeat, row)).collect();
    let mut known = HashSet::new();
    names.retain(|name| known.insert(name.clone()));
    names.retain(|name| !task.step.what.as_str().contains(name.as_str()));
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    names.join("; ")
}

fn part(case: &Case<'_>, tasks: &[Task<'_>], number: usize) -> Section {
    let first = tasks.first();
    let before = first.map_or("", |task| task.step.before.as_str());
    let title = capital(before);
    let title = match first.and_then(|task| task.step.due) {
        Some(due) => format!("{title} ({})", day(due)),
        None => title,
    };
    Section {
        anchor: format!("actions-{number}"),
        title: Text::line(&title),
        blocks: vec![Block::Actions(Actions {
            caption: Text::line(&format!("Actions due {before}")),
            rows: tasks.iter().map(|task| row(case, task)).collect(),
        })],
        parts: Vec::new(),
    }
}

fn row(case: &Case<'_>, task: &Task<'_>) -> ActionRow {
    ActionRow {
        id: task.findings.iter().map(name).min().unwrap_or_default(),
        step: task.step.clone(),
        concerns: Text::line(&concerned(case, task)),
        severity: task.severity().unwrap_or(Severity::Low),
        findings: links(&task.findings),
    }
}

/// A finding by its rule and rows.
fn name(found: &Numbered<'_>) -> String {
    let rows = found.finding.rows.iter().map(|(_, row)| row.as_str());
    std::iter::once(found.rule.id.as_str()).chain(rows).collect::<Vec<_>>().join(".")
}
