//! The line that says which keys do what here: as many as fit, the most needed ones always.

use ratatui::text::{Line, Span};

use crate::text::width;
pub use crate::tui::keys::key_of;
use crate::tui::keys::{BINDINGS, Command};
use crate::tui::theme::Theme;

/// Columns between two hints.
const GAP: usize = 2;

/// A key and a word or two on what it does.
#[derive(Debug, Clone, Copy)]
pub struct Hint {
    key: &'static str,
    does: &'static str,
    /// The highest ranks are left out first where the line is too narrow; rank 0 never is.
    rank: u8,
}

/// A key of the field or list.
pub const fn key(key: &'static str, does: &'static str, rank: u8) -> Hint {
    Hint { key, does, rank }
}

/// A command, under the key and words of the table.
pub fn command(command: Command, rank: u8) -> Option<Hint> {
    let found = BINDINGS.iter().find(|binding| binding.command == command)?;
    Some(Hint { key: found.key, does: found.short, rank })
}

impl Hint {
    fn width(&self) -> usize {
        width(self.key) + 1 + width(self.does)
    }
}

/// The hints that fit into so many columns, in their order.
pub fn line(hints: &[Hint], columns: usize, theme: Theme) -> Line<'static> {
    let mut kept: Vec<Hint> = hints.to_vec();
    let needed = |kept: &[Hint]| kept.iter().map(|hint| hint.width() + GAP).sum::<usize>();
    while needed(&kept) > columns + GAP {
        let least = kept.iter().enumerate().max_by_key(|(_, hint)| hint.rank);
        match least {
            Some((at, hint)) if hint.rank > 0 => kept.remove(at),
            _ => break,
        };
    }
    let spans = kept.iter().enumerate().flat_map(|(at, hint)| {
        let gap = if at == 0 { 0 } else { GAP };
        [
            Span::raw(" ".repeat(gap)),
            Span::styled(hint.key, theme.accent()),
            Span::raw(" "),
            Span::styled(hint.does, theme.text()),
        ]
    });
    Line::from(spans.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_needed_hints_stay() {
        let hints = [key("⏎", "next", 1), key("F1", "help", 0), key("F2", "note", 2), key("F9", "leave", 0)];
        let shown = |columns| line(&hints, columns, Theme::Plain).to_string();
        assert_eq!(shown(40), "⏎ next  F1 help  F2 note  F9 leave");
        assert_eq!(shown(33), "⏎ next  F1 help  F9 leave");
        assert_eq!(shown(20), "F1 help  F9 leave");
        assert_eq!(shown(3), "F1 help  F9 leave");
    }
}
