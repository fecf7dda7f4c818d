//! From the express path to the full interview, and the other way.

use super::journey::{Go, Pen, go, keep};
use crate::engine::{Interview, accept};
use crate::model::Act;
use crate::text::{capital, count};
use crate::tui::keys::{Command, key_of};
use crate::tui::message::Effect;
use crate::tui::model::{Desk, Notice};

/// Takes the other path, and says what that means. The person stays at their question; from the end of the express path
/// they go on to the first one that it left out.
pub fn change(desk: &Desk, pen: Pen) -> Result<(Option<Effect>, Notice), Notice> {
    let express = !desk.interview.state().express;
    let act = Act::Path { express };
    accept(&desk.interview, &act).map_err(|refusal| Notice::info(capital(&refusal.to_string())))?;
    let mut acts = keep(desk);
    acts.push(act);
    let to = if desk.at.is_none() && !express { Go::Onward } else { Go::To(desk.at.clone()) };
    let effect = go(desk, &acts, to, pen);
    // One of the two paths leaves nothing out.
    let left_out = |interview: &Interview| interview.left_out().len();
    let then = match &effect {
        Some(Effect::Append(entries, _)) => left_out(&desk.with(entries)),
        _ => 0,
    };
    Ok((effect, Notice::info(told(express, left_out(&desk.interview) + then))))
}

fn told(express: bool, left_out: usize) -> String {
    let key = key_of(Command::Path);
    let steps = count(left_out, "question", "questions");
    if express {
        format!(
            "The express path: {steps} left out for now, every answer counts. {key} goes back to the full interview"
        )
    } else {
        format!("The full interview: {steps} more, every answer stands. {key} goes back to the express path")
    }
}
