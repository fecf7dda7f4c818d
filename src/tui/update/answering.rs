//! What is entered in a field, as acts: answers, rows, lists that are complete.

use super::journey::{Go, Outcome, Pen, go, go_from, is_changed, keep, neighbour, visit};
use crate::engine::{Step, accept};
use crate::model::{Act, Answer, Place, Value};
use crate::tui::editor::{Editor, RowLine, RowList};
use crate::tui::message::Then;
use crate::tui::model::{Desk, Notice};

/// Enter: save and go on to the next open question.
pub fn submit(desk: &Desk, pen: Pen) -> Outcome {
    match &desk.editor {
        Some(Editor::Rows(list)) => submit_row(desk, list, pen),
        Some(editor) => {
            let entered = editor.value().map_err(Notice::problem)?;
            match (entered, desk.place().and_then(|place| desk.interview.state().answer(place))) {
                (None, None) => {
                    Err(Notice::info("Nothing is answered yet. F3 if you don't know; Tab to go on without"))
                }
                // A field that was emptied takes its answer back, and stays there to be seen.
                (None, Some(Answer::Value(_))) => Ok(go(desk, &keep(desk), Go::To(desk.at.clone()), pen)),
                // An answer that is no value stays as it is until a value replaces it.
                (None, Some(_)) => Ok(go(desk, &keep(desk), Go::Onward, pen)),
                (Some(value), given) => {
                    let acts = if given == Some(&Answer::Value(value.clone())) {
                        Vec::new()
                    } else {
                        answer(desk, value)?
                    };
                    Ok(go(desk, &acts, Go::Onward, pen))
                }
            }
        }
        None => Ok(None),
    }
}

/// The act of answering the question on the desk.
fn answer(desk: &Desk, value: Value) -> Result<Vec<Act>, Notice> {
    let Some(place) = desk.place() else { return Ok(Vec::new()) };
    let act = Act::Answer { at: place.clone(), to: Answer::Value(value) };
    accept(&desk.interview, &act).map_err(|refusal| Notice::problem(refusal.to_string()))?;
    Ok(vec![act])
}

/// Enter in a list of rows: into a row, another row, or no more.
fn submit_row(desk: &Desk, list: &RowList, pen: Pen) -> Outcome {
    match list.line() {
        Some(RowLine::Row(at)) => {
            let first = desk.interview.asked().find(|place| {
                desk.interview.questionnaire().repeat_of(&place.question) == Some(&list.repeat)
                    && place.row.as_deref() == Some(&list.rows[at].id)
            });
            Ok(first.and_then(|place| go(desk, &keep(desk), Go::To(Some(Step::Ask(place.clone()))), pen)))
        }
        Some(RowLine::Name) => add_row(desk, list, pen),
        Some(RowLine::Done) if list.name().is_some() => {
            let name = list.name().unwrap_or_default();
            Err(Notice::info(format!("“{name}” is not added yet: Enter on its line adds it; or erase it")))
        }
        Some(RowLine::Done) => {
            let act = Act::Complete { repeat: list.repeat.clone(), complete: true };
            let acts = if list.complete { Vec::new() } else { vec![act] };
            Ok(go(desk, &acts, Go::Onward, pen))
        }
        None => Ok(None),
    }
}

fn add_row(desk: &Desk, list: &RowList, pen: Pen) -> Outcome {
    let Some(name) = list.name() else {
        return Err(Notice::info(format!("Type a name for the {}, then Enter", list.item)));
    };
    let questionnaire = desk.interview.questionnaire();
    let Some(repeat) = questionnaire.repeat(&list.repeat) else { return Ok(None) };
    let row = fresh_row(desk, &list.repeat);
    let at = Place::new(&repeat.label.value, Some(&row));
    let acts = [Act::Answer { at: at.clone(), to: Answer::Value(Value::Text(name)) }];
    Ok(go_from(desk, Some(&Step::Ask(at)), &acts, Go::Onward, pen, Then::GoOn))
}

/// The repeat's first letter with the next number: ids are never used twice.
fn fresh_row(desk: &Desk, repeat: &str) -> String {
    let letter = repeat.chars().next().unwrap_or('r');
    let used = &desk.interview.state().used;
    let mut number = 1;
    loop {
        let id = (repeat.to_owned(), format!("{letter}{number}"));
        if !used.contains(&id) {
            return id.1;
        }
        number += 1;
    }
}

/// Tab: save what is entered, or keep it as a draft, and go to the next step in order.
pub fn forward(desk: &Desk, pen: Pen) -> Outcome {
    let entered = desk.editor.as_ref().map_or(Ok(None), Editor::value);
    let changed = is_changed(desk);
    let acts = match entered {
        Ok(Some(value)) if changed => answer(desk, value)?,
        Err(complaint) if changed => return Err(Notice::problem(complaint)),
        _ => keep(desk),
    };
    // The next step is counted from here, also where the express path would not stop.
    let here = [acts.as_slice(), &[visit(desk.at.clone())]].concat();
    let after = desk.with(&pen.entries(&here));
    Ok(go(desk, &acts, Go::To(neighbour(desk, after.steps(), 1)), pen))
}
