//! Points that the contract must settle, with where each side stands on them.

use super::case::{Case, Numbered, links};
use super::sources;
use crate::engine::{self, Said, row_beside};
use crate::model::{Clause, Id, Share, Stand};
use crate::report::document::{Anchor, Block, Detail, Entry, Line, Run, Section, Text, Tone};
use crate::report::edition::share_of_clause;

const CALLED: &str = "Points that the contract should settle in view of the findings, with where each side stands today. \
                      Where no position of the other side is shown, there is none to tell here. Counsel drafts; this is the agenda.";
const SHOWN: &str = "Points that we would like the contract to settle, with where we stand. What is marked as agreed is agreed \
                     in substance only: nothing binds before it is signed. The questions were put to us: “you” in them means us.";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let entries: Vec<Entry> =
        points(case).into_iter().map(|(clause, found)| entry(case, clause, &found)).collect();
    let lead = if case.is_for_the_other_side() { SHOWN } else { CALLED };
    (!entries.is_empty()).then(|| Section {
        anchor: "contract".to_owned(),
        title: Text::line("Term sheet"),
        blocks: vec![Block::Paragraph(vec![Run::quiet(lead)]), Block::Entries(entries)],
        parts: Vec::new(),
    })
}

/// The points on the table, with the findings that call for each; for the other side those that it may read, without a word
/// of findings.
fn points<'a>(case: &Case<'a>) -> Vec<(&'a Clause, Vec<Numbered<'a>>)> {
    let points = engine::points(case.interview).into_iter();
    if case.is_for_the_other_side() {
        let state = case.interview.state();
        let open = |clause: &&Clause| share_of_clause(state, &clause.id) == Some(Share::Shareable);
        return points.filter(open).map(|clause| (clause, Vec::new())).collect();
    }
    let found = |clause: &'a Clause| {
        let findings = case.findings().filter(|found| found.rule.clauses.contains(&clause.id));
        (clause, findings.collect())
    };
    points.map(found).collect()
}

fn entry(case: &Case<'_>, clause: &Clause, found: &[Numbered<'_>]) -> Entry {
    let mut details = vec![Detail::new(Tone::Main, vec![Run::plain(&clause.settles)])];
    details.extend(ours(case, clause));
    details.extend(theirs(case, clause));
    if !found.is_empty() {
        let mut called: Line = vec![Run::plain(if found.len() == 1 { "Finding " } else { "Findings " })];
        called.extend(links(found));
        details.push(Detail { label: Some("Arises from"), line: called, tone: Tone::Remark });
    }
    if !case.is_for_the_other_side() {
        let line = sources::cite(case, &clause.source);
        details.push(Detail { label: Some("Source"), line, tone: Tone::Remark });
    }
    Entry { anchor: anchor(case, &clause.id), term: Text::line(&clause.title), details }
}

/// Where the person's own side stands: the answers that say so.
fn ours(case: &Case<'_>, clause: &Clause) -> Option<Detail> {
    let line = said(case, engine::our_position(case.interview, clause));
    // To ourselves it is told as it is: an answer may well be the gap that the contract is to close.
    let name = if case.is_for_the_other_side() { "Our position" } else { "Where we stand today" };
    (!line.is_empty()).then(|| Detail::labelled(name, line))
}

/// Where the other side stands, as far as answers say it or somebody wrote it down; and whether both agree.
fn theirs(case: &Case<'_>, clause: &Clause) -> Vec<Detail> {
    let stand = case.interview.state().stands.get(&clause.id.value);
    let Stand { theirs, agreed } = stand.cloned().unwrap_or_default();
    let theirs = Text::new(&theirs);
    let mut line = said(case, engine::their_position(case.interview, clause));
    if !theirs.is_blank() {
        line.extend((!line.is_empty()).then(|| Run::plain("\n")));
        line.push(Run::plain(theirs.as_str()));
    }
    let label =
        if case.is_for_the_other_side() { "Your position, as we understand it" } else { "Their position" };
    let position = (!line.is_empty()).then(|| Detail::labelled(label, line));
    let state = agreed.then(|| Detail::labelled("State", vec![Run::strong("Agreed")]));
    position.into_iter().chain(state).collect()
}

/// Questions with their answers, each on a line, leading to where the answer stands in full.
fn said<'i>(case: &Case<'_>, told: impl Iterator<Item = Said<'i>>) -> Line {
    let mut line = Line::new();
    for (place, answer) in told.filter(|(place, answer)| answer.value().is_some() && case.tells(place)) {
        let separator = if line.is_empty() { "" } else { "\n" };
        let row = row_beside(case.interview, place).map(|row| format!("{row}: ")).unwrap_or_default();
        line.push(Run::quiet(&format!("{separator}{row}{} ", case.ask(place).as_str())));
        let leading = |run| Run { to: Some(case.anchor(place)), ..run };
        line.extend(case.answer(place, answer).line.into_iter().map(leading));
    }
    line
}

/// A point by its title, leading to it.
pub(super) fn link(case: &Case<'_>, id: &Id) -> Run {
    let clause = case.questionnaire().clause(id);
    let title = clause.map_or(id.value.as_str(), |clause| clause.title.value.as_str());
    Run { to: anchor(case, id), ..Run::plain(Text::line(title).as_str()) }
}

fn anchor(case: &Case<'_>, id: &Id) -> Option<Anchor> {
    let at = case.questionnaire().clauses.iter().position(|clause| clause.id == *id)?;
    Some(format!("contract-{}", at + 1))
}
