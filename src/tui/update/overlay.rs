//! What lies over the question: help, note, states, findings, review, jump, context, taking a row out.

use chrono::{DateTime, Utc};
use crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui_textarea::TextArea;
use tui_input::backend::crossterm::EventHandler;

use super::desk::{Go, Outcome, go, keep};
use crate::engine::{Step, ask, row_name};
use crate::model::{Act, Answer, Place, Speaker};
use crate::text::{clean, clean_line};
use crate::tui::editor::insert;
use crate::tui::keys::Command;
use crate::tui::matching::best;
use crate::tui::message::{Effect, Message, Then};
use crate::tui::model::{Desk, Filter, Jump, Notice, Overlay, Review};

/// Answers that are no value, in the order of their menu; the last line takes the answer back.
pub const STATES: [Option<Answer>; 4] =
    [Some(Answer::DontKnow), Some(Answer::NotApplicable), Some(Answer::AskCounsel), None];

/// Lines that a page key moves.
const PAGE: usize = 10;

pub fn update(desk: &mut Desk, message: Message, by: Speaker, now: DateTime<Utc>) -> Outcome {
    match message {
        Message::Type(KeyEvent { code: KeyCode::Esc, .. }) => close(desk, by, now),
        Message::Command(command) => on_command(desk, command, by, now),
        Message::Paste(text) => {
            paste(desk, &text);
            Ok(None)
        }
        Message::Type(key) => on_key(desk, key, by, now),
        _ => Ok(None),
    }
}

/// Takes the overlay away. A note is saved, not thrown away: a person who wants the old one has undo.
pub fn close(desk: &mut Desk, by: Speaker, now: DateTime<Utc>) -> Outcome {
    match desk.overlay.take() {
        Some(Overlay::Note(place, area)) => {
            let acts: Vec<Act> = note(desk, &place, &area).into_iter().collect();
            if acts.is_empty() {
                return Ok(None);
            }
            let saved = go(desk, acts, &Go::To(desk.at.clone()), by, now, Then::GoOn);
            // If it can't be saved the person must still have it before them.
            desk.overlay = Some(Overlay::Note(place, area));
            Ok(saved)
        }
        _ => Ok(None),
    }
}

/// The act of saving a note; none where it did not change.
pub fn note(desk: &Desk, place: &Place, area: &TextArea<'static>) -> Option<Act> {
    let text = clean(&area.lines().join("\n")).trim_end().to_owned();
    let before = desk.interview.state().notes.get(place).map_or("", String::as_str);
    (text != before).then(|| Act::Note { at: place.clone(), text })
}

/// The key that opened an overlay closes it; back and forward change the tab of a review.
fn on_command(desk: &mut Desk, command: Command, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let opened_by = match &desk.overlay {
        Some(Overlay::Help(_)) => Command::Help,
        Some(Overlay::Note(..)) => Command::Note,
        Some(Overlay::State(_)) => Command::State,
        Some(Overlay::Findings(_)) => Command::Findings,
        Some(Overlay::Review(_)) => Command::Review,
        Some(Overlay::Jump(_)) => Command::Jump,
        Some(Overlay::Context(_)) => Command::Context,
        Some(Overlay::Remove(..)) | None => Command::Leave,
    };
    match (&mut desk.overlay, command) {
        (_, command) if command == opened_by => close(desk, by, now),
        (Some(Overlay::Review(review)), Command::Forward) => Ok(turn(review, 1)),
        (Some(Overlay::Review(review)), Command::Back) => Ok(turn(review, Filter::ALL.len() - 1)),
        (Some(Overlay::Note(_, area)), Command::Undo) => {
            area.undo();
            Ok(None)
        }
        (Some(Overlay::Note(_, area)), Command::Redo) => {
            area.redo();
            Ok(None)
        }
        (Some(Overlay::Note(..)), Command::Forward) => close(desk, by, now),
        _ => Ok(None),
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

fn on_key(desk: &mut Desk, key: KeyEvent, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let Some(mut overlay) = desk.overlay.take() else { return Ok(None) };
    let outcome = match &mut overlay {
        Overlay::Help(scroll) | Overlay::Context(scroll) if key.code != KeyCode::Enter => {
            *scroll = moved(*scroll, key.code, usize::MAX);
            Ok(None)
        }
        Overlay::Help(_) | Overlay::Context(_) => return Ok(None),
        Overlay::Note(_, area) => {
            area.input(key);
            Ok(None)
        }
        Overlay::State(line) => state(desk, line, key, by, now),
        Overlay::Findings(at) => findings(desk, at, key, by, now),
        Overlay::Review(review) => self::review(desk, review, key, by, now),
        Overlay::Jump(jump) => self::jump(desk, jump, key, by, now),
        Overlay::Remove(repeat, row) => match key.code {
            KeyCode::Char('y' | 'Y') => remove(desk, repeat, row, by, now),
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

fn state(desk: &Desk, line: &mut usize, key: KeyEvent, by: Speaker, now: DateTime<Utc>) -> Outcome {
    if let KeyCode::Char(c) = key.code {
        let number = c.to_digit(10).and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1));
        *line = number.filter(|at| *at < STATES.len()).unwrap_or(*line);
        return Ok(None);
    }
    *line = moved(*line, key.code, STATES.len() - 1);
    let (KeyCode::Enter, Some(place)) = (key.code, desk.place()) else { return Ok(None) };
    match &STATES[*line] {
        Some(answer) => {
            let mut acts = keep(desk);
            acts.push(Act::Answer { at: place.clone(), to: answer.clone() });
            // What was typed is no answer any more, but it is not lost either: the draft before it is in the journal.
            Ok(go(desk, acts, &Go::Onward, by, now, Then::GoOn))
        }
        None if desk.interview.state().answer(place).is_none() => {
            Err(Notice::info("The question is unanswered as it is"))
        }
        None => {
            let acts = vec![Act::Clear { at: place.clone() }];
            Ok(go(desk, acts, &Go::To(desk.at.clone()), by, now, Then::GoOn))
        }
    }
}

/// The findings: Enter goes to the first answer behind the chosen one.
fn findings(desk: &Desk, at: &mut usize, key: KeyEvent, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let last = desk.interview.findings().len().saturating_sub(1);
    *at = moved(*at, key.code, last);
    let evidence = desk.interview.findings().get(*at).and_then(|finding| finding.evidence.last());
    match (key.code, evidence) {
        (KeyCode::Enter, Some(place)) => Ok(visit(desk, Step::Ask(place.clone()), by, now)),
        _ => Ok(None),
    }
}

fn review(desk: &Desk, review: &mut Review, key: KeyEvent, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let places = review.places(&desk.interview);
    match key.code {
        KeyCode::Left => Ok(turn(review, Filter::ALL.len() - 1)),
        KeyCode::Right => Ok(turn(review, 1)),
        KeyCode::Enter if review.filter == Filter::Parked => {
            Err(Notice::info("A parked answer comes back by itself when its question applies again"))
        }
        KeyCode::Enter => {
            let chosen = places.get(review.selected).cloned();
            Ok(chosen.and_then(|place| visit(desk, Step::Ask(place), by, now)))
        }
        code => {
            review.selected = moved(review.selected, code, places.len().saturating_sub(1));
            Ok(None)
        }
    }
}

fn jump(desk: &Desk, jump: &mut Jump, key: KeyEvent, by: Speaker, now: DateTime<Utc>) -> Outcome {
    match key.code {
        KeyCode::Enter => {
            let chosen = jump.matches.get(jump.selected).cloned();
            Ok(chosen.and_then(|step| visit(desk, step, by, now)))
        }
        KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => {
            jump.selected = moved(jump.selected, key.code, jump.matches.len().saturating_sub(1));
            Ok(None)
        }
        _ => {
            let before = jump.input.value().to_owned();
            jump.input.handle_event(&Event::Key(key));
            if before != jump.input.value() {
                match_steps(desk, jump);
            }
            Ok(None)
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
            let repeat =
                questionnaire.question(&place.question).and_then(|question| question.row_of.as_ref());
            let row = repeat
                .zip(place.row.as_ref())
                .map(|(repeat, row)| row_name(&desk.interview, &repeat.value, row));
            format!("{stage} {} {}", row.unwrap_or_default(), ask(&desk.interview, place))
        }
        Step::Rows(repeat) => {
            let item =
                questionnaire.repeat(repeat).map_or(repeat.as_str(), |found| found.item.value.as_str());
            format!("{stage} {item}: list")
        }
    }
}

/// Goes to a step, keeping what is typed here.
fn visit(desk: &Desk, step: Step, by: Speaker, now: DateTime<Utc>) -> Option<Effect> {
    go(desk, keep(desk), &Go::To(Some(step)), by, now, Then::GoOn)
}

fn remove(desk: &Desk, repeat: &str, row: &str, by: Speaker, now: DateTime<Utc>) -> Outcome {
    let mut acts = vec![Act::Remove { repeat: repeat.to_owned(), row: row.to_owned() }];
    acts.splice(0..0, keep(desk));
    Ok(go(desk, acts, &Go::To(desk.at.clone()), by, now, Then::GoOn))
}
