//! Moving about, through the journal.
//!
//! What is to be written is worked out first, so that replaying it lands on the wanted step, and only when it is on disk
//! does the screen follow. The step on the screen is therefore always the one that a resumed session would open at.

use chrono::{DateTime, Utc};

use super::overlay;
use crate::engine::{Interview, Step};
use crate::model::{Act, Answer, Entry, Place, Share, Speaker, State, Subject};
use crate::tui::editor::{Editor, draft_place};
use crate::tui::keys::{Command, key_of};
use crate::tui::message::{Effect, Then};
use crate::tui::model::{Desk, Notice, Overlay};

/// Who writes into the journal, and when.
#[derive(Clone, Copy)]
pub struct Pen {
    /// Who.
    pub by: Speaker,
    /// When.
    pub at: DateTime<Utc>,
}

impl Pen {
    /// Acts as entries.
    pub fn entries(self, acts: &[Act]) -> Vec<Entry> {
        acts.iter().map(|act| Entry { at: self.at, by: self.by, act: act.clone() }).collect()
    }
}

/// Where to go once the acts are done.
#[derive(Clone, PartialEq)]
pub enum Go {
    /// The first open step behind this one, else the first open one, else the end.
    Onward,
    /// A step, or the end.
    To(Option<Step>),
}

/// What a message leads to, or why it leads to nothing.
pub type Outcome = Result<Option<Effect>, Notice>;

/// Does the acts at the step on the desk and goes on from there; no effect where nothing is to be written.
pub fn go(desk: &Desk, acts: &[Act], go: Go, pen: Pen) -> Option<Effect> {
    go_from(desk, desk.at.as_ref(), acts, go, pen, Then::GoOn)
}

/// [`go`], counted from another step.
pub fn go_from(
    desk: &Desk,
    from: Option<&Step>,
    acts: &[Act],
    go: Go,
    pen: Pen,
    then: Then,
) -> Option<Effect> {
    let mut entries = pen.entries(acts);
    let after = desk.with(&entries);
    let target = match go {
        Go::To(step) => step,
        Go::Onward => onward(&after, from),
    };
    if after.resume() != target.as_ref() {
        entries.extend(pen.entries(&[visit(target)]));
    }
    (!entries.is_empty()).then_some(Effect::Append(entries, then))
}

fn onward(after: &Interview, from: Option<&Step>) -> Option<Step> {
    let mut behind = after.steps().iter().skip_while(|step| Some(*step) != from).skip(1);
    behind.find(|step| after.is_open(step)).or_else(|| after.next()).cloned()
}

/// The effect of writing down that the person stands here, so that the journal knows who is speaking.
pub fn stand(desk: &Desk, pen: Pen) -> Effect {
    let mut acts = keep(desk);
    acts.push(visit(desk.at.clone()));
    Effect::Append(pen.entries(&acts), Then::GoOn)
}

/// The act of going to a step, or to the end.
pub fn visit(target: Option<Step>) -> Act {
    match target {
        Some(Step::Ask(place)) => Act::Visit { at: Some(place), repeat: None },
        Some(Step::Rows(repeat)) => Act::Visit { at: None, repeat: Some(repeat) },
        None => Act::Visit { at: None, repeat: None },
    }
}

/// Shift-Tab: the step before; what is half typed is kept as a draft.
pub fn back(desk: &Desk, pen: Pen) -> Outcome {
    let target = neighbour(desk, desk.interview.steps(), -1);
    if target.is_none() || target == desk.at {
        return Err(Notice::info("This is the first question"));
    }
    Ok(go(desk, &keep(desk), Go::To(target), pen))
}

/// The step so many places further on; the end lies behind the last one.
pub fn neighbour(desk: &Desk, steps: &[Step], by: isize) -> Option<Step> {
    let here = match &desk.at {
        Some(at) => steps.iter().position(|step| step == at)?,
        None => steps.len(),
    };
    steps.get(here.checked_add_signed(by).unwrap_or(0)).cloned()
}

/// Undo or redo, and go to where it happened.
pub fn rewind(desk: &Desk, act: &Act, pen: Pen) -> Outcome {
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
    let after = desk.with(&pen.entries(&acts));
    let target = where_it_happened(desk, &after).or_else(|| desk.at.clone());
    Ok(go(desk, &acts, Go::To(target), pen))
}

/// What is undone in the terms can't be seen at a question, so it is told.
pub fn told_of_terms(desk: &Desk, effect: Option<&Effect>) -> Option<Notice> {
    let Some(Effect::Append(entries, _)) = effect else { return None };
    let (now, after) = (desk.interview.state(), desk.with(entries));
    let then = after.state();
    let is_clause = |of: &Subject| matches!(of, Subject::Clause(_));
    let of_clauses = |state: &State| -> Vec<(Subject, Share)> {
        let marks = state.marks.iter().filter(|(of, _)| is_clause(of));
        marks.map(|(of, to)| (of.clone(), *to)).collect()
    };
    let changed = now.stands != then.stands || of_clauses(now) != of_clauses(then);
    let key = key_of(Command::Report);
    changed.then(|| Notice::info(format!("That was in the terms of the contract: {key}, then t shows them")))
}

/// The step whose answer, note or rows differ between the interview now and then.
fn where_it_happened(desk: &Desk, after: &Interview) -> Option<Step> {
    let (now, then) = (desk.interview.state(), after.state());
    let differs = |step: &&Step| match step {
        Step::Ask(place) => {
            now.answer(place) != then.answer(place)
                || now.notes.get(place) != then.notes.get(place)
                || marks_of(now, place) != marks_of(then, place)
        }
        Step::Rows(repeat) => {
            now.rows(repeat) != then.rows(repeat)
                || now.complete.contains(repeat) != then.complete.contains(repeat)
                || marks_of_rows(now, repeat) != marks_of_rows(then, repeat)
        }
    };
    after.steps().iter().chain(after.left_out()).find(differs).cloned()
}

/// To whom an answer and its note may be shown, where that was said.
fn marks_of(state: &State, place: &Place) -> [Option<Share>; 2] {
    [Subject::Answer(place.clone()), Subject::Note(place.clone())].map(|of| state.marks.get(&of).copied())
}

/// The same of the rows of a list.
fn marks_of_rows<'s>(state: &'s State, list: &str) -> Vec<(&'s Subject, &'s Share)> {
    let of_list = |subject: &Subject| matches!(subject, Subject::Row { repeat, .. } if repeat == list);
    state.marks.iter().filter(|(subject, _)| of_list(subject)).collect()
}

/// What is being typed, as a draft: so that no way of leaving a question loses it. A field that was emptied, or holds
/// only blanks, takes its answer back.
pub fn keep(desk: &Desk) -> Vec<Act> {
    let Some(at) = desk.at.as_ref().and_then(|step| draft_place(&desk.interview, step)) else {
        return Vec::new();
    };
    let state = desk.interview.state();
    let typed = desk.editor.as_ref().and_then(Editor::draft);
    let answered = state.answer(&at).and_then(Answer::value).is_some();
    let blank = |text: &String| text.trim().is_empty();
    let taken_back = (answered && typed.as_ref().is_some_and(blank)).then(|| Act::Clear { at: at.clone() });
    let text = typed.filter(|text| !blank(text)).unwrap_or_default();
    let kept = state.drafts.get(&at).map_or("", String::as_str);
    let draft = (text != kept).then_some(Act::Draft { at, text });
    taken_back.into_iter().chain(draft).collect()
}

/// What is kept where an answer without a value takes the place of what is in the field: words that were typed, but no
/// line that was merely chosen.
pub fn keep_words(desk: &Desk) -> Vec<Act> {
    match (&desk.editor, &desk.at) {
        (Some(Editor::Field(_) | Editor::Page(_)), _) => {
            keep(desk).into_iter().filter(|act| matches!(act, Act::Draft { .. })).collect()
        }
        (_, Some(Step::Ask(at))) if desk.interview.state().drafts.contains_key(at) => {
            vec![Act::Draft { at: at.clone(), text: String::new() }]
        }
        _ => Vec::new(),
    }
}

/// Whether the field holds something that Tab should save. What was kept from before beside “don't know” is no new
/// answer.
pub fn is_changed(desk: &Desk) -> bool {
    let Some(draft) = desk.editor.as_ref().and_then(Editor::draft) else { return false };
    let state = desk.interview.state();
    let of_before = |at| state.drafts.get(at) == Some(&draft);
    let no_value = |at| state.answer(at).is_some_and(|answer| answer.value().is_none());
    !desk.place().is_some_and(|at| no_value(at) && of_before(at))
}

/// The effect of leaving with everything kept; none where there is nothing to keep.
/// What is typed elsewhere comes as acts.
pub fn leave(desk: &Desk, typed: Vec<Act>, pen: Pen, then: Then) -> Option<Effect> {
    let mut acts = keep(desk);
    acts.extend(typed);
    if let Some(Overlay::Note(place, area)) = &desk.overlay {
        acts.extend(overlay::note(desk, place, area));
    }
    go_from(desk, desk.at.as_ref(), &acts, Go::To(desk.at.clone()), pen, then)
}

/// Entries are on disk: the desk follows them. What is said beside an answer leaves what is typed there alone.
pub fn take_in(desk: &mut Desk, entries: Vec<Entry>) {
    let beside = |entry: &Entry| matches!(entry.act, Act::Note { .. } | Act::Mark { .. } | Act::Stand { .. });
    let only_beside = entries.iter().all(beside);
    let a_note_is_marked =
        entries.iter().any(|entry| matches!(entry.act, Act::Mark { of: Subject::Note(_), .. }));
    desk.interview = desk.with(&entries);
    desk.session.entries.extend(entries);
    // A weight that was changed shows at once what it changes.
    desk.overlay = desk.overlay.take().filter(|overlay| match overlay {
        Overlay::Compare(_) => true,
        Overlay::Note(..) => a_note_is_marked,
        _ => false,
    });
    let at = desk.interview.resume().cloned();
    if at != desk.at || !only_beside {
        desk.editor = at.as_ref().map(|step| Editor::new(&desk.interview, step));
    }
    desk.at = at;
}
