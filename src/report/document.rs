//! The report as data: sections of typed blocks. A format sees nothing else, so it can't know a question, and
//! whatever it is given is safe to show.

mod words;

use chrono::{DateTime, Utc};

use crate::engine::Readiness;
use crate::model::Severity;

pub use words::{Anchor, Line, Run, Style, Text};

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is about: the session's title.
    pub title: Text,
    /// What kind of report it is: the questionnaire's title.
    pub subtitle: Text,
    /// Language of its words, BCP 47.
    pub language: &'static str,
    /// The moment whose answers it tells.
    pub date: DateTime<Utc>,
    /// The title block: what an archive needs to know.
    pub facts: Vec<Entry>,
    /// In reading order.
    pub sections: Vec<Section>,
}

/// A heading with what stands under it: its blocks, then its parts. A heading's level is its depth.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The section, unless nothing stands under its heading.
    #[must_use]
    pub fn filled(self) -> Option<Self> {
        let empty = self.blocks.is_empty() && self.parts.is_empty();
        (!empty).then_some(self)
    }
}

/// Something that stands on its own between other blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Readiness and findings by stage, to be drawn.
    Picture(Picture),
}

/// A table with a header row. Every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table holds, for those who can't see where it stands.
    pub caption: Text,
    /// The header row.
    pub head: Vec<Text>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<Line>>,
}

/// A thing and what is to be said of it: a fact and its value, a question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where links to it lead.
    pub anchor: Option<Anchor>,
    /// The thing.
    pub term: Text,
    /// What is said of it, the main thing first.
    pub details: Vec<Detail>,
}

/// What a detail is to its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The thing itself.
    Main,
    /// Word that the thing is missing.
    Missing,
    /// A remark: who, when, where.
    Remark,
}

/// One thing said of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What it is, where the place doesn't tell: "Note".
    pub label: Option<&'static str>,
    /// What is said.
    pub line: Line,
    /// What it is to the entry.
    pub tone: Tone,
}

impl Detail {
    /// A detail without a label.
    #[must_use]
    pub fn new(tone: Tone, line: Line) -> Self {
        Self { label: None, line, tone }
    }

    /// A detail with one.
    #[must_use]
    pub fn labelled(label: &'static str, line: Line) -> Self {
        Self { label: Some(label), line, tone: Tone::Main }
    }
}

/// A finding with everything that a reader needs to judge it and act on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingCard {
    /// Where links to it lead.
    pub anchor: Anchor,
    /// Its number in this report, from 1.
    pub number: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub title: Text,
    /// The stage whose rule it is.
    pub stage: Text,
    /// The rows it speaks of, with what they are: "Acme (candidate partner)".
    pub rows: Vec<Text>,
    /// Why it matters.
    pub because: Text,
    /// What to do.
    pub action: Step,
    /// The answers it rests on.
    pub evidence: Vec<Entry>,
    /// The facts of countries' law it rests on.
    pub law: Vec<Entry>,
    /// Points that the contract must settle.
    pub clauses: Line,
    /// Where the rule comes from.
    pub authority: Line,
}

/// A step to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step, as an instruction.
    pub what: Text,
    /// Who takes it.
    pub who: Text,
    /// By when: "before the contract is signed".
    pub before: Text,
}

/// Readiness and findings by stage, as data: each format draws it in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Unique in the document.
    pub anchor: Anchor,
    /// All stages together.
    pub overall: Mark,
    /// Each stage that has something to show.
    pub stages: Vec<Mark>,
}

impl Picture {
    /// Whether there is a finding to show.
    #[must_use]
    pub fn has_findings(&self) -> bool {
        self.overall.findings.iter().any(|number| *number > 0)
    }
}

/// One line of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Of what.
    pub name: Text,
    /// Readiness; `None` where no rule is relevant.
    pub readiness: Option<Readiness>,
    /// How many findings of each severity, in the order of [`Severity::WORST_FIRST`].
    pub findings: [usize; 4],
}
