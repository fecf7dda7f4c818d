//! The title block.

use super::case::Case;
use crate::model::{Header, Speaker};
use crate::report::document::{Detail, Entry, Marking, Run, Text, Tone};
use crate::report::edition::Edition;
use crate::text::count;

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
        ("Questionnaire", questionnaire(case, header)),
        ("Answers as of", day(case.changed)),
        ("Started", day(header.created)),
        ("Progress", progress(case)),
        ("Answered by", speakers(case)),
        ("Session", header.id.clone()),
    ];
    let secret = ["Started", "Progress", "Answered by", "Session"];
    let shown = |(term, _): &(&str, String)| !case.is_for_the_other_side() || !secret.contains(term);
    let facts = facts.into_iter().filter(shown);
    let told = facts.filter(|(_, value)| !value.is_empty());
    told.map(|(term, value)| Entry {
        anchor: None,
        term: Text::line(term),
        details: vec![Detail::new(Tone::Main, vec![Run::plain(Text::line(&value).as_str())])],
    })
    .collect()
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
