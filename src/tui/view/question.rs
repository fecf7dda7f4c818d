//! The question: where it stands, what is asked, the field, and what follows from the answer.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::field::{Hints, Laid};
use super::keyline::key_of;
use super::sheet::Sheet;
use super::words::{self, line, moment};
use super::{context, desk, impact, marks};
use crate::engine::{Interview, Step, answer_words, ask, fill_for, unfit_words};
use crate::model::{Answer, Given, Kind, Place, Speaker};
use crate::text::{clean_line, width};
use crate::tui::editor::Editor;
use crate::tui::keys::Command;
use crate::tui::model::{Desk, Model};
use crate::tui::theme::Theme;

/// Columns beyond which a line of text is hard to read.
const MEASURE: u16 = 78;
/// Columns of a parked answer that are told beside its question.
const PARKED: usize = 60;
/// Rows from which on there is air above the question.
const ROOMY: u16 = 17;

/// Draws the question. `typing` says whether the field has the cursor.
pub fn draw(model: &Model, desk: &Desk, editor: &Editor, typing: bool, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let width = area.width.min(MEASURE);
    let mut head = head(model, desk, width, true);
    let mut field = Laid::new(desk, editor, Hints::All, width, theme);
    // What is said below the labels gives way first, then the air, before a line of the question does.
    if head.height() + field.height() > area.height {
        field = Laid::new(desk, editor, Hints::Here, width, theme);
    }
    let airy = area.height >= ROOMY && head.height() + field.height() < area.height;
    if !airy {
        head = self::head(model, desk, width, false);
    }
    let air = u16::from(airy);
    let area = Rect { y: area.y + air, height: area.height.saturating_sub(air), width, ..area };
    let mut tail = tail(model, desk, editor, area.width);
    if frame.area().width < desk::TWO {
        why(model, desk, &mut tail, area.height.saturating_sub(head.height() + field.height()));
    }
    tail.keep(tail.height());
    let rows = share(area.height, head.height(), field.height(), tail.height());
    head.cut(rows.head);
    tail.cut(rows.tail);
    let part = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    head.draw(frame, part(0, rows.head), theme);
    field.draw(typing, frame, part(rows.head, rows.field), theme);
    tail.draw(frame, part(rows.head + rows.field, rows.tail), theme);
}

/// Rows of the parts of the pane.
#[derive(Debug, PartialEq, Eq)]
struct Rows {
    head: u16,
    field: u16,
    tail: u16,
}

/// Divides the rows. Where they are few the field keeps half of them, and something of the tail stays.
fn share(height: u16, head: u16, field: u16, tail: u16) -> Rows {
    let tight = u32::from(head) + u32::from(field) + u32::from(tail) > u32::from(height);
    let tail = match height {
        _ if !tight => tail,
        14.. => tail.min(3),
        11..14 => tail.min(2),
        _ => 0,
    };
    let rest = height.saturating_sub(tail);
    let head = head.min(rest.saturating_sub(field.min((rest / 2).max(3))));
    Rows { head, field: field.min(rest.saturating_sub(head)), tail }
}

/// Where the question stands, and the question itself.
fn head(model: &Model, desk: &Desk, width: u16, roomy: bool) -> Sheet {
    let theme = model.theme;
    let mut sheet = Sheet::new(width);
    let Some(step) = &desk.at else { return sheet };
    sheet.line(Span::styled(whereabouts(&desk.interview, step, sheet.columns()), theme.quiet()));
    if roomy {
        sheet.blank();
    }
    match step {
        Step::Ask(place) => {
            sheet.text(&ask(&desk.interview, place), theme.strong());
            let question = desk.interview.questionnaire().question(&place.question);
            if let Some(hint) = question.and_then(|question| question.hint.as_ref()) {
                sheet.text(&fill_for(&desk.interview, &hint.value, place), theme.quiet());
            }
            if matches!(question.map(|question| &question.kind), Some(Kind::Choices(_) | Kind::Rows(_))) {
                sheet.text("Tick all that apply with Space.", theme.quiet());
            }
            if let Some(state) = desk.interview.state().answer(place).and_then(Answer::state) {
                sheet.blank();
                sheet.text(&format!("Answered: {state}"), theme.accent());
            }
        }
        Step::Rows(repeat) => rows_head(desk, repeat, &mut sheet, theme),
    }
    sheet.blank();
    sheet
}

fn rows_head(desk: &Desk, repeat: &str, sheet: &mut Sheet, theme: Theme) {
    let questionnaire = desk.interview.questionnaire();
    let item = clean_line(words::item(&desk.interview, repeat));
    let found = questionnaire.repeat(repeat);
    let least = found.map_or(0, |repeat| repeat.least);
    let ask = match desk.interview.state().rows(repeat).len() {
        0 if least > 0 => format!("Name the first {item}."),
        0 => format!("Is there any {item}?"),
        _ => format!("Is there another {item}?"),
    };
    sheet.text(&ask, theme.strong());
    let label = found.and_then(|repeat| questionnaire.question(&repeat.label.value));
    if let Some(hint) = label.and_then(|question| question.hint.as_ref()) {
        sheet.text(&hint.value, theme.quiet());
    }
}

/// "Partners · Acme Ltd · 4 of 12" in so many columns, counted within the stage; a long name gives way.
fn whereabouts(interview: &Interview, step: &Step, columns: usize) -> String {
    let stage = words::stage(interview, interview.stage_of(step));
    let Step::Ask(place) = step else { return line(&format!("{stage} · list"), columns) };
    let here = interview.questionnaire().stage_of(&place.question);
    let near = |other: &&Place| interview.questionnaire().stage_of(&other.question) == here;
    let total = interview.asked().filter(near).count();
    let number = interview.asked().filter(near).position(|other| other == place).map_or(1, |at| at + 1);
    match words::row_of(interview, place) {
        Some(row) => {
            let behind = format!(" · {number} of {total}");
            line(&format!("{stage} · {row}"), columns.saturating_sub(width(&behind))) + &behind
        }
        None => line(&format!("{stage} · question {number} of {total}"), columns),
    }
}

/// What stands under the field: what the answer would change, and what is kept beside it.
fn tail(model: &Model, desk: &Desk, editor: &Editor, width: u16) -> Sheet {
    let theme = model.theme;
    let mut sheet = Sheet::new(width);
    let Some(place) = desk.place() else { return sheet };
    sheet.blank();
    if let Some(text) = impact::words(desk, editor) {
        let text = format!("{text} ({})", key_of(Command::Impact));
        sheet.hanging(vec![Span::styled("→ ", theme.accent())], &text, theme.text());
    }
    let given = desk.interview.state().answers.get(place);
    if let Some(given) = given {
        saved(model, desk, place, given, editor, &mut sheet);
    }
    if let (Some(given), Some(why)) =
        (desk.interview.state().unfit.get(place), unfit_words(&desk.interview, place))
    {
        let words = line(&answer_words(&desk.interview, place, &given.answer), PARKED);
        sheet.text(&format!("Parked: “{words}”, because {why}"), theme.quiet());
    }
    if let Some(note) = desk.interview.state().notes.get(place) {
        let first = note.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let by_counsel = desk.interview.state().notes_of_counsel.contains(place);
        let mark = marks::of_note(&desk.interview, place, by_counsel).map(|mark| first_word(&mark));
        let mark = mark.map(|mark| format!(" ({mark})")).unwrap_or_default();
        let shown = line(&format!("✎ Note{mark}: {first}"), sheet.columns());
        sheet.line(Span::styled(shown, theme.quiet()));
    }
    if let Some(mark) = marks::of_answer(&desk.interview, place) {
        let text = format!("{mark} ({})", key_of(Command::Mark));
        sheet.hanging(vec![Span::styled("◆ ", theme.accent())], &text, theme.text());
    }
    sheet
}

/// "private" or "shareable".
fn first_word(mark: &str) -> String {
    mark.split([':', ',']).next().unwrap_or_default().to_owned()
}

/// The answer as it is saved, where the field shows another; who gave it, where it was counsel.
fn saved(model: &Model, desk: &Desk, place: &Place, given: &Given, editor: &Editor, sheet: &mut Sheet) {
    let quiet = model.theme.quiet();
    if editor.draft().is_some() && given.answer.value().is_some() {
        let words = answer_words(&desk.interview, place, &given.answer);
        sheet.line(Span::styled(line(&format!("Saved so far: {words}"), sheet.columns()), quiet));
    }
    if given.by == Speaker::Counsel {
        let text = format!("Answered by counsel, {}", moment(given.at, model.zone));
        sheet.line(Span::styled(line(&text, sheet.columns()), quiet));
    }
}

/// Why it is asked, where there is no pane for it and rows are left.
fn why(model: &Model, desk: &Desk, tail: &mut Sheet, rows: u16) {
    let Some(step) = &desk.at else { return };
    let room = usize::from(rows).saturating_sub(tail.len() + 1);
    if room < 2 {
        return;
    }
    let mut why = Sheet::new(words::cells(tail.columns() + 2));
    why.text(&format!("Why: {}", context::why(&desk.interview, step)), model.theme.quiet());
    why.cut(words::cells(room.min(3)));
    if tail.len() != 1 {
        tail.blank();
    }
    tail.append(why);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_keeps_half_and_nothing_is_given_twice() {
        assert_eq!(share(36, 6, 8, 4), Rows { head: 6, field: 8, tail: 4 });
        assert_eq!(share(16, 6, 20, 4), Rows { head: 6, field: 7, tail: 3 });
        assert_eq!(share(8, 7, 20, 4), Rows { head: 4, field: 4, tail: 0 });
        for height in 0..30 {
            for (head, field, tail) in [(3, 1, 0), (9, 40, 5), (30, 2, 9), (0, 0, 0)] {
                let rows = share(height, head, field, tail);
                assert!(rows.head + rows.field + rows.tail <= height, "{height}: {rows:?}");
                assert!(rows.field > 0 || height == 0 || field == 0, "{height}: {rows:?}");
            }
        }
    }
}
