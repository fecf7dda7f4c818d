//! The way from a report to files: formats, what is there already, how far the making is, what became of it.

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::report::{Edition, Format, held_back};
use crate::text::{capital, clean, clean_line, count};
use crate::tui::model::{Look, Model, Paper, Run, Saving, Stage};
use crate::tui::theme::Theme;
use crate::tui::view::keyline::{Hint, key};
use crate::tui::view::overlay::Boxed;
use crate::tui::view::sheet::Sheet;

/// Columns of the box.
const COLUMNS: u16 = 84;

/// Draws it.
pub fn draw(model: &Model, paper: &Paper, saving: &Saving, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let mut sheet = Sheet::new(Boxed::inside(COLUMNS, area));
    let (title, keys) = match &saving.stage {
        Stage::Choosing => (choosing(model, paper, saving.cursor, &mut sheet), CHOOSING.to_vec()),
        Stage::Asking(files) => {
            let it = if files.len() == 1 {
                "This file is there already:"
            } else {
                "These files are there already:"
            };
            sheet.text(it, theme.strong());
            paths(files, None, &mut sheet, theme);
            sheet.blank();
            let them = if files.len() == 1 { "it" } else { "them" };
            sheet.text(&format!("Shall the new report replace {them}?"), theme.text());
            ("Replace?", vec![key("y", "replace", 0), key("Esc", "leave as it is", 0)])
        }
        Stage::Making(run) => {
            making(run, &mut sheet, theme);
            ("Saving the report", vec![key("Esc", "stop", 0)])
        }
        Stage::Done(run, chosen) => {
            let keys = done(run, *chosen, &mut sheet, theme);
            (became(run), keys)
        }
    };
    let inner = Boxed { title, columns: COLUMNS, rows: sheet.height(), keys: &keys }.draw(frame, area, theme);
    sheet.draw(frame, inner, theme);
}

const CHOOSING: [Hint; 5] = [
    key("↑↓", "choose", 2),
    key("Space", "tick", 1),
    key("←→", "edition", 3),
    key("⏎", "save", 0),
    key("Esc", "back", 0),
];

fn choosing(model: &Model, paper: &Paper, cursor: usize, sheet: &mut Sheet) -> &'static str {
    let theme = model.theme;
    if let Some(addressed) = paper.addressed() {
        let name = format!("‹ {} ›", clean_line(&addressed.name));
        let number = format!("  {} of {}", paper.edition + 1, paper.editions.len());
        sheet.runs(Vec::new(), &[(&name, theme.accent()), (&number, theme.quiet())]);
        let holds = match addressed.edition {
            Edition::Counsel => "It holds everything; it is privileged.",
            Edition::Client => "What is marked private is not in it.",
            Edition::Counterpart { .. } => "Only what is marked shareable is in it.",
        };
        sheet.text(holds, theme.text());
        let held_back = held_back(&paper.interview, &addressed.edition);
        if held_back > 0 {
            let things = count(held_back, "shareable thing that names", "shareable things that name");
            sheet.text(
                &format!("Held back: {things} another one or a row that is not shareable."),
                theme.problem(),
            );
        }
    }
    if let Some(look) = model.look {
        let told = match look {
            Look::Firm => "Word, PDF and HTML get your firm’s look; l gives them the built-in one.",
            Look::BuiltIn => "Word, PDF and HTML get the built-in look; l gives them your firm’s.",
        };
        sheet.text(told, theme.text());
    }
    sheet.blank();
    for (at, format) in Format::ALL.iter().copied().enumerate() {
        let (mark, style) = if at == cursor { ("▸ ", theme.accent()) } else { ("  ", theme.text()) };
        let tick = if model.formats.contains(&format) { "[x] " } else { "[ ] " };
        let line = sheet.len();
        sheet.runs(
            vec![Span::styled(mark, style), Span::styled(tick, style)],
            &[
                (&capital(format.name()), style),
                (&format!("  .{}", paper.file_ending(format)), theme.quiet()),
            ],
        );
        if at == cursor {
            sheet.focus_from(line);
        }
    }
    sheet.blank();
    let who = if cfg!(unix) { "; new ones can be read by you alone" } else { "" };
    sheet.text(&format!("The files go beside the interview{who}."), theme.quiet());
    "Save the report"
}

fn making(run: &Run, sheet: &mut Sheet, theme: Theme) {
    let (number, of) = (run.tried() + 1, run.formats.len());
    let name = run.next().map(|format| capital(format.name())).unwrap_or_default();
    sheet.text(&format!("Making: {name} ({number} of {of})…"), theme.strong());
    if !run.made.is_empty() {
        sheet.blank();
        sheet.text("Saved so far:", theme.quiet());
        paths(&run.made, None, sheet, theme);
    }
}

fn became(run: &Run) -> &'static str {
    match (run.made.len(), run.formats.len()) {
        (0, _) => "Not saved",
        (made, all) if made < all => "Saved in part",
        _ => "Saved",
    }
}

/// What was written, what was not, and why.
fn done(run: &Run, chosen: usize, sheet: &mut Sheet, theme: Theme) -> Vec<Hint> {
    if !run.made.is_empty() {
        let files = count(run.made.len(), "file", "files");
        sheet.hanging(vec![Span::styled("✓ ", theme.good())], &format!("Saved, {files}:"), theme.strong());
        let chosen = (run.made.len() > 1).then_some(chosen);
        paths(&run.made, chosen, sheet, theme);
    }
    if run.lacking > 0 {
        let those = count(run.lacking, "character", "characters");
        let lacking = format!(
            "No font here has {those} of the PDF: numbers stand for them, and its last page lists these."
        );
        sheet.hanging(vec![Span::styled("! ", theme.problem())], &lacking, theme.text());
    }
    for (format, why) in &run.unmade {
        if sheet.len() > 0 {
            sheet.blank();
        }
        let mark = vec![Span::styled("! ", theme.problem())];
        sheet.hanging(mark, &format!("Not saved: {}", capital(format.name())), theme.problem());
        sheet.hanging(vec![Span::raw("  ")], why, theme.text());
    }
    let left: Vec<&str> = run.formats.iter().skip(run.tried()).map(|format| format.name()).collect();
    if !left.is_empty() {
        if sheet.len() > 0 {
            sheet.blank();
        }
        sheet.text(&format!("Stopped. Not made: {}.", left.join(", ")), theme.text());
    }
    let close = key("Esc", "close", 0);
    match run.made.len() {
        0 => vec![close],
        1 => vec![key("o", "open", 0), key("c", "copy the path", 1), close],
        _ => vec![key("↑↓", "choose", 2), key("o", "open", 0), key("c", "copy the path", 1), close],
    }
}

/// Files, one of them chosen: their folder in full, then their names.
fn paths(all: &[PathBuf], chosen: Option<usize>, sheet: &mut Sheet, theme: Theme) {
    if let Some(folder) = all.first().and_then(|path| path.parent()) {
        sheet.hanging(vec![Span::raw("  ")], &shown(&folder.join("")), theme.quiet());
    }
    for (at, path) in all.iter().enumerate() {
        let (mark, style) = if chosen == Some(at) { ("▸ ", theme.accent()) } else { ("  ", theme.text()) };
        let line = sheet.len();
        let name = path.file_name().map_or(path.as_path(), Path::new);
        sheet.hanging(vec![Span::styled(mark, style)], &shown(name), style);
        if chosen == Some(at) {
            sheet.focus_from(line);
        }
    }
}

fn shown(path: &Path) -> String {
    clean(&path.display().to_string()).replace('\n', " ")
}
