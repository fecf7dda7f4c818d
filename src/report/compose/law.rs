//! What is known of the law of the countries in the answers, on the points that came up.

use std::collections::BTreeSet;

use super::case::{Case, links};
use crate::engine::{FactOf, beside, country_name, told};
use crate::report::document::{Anchor, Block, Detail, Entry, Line, Run, Section, Text, Tone};

const LEAD: &str = "Facts of law on which findings, arguments or marks rest, or which stood beside the questions asked. \
                    They were compiled from texts of different age and from memory of the law, no live register was \
                    consulted, and each fact leaves out exceptions. Facts marked for confirmation should not be relied on \
                    before a lawyer of the country has confirmed them.";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let facts = facts(case);
    let mut countries: Vec<&str> = facts.iter().map(|fact| fact.country.as_str()).collect();
    countries.dedup();
    let parts: Vec<Section> = countries.iter().map(|country| part(case, country, &facts)).collect();
    (!parts.is_empty()).then(|| Section {
        anchor: "law".to_owned(),
        title: Text::line("The law of the countries involved"),
        blocks: vec![Block::Paragraph(vec![Run::quiet(LEAD)])],
        parts,
    })
}

/// Each fact once, by country, in the order of the schema.
fn facts(case: &Case<'_>) -> Vec<FactOf> {
    let behind = case.findings().flat_map(|found| found.finding.facts.iter().cloned());
    let shown = case.interview.asked().flat_map(|place| beside(case.interview, place));
    let argued = case.weighed().flat_map(|weighed| weighed.arguments).flat_map(|argument| argument.facts);
    let read = case.signs().flat_map(|seen| seen.facts);
    let facts: BTreeSet<FactOf> = behind.chain(shown).chain(argued).chain(read).collect();
    let kinds = &case.questionnaire().jurisdictions.kinds;
    let mut facts: Vec<FactOf> = facts.into_iter().collect();
    facts.sort_by_cached_key(|of| {
        (country_name(&of.country), kinds.iter().position(|kind| kind.id.value == of.fact))
    });
    facts
}

fn part(case: &Case<'_>, country: &str, facts: &[FactOf]) -> Section {
    let known = case.questionnaire().jurisdictions.covers(country);
    let gap =
        Run::quiet("The program holds nothing on this country: local counsel should answer each point.");
    let entries = facts.iter().filter(|fact| fact.country == country).map(|fact| full(case, fact));
    let lead = (!known).then(|| Block::Paragraph(vec![gap]));
    Section {
        anchor: format!("law-{}", country.to_lowercase()),
        title: Text::line(&country_name(country)),
        blocks: lead.into_iter().chain([Block::Entries(entries.collect())]).collect(),
        parts: Vec::new(),
    }
}

/// A fact with all that is known about it, and the findings that rest on it.
fn full(case: &Case<'_>, of: &FactOf) -> Entry {
    let mut entry = entry(case, of);
    let resting: Vec<_> = case.findings().filter(|found| found.finding.facts.contains(of)).collect();
    if !resting.is_empty() {
        entry.details.push(Detail { label: Some("Findings"), line: links(&resting), tone: Tone::Remark });
    }
    Entry { anchor: Some(anchor(case, of)), ..entry }
}

/// A fact as a finding tells it: what it says and on what ground, leading to all that is known about it.
pub(super) fn short(case: &Case<'_>, of: &FactOf) -> Entry {
    let told = told(&case.questionnaire().jurisdictions, of, case.changed);
    let tone = if told.cite.is_some() { Tone::Main } else { Tone::Missing };
    let says = Detail::new(tone, vec![Run::link(&told.says, anchor(case, of))]);
    let ground = Detail::new(Tone::Remark, vec![Run::plain(&told.ground)]);
    Entry { anchor: None, term: Text::line(&told.asks), details: vec![says, ground] }
}

/// A fact with what it says, where it stands, on what ground it is claimed.
fn entry(case: &Case<'_>, of: &FactOf) -> Entry {
    let told = told(&case.questionnaire().jurisdictions, of, case.changed);
    let tone = if told.cite.is_some() { Tone::Main } else { Tone::Missing };
    let remark = |words: String| Detail::new(Tone::Remark, vec![Run::plain(&words)]);
    let mut says: Line = vec![Run::plain(&told.says)];
    says.extend(told.note.map(|note| Run::quiet(&format!(" ({note})"))));
    let mut details = vec![Detail::new(tone, says)];
    details.extend(told.cite.map(remark));
    details.push(remark(told.ground));
    details.extend(told.seen.map(|seen| remark(format!("Text: {seen}"))));
    Entry { anchor: None, term: Text::line(&told.asks), details }
}

/// A fact in a line, leading to all that is known about it.
pub(super) fn brief(case: &Case<'_>, of: &FactOf) -> Line {
    let told = told(&case.questionnaire().jurisdictions, of, case.changed);
    let fact = Run::link(&format!("{}: {}", told.asks, told.says), anchor(case, of));
    vec![fact, Run::quiet(&format!(" ({})", told.ground))]
}

fn anchor(case: &Case<'_>, of: &FactOf) -> Anchor {
    let kinds = &case.questionnaire().jurisdictions.kinds;
    let number = kinds.iter().position(|kind| kind.id.value == of.fact).unwrap_or_default();
    format!("law-{}-{}", of.country.to_lowercase(), number + 1)
}
