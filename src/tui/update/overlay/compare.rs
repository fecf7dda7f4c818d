//! The candidates side by side: what is looked at, and what a criterion counts.

use crossterm::event::{KeyCode, KeyEvent};

use super::moved;
use crate::engine::{Comparing, compare};
use crate::model::{Act, Answer, Criterion, Value};
use crate::text::clean_line;
use crate::tui::model::{Beside, Desk, Notice};
use crate::tui::update::journey::{Go, Outcome, Pen, go, keep};

/// Arrows choose a criterion and a candidate, page keys scroll the reasons, plus and minus change the weight.
pub fn key(desk: &Desk, beside: &mut Beside, key: KeyEvent, pen: Pen) -> Outcome {
    let comparing = compare(&desk.interview).filter(|comparing| comparing.candidates.len() > 1);
    let Some(comparing) = comparing else { return Ok(None) };
    // What was chosen may be gone: a row may have been taken out.
    let last = |count: usize| count.saturating_sub(1);
    let (criteria, candidates) = (last(comparing.weights.len()), last(comparing.candidates.len()));
    beside.criterion = beside.criterion.min(criteria);
    beside.candidate = beside.candidate.min(candidates);
    let before = (beside.criterion, beside.candidate);
    match key.code {
        KeyCode::PageUp | KeyCode::PageDown => {
            beside.scrolled = moved(beside.scrolled, key.code, usize::MAX);
        }
        KeyCode::Left => beside.candidate = beside.candidate.saturating_sub(1),
        KeyCode::Right => beside.candidate = (beside.candidate + 1).min(candidates),
        KeyCode::Char('+' | '=') => return weigh(desk, &comparing, beside.criterion, 1, pen),
        KeyCode::Char('-' | '−' | '_') => return weigh(desk, &comparing, beside.criterion, -1, pen),
        code => beside.criterion = moved(beside.criterion, code, criteria),
    }
    if before != (beside.criterion, beside.candidate) {
        beside.scrolled = 0;
    }
    Ok(None)
}

/// Answers the question that says what a criterion counts: one step more, or less.
fn weigh(desk: &Desk, comparing: &Comparing<'_>, criterion: usize, by: i8, pen: Pen) -> Outcome {
    let found = comparing.comparison.criteria.get(criterion).zip(comparing.weights.get(criterion));
    let Some((Criterion { title, .. }, weight)) = found else { return Ok(None) };
    if !weight.asked {
        let text = format!(
            "“{}” counts {} of 5 for now: the question that sets it isn't asked yet",
            clean_line(title),
            weight.value
        );
        return Err(Notice::info(text));
    }
    let step = weight.value.saturating_add_signed(by).clamp(1, 5);
    if step == weight.value {
        return Err(Notice::info(if by > 0 {
            "5 is the most it can count"
        } else {
            "1 is the least it can count"
        }));
    }
    let mut acts = keep(desk);
    acts.push(Act::Answer { at: weight.place.clone(), to: Answer::Value(Value::Scale(step)) });
    Ok(go(desk, &acts, Go::To(desk.at.clone()), pen))
}
