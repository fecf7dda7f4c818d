//! Items of the source article, ticked off by what was answered and found.

use super::case::{Case, Numbered, links};
use crate::engine::{Truth, milestone};
use crate::model::{Checklist, Id, Place};
use crate::report::document::{Block, Line, Run, Section, Table, Text};
use crate::text::count;

pub(super) fn section(case: &Case<'_>, checklist: &Checklist) -> Option<Section> {
    let out = checklist.when.as_ref().is_some_and(|when| case.interview.judge(when, &[]) == Truth::False);
    let items = checklist.items.iter().filter_map(|id| item(case, id));
    let rows: Vec<Vec<Line>> = if out { Vec::new() } else { items.collect() };
    (!rows.is_empty()).then(|| Section {
        anchor: case.part_anchor(&checklist.id),
        title: Text::line(&checklist.title),
        blocks: vec![Block::Table(Table {
            caption: Text::line(&checklist.title),
            sheet: None,
            head: ["Point", "State", "Findings"].map(Text::line).to_vec(),
            rows,
        })],
        parts: Vec::new(),
    })
}

fn item(case: &Case<'_>, id: &Id) -> Option<Vec<Line>> {
    let item = case.questionnaire().items.iter().find(|item| item.id == *id)?;
    let findings: Vec<Numbered<'_>> =
        case.findings().filter(|found| found.rule.source.contains(id)).collect();
    let name = vec![Run::quiet(&format!("{} ", item.id)), Run::plain(&item.what)];
    Some(vec![name, vec![state(case, id, &findings)], links(&findings)])
}

/// How an item stands: by the questions that serve it and the rules that watch it.
fn state(case: &Case<'_>, id: &Id, findings: &[Numbered<'_>]) -> Run {
    let serves = |place: &&Place| {
        let question = case.questionnaire().question(&place.question);
        question.is_some_and(|question| question.source.contains(id))
    };
    let asked: Vec<&Place> = case.interview.asked().filter(serves).collect();
    let answers = || asked.iter().map(|place| case.interview.state().answer(place));
    let open = answers().filter(|answer| answer.is_none_or(crate::model::Answer::is_open)).count();
    match (findings.len(), asked.len(), open) {
        (1.., _, open) => {
            let open = if open > 0 {
                format!("; {} still open", count(open, "question", "questions"))
            } else {
                String::new()
            };
            Run::strong(&format!("✗ To be settled{}{open}", before(case, findings)))
        }
        (_, 0, _) if case.interview.waiting() > 0 => Run::quiet("– Not asked so far"),
        (_, 0, _) => Run::quiet("– Does not arise"),
        (_, all, open) if all == open => Run::plain("? Not answered yet"),
        (_, all, open @ 1..) => Run::plain(&format!("? {open} of {all} questions still open")),
        _ => Run::plain("✓ Answered, no finding"),
    }
}

/// By when the most pressing of these findings is to be settled: " before the work starts".
fn before(case: &Case<'_>, findings: &[Numbered<'_>]) -> String {
    let mut milestones = case.questionnaire().manifest.milestones.iter().map(|milestone| &milestone.id);
    let first = milestones.find(|id| findings.iter().any(|found| found.rule.action.before == **id));
    first.map_or_else(String::new, |id| format!(" {}", milestone(case.interview, id)))
}
