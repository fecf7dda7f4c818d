//! Figures drawn as SVG. Meaning is carried by hatching, shape and words; colour only helps, and the description says it
//! all in words.

mod bars;
mod grid;

use maud::{Markup, html};
use ttf_parser::Face;
use unicode_width::UnicodeWidthChar;

use super::document::{Chart, Figure};
use crate::model::Severity;
use crate::text::{fit, wrap};

/// What drawings that stand alone are lettered in, and its files.
pub(super) const FAMILY: &str = "Noto Sans";
pub(super) const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
pub(super) const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
/// Width of a drawing, in units that are pixels at its natural size.
const WIDTH: usize = 640;
/// Where the column of names ends and what is shown of them begins.
const NAMES: usize = 168;
/// Columns of text that fit a name.
const NAME_COLUMNS: usize = 23;
/// Height of a row.
const ROW: usize = 28;
/// Height of what stands above the first row.
const HEAD: usize = 30;

/// Where a drawing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'p> {
    /// In a page that says which colour and which fonts are current.
    Page,
    /// Alone, on white.
    Alone {
        /// Of all that is drawn, as `#` and six hexadecimal digits.
        colour: &'p str,
    },
}

/// The drawing of a figure as an SVG element.
pub(super) fn svg(figure: &Figure, place: Place<'_>) -> Markup {
    let (body, rows) = match &figure.chart {
        Chart::Bars(all) => (bars::body(all, &figure.anchor), all.len()),
        Chart::Grid(grid) => (grid::body(grid), grid.rows.len()),
    };
    let [title, words] = ["title", "words"].map(|part| format!("{}-{part}", figure.anchor));
    let height = HEAD + ROW * rows + 4;
    let (fonts, colour) = match place {
        Place::Page => (None, None),
        Place::Alone { colour } => (Some(FAMILY), Some(colour)),
    };
    let natural = |of: usize| colour.map(|_| of);
    html! {
        svg role="img" aria-labelledby=(title) aria-describedby=(words) xmlns="http://www.w3.org/2000/svg"
            viewBox=(format!("0 0 {WIDTH} {height}")) width=[natural(WIDTH)] height=[natural(height)]
            fill="currentColor" color=[colour] font-family=[fonts] {
            title id=(title) { (figure.title.as_str()) }
            desc id=(words) { (figure.words()) }
            (body)
        }
    }
}

/// Whether drawings can be lettered with all that a figure says: letters that the font has, each by itself. What needs
/// another font, or marks that are set upon letters, is better shown in a table.
pub(super) fn can_letter(figure: &Figure) -> bool {
    let Ok(face) = Face::parse(REGULAR, 0) else { return false };
    let stands_alone = |letter: char| letter.width() != Some(0) && face.glyph_index(letter).is_some();
    figure.words().chars().all(|letter| letter.is_whitespace() || stands_alone(letter))
}

/// The name of a row; a line sets what stands for all apart from the rest.
fn name(words: &str, row: usize, total: bool) -> Markup {
    let weight = if total { "bold" } else { "normal" };
    let lines = two_lines(words, NAME_COLUMNS);
    let (size, first) = if lines.len() > 1 { (12, baseline(row) - 6) } else { (13, baseline(row)) };
    html! {
        @for (at, line) in lines.iter().enumerate() {
            text x="0" y=(first + at * 13) font-size=(size) font-weight=(weight) { (line) }
        }
        @if total {
            @let y = HEAD + ROW * (row + 1);
            line x1="0" x2=(WIDTH) y1=(y) y2=(y) stroke="currentColor" stroke-opacity="0.35" {}
        }
    }
}

/// A name in one line or in two, cut where even those are too short.
fn two_lines(words: &str, columns: usize) -> Vec<String> {
    let lines = wrap(&fit(words, columns * 3), columns);
    let Some((first, rest)) = lines.split_first() else { return vec![String::new()] };
    let rest = rest.join(" ");
    let second = (!rest.is_empty()).then(|| fit(&rest, columns));
    std::iter::once(first.clone()).chain(second).collect()
}

fn baseline(row: usize) -> usize {
    HEAD + ROW * row + 19
}

/// A sign of its own form for each severity, its middle at a point.
fn shape(severity: Severity, x: usize, y: usize) -> Markup {
    match severity {
        Severity::Blocker => html! { rect x=(x - 5) y=(y - 5) width="10" height="10" {} },
        Severity::High => {
            html! { path d=(format!("M{} {} l6 11 h-12 z", x, y - 6)) {} }
        }
        Severity::Medium => html! { circle cx=(x) cy=(y) r="5" {} },
        Severity::Low => {
            html! { circle cx=(x) cy=(y) r="4.2" fill="none" stroke="currentColor" stroke-width="1.6" {} }
        }
    }
}
