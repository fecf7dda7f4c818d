//! A session in the list: its title, how far it is, how ready, when it was changed.

use chrono::FixedOffset;
use ratatui::text::{Line, Span};

use super::words::{line, moment};
use crate::text::width;
use crate::tui::model::Card;
use crate::tui::theme::Theme;

/// Columns from which on a card is one row.
pub const ONE_ROW: usize = 84;
/// Columns of the bar of progress.
const BAR: usize = 10;

/// Columns from which on there is room for readiness and date.
const BOTH: usize = 40;

/// The rows of a card.
pub fn rows(
    card: &Card,
    chosen: bool,
    columns: usize,
    zone: FixedOffset,
    theme: Theme,
) -> Vec<Line<'static>> {
    let style = if chosen { theme.accent() } else { theme.text() };
    let name = if card.express { format!("{} · express path", card.title) } else { card.title.clone() };
    if columns < ONE_ROW {
        let below = detail(card, columns.saturating_sub(2), zone, theme);
        let spans = std::iter::once(Span::raw("  ")).chain(below);
        return vec![Line::styled(line(&name, columns), style), Line::from(spans.collect::<Vec<_>>())];
    }
    let room = columns - 58;
    let title = line(&name, room);
    let mut spans = vec![
        Span::styled(title.clone(), style),
        Span::raw(" ".repeat(room.saturating_sub(width(&title)) + 2)),
    ];
    spans.extend(detail(card, 56, zone, theme));
    vec![Line::from(spans)]
}

/// Progress, readiness and date in columns of their own; or what is wrong with the file.
fn detail(card: &Card, columns: usize, zone: FixedOffset, theme: Theme) -> Vec<Span<'static>> {
    if let Some(trouble) = &card.trouble {
        let first = trouble.lines().next().unwrap_or_default();
        return vec![Span::styled(line(&format!("! {first}"), columns), theme.problem())];
    }
    let (answered, asked) = card.progress;
    let numbers = format!("{answered}/{asked}");
    let readiness = card.readiness.map(|readiness| format!("{readiness} ready")).unwrap_or_default();
    let changed = card.changed.map(|when| moment(when, zone)).unwrap_or_default();
    let mut spans = Vec::new();
    if columns >= 56 {
        let done = (BAR * answered).checked_div(asked).unwrap_or(0).min(BAR);
        spans.push(Span::styled("━".repeat(done), theme.good()));
        spans.push(Span::styled("·".repeat(BAR - done), theme.quiet()));
        spans.push(Span::raw("  "));
    }
    spans.push(Span::styled(format!("{numbers:<8}"), theme.text()));
    if columns >= BOTH {
        spans.push(Span::styled(format!("{readiness:<15}"), theme.text()));
    }
    spans.push(Span::styled(changed, theme.quiet()));
    spans
}
