//! From the report to files: which formats, whether files give way, one file after the other.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::KeyCode;

use super::{closes, turn};
use crate::report::Format;
use crate::tui::message::{Effect, Job, Message, Written};
use crate::tui::model::{Look, Model, Notice, Over, Paper, Run, Saving, Stage};

/// Takes in what a person does on the way to files.
pub fn update(model: &mut Model, message: &Message) -> Option<Effect> {
    let paper = model.paper.as_mut()?;
    let Some(Over::Saving(saving)) = &mut paper.over else { return None };
    if closes(message) {
        back(paper);
        return None;
    }
    let Message::Type(key) = message else { return None };
    match (&mut saving.stage, key.code) {
        (Stage::Choosing, code) => choosing(model, code),
        (Stage::Asking(_), KeyCode::Char('y' | 'Y')) => {
            saving.stage = Stage::Making(run(&model.formats, true));
            None
        }
        (Stage::Asking(_), KeyCode::Char('n' | 'N')) => {
            saving.stage = Stage::Choosing;
            None
        }
        (Stage::Done(run, chosen), KeyCode::Up | KeyCode::Down) => {
            let last = run.made.len().saturating_sub(1);
            let up = key.code == KeyCode::Up;
            *chosen = if up { chosen.saturating_sub(1) } else { (*chosen + 1).min(last) };
            None
        }
        (Stage::Done(run, chosen), KeyCode::Char('o')) => run.made.get(*chosen).cloned().map(Effect::Show),
        (Stage::Done(run, chosen), KeyCode::Char('c')) => {
            run.made.get(*chosen).map(|path| Effect::Copy(path.display().to_string()))
        }
        (Stage::Done(..), KeyCode::Enter) => {
            paper.over = None;
            None
        }
        _ => None,
    }
}

/// One step back: to the formats, to the report; from the making to what became of it.
fn back(paper: &mut Paper) {
    let Some(Over::Saving(saving)) = &mut paper.over else { return };
    match &mut saving.stage {
        Stage::Asking(_) => saving.stage = Stage::Choosing,
        Stage::Making(run) => saving.stage = Stage::Done(std::mem::take(run), 0),
        Stage::Choosing | Stage::Done(..) => paper.over = None,
    }
}

fn choosing(model: &mut Model, code: KeyCode) -> Option<Effect> {
    let paper = model.paper.as_mut()?;
    if matches!(code, KeyCode::Left | KeyCode::Right) {
        turn(paper, code);
        return None;
    }
    let Some(Over::Saving(Saving { cursor, .. })) = &mut paper.over else { return None };
    match code {
        KeyCode::Up => *cursor = cursor.saturating_sub(1),
        KeyCode::Down => *cursor = (*cursor + 1).min(Format::ALL.len() - 1),
        KeyCode::Home | KeyCode::PageUp => *cursor = 0,
        KeyCode::End | KeyCode::PageDown => *cursor = Format::ALL.len() - 1,
        KeyCode::Char(' ' | 'x') => {
            let format = Format::ALL[*cursor];
            if !model.formats.remove(&format) {
                model.formats.insert(format);
            }
        }
        KeyCode::Char('l') => {
            model.look = model.look.map(|look| if look == Look::Firm { Look::BuiltIn } else { Look::Firm });
        }
        KeyCode::Enter if model.formats.is_empty() => {
            model.notice = Some(Notice::info("Tick a format with Space, then Enter saves it"));
        }
        KeyCode::Enter => {
            let endings = ordered(&model.formats).map(|format| paper.file_ending(format)).collect();
            return Some(Effect::Survey(paper.of.clone(), endings));
        }
        _ => {}
    }
    None
}

/// The formats in the order in which they are offered.
fn ordered(formats: &BTreeSet<Format>) -> impl Iterator<Item = Format> {
    Format::ALL.iter().copied().filter(|format| formats.contains(format))
}

fn run(formats: &BTreeSet<Format>, replace: bool) -> Run {
    Run { formats: ordered(formats).collect(), replace, ..Run::default() }
}

/// It is known which files are there: they are asked about, or the making begins.
pub fn surveyed(model: &mut Model, there: Vec<PathBuf>) {
    let Some(Over::Saving(saving)) = model.paper.as_mut().and_then(|paper| paper.over.as_mut()) else {
        return;
    };
    if there.is_empty() {
        saving.stage = Stage::Making(run(&model.formats, false));
    } else {
        saving.stage = Stage::Asking(there);
    }
}

/// The file that is to be made next, if any is. The loop asks, so that the screen is drawn before each.
pub fn due(model: &Model) -> Option<Effect> {
    let paper = model.paper.as_ref()?;
    let Some(Over::Saving(Saving { stage: Stage::Making(run), .. })) = &paper.over else { return None };
    let format = run.next()?;
    Some(Effect::Make(Job {
        of: paper.of.clone(),
        ending: paper.file_ending(format),
        document: Arc::clone(&paper.document),
        format,
        replace: run.replace,
        look: model.look,
    }))
}

/// A file was made, or could not be.
pub fn made(model: &mut Model, outcome: Result<Written, String>) {
    let over = model.paper.as_mut().and_then(|paper| paper.over.as_mut());
    let Some(Over::Saving(saving)) = over else { return };
    let Stage::Making(run) = &mut saving.stage else { return };
    match (outcome, run.next()) {
        (Ok(Written { path, lacking }), _) => {
            run.made.push(path);
            run.lacking = run.lacking.max(lacking);
        }
        (Err(why), Some(format)) => run.unmade.push((format, why)),
        (Err(_), None) => {}
    }
    if run.next().is_none() {
        saving.stage = Stage::Done(std::mem::take(run), 0);
    }
}
