//! Tables: header rows that repeat on every page, rows that stay whole, columns as wide as what they hold.

use maud::{Markup, PreEscaped, html};

use super::Book;
use super::words::{allowed, paragraph, plain, run, said};
use crate::report::document::{Actions, Entry, Line, Table, Tone, share_of_terms};
use crate::report::label;
use crate::text::{capital, width};

/// Letters in a row that would no longer fit a part of a page: such a row may be split.
const LONG: usize = 1_500;
/// What a letter of a table takes, in twentieths of a point, and what stands beside a cell's words.
const LETTER: usize = 105;
const BESIDE: usize = 240;
/// Letters of a word that a column must have room for; and those from which on it gets no wider.
const LONGEST_WORD: usize = 14;
const WIDEST: usize = 60;

/// A cell, and the words in it, for the widths of columns.
struct Cell {
    shown: Markup,
    words: String,
}

impl Book<'_> {
    pub(super) fn table(&self, table: &Table) -> Markup {
        let head: Vec<&str> = table.head.iter().map(crate::report::document::Text::as_str).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| self.cell(cell)).collect()).collect();
        self.grid(table.caption.as_str(), &head, rows)
    }

    fn cell(&self, line: &Line) -> Cell {
        Cell { shown: self.spoken("TableText", line), words: said(line) }
    }

    pub(super) fn actions(&self, actions: &Actions) -> Markup {
        let rows = actions.rows.iter().map(|row| {
            let what = row.step.what.as_str();
            let concerns = row.concerns.as_str();
            let step = html! {
                (run("", what))
                @if !concerns.is_empty() { (run("Quiet", &format!(" ({concerns})"))) }
            };
            let who = capital(row.step.who.as_str());
            let due = row.step.due.map(label::day).unwrap_or_default();
            vec![
                Cell { shown: paragraph("TableText", what, step), words: what.repeat(2) },
                Cell { shown: plain("TableText", &who), words: who },
                Cell { shown: plain("TableText", &due), words: due },
                self.cell(&row.findings),
            ]
        });
        self.grid(actions.caption.as_str(), &label::ACTION_HEAD, rows.collect())
    }

    fn grid(&self, caption: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> Markup {
        let columns = widths(self.sheet.text(), head, &rows);
        html! {
            w:tbl {
                w:tblPr {
                    w:tblStyle w:val="ReportTable" {}
                    w:tblW w:w=(columns.iter().sum::<usize>()) w:type="dxa" {}
                    w:tblLayout w:type="fixed" {}
                    w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
                        w:noHBand="0" w:noVBand="1" {}
                    @if !caption.is_empty() { w:tblCaption w:val=(allowed(caption)) {} }
                }
                w:tblGrid { @for column in &columns { w:gridCol w:w=(column) {} } }
                w:tr {
                    w:trPr { w:cantSplit {} w:tblHeader {} }
                    @for (words, column) in head.iter().zip(&columns) {
                        (framed(*column, &plain("TableHead", words)))
                    }
                }
                @for row in rows {
                    w:tr {
                        (whole(row.iter().map(|cell| cell.words.len()).sum()))
                        @for (cell, column) in row.iter().zip(&columns) { (framed(*column, &cell.shown)) }
                    }
                }
            }
            (after())
        }
    }

    /// Things beside what is said of them.
    pub(super) fn entries(&self, entries: &[Entry]) -> Markup {
        let all = self.sheet.text();
        let left = all * share_of_terms(entries) / 100;
        let columns = [left, all - left];
        html! {
            w:tbl {
                w:tblPr {
                    w:tblStyle w:val="ReportEntries" {}
                    w:tblW w:w=(columns[0] + columns[1]) w:type="dxa" {}
                    w:tblLayout w:type="fixed" {}
                    w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
                        w:noHBand="0" w:noVBand="1" {}
                }
                w:tblGrid { @for column in columns { w:gridCol w:w=(column) {} } }
                @for entry in entries {
                    w:tr {
                        (whole(entry.length()))
                        (framed(columns[0], &self.term(entry)))
                        (framed(columns[1], &self.details(entry)))
                    }
                }
            }
            (after())
        }
    }

    /// The thing itself. Its sources stand beside it: where rows have footnotes, `LibreOffice` sets one row on a page.
    fn term(&self, entry: &Entry) -> Markup {
        let words = self.marked(entry.anchor.as_deref(), run("", entry.term.as_str()));
        paragraph("TableTerm", entry.term.as_str(), words)
    }

    fn details(&self, entry: &Entry) -> Markup {
        html! {
            @for detail in &entry.details {
                @let style = match detail.tone {
                    Tone::Main => "TableText",
                    Tone::Missing => "TableMissing",
                    Tone::Remark => "TableRemark",
                };
                (paragraph(style, &said(&detail.line), html! {
                    @if let Some(name) = detail.label { (run("Label", &format!("{name}: "))) }
                    (self.line(&detail.line))
                }))
            }
            // A cell without a paragraph is none.
            @if entry.details.is_empty() { (plain("TableText", "")) }
        }
    }
}

fn framed(width: usize, content: &Markup) -> Markup {
    html! { w:tc { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} } (content) } }
}

/// Keeps a row on one page, unless it is too long to be kept on any.
fn whole(letters: usize) -> Markup {
    html! { @if letters <= LONG { w:trPr { w:cantSplit {} } } }
}

/// Two tables that touch would be one.
fn after() -> Markup {
    PreEscaped(r#"<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>"#.to_owned())
}

/// Columns share the width by what they hold, and none is narrower than its longest word if that can be had.
fn widths(all: usize, head: &[&str], rows: &[Vec<Cell>]) -> Vec<usize> {
    let count = head.len().max(1);
    let words = |column: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(column)).map(|cell| cell.words.as_str());
        cells.chain(std::iter::once(head[column]))
    };
    let least: Vec<usize> = (0..head.len())
        .map(|column| {
            let word = words(column).flat_map(str::split_whitespace).map(width).max().unwrap_or(0);
            word.min(LONGEST_WORD) * LETTER + BESIDE
        })
        .collect();
    let Some(spare) = all.checked_sub(least.iter().sum()) else {
        return vec![all / count; head.len()];
    };
    let wants: Vec<usize> = (0..head.len())
        .zip(&least)
        .map(|(column, least)| {
            let longest = words(column).map(|words| width(words).min(WIDEST)).max().unwrap_or(0);
            (longest * LETTER + BESIDE).saturating_sub(*least)
        })
        .collect();
    let wanted = wants.iter().sum::<usize>().max(1);
    let mut columns: Vec<usize> =
        least.iter().zip(&wants).map(|(least, want)| least + spare * want / wanted).collect();
    let rest = all - columns.iter().sum::<usize>().min(all);
    if let Some(first) = columns.first_mut() {
        *first += rest;
    }
    columns
}
