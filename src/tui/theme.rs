//! Colours. None of them carries a meaning alone: every one stands beside a sign or a word.

use ratatui::style::{Color, Modifier, Style};

use crate::model::Severity;

/// How things are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    Colour,
    /// Bold, underline and reverse only: `NO_COLOR`, or a terminal without colours.
    Plain,
}

impl Theme {
    /// The theme that the environment asks for: plain where `NO_COLOR` is set to anything but nothing
    /// (no-color.org), or where the terminal says that it is dumb.
    pub fn from_environment(no_color: Option<&str>, term: Option<&str>) -> Self {
        let plain = no_color.is_some_and(|value| !value.is_empty()) || matches!(term, Some("dumb" | "vt100"));
        if plain { Self::Plain } else { Self::Colour }
    }

    fn colour(self, colour: Color) -> Style {
        match self {
            Self::Colour => Style::new().fg(colour),
            Self::Plain => Style::new(),
        }
    }

    /// Ordinary text.
    #[expect(clippy::unused_self, reason = "every theme has the same, and is asked like the others")]
    pub fn text(self) -> Style {
        Style::new()
    }

    /// The question, titles.
    #[expect(clippy::unused_self, reason = "every theme has the same, and is asked like the others")]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Hints, labels, lines between panes. Dim rather than grey: it follows the terminal's own colours.
    #[expect(clippy::unused_self, reason = "which style it is belongs to the theme")]
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What is chosen, where the person is, keys.
    pub fn accent(self) -> Style {
        self.colour(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// Done, in order.
    pub fn good(self) -> Style {
        self.colour(Color::Green)
    }

    /// Something did not work.
    pub fn problem(self) -> Style {
        self.colour(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// A finding of that severity.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Blocker => self.colour(Color::Red).add_modifier(Modifier::BOLD),
            Severity::High => self.colour(Color::Red),
            Severity::Medium => self.colour(Color::Yellow),
            Severity::Low => self.colour(Color::Blue),
        }
    }
}
