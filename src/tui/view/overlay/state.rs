//! Answers that are no value.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Boxed;
use crate::engine::ask;
use crate::model::Answer;
use crate::tui::model::{Desk, STATES};
use crate::tui::theme::Theme;
use crate::tui::view::keyline::key;
use crate::tui::view::list::List;
use crate::tui::view::words;

/// A line's words, and what it means.
fn words_of(answer: Option<&Answer>) -> (&'static str, &'static str) {
    match answer {
        Some(Answer::DontKnow) => ("Don't know", "Counts as open; the report lists it"),
        Some(Answer::NotApplicable) => ("Not applicable", "The question does not fit this case"),
        Some(Answer::AskCounsel) => ("Ask counsel", "Goes on the list for your lawyer"),
        Some(Answer::Value(_)) | None => ("Take the answer back", "Unanswered again; asked again later"),
    }
}

/// Draws it.
pub fn draw(desk: &Desk, chosen: usize, theme: Theme, frame: &mut Frame, area: Rect) {
    let keys = [key("↑↓", "choose", 1), key("⏎", "answer so", 0), key("Esc", "close", 0)];
    // With air between the lines where there is room for it.
    let per = if area.height >= 18 { 3 } else { 2 };
    let rows = per * words::cells(STATES.len()) + per - 1;
    let boxed = Boxed { title: "Answer without a value", columns: 54, rows, keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    let question = desk.place().map_or_else(String::new, |place| ask(&desk.interview, place));
    let given = desk.place().and_then(|place| desk.interview.state().answer(place));
    let shown = words::line(&question, usize::from(inner.width).saturating_sub(1));
    frame.buffer_mut().set_line(inner.x, inner.y, &Line::styled(shown, theme.quiet()), inner.width);
    let below = Rect { y: inner.y + per - 1, height: inner.height.saturating_sub(per - 1), ..inner };
    let list = List { count: STATES.len(), chosen: Some(chosen), rows: per };
    list.draw(frame, below, theme, |at, _| {
        let answer = &STATES[at];
        let (name, means) = words_of(answer.as_ref());
        let style = if at == chosen { theme.accent() } else { theme.text() };
        let mark = if answer.is_some() && answer.as_ref() == given { "  ✓ answered" } else { "" };
        vec![
            Line::from(vec![
                Span::styled(format!("{}  {name}", at + 1), style),
                Span::styled(mark, theme.quiet()),
            ]),
            Line::styled(format!("   {means}"), theme.quiet()),
        ]
    });
}
