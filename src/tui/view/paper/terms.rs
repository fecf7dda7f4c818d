//! Where the two sides stand on the points of the contract.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui_textarea::TextArea;

use crate::engine::{Interview, Said, answer_words, ask, our_position, row_beside, their_position};
use crate::model::{Clause, Stand};
use crate::text::{clean_line, width};
use crate::tui::keys::Command;
use crate::tui::model::{Paper, Terms};
use crate::tui::theme::Theme;
use crate::tui::view::field::write;
use crate::tui::view::findings::heading;
use crate::tui::view::keyline::{Hint, key, key_of};
use crate::tui::view::list::List;
use crate::tui::view::overlay::{Boxed, divide, split};
use crate::tui::view::sheet::Sheet;
use crate::tui::view::words;

/// Columns of the box.
const COLUMNS: u16 = 140;
/// Rows from which on the point is told above what is written of it.
const ROOMY: u16 = 12;

/// Draws them.
pub fn draw(paper: &Paper, terms: &Terms, theme: Theme, frame: &mut Frame, area: Rect) {
    let count = terms.clauses.len();
    let title = format!("Terms: {} of {count}", (terms.chosen + 1).min(count));
    let keys = keys(paper, terms);
    let boxed = Boxed { title: &title, columns: COLUMNS, rows: area.height, keys: &keys };
    let inner = boxed.draw(frame, area, theme);
    let Some(clause) = clause(paper, terms) else { return };
    if let Some(text) = &terms.writing {
        return writing(clause, text, frame, inner, theme);
    }
    let (list, detail) = split(inner, count);
    divide(inner, list, frame, theme);
    List::new(count, terms.chosen).draw(frame, list, theme, |at, columns| {
        vec![entry(paper, &terms.clauses[at], at == terms.chosen, columns, theme)]
    });
    full(paper, clause, detail.width, theme).draw_from(terms.scrolled, frame, detail, theme);
}

/// How far the chosen point can be scrolled.
pub fn furthest(paper: &Paper, terms: &Terms, area: Rect) -> usize {
    let Some(clause) = clause(paper, terms) else { return 0 };
    let (_, inner) = Boxed { title: "", columns: COLUMNS, rows: area.height, keys: &[] }.plan(area);
    let (_, detail) = split(inner, terms.clauses.len());
    full(paper, clause, detail.width, Theme::Plain).len().saturating_sub(detail.height.into())
}

fn keys(paper: &Paper, terms: &Terms) -> Vec<Hint> {
    if terms.writing.is_some() {
        return vec![key("Esc", "save and close", 0)];
    }
    if paper.of.is_some() {
        return vec![key("↑↓", "choose", 1), key("PgDn", "scroll", 2), key("Esc", "back", 0)];
    }
    vec![
        key("↑↓", "choose", 3),
        key("⏎", "their position", 0),
        key("Space", "agreed", 1),
        key(key_of(Command::Mark), "shareable", 2),
        key("Esc", "back", 0),
    ]
}

fn clause<'p>(paper: &'p Paper, terms: &Terms) -> Option<&'p Clause> {
    let id = terms.clause()?;
    paper.interview.questionnaire().clause(id)
}

fn stand(paper: &Paper, clause: &str) -> Stand {
    paper.interview.state().stands.get(clause).cloned().unwrap_or_default()
}

/// A point in the list: its title, and in a word or two how it stands.
fn entry(paper: &Paper, id: &str, chosen: bool, columns: usize, theme: Theme) -> Line<'static> {
    let stand = stand(paper, id);
    let mut told = Vec::new();
    if stand.agreed {
        told.push("agreed");
    } else if !stand.theirs.is_empty() {
        told.push("noted");
    }
    if paper.is_shareable(id) {
        told.push("shareable");
    }
    let told = told.join(", ");
    let known = paper.interview.questionnaire().clause(id);
    let room = columns.saturating_sub(if told.is_empty() { 0 } else { width(&told) + 2 });
    let title = words::line(known.map_or(id, |clause| clause.title.as_str()), room);
    let gap = " ".repeat(columns.saturating_sub(width(&title) + width(&told)));
    let style = if chosen { theme.accent() } else { theme.text() };
    Line::from(vec![Span::styled(title, style), Span::raw(gap), Span::styled(told, theme.quiet())])
}

/// Everything about a point.
fn full(paper: &Paper, clause: &Clause, columns: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(columns);
    let interview = &paper.interview;
    let id = clause.id.value.as_str();
    let Stand { theirs, agreed } = stand(paper, id);
    sheet.text(&clean_line(&clause.title), theme.strong());
    let shareable = paper.is_shareable(id);
    let state = [(agreed, "✓ agreed   ", "· not agreed   "), (shareable, "✓ shareable", "· not shareable")];
    let words = |(stands, yes, no)| if stands { (yes, theme.good()) } else { (no, theme.quiet()) };
    sheet.runs(Vec::new(), &state.map(words));
    sheet.blank();
    sheet.text(&clause.settles, theme.text());
    sheet.blank();
    sheet.text("Where we stand today", theme.accent());
    if said(interview, our_position(interview, clause), &mut sheet, theme) == 0 {
        sheet.text("No answer says it so far.", theme.quiet());
    }
    sheet.blank();
    sheet.text("Their position", theme.accent());
    let answers = said(interview, their_position(interview, clause), &mut sheet, theme);
    if !theirs.trim().is_empty() {
        sheet.text(&theirs, theme.text());
    } else if answers == 0 {
        sheet.text("Not known yet.", theme.quiet());
    }
    called_for(paper, clause, &mut sheet, theme);
    sheet
}

/// Questions with their answers; how many there are.
fn said<'i>(
    interview: &Interview,
    told: impl Iterator<Item = Said<'i>>,
    sheet: &mut Sheet,
    theme: Theme,
) -> usize {
    let lines = told.map(|(place, answer)| {
        let row = row_beside(interview, place).map(|row| format!("{row}: ")).unwrap_or_default();
        let asked = format!("{row}{} ", clean_line(&ask(interview, place)));
        let said = clean_line(&answer_words(interview, place, answer));
        sheet.runs(Vec::new(), &[(&asked, theme.quiet()), (&said, theme.text())]);
    });
    lines.count()
}

/// The findings because of which it stands here.
fn called_for(paper: &Paper, clause: &Clause, sheet: &mut Sheet, theme: Theme) {
    let interview = &paper.interview;
    let calls = interview.findings().iter().filter_map(|finding| {
        let rule = finding.rule(interview.questionnaire())?;
        rule.clauses.contains(&clause.id).then(|| (finding, heading(interview, finding)))
    });
    for (at, (finding, title)) in calls.enumerate() {
        if at == 0 {
            sheet.blank();
            sheet.text("Called for by", theme.accent());
        }
        let mark = Span::styled(format!("{} ", finding.severity.sign()), theme.severity(finding.severity));
        let title = format!("{} ({})", clean_line(&title), finding.severity.name());
        sheet.hanging(vec![mark], &title, theme.text());
    }
}

/// Their position, while it is written.
fn writing(clause: &Clause, text: &TextArea, frame: &mut Frame, inner: Rect, theme: Theme) {
    let mut sheet = Sheet::new(inner.width);
    sheet.text(&format!("Their position: {}", clean_line(&clause.title)), theme.strong());
    if inner.height >= ROOMY {
        sheet.text(&clause.settles, theme.quiet());
    }
    let above = sheet.height().min(inner.height / 2);
    sheet.cut(above);
    sheet.draw(frame, Rect { height: above, ..inner }, theme);
    let rule = "─".repeat(inner.width.saturating_sub(1).into());
    frame.buffer_mut().set_string(inner.x, inner.y + above, rule, theme.quiet());
    let below = Rect {
        y: inner.y + above + 1,
        height: inner.height.saturating_sub(above + 1),
        width: inner.width.saturating_sub(1),
        ..inner
    };
    write(text, true, frame, below);
}
