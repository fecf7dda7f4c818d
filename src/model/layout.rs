//! The layout of the report: which parts it has, in which order, and which answers stand together in tables.

use serde::Deserialize;

use super::{Condition, Id};
use crate::text::Spanned;

/// `report.ron`: the order of the report.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The repeat whose rows are those on the other side: for one of them an edition can be made that it may read.
    #[serde(default)]
    pub counterpart: Option<Id>,
    /// Questions, asked once, whose answers stand on the cover: who the parties are, what the matter is.
    #[serde(default)]
    pub cover: Vec<Column>,
    /// In reading order. A part that has nothing to say is left out.
    pub parts: Vec<Part>,
}

impl Layout {
    /// The ids of its parts that have one.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(&table.id),
            Part::Matrix(matrix) => Some(&matrix.id),
            Part::Checklist(checklist) => Some(&checklist.id),
            _ => None,
        })
    }

    /// Every condition in it, not those within others.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.parts.iter().flat_map(|part| match part {
            Part::Matrix(matrix) => {
                let safeguards = matrix.safeguards.iter();
                safeguards.flat_map(|one| one.applies.iter().chain([&one.met])).collect()
            }
            Part::Checklist(checklist) => checklist.when.iter().collect(),
            _ => Vec::new(),
        })
    }

    /// Every question whose answer it shows.
    pub fn questions(&self) -> impl Iterator<Item = &Id> {
        let columns = self.parts.iter().flat_map(|part| match part {
            Part::Table(table) => table.columns.as_slice(),
            Part::Matrix(matrix) => matrix.gets.as_slice(),
            _ => &[],
        });
        self.cover.iter().chain(columns).map(|column| &column.question)
    }
}

/// A part of the report.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Part {
    /// One page for whoever decides: what to do first, readiness, whether to go on.
    Summary,
    /// Readiness and findings by stage, drawn.
    Glance,
    /// Every finding.
    Findings,
    /// Answers as a table.
    Table(TableOf),
    /// What each row of one list gives to each row of another, and under which safeguards.
    Matrix(Matrix),
    /// The rows of the comparison side by side.
    Comparison,
    /// What speaks for and against the options weighed.
    Arguments,
    /// The law of the countries involved.
    Law,
    /// Points that the contract must settle, with where each side stands.
    Terms,
    /// What to do, by whom, by when.
    Actions,
    /// What is left for counsel, and what nobody knows.
    Open,
    /// Items of the source article, ticked off.
    Checklist(Checklist),
    /// Every answer.
    Answers,
    /// Answers that count for nothing as things stand.
    Parked,
    /// Sources cited.
    Sources,
    /// What the report is not.
    Limits,
}

/// Answers as a table: a row of the table for each row of a list, or for each question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableOf {
    /// Unique in the layout.
    pub id: Id,
    /// Its heading.
    pub title: Spanned<String>,
    /// How it is to be read.
    #[serde(default)]
    pub about: Option<Spanned<String>>,
    /// The repeat whose rows it shows; absent where the questions are asked once.
    #[serde(default)]
    pub repeat: Option<Id>,
    /// What is shown: as columns of a repeat's rows, as rows where there is no repeat.
    pub columns: Vec<Column>,
    /// Whether it is the register of what the firm owns or uses, which spreadsheets hold too.
    #[serde(default)]
    pub register: bool,
}

/// An answer in a table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// A word or two in place of the question.
    pub head: Spanned<String>,
    /// The question.
    pub question: Id,
}

/// What each row of one list gives to each row of another.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// Unique in the layout.
    pub id: Id,
    /// Its heading.
    pub title: Spanned<String>,
    /// How it is to be read.
    pub about: Spanned<String>,
    /// Rows questions that are asked for each receiver and name the things it gets, each with a word for when: "now",
    /// "with the work". All are asked in rows of one repeat and name rows of another.
    pub gets: Vec<Column>,
    /// What should protect a thing that is given, in the scope of receiver and thing.
    pub safeguards: Vec<Safeguard>,
}

/// Something that protects what is given.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safeguard {
    /// A word or two.
    pub title: Spanned<String>,
    /// Whether it is wanted for a thing at all; absent means always.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub applies: Option<Condition>,
    /// Whether it is there.
    pub met: Condition,
}

/// Items of the source article, each told as in order, amiss or open by the questions and rules that cite it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Unique in the layout.
    pub id: Id,
    /// Its heading.
    pub title: Spanned<String>,
    /// Where it is shown at all; absent means always.
    #[serde(default, deserialize_with = "super::condition::plainly")]
    pub when: Option<Condition>,
    /// The items.
    pub items: Vec<Id>,
}
