//! Taking a row out: asked first.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Boxed;
use crate::engine::row_name;
use crate::text::{clean_line, count};
use crate::tui::keys::Command;
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::keyline::{key, key_of};
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words::item;

/// Columns of the box.
const COLUMNS: u16 = 58;

/// Draws it.
pub fn draw(desk: &Desk, repeat: &str, row: &str, theme: Theme, frame: &mut Frame, area: Rect) {
    let interview = &desk.interview;
    let of_row = |place: &&crate::model::Place| {
        place.row.as_deref() == Some(row)
            && interview.questionnaire().repeat_of(&place.question) == Some(repeat)
    };
    let answers = interview.state().answers.keys().filter(of_row).count();
    let mut sheet = Sheet::new(Boxed::inside(COLUMNS, area));
    let item = clean_line(item(interview, repeat));
    sheet.text(&format!("Take out {}?", row_name(interview, repeat, row)), theme.strong());
    sheet.blank();
    let text = format!(
        "This {item} and its {} leave the interview and the report. They stay in the journal: {} brings them back.",
        count(answers, "answer", "answers"),
        key_of(Command::Undo),
    );
    sheet.text(&text, theme.text());
    let keys = [key("y", "take it out", 0), key("n", "keep it", 0)];
    let title = format!("Take out a {item}");
    let boxed = Boxed { title: &title, columns: COLUMNS, rows: sheet.height(), keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    sheet.draw(frame, inner, theme);
}
