//! Help: every key, and how things work.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::reading;
use crate::text::width;
use crate::tui::keys::BINDINGS;
use crate::tui::theme::Theme;
use crate::tui::view::sheet::Sheet;

/// Columns for the name of a key.
const KEY: usize = 8;

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

/// Keys of the list of interviews.
const IN_THE_LIST: [(&str, &str); 4] = [
    ("↑ ↓", "Choose an interview"),
    ("⏎", "Open it, or start a new one"),
    ("letters", "Find an interview by its title"),
    ("Esc", "Empty the search, or close what lies over the list"),
];

const SAVING: &str = "Every answer is on the disk before the next question is drawn, and what is half typed is kept when \
    you leave. So there is no save key: leave at any moment, and you come back to the very question you left.";

/// Draws it, for the list of interviews or for an interview.
pub fn draw(scrolled: usize, at_home: bool, theme: Theme, frame: &mut Frame, area: Rect) {
    reading("Help", |width| sheet(at_home, width, theme), scrolled, theme, frame, area);
}

fn sheet(at_home: bool, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    let fields: &[(&str, &str)] = if at_home { &IN_THE_LIST } else { &IN_A_FIELD };
    sheet.text(if at_home { "In the list" } else { "In a field" }, theme.strong());
    for (key, does) in fields {
        entry(&mut sheet, key, does, theme);
    }
    sheet.blank();
    sheet.text("At any moment", theme.strong());
    for binding in BINDINGS.iter().filter(|binding| binding.at_home || !at_home) {
        entry(&mut sheet, binding.key, binding.long, theme);
    }
    sheet.text("^P stands for Ctrl and P, ⇧ for Shift, ⏎ for Enter.", theme.quiet());
    sheet.blank();
    sheet.text("Saving", theme.strong());
    sheet.text(SAVING, theme.text());
    sheet
}

fn entry(sheet: &mut Sheet, key: &str, does: &str, theme: Theme) {
    let gap = " ".repeat(KEY.saturating_sub(width(key)));
    sheet.hanging(vec![Span::styled(key.to_owned(), theme.accent()), Span::raw(gap)], does, theme.text());
}
