//! What lies over the question: help, note, states, findings, review, jump, context, comparison, taking a row out.

mod compare;

use crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui_textarea::TextArea;
use tui_input::backend::crossterm::EventHandler;

use super::journey::{Go, Outcome, Pen, go, keep, keep_words};
use super::marking;
use crate::engine::{Step, ask, row_name};
use crate::model::{Act, Place};
use crate::text::{clean, clean_line};
use crate::tui::editor::insert;
use crate::tui::keys::Command;
use crate::tui::matching::best;
use crate::tui::message::{Effect, Message, Then};
use crate::tui::model::{Desk, Filter, Jump, Notice, Overlay, Review, STATES};

/// Lines that a page key moves.
const PAGE: usize = 10;

pub fn update(desk: &mut Desk, message: Message, pen: Pen) -> Outcome {
    match message {
        Message::Type(KeyEvent { code: KeyCode::Esc, .. }) => Ok(close(desk, pen)),
        Message::Command(Command::Mark) => Ok(marking::the_note(desk, pen)),
        Message::Command(command) => Ok(on_command(desk, command, pen)),
        Message::Paste(text) => {
            paste(desk, &text);
            Ok(None)
        }
        Message::Type(key) => on_key(desk, key, pen),
        _ => Ok(None),
    }
}

/// Takes the overlay away. A note is saved, not thrown away: a person who wants the old one has undo.
pub fn close(desk: &mut Desk, pen: Pen) -> Option<Effect> {
    let Some(Overlay::Note(place, area)) = desk.overlay.take() else { return None };
    let act = note(desk, &place, &area)?;
    let saved = go(desk, &[act], Go::To(desk.at.clone()), pen);
    // If it can't be saved the person must still have it before them.
    desk.overlay = Some(Overlay::Note(place, area));
    saved
}

/// The act of saving a note; none where it did not change.
pub fn note(desk: &Desk, place: &Place, area: &TextArea<'static>) -> Option<Act> {
    let text = clean(&area.lines().join("\n")).trim_end().to_owned();
    let before = desk.interview.state().notes.get(place).map_or("", String::as_str);
    (text != before).then(|| Act::Note { at: place.clone(), text })
}

/// The key that opened an overlay closes it; back and forward change the tab of a review.
fn on_command(desk: &mut Desk, command: Command, pen: Pen) -> Option<Effect> {
    let opened_by = match &desk.overlay {
        Some(Overlay::Help(_)) => Command::Help,
        Some(Overlay::Note(..)) => Command::Note,
        Some(Overlay::State(_)) => Command::State,
        Some(Overlay::Findings { .. }) => Command::Findings,
        Some(Overlay::Review(_)) => Command::Review,
        Some(Overlay::Jump(_)) => Command::Jump,
        Some(Overlay::Context(_)) => Command::Context,
        Some(Overlay::Impact(_)) => Command::Impact,
        Some(Overlay::Compare(_)) => Command::Compare,
        Some(Overlay::Remove(..)) | None => Command::Leave,
    };
    match (&mut desk.overlay, command) {
        (_, command) if command == opened_by => close(desk, pen),
        (Some(Overlay::Review(review)), Command::Forward) => turn(review, 1),
        (Some(Overlay::Review(review)), Command::Back) => turn(review, Filter::ALL.len() - 1),
        (Some(Overlay::Note(_, area)), Command::Undo) => {
            area.undo();
            None
        }
        (Some(Overlay::Note(_, area)), Command::Redo) => {
            area.redo();
            None
        }
        (Some(Overlay::Note(..)), Command::Forward) => close(desk, pen),
        _ => None,
    }
}

fn turn(review: &mut Review, by: usize) -> Option<Effect> {
    let at = Filter::ALL.iter().position(|filter| *filter == review.filter).unwrap_or(0);
    *review = Review { filter: Filter::ALL[(at + by) % Filter::ALL.len()], selected: 0 };
    None
}

fn paste(desk: &mut Desk, text: &str) {
    let mut overlay = desk.overlay.take();
    match &mut overlay {
        Some(Overlay::Note(_, area)) => {
            area.insert_str(text);
        }
        Some(Overlay::Jump(jump)) => {
            insert(&mut jump.input, &clean_line(text));
            match_steps(desk, jump);
        }
        _ => {}
    }
    desk.overlay = overlay;
}

fn on_key(desk: &mut Desk, key: KeyEvent, pen: Pen) -> Outcome {
    let Some(mut overlay) = desk.overlay.take() else { return Ok(None) };
    let outcome = match &mut overlay {
        Overlay::Help(scroll) | Overlay::Context(scroll) | Overlay::Impact(scroll)
            if key.code != KeyCode::Enter =>
        {
            *scroll = moved(*scroll, key.code, usize::MAX);
            Ok(None)
        }
        Overlay::Help(_) | Overlay::Context(_) | Overlay::Impact(_) => return Ok(None),
        Overlay::Note(_, area) => {
            area.input(key);
            Ok(None)
        }
        Overlay::State(line) => state(desk, line, key, pen),
        Overlay::Findings { chosen, scrolled } => Ok(findings(desk, (chosen, scrolled), key, pen)),
        Overlay::Review(review) => self::review(desk, review, key, pen),
        Overlay::Jump(jump) => Ok(self::jump(desk, jump, key, pen)),
        Overlay::Compare(beside) => compare::key(desk, beside, key, pen),
        Overlay::Remove(repeat, row) => match key.code {
            KeyCode::Char('y' | 'Y') => Ok(remove(desk, repeat, row, pen)),
            KeyCode::Char('n' | 'N') => return Ok(None),
            _ => Ok(None),
        },
    };
    // What is chosen stays on the screen until it is on disk; then `take_in` clears it.
    desk.overlay = Some(overlay);
    outcome
}

/// A line number moved by a key, at most `last`.
fn moved(at: usize, code: KeyCode, last: usize) -> usize {
    match code {
        KeyCode::Up => at.saturating_sub(1),
        KeyCode::Down => at.saturating_add(1).min(last),
        KeyCode::PageUp => at.saturating_sub(PAGE),
        KeyCode::PageDown => at.saturating_add(PAGE).min(last),
        KeyCode::Home => 0,
        KeyCode::End if last < usize::MAX => last,
        _ => at,
    }
}

fn state(desk: &Desk, line: &mut usize, key: KeyEvent, pen: Pen) -> Outcome {
    if let KeyCode::Char(c) = key.code {
        let number = c.to_digit(10).and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1));
        *line = number.filter(|at| *at < STATES.len()).unwrap_or(*line);
        return Ok(None);
    }
    *line = moved(*line, key.code, STATES.len() - 1);
    let (KeyCode::Enter, Some(place)) = (key.code, desk.place()) else { return Ok(None) };
    match &STATES[*line] {
        Some(answer) => {
            let mut acts = keep_words(desk);
            acts.push(Act::Answer { at: place.clone(), to: answer.clone() });
            Ok(go(desk, &acts, Go::Onward, pen))
        }
        None if desk.interview.state().answer(place).is_none() => {
            Err(Notice::info("The question is unanswered as it is"))
        }
        None => {
            let acts = [Act::Clear { at: place.clone() }];
            Ok(go(desk, &acts, Go::To(desk.at.clone()), pen))
        }
    }
}

/// The findings: arrows choose one, page keys scroll it, Enter goes to the last answer behind it.
fn findings(
    desk: &Desk,
    (chosen, scrolled): (&mut usize, &mut usize),
    key: KeyEvent,
    pen: Pen,
) -> Option<Effect> {
    if matches!(key.code, KeyCode::PageUp | KeyCode::PageDown) {
        *scrolled = moved(*scrolled, key.code, usize::MAX);
        return None;
    }
    let before = *chosen;
    *chosen = moved(*chosen, key.code, desk.interview.findings().len().saturating_sub(1));
    *scrolled = if *chosen == before { *scrolled } else { 0 };
    let evidence = desk.interview.findings().get(*chosen).and_then(|finding| finding.evidence.last());
    match (key.code, evidence) {
        (KeyCode::Enter, Some(place)) => visit(desk, Step::Ask(place.clone()), pen),
        _ => None,
    }
}

fn review(desk: &Desk, review: &mut Review, key: KeyEvent, pen: Pen) -> Outcome {
    let steps = review.steps(&desk.interview);
    match key.code {
        KeyCode::Left => Ok(turn(review, Filter::ALL.len() - 1)),
        KeyCode::Right => Ok(turn(review, 1)),
        KeyCode::Enter => match steps.get(review.selected) {
            Some(step) if desk.interview.steps().contains(step) => Ok(visit(desk, step.clone(), pen)),
            Some(Step::Ask(place)) if desk.interview.why_unfit(place).is_some() => {
                Err(Notice::info("The question that this answer was given to is not asked as things stand"))
            }
            Some(_) => {
                Err(Notice::info("A parked answer comes back by itself when its question applies again"))
            }
            None => Ok(None),
        },
        code => {
            review.selected = moved(review.selected, code, steps.len().saturating_sub(1));
            Ok(None)
        }
    }
}

fn jump(desk: &Desk, jump: &mut Jump, key: KeyEvent, pen: Pen) -> Option<Effect> {
    match key.code {
        KeyCode::Enter => {
            let chosen = jump.matches.get(jump.selected).cloned();
            chosen.and_then(|step| visit(desk, step, pen))
        }
        KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => {
            jump.selected = moved(jump.selected, key.code, jump.matches.len().saturating_sub(1));
            None
        }
        _ => {
            let before = jump.input.value().to_owned();
            jump.input.handle_event(&Event::Key(key));
            if before != jump.input.value() {
                match_steps(desk, jump);
            }
            None
        }
    }
}

/// Looks up the steps that match what was typed.
pub fn match_steps(desk: &Desk, jump: &mut Jump) {
    let found = best(jump.input.value(), desk.interview.steps(), |step| step_text(desk, step));
    jump.matches = found.into_iter().cloned().collect();
    jump.selected = 0;
}

/// What a step is found by: its stage, its row and its question.
fn step_text(desk: &Desk, step: &Step) -> String {
    let questionnaire = desk.interview.questionnaire();
    let stage = &questionnaire.stages[desk.interview.stage_of(step)].title;
    match step {
        Step::Ask(place) => {
            let repeat = questionnaire.repeat_of(&place.question);
            let row = repeat.zip(place.row.as_ref()).map(|(of, row)| row_name(&desk.interview, of, row));
            format!("{stage} {} {}", row.unwrap_or_default(), ask(&desk.interview, place))
        }
        Step::Rows(repeat) => {
            let item =
                questionnaire.repeat(repeat).map_or(repeat.as_str(), |found| found.item.value.as_str());
            format!("{stage} {item}: the list")
        }
    }
}

/// Goes to a step, keeping what is typed here. Where the person stands there already nothing is written, but what lies
/// over the question goes all the same.
fn visit(desk: &Desk, step: Step, pen: Pen) -> Option<Effect> {
    let moved = go(desk, &keep(desk), Go::To(Some(step)), pen);
    moved.or(Some(Effect::Append(Vec::new(), Then::GoOn)))
}

fn remove(desk: &Desk, repeat: &str, row: &str, pen: Pen) -> Option<Effect> {
    let mut acts = keep(desk);
    acts.push(Act::Remove { repeat: repeat.to_owned(), row: row.to_owned() });
    go(desk, &acts, Go::To(desk.at.clone()), pen)
}
