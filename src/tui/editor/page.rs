//! Several lines of text. Enter makes a new line; Tab is the way on.

use crossterm::event::KeyEvent;
use ratatui::style::Style;
use ratatui_textarea::{TextArea, WrapMode};

use super::Reaction;
use crate::model::Value;
use crate::text::clean;

/// Several lines of text.
pub struct Page {
    /// The text and its cursor.
    pub area: TextArea<'static>,
    given: String,
}

/// A text area as the program uses it: wrapped at words, with the terminal's own cursor.
pub fn area(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_cursor_line_style(Style::new());
    area.set_cursor_style(Style::new());
    area.move_cursor(ratatui_textarea::CursorMove::Bottom);
    area.move_cursor(ratatui_textarea::CursorMove::End);
    area
}

impl Page {
    /// A page that holds the answer.
    pub fn new(given: Option<&Value>) -> Self {
        let given = if let Some(Value::Text(text)) = given { text.clone() } else { String::new() };
        Self { area: area(&clean(&given)), given }
    }

    fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// A key for the text.
    pub fn key(&mut self, key: KeyEvent) -> Reaction {
        self.area.input(key);
        Reaction::Stay
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(text);
    }

    /// The text without blanks around it; none where nothing is left.
    pub fn value(&self) -> Option<Value> {
        let text = clean(&self.text()).trim().to_owned();
        (!text.is_empty()).then_some(Value::Text(text))
    }

    /// The text, where it is not the answer.
    pub fn draft(&self) -> Option<String> {
        let text = self.text();
        (text.trim() != self.given.trim()).then_some(text)
    }

    /// Puts a draft back.
    pub fn restore(&mut self, draft: &str) {
        self.area = area(&clean(draft));
    }
}
