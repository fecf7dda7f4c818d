//! One line to type in, with a rule below it.

use ratatui::text::Span;
use tui_input::Input;

use crate::tui::editor::Field;
use crate::tui::theme::Theme;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::typed::visible;
use crate::tui::view::words;

/// Columns beyond which a line to type in is not drawn.
const LONGEST: usize = 60;

/// A question's one line.
pub fn field(field: &Field, width: u16, theme: Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    put(&mut sheet, Vec::new(), &field.input, &field.example(), theme);
    sheet
}

/// A line to type in behind a mark. What it should hold stands in it while it is empty.
pub fn put(sheet: &mut Sheet, mark: Vec<Span<'static>>, input: &Input, placeholder: &str, theme: Theme) {
    let indent: usize = mark.iter().map(|span| crate::text::width(&span.content)).sum();
    let columns = sheet.columns().saturating_sub(indent).clamp(1, LONGEST);
    let (text, caret) = visible(input, columns);
    let mut spans = mark;
    if text.is_empty() {
        spans.push(Span::styled(words::line(placeholder, columns), theme.quiet()));
    } else {
        spans.push(Span::styled(text, theme.text()));
    }
    sheet.line(spans);
    sheet.caret(indent + caret);
    sheet.line(vec![Span::raw(" ".repeat(indent)), Span::styled("─".repeat(columns), theme.quiet())]);
}
