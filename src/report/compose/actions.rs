//! What to do, by the milestone before which it is due.

use super::case::{Case, Numbered, links};
use crate::engine::{fill, milestone, row_name};
use crate::model::Severity;
use crate::report::document::{Block, Run, Section, Step, Table, Text};
use crate::text::capital;

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

/// The rows that a step is about, where the step itself doesn't name them: " (Acme; Zenith)".
fn concerned(case: &Case<'_>, task: &Task<'_>) -> String {
    let rows = task.findings.iter().flat_map(|found| &found.finding.rows);
    let mut names: Vec<String> = rows.map(|(repeat, row)| row_name(case.interview, repeat, row)).collect();
    names.dedup();
    names.retain(|name| !task.step.what.as_str().contains(name.as_str()));
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    if names.is_empty() { String::new() } else { format!(" ({})", names.join("; ")) }
}

fn part(case: &Case<'_>, tasks: &[Task<'_>], number: usize) -> Section {
    let before = tasks.first().map_or("", |task| task.step.before.as_str());
    let rows = tasks.iter().map(|task| {
        vec![
            vec![Run::plain(task.step.what.as_str()), Run::quiet(&concerned(case, task))],
            vec![Run::plain(&capital(task.step.who.as_str()))],
            links(&task.findings),
        ]
    });
    let table = Table {
        caption: Text::line(&format!("Actions due {before}")),
        head: ["What to do", "Who", "Finding"].map(Text::line).to_vec(),
        rows: rows.collect(),
    };
    Section {
        anchor: format!("actions-{number}"),
        title: Text::line(&capital(before)),
        blocks: vec![Block::Table(table)],
        parts: Vec::new(),
    }
}
