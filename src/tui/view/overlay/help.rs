//! Help: every key, and how things work.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::reading;
use crate::model::Severity;
use crate::text::width;
use crate::tui::keys::{BINDINGS, Command};
use crate::tui::theme::Theme;
use crate::tui::view::keyline::key_of;
use crate::tui::view::sheet::Sheet;

/// Columns for the name of a key.
const KEY: usize = 9;

/// Keys of the fields.
const IN_A_FIELD: [(&str, &str); 7] = [
    ("↑ ↓", "Choose a line"),
    ("1 – 9", "Choose the line of that number, or tick it"),
    ("Space", "Tick a line where several can be true"),
    ("⏎", "Save the answer and go to the next open question"),
    ("⏎", "In a long text: begin a new line; Tab goes on"),
    ("Del", "In a list: take the chosen row out, after asking"),
    ("Esc", "Close what lies over the question"),
];

const SAVING: &str = "Every answer is on the disk before the next question is drawn, and what is half typed is kept when \
    you leave. So there is no save key: leave at any moment, and you come back to the very question you left.";

const READINESS: &str = "Readiness is how much of what the rules ask for is in order, the worse rules counting more. Its \
    first number counts everything unknown as bad, the second as good: the more you answer, the closer they come.";

/// Draws it, scrolled by so many lines.
pub fn draw(scrolled: usize, theme: Theme, frame: &mut Frame, area: Rect) {
    reading("Help", |width| full(width, theme), scrolled, theme, frame, area);
}

/// Draws what the list of interviews needs of it.
pub fn draw_at_home(theme: Theme, frame: &mut Frame, area: Rect) {
    reading("Help", |width| at_home(width, theme), 0, theme, frame, area);
}

pub fn full(width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    sheet.text("In a field", theme.strong());
    for (key, does) in IN_A_FIELD {
        entry(&mut sheet, key, does, theme);
    }
    sheet.blank();
    sheet.text("At any moment", theme.strong());
    for binding in &BINDINGS {
        entry(&mut sheet, binding.key, binding.long, theme);
    }
    sheet.text("^P stands for Ctrl and P, ⇧ for Shift, ⏎ for Enter.", theme.quiet());
    sheet.blank();
    sheet.text("Saving", theme.strong());
    sheet.text(SAVING, theme.text());
    sheet.blank();
    sheet.text("Findings and readiness", theme.strong());
    let signs = Severity::WORST_FIRST.map(|severity| format!("{} {}", severity.sign(), severity.name()));
    sheet.text(&signs.join("   "), theme.text());
    sheet.text(READINESS, theme.text());
    sheet
}

/// Short enough for the smallest windows that people use: this one does not scroll.
fn at_home(width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    let keys = [
        ("↑ ↓", "Choose an interview"),
        ("⏎", "Open it, or start a new one"),
        ("letters", "Search the titles"),
        ("Esc", "Empty the search"),
        (key_of(Command::Report), "Read the chosen interview's report, save it"),
        (key_of(Command::Leave), "Leave the program"),
    ];
    for (key, does) in keys {
        entry(&mut sheet, key, does, theme);
    }
    sheet.blank();
    sheet.text(
        "Answers are saved as they are given. An interview opens at the question you left.",
        theme.text(),
    );
    sheet
}

fn entry(sheet: &mut Sheet, key: &str, does: &str, theme: Theme) {
    let gap = " ".repeat(KEY.saturating_sub(width(key)));
    sheet.hanging(vec![Span::styled(key.to_owned(), theme.accent()), Span::raw(gap)], does, theme.text());
}
