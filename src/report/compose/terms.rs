//! Points that the contract must settle because of a finding.

use super::case::{Case, links};
use super::sources;
use crate::model::Id;
use crate::report::document::{Anchor, Block, Detail, Entry, Run, Section, Text, Tone};

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let entries = case.clauses().into_iter().map(|(clause, findings)| {
        let mut called = vec![Run::plain(if findings.len() == 1 { "Finding " } else { "Findings " })];
        called.extend(links(&findings));
        Entry {
            anchor: anchor(case, &clause.id),
            term: Text::line(&clause.title),
            details: vec![
                Detail::new(Tone::Main, vec![Run::plain(&clause.settles)]),
                Detail { label: Some("Arises from"), line: called, tone: Tone::Remark },
                Detail {
                    label: Some("Source"),
                    line: sources::cite(case, &clause.source),
                    tone: Tone::Remark,
                },
            ],
        }
    });
    let entries: Vec<Entry> = entries.collect();
    (!entries.is_empty()).then(|| Section {
        anchor: "contract".to_owned(),
        title: Text::line("Contract points"),
        blocks: vec![
            Block::Paragraph(vec![Run::plain(
                "Points that the contract should settle in view of these findings.",
            )]),
            Block::Entries(entries),
        ],
        parts: Vec::new(),
    })
}

/// A point by its title, leading to it.
pub(super) fn link(case: &Case<'_>, id: &Id) -> Run {
    let clause = case.questionnaire().clauses.iter().find(|clause| clause.id == *id);
    let title = clause.map_or(id.value.as_str(), |clause| clause.title.value.as_str());
    Run { to: anchor(case, id), ..Run::plain(Text::line(title).as_str()) }
}

fn anchor(case: &Case<'_>, id: &Id) -> Option<Anchor> {
    let at = case.questionnaire().clauses.iter().position(|clause| clause.id == *id)?;
    Some(format!("contract-{}", at + 1))
}
