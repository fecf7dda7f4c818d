//! The reasons for the marks of one criterion: each sign with the answers it rests on.

use ratatui::text::Span;

use crate::engine::{Candidate, Interview, Mark, Readiness, Reading, Seen, Weight};
use crate::model::Criterion;
use crate::text::{clean_line, width};
use crate::tui::model::Desk;
use crate::tui::theme::Theme;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::weighing::rests_on;
use crate::tui::view::words;

/// The criterion, and what it counts.
pub fn head(criterion: &Criterion, weight: &Weight, sheet: &mut Sheet, theme: Theme) {
    sheet.text(&clean_line(&criterion.title), theme.strong());
    sheet.text(&weight_words(weight), theme.quiet());
}

fn weight_words(weight: &Weight) -> String {
    let counts = format!("Counts {} of 5", weight.value);
    match (weight.given, weight.asked) {
        (true, _) => format!("{counts}, as you set it."),
        (false, true) => format!("{counts} until you set it with + and −."),
        (false, false) => format!("{counts}; the question that sets it isn't asked yet."),
    }
}

/// One candidate's mark and the signs behind it.
pub fn candidate(desk: &Desk, candidate: &Candidate<'_>, mark: &Mark<'_>, sheet: &mut Sheet, theme: Theme) {
    let figure = Readiness::words(mark.share);
    let name = words::line(&candidate.name, sheet.columns().saturating_sub(width(&figure) + 2));
    sheet.line(vec![Span::styled(name, theme.accent()), Span::styled(format!("  {figure}"), theme.text())]);
    if mark.signs.is_empty() {
        sheet.text("Nothing that is looked at applies.", theme.quiet());
    }
    // Signs that are open for the same reason stand together, and the reason once below them.
    let is_alike = |a: &Seen<'_>, b: &Seen<'_>| {
        a.reading == Reading::Open && a.rests_on() == b.rests_on() && a.facts == b.facts
    };
    for alike in mark.signs.chunk_by(is_alike) {
        for seen in alike {
            sign(&desk.interview, seen, sheet, theme);
        }
        if let Some(seen) = alike.first() {
            rests_on(desk, seen.rests_on(), &seen.facts, sheet, theme);
        }
    }
}

fn sign(interview: &Interview, seen: &Seen<'_>, sheet: &mut Sheet, theme: Theme) {
    let (sign, style, says) = match seen.reading {
        Reading::Holds => ("+ ", theme.good(), seen.says(interview)),
        Reading::Fails => ("− ", theme.problem(), seen.says(interview)),
        Reading::Open => ("? ", theme.strong(), format!("Open: {}", seen.hoped(interview))),
    };
    sheet.hanging(vec![Span::styled(sign, style)], &says, theme.text());
}
