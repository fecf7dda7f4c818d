//! Figures to be drawn, as data: each format draws them in its own way, or shows them as a table.

use serde::Serialize;

use super::{Anchor, Run, Table, Text};
use crate::engine::Readiness;
use crate::model::Severity;
use crate::text::capital;

/// Figures that people would rather look at than read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Unique in the document.
    pub anchor: Anchor,
    /// What it shows.
    pub title: Text,
    /// How the figures are to be read, drawn or not.
    pub reading: Text,
    /// The figures.
    pub chart: Chart,
}

/// How figures are drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Chart {
    /// A bar for each of some things: solid up to the low figure, hatched up to the high one.
    Bars(Vec<Bar>),
    /// Signs in rows and columns.
    Grid(Grid),
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Of what.
    pub name: Text,
    /// How long it is; `None` where nothing counts.
    pub share: Option<Readiness>,
    /// Whether it stands for all others.
    pub total: bool,
}

/// Signs in rows and columns. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// What the rows are.
    pub corner: Text,
    /// The columns' names.
    pub columns: Vec<Text>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GridRow {
    /// Of what.
    pub name: Text,
    /// One for each column.
    pub cells: Vec<Mark>,
    /// Whether it stands for all others.
    pub total: bool,
}

/// A cell of a grid: a sign and a word or two. The words alone say it all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its form, so that colour never carries the meaning alone.
    pub sign: Sign,
    /// What it says: a number, a share, a few words.
    pub words: Text,
}

/// The form of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// None: there is nothing to mark.
    Nothing,
    /// Findings of that severity.
    Found(Severity),
    /// It is in order.
    InOrder,
    /// It isn't known yet.
    Open,
    /// It isn't in order.
    Amiss,
    /// A bar of that length.
    Share(Readiness),
}

impl Figure {
    /// What stands under a drawing beside the reading: what its strokes mean.
    #[must_use]
    pub fn legend(&self) -> Option<&'static str> {
        let bars = matches!(self.chart, Chart::Bars(_));
        bars.then_some("Solid: in order. Hatched: not known yet. Empty: not in order.")
    }

    /// The same figures as a table, for those who can't see a drawing and for formats that draw none.
    #[must_use]
    pub fn table(&self) -> Table {
        let (head, rows) = match &self.chart {
            Chart::Bars(bars) => {
                let row =
                    |bar: &Bar| vec![vec![named(&bar.name, bar.total)], plain(&Readiness::words(bar.share))];
                (vec![Text::default(), Text::line("Share")], bars.iter().map(row).collect())
            }
            Chart::Grid(grid) => {
                let head = [&grid.corner].into_iter().chain(&grid.columns).cloned().collect();
                let row = |row: &GridRow| {
                    let first = vec![named(&row.name, row.total)];
                    let cells = row.cells.iter().map(|mark| plain(mark.words.as_str()));
                    std::iter::once(first).chain(cells).collect()
                };
                (head, grid.rows.iter().map(row).collect())
            }
        };
        Table { caption: self.title.clone(), sheet: None, head, rows }
    }

    /// The same figures in sentences: the text that stands in for the drawing.
    #[must_use]
    pub fn words(&self) -> String {
        let table = self.table();
        let sentence = |row: &Vec<Vec<Run>>| {
            let mut cells =
                row.iter().map(|cell| cell.iter().map(|run| run.text.as_str()).collect::<String>());
            let name = cells.next().unwrap_or_default();
            let heads = table.head.iter().skip(1);
            let said: Vec<String> = match &self.chart {
                Chart::Bars(_) => cells.collect(),
                Chart::Grid(_) => {
                    heads.zip(cells).map(|(head, cell)| format!("{} {cell}", head.as_str())).collect()
                }
            };
            format!("{name}: {}.", said.join(", "))
        };
        capital(&table.rows.iter().map(sentence).collect::<Vec<_>>().join(" "))
    }
}

fn named(name: &Text, total: bool) -> Run {
    if total { Run::strong(name.as_str()) } else { Run::plain(name.as_str()) }
}

fn plain(words: &str) -> Vec<Run> {
    vec![Run::plain(words)]
}
