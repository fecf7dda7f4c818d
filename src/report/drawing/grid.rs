//! Signs in rows and columns.

use maud::{Markup, html};

use super::{HEAD, NAMES, ROW, WIDTH, baseline, name, shape, two_lines};
use crate::engine::Readiness;
use crate::model::Severity;
use crate::report::document::{Grid, Mark, Sign};
use crate::text::fit;

/// Units that a column of text takes at the size of words in a grid.
const LETTER: usize = 7;
/// Room for a sign before its words.
const SIGN: usize = 18;

pub(super) fn body(grid: &Grid) -> Markup {
    let columns = Columns { width: (WIDTH - NAMES) / grid.columns.len().max(1) };
    html! {
        text x="0" y="18" font-size="11" { (grid.corner.as_str()) }
        @for (column, head) in grid.columns.iter().enumerate() {
            @let lines = two_lines(head.as_str(), columns.fitting(4));
            @let first = if lines.len() > 1 { 11 } else { 18 };
            @for (at, line) in lines.iter().enumerate() {
                text x=(columns.left(column)) y=(first + at * 13) font-size="11" { (line) }
            }
        }
        @for (row, one) in grid.rows.iter().enumerate() {
            @for (column, mark) in one.cells.iter().enumerate() {
                (cell(mark, columns, column, row))
            }
            (name(one.name.as_str(), row, one.total))
        }
    }
}

/// Columns of equal width.
#[derive(Clone, Copy)]
struct Columns {
    width: usize,
}

impl Columns {
    fn left(self, column: usize) -> usize {
        NAMES + column * self.width + 4
    }

    /// Columns of text that fit one, less so many units.
    fn fitting(self, less: usize) -> usize {
        self.width.saturating_sub(less) / LETTER
    }
}

fn cell(mark: &Mark, columns: Columns, column: usize, row: usize) -> Markup {
    let (left, y) = (columns.left(column), baseline(row));
    let words = fit(mark.words.as_str(), columns.fitting(SIGN + 8));
    html! {
        @if let Some(heat) = heat(mark.sign) {
            rect x=(left - 3) y=(HEAD + ROW * row + 2) width=(columns.width - 3) height=(ROW - 4) rx="2"
                fill-opacity=(heat) {}
        }
        @if let Sign::Share(share) = mark.sign {
            (small_bar(share, left, columns.width.saturating_sub(10), row))
            text x=(left) y=(y - 4) font-size="12" { (words) }
        } @else if mark.sign == Sign::Nothing {
            text x=(left) y=(y) font-size="13" { (words) }
        } @else {
            (sign(mark.sign, left + 7, y - 4))
            text x=(left + SIGN) y=(y) font-size="13" { (words) }
        }
    }
}

/// How strongly a cell is tinted: the worse, the more.
fn heat(sign: Sign) -> Option<&'static str> {
    match sign {
        Sign::Found(Severity::Blocker) => Some("0.30"),
        Sign::Found(Severity::High) | Sign::Amiss => Some("0.20"),
        Sign::Found(Severity::Medium) => Some("0.12"),
        Sign::Found(Severity::Low) | Sign::Open => Some("0.06"),
        Sign::Nothing | Sign::InOrder | Sign::Share(_) => None,
    }
}

fn sign(sign: Sign, x: usize, y: usize) -> Markup {
    match sign {
        Sign::Found(severity) => shape(severity, x, y),
        Sign::InOrder => html! {
            path d=(format!("M{} {} l4 4 l7 -9", x - 5, y + 1)) fill="none" stroke="currentColor" stroke-width="2" {}
        },
        Sign::Amiss => html! {
            path d=(format!("M{} {} l10 10 m0 -10 l-10 10", x - 5, y - 5)) fill="none" stroke="currentColor"
                stroke-width="2" {}
        },
        Sign::Open => {
            html! { text x=(x) y=(y + 5) font-size="14" font-weight="bold" text-anchor="middle" { "?" } }
        }
        Sign::Nothing | Sign::Share(_) => html! {},
    }
}

/// A bar under the words of a cell.
fn small_bar(share: Readiness, left: usize, full: usize, row: usize) -> Markup {
    let width = |percent: u8| full * usize::from(percent) / 100;
    let top = HEAD + ROW * row + 19;
    html! {
        rect x=(left) y=(top) width=(full) height="5" fill-opacity="0.12" {}
        rect x=(left) y=(top) width=(width(share.high)) height="5" fill-opacity="0.35" {}
        rect x=(left) y=(top) width=(width(share.low)) height="5" {}
    }
}
