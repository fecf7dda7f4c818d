//! The findings, the worst first.

use super::actions::step;
use super::case::{Case, Numbered, joined};
use super::{law, sources, terms};
use crate::engine::{fill, fill_for, missing, row_beside, row_name};
use crate::model::{Opt, Place, Severity};
use crate::report::document::{Block, Detail, Entry, FindingCard, Run, Section, Text, Tone};
use crate::text::capital;

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let parts = Severity::WORST_FIRST.iter().filter_map(|severity| part(case, *severity));
    Section {
        anchor: "findings".to_owned(),
        title: Text::line("Findings"),
        blocks: Vec::new(),
        parts: parts.collect(),
    }
    .filled()
}

fn part(case: &Case<'_>, severity: Severity) -> Option<Section> {
    let found: Vec<_> = case.findings().filter(|found| found.finding.severity == severity).collect();
    let meaning = match severity {
        Severity::Blocker => "Do not proceed until this is resolved.",
        Severity::High => "A serious risk to rights or secrets, to be resolved before signing.",
        Severity::Medium => "A weakness that is likely to cost you sooner or later.",
        Severity::Low => "Good practice that is missing.",
    };
    let cards = found.iter().map(|found| Block::Finding(Box::new(card(case, *found))));
    (!found.is_empty()).then(|| Section {
        anchor: format!("findings-{}", severity.name()),
        title: Text::line(&format!("{} ({})", capital(severity.name()), found.len())),
        blocks: std::iter::once(Block::Paragraph(vec![Run::quiet(meaning)])).chain(cards).collect(),
        parts: Vec::new(),
    })
}

fn card(case: &Case<'_>, found: Numbered<'_>) -> FindingCard {
    let Numbered { number, finding, rule } = found;
    let questionnaire = case.questionnaire();
    let row = |(repeat, row): &(String, String)| {
        let name = row_name(case.interview, repeat, row);
        let what = questionnaire.repeat(repeat).map_or("", |repeat| repeat.item.value.as_str());
        Text::line(&format!("{name} ({what})"))
    };
    let stage = questionnaire.stages.get(finding.stage).map_or("", |stage| stage.title.value.as_str());
    let facts = finding.facts.iter().filter(|of| case.tells_country(&of.country));
    FindingCard {
        anchor: found.anchor(),
        number,
        severity: finding.severity,
        title: case.title(&found),
        stage: Text::line(stage),
        rows: finding.rows.iter().map(row).collect(),
        because: Text::new(&fill(case.interview, &rule.because, &finding.rows)),
        action: step(case, found),
        evidence: finding.evidence.iter().map(|place| evidence(case, found, place)).collect(),
        law: facts.map(|fact| law::short(case, fact)).collect(),
        clauses: joined(rule.clauses.iter().map(|id| terms::link(case, id)), "; "),
        authority: sources::cite(case, &rule.source),
    }
}

/// What the rule would have wanted among the answer.
fn lacking(case: &Case<'_>, found: Numbered<'_>, place: &Place) -> Option<Detail> {
    let told = |option: &&Opt| fill_for(case.interview, &option.label, place);
    let lacking = missing(case.interview, found.finding, place);
    // Which of them matter may hang on another answer, which the edition may keep.
    let is_told = found.finding.evidence.iter().all(|place| case.tells(place));
    let lacking: Vec<String> = lacking.iter().filter(|_| is_told).map(told).collect();
    let words = Text::line(&lacking.join("; "));
    (!lacking.is_empty()).then(|| Detail::labelled("Missing", vec![Run::plain(words.as_str())]))
}

/// A question as asked and its answer, leading to where it stands; the row that it is of, where nothing else tells.
fn evidence(case: &Case<'_>, found: Numbered<'_>, place: &Place) -> Entry {
    let answer = case.interview.state().answer(place).map(|answer| case.answer(place, answer));
    let leading = |run: Run| Run { to: Some(case.anchor(place)), ..run };
    let answer = answer.map(|said| Detail { line: said.line.into_iter().map(leading).collect(), ..said });
    let term = case.ask(place);
    let is_told = case.row(place).is_some_and(|(repeat, row)| {
        found.finding.rows.iter().any(|known| known.0 == *repeat && known.1 == *row)
    });
    let name = row_beside(case.interview, place).filter(|_| !is_told).map(|name| Text::line(&name));
    let row = name.map(|name| Detail::new(Tone::Remark, vec![Run::plain(name.as_str())]));
    let details = answer.into_iter().chain(lacking(case, found, place)).chain(row);
    Entry { anchor: None, term, details: details.collect() }
}
