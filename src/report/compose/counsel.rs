//! What the person could not say: for counsel to answer, and to find out.

use super::case::Case;
use super::sources;
use crate::engine::{FactOf, fill_for, law_to_find_out, told};
use crate::model::{Answer, Place};
use crate::report::document::{Block, Detail, Entry, Line, Run, Section, Text, Tone};

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let groups = [(Answer::AskCounsel, "For counsel"), (Answer::DontKnow, "Not known")];
    let parts = groups.iter().zip(1..).filter_map(|((wanted, title), number)| {
        let places = case.open().filter(|(_, answer)| *answer == wanted).map(|(place, _)| place);
        let entries: Vec<Entry> = places.map(|place| entry(case, place)).collect();
        (!entries.is_empty()).then(|| Section {
            anchor: format!("open-{number}"),
            title: Text::line(title),
            blocks: vec![Block::Entries(entries)],
            parts: Vec::new(),
        })
    });
    Section {
        anchor: "open".to_owned(),
        title: Text::line("Open questions for counsel"),
        blocks: Vec::new(),
        parts: parts.chain(law(case)).collect(),
    }
    .filled()
}

/// Points of law that the program knows nothing of, and on which findings depend.
fn law(case: &Case<'_>) -> Option<Section> {
    let lead = "Whether there are further findings depends on these points of law, on which this program holds nothing.";
    let known = &case.questionnaire().jurisdictions;
    let asked = |of: &FactOf| vec![Run::plain(&told(known, of, case.changed).asks)];
    let items: Vec<Line> = unknown_law(case).iter().map(asked).collect();
    (!items.is_empty()).then(|| Section {
        anchor: "open-law".to_owned(),
        title: Text::line("Law that is not known"),
        blocks: vec![Block::Paragraph(vec![Run::quiet(lead)]), Block::List { numbered: false, items }],
        parts: Vec::new(),
    })
}

/// Those of countries that the edition may name.
pub(super) fn unknown_law(case: &Case<'_>) -> Vec<FactOf> {
    law_to_find_out(case.interview).into_iter().filter(|of| case.tells_country(&of.country)).collect()
}

fn entry(case: &Case<'_>, place: &Place) -> Entry {
    let mut details = Vec::new();
    if let Some(question) = case.questionnaire().question(&place.question) {
        let why = Text::new(&fill_for(case.interview, &question.why, place));
        details.push(Detail::labelled("Why it matters", vec![Run::plain(why.as_str())]));
        details.extend(case.written(place));
        let sources = sources::cite(case, &question.source);
        details.push(Detail { label: Some("Source"), line: sources, tone: Tone::Remark });
    }
    let place_run = Run::link(case.whereabouts(place).as_str(), case.anchor(place));
    details.push(Detail::new(Tone::Remark, vec![place_run]));
    Entry { anchor: None, term: case.ask(place), details }
}
