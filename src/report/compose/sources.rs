//! Where it all comes from: only what this report cites.

use std::collections::BTreeSet;

use super::case::{Case, joined};
use crate::engine::{self, points};
use crate::model::{Authority, Id};
use crate::report::document::{Anchor, Block, Detail, Entry, Line, Run, Section, Text, Tone};

const FOREIGN: &str = "Law of no country that the answers name; cited for comparison.";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let cited = cited(case);
    let questionnaire = case.questionnaire();
    let items: Vec<Entry> = questionnaire
        .items
        .iter()
        .filter(|item| cited.contains(item.id.value.as_str()))
        .map(|item| source(case, &item.id, &format!("Item {}", item.id), vec![main(&item.what)]))
        .collect();
    let authorities: Vec<Entry> = questionnaire
        .authorities
        .iter()
        .filter(|authority| cited.contains(authority.id.value.as_str()))
        .map(|authority| {
            let remark = |run| Detail::new(Tone::Remark, vec![run]);
            let foreign = is_foreign(case, authority).then(|| remark(Run::plain(FOREIGN)));
            let details = [main(&authority.says)].into_iter().chain(foreign);
            let details = details.chain([remark(dates(case, authority))]).collect();
            source(case, &authority.id, &authority.cite, details)
        })
        .collect();
    let article = format!("{}. In our own words:", questionnaire.manifest.article);
    let parts = [
        part("sources-article", "Source article", Some(article), items),
        part("sources-authorities", "Authorities", None, authorities),
    ];
    Section {
        anchor: "sources".to_owned(),
        title: Text::line("Sources"),
        blocks: Vec::new(),
        parts: parts.into_iter().flatten().collect(),
    }
    .filled()
}

fn part(anchor: &str, title: &str, lead: Option<String>, entries: Vec<Entry>) -> Option<Section> {
    let lead = lead.map(|lead| Block::Paragraph(vec![Run::plain(&lead)]));
    (!entries.is_empty()).then(|| Section {
        anchor: anchor.to_owned(),
        title: Text::line(title),
        blocks: lead.into_iter().chain(std::iter::once(Block::Entries(entries))).collect(),
        parts: Vec::new(),
    })
}

fn source(case: &Case<'_>, id: &Id, term: &str, details: Vec<Detail>) -> Entry {
    Entry { anchor: anchor(case, id), term: Text::line(term), details }
}

fn main(words: &str) -> Detail {
    Detail::new(Tone::Main, vec![Run::plain(words)])
}

/// For when an authority is claimed, and whether it is time to read it again.
fn dates(case: &Case<'_>, authority: &Authority) -> Run {
    let overdue = authority.review_by.value < case.changed.format("%Y-%m").to_string();
    let due = if overdue { ", which has passed: confirm it before relying on it" } else { "" };
    Run::plain(&format!("As of {}; next review due by {}{due}.", authority.as_of, authority.review_by))
}

/// What findings, contract points, arguments, signs and open questions cite.
fn cited<'a>(case: &Case<'a>) -> BTreeSet<&'a str> {
    let findings = case.findings().map(|found| &found.rule.source);
    let clauses = points(case.interview).into_iter().map(|clause| &clause.source);
    let open = case.open().filter_map(|(place, _)| case.questionnaire().question(&place.question));
    let weighed = case.weighed().flat_map(|weighed| weighed.arguments);
    let arguments = weighed.map(|argument| &argument.point.source);
    let reasons = arguments.chain(case.signs().map(|seen| &seen.sign.source));
    let ids = findings.chain(clauses).chain(reasons).chain(open.map(|question| &question.source)).flatten();
    ids.map(|id| id.value.as_str()).collect()
}

/// Whether it is law of other countries than those of the matter.
fn is_foreign(case: &Case<'_>, authority: &Authority) -> bool {
    engine::is_foreign(authority, &case.questionnaire().jurisdictions, case.countries.as_ref())
}

/// Sources as they are named where they are cited, each leading to its entry: items of the article together, then
/// authorities, and last the law of countries that are of no concern here.
pub(super) fn cite(case: &Case<'_>, ids: &[Id]) -> Line {
    let known = |id: &Id| case.questionnaire().authorities.iter().find(|authority| authority.id == *id);
    let (beyond, items): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(|id| known(id).is_some());
    let (foreign, ours): (Vec<&Authority>, Vec<&Authority>) =
        beyond.into_iter().filter_map(known).partition(|authority| is_foreign(case, authority));
    let named = |id: &Id, name: &str| Run { to: anchor(case, id), ..Run::plain(Text::line(name).as_str()) };
    let cited = |authority: &&Authority| named(&authority.id, &authority.cite);
    let lead = if items.len() == 1 { "source article, item " } else { "source article, items " };
    let lists = [
        (lead, joined(items.into_iter().map(|id| named(id, &id.value)), ", ")),
        ("", joined(ours.iter().map(cited), "; ")),
        ("for comparison, from elsewhere: ", joined(foreign.iter().map(cited), "; ")),
    ];
    let lists = lists.into_iter().filter(|(_, line)| !line.is_empty());
    let mut cited = Line::new();
    for (lead, line) in lists {
        let between = if cited.is_empty() { "" } else { "; " };
        let lead = format!("{between}{lead}");
        cited.extend((!lead.is_empty()).then(|| Run::plain(&lead)));
        cited.extend(line);
    }
    cited
}

pub(super) fn anchor(case: &Case<'_>, id: &Id) -> Option<Anchor> {
    let questionnaire = case.questionnaire();
    let items = questionnaire.items.iter().map(|item| &item.id);
    let mut ids = items.chain(questionnaire.authorities.iter().map(|authority| &authority.id));
    Some(format!("source-{}", ids.position(|known| known == id)? + 1))
}
