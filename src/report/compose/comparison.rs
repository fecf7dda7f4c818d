//! The rows of a list side by side: a table, and under it the reason for each mark.

use super::case::Case;
use super::reason::{Reason, Spelled};
use crate::engine::{self, Candidate, Comparing, Readiness, Reading, Seen, Weight};
use crate::model::{Place, Severity};
use crate::report::document::{Block, Chart, Figure, Grid, GridRow, Line, Mark, Run, Section, Sign, Text};

/// So many candidates stand in one drawing; further ones in another.
const BESIDE: usize = 4;

const READING: &str = "The total is the mean of the marks, each counted by its weight from 1 to 5. Where nothing that is \
                       looked at applies there is no mark (–).";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let comparing = case.compared()?;
    let comparison = comparing.comparison;
    let paragraph = |run| Block::Paragraph(vec![run]);
    let mut blocks = vec![paragraph(Run::plain(&comparison.about.value)), paragraph(Run::quiet(READING))];
    let drawings = comparing.candidates.chunks(BESIDE).zip(1..);
    blocks.extend(drawings.map(|(some, number)| Block::Figure(figure(case, &comparing, some, number))));
    let criteria = 0..comparison.criteria.len();
    Some(Section {
        anchor: "comparison".to_owned(),
        title: Text::line(&comparison.title.value),
        blocks,
        parts: criteria.map(|at| reasons(case, &comparing, at)).collect(),
    })
}

fn figure(case: &Case<'_>, comparing: &Comparing<'_>, candidates: &[Candidate<'_>], number: usize) -> Figure {
    let row = |name: &str, weight: &str, mark: &dyn Fn(&Candidate<'_>) -> Mark, total| {
        let weight = Mark { sign: Sign::Nothing, words: Text::line(weight) };
        let marks = candidates.iter().map(mark);
        GridRow { name: Text::line(name), cells: std::iter::once(weight).chain(marks).collect(), total }
    };
    let total = row("All criteria", "", &|one| share(one.total), true);
    let blocked = candidates.iter().any(|one| one.blockers > 0);
    let blockers = blocked.then(|| row("Blockers", "", &|one| blockers(one.blockers), false));
    let criteria = comparing.comparison.criteria.iter().enumerate().map(|(at, criterion)| {
        let is_told = case.tells(&Place::new(criterion.weight.value.as_str(), None));
        let weight = if is_told { weight(&comparing.weights[at]) } else { "–".to_owned() };
        row(&criterion.title, &weight, &|one| share(one.marks[at].share), false)
    });
    let names = candidates.iter().map(|one| Text::line(&one.name));
    Figure {
        anchor: format!("figure-comparison-{number}"),
        title: Text::line(&comparing.comparison.title.value),
        reading: Text::default(),
        chart: Chart::Grid(Grid {
            corner: Text::line("Criterion"),
            columns: std::iter::once(Text::line("Weight")).chain(names).collect(),
            rows: std::iter::once(total).chain(blockers).chain(criteria).collect(),
        }),
    }
}

fn share(share: Option<Readiness>) -> Mark {
    Mark { sign: share.map_or(Sign::Nothing, Sign::Share), words: Text::line(&Readiness::words(share)) }
}

fn blockers(number: usize) -> Mark {
    let sign = if number == 0 { Sign::Nothing } else { Sign::Found(Severity::Blocker) };
    Mark { sign, words: Text::line(&number.to_string()) }
}

fn weight(weight: &Weight) -> String {
    if weight.given { weight.value.to_string() } else { format!("{} (not set)", weight.value) }
}

/// Each candidate's reasons by one criterion.
fn reasons(case: &Case<'_>, comparing: &Comparing<'_>, at: usize) -> Section {
    let mut spelled = Spelled::default();
    let blocks =
        comparing.candidates.iter().flat_map(|one| candidate(case, one, &one.marks[at], &mut spelled));
    Section {
        anchor: format!("comparison-{}", at + 1),
        title: Text::line(&comparing.comparison.criteria[at].title.value),
        blocks: blocks.collect(),
        parts: Vec::new(),
    }
}

fn candidate(
    case: &Case<'_>,
    candidate: &Candidate<'_>,
    mark: &engine::Mark<'_>,
    spelled: &mut Spelled,
) -> Vec<Block> {
    let name = Run::strong(&candidate.name);
    if mark.signs.is_empty() {
        let nothing = Run::plain(": nothing that is looked at applies.");
        return vec![Block::Paragraph(vec![name, nothing])];
    }
    let items = mark.signs.iter().map(|seen| reason(case, seen, spelled)).collect();
    let lead = vec![name, Run::plain(&format!(": {}", Readiness::words(mark.share)))];
    vec![Block::Paragraph(lead), Block::List { numbered: false, items }]
}

fn reason(case: &Case<'_>, seen: &Seen<'_>, spelled: &mut Spelled) -> Line {
    let says = seen.says(case.interview);
    let (lead, rests) = match seen.reading {
        Reading::Holds => ("For", "Based on"),
        Reading::Fails => ("Against", "Based on"),
        Reading::Open => ("Open", "Depends on"),
    };
    let reason = Reason {
        lead: Some(lead),
        says: &says,
        rests,
        places: seen.rests_on(),
        facts: &seen.facts,
        source: &seen.sign.source,
    };
    reason.line(case, spelled)
}
