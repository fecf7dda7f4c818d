//! What the answer in the field would change, in words.

use super::words::{count, percent};
use crate::engine::{Impact, impact};
use crate::model::{Act, Answer, Place};
use crate::tui::editor::Editor;
use crate::tui::model::Desk;

/// "Choosing this asks 6 more questions and raises 2 findings"; nothing where the field holds the answer already,
/// or where no more than the answer would change.
pub fn words(desk: &Desk, place: &Place, editor: &Editor) -> Option<String> {
    let subject = match editor {
        Editor::Pick(_) | Editor::Search(_) => "Choosing this",
        Editor::Tick(_) => "Ticking these",
        Editor::Field(_) | Editor::Page(_) | Editor::Rows(_) => return None,
    };
    let to = Answer::Value(editor.value().ok()??);
    if desk.interview.state().answer(place) == Some(&to) {
        return None;
    }
    let impact = impact(&desk.interview, &Act::Answer { at: place.clone(), to });
    (!impact.is_nothing()).then(|| sentence(subject, desk, &impact))
}

fn sentence(subject: &str, desk: &Desk, impact: &Impact) -> String {
    let answers = &desk.interview.state().answers;
    let parked = impact.disappear.iter().filter(|place| answers.contains_key(place)).count();
    let dropped = impact.disappear.len() - parked;
    let said = |number: usize, verb: &str, one: &str, many: &str| {
        (number > 0).then(|| format!("{verb} {}", count(number, one, many)))
    };
    let parts: Vec<String> = [
        said(impact.appear.len(), "asks", "more question", "more questions"),
        said(dropped, "skips", "question", "questions"),
        said(parked, "parks", "answer", "answers"),
        said(impact.start.len(), "raises", "finding", "findings"),
        match (impact.start.len(), impact.stop.len()) {
            (1.., settled @ 1..) => Some(format!("settles {settled}")),
            (_, settled) => said(settled, "settles", "finding", "findings"),
        },
    ]
    .into_iter()
    .flatten()
    .collect();
    let readiness = match (impact.before, impact.after) {
        (Some(before), Some(after)) if before != after => {
            // Joined by no-break spaces, so that the two numbers stay side by side.
            format!("; readiness {} → {}", percent(before), percent(after))
                .replace(" → ", "\u{a0}→\u{a0}")
                .replace(" %", "\u{a0}%")
        }
        _ => String::new(),
    };
    format!("{subject} {}{readiness}", joined(&parts))
}

/// "a, b and c".
fn joined(parts: &[String]) -> String {
    match parts {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        parts => parts.concat(),
    }
}
