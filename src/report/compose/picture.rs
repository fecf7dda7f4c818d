//! Readiness and findings by stage, as data.

use super::case::Case;
use crate::engine::Readiness;
use crate::model::Severity;
use crate::report::document::{Block, Mark, Picture, Run, Section, Text};

/// Where nothing at all is known.
const NOTHING: Readiness = Readiness { low: 0, high: 100 };

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let stages = case.questionnaire().stages.iter().enumerate().map(|(at, stage)| Mark {
        name: Text::line(&stage.title),
        readiness: case.interview.stage_readiness(at),
        findings: counts(case, |stage| stage == at),
    });
    let stages: Vec<Mark> = stages.filter(|mark| mark.readiness.is_some()).collect();
    let says_something =
        stages.iter().any(|mark| mark.readiness != Some(NOTHING) || mark.findings.iter().any(|n| *n > 0));
    let overall = Mark {
        name: Text::line("All stages"),
        readiness: case.interview.readiness(),
        findings: counts(case, |_| true),
    };
    let reading = "Readiness is the share of what the rules ask for that is in place; more serious rules count for more. The \
                   range reflects what is not yet known.";
    says_something.then(|| Section {
        anchor: "glance".to_owned(),
        title: Text::line("At a glance"),
        blocks: vec![
            Block::Picture(Picture { anchor: "picture".to_owned(), overall, stages }),
            Block::Paragraph(vec![Run::quiet(reading)]),
        ],
        parts: Vec::new(),
    })
}

fn counts(case: &Case<'_>, of: impl Fn(usize) -> bool) -> [usize; 4] {
    Severity::WORST_FIRST.map(|severity| {
        case.findings().filter(|found| found.finding.severity == severity && of(found.finding.stage)).count()
    })
}
