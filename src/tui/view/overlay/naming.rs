//! The name of an interview that is about to begin, and its path.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::Boxed;
use crate::text::count;
use crate::tui::model::{Naming, Offer};
use crate::tui::theme::Theme;
use crate::tui::view::field::put_line;
use crate::tui::view::keyline::key;
use crate::tui::view::sheet::Sheet;

/// Columns of the box.
const COLUMNS: u16 = 72;

/// Draws it.
pub fn draw(naming: &Naming, offer: Option<Offer>, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut sheet = Sheet::new(Boxed::inside(COLUMNS, area));
    sheet.text("What shall it be called?", theme.strong());
    sheet.text("The deal, the partner or the product. It heads the report.", theme.quiet());
    sheet.blank();
    let from = sheet.len();
    put_line(&mut sheet, Vec::new(), &naming.input, "for example: Acme → Bengaluru", theme);
    sheet.focus_from(from);
    let keys = [key("↑↓", "choose", 1), key("⏎", "begin", 0), key("Esc", "cancel", 0)];
    let two = offer.filter(|offer| offer.essential > 0);
    if let Some(offer) = two {
        sheet.blank();
        paths(offer, naming.express, &mut sheet, theme);
    }
    let keys = if two.is_some() { &keys } else { &keys[1..] };
    let boxed = Boxed { title: "A new interview", columns: COLUMNS, rows: sheet.height(), keys };
    let inner = boxed.draw(frame, area, theme);
    sheet.draw(frame, inner, theme);
}

/// The two paths, the chosen one marked, each with what it asks.
fn paths(offer: Offer, express: bool, sheet: &mut Sheet, theme: Theme) {
    let all = count(offer.questions, "question", "questions");
    let essential = count(offer.essential, "question", "questions");
    let minutes = count(offer.minutes as usize, "minute", "minutes");
    let lines = [
        (false, format!("Full interview: those of {all} that fit your case")),
        (true, format!("Express path: a first answer in about {minutes}, {essential}")),
    ];
    for (path, asks) in lines {
        let (mark, style) = if path == express { ("▸ ", theme.accent()) } else { ("  ", theme.text()) };
        sheet.hanging(vec![Span::styled(mark, style)], &asks, style);
    }
}
