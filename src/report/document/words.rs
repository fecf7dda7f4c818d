//! Words as the document holds them: clean, styled, leading somewhere.

use serde::Serialize;

use crate::text::{clean, clean_line};

/// Text that is safe to show: it can only be made by cleaning. May hold line feeds.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text(String);

impl Text {
    /// A text whose line breaks are kept; blank lines around it are not.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(clean(text).trim_matches('\n').trim_end().to_owned())
    }

    /// A text of one line.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self(clean_line(text))
    }

    /// What it says.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// A name that links lead to, unique in a document: lower-case letters, digits and hyphens.
pub type Anchor = String;

/// How a run of words stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// Not at all.
    Plain,
    /// As the point of its line.
    Strong,
    /// Less than the rest: a remark.
    Quiet,
}

/// Words of one style, perhaps leading to another place in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: Text,
    /// How they stand out.
    pub style: Style,
    /// Where they lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Anchor>,
}

impl Run {
    /// Plain words, spaces at their ends kept.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { text: Text(clean(text)), style: Style::Plain, to: None }
    }

    /// Words that stand out.
    #[must_use]
    pub fn strong(text: &str) -> Self {
        Self { style: Style::Strong, ..Self::plain(text) }
    }

    /// Words that stand back.
    #[must_use]
    pub fn quiet(text: &str) -> Self {
        Self { style: Style::Quiet, ..Self::plain(text) }
    }

    /// Plain words that lead to an anchor.
    #[must_use]
    pub fn link(text: &str, to: Anchor) -> Self {
        Self { to: Some(to), ..Self::plain(text) }
    }
}

/// Runs that follow each other without a break of their own.
pub type Line = Vec<Run>;
