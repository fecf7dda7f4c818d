//! Readiness by stage, and where the findings are.

use super::case::Case;
use crate::engine::Readiness;
use crate::model::Severity;
use crate::report::document::{Bar, Block, Chart, Figure, Grid, GridRow, Mark, Section, Sign, Text};
use crate::text::capital;

/// Where nothing at all is known.
const NOTHING: Readiness = Readiness { low: 0, high: 100 };

/// A stage with what there is to show of it.
struct Shown {
    name: Text,
    readiness: Option<Readiness>,
    findings: [usize; 4],
    total: bool,
}

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let stages = case.questionnaire().stages.iter().enumerate().map(|(at, stage)| Shown {
        name: Text::line(&stage.title),
        readiness: case.interview.stage_readiness(at),
        findings: counts(case, |stage| stage == at),
        total: false,
    });
    let stages: Vec<Shown> = stages.filter(|shown| shown.readiness.is_some()).collect();
    let says_something =
        stages.iter().any(|shown| shown.readiness != Some(NOTHING) || shown.findings.iter().any(|n| *n > 0));
    let overall = Shown {
        name: Text::line("All stages"),
        readiness: case.interview.readiness(),
        findings: counts(case, |_| true),
        total: true,
    };
    let found = overall.findings.iter().any(|number| *number > 0);
    let shown: Vec<Shown> = std::iter::once(overall).chain(stages).collect();
    says_something.then(|| Section {
        anchor: "glance".to_owned(),
        title: Text::line("At a glance"),
        blocks: std::iter::once(readiness(&shown)).chain(found.then(|| findings(&shown))).collect(),
        parts: Vec::new(),
    })
}

fn counts(case: &Case<'_>, of: impl Fn(usize) -> bool) -> [usize; 4] {
    Severity::WORST_FIRST.map(|severity| {
        case.findings().filter(|found| found.finding.severity == severity && of(found.finding.stage)).count()
    })
}

fn readiness(shown: &[Shown]) -> Block {
    let bar = |shown: &Shown| Bar { name: shown.name.clone(), share: shown.readiness, total: shown.total };
    Block::Figure(Figure {
        anchor: "figure-readiness".to_owned(),
        title: Text::line("Readiness by stage, in percent"),
        reading: Text::line(
            "The share of what the rules ask for that is in place; more serious rules count for more.",
        ),
        chart: Chart::Bars(shown.iter().map(bar).collect()),
    })
}

fn findings(shown: &[Shown]) -> Block {
    let mark = |(severity, number): (&Severity, usize)| match number {
        0 => Mark { sign: Sign::Nothing, words: Text::line("–") },
        number => Mark { sign: Sign::Found(*severity), words: Text::line(&number.to_string()) },
    };
    let row = |shown: &Shown| GridRow {
        name: shown.name.clone(),
        cells: Severity::WORST_FIRST.iter().zip(shown.findings).map(mark).collect(),
        total: shown.total,
    };
    Block::Figure(Figure {
        anchor: "figure-findings".to_owned(),
        title: Text::line("Findings by stage and severity"),
        reading: Text::default(),
        chart: Chart::Grid(Grid {
            corner: Text::line("Stage"),
            columns: Severity::WORST_FIRST.map(|severity| Text::line(&capital(severity.name()))).to_vec(),
            rows: shown.iter().map(row).collect(),
        }),
    })
}
