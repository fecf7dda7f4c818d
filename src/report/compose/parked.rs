//! Answers and notes whose question does not apply as things stand: kept, and out of every conclusion.

use std::collections::BTreeSet;

use super::answers::origin;
use super::case::Case;
use crate::engine::{Standing, row_name, unfit_words};
use crate::model::{Condition, Place};
use crate::report::document::{Block, Detail, Entry, Run, Section, Text, Tone};

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let state = case.interview.state();
    let written = state.notes.keys().chain(state.drafts.keys()).filter(|place| !case.is_asked(place));
    let answered = case.interview.parked().map(|(place, _)| place);
    let told: BTreeSet<&Place> = answered.chain(written).collect();
    let mut parked: Vec<&Place> = told.into_iter().collect();
    parked.sort_by_key(|place| {
        (case.questionnaire().position(&place.question).unwrap_or((usize::MAX, 0)), place.row.clone())
    });
    let lead = if state.unfit.is_empty() {
        "The questions to which this was said or noted are not asked as things stand. It is kept, it comes back with its \
         question, and no conclusion of this report rests on it."
    } else {
        "The questions to which this was said or noted are not asked as things stand, or no longer take such an answer. \
         It is kept, and no conclusion of this report rests on it."
    };
    let lead = Block::Paragraph(vec![Run::plain(lead)]);
    (!parked.is_empty()).then(|| Section {
        anchor: "parked".to_owned(),
        title: Text::line("Parked answers"),
        blocks: std::iter::once(lead).chain(by_reason(case, &parked)).collect(),
        parts: Vec::new(),
    })
}

/// Each reason once, followed by what is parked because of it.
fn by_reason(case: &Case<'_>, parked: &[&Place]) -> Vec<Block> {
    let mut reasons: Vec<(String, Vec<Entry>)> = Vec::new();
    for place in parked {
        let (reason, entry) = (why(case, place), entry(case, place));
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, entries)) => entries.push(entry),
            None => reasons.push((reason, vec![entry])),
        }
    }
    let blocks = reasons
        .into_iter()
        .flat_map(|(reason, entries)| [Block::Paragraph(vec![Run::quiet(&reason)]), Block::Entries(entries)]);
    blocks.collect()
}

fn entry(case: &Case<'_>, place: &Place) -> Entry {
    let given = case.interview.state().given(place);
    let mut details: Vec<Detail> = given.map(|given| case.answer(place, &given.answer)).into_iter().collect();
    // What is written beside a question that is asked stands there.
    details.extend(case.written(place).filter(|_| !case.is_asked(place)));
    let origin = given.map(origin);
    let whereabouts = case.whereabouts(place);
    let remark = [Some(whereabouts.as_str()).filter(|words| !words.is_empty()), origin.as_deref()];
    let remark: Vec<&str> = remark.into_iter().flatten().collect();
    if !remark.is_empty() {
        details.push(Detail::new(Tone::Remark, vec![Run::plain(&remark.join(" · "))]));
    }
    Entry { anchor: None, term: case.ask(place), details }
}

/// Why it is parked, in words.
fn why(case: &Case<'_>, place: &Place) -> String {
    if let Some(why) = unfit_words(case.interview, place) {
        return format!("Parked because {why}:");
    }
    let Some(question) = case.questionnaire().question(&place.question) else {
        return "Parked because this version of the questionnaire does not have the question:".to_owned();
    };
    let repeat = question.row_of.as_ref().and_then(|id| case.questionnaire().repeat(&id.value));
    if let (Some(repeat), Some(row)) = (repeat, &place.row)
        && !case.interview.state().rows(&repeat.id).contains(row)
    {
        let name = row_name(case.interview, &repeat.id, row);
        return format!("Parked because “{name}” was removed from the list “{}”:", repeat.item);
    }
    if let (Some(repeat), None) = (repeat, &place.row) {
        return format!("Started as the name of another {}, but not entered:", repeat.item);
    }
    match case.interview.standing(place) {
        Standing::LeftOut => "Kept beside a question that the express path leaves out:".to_owned(),
        Standing::Waiting => {
            let gates = repeat.and_then(|repeat| repeat.when.as_ref()).into_iter().chain(&question.when);
            let deciding = gates.flat_map(Condition::questions).map(|id| near(case, id, place));
            let depends = told(case, deciding);
            format!("Parked for now: whether it applies depends on: {depends}.")
        }
        _ => match case.interview.why_out(place) {
            none if none.is_empty() => "Parked because it does not apply as the answers stand:".to_owned(),
            deciding => format!("Parked because of: {}.", told(case, deciding.into_iter())),
        },
    }
}

/// A question as it is asked near a place: in the same row, where it belongs to the same repeat.
fn near(case: &Case<'_>, id: &str, place: &Place) -> Place {
    let same = case.questionnaire().repeat_of(id) == case.questionnaire().repeat_of(&place.question);
    Place::new(id, place.row.as_deref().filter(|_| same))
}

/// Questions that decide, each with what was said to it.
fn told(case: &Case<'_>, deciding: impl Iterator<Item = Place>) -> String {
    deciding.map(|at| deciding_answer(case, &at)).collect::<Vec<_>>().join("; ")
}

/// A question that decides, with what was said to it.
fn deciding_answer(case: &Case<'_>, at: &Place) -> String {
    let of_rows = case.questionnaire().repeat_of(&at.question).is_some();
    let asked = Text::line(&crate::engine::ask(case.interview, at));
    let said = match (case.interview.standing(at), case.interview.state().answer(at)) {
        _ if of_rows && at.row.is_none() => "as answered for each".to_owned(),
        (Standing::Asked, Some(answer)) => {
            format!("“{}”", crate::engine::answer_words(case.interview, at, answer))
        }
        (Standing::Asked, None) => "not answered".to_owned(),
        (Standing::LeftOut, _) => "left out on the express path".to_owned(),
        (Standing::Waiting, _) => "not known yet whether it applies".to_owned(),
        (Standing::Out, _) => "does not apply either".to_owned(),
    };
    format!("{} ({said})", asked.as_str())
}
