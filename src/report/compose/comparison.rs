//! The rows of a list side by side: a table, and under it the reason for each mark.

use super::case::Case;
use super::reason::Reason;
use crate::engine::{Candidate, Comparing, Mark, Readiness, Reading, Seen, Weight};
use crate::report::document::{Block, Line, Run, Section, Table, Text};

/// So many candidates stand in one table; further ones in another.
const BESIDE: usize = 4;

const READING: &str = "The total is the mean of the marks, each counted by its weight from 1 to 5. Where nothing that is \
                       looked at applies there is no mark (–).";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let comparing = case.compared()?;
    let comparison = comparing.comparison;
    let paragraph = |run| Block::Paragraph(vec![run]);
    let mut blocks = vec![paragraph(Run::plain(&comparison.about.value)), paragraph(Run::quiet(READING))];
    blocks.extend(comparing.candidates.chunks(BESIDE).map(|some| Block::Table(table(&comparing, some))));
    let criteria = 0..comparison.criteria.len();
    Some(Section {
        anchor: "comparison".to_owned(),
        title: Text::line(&comparison.title.value),
        blocks,
        parts: criteria.map(|at| reasons(case, &comparing, at)).collect(),
    })
}

fn table(comparing: &Comparing<'_>, candidates: &[Candidate<'_>]) -> Table {
    let cells = |first: Run, weight: &str, share: &dyn Fn(&Candidate<'_>) -> Line| {
        let shares = candidates.iter().map(share);
        [vec![first], vec![Run::plain(weight)]].into_iter().chain(shares).collect()
    };
    let total =
        cells(Run::strong("All criteria"), "", &|one| vec![Run::strong(&Readiness::words(one.total))]);
    let blocked = candidates.iter().any(|one| one.blockers > 0);
    let blockers = blocked
        .then(|| cells(Run::strong("Blockers"), "", &|one| vec![Run::strong(&one.blockers.to_string())]));
    let criteria = comparing.comparison.criteria.iter().enumerate().map(|(at, criterion)| {
        let mark = |one: &Candidate<'_>| vec![Run::plain(&Readiness::words(one.marks[at].share))];
        cells(Run::plain(&criterion.title.value), &weight(&comparing.weights[at]), &mark)
    });
    let names = candidates.iter().map(|one| Text::line(&one.name));
    Table {
        caption: Text::line(&comparing.comparison.title.value),
        sheet: None,
        head: ["Criterion", "Weight"].map(Text::line).into_iter().chain(names).collect(),
        rows: std::iter::once(total).chain(blockers).chain(criteria).collect(),
    }
}

fn weight(weight: &Weight) -> String {
    if weight.given { weight.value.to_string() } else { format!("{} (not set)", weight.value) }
}

/// Each candidate's reasons by one criterion.
fn reasons(case: &Case<'_>, comparing: &Comparing<'_>, at: usize) -> Section {
    let blocks = comparing.candidates.iter().flat_map(|one| candidate(case, one, &one.marks[at]));
    Section {
        anchor: format!("comparison-{}", at + 1),
        title: Text::line(&comparing.comparison.criteria[at].title.value),
        blocks: blocks.collect(),
        parts: Vec::new(),
    }
}

fn candidate(case: &Case<'_>, candidate: &Candidate<'_>, mark: &Mark<'_>) -> Vec<Block> {
    let name = Run::strong(&candidate.name);
    if mark.signs.is_empty() {
        let nothing = Run::plain(": nothing that is looked at applies.");
        return vec![Block::Paragraph(vec![name, nothing])];
    }
    let items = mark.signs.iter().map(|seen| reason(case, seen)).collect();
    let lead = vec![name, Run::plain(&format!(": {}", Readiness::words(mark.share)))];
    vec![Block::Paragraph(lead), Block::List { numbered: false, items }]
}

fn reason(case: &Case<'_>, seen: &Seen<'_>) -> Line {
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
    reason.line(case)
}
