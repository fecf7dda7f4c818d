//! The questions and answers, by what became of them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Boxed;
use crate::engine::{Interview, Standing, Step, answer_words, ask, unfit_words};
use crate::model::{Answer, Given, Place};
use crate::text::{clean_line, width};
use crate::tui::model::{Desk, Filter, Model, Review};
use crate::tui::theme::Theme;
use crate::tui::view::keyline::key;
use crate::tui::view::list::List;
use crate::tui::view::marks;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words::{self, cells, moment};

/// Columns from which on answers stand beside their questions.
const BESIDE: usize = 64;
/// Rows for the chosen question and its answer: in a high box, and in a low one.
const DETAIL: (u16, u16) = (6, 4);

/// Columns around the name of a filter.
const TAB: usize = 5;

/// A line of the list.
enum Row {
    /// A stage, and the row of a repeat.
    Heading(String),
    /// A step, by its number in the list.
    Step(usize),
}

/// Draws it.
pub fn draw(model: &Model, desk: &Desk, review: &Review, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let keys =
        [key("←→", "list", 1), key("↑↓", "choose", 2), key("⏎", "go there", 1), key("Esc", "close", 0)];
    let steps = review.steps(&desk.interview);
    let can_go = steps.get(review.selected).is_none_or(|step| can_go(&desk.interview, step));
    let keys = if can_go { keys.to_vec() } else { [&keys[..2], &keys[3..]].concat() };
    let boxed = Boxed { title: "Review", columns: 120, rows: area.height, keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    let filters = tabs(&desk.interview, review.filter, inner.width.into(), theme);
    frame.buffer_mut().set_line(inner.x, inner.y, &filters, inner.width);
    let detail = if inner.height >= 22 { DETAIL.0 } else { DETAIL.1.min(inner.height / 3) };
    let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(3 + detail), ..inner };
    if steps.is_empty() {
        let text = Line::styled(nothing(review.filter), theme.quiet());
        frame.buffer_mut().set_line(list.x, inner.y + 2.min(inner.height), &text, inner.width);
        return;
    }
    let rows = rows(&desk.interview, &steps);
    let chosen = rows.iter().position(|row| matches!(row, Row::Step(at) if *at == review.selected));
    List { count: rows.len(), chosen, rows: 1 }.draw(frame, list, theme, |at, columns| {
        vec![match &rows[at] {
            Row::Heading(text) => Line::styled(words::line(text, columns), theme.strong()),
            Row::Step(number) => {
                let chosen = *number == review.selected;
                entry(&desk.interview, (&steps[*number], review.filter), chosen, columns, theme)
            }
        }]
    });
    if let Some(step) = steps.get(review.selected) {
        let below =
            Rect { y: list.bottom() + 1, height: inner.bottom().saturating_sub(list.bottom() + 1), ..inner };
        draw_detail(model, desk, (step, review.filter), frame, below);
    }
}

/// Whether one can go to a step: a parked answer may have no question.
pub fn can_go(interview: &Interview, step: &Step) -> bool {
    !matches!(step, Step::Ask(place) if interview.standing(place) != Standing::Asked)
}

fn nothing(filter: Filter) -> &'static str {
    match filter {
        Filter::Unanswered => "Every question has an answer.",
        Filter::Open => "Nothing is left open.",
        Filter::All => "No question applies.",
        Filter::Parked => "No answer is parked.",
    }
}

/// The filters with their counts; in a narrow box the chosen one only.
fn tabs(interview: &Interview, here: Filter, columns: usize, theme: Theme) -> Line<'static> {
    let count = |filter| Review { filter, selected: 0 }.steps(interview).len();
    let texts = Filter::ALL.map(|filter| (filter, format!("{} {}", filter.name(), count(filter))));
    let needed: usize = texts.iter().map(|(_, text)| width(text) + TAB).sum::<usize>();
    let mut spans = Vec::new();
    for (at, (filter, text)) in texts.iter().enumerate() {
        if *filter == here && needed > columns {
            let all = texts.len();
            spans.push(Span::styled(format!("‹ {text} ›"), theme.accent()));
            spans.push(Span::styled(format!("   list {} of {all}", at + 1), theme.quiet()));
        } else if *filter == here {
            spans.push(Span::styled(format!("‹ {text} › "), theme.accent()));
        } else if needed <= columns {
            spans.push(Span::styled(format!("  {text}   "), theme.quiet()));
        }
    }
    Line::from(spans)
}

/// The steps under headings.
fn rows(interview: &Interview, steps: &[Step]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before = None;
    for (at, step) in steps.iter().enumerate() {
        let row = match step {
            Step::Ask(place) => words::row_of(interview, place),
            Step::Rows(_) => None,
        };
        let group = (interview.stage_of(step), row);
        if before.as_ref() != Some(&group) {
            let stage = words::stage(interview, group.0);
            rows.push(Row::Heading(match &group.1 {
                Some(row) => format!("{stage} · {row}"),
                None => stage,
            }));
            before = Some(group);
        }
        rows.push(Row::Step(at));
    }
    rows
}

/// What was said at a place and is told in that list: among parked answers also what the question no longer takes.
fn given<'i>(interview: &'i Interview, place: &Place, list: Filter) -> Option<&'i Given> {
    let state = interview.state();
    if list == Filter::Parked { state.given(place) } else { state.answers.get(place) }
}

/// What a step asks, and the answer to it in words.
fn words_of(interview: &Interview, (step, list): (&Step, Filter)) -> (String, String) {
    match step {
        Step::Ask(place) => {
            let given = given(interview, place, list);
            let said = given.map_or_else(String::new, |given| answer_words(interview, place, &given.answer));
            (ask(interview, place), said)
        }
        Step::Rows(repeat) => {
            let item = clean_line(words::item(interview, repeat));
            let count = interview.state().rows(repeat).len();
            let said =
                if interview.is_open(step) { format!("{count} so far") } else { format!("{count}, no more") };
            (format!("Is there another {item}?"), said)
        }
    }
}

/// A sign for how a step stands.
fn sign(interview: &Interview, (step, list): (&Step, Filter), theme: Theme) -> Span<'static> {
    let answer = match step {
        Step::Ask(place) => given(interview, place, list).map(|given| &given.answer),
        Step::Rows(_) if interview.is_open(step) => None,
        Step::Rows(_) => return Span::styled("✓ ", theme.good()),
    };
    match answer {
        None => Span::styled("· ", theme.quiet()),
        Some(Answer::Value(_)) => Span::styled("✓ ", theme.good()),
        Some(Answer::NotApplicable) => Span::styled("– ", theme.quiet()),
        Some(Answer::DontKnow | Answer::AskCounsel) => Span::styled("? ", theme.accent()),
    }
}

fn entry(
    interview: &Interview,
    step: (&Step, Filter),
    chosen: bool,
    columns: usize,
    theme: Theme,
) -> Line<'static> {
    let (asked, said) = words_of(interview, step);
    let beside = columns >= BESIDE;
    let marked = if let Step::Ask(place) = step.0 { marks::short(interview, place) } else { "" };
    let room = if beside { columns * 3 / 5 } else { columns }.saturating_sub(2);
    let name = words::line(&asked, room.saturating_sub(width(marked))) + marked;
    let style = if chosen { theme.accent() } else { theme.text() };
    let mut spans = vec![sign(interview, step, theme), Span::styled(name.clone(), style)];
    if beside {
        spans.push(Span::raw(" ".repeat(room.saturating_sub(width(&name)) + 2)));
        spans.push(Span::styled(words::line(&said, columns.saturating_sub(room + 4)), theme.quiet()));
    }
    Line::from(spans)
}

/// The chosen question in full, its answer, its note, who gave it and when.
fn draw_detail(model: &Model, desk: &Desk, step: (&Step, Filter), frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let state = desk.interview.state();
    let mut sheet = Sheet::new(area.width);
    let (asked, said) = words_of(&desk.interview, step);
    sheet.text(&asked, theme.strong());
    let said = if said.is_empty() { "Unanswered".to_owned() } else { clean_line(&said) };
    sheet.hanging(vec![Span::styled("→ ", theme.accent())], &said, theme.text());
    if let (Step::Ask(place), list) = step {
        if let Some(given) = given(&desk.interview, place, list) {
            let text = format!("{}, {}", given.by.name(), moment(given.at, model.zone));
            sheet.text(&text, theme.quiet());
        }
        if let Some(mark) = marks::of_answer(&desk.interview, place) {
            sheet.hanging(vec![Span::styled("◆ ", theme.accent())], &mark, theme.text());
        }
        if let Some(why) = unfit_words(&desk.interview, place) {
            sheet.text(&format!("Parked because {why}"), theme.text());
        }
        for why in desk.interview.why_out(place) {
            let asked = ask(&desk.interview, &why);
            let said = state.answer(&why).map(|answer| answer_words(&desk.interview, &why, answer));
            let text = format!("Parked because of: {asked} → {}", said.unwrap_or_default());
            sheet.text(&clean_line(&text), theme.text());
        }
        if let Some(note) = state.notes.get(place) {
            let by_counsel = state.notes_of_counsel.contains(place);
            let mark = marks::of_note(&desk.interview, place, by_counsel);
            let mark = mark.map(|mark| format!(" ({mark})")).unwrap_or_default();
            sheet.hanging(vec![Span::styled("✎ ", theme.quiet())], &format!("{note}{mark}"), theme.quiet());
        }
    }
    if area.y > 0 && !area.is_empty() {
        frame.buffer_mut().set_string(area.x, area.y - 1, "─".repeat(area.width.into()), theme.quiet());
    }
    sheet.cut(cells(area.height.into()));
    sheet.draw(frame, area, theme);
}
