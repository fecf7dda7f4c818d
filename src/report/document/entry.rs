//! Things with what is to be said of each.

use serde::Serialize;

use super::{Anchor, Line, Text};

/// A thing and what is to be said of it: a fact and its value, a question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Where links to it lead.
    pub anchor: Option<Anchor>,
    /// The thing.
    pub term: Text,
    /// What is said of it, the main thing first.
    pub details: Vec<Detail>,
}

/// What a detail is to its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// The thing itself.
    Main,
    /// Word that the thing is missing.
    Missing,
    /// A remark: who, when, where.
    Remark,
}

/// One thing said of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

impl Entry {
    /// How long all that it says is, in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        let said = self.details.iter().flat_map(|detail| &detail.line);
        self.term.as_str().len() + said.map(|run| run.text.as_str().len()).sum::<usize>()
    }
}

/// How much of the width terms should take beside what is said of them, in percent: the longer they are, the more, from 14
/// to 56.
#[must_use]
pub fn share_of_terms(entries: &[Entry]) -> usize {
    let terms: usize = entries.iter().map(|entry| entry.term.as_str().len()).sum();
    let all: usize = entries.iter().map(Entry::length).sum();
    (terms * 8_100 / all.max(1)).isqrt().clamp(14, 56)
}
