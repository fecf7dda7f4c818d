//! The comparison of `state --json`: every figure with the reasons for it.

use serde_json::{Value as Json, json};

use super::{at, ends, fact};
use crate::cases::Case;
use crate::engine::{Candidate, Comparing, Reading, Seen};
use crate::model::Id;

/// Criteria with their weights, and each candidate with its marks.
pub fn as_json(case: &Case, comparing: &Comparing<'_>) -> Json {
    let comparison = comparing.comparison;
    let criteria = comparison.criteria.iter().zip(&comparing.weights).map(|(criterion, weight)| {
        json!({
            "id": criterion.id.value,
            "title": criterion.title.value,
            "question": criterion.weight.value,
            "weight": weight.value,
            "given": weight.given,
        })
    });
    json!({
        "repeat": comparison.repeat.value,
        "title": comparison.title.value,
        "criteria": criteria.collect::<Vec<_>>(),
        "candidates": comparing.candidates.iter().map(|one| candidate(case, comparing, one)).collect::<Vec<_>>(),
    })
}

fn candidate(case: &Case, comparing: &Comparing<'_>, candidate: &Candidate<'_>) -> Json {
    let marks = comparing.comparison.criteria.iter().zip(&candidate.marks).map(|(criterion, mark)| {
        let (low, high) = ends(mark.share);
        let signs: Vec<Json> = mark.signs.iter().map(|seen| sign(case, seen)).collect();
        json!({ "id": criterion.id.value, "low": low, "high": high, "signs": signs })
    });
    let marks: Vec<Json> = marks.collect();
    let (low, high) = ends(candidate.total);
    json!({ "row": candidate.row, "name": candidate.name,
        "blockers": candidate.blockers, "low": low, "high": high, "criteria": marks })
}

fn sign(case: &Case, seen: &Seen<'_>) -> Json {
    let reading = match seen.reading {
        Reading::Holds => "for",
        Reading::Fails => "against",
        Reading::Open => "open",
    };
    json!({
        "reading": reading,
        "says": seen.says(&case.interview),
        "evidence": seen.evidence.iter().map(at).collect::<Vec<_>>(),
        "facts": seen.facts.iter().map(|of| fact(case, of)).collect::<Vec<_>>(),
        "settled_by": seen.settled_by.iter().map(at).collect::<Vec<_>>(),
        "sources": seen.sign.source.iter().map(Id::to_string).collect::<Vec<_>>(),
    })
}
