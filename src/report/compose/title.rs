//! The title block.

use std::collections::BTreeSet;

use super::case::Case;
use crate::engine::{FactOf, answer_words, country_name, row_name};
use crate::model::{Header, Place, Speaker};
use crate::report::document::{Detail, Entry, Marking, Run, Text, Tone};
use crate::report::edition::Edition;
use crate::text::{capital, count};

/// The term under which the one for whom an edition is made stands.
const FOR: &str = "Made for";
/// So many of the other side are named on the cover.
const NAMED: usize = 4;

/// The other side is told what the report is, and not what the session was called: a title may name others.
pub(super) fn title(case: &Case<'_>, header: &Header) -> Text {
    let title = Text::line(&header.title);
    match case.edition {
        Edition::Counterpart { .. } => Text::line("Points for the contract"),
        _ if title.is_blank() => Text::line("Untitled interview"),
        _ => title,
    }
}

pub(super) fn subtitle(case: &Case<'_>) -> Text {
    Text::line(&case.questionnaire().manifest.title)
}

/// For whom the report is, in words for the cover and for the head of every page.
pub(super) fn marking(case: &Case<'_>) -> Marking {
    let (edition, legend) = match case.edition {
        Edition::Counsel => ("Counsel’s edition", "Privileged and confidential: prepared for legal advice"),
        Edition::Client => ("Client’s edition", "Confidential: not for the other side"),
        Edition::Counterpart { .. } => (
            "Edition for the other side",
            "For negotiation only: no offer, and nothing is agreed until signed",
        ),
    };
    Marking { edition: Text::line(edition), legend: Text::line(legend) }
}

pub(super) fn facts(case: &Case<'_>, header: &Header) -> Vec<Entry> {
    let day = |at: chrono::DateTime<chrono::Utc>| at.format("%-d %B %Y").to_string();
    let facts = [
        (FOR, addressee(case)),
        (case.questionnaire().counterparts().map_or("", |repeat| repeat.item.value.as_str()), others(case)),
        ("Questionnaire", questionnaire(case, header)),
        ("Law of", law(case)),
        ("Answers as of", day(case.changed)),
        ("Started", day(header.created)),
        ("Progress", progress(case)),
        ("Answered by", speakers(case)),
        ("Session", header.id.clone()),
    ];
    let open = [FOR, "Questionnaire", "Answers as of"];
    let shown = |(term, _): &(&str, String)| !case.is_for_the_other_side() || open.contains(term);
    let told = facts.into_iter().filter(shown).filter(|(_, value)| !value.is_empty());
    cover(case).chain(told.map(|(term, value)| fact(&capital(term), &value))).collect()
}

fn fact(term: &str, value: &str) -> Entry {
    let value = vec![Run::plain(Text::line(value).as_str())];
    Entry { anchor: None, term: Text::line(term), details: vec![Detail::new(Tone::Main, value)] }
}

/// The answers that the author wants on the cover, as far as the edition tells them.
fn cover(case: &Case<'_>) -> impl Iterator<Item = Entry> {
    let columns = case.questionnaire().layout.iter().flat_map(|layout| &layout.cover);
    columns.filter_map(|column| {
        let place = Place::new(column.question.value.as_str(), None);
        let asked = case.is_asked(&place) && case.tells(&place);
        let answer =
            case.interview.state().answer(&place).filter(|answer| asked && answer.value().is_some())?;
        Some(fact(&column.head, &answer_words(case.interview, &place, answer)))
    })
}

/// For whom among those on the other side the edition is made.
fn addressee(case: &Case<'_>) -> String {
    match (case.edition, case.questionnaire().counterparts()) {
        (Edition::Counterpart { row: Some(row) }, Some(repeat)) => row_name(case.interview, &repeat.id, row),
        _ => String::new(),
    }
}

/// The names of those on the other side.
fn others(case: &Case<'_>) -> String {
    let Some(repeat) = case.questionnaire().counterparts() else { return String::new() };
    let rows = case.interview.state().rows(&repeat.id);
    let mut names: Vec<String> =
        rows.iter().take(NAMED).map(|row| row_name(case.interview, &repeat.id, row)).collect();
    let more = rows.len().saturating_sub(NAMED);
    names.extend((more > 0).then(|| format!("{more} more")));
    names.join("; ")
}

/// The countries whose law is told, each with the dates for which its facts are claimed.
fn law(case: &Case<'_>) -> String {
    let known = &case.questionnaire().jurisdictions;
    let facts = super::law::facts(case);
    let of_country = |facts: &[FactOf]| {
        let dates =
            facts.iter().filter_map(|of| Some(known.fact(&of.country, &of.fact)?.as_of.value.as_str()));
        let dates: BTreeSet<&str> = dates.collect();
        let country = country_name(&facts.first()?.country);
        Some(match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first != last => format!("{country} (as of {first} to {last})"),
            (Some(first), _) => format!("{country} (as of {first})"),
            _ => format!("{country} (nothing held)"),
        })
    };
    let countries = facts.chunk_by(|a, b| a.country == b.country).filter_map(of_country);
    countries.collect::<Vec<_>>().join("; ")
}

fn questionnaire(case: &Case<'_>, header: &Header) -> String {
    let manifest = &case.questionnaire().manifest;
    if header.version == manifest.version.value {
        format!("{}, version {}", manifest.title, manifest.version)
    } else {
        format!("{}, version {} (begun with version {})", manifest.title, manifest.version, header.version)
    }
}

fn progress(case: &Case<'_>) -> String {
    let progress = case.interview.progress(None);
    let asked = count(progress.asked, "question", "questions");
    let path = match case.interview.left_out().len() {
        _ if !case.interview.state().express => String::new(),
        left_out => format!("; express path, {} left out", count(left_out, "question", "questions")),
    };
    format!("{} of {asked} answered{path}", progress.answered)
}

/// Who gave the answers that count.
fn speakers(case: &Case<'_>) -> String {
    let state = case.interview.state();
    let given = |by| {
        let answers = case.interview.asked().filter_map(|place| state.answers.get(place));
        answers.filter(|given| given.by == by).count()
    };
    let speakers = [Speaker::Client, Speaker::Counsel].map(|by| (by, given(by)));
    let spoke = speakers.iter().filter(|(_, number)| *number > 0);
    let words = spoke.map(|(by, number)| format!("{} ({})", by.name(), count(*number, "answer", "answers")));
    words.collect::<Vec<_>>().join(", ")
}
