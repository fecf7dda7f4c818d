//! What is known of the law of the countries in the answers, on the points that came up.

use std::collections::BTreeSet;

use super::case::{Case, links};
use crate::engine::{FactOf, beside, country_name, told};
use crate::report::document::{Anchor, Block, Detail, Entry, Line, Run, Section, Table, Text, Tone};
use crate::report::edition::Edition;
use crate::text::capital;

/// So many countries stand beside one another; further ones in another table.
const BESIDE: usize = 4;

const LEAD: &str = "Facts of law on which findings, arguments or marks rest, or which stood beside the questions asked. \
                    They were compiled from texts of different age and from memory of the law, no live register was \
                    consulted, and each fact leaves out exceptions. Facts marked for confirmation should not be relied on \
                    before a lawyer of the country has confirmed them.";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let facts = facts(case);
    let mut countries: Vec<&str> = facts.iter().map(|fact| fact.country.as_str()).collect();
    countries.dedup();
    let parts: Vec<Section> = countries.iter().map(|country| part(case, country, &facts)).collect();
    let lead = Block::Paragraph(vec![Run::quiet(LEAD)]);
    let beside = countries.chunks(BESIDE).filter_map(|some| table(case, some, &facts)).map(Block::Table);
    (!parts.is_empty()).then(|| Section {
        anchor: "law".to_owned(),
        title: Text::line("The law of the countries involved"),
        blocks: std::iter::once(lead).chain(beside).collect(),
        parts,
    })
}

/// What is told of more than one country, side by side.
fn table(case: &Case<'_>, countries: &[&str], facts: &[FactOf]) -> Option<Table> {
    let known = &case.questionnaire().jurisdictions;
    let rows = known.kinds.iter().filter_map(|kind| {
        let of = |country: &&str| facts.iter().find(|of| of.fact == kind.id.value && of.country == **country);
        let of: Vec<Option<&FactOf>> = countries.iter().map(of).collect();
        let cell = |of: Option<&FactOf>| {
            let says = |of| Run::link(&told(known, of, case.changed).says, anchor(case, of));
            vec![of.map_or_else(|| Run::quiet("–"), says)]
        };
        let name = vec![Run::plain(Text::line(&kind.asks).as_str())];
        let several = of.iter().flatten().count() > 1;
        several.then(|| std::iter::once(name).chain(of.iter().copied().map(cell)).collect())
    });
    let rows: Vec<Vec<Line>> = rows.collect();
    let names = countries.iter().map(|country| Text::line(&country_name(country)));
    (!rows.is_empty()).then(|| Table {
        caption: Text::line("The law of the countries side by side"),
        sheet: None,
        head: std::iter::once(Text::line("Point")).chain(names).collect(),
        rows,
    })
}

/// Each fact once, by country, in the order of the schema.
pub(super) fn facts(case: &Case<'_>) -> Vec<FactOf> {
    let behind = case.findings().flat_map(|found| found.finding.facts.iter().cloned());
    let shown = case.interview.asked().flat_map(|place| beside(case.interview, place));
    let argued = case.weighed().flat_map(|weighed| weighed.arguments).flat_map(|argument| argument.facts);
    let read = case.signs().flat_map(|seen| seen.facts);
    let all = behind.chain(shown).chain(argued).chain(read);
    let facts: BTreeSet<FactOf> = all.filter(|of| case.tells_country(&of.country)).collect();
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
    let lead = (!known).then(|| Block::Paragraph(vec![gap]));
    let mut texts = Vec::new();
    let entries = facts.iter().filter(|fact| fact.country == country);
    let entries: Vec<Entry> = entries.map(|fact| full(case, fact, &mut texts)).collect();
    Section {
        anchor: format!("law-{}", country.to_lowercase()),
        title: Text::line(&country_name(country)),
        blocks: lead.into_iter().chain([Block::Entries(entries)]).chain(read(&texts)).collect(),
        parts: Vec::new(),
    }
}

/// The texts in which facts were read, by number: many facts stand in one.
fn read(texts: &[String]) -> Option<Block> {
    let numbered = texts.iter().zip(1..).map(|(text, number)| format!("text {number}: {text}"));
    let words = format!("Read in {}.", numbered.collect::<Vec<_>>().join("; "));
    (!texts.is_empty()).then(|| Block::Paragraph(vec![Run::quiet(&words)]))
}

/// A fact with all that is known about it: what it says, where it stands, on what ground it is claimed, and the findings
/// that rest on it.
fn full(case: &Case<'_>, of: &FactOf, texts: &mut Vec<String>) -> Entry {
    let told = told(&case.questionnaire().jurisdictions, of, case.changed);
    let tone = if told.cite.is_some() { Tone::Main } else { Tone::Missing };
    let mut says: Line = vec![Run::plain(&told.says)];
    says.extend(told.note.map(|note| Run::quiet(&format!(" ({note})"))));
    // In which copy it was read is for who checks it.
    let seen = told.seen.filter(|_| *case.edition == Edition::Counsel);
    let text = seen.map(|seen| format!("text {}", number_of(seen, texts)));
    let claimed: Vec<String> = told.cite.into_iter().chain([told.ground]).chain(text).collect();
    let mut details =
        vec![Detail::new(tone, says), Detail::new(Tone::Remark, vec![Run::plain(&claimed.join(" · "))])];
    let resting: Vec<_> = case.findings().filter(|found| found.finding.facts.contains(of)).collect();
    if !resting.is_empty() {
        details.push(Detail { label: Some("Findings"), line: links(&resting), tone: Tone::Remark });
    }
    let asks = told.asks.strip_prefix(&format!("{}: ", country_name(&of.country))).unwrap_or(&told.asks);
    Entry { anchor: Some(anchor(case, of)), term: Text::line(&capital(asks)), details }
}

/// Its number among the texts, from 1; a new one comes last.
fn number_of(text: String, texts: &mut Vec<String>) -> usize {
    if let Some(at) = texts.iter().position(|known| *known == text) {
        return at + 1;
    }
    texts.push(text);
    texts.len()
}

/// A fact as a finding tells it: what it says and on what ground, leading to all that is known about it.
pub(super) fn short(case: &Case<'_>, of: &FactOf) -> Entry {
    let told = told(&case.questionnaire().jurisdictions, of, case.changed);
    let tone = if told.cite.is_some() { Tone::Main } else { Tone::Missing };
    let says = Detail::new(tone, vec![Run::link(&told.says, anchor(case, of))]);
    let ground = Detail::new(Tone::Remark, vec![Run::plain(&told.ground)]);
    Entry { anchor: None, term: Text::line(&told.asks), details: vec![says, ground] }
}

/// A fact in a line, leading to all that is known about it; its ground where it is told for the first time.
pub(super) fn brief(case: &Case<'_>, of: &FactOf, is_new: bool) -> Line {
    let told = told(&case.questionnaire().jurisdictions, of, case.changed);
    let fact = Run::link(&format!("{}: {}", told.asks, told.says), anchor(case, of));
    let ground = is_new.then(|| Run::quiet(&format!(" ({})", told.ground)));
    std::iter::once(fact).chain(ground).collect()
}

fn anchor(case: &Case<'_>, of: &FactOf) -> Anchor {
    let kinds = &case.questionnaire().jurisdictions.kinds;
    let number = kinds.iter().position(|kind| kind.id.value == of.fact).unwrap_or_default();
    format!("law-{}-{}", of.country.to_lowercase(), number + 1)
}
