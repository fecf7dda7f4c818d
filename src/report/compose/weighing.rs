//! What speaks for and against the options of a question.

use super::case::Case;
use super::reason::{Reason, Spelled};
use crate::engine::{Argument, Weighed};
use crate::model::{Opt, Place, Side};
use crate::report::document::{Block, Run, Section, Text};
use crate::text::{capital, count};

pub(super) fn section(case: &Case<'_>) -> Option<Section> {
    let lead = "What your own answers say for and against each option. They are reasons to weigh, not a score: one of \
                them may outweigh all others.";
    let parts: Vec<Section> =
        case.weighed().zip(1..).map(|(weighed, number)| part(case, &weighed, number)).collect();
    (!parts.is_empty()).then(|| Section {
        anchor: "options".to_owned(),
        title: Text::line("Options weighed"),
        blocks: vec![Block::Paragraph(vec![Run::quiet(lead)])],
        parts,
    })
}

fn part(case: &Case<'_>, weighed: &Weighed<'_>, number: usize) -> Section {
    let mut spelled = Spelled::default();
    let options = weighed.options().iter().zip(1..);
    Section {
        anchor: format!("options-{number}"),
        title: Text::line(&weighed.weighing.title.value),
        blocks: Vec::new(),
        parts: options
            .filter_map(|(one, at)| {
                option(case, weighed, one, format!("options-{number}-{at}"), &mut spelled)
            })
            .collect(),
    }
}

/// An option that no argument speaks of, such as "not decided yet", is left out unless it is the answer.
fn option(
    case: &Case<'_>,
    weighed: &Weighed<'_>,
    option: &Opt,
    anchor: String,
    spelled: &mut Spelled,
) -> Option<Section> {
    let id = option.id.value.as_str();
    let is_told = case.tells(&Place::new(weighed.question.id.value.as_str(), None));
    let is_chosen = is_told && weighed.is_chosen(id);
    let chosen = if is_chosen { " (your answer)" } else { "" };
    let mut blocks: Vec<Block> =
        Side::BOTH.into_iter().flat_map(|side| side_of(case, weighed, id, side, spelled)).collect();
    if blocks.is_empty() && weighed.open(id) == 0 && !is_chosen {
        return None;
    }
    if blocks.is_empty() {
        blocks.push(quiet("Nothing in these answers speaks for it or against it."));
    }
    match weighed.open(id) {
        0 => {}
        open => {
            let further = capital(&count(open, "further argument depends", "further arguments depend"));
            blocks.push(quiet(&format!("{further} on answers or law not known yet.")));
        }
    }
    Some(Section {
        anchor,
        title: Text::line(&format!("{}{chosen}", option.label.value)),
        blocks,
        parts: Vec::new(),
    })
}

fn side_of(
    case: &Case<'_>,
    weighed: &Weighed<'_>,
    option: &str,
    side: Side,
    spelled: &mut Spelled,
) -> Vec<Block> {
    let name = match side {
        Side::For => "For",
        Side::Against => "Against",
    };
    let items: Vec<_> = weighed.of(option, side).map(|argument| reason(case, argument, spelled)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Paragraph(vec![Run::strong(name)]), Block::List { numbered: false, items }]
}

fn reason(case: &Case<'_>, argument: &Argument<'_>, spelled: &mut Spelled) -> Vec<Run> {
    let says = argument.says(case.interview);
    let reason = Reason {
        lead: None,
        says: &says,
        rests: "Based on",
        places: &argument.evidence,
        facts: &argument.facts,
        source: &argument.point.source,
    };
    reason.line(case, spelled)
}

fn quiet(words: &str) -> Block {
    Block::Paragraph(vec![Run::quiet(words)])
}
