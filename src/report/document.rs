//! The report as data: sections of typed blocks. A format sees nothing else, so it can't know a question, and
//! whatever it is given is safe to show.

mod action;
mod entry;
mod figure;
mod finding;
mod links;
mod words;

use chrono::{DateTime, Utc};
use serde::Serialize;

pub use action::{ActionRow, Actions, Step};
pub use entry::{Detail, Entry, Tone, share_of_terms};
pub use figure::{Bar, Chart, Figure, Grid, GridRow, Mark, Sign};
pub use finding::FindingCard;
pub use words::{Anchor, Line, Run, Style, Text};

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// What it is about: the session's title.
    pub title: Text,
    /// What kind of report it is: the questionnaire's title.
    pub subtitle: Text,
    /// Language of its words, BCP 47.
    pub language: &'static str,
    /// For whom it is made, as every page says.
    pub marking: Marking,
    /// The moment whose answers it tells.
    pub date: DateTime<Utc>,
    /// The title block: what an archive needs to know.
    pub facts: Vec<Entry>,
    /// In reading order.
    pub sections: Vec<Section>,
}

impl Document {
    /// Every block, in reading order.
    #[must_use]
    pub fn blocks(&self) -> Vec<&Block> {
        self.sections.iter().flat_map(Section::blocks).collect()
    }
}

/// For whom a report is made, and how it is to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Marking {
    /// The edition: "Counsel's edition".
    pub edition: Text,
    /// A line for every page: "Privileged and confidential".
    pub legend: Text,
}

/// A heading with what stands under it: its blocks, then its parts. A heading's level is its depth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Where links to it lead.
    pub anchor: Anchor,
    /// The heading.
    pub title: Text,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Sections inside it.
    pub parts: Vec<Section>,
}

impl Section {
    /// Every block in it and in its parts, in reading order.
    fn blocks(&self) -> Vec<&Block> {
        self.blocks.iter().chain(self.parts.iter().flat_map(Self::blocks)).collect()
    }

    /// The section, unless nothing stands under its heading.
    #[must_use]
    pub fn filled(self) -> Option<Self> {
        let empty = self.blocks.is_empty() && self.parts.is_empty();
        (!empty).then_some(self)
    }
}

/// Something that stands on its own between other blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// Sentences.
    Paragraph(Line),
    /// Points: in order where the order matters.
    List {
        /// Whether they are numbered.
        numbered: bool,
        /// The points.
        items: Vec<Line>,
    },
    /// Rows under a header row.
    Table(Table),
    /// Things with what is to be said of each.
    Entries(Vec<Entry>),
    /// A finding.
    Finding(Box<FindingCard>),
    /// Things to do.
    Actions(Actions),
    /// Figures to be drawn.
    Figure(Figure),
}

/// A table with a header row. Every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What the table holds, for those who can't see where it stands.
    pub caption: Text,
    /// Whether it is one of the tables that stand alone as a file, for a spreadsheet.
    pub sheet: Option<Sheet>,
    /// The header row.
    pub head: Vec<Text>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<Line>>,
}

/// A table that is worth a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sheet {
    /// Every finding.
    Findings,
    /// What the firm owns or uses.
    Register,
    /// What to do.
    Actions,
}
