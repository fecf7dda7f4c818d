//! Readiness and findings by stage, drawn as SVG. Everything is drawn in the current colour; meaning is
//! carried by hatching, shape and figures, and the description says it all in words.

use maud::{Markup, html};

use super::document::{Mark, Picture};
use crate::engine::Readiness;
use crate::model::Severity;
use crate::text::fit;
use crate::text::{capital, count};

/// Width of either drawing, in units that are pixels at its natural size.
const WIDTH: usize = 360;
/// Where the column of names ends and the bars or figures begin.
const NAMES: usize = 122;
/// Columns of text that fit a name.
const NAME_COLUMNS: usize = 16;
/// Width of a full bar.
const BAR: usize = 164;
/// Height of a row.
const ROW: usize = 28;
/// Height of what stands above the first row.
const HEAD: usize = 30;

/// How much is in order, stage by stage.
pub(super) fn readiness(picture: &Picture) -> Markup {
    let hatch = format!("{}-hatch", picture.anchor);
    let body = html! {
        defs {
            pattern id=(hatch) width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2.4" {}
            }
        }
        @for percent in [0, 50, 100] {
            text x=(NAMES + BAR * percent / 100) y="18" font-size="11" text-anchor="middle" { (percent) }
        }
        @for (row, mark) in rows(picture).enumerate() {
            (name(mark, row))
            (bar(mark, row, &hatch))
        }
    };
    figure(picture, "readiness", "Readiness by stage, in percent", &said(picture, bar_words), &body)
}

/// How many findings of which severity, stage by stage.
pub(super) fn findings(picture: &Picture) -> Markup {
    let body = html! {
        @for (column, severity) in Severity::WORST_FIRST.iter().enumerate() {
            text x=(centre(column)) y="18" font-size="11" text-anchor="middle" { (capital(severity.name())) }
        }
        @for (row, mark) in rows(picture).enumerate() {
            (name(mark, row))
            @for (column, (severity, number)) in Severity::WORST_FIRST.iter().zip(mark.findings).enumerate() {
                (figures(*severity, number, column, row))
            }
        }
    };
    figure(picture, "findings", "Findings by stage and severity", &said(picture, count_words), &body)
}

/// All stages first, then each.
fn rows(picture: &Picture) -> impl Iterator<Item = &Mark> {
    std::iter::once(&picture.overall).chain(&picture.stages)
}

fn figure(picture: &Picture, part: &str, title: &str, words: &str, body: &Markup) -> Markup {
    let (title_id, words_id) =
        (format!("{}-{part}-title", picture.anchor), format!("{}-{part}-words", picture.anchor));
    let height = HEAD + ROW * (picture.stages.len() + 1) + 4;
    html! {
        svg role="img" aria-labelledby=(title_id) aria-describedby=(words_id)
            xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {height}")) fill="currentColor" {
            title id=(title_id) { (title) }
            desc id=(words_id) { (words) }
            (body)
        }
    }
}

fn name(mark: &Mark, row: usize) -> Markup {
    let weight = if row == 0 { "bold" } else { "normal" };
    html! {
        text x="0" y=(baseline(row)) font-size="13" font-weight=(weight) { (fit(mark.name.as_str(), NAME_COLUMNS)) }
        @if row == 1 {
            line x1="0" x2=(WIDTH) y1=(HEAD + ROW) y2=(HEAD + ROW) stroke="currentColor" stroke-opacity="0.35" {}
        }
    }
}

/// Solid up to the low figure, hatched up to the high one, empty beyond.
fn bar(mark: &Mark, row: usize, hatch: &str) -> Markup {
    let Some(readiness) = mark.readiness else {
        return html! { text x=(NAMES) y=(baseline(row)) font-size="12" { "no rule applies" } };
    };
    let Readiness { low, high } = readiness;
    let width = |percent: u8| BAR * usize::from(percent) / 100;
    let (top, height) = (HEAD + ROW * row + 8, 13);
    html! {
        rect x=(NAMES) y=(top) width=(width(low)) height=(height) {}
        rect x=(NAMES + width(low)) y=(top) width=(width(high) - width(low)) height=(height)
            fill=(format!("url(#{hatch})")) {}
        rect x=(NAMES) y=(top) width=(BAR) height=(height) fill="none" stroke="currentColor" {}
        text x=(WIDTH) y=(baseline(row)) font-size="12" text-anchor="end" { (readiness.to_string()) }
    }
}

fn figures(severity: Severity, number: usize, column: usize, row: usize) -> Markup {
    let (x, y) = (centre(column), baseline(row));
    if number == 0 {
        return html! { text x=(x) y=(y) font-size="13" text-anchor="middle" { "–" } };
    }
    html! {
        (shape(severity, x - 9, y - 4))
        text x=(x + 1) y=(y) font-size="13" { (number) }
    }
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

fn baseline(row: usize) -> usize {
    HEAD + ROW * row + 19
}

/// The middle of a column of figures.
fn centre(column: usize) -> usize {
    NAMES + 26 + column * 60
}

fn said(picture: &Picture, words: fn(&Mark) -> String) -> String {
    let lines = rows(picture).map(|mark| format!("{}: {}.", mark.name.as_str(), words(mark)));
    lines.collect::<Vec<_>>().join(" ")
}

fn bar_words(mark: &Mark) -> String {
    mark.readiness.map_or_else(|| "no rule applies".to_owned(), |readiness| readiness.to_string())
}

fn count_words(mark: &Mark) -> String {
    let counted = Severity::WORST_FIRST.iter().zip(mark.findings).filter(|(_, number)| *number > 0);
    let words: Vec<String> =
        counted.map(|(severity, number)| format!("{number} {}", severity.name())).collect();
    if words.is_empty() { count(0, "finding", "findings") } else { words.join(", ") }
}
