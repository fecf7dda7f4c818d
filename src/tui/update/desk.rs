//! The interview: entering answers and moving about.
//!
//! Every move goes through the journal: what is to be written is worked out first, so that replaying it lands on
//! the wanted step, and only when it is on disk does the screen follow. The step on the screen is therefore
//! always the one a resumed session would open at.

use chrono::{DateTime, Utc};
use crossterm::event::{KeyCode, KeyEvent};

use super::overlay;
use crate::engine::{Step, accept};
use crate::model::{Act, Answer, Entry, Place, Speaker, Value};
use crate::text::clean;
use crate::tui::editor::{Editor, Reaction, RowLine, RowList, area, draft_place};
use crate::tui::keys::Command;
use crate::tui::message::{Effect, Message, Then};
use crate::tui::model::{Desk, Filter, Jump, Model, Notice, Overlay, Review, Screen};

/// Where to go once the acts are done.
#[derive(Clone, PartialEq)]
pub enum Go {
    /// The first open step behind this one, else the first open one, else the end.
    Onward,
    /// A step, or the end.
    To(Option<Step>),
}

pub fn update(model: &mut Model, message: Message, now: DateTime<Utc>) -> Option<Effect> {
    let Screen::Desk(desk) = &mut model.screen else { return None };
    let speaker = model.speaker;
    let outcome = match message {
        Message::Command(Command::Leave) if desk.overlay.is_some() => overlay::close(desk, speaker, now),
        message if desk.overlay.is_some() => overlay::update(desk, message, speaker, now),
        Message::Command(Command::Speaker) => {
            model.speaker = match speaker {
                Speaker::Client => Speaker::Counsel,
                Speaker::Counsel => Speaker::Client,
            };
            Err(Notice::info(format!("Answers are now given as {}", model.speaker.name())))
        }
        Message::Command(command) => on_command(desk, command, speaker, now),
        Message::Paste(text) => {
            desk.editor.iter_mut().for_each(|editor| editor.paste(&text));
            Ok(None)
        }
        Message::Type(key) => on_key(desk, key, speaker, now),
        _ => Ok(None),
    };
    outcome.unwrap_or_else(|notice| {
        model.notice = Some(notice);
        None
    })
}

/// What a message leads to, or why it leads to nothing.
pub type Outcome = Result<Option<Effect>, Notice>;

fn on_command(desk: &mut Desk, command: Command, by: Speaker, now: DateTime<Utc>) -> Outcome {
    match command {
        Command::Forward => forward(desk, by, now),
        Command::Back => back(desk, by, now),
        Command::Undo => rewind(desk, &Act::Undo, by, now),
        Command::Redo => rewind(desk, &Act::Redo, by, now),
        Command::Leave => Ok(leave(desk, by, now, Then::Home).or(Some(Effect::List))),
        Command::Report => Ok(Some(Effect::Report(None))),
        command => {
            desk.overlay = open_overlay(desk, command)?;
            Ok(None)
        }
    }
}

fn open_overlay(desk: &Desk, command: Command) -> Result<Option<Overlay>, Notice> {
    let question =
        || desk.place().cloned().ok_or_else(|| Notice::info("There is no question here to say that of"));
    Ok(Some(match command {
        Command::Help => Overlay::Help(0),
        Command::Note => {
            let place = question()?;
            let text = desk.interview.state().notes.get(&place).map_or("", String::as_str);
            Overlay::Note(place, Box::new(area(&clean(text))))
        }
        Command::State => question().map(|_| Overlay::State(0))?,
        Command::Findings if desk.interview.findings().is_empty() => {
            return Err(Notice::info("No findings so far"));
        }
        Command::Findings => Overlay::Findings(0),
        Command::Review => {
            let unanswered = desk.interview.unanswered().next().is_some();
            let filter = if unanswered { Filter::Unanswered } else { Filter::All };
            Overlay::Review(Review { filter, selected: 0 })
        }
        Command::Context => Overlay::Context(0),
        Command::Jump => {
            let mut jump = Jump::default();
            overlay::match_steps(desk, &mut jump);
            Overlay::Jump(jump)
        }
        _ => return Ok(None),
    }))
}

fn on_key(desk: &mut Desk, key: KeyEvent, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let Some(editor) = &mut desk.editor else { return Ok(None) };
    if let Editor::Rows(list) = editor
        && key.code == KeyCode::Delete
        && let Some(RowLine::Row(at)) = list.line()
    {
        desk.overlay = Some(Overlay::Remove(list.repeat.clone(), list.rows[at].id.clone()));
        return Ok(None);
    }
    match editor.key(key) {
        Reaction::Stay => Ok(None),
        Reaction::Submit => submit(desk, by, now),
    }
}

/// Enter: save and go on to the next open question.
fn submit(desk: &Desk, by: Speaker, now: DateTime<Utc>) -> Outcome {
    match &desk.editor {
        Some(Editor::Rows(list)) => submit_row(desk, list, by, now),
        Some(editor) => {
            let entered = editor.value().map_err(Notice::problem)?;
            match (entered, desk.place().and_then(|place| desk.interview.state().answer(place))) {
                (None, None) => {
                    Err(Notice::info("Nothing is answered yet. F3 if you don't know; Tab to go on without"))
                }
                // An answer that is no value stays as it is until a value replaces it.
                (None, Some(Answer::Value(_))) => clear(desk, by, now),
                (None, Some(_)) => Ok(go(desk, Vec::new(), &Go::Onward, by, now, Then::GoOn)),
                (Some(value), given) => {
                    let acts = if given == Some(&Answer::Value(value.clone())) {
                        Vec::new()
                    } else {
                        answer(desk, value)?
                    };
                    Ok(go(desk, acts, &Go::Onward, by, now, Then::GoOn))
                }
            }
        }
        None => Ok(None),
    }
}

/// A field that was emptied takes its answer back, and stays there to be seen.
fn clear(desk: &Desk, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let Some(place) = desk.place() else { return Ok(None) };
    let acts = vec![Act::Clear { at: place.clone() }];
    Ok(go(desk, acts, &Go::To(desk.at.clone()), by, now, Then::GoOn))
}

/// The act of answering the question on the desk.
fn answer(desk: &Desk, value: Value) -> Result<Vec<Act>, Notice> {
    let Some(place) = desk.place() else { return Ok(Vec::new()) };
    let act = Act::Answer { at: place.clone(), to: Answer::Value(value) };
    accept(&desk.interview, &act).map_err(|refusal| Notice::problem(refusal.to_string()))?;
    Ok(vec![act])
}

/// Enter in a list of rows: into a row, another row, or no more.
fn submit_row(desk: &Desk, list: &RowList, by: Speaker, now: DateTime<Utc>) -> Outcome {
    match list.line() {
        Some(RowLine::Row(at)) => {
            let first = desk.interview.steps().iter().find(
                |step| matches!(step, Step::Ask(place) if place.row.as_deref() == Some(&list.rows[at].id)),
            );
            Ok(first.and_then(|step| go(desk, Vec::new(), &Go::To(Some(step.clone())), by, now, Then::GoOn)))
        }
        Some(RowLine::Name) => add_row(desk, list, by, now),
        Some(RowLine::Done) => {
            let act = Act::Complete { repeat: list.repeat.clone(), complete: true };
            let acts = if list.complete { Vec::new() } else { vec![act] };
            Ok(go(desk, acts, &Go::Onward, by, now, Then::GoOn))
        }
        None => Ok(None),
    }
}

fn add_row(desk: &Desk, list: &RowList, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let Some(name) = list.name() else {
        return Err(Notice::info(format!("Type a name for the {}, then Enter", list.item)));
    };
    let questionnaire = desk.interview.questionnaire();
    let Some(repeat) = questionnaire.repeat(&list.repeat) else { return Ok(None) };
    let row = fresh_row(desk, &list.repeat);
    let at = Place::new(&repeat.label.value, Some(&row));
    let mut acts = Vec::new();
    if list.complete {
        acts.push(Act::Complete { repeat: list.repeat.clone(), complete: false });
    }
    acts.push(Act::Answer { at: at.clone(), to: Answer::Value(Value::Text(name)) });
    Ok(go_from(desk, Some(&Step::Ask(at)), acts, &Go::Onward, by, now, Then::GoOn))
}

/// The repeat's first letter with the next number: ids are never used twice.
fn fresh_row(desk: &Desk, repeat: &str) -> String {
    let letter = repeat.chars().next().unwrap_or('r');
    let used = &desk.interview.state().used;
    let free = |id: &String| !used.contains(&(repeat.to_owned(), id.clone()));
    (1..).map(|number: usize| format!("{letter}{number}")).find(free).unwrap_or_default()
}

/// Tab: save what is entered, or keep it as a draft, and go to the next step in order.
fn forward(desk: &Desk, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let entered = desk.editor.as_ref().map_or(Ok(None), Editor::value);
    let changed = desk.editor.as_ref().is_some_and(|editor| editor.draft().is_some());
    let acts = match entered {
        Ok(Some(value)) if changed => answer(desk, value)?,
        Err(complaint) if changed => return Err(Notice::problem(complaint)),
        _ => keep(desk),
    };
    let after = desk.with(&stamped(&acts, by, now));
    Ok(go(desk, acts, &Go::To(neighbour(desk, after.steps(), 1)), by, now, Then::GoOn))
}

/// Shift-Tab: the step before; what is half typed is kept as a draft.
fn back(desk: &Desk, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let target = neighbour(desk, desk.interview.steps(), -1);
    if target.is_none() || target == desk.at {
        return Err(Notice::info("This is the first question"));
    }
    Ok(go(desk, keep(desk), &Go::To(target), by, now, Then::GoOn))
}

/// The step so many places further on; the end lies behind the last one.
fn neighbour(desk: &Desk, steps: &[Step], by: isize) -> Option<Step> {
    let here = match &desk.at {
        Some(at) => steps.iter().position(|step| step == at)?,
        None => steps.len(),
    };
    steps.get(here.checked_add_signed(by).unwrap_or(0)).cloned()
}

/// Undo or redo, and go to where it happened.
fn rewind(desk: &Desk, act: &Act, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let state = desk.interview.state();
    let (left, nothing) = match act {
        Act::Undo => (state.undoable, "There is nothing to undo"),
        _ => (state.redoable, "There is nothing to redo"),
    };
    if left == 0 {
        return Err(Notice::info(nothing));
    }
    let mut acts = keep(desk);
    acts.push(act.clone());
    let after = desk.with(&stamped(&acts, by, now));
    let target = where_it_happened(desk, &after).or_else(|| desk.at.clone());
    Ok(go(desk, acts, &Go::To(target), by, now, Then::GoOn))
}

/// The step whose answer, note or rows differ between the interview now and then.
fn where_it_happened(desk: &Desk, after: &crate::engine::Interview) -> Option<Step> {
    let (now, then) = (desk.interview.state(), after.state());
    let differs = |step: &&Step| match step {
        Step::Ask(place) => {
            now.answer(place) != then.answer(place) || now.notes.get(place) != then.notes.get(place)
        }
        Step::Rows(repeat) => {
            now.rows(repeat) != then.rows(repeat)
                || now.complete.contains(repeat) != then.complete.contains(repeat)
        }
    };
    after.steps().iter().find(differs).cloned()
}

/// What is being typed, as a draft: so that no way of leaving a question loses it.
pub fn keep(desk: &Desk) -> Vec<Act> {
    let Some(at) = desk.at.as_ref().and_then(|step| draft_place(&desk.interview, step)) else {
        return Vec::new();
    };
    let typed = desk.editor.as_ref().and_then(Editor::draft).unwrap_or_default();
    let kept = desk.interview.state().drafts.get(&at).map_or("", String::as_str);
    if typed == kept { Vec::new() } else { vec![Act::Draft { at, text: typed }] }
}

/// The effect of leaving with everything kept; none where there is nothing to keep.
pub fn leave(desk: &Desk, by: Speaker, now: DateTime<Utc>, then: Then) -> Option<Effect> {
    let mut acts = keep(desk);
    if let Some(Overlay::Note(place, area)) = &desk.overlay {
        acts.extend(overlay::note(desk, place, area));
    }
    go(desk, acts, &Go::To(desk.at.clone()), by, now, then)
}

/// The effect of doing those acts at the step on the desk and going on; none where nothing is to be written.
pub fn go(
    desk: &Desk,
    acts: Vec<Act>,
    go: &Go,
    by: Speaker,
    now: DateTime<Utc>,
    then: Then,
) -> Option<Effect> {
    go_from(desk, desk.at.as_ref(), acts, go, by, now, then)
}

/// [`go`], counted from another step.
fn go_from(
    desk: &Desk,
    from: Option<&Step>,
    acts: Vec<Act>,
    go: &Go,
    by: Speaker,
    now: DateTime<Utc>,
    then: Then,
) -> Option<Effect> {
    let mut entries = stamped(&acts, by, now);
    let after = desk.with(&entries);
    let target = match go {
        Go::To(step) => step.clone(),
        Go::Onward => {
            let behind = after.steps().iter().skip_while(|step| Some(*step) != from).skip(1);
            let open = |step: &&Step| after.is_open(step);
            behind.clone().find(open).or_else(|| after.next()).cloned()
        }
    };
    if after.resume() != target.as_ref() {
        entries.extend(stamped(&[visit(target)], by, now));
    }
    (!entries.is_empty()).then_some(Effect::Append(entries, then))
}

fn visit(target: Option<Step>) -> Act {
    match target {
        Some(Step::Ask(place)) => Act::Visit { at: Some(place), repeat: None },
        Some(Step::Rows(repeat)) => Act::Visit { at: None, repeat: Some(repeat) },
        None => Act::Visit { at: None, repeat: None },
    }
}

fn stamped(acts: &[Act], by: Speaker, at: DateTime<Utc>) -> Vec<Entry> {
    acts.iter().map(|act| Entry { at, by, act: act.clone() }).collect()
}

/// Entries are on disk: the desk follows them. A field that they don't touch keeps what is typed in it.
pub fn take_in(desk: &mut Desk, entries: Vec<Entry>) {
    let untouched = entries.iter().all(|entry| matches!(entry.act, Act::Note { .. }));
    desk.interview = desk.with(&entries);
    desk.session.entries.extend(entries);
    let at = desk.interview.resume().cloned();
    if at != desk.at || !untouched {
        desk.editor = at.as_ref().map(|step| Editor::new(&desk.interview, step));
        desk.overlay = None;
    }
    desk.at = at;
}
