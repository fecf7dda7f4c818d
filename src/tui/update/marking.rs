//! Saying to whom something may be shown: one key goes from "as usual" to private, to shareable, and back.

use super::journey::{Go, Pen, go};
use super::overlay::note;
use crate::engine::{Step, row_name};
use crate::model::{Act, Share, Subject};
use crate::tui::editor::{Editor, RowLine};
use crate::tui::keys::{Command, key_of};
use crate::tui::message::Effect;
use crate::tui::model::{Desk, Notice, Overlay};

/// Marks the answer on the desk, or the chosen row of its list, and says what that means.
pub fn at_the_step(desk: &Desk, pen: Pen) -> Result<(Option<Effect>, Notice), Notice> {
    let (of, what) = match (&desk.at, &desk.editor) {
        (Some(Step::Ask(place)), _) => (Subject::Answer(place.clone()), "This answer".to_owned()),
        (Some(Step::Rows(repeat)), Some(Editor::Rows(list))) => {
            let Some(RowLine::Row(at)) = list.line() else {
                return Err(Notice::info("Choose a line of the list with ↑↓ to mark it"));
            };
            let row = list.rows[at].id.clone();
            let name = row_name(&desk.interview, repeat, &row);
            (Subject::Row { repeat: repeat.clone(), row }, format!("“{name}” and what is said of it"))
        }
        _ => return Err(Notice::info("There is no answer here to mark")),
    };
    let to = next(desk, &of);
    let effect = go(desk, &[Act::Mark { of, to }], Go::To(desk.at.clone()), pen);
    Ok((effect, Notice::info(format!("{what}: {}", told(to)))))
}

/// Marks the note that lies open; what was typed of it is saved with the mark.
pub fn the_note(desk: &Desk, pen: Pen) -> Option<Effect> {
    let Some(Overlay::Note(place, area)) = &desk.overlay else { return None };
    let of = Subject::Note(place.clone());
    let to = next(desk, &of);
    let mut acts: Vec<Act> = note(desk, place, area).into_iter().collect();
    acts.push(Act::Mark { of, to });
    go(desk, &acts, Go::To(desk.at.clone()), pen)
}

fn next(desk: &Desk, of: &Subject) -> Option<Share> {
    match desk.interview.state().marks.get(of) {
        None => Some(Share::Private),
        Some(Share::Private) => Some(Share::Shareable),
        Some(Share::Shareable) => None,
    }
}

fn told(to: Option<Share>) -> String {
    let key = key_of(Command::Mark);
    match to {
        Some(Share::Private) => format!("private, for counsel alone. {key} again makes it shareable"),
        Some(Share::Shareable) => {
            format!("shareable, the other side may read it too. {key} again takes that back")
        }
        None => "as usual, for client and counsel".to_owned(),
    }
}
