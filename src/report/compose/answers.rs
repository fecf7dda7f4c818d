//! Every question that was asked, with its answer; and honestly those without one.

use super::case::Case;
use crate::engine::{Step, row_name};
use crate::model::{Given, Place, Repeat};
use crate::report::document::{Block, Detail, Entry, Line, Run, Section, Text, Tone};
use crate::report::edition::share_of_answer;

const PUT_TO_US: &str = "Questions that were put to us, with what we said: “you” in them means us.";

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    if case.is_for_the_other_side() {
        return shared(case);
    }
    let stages = 0..case.questionnaire().stages.len();
    Section {
        anchor: "answers".to_owned(),
        title: Text::line("Answers by stage"),
        blocks: Vec::new(),
        parts: stages.filter_map(|at| stage(case, at)).collect(),
    }
    .filled()
}

fn stage(case: &Case<'_>, at: usize) -> Option<Section> {
    let stage = case.questionnaire().stages.get(at)?;
    let within = |place: &&Place| case.questionnaire().stage_of(&place.question) == Some(at);
    let (in_rows, alone): (Vec<&Place>, Vec<&Place>) =
        case.interview.asked().filter(within).partition(|place| case.row(place).is_some());
    let usual = Usual::of(case, alone.iter().chain(&in_rows));
    let mut blocks: Vec<Block> = usual.iter().map(Usual::told).collect();
    blocks.extend(group(case, &alone, usual.as_ref()));
    blocks.extend(stage.repeats.iter().filter_map(|repeat| list(case, repeat)));
    let section = Section {
        anchor: format!("answers-{}", at + 1),
        title: Text::line(&stage.title),
        blocks,
        parts: rows(case, at, &in_rows, usual.as_ref()),
    };
    section.filled()
}

/// By whom and when answers were given, to be told once.
struct Usual {
    origin: String,
    /// Whether that is so of all of them.
    all: bool,
}

impl Usual {
    fn of<'p>(case: &Case<'_>, places: impl Iterator<Item = &'p &'p Place>) -> Option<Self> {
        let mut known: Vec<(String, usize)> = Vec::new();
        for given in places.filter_map(|place| case.interview.state().answers.get(place)) {
            let origin = origin(given);
            match known.iter_mut().find(|(of, _)| *of == origin) {
                Some((_, number)) => *number += 1,
                None => known.push((origin, 1)),
            }
        }
        let all = known.len() == 1;
        // Of equals the first is taken: `max_by_key` gives the last.
        let (origin, _) = known.into_iter().rev().max_by_key(|(_, number)| *number)?;
        Some(Self { origin, all })
    }

    fn told(&self) -> Block {
        let unless = if self.all { "" } else { ", unless noted otherwise" };
        let words = format!("Answered by: {}{unless}.", self.origin);
        Block::Paragraph(vec![Run::quiet(&words)])
    }
}

/// One part per row, in the order in which the rows were named.
fn rows(case: &Case<'_>, stage: usize, places: &[&Place], usual: Option<&Usual>) -> Vec<Section> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for row in places.iter().filter_map(|place| case.row(place)) {
        if !names.contains(&row) {
            names.push(row);
        }
    }
    let parts = names.iter().zip(1..).map(|(name, number)| {
        let of_row: Vec<&Place> =
            places.iter().copied().filter(|place| case.row(place) == Some(*name)).collect();
        Section {
            anchor: format!("answers-{}-row-{number}", stage + 1),
            title: Text::line(&row_name(case.interview, name.0, name.1)),
            blocks: group(case, &of_row, usual),
            parts: Vec::new(),
        }
    });
    parts.collect()
}

/// Where the list of rows is empty or may still grow, word of it.
fn list(case: &Case<'_>, repeat: &Repeat) -> Option<Block> {
    let id = &repeat.id.value;
    let step = case.interview.steps().iter().find(|step| **step == Step::Rows(id.clone()))?;
    let item = &repeat.item;
    let words = match (case.interview.state().rows(id).is_empty(), case.interview.is_open(step)) {
        (true, true) => format!("No {item} is listed yet."),
        (true, false) => format!("No {item} was named."),
        (false, true) => format!("The list “{item}” is not complete yet: more may be added."),
        (false, false) => return None,
    };
    Some(Block::Paragraph(vec![Run::quiet(&words)]))
}

/// Questions with something said or written, then those with nothing.
fn group(case: &Case<'_>, places: &[&Place], usual: Option<&Usual>) -> Vec<Block> {
    let entries = places.iter().map(|place| (place, entry(case, place, usual)));
    let (told, untold): (Vec<_>, Vec<_>) = entries.partition(|(_, entry)| !entry.details.is_empty());
    let mut blocks = Vec::new();
    if !told.is_empty() {
        blocks.push(Block::Entries(
            told.into_iter().map(|(place, entry)| marked(case, place, entry)).collect(),
        ));
    }
    if !untold.is_empty() {
        blocks.push(Block::Paragraph(vec![Run::quiet("Not answered yet:")]));
        let items: Vec<Line> =
            untold.iter().map(|(_, entry)| vec![Run::plain(entry.term.as_str())]).collect();
        blocks.push(Block::List { numbered: false, items });
    }
    blocks
}

fn entry(case: &Case<'_>, place: &Place, usual: Option<&Usual>) -> Entry {
    let given = case.interview.state().answers.get(place);
    let mut details: Vec<Detail> = given.map(|given| case.answer(place, &given.answer)).into_iter().collect();
    details.extend(case.written(place));
    let circle = share_of_answer(case.questionnaire(), case.interview.state(), place);
    let circle = circle.filter(|_| given.is_some()).map(|share| share.name().to_owned());
    let unusual = given.map(origin).filter(|origin| usual.is_none_or(|usual| usual.origin != *origin));
    let remarks: Vec<String> = unusual.into_iter().chain(circle).collect();
    if !remarks.is_empty() {
        details.push(Detail::new(Tone::Remark, vec![Run::plain(&remarks.join(", "))]));
    }
    Entry { anchor: Some(case.anchor(place)), term: case.ask(place), details }
}

/// An entry with something written but no answer says so first.
fn marked(case: &Case<'_>, place: &Place, mut entry: Entry) -> Entry {
    if !case.interview.state().answers.contains_key(place) {
        entry.details.insert(0, Detail::new(Tone::Missing, vec![Run::plain("Not answered yet")]));
    }
    entry
}

/// What the other side may read: answers and notes without who gave them and when, and no word of what is not said.
fn shared(case: &Case<'_>) -> Option<Section> {
    let entries = case.interview.asked().filter_map(|place| {
        let answer = case.interview.state().answer(place).filter(|answer| answer.value().is_some());
        let said = answer
            .filter(|_| case.tells(place) && !is_their_name(case, place))
            .map(|answer| case.answer(place, answer));
        let details: Vec<Detail> = said.into_iter().chain(case.written(place)).collect();
        let asked = Entry { anchor: Some(case.anchor(place)), term: case.ask(place), details };
        (!asked.details.is_empty()).then_some(asked)
    });
    let entries: Vec<Entry> = entries.collect();
    (!entries.is_empty()).then(|| Section {
        anchor: "answers".to_owned(),
        title: Text::line("What we share with you"),
        blocks: vec![Block::Paragraph(vec![Run::quiet(PUT_TO_US)]), Block::Entries(entries)],
        parts: Vec::new(),
    })
}

/// Whether it asks for the name of the one for whom the edition is made, which the cover has.
fn is_their_name(case: &Case<'_>, place: &Place) -> bool {
    case.questionnaire().counterparts().is_some_and(|repeat| repeat.label.value == place.question)
}

/// Who gave an answer, and when.
pub(super) fn origin(given: &Given) -> String {
    format!("{}, {}", given.by.name(), given.at.format("%-d %B %Y"))
}
