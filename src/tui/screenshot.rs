//! The picture of the screen in the README, drawn by the program itself from the built-in questionnaire.
//! `SAFESHORE_PICTURE=write cargo test picture` draws it anew.

use std::fmt::Write;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::model::{Departing, Desk, Model, Screen};
use super::theme::Theme;
use super::view::view;
use crate::cases::acts_of;
use crate::engine::{Interview, Step};
use crate::load;
use crate::model::{Act, Entry, FORMAT, Header, Place, Session, Speaker, State};
use crate::text::{Source, width};

/// Answers of a customer who has come as far as the question of ownership.
const ANSWERS: &str = include_str!("screenshot/answers.json");
const AT: &str = "ownership_plan";
/// Pixels of a cell.
const CELL: (usize, usize) = (9, 18);
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screen.svg");

#[test]
fn the_picture_in_the_readme_is_what_the_program_draws() {
    let drawn = svg(&screen(120, 36));
    if std::env::var_os("SAFESHORE_PICTURE").is_some() {
        std::fs::write(FILE, &drawn).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(FILE).expect("the picture is there");
    assert!(
        kept == drawn,
        "the screen has changed: draw it anew with SAFESHORE_PICTURE=write cargo test picture"
    );
}

fn begun() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_343_000, 0).expect("a time")
}

fn screen(columns: u16, rows: u16) -> Buffer {
    let questionnaire = Arc::new(load::open(load::builtin()).expect("the questionnaire is clean"));
    let source = Source::new("answers.json", ANSWERS);
    let blank = Interview::new(Arc::clone(&questionnaire), State::default());
    let mut acts = acts_of(&blank, &source).expect("the answers fit the questionnaire");
    acts.push(Act::Visit { at: Some(Place::new(AT, None)), repeat: None });
    let entry = |(number, act)| Entry {
        at: begun() + TimeDelta::seconds(i64::from(number) * 14),
        by: Speaker::Client,
        act,
    };
    let header = Header {
        format: FORMAT,
        id: "k3v9ab".into(),
        title: "Acme → Bengaluru".into(),
        questionnaire: "offshore-ip".into(),
        version: questionnaire.manifest.version.value.clone(),
        folder: None,
        created: begun(),
    };
    let session = Session { header, entries: (0u32..).zip(acts).map(entry).collect() };
    let mut desk = Desk::new(questionnaire, session);
    assert_eq!(desk.at, Some(Step::Ask(Place::new(AT, None))), "the picture shows that question");
    if let Some(editor) = &mut desk.editor {
        editor.restore("joint");
    }
    let model = Model {
        screen: Screen::Desk(Box::new(desk)),
        notice: None,
        paper: None,
        formats: std::collections::BTreeSet::from([crate::report::Format::ALL[0]]),
        look: None,
        size: (columns, rows),
        theme: Theme::Colour,
        zone: FixedOffset::east_opt(0).expect("UTC"),
        speaker: Speaker::Client,
        departing: Departing::default(),
        finished: false,
    };
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a screen in memory");
    terminal.draw(|frame| view(&model, frame)).expect("it draws");
    terminal.backend().buffer().clone()
}

/// The screen as an SVG: a run of cells of one style is one text, stretched to the width of its cells.
fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (wide, high) = (columns * CELL.0 + 24, rows * CELL.1 + 24);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         role=\"img\" aria-label=\"Safeshore in a terminal\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" \
         fill=\"#14181f\"/>\n<g font-family=\"ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', monospace\" \
         font-size=\"15\" fill=\"#d7dde5\">\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let first = &buffer[(x, y)];
            let start = x;
            let mut text = String::new();
            while x < buffer.area.width && same_style(first, &buffer[(x, y)]) {
                let symbol = buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(width(symbol).max(1)).unwrap_or(1);
            }
            run(&mut out, (start, y), x - start, &text, first);
        }
    }
    out + "</g>\n</svg>\n"
}

fn same_style(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}

fn run(out: &mut String, (x, y): (u16, u16), cells: u16, text: &str, style: &Cell) {
    let left = usize::from(x) * CELL.0 + 12;
    let top = usize::from(y) * CELL.1 + 12;
    let long = usize::from(cells) * CELL.0;
    let reversed = style.modifier.contains(Modifier::REVERSED);
    let dim = style.modifier.contains(Modifier::DIM);
    let colour = if dim { "#8b949e" } else { hex(style.fg) };
    if reversed {
        let high = CELL.1;
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{long}\" height=\"{high}\" fill=\"{colour}\"/>"
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let fill = if reversed { "#14181f" } else { colour };
    let weight = if style.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let safe = text.replace('&', "&amp;").replace('<', "&lt;");
    let base = top + 13;
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{long}\" xml:space=\"preserve\" fill=\"{fill}\"{weight}>{safe}</text>"
    );
}

fn hex(colour: Color) -> &'static str {
    match colour {
        Color::Red | Color::LightRed => "#ff7b72",
        Color::Green | Color::LightGreen => "#7ee787",
        Color::Yellow | Color::LightYellow => "#e3b341",
        Color::Blue | Color::LightBlue => "#79c0ff",
        Color::Magenta | Color::LightMagenta => "#d2a8ff",
        Color::Cyan | Color::LightCyan => "#56d4dd",
        Color::DarkGray | Color::Gray => "#8b949e",
        _ => "#d7dde5",
    }
}
